//! The typefaces that the pictures are set in: those of the page, as far as
//! this computer has them.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Family, Query, Weight};

use super::style;

/// Typefaces, at least one of them Chinese.
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// Those of this computer; none where no typeface of the page is there.
    pub fn of_system() -> Option<Fonts> {
        let mut all = Database::new();
        all.load_system_fonts();
        Fonts::of(all)
    }

    /// Those of a collection, in which one of the page's has to be. Where only
    /// one of its two faces is there, it stands for the other.
    pub fn of(mut all: Database) -> Option<Fonts> {
        let display = first(&all, &style::families("display"));
        let body = first(&all, &style::families("body"));
        let serif = display.clone().or_else(|| body.clone())?;
        all.set_sans_serif_family(body.unwrap_or_else(|| serif.clone()));
        all.set_serif_family(serif);
        Some(Fonts(Arc::new(all)))
    }

    /// The collection, as the renderer takes it.
    pub fn database(&self) -> Arc<Database> {
        self.0.clone()
    }
}

/// The first of the families that is there.
fn first(all: &Database, families: &[String]) -> Option<String> {
    let there = |family: &&String| {
        let query = Query {
            families: &[Family::Name(family)],
            weight: Weight::BOLD,
            ..Query::default()
        };
        all.query(&query).is_some()
    };
    families.iter().find(there).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_without_the_page_s_typefaces_has_none() {
        assert!(Fonts::of(Database::new()).is_none());
    }
}
