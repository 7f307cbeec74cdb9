//! A drawing of the page as a file of its own: the colours and typefaces that the
//! page's style gives it are written into it, and what only means something to
//! the page is taken out.

use crate::browser::computed_style::values;
use web_sys::Element;

/// What the style says that an element passes on to those in it.
const PASSED_ON: [&str; 10] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "font-family",
    "font-size",
    "font-weight",
    "letter-spacing",
    "text-anchor",
];

/// What it says of a stop of a gradient alone.
const OF_STOP: [&str; 2] = ["stop-color", "stop-opacity"];

/// An element with what the style says of it: first [`PASSED_ON`].
struct Styled {
    element: Element,
    said: Vec<(&'static str, String)>,
    children: Vec<Styled>,
}

/// Writes the style into a drawing that is in the document.
pub fn write_style(drawing: &Element) -> Option<()> {
    // All of it is read first: without its classes an element looks different.
    Styled::read(drawing)?.write(&[]);
    Some(())
}

impl Styled {
    fn read(element: &Element) -> Option<Styled> {
        let mut names = PASSED_ON.to_vec();
        if element.local_name() == "stop" {
            names.extend(OF_STOP);
        }
        let said = values(element, &names)?.into_iter().map(quoted_alike);
        let said = names.into_iter().zip(said).collect();
        let children = element.children();
        let children = (0..children.length()).filter_map(|index| children.item(index));
        Some(Styled {
            element: element.clone(),
            said,
            children: children.filter_map(|child| Styled::read(&child)).collect(),
        })
    }

    /// `above` is what the element around it says.
    fn write(&self, above: &[(&str, String)]) {
        for name in self.element.get_attribute_names() {
            if let Some(name) = name.as_string().filter(|name| is_of_page(name)) {
                let _ = self.element.remove_attribute(&name);
            }
        }
        let passed_on = above.iter().take(PASSED_ON.len());
        let mut passed_on = passed_on
            .map(|(_, value)| Some(value))
            .chain(std::iter::repeat(None));
        for (name, value) in &self.said {
            let _ = match passed_on.next().flatten() {
                Some(known) if known == value => self.element.remove_attribute(name),
                _ => self.element.set_attribute(name, value),
            };
        }
        for child in &self.children {
            child.write(&self.said);
        }
    }
}

/// Whether an attribute only means something to the page.
fn is_of_page(name: &str) -> bool {
    matches!(name, "class" | "role" | "tabindex" | "style" | "display")
        || name.starts_with("data-")
        || name.starts_with("aria-")
}

/// A value with one kind of quotation marks, and none around an address.
fn quoted_alike(value: String) -> String {
    let mut rest = value.as_str();
    let mut alike = String::new();
    while let Some((before, after)) = rest.split_once("url(\"") {
        let Some((address, after)) = after.split_once("\")") else {
            break;
        };
        alike.push_str(before);
        alike.push_str(&["url(", address, ")"].concat());
        rest = after;
    }
    alike.push_str(rest);
    alike.replace('"', "'")
}
