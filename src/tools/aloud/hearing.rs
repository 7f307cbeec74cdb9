//! What the reader hears, and how fast.

/// How fast may be read, by name, and what the dock says of it.
pub const RATES: [(f32, &str, &str); 4] = [
    (0.75, "慢", "语速：慢"),
    (1.0, "正常", "语速：正常"),
    (1.25, "快", "语速：快"),
    (1.5, "很快", "语速：很快"),
];

/// What the reader hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing, and nothing is said of it: the dock opens.
    Opening,
    /// Nothing yet: the device looks for its voices.
    Waiting,
    /// Nothing yet: the voice was given something to say.
    Starting,
    /// The page.
    Reading,
    /// Nothing, until the reader wants to go on.
    Paused,
    /// Nothing: the voice broke.
    Broken,
    /// Nothing: no voice speaks Chinese.
    NoVoice,
    /// Nothing: the browser cannot speak.
    NoEngine,
}

impl State {
    /// Whether the voice says something, or is about to.
    pub fn speaks(self) -> bool {
        matches!(self, State::Starting | State::Reading)
    }

    /// Whether nothing is read, and the reader was told why.
    pub fn failed(self) -> bool {
        matches!(self, State::Broken | State::NoVoice | State::NoEngine)
    }
}

/// What the dock shows.
#[derive(Clone, Copy)]
pub struct Now {
    pub state: State,
    /// Which of [`RATES`].
    pub rate: usize,
}
