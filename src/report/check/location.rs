//! Where in the data file a value stands.
//!
//! A chain of borrowed steps: walking a good report allocates nothing, and the
//! pointer is only written where something is wrong.

/// A place in the data file; its parents live further up the stack.
#[derive(Clone, Copy)]
pub struct Location<'a> {
    parent: Option<&'a Location<'a>>,
    step: Segment,
}

#[derive(Clone, Copy)]
enum Segment {
    Key(&'static str),
    Index(usize),
}

/// The field of that name of the whole report.
pub fn root(key: &'static str) -> Location<'static> {
    Location {
        parent: None,
        step: Segment::Key(key),
    }
}

impl Location<'_> {
    /// The field of that name.
    pub fn key(&self, key: &'static str) -> Location<'_> {
        Location {
            parent: Some(self),
            step: Segment::Key(key),
        }
    }

    /// The entry of that index, from 0.
    pub fn index(&self, index: usize) -> Location<'_> {
        Location {
            parent: Some(self),
            step: Segment::Index(index),
        }
    }

    /// The place as a JSON pointer (RFC 6901). The model's field names hold
    /// neither `/` nor `~`, so nothing needs an escape.
    pub fn pointer(&self) -> String {
        let mut pointer = self.parent.map(Location::pointer).unwrap_or_default();
        pointer.push('/');
        match self.step {
            Segment::Key(key) => pointer.push_str(key),
            Segment::Index(index) => pointer.push_str(&index.to_string()),
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_from_the_root() {
        let parts = root("parts");
        let part = parts.index(10);
        assert_eq!(parts.pointer(), "/parts");
        assert_eq!(part.key("heading").pointer(), "/parts/10/heading");
    }
}
