//! The WASM that writes a whole page, fetched only where the data asks for another
//! page than the served one. Natively there is nothing to it.

fn main() {}
