//! The page: a pure function of the report, a feature a file.
//!
//! What a feature shows is a component, rendered natively into the page that is
//! served, and built in the browser only where the data asks for another page. What
//! it does once the app runs stands beside it (WASM only) and is attached to the page
//! as it stands.

use crate::report::Report;
use leptos::prelude::*;

pub mod again;
pub mod chapter;
pub mod columns;
pub mod credit;
pub mod display;
#[cfg(target_os = "unknown")]
pub mod drawing;
#[cfg(target_os = "unknown")]
pub mod far;
pub mod figure;
pub mod flow;
pub mod footer;
pub mod graphic;
pub mod hero;
pub mod home;
pub mod icon;
pub mod landscape;
pub mod link;
#[cfg(not(target_os = "unknown"))]
pub mod listing;
#[cfg(target_os = "unknown")]
pub mod mounting;
pub mod nav;
pub mod numbers;
pub mod outlook;
pub mod part;
#[cfg(target_os = "unknown")]
pub mod provenance;
pub mod reach;
pub mod sequels;
pub mod terms;
pub mod topics;
pub mod wording;

use credit::Credit;
use footer::Footer;
use hero::{Headline, Hero, Opening};
use home::Home;
use nav::{Bar, Rail};
use numbers::Origin;
use part::PartSection;
use terms::{Corrections, Terms};

/// The attribute of `#app` that holds the SHA-256 of the data it was made of.
pub const DATA: &str = "data-report";

/// What the app needs of a page to bring it to life: places for its tools, and words.
#[cfg(target_os = "unknown")]
pub const NEEDED: [&str; 2] = [".tj-toolbar", "main"];

/// Everything inside `#app`.
#[component]
pub fn Page<'a>(
    /// What the page tells.
    report: &'a Report,
) -> impl IntoView {
    let scale = flow::scale(report);
    let parts = report.parts.iter();
    let parts = parts
        .map(|part| view! { <PartSection report part scale/> })
        .collect_view();
    view! { <Frame report parts/> }
}

/// The page around its parts. The toolbar's place is kept free, so that nothing
/// moves when the app brings one.
#[component]
pub fn Frame<'a, P: IntoView>(
    /// What the page tells.
    report: &'a Report,
    /// The report's parts, in reading order.
    parts: P,
) -> impl IntoView {
    let breaks = (!report.breaks.is_empty()).then_some("");
    view! {
        <div class="tj-page" data-breaks=breaks>
            <a class="tj-skip" href="#main">"跳到正文"</a>
            <Home report/>
            <header class="tj-masthead">
                <div class="tj-masthead__row">
                    <p class="tj-masthead__name">
                        <svg class="tj-masthead__arcs" display="none" viewBox="0 0 26 14" focusable="false" aria-hidden="true">
                            <path d="M1 14a12 12 0 0 1 24 0M5 14a8 8 0 0 1 16 0M9 14a4 4 0 0 1 8 0"></path>
                        </svg>
                        {report.title.short.as_str()}
                    </p>
                    <Bar report/>
                    <div class="tj-toolbar"></div>
                </div>
            </header>
            <main id="main">
                <Hero report/>
                <Headline report/>
                <Opening report/>
                // The way by which reader modes come to the whole report: lists of links are told
                // apart by role, and the preface is all that stands beside the body.
                <div class="tj-body">
                    <Rail report/>
                    <article class="tj-report">{parts}</article>
                </div>
                <Terms report/>
                <Corrections report/>
            </main>
            <Credit report/>
            <Origin report/>
            <Footer report/>
        </div>
    }
}

/// The page as the HTML that is served, without what leptos marks for hydration:
/// the page is never hydrated.
#[cfg(not(target_os = "unknown"))]
pub fn render(report: &Report) -> String {
    html(view! { <Page report/> })
}

/// A view as HTML, without what leptos marks for hydration. No words of a report
/// can look like a mark: they are escaped.
#[cfg(not(target_os = "unknown"))]
pub fn html(view: impl IntoView) -> String {
    view.to_html().replace("<!>", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of a report are words, whatever they look like, and leptos leaves no
    /// marks between them.
    #[test]
    fn the_page_holds_the_reports_words_and_no_marks() {
        let odd = "甲<!>&lt;<script>\"乙";
        let report: Report = serde_json::from_value(serde_json::json!({
            "title": {"text": odd, "short": odd},
            "preface": {"text": odd},
            "parts": [{"id": "a", "heading": odd, "text": {"text": odd}}],
        }))
        .unwrap();
        let page = render(&report);
        let escaped = "甲&lt;!&gt;&amp;lt;&lt;script&gt;\"乙";
        // The short title, the title, the preface, the rail, the bar, the part's heading
        // and text, the credit, and where the numbers come from.
        assert_eq!(page.matches(escaped).count(), 9);
        assert!(!page.contains("<!") && !page.contains("<script"));
    }
}
