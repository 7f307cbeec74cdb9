//! Elements that stay as they were built: nearly all of the page.
//!
//! To leptos an [`Element`] is one view of one type, whatever stands in it. A
//! typed view for each piece of a page that never changes would make up half
//! of the WASM. What does change is a leptos view inside ([`Child::Live`]).

use leptos::prelude::{AnyView, Mountable, Render, RenderHtml};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};
use std::borrow::Cow;

/// An element with its attributes and children. Boxed, since building one hands
/// it on at each step, and a pointer is handed on in fewer bytes.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    svg: bool,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    children: Vec<Child>,
}

/// What stands in an element.
pub enum Child {
    /// Words.
    Text(String),
    /// An element that stays as it is.
    Element(Element),
    /// A view that changes.
    Live(AnyView),
}

/// An HTML element.
pub fn el(tag: &'static str) -> Element {
    make(tag, false)
}

/// An SVG element.
pub fn svg(tag: &'static str) -> Element {
    make(tag, true)
}

fn make(tag: &'static str, svg: bool) -> Element {
    Element(Box::new(Parts {
        tag,
        svg,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

impl Element {
    /// Sets the class.
    pub fn class(self, class: &'static str) -> Element {
        self.attr("class", class)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Element {
        self.with_attribute(name, value.into())
    }

    /// Hides the element from assistive technology.
    pub fn hidden(self) -> Element {
        self.attr("aria-hidden", "true")
    }

    /// Adds a child.
    pub fn child(self, child: impl Into<Child>) -> Element {
        self.with_child(child.into())
    }

    /// Adds children, one after the other; of an `Option` the one there is.
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Element {
        children.into_iter().fold(self, Element::child)
    }

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: Cow<'static, str>) -> Element {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: Child) -> Element {
        self.0.children.push(child);
        self
    }
}

impl From<Element> for Child {
    fn from(element: Element) -> Child {
        Child::Element(element)
    }
}

impl From<&str> for Child {
    fn from(text: &str) -> Child {
        Child::Text(text.to_owned())
    }
}

impl From<String> for Child {
    fn from(text: String) -> Child {
        Child::Text(text)
    }
}

impl From<AnyView> for Child {
    fn from(view: AnyView) -> Child {
        Child::Live(view)
    }
}

/// A built element. The views in it that change live as long as it does.
pub struct Built {
    node: types::Element,
    _live: Vec<AnyViewState>,
}

impl Element {
    fn build_into(self, live: &mut Vec<AnyViewState>) -> types::Element {
        let namespace = self.0.svg.then_some("http://www.w3.org/2000/svg");
        let node = Rndr::create_element(self.0.tag, namespace);
        for (name, value) in &self.0.attributes {
            Rndr::set_attribute(&node, name, value);
        }
        for child in self.0.children {
            match child {
                Child::Text(text) => {
                    Rndr::insert_node(&node, &Rndr::create_text_node(&text), None);
                }
                Child::Element(element) => {
                    Rndr::insert_node(&node, &element.build_into(live), None);
                }
                Child::Live(view) => {
                    let mut state = view.build();
                    state.mount(&node, None);
                    live.push(state);
                }
            }
        }
        node
    }

    fn write(self, html: &mut String) {
        html.push('<');
        html.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            html.push(' ');
            html.push_str(name);
            if !value.is_empty() {
                html.push_str("=\"");
                escape(value, html);
                html.push('"');
            }
        }
        html.push('>');
        if self.0.tag == "br" {
            return;
        }
        for child in self.0.children {
            match child {
                Child::Text(text) => escape(&text, html),
                Child::Element(element) => element.write(html),
                Child::Live(view) => {
                    view.to_html_with_buf(html, &mut Position::FirstChild, true, false, vec![]);
                }
            }
        }
        html.push_str("</");
        html.push_str(self.0.tag);
        html.push('>');
    }
}

/// Words as HTML, in text and in quoted attributes.
fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

impl Render for Element {
    type State = Built;

    fn build(self) -> Built {
        let mut live = Vec::new();
        let node = self.build_into(&mut live);
        Built { node, _live: live }
    }

    fn rebuild(self, state: &mut Built) {
        let mut next = self.build();
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.node.parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(&self.node));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node.clone()]
    }
}

no_attrs!(Element);

impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Element {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        self.write(buf);
        *position = Position::NextChild;
    }

    /// The page is never hydrated: its element is built anew.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Element {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(element: Element, expected: &str) {
        assert_eq!(element.to_html(), expected);
    }

    #[test]
    fn words_are_words_whatever_they_look_like() {
        check(
            el("p").attr("title", "\"><b>").child("<img onerror> & co"),
            "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;img onerror&gt; &amp; co</p>",
        );
    }

    #[test]
    fn children_stand_in_order() {
        let list = el("ul")
            .child("a")
            .children([el("li").child("b"), el("li").hidden()])
            .child(svg("svg").child(svg("path").attr("d", "M0 0")))
            .child(el("br"));
        check(
            list,
            "<ul>a<li>b</li><li aria-hidden=\"true\"></li><svg><path d=\"M0 0\"></path></svg><br></ul>",
        );
    }

    #[test]
    fn an_empty_value_is_a_bare_attribute() {
        check(el("details").attr("open", ""), "<details open></details>");
    }
}
