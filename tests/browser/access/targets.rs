//! What is pressed is large enough: 24 px everywhere, 44 in large type, and 60
//! there for what is used most.

use serde_json::{Value, json};

use super::states::{STATES, enter, give_voice, leave, open};
use crate::browser::browse;
use crate::server::Site;

/// Finds what is too small; see there.
const SCRIPT: &str = include_str!("targets.js");

fn are_large_enough(address: &'static str, least: u32, main: Value) {
    browse(async |browser| {
        let site = Site::built().await;
        give_voice(browser).await;
        let mut wrong = Vec::new();
        for width in [320, 390, 768, 1440] {
            open(browser, &site, address, width).await;
            for state in STATES {
                enter(browser, state).await;
                let arguments = vec![json!(least), main.clone()];
                let (all, faults): (usize, Vec<String>) = browser.call(SCRIPT, arguments).await;
                assert!(all > 2, "{all} controls, {state} at {width} px");
                let found = faults.into_iter();
                wrong.extend(found.map(|fault| format!("{state} at {width} px: {fault}")));
                leave(browser, state).await;
            }
        }
        assert_eq!(wrong, [""; 0]);
    });
}

#[test]
fn in_normal_type() {
    are_large_enough("", 24, json!([]));
}

#[test]
fn in_large_type() {
    let main = json!([
        [
            ".tj-toolbar__button, .tj-sheet__button, .tj-dock__button, .tj-bar__link",
            60
        ],
        [
            ".tj-section__summary, .tj-bar__summary, .tj-chapter__summary",
            60
        ],
        [".tj-search__field, .tj-search__button, .tj-way__button", 60],
        [".tj-download, .tj-funnel__switch, .tj-sharing__button", 60],
    ]);
    are_large_enough("?size=elder", 44, main);
}
