//! Ids: well-formed, unique, not taken by the page itself.
//!
//! One namespace: whatever an address can name, which is every id.

use super::location::Location;
use super::{Check, Problem, ProblemKind};
use crate::report::Id;

/// Ids met so far in one namespace, each with its pointer.
pub type Seen<'a> = Vec<(&'a Id, String)>;

/// The longest id, in characters.
const LONGEST: usize = 40;

/// Anchors of the page's own elements.
const RESERVED: [&str; 8] = [
    "app",
    "notice",
    "main",
    "funnel",
    "figures",
    "top",
    "terms",
    "corrections",
];

/// How ids begin and end that the page makes itself.
const BEGINNINGS: [&str; 3] = ["land-", "river-", "step-"];
const ENDINGS: [&str; 4] = ["-data", "-more", "-rest", "-unstated"];

impl<'a> Check<'a> {
    /// The id of something that can be linked to.
    pub fn anchor(&mut self, place: Location, id: &'a Id) {
        let id_is = |of: &&str| id.0 == *of;
        let begins = |beginning: &&str| id.0.starts_with(*beginning);
        let ends = |ending: &&str| id.0.ends_with(*ending);
        if RESERVED.iter().any(id_is) || BEGINNINGS.iter().any(begins) || ENDINGS.iter().any(ends) {
            let found = id.0.clone();
            self.push(place, ProblemKind::IdReserved { found });
        }
        meet(&mut self.anchors, &mut self.problems, place, id);
    }

    /// The id of something in a flow: it is linked to like any other.
    pub fn item_id(&mut self, place: Location, id: &'a Id) {
        self.anchor(place, id);
    }

    /// The id of a figure.
    pub fn figure_id(&mut self, place: Location, id: &'a Id) {
        meet(&mut self.anchors, &mut self.problems, place, id);
    }
}

fn meet<'a>(seen: &mut Seen<'a>, problems: &mut Vec<Problem>, place: Location, id: &'a Id) {
    let pointer = place.pointer();
    let found = id.0.clone();
    let kind = match seen.iter().find(|(other, _)| *other == id) {
        _ if !well_formed(&id.0) => ProblemKind::IdMalformed { found },
        Some((_, first)) => ProblemKind::IdTaken {
            found,
            first: first.clone(),
        },
        None => {
            seen.push((id, pointer));
            return;
        }
    };
    problems.push(Problem { pointer, kind });
}

/// Whether the id matches `^[a-z][a-z0-9-]{0,39}$`, as the schema says.
fn well_formed(id: &str) -> bool {
    let tail = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.len() <= LONGEST
        && id.bytes().all(tail)
}

#[cfg(test)]
mod tests {
    use super::well_formed;

    #[test]
    fn an_id_is_small_letters_digits_and_hyphens() {
        for id in ["a", "part-1", &"a".repeat(40)] {
            assert!(well_formed(id), "{id}");
        }
        for id in [
            "",
            "1a",
            "-a",
            "A",
            "a_b",
            "a b",
            "章",
            &"a".repeat(41),
            "a\n",
        ] {
            assert!(!well_formed(id), "{id}");
        }
    }
}
