//! `cargo xtask serve`: the site on this computer, rebuilt at every change.

use std::path::Path;

use anyhow::Result;

use crate::build::{self, trunk};
use crate::step::become_command;
use crate::tools;

/// Serves until interrupted. The site stands aside, so that `dist/` is always
/// one to publish.
pub fn run(port: u16) -> Result<()> {
    eprintln!("serve: the site at http://127.0.0.1:{port}/, built anew at every change");
    let tools = tools::ensure(tools::SERVE, &[], None, build::draft())?;
    let port = port.to_string();
    let dist = Path::new("target").join("serve");
    become_command(
        trunk(&tools)
            .args(["serve", "--port", &port, "--dist"])
            .arg(dist),
    )
}
