//! The library's sources as the rules of the house need them: which file is which
//! module, what each reaches by path, the types it defines and the texts it holds.
//!
//! Works on tokens, so that paths inside macros such as `view!` count as well.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A module by its names from the crate's root: `["layout", "river"]`.
pub type Module = Vec<String>;

/// What one file holds.
#[derive(Debug, Default)]
pub struct Source {
    /// The paths it names that start at `crate`, `self` or `super`, from the root.
    pub paths: BTreeSet<Module>,
    /// Every word outside comments and texts.
    pub words: BTreeSet<String>,
    /// The texts between quotes, as they are written.
    pub texts: Vec<String>,
    /// The structs, enums, traits and unions it defines.
    pub types: Vec<String>,
}

/// Every file below `src/` but the binaries and the crate's root, by its module.
pub fn sources() -> &'static BTreeMap<Module, Source> {
    static SOURCES: OnceLock<BTreeMap<Module, Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut found = BTreeMap::new();
        collect(&root, &mut Vec::new(), &mut found);
        assert!(found.len() > 30, "only {} sources found", found.len());
        found
    })
}

fn collect(folder: &Path, above: &mut Module, found: &mut BTreeMap<Module, Source>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        let name = path.file_stem().and_then(|name| name.to_str());
        let name = name.expect("a name in ASCII").to_owned();
        if above.is_empty() && matches!(&*name, "bin" | "lib") {
            continue;
        }
        above.push(name);
        if path.is_dir() {
            collect(&path, above, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a readable source");
            found.insert(above.clone(), read(above, &text));
        }
        above.pop();
    }
}

/// The source of a module.
pub fn read(module: &[String], text: &str) -> Source {
    let tokens: TokenStream = text.parse().expect("Rust");
    let mut source = Source::default();
    walk(tokens, &mut module.to_vec(), &mut source);
    source
}

/// Takes the tokens of a module, or of a group in it, into the source.
fn walk(tokens: TokenStream, module: &mut Module, source: &mut Source) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let word = |at: usize| match tokens.get(at) {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            // Attributes hold the documentation; what they do is not code of ours.
            sign if is_sign(sign, '#') => {
                let inner = tokens.get(at + 1).is_some_and(|sign| is_sign(sign, '!'));
                let next = at + 1 + usize::from(inner);
                if let Some(TokenTree::Group(group)) = tokens.get(next)
                    && group.delimiter() == Delimiter::Bracket
                {
                    at = next;
                }
            }
            TokenTree::Punct(_) => {}
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.contains('"') {
                    source.texts.push(text);
                }
            }
            TokenTree::Group(group) => walk(group.stream(), module, source),
            TokenTree::Ident(ident) => {
                let ident = ident.to_string();
                match &*ident {
                    "crate" | "super" | "self"
                        if is_colons(&tokens, at + 1)
                            && !(at > 1 && is_colons(&tokens, at - 2)) =>
                    {
                        let mut path = match &*ident {
                            "crate" => Vec::new(),
                            _ => module.clone(),
                        };
                        step(&mut path, &ident);
                        at = follow(&tokens, at + 1, path, &mut source.paths) - 1;
                    }
                    "struct" | "enum" | "trait" | "union" => source.types.extend(word(at + 1)),
                    "mod" => {
                        if let (Some(name), Some(TokenTree::Group(body))) =
                            (word(at + 1), tokens.get(at + 2))
                        {
                            // Tests of a unit may reach whatever they check it against.
                            if name != "tests" {
                                module.push(name);
                                walk(body.stream(), module, source);
                                module.pop();
                            }
                            at += 2;
                        }
                    }
                    _ => {}
                }
                source.words.insert(ident);
            }
        }
        at += 1;
    }
}

/// Whether `::` stands there.
fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let pair = tokens.get(at).zip(tokens.get(at + 1));
    pair.is_some_and(|(first, second)| is_sign(first, ':') && is_sign(second, ':'))
}

/// Takes the rest of a path, which goes on at `at` with `::` or ends there; a group
/// makes several of one. Where it ended.
fn follow(
    tokens: &[TokenTree],
    mut at: usize,
    mut path: Module,
    paths: &mut BTreeSet<Module>,
) -> usize {
    while is_colons(tokens, at) {
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(word)) => step(&mut path, &word.to_string()),
            Some(TokenTree::Group(group)) => {
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                let comma = |token: &TokenTree| is_sign(token, ',');
                for entry in tokens.split(comma) {
                    let mut path = path.clone();
                    if let Some(TokenTree::Ident(word)) = entry.first() {
                        step(&mut path, &word.to_string());
                    }
                    follow(entry, 1, path, paths);
                }
                return at + 3;
            }
            // `*`, or the `<` of a type's arguments.
            _ => break,
        }
        at += 3;
    }
    paths.insert(path);
    at
}

/// Goes on by one word of a path.
fn step(path: &mut Module, word: &str) {
    match word {
        "super" => _ = path.pop(),
        "self" | "crate" => {}
        _ => path.push(word.to_owned()),
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

#[test]
fn every_kind_of_path_is_found() {
    let text = r#"
        //! See [`crate::hidden`].
        use crate::report::{Report, check};
        use crate::{site::{data, html}, layout as geometry};
        use super::{near, super::afar::Thing, inner::*, far::Thing};
        pub(in crate::page) fn run(self) {
            let number = crate::number::<u8>("crate::text"); // crate::hidden
            my_crate::hidden();
            view! { <p>{self::below::word()}</p> }
        }
        mod inner {
            use super::*;
            use super::super::near;
        }
        mod tests {
            use crate::hidden;
        }
    "#;
    let source = read(&["a".to_owned(), "b".to_owned()], text);
    let paths: Vec<_> = source.paths.iter().map(|path| path.join("::")).collect();
    let expected = [
        "a::b",
        "a::b::below::word",
        "a::far::Thing",
        "a::inner",
        "a::near",
        "afar::Thing",
        "layout",
        "number",
        "page",
        "report::Report",
        "report::check",
        "site::data",
        "site::html",
    ];
    assert_eq!(paths, expected);
    assert_eq!(source.texts, ["\"crate::text\""]);
}
