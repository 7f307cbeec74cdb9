//! What tells the story stands in the data, is held to the source by check, and is
//! absent from the page where it is absent from the file.

use serde_json::{Value, json};
use tujie::page::render;
use tujie::report::Report;

use crate::data::{Edit, edited, findings, report, set};

/// The edited file has a problem at that place, told in those words.
#[track_caller]
fn check(edit: Edit, pointer: &str, words: &str) {
    let (problems, _) = findings(edit);
    let place = format!("{pointer}：");
    let mut told = problems
        .iter()
        .filter_map(|problem| problem.strip_prefix(&place));
    assert!(told.any(|text| text.contains(words)), "{problems:#?}");
}

/// The page of the edited file, which is good.
#[track_caller]
fn page(edit: Edit) -> String {
    let text = edited(edit);
    let report: Report = serde_json::from_str(&text).expect("a report");
    assert_eq!(tujie::report::check::check(&report), []);
    render(&report)
}

/// Takes all of it out of the file.
fn bare() -> Edit {
    Box::new(|file| {
        for part in file["parts"].as_array_mut().into_iter().flatten() {
            for field in ["sequels", "reach", "pairs"] {
                part.as_object_mut().map(|part| part.remove(field));
            }
        }
        file.as_object_mut().map(|file| file.remove("topics"));
    })
}

/// A report without any of it looks whole: no empty place, no heading over nothing.
#[test]
fn what_is_absent_from_the_file_is_absent_from_the_page() {
    let page = page(bare());
    for absent in [
        "tj-topics",
        "tj-sequels",
        "tj-reach",
        "tj-onward",
        "tj-outcomes__back",
        "tj-shared",
        "tj-term",
        "tj-corrected",
    ] {
        assert!(!page.contains(absent), "{absent}");
    }
    assert_eq!(page.matches("tj-outcomes__item").count(), 6);
}

/// Without a flow the preface has its place on the first screen.
#[test]
fn the_preface_gives_way_to_a_finding_alone() {
    let whole = page(Box::new(|_| {}));
    let place = |page: &str, class: &str| page.find(&format!("class=\"{class}\""));
    assert!(place(&whole, "tj-small") < place(&whole, "tj-headline"));
    assert!(place(&whole, "tj-headline") < place(&whole, "tj-hero__lead"));
    let without = page(set("/parts/2/flows", json!([])));
    assert_eq!(place(&without, "tj-small"), None);
    assert!(place(&without, "tj-hero__lead") < place(&without, "tj-headline"));
}

#[test]
fn topics_are_words_of_their_place() {
    let word = "/topics/0/word";
    check(set(word, json!("医疗")), word, "没有“医疗”");
    check(
        set("/topics/0/at", json!("nowhere")),
        "/topics/0/at",
        "没有编号是“nowhere”",
    );
    check(set(word, json!("")), word, "空");
}

/// What a reader may type for a topic stands beside its link, where a search finds it.
#[test]
fn everyday_words_lead_to_the_reports() {
    let page = page(set(
        "/topics",
        json!([{"word": "就医", "at": "livelihood", "also": ["医疗", "看病"]}]),
    ));
    let link = "href=\"#livelihood\" data-words=\"就医\" data-also=\"医疗 看病\"";
    assert!(page.contains(link));
}

/// Both halves stand in one text, in order: nobody joins what the source does not.
#[test]
fn what_came_of_it_stands_in_the_same_text() {
    let came = "/parts/0/sequels/items/4/came";
    check(set(came, json!("市领导督办重点提案130件")), came, "没有");
    let done = "/parts/0/sequels/items/4/done";
    check(set(done, json!("被全国政协采用325篇")), came, "按先后");
    check(set(done, json!("报送报告4988篇")), done, "没有");
    let share = "/parts/0/sequels/items/4/share";
    check(
        set(share, json!(["reports", "reports-adopted"])),
        share,
        "部分",
    );
    check(set(share, json!(["reports"])), share, "两个");
    assert!(page(Box::new(|_| {})).contains("占6.5%（推算）"));
}

/// Numbers that are quoted are no places of their facts: a figure leads to its text.
#[test]
fn quoted_figures_are_no_mentions() {
    let mentions = |page: &str| page.matches("data-mention=").count();
    assert_eq!(mentions(&page(Box::new(|_| {}))), mentions(&page(bare())));
}

