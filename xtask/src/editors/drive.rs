//! Drives an editor or a filter. Knows nothing of what it leaves.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::roster::{Editor, TOOLS, Way};
use crate::lanes::Job;
use crate::step::{output, repository, shown};
use crate::tools::Tool;
use crate::{build, install};

/// WordPress as Debian packs it; whatever version that is, it has one folder.
const WORDPRESS: (&str, &str) = ("wordpress", "debian");

/// The job that fetches WordPress, where it is missing: its package asks for a server
/// and a database, which its filter does not need.
pub fn wordpress<'a>() -> Result<Option<Job<'a>>> {
    let (package, version) = WORDPRESS;
    let works = |root: &Path| root.join(FILTER).is_file();
    if works(&install::folder(package, version)?) {
        return Ok(None);
    }
    Ok(Some(Job::new("fetch wordpress", move |at| {
        install::whole(package, version, works, |aside| {
            let mut fetch = Command::new("apt-get");
            at.execute(fetch.args(["-qq", "download", package]).current_dir(aside))?;
            let found = fs::read_dir(aside).context("cannot list what is fetched")?;
            let found = found.flatten().map(|entry| entry.path()).next();
            let found = found.context("nothing is fetched")?;
            at.execute(Command::new("dpkg-deb").arg("-x").arg(&found).arg(aside))
        })
    })))
}

/// WordPress in its package, and the file with its filter.
const SITE: &str = "usr/share/wordpress";
const FILTER: &str = "usr/share/wordpress/wp-includes/kses.php";

/// What puts the snippets through the editor of a page.
const THROUGH: &str = include_str!("through.js");

impl Editor {
    /// Where its package stands.
    fn folder(&self) -> Result<PathBuf> {
        match self.way {
            Way::Php => {
                let (package, version) = WORDPRESS;
                Ok(install::folder(package, version)?.join(SITE))
            }
            _ => Ok(Tool::package(TOOLS, self.package)?.0),
        }
    }

    pub fn version(&self) -> Result<String> {
        if !matches!(self.way, Way::Php) {
            return Ok(Tool::package(TOOLS, self.package)?.1.to_owned());
        }
        let file = self.folder()?.join("wp-includes").join("version.php");
        let file = fs::read_to_string(file).context("WordPress has no version")?;
        let version = file.split_once("$wp_version = '").map(|(_, rest)| rest);
        let version = version.and_then(|rest| rest.split('\'').next());
        Ok(version
            .context("WordPress does not say its version")?
            .to_owned())
    }

    /// What it leaves of each snippet.
    pub fn keep(&self, section: &str, snippets: &[String]) -> Result<Vec<String>> {
        let folder = self.folder()?;
        let ours = repository().join("xtask").join("src").join("editors");
        let filter = |program: &str, script: &str, option: &str| {
            let each = snippets.iter().map(|snippet| {
                let mut command = Command::new(program);
                command.arg(ours.join(script)).arg(&folder).arg(option);
                filtered(&mut command, snippet)
            });
            each.collect()
        };
        match self.way {
            Way::Page(scripts, ours, given) => {
                let scripts = scripts.iter().map(|script| {
                    format!(
                        "<script src=\"file://{}\"></script>",
                        folder.join(script).display()
                    )
                });
                let scripts: String = scripts.collect();
                paged(&format!(
                    "<!DOCTYPE html><meta charset=\"utf-8\"><template>{section}</template><body>\
                     {scripts}<script>({THROUGH})(({ours})({given}))</script>"
                ))
            }
            Way::Node(option) => filter("node", "sanitize.cjs", option),
            Way::Php => filter("php", "wordpress.php", ""),
        }
    }
}

/// What the page of an editor leaves in its place.
fn paged(html: &str) -> Result<Vec<String>> {
    let folder = build::target().join("editors");
    install::remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let page = folder.join("editor.html");
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    let mut profile = std::ffi::OsString::from("--user-data-dir=");
    profile.push(folder.join("profile"));
    let shown = output(
        Command::new("chromium")
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
            ])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
            ])
            .args(["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-sync"])
            // The clock of the page runs ahead, and stops while its scripts load.
            .args([
                "--allow-file-access-from-files",
                "--virtual-time-budget=20000",
            ])
            .arg(profile)
            .arg("--dump-dom")
            .arg(["file://", &page.to_string_lossy()].concat()),
    );
    let shown = shown.context("Chromium shows no page")?;
    // The guide's own have a class.
    let kept = shown.split("<pre>").skip(1);
    let kept = kept.filter_map(|rest| Some(plain(rest.split_once("</pre>")?.0)));
    Ok(kept.collect())
}

/// What a command makes of its input.
fn filtered(command: &mut Command, input: &str) -> Result<String> {
    let name = shown(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run `{name}`"))?;
    let mut pipe = child.stdin.take().context("there is no pipe")?;
    pipe.write_all(input.as_bytes())
        .with_context(|| format!("`{name}` does not listen"))?;
    drop(pipe);
    let output = child
        .wait_with_output()
        .with_context(|| format!("`{name}` is lost"))?;
    ensure!(
        output.status.success(),
        "`{name}` ended with {}",
        output.status
    );
    String::from_utf8(output.stdout).with_context(|| format!("`{name}` writes no text"))
}

/// The text that a browser writes so into HTML.
pub fn plain(html: &str) -> String {
    let html = html.replace("&lt;", "<").replace("&gt;", ">");
    html.replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}
