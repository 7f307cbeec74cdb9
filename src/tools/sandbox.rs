//! What a frame is not let do is said in words, not silently left undone: a
//! sandbox cannot be asked what it forbids, and browsers tell nobody.

use super::dialog;
use crate::browser::options::framed;
use leptos::prelude::*;

/// Why one may want to save from the whole page.
pub const NOT_SAVED: &str = "下载没有开始？可以";

/// Whether the page may print; where it may not, the reader is told, under the tool's
/// name, where to go instead.
pub fn permits(title: &'static str) -> bool {
    if !framed() {
        return true;
    }
    dialog::open(
        title,
        "tj-sandbox",
        |_| view! { <Elsewhere words="这是嵌入其他网页的图解，在这里不能打印。" needless=false/> },
    );
    false
}

/// Why not here, and the way to the whole page, where all works.
#[component]
pub fn Elsewhere(
    /// Why not here, a sentence.
    words: &'static str,
    /// Whether all works here, too.
    needless: bool,
) -> impl IntoView {
    view! {
        <p hidden=needless>
            {words} <a href="?" target="_blank" rel="noopener">
                "打开完整图解"
            </a>
        </p>
    }
}
