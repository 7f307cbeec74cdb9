//! What was typed in JSON alone before: flows, graphics, topics, scenery, last year's numbers;
//! and the ways from the page and from a problem to the place.

use std::fs;

use serde_json::{Value, json};
use thirtyfour::By;

use super::{SHOWN, with};
use crate::browser::{Browser, browse};
use crate::export::Folder;

/// The file as it is on the desk, once it is kept.
async fn file(browser: &Browser) -> Value {
    browser
        .until("document.querySelector('.de-bar__kept').textContent === '已保存在本浏览器'")
        .await;
    let record: String = browser
        .eval("tujieOutside.kept().then(all => JSON.parse(JSON.parse(all)[0].record).file)")
        .await;
    serde_json::from_str(&record).expect("JSON")
}

/// Unfolds what holds a place, and everything around it.
async fn unfold(browser: &Browser, pointer: &str) {
    let mut above = String::new();
    for step in pointer.split('/').skip(1) {
        above = format!("{above}/{step}");
        let script = format!(
            "for (const one of document.querySelectorAll('details[data-holds=\"{above}\"]')) one.open = true;"
        );
        browser.run::<()>(&script, Vec::new()).await;
        let drawn =
            "new Promise(done => setTimeout(() => requestAnimationFrame(() => done(true))))";
        browser.eval::<bool>(drawn).await;
    }
}

/// Presses a button in what holds a place.
async fn press(browser: &Browser, pointer: &str, name: &str) {
    let script = format!(
        "const all = [...document.querySelectorAll('details[data-holds=\"{pointer}\"]')];
        [...all.at(-1).querySelectorAll('button')].filter(one => one.textContent === '{name}').at(-1).click();"
    );
    browser.run::<()>(&script, Vec::new()).await;
}

/// Writes or chooses what stands at a place.
async fn fill(browser: &Browser, pointer: &str, value: &str) {
    let place = format!("[...document.querySelectorAll('[data-holds=\"{pointer}\"]')].at(-1)");
    browser.until(&format!("!!{place}")).await;
    let script = format!(
        "const field = {place};
        field.value = arguments[0];
        if (field.value !== arguments[0]) throw new Error('not offered: ' + arguments[0]);
        field.dispatchEvent(new Event('change', {{bubbles: true}}));"
    );
    browser.run::<()>(&script, vec![json!(value)]).await;
}

#[test]
fn a_flow_a_graphic_and_a_topic_are_made_without_json() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        let before = file(browser).await;
        let figure = before["figures"][0]["id"].as_str().expect("an id");
        let flows = "/parts/0/flows";
        let at = before
            .pointer(flows)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        unfold(browser, flows).await;
        press(browser, flows, "加一条").await;
        let flow = format!("{flows}/{at}");
        fill(browser, &format!("{flow}/title"), "提案").await;
        fill(browser, &format!("{flow}/unit"), "件").await;
        let stage = format!("{flow}/stages/0");
        unfold(browser, &format!("{flow}/stages")).await;
        fill(browser, &format!("{stage}/label"), "提交").await;
        fill(browser, &format!("{stage}/figure"), figure).await;
        unfold(browser, &format!("{stage}/exits")).await;
        press(browser, &format!("{stage}/exits"), "加一条").await;
        fill(browser, &format!("{stage}/exits/0/kind"), "merged").await;
        unfold(browser, "/topics").await;
        press(browser, "/topics", "加一条").await;
        fill(browser, "/topics/0/word", "提案").await;
        fill(browser, "/scenery", "hills").await;

        let after = file(browser).await;
        let made = after.pointer(&flow).expect("a flow");
        assert_eq!(made["stages"][0]["figure"], figure);
        assert_eq!(made["stages"][0]["exits"][0]["kind"], "merged");
        assert_eq!(after["topics"][0]["word"], "提案");
        assert_eq!(after["scenery"], "hills");

        // Check speaks of what is still empty, and leads there.
        let problem = "[...document.querySelectorAll('.de-remark')].find(one => one.textContent.includes('简称'))";
        browser.until(&format!("!!({problem})")).await;
        browser
            .run::<()>(
                &format!("({problem}).querySelector('button').click();"),
                Vec::new(),
            )
            .await;
        browser
            .until(&format!(
                "document.activeElement.dataset.holds === '{stage}/short'"
            ))
            .await;

        while browser
            .eval::<bool>("!document.querySelector('.de-bar__tools button').disabled")
            .await
        {
            browser.click("button", "撤销").await;
        }
        browser.until("true").await;
        assert_eq!(file(browser).await, before);
    });
}

