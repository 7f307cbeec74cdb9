//! Both wordings of every message, read from the sources: no English one holds
//! Chinese but what it quotes.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::data::is_chinese;

#[test]
fn every_english_message_is_english() {
    let mut messages = Vec::new();
    for file in files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let text = fs::read_to_string(&file).expect("a readable source");
        let tokens = text.parse().expect("Rust");
        english(tokens, &mut messages);
    }
    assert!(
        messages.len() > 150,
        "only {} messages found",
        messages.len()
    );
    messages.retain(|message| is_chinese(message));
    assert_eq!(messages, [""; 0]);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// Adds the English wordings of all calls of `said!` and `told!`: the last text, or the
/// last list of texts.
fn english(tokens: TokenStream, messages: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let before = tokens.get(at.saturating_sub(2)..at).unwrap_or_default();
        let called: String = before.iter().map(ToString::to_string).collect();
        if matches!(&*called, "said!" | "told!") {
            let last = group.stream().into_iter();
            let last = last.filter(|token| !matches!(token, TokenTree::Punct(_)));
            let wordings = match last.last() {
                Some(TokenTree::Group(wordings)) => wordings.stream(),
                wording => wording.into_iter().collect(),
            };
            let wordings = wordings.into_iter().map(|wording| wording.to_string());
            messages.extend(wordings.map(|wording| wording.trim_matches('"').to_owned()));
        }
        english(group.stream(), messages);
    }
}
