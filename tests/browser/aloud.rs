//! 朗读, with a voice that says what it was told to say.

use serde_json::{Value, json};
use thirtyfour::By;

use crate::browser::{Browser, browse};
use crate::painted::painted;
use crate::server::Site;

/// A voice in place of the browser's: it keeps what it is to say, and is done
/// or fails when a test wants it to.
pub const VOICE: &str = include_str!("aloud/voice.js");

/// What is said now.
const NOW: &str = "voice.now && voice.now.text";

/// What the dock tells.
const TOLD: &str = "document.querySelector('.tj-dock [role=status]').textContent";

/// Opens the page with that voice, changed by a script.
async fn open(browser: &Browser, change: &str) -> Site {
    let site = Site::built().await;
    browser.before_scripts(&format!("{VOICE}{change}")).await;
    browser.open(&site.page("")).await;
    browser.until_live().await;
    site
}

/// Presses 朗读, which is fetched at the first press.
async fn begin(browser: &Browser) {
    browser.click("button", "朗读").await;
    browser.until("!!document.querySelector('.tj-dock')").await;
}

/// Lets the voice go on until it says something with these words.
async fn go_on_to(browser: &Browser, words: &str) {
    let script = "for (let left = 300; left > 0; left -= 1) {
            if (voice.now.text.includes(arguments[0])) return true;
            voice.done();
        }
        return false;";
    let found: bool = browser.run(script, vec![json!(words)]).await;
    assert!(found, "{words} is never said");
}

async fn now(browser: &Browser) -> Option<String> {
    browser.eval(NOW).await
}

#[test]
fn sentence_after_sentence_is_said_marked_and_shown() {
    browse(async |browser| {
        let _site = open(browser, "").await;
        begin(browser).await;
        let title = now(browser).await.expect("the title is said");
        assert!(title.contains("工作报告"), "{title}");
        browser.eval::<Value>("voice.done()").await;
        let next = now(browser).await.expect("more is said");
        assert_ne!(next, title);

        // Far down, in a section that is closed.
        let closed = "document.getElementById('supervision').open";
        assert!(!browser.eval::<bool>(closed).await);
        go_on_to(browser, "两万余人次开展").await;
        assert!(browser.eval::<bool>(closed).await);
        let marked: Vec<String> = browser
            .eval("[...document.querySelectorAll('[data-aloud]')].map((one) => one.textContent)")
            .await;
        assert_eq!(marked, ["连续4年组织委员2万余人次开展监督性调研视察活动"]);
        browser
            .until(
                "(({top, bottom}) => top > 0 && bottom < innerHeight - 40)
                    (document.querySelector('[data-aloud]').getBoundingClientRect())",
            )
            .await;

        // To the end, where everything is as before.
        browser
            .eval::<Value>("(() => { while (voice.now) voice.done(); })()")
            .await;
        let left: usize = browser
            .eval("document.querySelectorAll('.tj-dock, [data-aloud]').length")
            .await;
        assert_eq!(left, 0);
        browser.named("button", "朗读").await;
    });
}

/// What leaves on the way, and what was derived, stood in the table and was never said.
#[test]
fn a_flow_is_read_as_its_table_tells_it() {
    browse(async |browser| {
        let _site = open(browser, "").await;
        begin(browser).await;
        for said in [
            "经审查未立案",
            "立案 六千二百三十七件",
            "并入同类提案",
            "由相邻环节推算",
        ] {
            go_on_to(browser, said).await;
            let marked: usize = browser
                .eval("document.querySelectorAll('[data-flow] [data-aloud]').length")
                .await;
            assert_eq!(marked, 1, "{said}");
        }
    });
}

/// What is marked, painted or wrapped.
const MARKED: &str = concat!(
    painted!(),
    "('tj-said').concat(
        [...document.querySelectorAll('mark.tj-said')].map((one) => one.textContent)).join('')"
);

