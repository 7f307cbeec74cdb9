//! Developer tasks: `cargo xtask serve | build | test`.

fn main() {}
