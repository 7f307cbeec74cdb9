//! Marking words in the page: painted over the text where the browser can
//! (`CSS.highlights`), else wrapped in `<mark>`, or `<tspan>` in drawings.
//! Clearing leaves the very text nodes there were.

use wasm_bindgen::prelude::*;
use web_sys::{
    AbstractRange, DomRect, Element, Node, Range, StaticRange, StaticRangeInit, SvgElement, Text,
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Words inside one text node: from and to in UTF-16 units.
pub struct TextPart {
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
    fn add(this: &Highlight, range: &AbstractRange);
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);
}

/// The marks of the page. Dropped, they are gone.
pub struct Marks {
    /// What the style calls them, painted or wrapped.
    name: &'static str,
    painted: Option<PaintedMarks>,
    /// The texts that were taken apart.
    texts: Vec<Wrapped>,
}

/// All marks, and the current one over them.
struct PaintedMarks {
    all: Highlight,
    current: Highlight,
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
    /// No marks yet; `name` and the current one's for the style. Whoever marks
    /// for another purpose takes other names.
    pub fn none(name: &'static str, current: &str) -> Marks {
        Marks {
            name,
            painted: PaintedMarks::new(name, current),
            texts: Vec::new(),
        }
    }

    /// Marks these instead of any others: each in parts, all in the order of
    /// the page.
    pub fn set<'a>(&mut self, all: impl Iterator<Item = &'a [TextPart]>) {
        self.clear();
        self.add(all);
    }

    /// Marks these beside others; all that stand in one text at once.
    pub fn add<'a>(&mut self, all: impl Iterator<Item = &'a [TextPart]>) {
        let known = self.texts.len();
        for parts in all {
            match self.paint(parts) {
                Some(painted) => {
                    let range = still(parts);
                    range.into_iter().for_each(|range| painted.all.add(&range));
                }
                None => parts.iter().for_each(|part| self.wrap(part)),
            }
        }
        for text in self.texts.iter_mut().skip(known) {
            let _ = text.end();
        }
    }

    /// Makes one of the marks the current one, and tells where it is.
    pub fn make_current(&mut self, parts: &[TextPart]) -> Option<DomRect> {
        let mut place = None;
        if let Some(painted) = &self.painted {
            painted.current.clear();
        }
        if let Some(painted) = self.paint(parts) {
            let range = range(parts)?;
            painted.current.add(&range);
            place = Some(range.get_bounding_client_rect());
        }
        for text in &self.texts {
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

    /// Takes all marks away.
    pub fn clear(&mut self) {
        self.take(usize::MAX);
    }

    /// Takes marks away: of the texts that were taken apart, so many are whole
    /// again. Whether there are more.
    pub fn take(&mut self, many: usize) -> bool {
        if let Some(painted) = &self.painted {
            painted.all.clear();
            painted.current.clear();
        }
        let rest = self.texts.len().saturating_sub(many);
        self.texts.drain(rest..).for_each(Wrapped::undo);
        rest > 0
    }

    /// What paints the words, unless they are to be wrapped: in drawings, paint
    /// cannot change the colour of letters.
    fn paint(&self, parts: &[TextPart]) -> Option<&PaintedMarks> {
        let holder = parts.first()?.node.parent_element()?;
        self.painted.as_ref().filter(|_| !drawn(&holder))
    }

    fn wrap(&mut self, part: &TextPart) {
        if self.texts.last().is_none_or(|text| text.node != part.node) {
            self.texts.push(Wrapped::begin(&part.node));
        }
        if let Some(text) = self.texts.last_mut() {
            let _ = text.mark(part, self.name);
        }
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.clear();
    }
}

impl PaintedMarks {
    fn new(name: &str, of_current: &str) -> Option<PaintedMarks> {
        HIGHLIGHTS.with(|highlights| {
            let highlights = highlights.as_ref()?;
            let (all, current) = (Highlight::new().ok()?, Highlight::new().ok()?);
            current.set_priority(1);
            highlights.set(name, &all);
            highlights.set(of_current, &current);
            Some(PaintedMarks { all, current })
        })
    }
}

/// Whether an element is part of a drawing.
fn drawn(element: &Element) -> bool {
    element.is_instance_of::<SvgElement>()
}

/// Where the words stand now. One that followed every change would make each
/// change slow.
fn still(parts: &[TextPart]) -> Option<StaticRange> {
    let (first, last) = (parts.first()?, parts.last()?);
    let place = StaticRangeInit::new(&last.node, last.to, &first.node, first.from);
    StaticRange::new(&place).ok()
}

fn range(parts: &[TextPart]) -> Option<Range> {
    let (first, last) = (parts.first()?, parts.last()?);
    let range = Range::new().ok()?;
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

    fn mark(&mut self, part: &TextPart, class: &str) -> Option<()> {
        let document = self.node.owner_document()?;
        self.plain(part.from)?;
        let mark = match drawn(&self.node.parent_element()?) {
            true => document.create_element_ns(Some(SVG), "tspan").ok()?,
            false => document.create_element("mark").ok()?,
        };
        mark.set_attribute("class", class).ok()?;
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
