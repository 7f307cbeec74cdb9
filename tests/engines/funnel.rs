//! The funnel is reached by keys, walked by keys, and says its numbers.

use crate::engine::in_every_engine;
use crate::key::Key;
use crate::page::Page;

in_every_engine!(the_funnel_is_walked_by_keys);

/// What has the focus.
const FOCUSED: &str = "document.activeElement";

/// The walk along the river: what each item is called, and the key that leads on.
const WALK: [(&[&str], Key); 8] = [
    (&["提交提案", "7596件"], Key::Right),
    (&["1359件", "占提交 17.9%"], Key::Right),
    (&["立案", "6237件", "占提交 82.1%"], Key::Left),
    (&["1359件", "占提交 17.9%"], Key::End),
    (&["办结", "5286件", "占交办 100%"], Key::Left),
    (&["集体提案", "774件", "占交办 14.6%"], Key::Left),
    (&["委员提案", "4512件", "占交办 85.4%"], Key::Home),
    (&["提交提案", "7596件"], Key::BackTab),
];

async fn the_funnel_is_walked_by_keys(page: &mut Page) {
    page.open_live("").await;
    // The last control before the drawing.
    let control = "document.querySelector('#funnel summary')";
    page.eval::<()>(&format!("void {control}.focus()")).await;
    page.press(Key::Tab).await;
    for (words, key) in WALK {
        let name = page.name(FOCUSED).await;
        for word in words {
            assert!(name.contains(word), "“{name}” is focused, not {words:?}");
        }
        page.press(key).await;
    }
    let outside: bool = page.eval(&format!("{FOCUSED} === {control}")).await;
    assert!(outside, "one more tab stop in the drawing");

    page.click("document.querySelector('#funnel [data-stage=filed] .tj-river__numeral')")
        .await;
    page.until(
        "(document.querySelector('.tj-card') || document.body).textContent.includes('6237')",
    )
    .await;
}
