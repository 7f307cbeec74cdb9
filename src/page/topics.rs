//! 我关心的: words of the report that lead to where it speaks of them.

use crate::report::Report;
use leptos::prelude::*;

/// What a reader types in other words, on a topic's link: separated by spaces.
pub const ALSO: &str = "data-also";

/// The words that a link leads to.
pub const WORDS: &str = "data-words";

/// A topic's link.
pub const LINK: &str = ".tj-topics__link";

/// The topics as links, where the report has some.
#[component]
pub fn Topics<'a>(
    /// Whose topics are shown.
    report: &'a Report,
) -> impl IntoView {
    let topics = report.topics.iter();
    let links = topics
        .map(|topic| {
            let also = (!topic.also.is_empty()).then(|| topic.also.join(" "));
            view! {
                <li>
                    <a
                        class="tj-topics__link"
                        href=format!("#{}", topic.at.0)
                        data-words=topic.word.as_str()
                        data-also=also
                    >
                        {topic.word.as_str()}
                    </a>
                </li>
            }
        })
        .collect_view();
    (!report.topics.is_empty()).then(|| {
        view! {
            <nav class="tj-topics" role="navigation" aria-label="我关心的">
                <p class="tj-topics__title">
                    "我关心的" <span class="tj-topics__note">"点一个词，看报告怎么说"</span>
                </p>
                <ul class="tj-topics__list">{links}</ul>
            </nav>
        }
    })
}