/// Last year's numbers stand beside this year's, and go into the report by one button.
#[test]
fn last_years_numbers_go_into_the_report() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        let now = file(browser).await;
        let mut earlier = now.clone();
        earlier["figures"][0]["phrase"] = json!("9件");
        let folder = Folder::new("last-year");
        let path = folder.0.join("report.json");
        fs::write(&path, earlier.to_string()).expect("a file");
        let field = browser
            .driver
            .find(By::Css(".de-bar input[type=file]"))
            .await;
        let field = field.expect("a field");
        let chosen = field.send_keys(path.display().to_string()).await;
        chosen.expect("a file is chosen");
        browser.click("button", "写进报告：网页上与今年并列").await;
        let after = file(browser).await;
        assert_eq!(after["earlier"]["figures"][0]["phrase"], "9件");
        browser
            .until("document.querySelector('iframe').contentDocument.body.textContent.includes('上一份报告9件')")
            .await;
    });
}

#[test]
fn a_click_in_the_page_leads_to_its_line() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        browser
            .until("!!document.querySelector('iframe').contentDocument.querySelector('.tj-opening p, main p')")
            .await;
        let words: String = browser
            .run(
                "const page = document.querySelector('iframe').contentDocument;
                for (const one of page.querySelectorAll('details')) one.open = true;
                const all = [...page.querySelectorAll('details li, details p')];
                const line = all.find(one => one.textContent.length > 30 && !one.querySelector('a, button'));
                line.click();
                return line.textContent;",
                Vec::new(),
            )
            .await;
        browser
            .until("document.activeElement.matches('.de-write__field')")
            .await;
        let line: String = browser.eval("document.activeElement.value").await;
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert!(bare(&words).contains(&bare(&line)), "{words} / {line}");
    });
}

/// The whole interface is English one click away, the draft's doubts, too.
#[test]
fn doubts_are_told_in_english() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        browser.click("button", "English").await;
        let told = "[...document.querySelectorAll('.de-pane--review .de-remark')].map(one => {
            const copy = one.cloneNode(true);
            copy.querySelector('.de-remark__words')?.remove();
            return copy.textContent;
        })";
        browser
            .until("document.querySelector('.de-pane--review h2').textContent === 'Check'")
            .await;
        browser.until(SHOWN).await;
        let told: Vec<String> = browser.eval(told).await;
        assert!(!told.is_empty());
        // Words of the report are quoted behind a colon; the sentences have none.
        let chinese = |text: &&String| {
            let sentence = text.split(": ").next().unwrap_or_default();
            sentence
                .chars()
                .any(|letter| ('\u{4E00}'..='\u{9FFF}').contains(&letter))
        };
        assert_eq!(told.iter().find(chinese), None);
    });
}

#[test]
fn a_figure_says_what_its_phrase_does_not() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        let click = "document.querySelector('.de-number[data-taken=true]').click();";
        browser.run::<()>(click, Vec::new()).await;
        let panel = "document.querySelector('.de-panel details')";
        browser.until(&format!("!!{panel}")).await;
        let figure: String = browser.eval(&format!("{panel}.dataset.holds")).await;
        unfold(browser, &figure).await;
        for (field, text, value) in [
            ("value", "74.5", json!(74.5)),
            ("qualifier", "约", json!("约")),
            ("unit", "次", json!("次")),
        ] {
            let place = format!("{figure}/{field}");
            fill(browser, &place, text).await;
            assert_eq!(file(browser).await.pointer(&place), Some(&value));
            fill(browser, &place, "").await;
            assert_eq!(file(browser).await.pointer(&place), None);
        }
    });
}
