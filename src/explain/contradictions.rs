//! Where the source contradicts itself, in words: in Chinese as the page says it.

use super::lang::{Lang, Wording, said, told};
use super::shown::quoted;
use crate::report::flow::discrepancy::DiscrepancyKind;

/// A flow's numbers that do not fit each other.
pub fn of_flow(found: &DiscrepancyKind, lang: Lang) -> Wording {
    let sentence = match lang {
        Lang::Zh => found.sentence().trim_end_matches('。').to_owned(),
        Lang::En => english(found),
    };
    wording(&sentence, lang)
}

/// A graphic's parts that are more than their whole.
pub fn of_parts(whole: &str, by: &str, lang: Lang) -> Wording {
    let (named, more) = (quoted(whole), quoted(by));
    let sentence = said!(
        lang,
        "各部分合计比{whole}多{by}",
        "the parts are more than {named} by {more}"
    );
    wording(&sentence, lang)
}

#[rustfmt::skip] // One wording a line, however wide its characters.
fn wording(sentence: &str, lang: Lang) -> Wording {
    told!(lang,
        ["{sentence}", "网页照原文显示并说明；若是抄写有误，应改正"],
        ["the source contradicts itself: {sentence}", "the page shows and tells it; correct it if it was copied wrongly"],
    )
}

fn english(found: &DiscrepancyKind) -> String {
    match found {
        DiscrepancyKind::Share {
            label,
            of,
            printed,
            computed,
        } => {
            let (label, of, printed) = (quoted(label), quoted(of), quoted(printed));
            format!("{label} is printed as {printed} of {of}, its count gives {computed}")
        }
        DiscrepancyKind::Parts { of, by, sum, whole } => {
            let of = quoted(of);
            let by = by.as_deref().map(quoted);
            let by = by.map_or_else(String::new, |by| format!(" by {by}"));
            format!("{of} counts {whole}, its parts{by} count {sum} together")
        }
        DiscrepancyKind::Exits {
            before,
            stage,
            told,
            fewer,
        } => {
            let (before, stage) = (quoted(before), quoted(stage));
            format!("from {before} to {stage} {fewer} are gone, the exits count {told} together")
        }
    }
}
