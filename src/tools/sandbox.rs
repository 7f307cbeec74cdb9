//! What a frame is not let do is said in words, not silently left undone: a
//! sandbox cannot be asked what it forbids, and browsers tell nobody.

use super::dialog;
use crate::browser::options::framed;
use crate::components::element::el;

/// Whether the page may print and download; where it may not, the reader is
/// told, under the tool's name, where to go instead.
pub fn permits(title: &'static str) -> bool {
    if !framed() {
        return true;
    }
    dialog::open(title, "tj-sandbox", |_| {
        let whole = el("a")
            .attr("href", "?")
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .child("完整图解");
        el("p")
            .child("这是嵌入其他网页的图解，在这里不能打印和下载。请打开")
            .child(whole)
            .child("再试。")
    });
    false
}
