//! One measurement beside its bound.

/// A measurement in some unit, with the most it should be in the same.
pub struct Row {
    what: String,
    found: f64,
    bound: f64,
    unit: &'static str,
}

impl Row {
    /// What was measured, what was found and what it should be at most.
    pub fn new(what: impl Into<String>, found: f64, bound: f64, unit: &'static str) -> Row {
        Row {
            what: what.into(),
            found,
            bound,
            unit,
        }
    }

    /// Prints it, marked by whether it keeps its bound.
    pub fn print(&self) {
        let Row {
            what,
            found,
            bound,
            unit,
        } = self;
        let mark = if found <= bound { "✓" } else { "✗" };
        println!("{mark} {what:<44}{found:>9.2} {unit:<3} of {bound:>9.2} {unit}");
    }
}
