//! What stands before and below a text, as far as a report tells it.

/// What was found before the text.
#[derive(Debug, Default)]
pub struct Front {
    /// The title, where one was found.
    pub title: Option<String>,
    /// Where and by whom the report was given.
    pub given: Vec<String>,
    /// When it was published, as a web page says.
    pub published: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
}
