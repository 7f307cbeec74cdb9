//! Elements that stay as they were built: nearly all of the page.
//!
//! To leptos an [`Element`] is one view of one type, whatever stands in it. A
//! typed view for each piece of a page that never changes would make up half
//! of the WASM. What does change follows its signals: words ([`Element::words`])
//! and attributes ([`Element::live`]). Where neither is asked for, nothing of
//! leptos' signals is part of the WASM.

mod bind;
mod html;

pub use bind::Follow;

use bind::{BOUND, Live};
use leptos::prelude::{Mountable, Render, RenderHtml};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use std::borrow::Cow;

/// An element with its attributes and children. Boxed, since building one hands
/// it on at each step, and a pointer is handed on in fewer bytes.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Child>,
}

/// What stands behind an attribute's or an event's name.
enum Value {
    /// Words that stay.
    Fixed(Cow<'static, str>),
    /// Words that follow their signals; none is no attribute.
    Live(Box<dyn Follow>),
    /// What is done when the event happens.
    Act(SendWrapper<Box<dyn FnMut(types::Event)>>),
}

/// What stands in an element.
pub enum Child {
    /// Words.
    Text(String),
    /// An element that stays as it is.
    Element(Element),
    /// Words that follow their signals.
    Live(Box<dyn Follow>),
}

/// An element, of SVG where it stands in a drawing.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
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
        self.with_attribute(name, Value::Fixed(value.into()))
    }

    /// Sets an attribute that follows the signals it is made of.
    pub fn live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Element {
        self.with_attribute(name, Value::Live(Box::new(value)))
    }

    /// Does something when an event happens; served pages do not.
    pub fn on(self, event: &'static str, act: impl FnMut(types::Event) + 'static) -> Element {
        self.with_attribute(event, Value::Act(SendWrapper::new(Box::new(act))))
    }

    /// Adds words that follow the signals they are made of.
    pub fn words(self, words: impl Fn() -> String + Send + 'static) -> Element {
        self.with_child(Child::Live(Box::new(move || Some(words()))))
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
    fn with_attribute(mut self, name: &'static str, value: Value) -> Element {
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

/// A built element. What changes in it or listens to it lives as long as it does.
pub struct Built {
    node: types::Element,
    _live: Vec<Live>,
}

impl Built {
    /// The element.
    pub fn node(&self) -> &types::Element {
        &self.node
    }
}

impl Render for Element {
    type State = Built;

    /// The browser parses it, as it does the page that is served: a call for
    /// each element and attribute takes ten times as long.
    fn build(self) -> Built {
        let mut html = String::new();
        let mut bound = Some(Vec::new());
        self.write(&mut html, &mut bound);
        let holder = Rndr::create_element("div", None);
        let parsed = holder.insert_adjacent_html("beforeend", &html);
        assert!(parsed.is_ok(), "the browser lets no page write HTML");
        let mut live = Vec::new();
        let selector = ["[", BOUND, "]"].concat();
        for bound in bound.into_iter().flatten() {
            if let Ok(Some(node)) = holder.query_selector(&selector) {
                bound.bind(&node, &mut live);
            }
        }
        let node = holder.first_element_child().unwrap_or(holder);
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
        self.write(buf, &mut None);
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
        assert_eq!(element.html(), expected);
    }

    #[test]
    fn words_are_words_whatever_they_look_like() {
        check(
            el("p")
                .attr("title", "\"><b>")
                .child("<img onerror=\"\"> & co"),
            "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;img onerror=\"\"&gt; &amp; co</p>",
        );
    }

    #[test]
    fn children_stand_in_order() {
        let list = el("ul")
            .child("a")
            .children([el("li").child("b"), el("li").hidden()])
            .child(el("svg").child(el("path").attr("d", "M0 0")))
            .child(el("br"));
        check(
            list,
            "<ul>a<li>b</li><li aria-hidden=\"true\"></li><svg><path d=\"M0 0\"></path></svg><br></ul>",
        );
    }

    #[test]
    fn what_changes_is_served_as_it_is_now() {
        let button = el("button")
            .live("aria-expanded", || Some("false".to_owned()))
            .live("title", || None)
            .on("click", |_| {})
            .words(|| "展开".to_owned());
        check(button, "<button aria-expanded=\"false\">展开</button>");
    }
}
