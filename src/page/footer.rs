//! Where the report comes from, and what was computed.

use super::home::Outward;
use super::landscape::FooterArt;
use crate::report::Report;
use leptos::either::Either;
use leptos::prelude::*;

/// The page's foot.
#[component]
pub fn Footer<'a>(
    /// Whose imprint is told.
    report: &'a Report,
) -> impl IntoView {
    let (credits, records) = (report.imprint.credits(), report.imprint.records());
    // A public site's imprint is more than fits beside the drawing.
    let long = !records.is_empty() || credits.len() > 3;
    let earlier = report.earlier.as_ref().map(|earlier| {
        let words = ["取自《", &earlier.title, "》，", &earlier.source].concat();
        view! { <div><dt>{[&earlier.name, "数字"].concat()}</dt><dd>{words}</dd></div> }
    });
    let rows = credits.into_iter().chain(records);
    let rows: Vec<_> = rows
        .map(|(name, words, link)| {
            let words = match link {
                Some(link) => Either::Left(view! { <Outward link words/> }),
                None => Either::Right(words),
            };
            view! { <div><dt>{name}</dt><dd>{words}</dd></div> }
        })
        .collect();
    // The words of a sample are nobody's.
    let source = (!report.sample).then(|| view! { "文字与数字均取自原文。" <br/> });
    let told = !rows.is_empty() || earlier.is_some();
    let rows = told.then(|| view! { <dl class="tj-footer__imprint">{rows} {earlier}</dl> });
    view! {
        <footer class="tj-footer" data-far="" data-imprint=long.then_some("long")>
            <FooterArt report/>
            {rows}
            <p class="tj-footer__note">
                {source} "百分比与差额由原文数字计算得出。"
            </p>
        </footer>
    }
}
