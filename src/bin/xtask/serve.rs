//! `cargo xtask serve`: the site on this computer, rebuilt at every change.

use anyhow::Result;

use crate::build::{fetch, trunk};
use crate::step::execute;
use crate::tools;

/// Serves until interrupted.
pub fn run(port: u16) -> Result<()> {
    let tools = tools::ensure()?;
    fetch()?;
    execute(trunk(&tools).args(["serve", "--port", &port.to_string()]))
}
