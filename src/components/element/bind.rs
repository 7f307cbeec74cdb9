//! What an element binds: words and attributes that follow signals, and what
//! listens, each at its place in what the browser has parsed.

use super::Value;
use leptos::prelude::RenderEffect;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use std::any::Any;

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

/// What follows signals or listens in an element, in the order of its places.
#[derive(Default)]
pub(super) struct Bound {
    pub attributes: Vec<(&'static str, Value)>,
    pub words: Vec<Box<dyn Follow>>,
}

/// Marks an element in which something is bound, until it is.
pub(super) const BOUND: &str = "data-bound";

/// Keeps the place of words that follow signals: text beside text would become
/// one.
pub(super) const WORDS: &str = "<!---->";

impl Bound {
    /// Binds it to its element, in which nothing is bound yet.
    pub fn bind(self, node: &types::Element, live: &mut Vec<Live>) {
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

/// What keeps a part of an element alive.
#[expect(dead_code, reason = "held until the element is dropped")]
pub(super) enum Live {
    Words(Box<dyn Any>),
    Listener(RemoveEventHandler<types::Element>),
}
