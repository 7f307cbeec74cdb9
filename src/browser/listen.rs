//! Listening to events, for as long as the listener lives.

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// Calls back at each event; stops when dropped.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Starts listening.
    pub fn new(
        target: &EventTarget,
        event: &'static str,
        call: impl FnMut(Event) + 'static,
    ) -> Option<Listener> {
        let call = Closure::new(call);
        target
            .add_event_listener_with_callback(event, call.as_ref().unchecked_ref())
            .ok()?;
        Some(Listener {
            target: target.clone(),
            event,
            call,
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let call = self.call.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, call);
    }
}
