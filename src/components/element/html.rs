//! An element as HTML: what is served, and what the browser parses for the app.

use super::bind::{BOUND, Bound, WORDS};
use super::{Child, Element, Value};

impl Element {
    /// As HTML, in the very letters in which browsers write it.
    pub fn html(self) -> String {
        let mut html = String::new();
        self.write(&mut html, &mut None);
        html
    }

    /// Writes the element as HTML; what a page that runs binds is gathered in
    /// `bound`, and its places are marked. Without, it is a page as it is served.
    pub(super) fn write(self, html: &mut String, bound: &mut Option<Vec<Bound>>) {
        html.push('<');
        html.push_str(self.0.tag);
        let mut own = Bound::default();
        for (name, value) in self.0.attributes {
            match value {
                Value::Fixed(value) => attribute(name, &value, html),
                live if bound.is_some() => own.attributes.push((name, live)),
                Value::Live(value) => {
                    if let Some(value) = value.now() {
                        attribute(name, &value, html);
                    }
                }
                Value::Act(_) => {}
            }
        }
        let words = |child: &Child| matches!(child, Child::Live(_));
        let here = bound.as_mut().filter(|_| {
            let live = self.0.children.iter().any(words);
            live || !own.attributes.is_empty()
        });
        let at = here.map(|bound| {
            attribute(BOUND, "", html);
            bound.push(own);
            bound.len() - 1
        });
        html.push('>');
        if matches!(self.0.tag, "br" | "img" | "input") {
            return;
        }
        for child in self.0.children {
            match (child, at.zip(bound.as_mut())) {
                (Child::Text(text), _) => escape(&text, false, html),
                (Child::Element(element), _) => element.write(html, bound),
                (Child::Live(words), None) => {
                    escape(&words.now().unwrap_or_default(), false, html);
                }
                (Child::Live(words), Some((at, bound))) => {
                    html.push_str(WORDS);
                    bound[at].words.push(words);
                }
            }
        }
        html.push_str("</");
        html.push_str(self.0.tag);
        html.push('>');
    }
}

/// An attribute as HTML.
fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, true, html);
    html.push('"');
}

/// Words as HTML, in text or in quotes.
#[inline(never)]
fn escape(text: &str, quoted: bool, html: &mut String) {
    let mut from = 0;
    for (at, letter) in text.bytes().enumerate() {
        let name = match letter {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if quoted => "&quot;",
            _ => continue,
        };
        html.push_str(text.get(from..at).unwrap_or_default());
        html.push_str(name);
        from = at + 1;
    }
    html.push_str(text.get(from..).unwrap_or_default());
}
