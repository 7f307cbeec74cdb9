//! What tests and releases need of the system: npm for the tools, browsers, their drivers,
//! a font with Chinese characters, two servers, and zstd.
//!
//! Nothing is ever skipped: what is missing is installed where that is ours to
//! do (Debian, as root), and is otherwise an error that names it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::step::{execute, output, step};

struct Need {
    /// What Debian calls it.
    package: &'static str,
    /// What it is for, in the message.
    what: &'static str,
    present: fn() -> bool,
}

const NEEDS: [Need; 12] = [
    Need {
        package: "npm",
        what: "npm, which comes with Node.js (`npm` on PATH)",
        present: || on_path("npm"),
    },
    Need {
        package: "chromium",
        what: "the browser Chromium (`chromium` on PATH)",
        present: || on_path("chromium"),
    },
    Need {
        package: "chromium-driver",
        what: "its driver (`chromedriver` on PATH)",
        present: || on_path("chromedriver"),
    },
    Need {
        package: "libnss3",
        what: "the library NSS, for the Chromium of 2018",
        present: || has_library("libnss3.so"),
    },
    Need {
        package: "firefox-esr",
        what: "the browser Firefox ESR (`firefox-esr` on PATH)",
        present: || on_path("firefox-esr"),
    },
    Need {
        package: "webkit2gtk-driver",
        what: "the browser WebKitGTK and its driver (`WebKitWebDriver` on PATH)",
        present: || on_path("WebKitWebDriver"),
    },
    Need {
        package: "xvfb",
        what: "a screen for it (`Xvfb` on PATH)",
        present: || on_path("Xvfb"),
    },
    Need {
        package: "fonts-noto-cjk",
        what: "the font Noto Sans CJK",
        present: || has_font(Path::new("/usr/share/fonts")) || fontconfig_knows_font(),
    },
    Need {
        package: "nginx",
        what: "the server nginx (`nginx` on PATH)",
        present: || on_path("nginx") || Path::new("/usr/sbin/nginx").is_file(),
    },
    Need {
        package: "libnginx-mod-http-brotli-static",
        what: "nginx's module for files in brotli",
        present: || Path::new("/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf").exists(),
    },
    Need {
        package: "caddy",
        what: "the server Caddy (`caddy` on PATH)",
        present: || on_path("caddy"),
    },
    Need {
        package: "zstd",
        what: "zstd, which packs a release (`zstd` on PATH)",
        present: || on_path("zstd"),
    },
];

/// Makes sure all of it is there.
pub fn ensure() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<_> = missing.iter().map(|need| need.package).collect();
    if !can_install() {
        let what: Vec<_> = missing.iter().map(|need| need.what).collect();
        bail!(
            "the tests need {}. On Debian: sudo apt-get install {}",
            what.join(", "),
            packages.join(" ")
        );
    }
    step(&format!("install {}", packages.join(", ")), || {
        execute(apt().args(["-qq", "update"]))?;
        execute(
            apt()
                .args(["-qq", "install", "--yes", "--no-install-recommends"])
                .args(&packages),
        )
    })?;
    if let Some(need) = self::missing().first() {
        bail!(
            "{} is installed, yet {} is missing",
            need.package,
            need.what
        );
    }
    Ok(())
}

fn missing() -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| !(need.present)()).collect()
}

/// Debian or a child of it, as root.
fn can_install() -> bool {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && on_path("apt-get")
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Whether a library stands where Debian keeps those of a kind of computer.
fn has_library(name: &str) -> bool {
    let kinds = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    kinds
        .map(|kind| kind.path().join(name))
        .any(|path| path.exists())
}

/// Whether the font's file stands somewhere below a folder.
fn has_font(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let path = entry.path();
        let name = entry.file_name();
        name.to_string_lossy().starts_with("NotoSansCJK") || path.is_dir() && has_font(&path)
    })
}

fn fontconfig_knows_font() -> bool {
    output(Command::new("fc-list").arg("Noto Sans CJK SC")).is_some_and(|list| !list.is_empty())
}
