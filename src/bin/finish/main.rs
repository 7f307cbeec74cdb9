//! Trunk's hook after a build: makes the site of what Trunk has collected.
//! Bundles the styles and the loader, minifies the scripts, optimizes the WASMs
//! and checks them, and lets `tujie::site` do the rest. Of a release it shows the
//! sizes.
//!
//! Works in Trunk's staging folder, so a failure leaves the last good site.
//! Takes esbuild and wasm-opt from the PATH, where `cargo xtask` puts them.

#[cfg(not(target_arch = "wasm32"))]
mod esbuild;
#[cfg(not(target_arch = "wasm32"))]
mod imports;
#[cfg(not(target_arch = "wasm32"))]
mod wasm;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Finishes what stands in TRUNK_STAGING_DIR.
#[cfg(not(target_arch = "wasm32"))]
fn run() -> anyhow::Result<()> {
    use anyhow::Context;
    use std::env;
    use std::path::PathBuf;
    use tujie::site::{self, Profile};

    let stage: PathBuf = env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR is not set: Trunk calls this, `cargo xtask build` calls Trunk")?
        .into();
    let profile = match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Profile::Release,
        _ => Profile::Debug,
    };
    esbuild::styles(&stage, profile)?;
    esbuild::loader(&stage)?;
    wasm::enclose(&stage)?;
    if profile == Profile::Release {
        esbuild::scripts(&stage)?;
        eprintln!("optimizing the WASMs");
        wasm::optimize(&stage)?;
        eprintln!("finishing the site");
    }
    site::finish(&stage, profile)?;
    if profile == Profile::Release {
        print!("{}", site::measure(&stage)?);
    }
    Ok(())
}

/// Runs a command to its end; its output goes where ours goes.
#[cfg(not(target_arch = "wasm32"))]
fn execute(command: &mut std::process::Command) -> anyhow::Result<()> {
    use anyhow::{Context, bail};

    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("cannot run {program}; `cargo xtask build` installs it"))?;
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    Ok(())
}
