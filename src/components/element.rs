//! Elements that stay as they were built: nearly all of the page.
//!
//! To leptos an [`Element`] is one view of one type, whatever stands in it. A
//! typed view for each piece of a page that never changes would make up half
//! of the WASM. What does change follows its signals: words ([`Element::words`])
//! and attributes ([`Element::live`]). Where neither is asked for, nothing of
//! leptos' signals is part of the WASM.

use leptos::prelude::{Mountable, Render, RenderEffect, RenderHtml};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use std::any::Any;
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

/// Words that are made of signals.
pub trait Follow: Send {
    /// As they are now.
    fn now(&self) -> Option<String>;
    /// Hands them on, now and whenever they change, until what it returns is
    /// dropped.
    fn follow(self: Box<Self>, tell: Box<dyn Fn(Option<String>)>) -> Box<dyn Any>;
}

impl<F: Fn() -> Option<String> + Send + 'static> Follow for F {
    fn now(&self) -> Option<String> {
        self()
    }

    fn follow(self: Box<Self>, tell: Box<dyn Fn(Option<String>)>) -> Box<dyn Any> {
        follow(self, tell)
    }
}

#[inline(never)]
fn follow(
    words: Box<dyn Fn() -> Option<String>>,
    tell: Box<dyn Fn(Option<String>)>,
) -> Box<dyn Any> {
    Box::new(Following(RenderEffect::new(move |_| tell(words()))))
}

/// An effect that runs whenever its signals change.
struct Following(RenderEffect<()>);

/// A signal remembers who follows it beyond their end: of every window that ever
/// was open it kept a little, and told each of every change.
impl Drop for Following {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
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

/// What keeps a part of an element alive.
#[expect(dead_code, reason = "held until the element is dropped")]
enum Live {
    Words(Box<dyn Any>),
    Listener(RemoveEventHandler<types::Element>),
}

impl Built {
    /// The element.
    pub fn node(&self) -> &types::Element {
        &self.node
    }
}

impl Element {
    /// Writes the element as HTML; what a page that runs binds is gathered in
    /// `bound`, and its places are marked. Without, it is a page as it is served.
    fn write(self, html: &mut String, bound: &mut Option<Vec<Bound>>) {
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
                (Child::Text(text), _) => escape(&text, html),
                (Child::Element(element), _) => element.write(html, bound),
                (Child::Live(words), None) => escape(&words.now().unwrap_or_default(), html),
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

/// What follows signals or listens in an element, in the order of its places.
#[derive(Default)]
struct Bound {
    attributes: Vec<(&'static str, Value)>,
    words: Vec<Box<dyn Follow>>,
}

/// Marks an element in which something is bound, until it is.
const BOUND: &str = "data-bound";

/// Keeps the place of words that follow signals: text beside text would become
/// one.
const WORDS: &str = "<!---->";

impl Bound {
    /// Binds it to its element, in which nothing is bound yet.
    fn bind(self, node: &types::Element, live: &mut Vec<Live>) {
        Rndr::remove_attribute(node, BOUND);
        for (name, value) in self.attributes {
            let node = node.clone();
            match value {
                Value::Fixed(_) => {}
                Value::Live(words) => {
                    let tell = move |words: Option<String>| match words {
                        Some(words) => Rndr::set_attribute(&node, name, &words),
                        None => Rndr::remove_attribute(&node, name),
                    };
                    live.push(Live::Words(words.follow(Box::new(tell))));
                }
                Value::Act(act) => {
                    let listener = Rndr::add_event_listener(&node, name, act.take());
                    live.push(Live::Listener(listener));
                }
            }
        }
        let mut next = node.first_child();
        let mut words = self.words.into_iter();
        while let Some(place) = next {
            next = place.next_sibling();
            if place.node_type() != types::Node::COMMENT_NODE {
                continue;
            }
            let Some(words) = words.next() else { break };
            let text = Rndr::create_text_node("");
            let _ = node.replace_child(&text, &place);
            let tell = move |words: Option<String>| {
                Rndr::set_text(&text, &words.unwrap_or_default());
            };
            live.push(Live::Words(words.follow(Box::new(tell))));
        }
    }
}

/// An attribute as HTML; one without a value is its name.
fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// Words as HTML, in text and in quoted attributes.
#[inline(never)]
fn escape(text: &str, html: &mut String) {
    let mut from = 0;
    for (at, letter) in text.bytes().enumerate() {
        let name = match letter {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(text.get(from..at).unwrap_or_default());
        html.push_str(name);
        from = at + 1;
    }
    html.push_str(text.get(from..).unwrap_or_default());
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

    #[test]
    fn an_empty_value_is_a_bare_attribute() {
        check(el("details").attr("open", ""), "<details open></details>");
    }
}
