//! `cargo xtask bench`: what takes how long, beside the bounds.
//!
//! Times are those of this computer at this moment: `tests/bench` prints them,
//! whoever reads them judges them, and they fail nothing.

use std::fs;

use anyhow::{Context, Result};

use crate::step::{cargo, execute};
use crate::{build, system, tools};

/// Builds the site and the command, and measures them.
pub fn run() -> Result<()> {
    eprintln!("bench: builds the site and the command, and measures them for some minutes");
    let tools = tools::ensure(tools::BUILD, system::BROWSER, None, build::hooks())?;
    build::site(&tools)?;
    let command = build::command()?;
    let folder = build::target().join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    execute(
        cargo(&["test", "--quiet", "--locked", "--test", "bench"])
            .env("TUJIE_COMMAND", command)
            .env("TUJIE_BENCH_FOLDER", folder),
    )
}
