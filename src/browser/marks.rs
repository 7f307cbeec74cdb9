//! Marking words in the page: painted over the text where the browser can
//! (`CSS.highlights`), else wrapped in `<mark>`. Clearing leaves the very text
//! nodes there were.

use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, Node, Range, Text};

/// Words inside one text node: from and to in UTF-16 units.
pub struct Part {
    /// The text they stand in.
    pub node: Text,
    /// Where they begin.
    pub from: u32,
    /// Where they end.
    pub to: u32,
}

#[wasm_bindgen]
extern "C" {
    type Highlights;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<Highlights>;
    #[wasm_bindgen(method)]
    fn set(this: &Highlights, name: &str, highlight: &Highlight);

    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);
}

/// The marks of the page. Dropped, they are gone.
pub struct Marks(Way);

enum Way {
    /// All marks, and the current one over them.
    Painted(Highlight, Highlight),
    /// The texts that were taken apart.
    Wrapped(Vec<Wrapped>),
}

/// A text in pieces. Its node stays, empty, in front of them.
struct Wrapped {
    node: Text,
    text: String,
    pieces: Vec<Node>,
    /// How much of the text stands in pieces, in units.
    done: u32,
    /// Each mark with where it begins in the text.
    marks: Vec<(u32, Element)>,
}

impl Marks {
    /// No marks yet.
    pub fn here() -> Marks {
        Marks(painted().unwrap_or(Way::Wrapped(Vec::new())))
    }

    /// Marks these instead of any others: each in parts, all in the order of
    /// the page.
    pub fn set<'a>(&mut self, all: impl Iterator<Item = &'a [Part]>) {
        self.clear();
        match &mut self.0 {
            Way::Painted(marks, _) => {
                for parts in all {
                    if let Some(range) = range(parts) {
                        marks.add(&range);
                    }
                }
            }
            Way::Wrapped(texts) => {
                let mut parts = all.flatten().peekable();
                while let Some(first) = parts.next() {
                    let mut text = Wrapped::begin(&first.node);
                    let _ = text.mark(first);
                    while let Some(part) = parts.next_if(|part| part.node == first.node) {
                        let _ = text.mark(part);
                    }
                    let _ = text.end();
                    texts.push(text);
                }
            }
        }
    }

    /// Makes one of the marks the current one, and tells where it is.
    pub fn make_current(&mut self, parts: &[Part]) -> Option<DomRect> {
        match &self.0 {
            Way::Painted(_, current) => {
                current.clear();
                let range = range(parts)?;
                current.add(&range);
                Some(range.get_bounding_client_rect())
            }
            Way::Wrapped(texts) => {
                let mut place = None;
                for text in texts {
                    for (from, mark) in &text.marks {
                        let current = parts
                            .iter()
                            .any(|part| part.node == text.node && part.from == *from);
                        let _ = mark.toggle_attribute_with_force("data-current", current);
                        if current && place.is_none() {
                            place = Some(mark.get_bounding_client_rect());
                        }
                    }
                }
                place
            }
        }
    }

    /// Takes all marks away.
    pub fn clear(&mut self) {
        match &mut self.0 {
            Way::Painted(marks, current) => {
                marks.clear();
                current.clear();
            }
            Way::Wrapped(texts) => texts.drain(..).for_each(Wrapped::undo),
        }
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.clear();
    }
}

fn painted() -> Option<Way> {
    HIGHLIGHTS.with(|highlights| {
        let highlights = highlights.as_ref()?;
        let (marks, current) = (Highlight::new().ok()?, Highlight::new().ok()?);
        current.set_priority(1);
        highlights.set("tj-hit", &marks);
        highlights.set("tj-current", &current);
        Some(Way::Painted(marks, current))
    })
}

fn range(parts: &[Part]) -> Option<Range> {
    let (first, last) = (parts.first()?, parts.last()?);
    let range = first.node.owner_document()?.create_range().ok()?;
    range.set_start(&first.node, first.from).ok()?;
    range.set_end(&last.node, last.to).ok()?;
    Some(range)
}

impl Wrapped {
    fn begin(node: &Text) -> Wrapped {
        Wrapped {
            node: node.clone(),
            text: node.data(),
            pieces: Vec::new(),
            done: 0,
            marks: Vec::new(),
        }
    }

    fn mark(&mut self, part: &Part) -> Option<()> {
        let document = self.node.owner_document()?;
        self.plain(part.from)?;
        let svg = self.node.parent_element()?.namespace_uri();
        let svg = svg.filter(|uri| uri.ends_with("svg"));
        let mark = match &svg {
            Some(uri) => document.create_element_ns(Some(uri), "tspan").ok()?,
            None => document.create_element("mark").ok()?,
        };
        mark.set_attribute("class", "tj-hit").ok()?;
        let words = self
            .node
            .substring_data(part.from, part.to - part.from)
            .ok()?;
        mark.set_text_content(Some(&words));
        self.pieces.push(mark.clone().into());
        self.marks.push((part.from, mark));
        self.done = part.to;
        Some(())
    }

    /// The text up to a place, unmarked.
    fn plain(&mut self, to: u32) -> Option<()> {
        let length = to.checked_sub(self.done)?;
        let text = self.node.substring_data(self.done, length).ok()?;
        let document = self.node.owner_document()?;
        self.pieces.push(document.create_text_node(&text).into());
        Some(())
    }

    /// Puts the pieces in the place of the text.
    fn end(&mut self) -> Option<()> {
        self.plain(self.node.length())?;
        let parent = self.node.parent_node()?;
        let next = self.node.next_sibling();
        for piece in &self.pieces {
            parent.insert_before(piece, next.as_ref()).ok()?;
        }
        self.node.set_data("");
        Some(())
    }

    fn undo(self) {
        for piece in &self.pieces {
            if let Some(parent) = piece.parent_node() {
                let _ = parent.remove_child(piece);
            }
        }
        self.node.set_data(&self.text);
    }
}
