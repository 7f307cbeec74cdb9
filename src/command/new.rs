//! `tujie new`: a data file to start from, and its schema beside it.
//!
//! JSON has no comments, so the file explains itself in fields named
//! `$comment`, which the check lets pass and the page does not use.

use std::fs;
use std::io;
use std::path::Path;

use super::draft::create;
use crate::explain::{Lang, said};
use crate::site::data;
use crate::site::failure::reason;

/// A good report that says of each field what it is for.
const STARTER: &str = include_str!("starter.json");

/// The name by which the data file names its schema.
const SCHEMA: &str = "report.schema.json";

/// Writes both files; 0 done, 2 not. A file that is there stays as it is.
pub fn run(path: &Path, lang: Lang) -> u8 {
    let schema = path.with_file_name(SCHEMA);
    let (shown, beside) = (path.display(), schema.display());
    match write(path, &schema) {
        Ok(()) => {
            println!(
                "{}",
                said!(
                    lang,
                    "{shown}：已写好，每个字段都有说明；字段表在 {beside}\n\
                     改好后检查：tujie check {shown}",
                    "{shown}: written, with each field explained; the schema is {beside}\n\
                     edit it, then: tujie check {shown}"
                )
            );
            0
        }
        Err((which, error)) if error.kind() == io::ErrorKind::AlreadyExists => {
            let which = which.display();
            eprintln!(
                "{}",
                said!(
                    lang,
                    "{which}：已经存在，没有改动；应换一个文件名或文件夹",
                    "{which}: exists and was left as it is; choose another name or folder"
                )
            );
            2
        }
        Err((which, error)) => {
            let (which, why) = (which.display(), reason(lang, &error));
            eprintln!(
                "{}",
                said!(
                    lang,
                    "{which}：不能写入（{why}）",
                    "{which}: cannot be written ({why})"
                )
            );
            2
        }
    }
}

/// Writes both or none. A schema that is there already must be the same.
fn write<'a>(path: &'a Path, schema: &'a Path) -> Result<(), (&'a Path, io::Error)> {
    let text = data::schema_text();
    create(path, STARTER).map_err(|error| (path, error))?;
    match create(schema, &text) {
        Err(error) if fs::read(schema).ok().as_deref() != Some(text.as_bytes()) => {
            // Made a moment ago, and of no use alone.
            let _ = fs::remove_file(path);
            Err((schema, error))
        }
        _ => Ok(()),
    }
}