/// Of a paragraph of several sentences the one that is said is marked and in
/// sight, however tall the paragraph; nothing of the page changes for good.
fn the_sentence_is_marked(change: &'static str) {
    browse(async |browser| {
        let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
        browser.tell("Emulation.setEmulatedMedia", still).await;
        browser.resize(320, 600).await;
        let site = open(browser, change).await;
        browser.open(&site.page("?size=elder")).await;
        browser.until_live().await;
        let text = "document.querySelector('.tj-hero').textContent +
            document.querySelector('.tj-report').textContent";
        let before: String = browser.eval(text).await;
        // On a small screen it stands behind 工具.
        browser
            .run::<()>(
                "document.querySelector('[data-tool=aloud]').click();",
                Vec::new(),
            )
            .await;
        browser.until("!!(window.voice.now)").await;
        let mut sentences = Vec::new();
        for _ in 0..60 {
            let said: String = browser.eval(NOW).await;
            let marked: String = browser.eval(MARKED).await;
            let several: bool = browser
                .eval("document.querySelector('[data-aloud]').dataset.aloud === ''")
                .await;
            assert_eq!(several, !marked.is_empty(), "{said}");
            if several {
                // Numbers are said in words.
                let written = |letter: char| letter.is_ascii_digit() || "+·%".contains(letter);
                let same = marked == said || marked.contains(written);
                assert!(same, "{marked} is not {said}");
                let inside: bool = browser
                    .eval(
                        "(() => {
                            const [range] = CSS.highlights ? CSS.highlights.get('tj-saying') : [];
                            const {top, bottom} =
                                (range || document.querySelector('mark.tj-said')).getBoundingClientRect();
                            const dock = document.querySelector('.tj-dock').getBoundingClientRect().top;
                            return top >= 0 && top < dock;
                        })()",
                    )
                    .await;
                assert!(inside, "{marked} is out of sight");
                sentences.push(marked);
            }
            browser.eval::<Value>("voice.done()").await;
        }
        assert!(sentences.len() > 8, "{sentences:#?}");
        let first = "在市委坚强领导下，";
        assert!(sentences[0].starts_with(first), "{sentences:#?}");

        // Elsewhere, nothing is left of it.
        browser.click("button", "停止").await;
        assert_eq!(browser.eval::<String>(MARKED).await, "");
        assert_eq!(browser.eval::<String>(text).await, before);
    });
}

#[test]
fn the_sentence_that_is_said_is_marked() {
    the_sentence_is_marked("");
}

#[test]
fn the_sentence_is_wrapped_where_it_cannot_be_painted() {
    the_sentence_is_marked("delete CSS.highlights; delete window.Highlight;");
}

#[test]
fn what_is_hidden_from_listeners_is_not_said() {
    browse(async |browser| {
        let _site = open(browser, "").await;
        begin(browser).await;
        browser
            .eval::<Value>("(() => { while (voice.now) voice.done(); })()")
            .await;
        let said: Vec<String> = browser.eval("said.map((one) => one.text)").await;
        assert!(said.len() > 100, "{said:#?}");
        for figure in ["五年共提交提案 七千五百九十六件", "协商 六十九次"] {
            let times = said.iter().filter(|one| *one == figure).count();
            assert_eq!(times, 1, "{figure} in {said:#?}");
        }
        let digits = said
            .iter()
            .find(|one| one.contains(|c: char| c.is_ascii_digit()));
        assert_eq!(digits, None);
    });
}

#[test]
fn it_pauses_goes_back_and_stops() {
    browse(async |browser| {
        let _site = open(browser, "").await;
        begin(browser).await;
        go_on_to(browser, "坚定前进").await;
        let place = now(browser).await;
        browser.click("button", "暂停").await;
        assert_eq!(now(browser).await, None);
        assert_eq!(browser.eval::<String>(TOLD).await, "已暂停");
        browser.click("button", "继续").await;
        assert_eq!(now(browser).await, place);
        browser.click("button", "上一句").await;
        assert_ne!(now(browser).await, place);
        browser.click("button", "下一句").await;
        assert_eq!(now(browser).await, place);

        // Whoever leaves the page does not hear it any more.
        browser
            .eval::<Value>("window.dispatchEvent(new Event('pagehide'))")
            .await;
        assert_eq!(now(browser).await, None);
        browser.click("button", "继续").await;
        browser.click("button", "朗读").await;
        assert_eq!(now(browser).await, None);
        let left: usize = browser
            .eval("document.querySelectorAll('.tj-dock, [data-aloud]').length")
            .await;
        assert_eq!(left, 0);
    });
}

