//! What hearing the page needs: a desk without a person, a screen reader, and voices.

use std::path::Path;

use super::{FIREFOX, Need, SCREEN, on_path};

/// A second browser, and what hears both.
pub const SCREEN_READER_AND_VOICES: &[Need] = &[
    FIREFOX,
    SCREEN,
    Need {
        package: "openbox",
        what: "what manages its windows (`openbox` on PATH)",
        present: || on_path("openbox").is_some(),
    },
    Need {
        package: "xdotool",
        what: "what presses keys (`xdotool` on PATH)",
        present: || on_path("xdotool").is_some(),
    },
    Need {
        package: "dbus",
        what: "a session bus (`dbus-daemon` and `dbus-send` on PATH)",
        present: || on_path("dbus-daemon").is_some() && on_path("dbus-send").is_some(),
    },
    Need {
        package: "at-spi2-core",
        what: "what browsers tell a screen reader by (at-spi)",
        present: || Path::new("/usr/share/dbus-1/services/org.a11y.Bus.service").is_file(),
    },
    Need {
        package: "orca",
        what: "the screen reader Orca (`orca` on PATH)",
        present: || on_path("orca").is_some(),
    },
    Need {
        package: "speech-dispatcher",
        what: "what gives voices to programs (`speech-dispatcher` on PATH)",
        present: || on_path("speech-dispatcher").is_some(),
    },
    Need {
        package: "speech-dispatcher-espeak-ng",
        what: "a voice that speaks Chinese (espeak-ng)",
        present: || Path::new("/usr/lib/speech-dispatcher-modules/sd_espeak-ng").is_file(),
    },
    Need {
        package: "pulseaudio",
        what: "what mixes sound (`pulseaudio` on PATH)",
        present: || on_path("pulseaudio").is_some(),
    },
    Need {
        package: "pulseaudio-utils",
        what: "what records sound (`parec` and `pactl` on PATH)",
        present: || on_path("parec").is_some() && on_path("pactl").is_some(),
    },
    Need {
        package: "python3",
        what: "what serves files (`python3` on PATH)",
        present: || on_path("python3").is_some(),
    },
];
