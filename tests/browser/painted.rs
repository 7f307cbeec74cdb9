//! Words that are painted over the page's text.

/// JavaScript: the words of each mark of that name, none where nothing is painted.
/// A mark only knows its place; the words are what stands there.
macro_rules! painted {
    () => {
        "((name) => {
            const marks = window.CSS && CSS.highlights && CSS.highlights.get(name);
            return [...(marks || [])].map(({startContainer, startOffset, endContainer, endOffset}) => {
                const range = document.createRange();
                range.setStart(startContainer, startOffset);
                range.setEnd(endContainer, endOffset);
                return String(range);
            });
        })"
    };
}

pub(crate) use painted;
