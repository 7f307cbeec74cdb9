//! A part of the report: whatever it holds, in reading order.

use super::again::Again;
use super::chapter::ChapterDetails;
use super::columns::{AdviceColumns, MeasureColumns};
use super::flow::{FlowFigure, FlowScale};
use super::link::CopyLink;
use super::outlook::Outcomes;
use super::reach::ReachFigure;
use super::sequels::SequelFigure;
use super::wording::{Phrases, Text};
use crate::report::contents::Content;
use crate::report::{self, Report};
use leptos::either::EitherOf7;
use leptos::prelude::*;

/// A part as a section.
#[component]
pub fn PartSection<'a>(
    /// Where the part's figures are found.
    report: &'a Report,
    /// The part.
    part: &'a report::Part,
    /// How wide the report's flows are drawn.
    scale: FlowScale,
) -> impl IntoView {
    let contents = report.contents(part).into_iter();
    let contents = contents
        .map(|content| view! { <PartContent report part content scale/> })
        .collect_view();
    view! { <PartFrame report part contents/> }
}

/// A part around its contents: its heading and its text.
#[component]
pub fn PartFrame<'a, C: IntoView>(
    /// Where the part's figures are found.
    report: &'a Report,
    /// The part.
    part: &'a report::Part,
    /// What follows the text, in reading order.
    contents: C,
) -> impl IntoView {
    let class = if !part.chapters.is_empty() {
        "tj-part tj-part--chapters"
    } else if !part.stairs.is_empty() {
        "tj-part tj-part--outlook"
    } else {
        "tj-part"
    };
    let plain = part.chapters.is_empty();
    let link = plain.then(|| view! { <CopyLink id=&part.id/> });
    let lead = part.text.as_ref().map(|point| {
        view! {
            <p class="tj-part__text">
                <Text report point/>
                <Again report point/>
            </p>
        }
    });
    view! {
        <section class=class data-far=plain.then_some("") id=part.id.0.as_str()>
            <h2 class="tj-part__heading">
                <Phrases report heading=&part.heading.0/>
            </h2>
            {link} {lead} {contents}
        </section>
    }
}

/// One of the things that a part holds.
#[component]
pub fn PartContent<'a>(
    /// Where the content's figures are found.
    report: &'a Report,
    /// The part it stands in.
    part: &'a report::Part,
    /// What is shown.
    content: Content<'a>,
    /// How wide the report's flows are drawn.
    scale: FlowScale,
) -> impl IntoView {
    match content {
        Content::Chapter(number, chapter) => {
            EitherOf7::A(view! { <ChapterDetails report chapter number/> })
        }
        Content::Sequels(sequels) => EitherOf7::F(view! { <SequelFigure report sequels/> }),
        Content::Reach(reach) => EitherOf7::G(view! { <ReachFigure report reach/> }),
        Content::Stairs(_) => EitherOf7::B(view! { <Outcomes report part/> }),
        Content::Flow(flow) => EitherOf7::C(view! { <FlowFigure report part flow scale/> }),
        Content::Measures(measures) => EitherOf7::D(view! { <MeasureColumns report measures/> }),
        Content::Advice(advice) => EitherOf7::E(view! { <AdviceColumns report advice/> }),
    }
}
