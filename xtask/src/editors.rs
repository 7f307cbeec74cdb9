//! `cargo xtask editors`: puts the guide's snippets through editors and filters that
//! sites use, and writes into the guide what they leave.
//!
//! They come from npm and from Debian, at run time. None of them is served, and none
//! asks anybody for anything.
//!
//! - `roster`: which they are, and how each is set up.
//! - `drive`: how one is driven, in a browser or by a command.
//! - `kept`: what is left of a snippet, in words.

mod drive;
mod kept;
mod roster;

use std::fs;

use anyhow::{Context, Result, bail, ensure};

use self::drive::{plain, wordpress};
use self::kept::{Kept, advice};
use crate::step::{repository, step};
use crate::{system, tools};

/// The rows of the guide's table stand between these.
const TABLE: [&str; 2] = ["<tbody id=\"kept\">", "</tbody>"];

/// Drives them all and writes the guide's table.
pub fn run() -> Result<()> {
    eprintln!("editors: puts the guide's snippets through editors and filters, in a minute");
    let needs = [system::BROWSER, &[system::PHP]].concat();
    tools::ensure(roster::TOOLS, &needs, wordpress()?, Vec::new())?;
    let path = repository().join("public").join("embed").join("index.html");
    let guide = fs::read_to_string(&path).context("there is no guide")?;
    let snippets = snippets(&guide)?;
    let mut rows = String::new();
    for editor in roster::all() {
        let name = [editor.name, " ", &editor.version()?].concat();
        let kept = step(&name, || editor.keep(section(&guide)?, &snippets))?;
        let all: Vec<Kept> = kept.iter().map(|html| Kept::read(html)).collect();
        let [element, frame, link] = all.as_slice() else {
            bail!("{name} says {} snippets", all.len());
        };
        rows += &format!(
            "              <tr><th scope=\"row\">{name}</th><td>{}</td><td>{}</td><td>{}</td>\
             <td>{}</td><td>{}</td></tr>\n",
            editor.setting,
            element.told(),
            frame.told(),
            link.told(),
            advice(element, frame)
        );
    }
    let [start, end] = TABLE;
    let (before, rest) = guide.split_once(start).context("the guide has no table")?;
    let (_, after) = rest
        .split_once(end)
        .context("the guide's table has no end")?;
    let guide = [before, start, "\n", &rows, "            ", end, after].concat();
    fs::write(&path, guide).context("cannot write the guide")
}

/// The guide's section with the snippets.
fn section(guide: &str) -> Result<&str> {
    let (_, rest) = guide
        .split_once("id=\"snippet\">")
        .context("the guide has no snippets")?;
    let (section, _) = rest
        .split_once("</section>")
        .context("the guide's snippets have no end")?;
    Ok(section)
}

/// What the guide prints as code there.
fn snippets(guide: &str) -> Result<Vec<String>> {
    let codes = section(guide)?.split("<pre").skip(1);
    let codes = codes.filter_map(|rest| rest.split_once("<code>")?.1.split_once("</code>"));
    let snippets: Vec<_> = codes.map(|(code, _)| plain(code)).collect();
    ensure!(
        snippets.len() == 3,
        "the guide has {} snippets",
        snippets.len()
    );
    Ok(snippets)
}
