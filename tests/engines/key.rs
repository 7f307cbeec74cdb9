//! Keys, as each way of driving has them.

use serde_json::{Value, json};

/// A key that stories press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Tab,
    /// Tab with Shift.
    BackTab,
    Left,
    Right,
    Home,
    End,
    Enter,
    Escape,
    Backspace,
}

impl Key {
    /// WebDriver's.
    pub fn webdriver(self) -> thirtyfour::Key {
        match self {
            Key::Tab | Key::BackTab => thirtyfour::Key::Tab,
            Key::Left => thirtyfour::Key::Left,
            Key::Right => thirtyfour::Key::Right,
            Key::Home => thirtyfour::Key::Home,
            Key::End => thirtyfour::Key::End,
            Key::Enter => thirtyfour::Key::Enter,
            Key::Escape => thirtyfour::Key::Escape,
            Key::Backspace => thirtyfour::Key::Backspace,
        }
    }

    /// The DevTools protocol's, less the type of the event.
    pub fn devtools(self) -> Value {
        let (name, code, shift) = match self {
            Key::Tab => ("Tab", 9, 0),
            Key::BackTab => ("Tab", 9, 8),
            Key::Left => ("ArrowLeft", 37, 0),
            Key::Right => ("ArrowRight", 39, 0),
            Key::Home => ("Home", 36, 0),
            Key::End => ("End", 35, 0),
            Key::Enter => ("Enter", 13, 0),
            Key::Escape => ("Escape", 27, 0),
            Key::Backspace => ("Backspace", 8, 0),
        };
        let mut key =
            json!({"key": name, "code": name, "windowsVirtualKeyCode": code, "modifiers": shift});
        // What a key writes makes the event by which controls are pressed.
        if self == Key::Enter {
            key["text"] = json!("\r");
        }
        key
    }
}
