//! The three WASMs and the glue of each, as they are served.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};

use crate::{execute, imports};

/// What wasm-bindgen makes, and the global by which `public/loader.js` knows the
/// glue: by themselves all would define the same.
const PARTS: [Part; 3] = [
    Part {
        wasm: "app_bg.wasm",
        glue: "app.js",
        global: "tujieApp",
    },
    Part {
        wasm: "writer_bg.wasm",
        glue: "writer.js",
        global: "tujieWriter",
    },
    Part {
        wasm: "extras_bg.wasm",
        glue: "extras.js",
        global: "tujieExtras",
    },
];

struct Part {
    wasm: &'static str,
    glue: &'static str,
    global: &'static str,
}

/// Small first. What the standard library was compiled for is allowed on the way
/// in, and lowered to what engines of 2018 have, all but mutable globals. All
/// features must not be allowed: then there is nothing to lower. The lowest
/// kilobyte of memory is the far end of the stack, which no address stands for.
const OPTIMIZE: [&str; 14] = [
    "--low-memory-unused",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--strip-producers",
    // Of functions called once, large ones compress better where they stand.
    "--one-caller-inline-max-function-size",
    "40",
    "-Oz",
    "--converge",
];

/// The first version of WebAssembly, and mutable globals.
const SHIPPED: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];

/// Gives each glue a global of its own in place of `wasm_bindgen`.
pub fn enclose(stage: &Path) -> Result<()> {
    for Part { glue, global, .. } in PARTS {
        let glue = stage.join(glue);
        let code =
            fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
        let code = format!("{{{code}\nself.{global}=wasm_bindgen}}\n");
        fs::write(&glue, code).with_context(|| format!("cannot write {}", glue.display()))?;
    }
    Ok(())
}

/// Makes the WASMs small, all at the same time. Fails where one needs more than
/// engines of 2018 have.
pub fn optimize(stage: &Path) -> Result<()> {
    thread::scope(|scope| {
        let parts = PARTS.map(|part| scope.spawn(move || part.optimize(stage)));
        parts.into_iter().try_for_each(|part| {
            part.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    })
}

impl Part {
    fn optimize(&self, stage: &Path) -> Result<()> {
        let wasm = stage.join(self.wasm);
        let work = || {
            wasm_opt(&wasm, &OPTIMIZE, &wasm)?;
            imports::shorten(&wasm, &stage.join(self.glue))?;
            wasm_opt(&wasm, &SHIPPED, Path::new("/dev/null"))
        };
        work().with_context(|| format!("{} cannot be served", self.wasm))
    }
}

fn wasm_opt(wasm: &Path, options: &[&str], output: &Path) -> Result<()> {
    execute(
        Command::new("wasm-opt")
            .arg(wasm)
            .args(options)
            .args(["--quiet", "--output"])
            .arg(output),
    )
}