#[test]
fn rings_quote_their_places_and_number_the_circles() {
    let ring = "/parts/0/reach/rings/0";
    check(
        set(&format!("{ring}/phrase"), json!("在镇街建立场所")),
        &format!("{ring}/phrase"),
        "没有",
    );
    check(
        set(&format!("{ring}/name"), json!("乡镇")),
        &format!("{ring}/name"),
        "没有",
    );
    check(
        set("/parts/0/reach/rings", json!([])),
        "/parts/0/reach/rings",
        "至少有 2 项",
    );
    let report = report();
    assert_eq!(report.circles(), 8);
    let drawn = |page: &str| page.matches("class=\"tj-land__ring\"").count();
    let three = page(Box::new(|file| {
        if let Some(rings) = file["parts"][0]["reach"]["rings"].as_array_mut() {
            rings.truncate(3);
        }
    }));
    // The innermost is the sun, and the outermost is told apart.
    assert_eq!(drawn(&three), 1);
}

#[test]
fn pairs_share_words_with_a_heading_and_an_outcome() {
    let words = "/parts/1/pairs/0/words";
    check(
        set(words, json!(["中心大局"])),
        &format!("{words}/0"),
        "标题中没有",
    );
    check(set(words, json!(["坚定前进"])), words, "展望中没有一项");
    check(set(words, json!([])), words, "至少有 1 项");
    check(
        set("/parts/1/pairs/0/chapter", json!("growth")),
        "/parts/1/pairs/0/chapter",
        "没有编号",
    );
    let page = page(Box::new(|_| {}));
    // An outcome without shared words stands alone.
    assert_eq!(page.matches("tj-outcomes__back").count(), 5);
    assert_eq!(page.matches("href=\"#step-outlook-").count(), 5);
    assert!(page.contains("id=\"step-outlook-6\""));
}

fn told() -> Edit {
    Box::new(|file| {
        file["terms"] = json!([{
            "id": "what-filed",
            "word": "立案",
            "text": "经审查予以受理。",
            "source": "提案工作条例",
        }]);
        file["corrections"] = json!([
            {"date": "2026-03-01", "text": "4988篇曾误作4998篇。"},
            {"date": "2026-02-01", "text": "改正了一处错字。"},
        ]);
    })
}

#[test]
fn terms_and_corrections_stand_in_place_and_at_the_end() {
    let page = page(told());
    assert!(page.contains("aria-describedby=\"what-filed\""));
    assert_eq!(page.matches("（出处：提案工作条例）").count(), 2);
    // The newest at the top; all of them at the end.
    assert_eq!(page.matches("datetime=\"2026-03-01\"").count(), 2);
    assert_eq!(page.matches("datetime=\"2026-02-01\"").count(), 1);
    assert!(page.contains("共 2 处更正"));
}

#[test]
fn terms_have_a_source_and_corrections_a_date() {
    let with = |pointer: &'static str, value: Value| -> Edit {
        Box::new(move |file| {
            told()(file);
            set(pointer, value)(file);
        })
    };
    check(with("/terms/0/source", json!("")), "/terms/0/source", "空");
    check(
        with("/terms/0/word", json!("不在原文")),
        "/terms/0/word",
        "没有",
    );
    check(
        with("/terms/0/id", json!("handled")),
        "/figures/28/id",
        "已用于",
    );
    check(
        with("/corrections/0/date", json!("昨天")),
        "/corrections/0/date",
        "的写法不对",
    );
    check(
        set("/parts/1/id", json!("terms")),
        "/parts/1/id",
        "网页自己",
    );
    check(
        set("/parts/1/id", json!("step-one")),
        "/parts/1/id",
        "网页自己",
    );
}

/// Each place of a fact that stands twice leads to the other.
#[test]
fn repeats_lead_to_each_other() {
    let page = page(Box::new(|_| {}));
    let links = |at: &str, words: &str| {
        let link = format!("href=\"#{at}\" data-words=\"{words}\" class=\"tj-again\"");
        page.matches(&link).count()
    };
    assert_eq!(links("consensus", "74次"), 1);
    assert_eq!(links("consultation", "74次"), 1);
    assert_eq!(links("routine", "5286件"), 1);
    assert_eq!(links("proposals", "5286件"), 1);
    assert_eq!(page.matches("tj-again").count(), 4);
}

#[test]
fn a_line_may_break_between_two_words_that_are_kept_whole() {
    let report = tujie::site::segment::found(&report()).expect("words");
    let place = "习近平总书记</span><wbr aria-hidden=\"true\"><span class=\"tj-keep\">殷殷嘱托";
    assert!(render(&report).contains(place));
}
