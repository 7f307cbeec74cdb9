//! Where values stand in the text of a JSON file: lines and columns for
//! pointers.
//!
//! Knows JSON's grammar as far as it takes to walk over values; the text has
//! been parsed before. On anything unexpected it stops and what it has found
//! by then is all.

use std::collections::HashMap;

use super::pointer;

/// A place in a text, as editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// The lines of a text, in which many places are looked up.
pub struct Spots<'a> {
    text: &'a str,
    /// Where each line starts, in bytes.
    lines: Vec<usize>,
}

impl Spots<'_> {
    /// The lines of that text.
    pub fn of(text: &str) -> Spots<'_> {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Spots {
            text,
            lines: std::iter::once(0).chain(breaks).collect(),
        }
    }

    /// The place of a byte.
    pub fn spot(&self, byte: usize) -> LineColumn {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.text.get(start..byte).unwrap_or_default();
        LineColumn {
            line,
            column: before.chars().count() + 1,
        }
    }
}

/// Where a field's name and its value start, in bytes.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The name; of a list's entry, the value.
    pub name: usize,
    pub value: usize,
}

/// The entries of those pointers, where the text has them.
pub fn entries(text: &str, wanted: Vec<String>) -> HashMap<String, Entry> {
    let mut walk = Walk {
        bytes: text.as_bytes(),
        at: 0,
        pointer: String::new(),
        wanted: wanted.into_iter().map(|pointer| (pointer, None)).collect(),
    };
    walk.value(None);
    let found = walk.wanted.into_iter();
    found
        .filter_map(|(pointer, entry)| Some((pointer, entry?)))
        .collect()
}

struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Of the value at hand.
    pointer: String,
    wanted: HashMap<String, Option<Entry>>,
}

impl Walk<'_> {
    /// Walks over a value, whose name stands there if it has one.
    fn value(&mut self, name: Option<usize>) -> Option<()> {
        self.skip(b" \t\r\n");
        let value = self.at;
        if let Some(entry) = self.wanted.get_mut(&self.pointer) {
            let name = name.unwrap_or(value);
            // Of a field written twice, the first is as good as the second.
            entry.get_or_insert(Entry { name, value });
        }
        match self.bytes.get(self.at)? {
            b'{' => self.members(b'}'),
            b'[' => self.members(b']'),
            b'"' => self.string().map(|_| ()),
            _ => {
                let rest = self.bytes.get(self.at..)?;
                let end = rest.iter().position(|byte| b",]} \t\r\n".contains(byte));
                self.at += end.unwrap_or(rest.len());
                Some(())
            }
        }
    }

    /// Walks over what stands between brackets.
    fn members(&mut self, close: u8) -> Option<()> {
        self.at += 1;
        let length = self.pointer.len();
        for index in 0.. {
            self.skip(b" \t\r\n,");
            if *self.bytes.get(self.at)? == close {
                self.at += 1;
                return Some(());
            }
            let mut name = None;
            self.pointer.push('/');
            if close == b'}' {
                name = Some(self.at);
                let key: String = serde_json::from_slice(self.string()?).ok()?;
                self.pointer.push_str(&pointer::escaped(&key));
                self.skip(b" \t\r\n:");
            } else {
                self.pointer.push_str(&index.to_string());
            }
            self.value(name)?;
            self.pointer.truncate(length);
        }
        None
    }

    /// Walks over a string and returns it as it is written.
    fn string(&mut self) -> Option<&[u8]> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => {
                    self.at += 1;
                    return self.bytes.get(start..self.at);
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn skip(&mut self, set: &[u8]) {
        while self
            .bytes
            .get(self.at)
            .is_some_and(|byte| set.contains(byte))
        {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"题\\\"/目\": [1, {\"a\": null}],\n  \"b\" : \"字]}\"\n}";

    #[track_caller]
    fn check(pointer: &str, name: (usize, usize), value: (usize, usize)) {
        let entries = entries(TEXT, vec![pointer.to_owned()]);
        let entry = entries.get(pointer).expect("an entry");
        let spot = |byte| {
            let spot = Spots::of(TEXT).spot(byte);
            (spot.line, spot.column)
        };
        assert_eq!((spot(entry.name), spot(entry.value)), (name, value));
    }

    #[test]
    fn values_are_found_by_their_pointers() {
        check("", (1, 1), (1, 1));
        check("/题\"~1目", (2, 3), (2, 12));
        check("/题\"~1目/0", (2, 13), (2, 13));
        check("/题\"~1目/1/a", (2, 17), (2, 22));
        check("/b", (3, 3), (3, 9));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for (text, pointer) in [(TEXT, "/c"), (TEXT, "/b/0"), ("[\"", "/1"), ("{x", "/x")] {
            assert!(
                entries(text, vec![pointer.to_owned()]).is_empty(),
                "{pointer}"
            );
        }
    }
}
