//! Keys that a reader presses, and keys that an input method takes.

use web_sys::KeyboardEvent;

/// The code of a key that an input method takes. Some browsers end the composition
/// before they tell of the key that ended it, and then this code alone says so.
const TAKEN: u32 = 229;

/// Whether the key belongs to an input method that composes: it is no command.
pub fn is_composing(key: &KeyboardEvent) -> bool {
    key.is_composing() || key.key_code() == TAKEN
}
