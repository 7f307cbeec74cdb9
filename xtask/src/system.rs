//! What the commands need of the system: npm for the tools, browsers, their
//! drivers, a font with Chinese characters, two servers, and zstd.
//!
//! Nothing is ever skipped: what is missing is installed where that is ours to
//! do (Debian, as root), and is otherwise an error that names it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

mod hearing;

use crate::lanes::Job;
use crate::step::output;
pub use hearing::SCREEN_READER_AND_VOICES;

/// Something of the system.
#[derive(Clone, Copy)]
pub struct Need {
    /// What Debian calls it.
    pub package: &'static str,
    /// What it is for, in the message.
    what: &'static str,
    present: fn() -> bool,
}

/// What installs most of the tools.
pub const NPM: Need = Need {
    package: "npm",
    what: "npm, which comes with Node.js (`npm` on PATH)",
    present: || on_path("npm").is_some(),
};

/// What packs a release.
pub const ZSTD: Need = Need {
    package: "zstd",
    what: "zstd, which packs a release (`zstd` on PATH)",
    present: || on_path("zstd").is_some(),
};

/// What runs WordPress' filter.
pub const PHP: Need = Need {
    package: "php-cli",
    what: "PHP (`php` on PATH)",
    present: || on_path("php").is_some(),
};

/// What packs for Windows …
pub const ZIP: Need = Need {
    package: "zip",
    what: "zip, which packs for Windows (`zip` on PATH)",
    present: || on_path("zip").is_some(),
};

/// … and opens that here.
pub const UNZIP: Need = Need {
    package: "unzip",
    what: "unzip, which opens what is packed for Windows (`unzip` on PATH)",
    present: || on_path("unzip").is_some(),
};

/// What links for Windows.
pub const MINGW: Need = Need {
    package: "gcc-mingw-w64-x86-64",
    what: "mingw-w64, which links for Windows (`x86_64-w64-mingw32-gcc` on PATH)",
    present: || on_path("x86_64-w64-mingw32-gcc").is_some(),
};

/// What runs a program of another processor.
pub const QEMU: Need = Need {
    package: "qemu-user-static",
    what: "QEMU, which runs programs for ARM (`qemu-aarch64-static` on PATH)",
    present: || on_path("qemu-aarch64-static").is_some(),
};

/// What runs a program of Windows: the program that a shell finds …
pub const WINE: Need = Need {
    package: "wine",
    what: "wine, which runs programs for Windows (`wine` on PATH)",
    present: || on_path("wine").is_some(),
};

/// … and what it starts, which alone puts nothing on the PATH.
pub const WINE64: Need = Need {
    package: "wine64",
    what: "wine for programs of 64 bits",
    present: || Path::new("/usr/lib/wine/wine64").is_file() || on_path("wine64").is_some(),
};

/// The typefaces of the page.
pub const CJK: Need = Need {
    package: "fonts-noto-cjk",
    what: "the font Noto Sans CJK",
    present: || has_font(Path::new("/usr/share/fonts")) || fontconfig_knows_font(),
};

/// A browser of another make …
const FIREFOX: Need = Need {
    package: "firefox-esr",
    what: "the browser Firefox ESR (`firefox-esr` on PATH)",
    present: || on_path("firefox-esr").is_some(),
};

/// … and a screen for those that show nothing without.
const SCREEN: Need = Need {
    package: "xvfb",
    what: "a screen for browsers (`Xvfb` on PATH)",
    present: || on_path("Xvfb").is_some(),
};

/// What shows the page to a measurement.
pub const BROWSER: &[Need] = &[
    Need {
        package: "chromium",
        what: "the browser Chromium (`chromium` on PATH)",
        present: || on_path("chromium").is_some(),
    },
    Need {
        package: "chromium-driver",
        what: "its driver (`chromedriver` on PATH)",
        present: || on_path("chromedriver").is_some(),
    },
    CJK,
];

/// What the tests need besides: other engines, and servers.
pub const ENGINES_AND_SERVERS: &[Need] = &[
    Need {
        package: "libnss3",
        what: "the library NSS, for the Chromium of 2018",
        present: || has_library("libnss3.so"),
    },
    Need {
        package: "brotli",
        what: "brotli, which unpacks that Chromium (`brotli` on PATH)",
        present: || on_path("brotli").is_some(),
    },
    FIREFOX,
    Need {
        package: "webkit2gtk-driver",
        what: "the browser WebKitGTK and its driver (`WebKitWebDriver` on PATH)",
        present: || on_path("WebKitWebDriver").is_some(),
    },
    SCREEN,
    Need {
        package: "nginx",
        what: "the server nginx (`nginx` on PATH)",
        present: || on_path("nginx").is_some() || Path::new("/usr/sbin/nginx").is_file(),
    },
    Need {
        package: "libnginx-mod-http-brotli-static",
        what: "nginx's module for files in brotli",
        present: || Path::new("/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf").exists(),
    },
    Need {
        package: "caddy",
        what: "the server Caddy (`caddy` on PATH)",
        present: || on_path("caddy").is_some(),
    },
];

/// Which of them are not there.
pub fn missing(needs: &[Need]) -> Vec<Need> {
    needs
        .iter()
        .filter(|need| !(need.present)())
        .copied()
        .collect()
}

/// The jobs that install what is missing.
pub fn install<'a>(missing: Vec<Need>) -> Result<Vec<Job<'a>>> {
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    let packages: Vec<_> = missing.iter().map(|need| need.package).collect();
    if !can_install() {
        let what: Vec<_> = missing.iter().map(|need| need.what).collect();
        bail!(
            "{} is needed. On Debian: sudo apt-get install {}",
            what.join(", "),
            packages.join(" ")
        );
    }
    let name = format!("install {}", packages.join(", "));
    Ok(vec![Job::new(name, move |at| {
        at.execute(apt().args(["-qq", "update"]))?;
        at.execute(
            apt()
                .args(["-qq", "install", "--yes", "--no-install-recommends"])
                .args(&packages),
        )?;
        match self::missing(&missing).first() {
            None => Ok(()),
            Some(Need { package, what, .. }) => {
                bail!("{package} is installed, yet {what} is missing")
            }
        }
    })])
}

/// Debian or a child of it, as root.
fn can_install() -> bool {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && on_path("apt-get").is_some()
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// The program of that name which a shell would run.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
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
