//! Binds the 编辑台 into one file: `bind PARTS SITE OUT`, where the folder PARTS holds
//! `desk_bg.wasm`, `desk.js` and `press.wasm`. `cargo xtask studio` calls it.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> anyhow::Result<()> {
    use anyhow::{Context, bail};
    use std::fs;
    use std::path::Path;
    use tujie::site::folder;
    use tujie::studio::binding::{Compiled, bound};

    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [parts, site, out] = arguments.as_slice() else {
        bail!("bind PARTS SITE OUT");
    };
    let (parts, out) = (Path::new(parts), Path::new(out));
    let read = |name: &str| {
        let path = parts.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let site = folder::read(Path::new(site)).map_err(|failure| {
        let sentence = failure.sentence(tujie::explain::Lang::En);
        anyhow::anyhow!("{sentence}; `cargo xtask build` makes the site")
    })?;
    let page = bound(&Compiled {
        desk: &read("desk_bg.wasm")?,
        glue: std::str::from_utf8(&read("desk.js")?)?,
        press: &read("press.wasm")?,
        site: &site,
    })?;
    fs::write(out, &page).with_context(|| format!("cannot write {}", out.display()))?;
    println!("{}: {} KB", out.display(), page.len() / 1000);
    Ok(())
}
