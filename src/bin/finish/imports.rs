//! Short names for what a WASM takes of its glue. wasm-bindgen ends each with a
//! hash, which no compression makes smaller, and both files tell all of them.
//!
//! Knows the two files of wasm-bindgen and nothing of what is in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

/// Shortens the names in both files.
pub fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    let bytes = fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let code =
        fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let (bytes, names) =
        shortened(&bytes).with_context(|| format!("{} is not as it should be", wasm.display()))?;
    let code = renamed(&code, &names).with_context(|| format!("in {}", glue.display()))?;
    fs::write(wasm, bytes).with_context(|| format!("cannot write {}", wasm.display()))?;
    fs::write(glue, code).with_context(|| format!("cannot write {}", glue.display()))
}

/// The WASM with short names, and by which each was replaced.
fn shortened(wasm: &[u8]) -> Result<(Vec<u8>, BTreeMap<String, String>)> {
    let mut names = Names::default();
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the WASM cannot be read")?;
    Ok((module.finish(), names.0))
}

/// Each name with its short one.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            let next = letters(self.0.len());
            let short = self.0.entry(import.name.to_owned()).or_insert(next);
            imports.import(import.module, short, kind);
        }
        Ok(())
    }
}

/// `a` to `z`, `aa` and so on.
fn letters(mut index: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'a' + (index % 26) as u8);
        match (index / 26).checked_sub(1) {
            Some(rest) => index = rest,
            None => break,
        }
    }
    name.iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

/// The glue with each of the names in place of its own. There they are names of
/// properties, so they meet no other.
fn renamed(code: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut missing: Vec<_> = names.keys().map(String::as_str).collect();
    let mut short = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(part) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter| !part(letter)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        short.push_str(before);
        short.push_str(names.get(word).map_or(word, String::as_str));
        missing.retain(|name| *name != word);
        rest = after;
    }
    short.push_str(rest);
    if !missing.is_empty() {
        bail!("the WASM takes what is not there: {}", missing.join(", "));
    }
    Ok(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    fn wasm(names: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in names {
            imports.import("./a.js", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn both_files_tell_the_short_names() {
        let (short, names) = shortened(&wasm(&["__wbg_get_0f", "__wbg_get_0f1"])).unwrap();
        assert_eq!(short, wasm(&["a", "b"]));
        let code = "f({__wbg_get_0f1:()=>g,__wbg_get_0f:function(a){}})";
        assert_eq!(
            renamed(code, &names).unwrap(),
            "f({b:()=>g,a:function(a){}})"
        );
    }

    #[test]
    fn what_the_glue_lacks_is_an_error() {
        let (_, names) = shortened(&wasm(&["x"])).unwrap();
        let error = renamed("({y:1})", &names).unwrap_err();
        assert_eq!(error.to_string(), "the WASM takes what is not there: x");
    }

    #[test]
    fn names_do_not_repeat() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(names, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
