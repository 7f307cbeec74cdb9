//! JSON pointers (RFC 6901): `/figures/3/value` leads to a value of a file.

/// The pointer and its ancestors, nearest first: `/a/0`, `/a` and the empty one.
pub fn ancestors(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |pointer| {
        pointer.rsplit_once('/').map(|(parent, _)| parent)
    })
}

/// A name as a step of a JSON pointer.
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The path as a JSON pointer (RFC 6901).
pub fn of_path(path: &serde_ignored::Path) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", of_path(parent)),
        Path::Map { parent, key } => format!("{}/{}", of_path(parent), escaped(key)),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => of_path(parent),
    }
}