#[test]
fn the_rate_changes_at_once_and_is_remembered() {
    browse(async |browser| {
        let site = open(browser, "").await;
        begin(browser).await;
        let place = now(browser).await;
        browser.click("button", "语速：正常").await;
        assert_eq!(now(browser).await, place);
        assert_eq!(browser.eval::<f64>("voice.now.rate").await, 1.25);
        browser.open(&site.page("")).await;
        browser.until_live().await;
        begin(browser).await;
        assert_eq!(browser.eval::<f64>("voice.now.rate").await, 1.25);
    });
}

#[test]
fn storage_that_throws_keeps_nobody_from_reading() {
    browse(async |browser| {
        let _site = open(
            browser,
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error(); }});",
        )
        .await;
        begin(browser).await;
        browser.click("button", "语速：正常").await;
        assert_eq!(browser.eval::<f64>("voice.now.rate").await, 1.25);
    });
}

#[test]
fn it_begins_where_the_reader_is() {
    browse(async |browser| {
        let _site = open(browser, "").await;
        let to = async |id: &str| {
            let place = json!(id);
            browser
                .run::<()>(
                    "document.getElementById(arguments[0]).scrollIntoView({block: 'center'});",
                    vec![place],
                )
                .await;
        };
        to("outlook").await;
        // The toolbar is far up: a press by script, as by a reader's assistant.
        browser
            .run::<()>(
                "document.querySelector('[data-tool=aloud]').click();",
                Vec::new(),
            )
            .await;
        let near = "Math.abs(document.querySelector('[data-aloud]')
            ?.getBoundingClientRect().top) < innerHeight";
        browser.until(near).await;
        let first = now(browser).await.expect("something is said");
        assert!(!first.contains("工作报告"), "{first}");
        to("consensus").await;
        browser.click("button", "从这里开始").await;
        browser.until(near).await;
        assert_ne!(now(browser).await.expect("something is said"), first);
    });
}

#[test]
fn a_voice_that_dies_keeps_the_place() {
    browse(async |browser| {
        let _site = open(browser, "").await;
        begin(browser).await;
        go_on_to(browser, "坚定前进").await;
        let place = now(browser).await;
        browser
            .eval::<Value>("voice.end('onerror', {error: 'synthesis-failed'})")
            .await;
        let told: String = browser.eval(TOLD).await;
        assert!(told.contains("语音中断了"), "{told}");
        let marked: usize = browser
            .eval("document.querySelectorAll('[data-aloud]').length")
            .await;
        assert_eq!(marked, 1);
        browser.click("button", "继续").await;
        assert_eq!(now(browser).await, place);

        // The device loses the voice altogether.
        browser
            .eval::<Value>("(() => { voices = []; voice.onvoiceschanged(); })()")
            .await;
        let told: String = browser.eval(TOLD).await;
        assert!(told.contains("语音中断了"), "{told}");
        assert_eq!(now(browser).await, None);
    });
}

#[test]
fn a_browser_without_speech_says_so() {
    browse(async |browser| {
        let _site = open(
            browser,
            "Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: undefined});",
        )
        .await;
        begin(browser).await;
        let told: String = browser.eval(TOLD).await;
        assert!(told.contains("此浏览器不能朗读"), "{told}");
        let shown = browser.driver.find_all(By::Css(".tj-dock button")).await;
        let mut names = Vec::new();
        for button in shown.expect("buttons") {
            if button.is_displayed().await.expect("a button") {
                names.push(button.text().await.expect("its words"));
            }
        }
        assert_eq!(names, ["停止"]);
        browser.click("button", "停止").await;
        browser.named("button", "朗读").await;
    });
}

/// Voices arrive when the device has found them, on some long after the page.
#[test]
fn a_device_without_a_chinese_voice_says_so_until_it_has_one() {
    browse(async |browser| {
        browser.hasten(3_000).await;
        let _site = open(browser, "voices.pop();").await;
        begin(browser).await;
        browser
            .until(&format!("{TOLD}.includes('没有中文语音')"))
            .await;
        assert_eq!(now(browser).await, None);
        browser
            .eval::<Value>("(() => { voices.push({lang: 'zh-TW'}); voice.onvoiceschanged(); })()")
            .await;
        assert!(now(browser).await.is_some());
    });
}
