//! The 编辑台 by double click: a Word file in, a checked site out, and nobody is asked for
//! anything.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use thirtyfour::{By, Key};
use tujie::site::folder;
use tujie::studio::archive::unzipped;
use xtask::cache;

use crate::browser::{Browser, browse};
use crate::export::Folder;

mod command;
mod doubts;
mod forms;
mod lines;
mod pictures;
mod trouble;

/// What axe-core finds.
const FAULTS: &str = include_str!("access/axe.js");

/// How many decisions may lead from the Word file to the site.
const DECISIONS: usize = 30;

/// When the site is made.
const MARK: &str = "1700000000";

/// The preview shows a page.
const SHOWN: &str =
    "!!document.querySelector('iframe')?.contentDocument?.querySelector('.tj-page')";

/// What was asked for but the file itself and what stands in it.
const ASKED: &str = "performance.getEntriesByType('resource')
    .map(({name}) => name).filter(name => !/^(blob|data):/.test(name))";

fn studio() -> PathBuf {
    let command = Path::new(env!("CARGO_BIN_EXE_tujie"));
    let target = command.ancestors().nth(2).expect("cargo's folder");
    let file = target.join("studio/编辑台.html");
    assert!(
        file.is_file(),
        "{}: `cargo xtask studio` makes it",
        file.display()
    );
    file
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/draft")
        .join(name)
}

/// The 编辑台, as a double click opens it.
async fn opened(browser: &Browser) {
    browser
        .open(&format!("file://{}", studio().display()))
        .await;
    browser.until("!!document.querySelector('.de-drop')").await;
}

/// Opened again, with the one draft that this browser keeps.
async fn come_back(browser: &Browser) {
    opened(browser).await;
    browser
        .until("document.querySelectorAll('.de-drafts__name').length === 1")
        .await;
    browser
        .run::<()>(
            "document.querySelector('.de-drafts__name').click();",
            Vec::new(),
        )
        .await;
    browser.until(SHOWN).await;
}

/// With a document of the fixtures on it.
async fn with(browser: &Browser, name: &str) {
    opened(browser).await;
    let field = browser.driver.find(By::Css(".de-drop input")).await;
    let path = fixture(name).display().to_string();
    field
        .expect("a field")
        .send_keys(path)
        .await
        .expect("a file is chosen");
    browser.until(SHOWN).await;
}

/// The lines as they read.
async fn text(browser: &Browser) -> String {
    browser
        .eval("document.querySelector('.de-lines').textContent")
        .await
}

/// Writes the address that the site will have.
async fn address(browser: &Browser, words: &str) {
    browser
        .run::<()>(
            "const field = document.querySelector('.de-dialog [inputmode=url]');
            field.value = arguments[0];
            field.dispatchEvent(new Event('input', {bubbles: true}));",
            vec![json!(words)],
        )
        .await;
}

#[test]
fn a_word_file_becomes_the_site_that_publish_makes() {
    browse(async |browser| {
        let saved = Folder::new("studio");
        browser.save_into(&saved.0).await;
        with(browser, "seed-headings.docx").await;

        // Every doubt is settled as the draft has it; a problem would be a decision more.
        let mut decisions = 0;
        let doubts = "document.querySelectorAll('.de-remark [data-first=true]')";
        while browser.eval::<usize>(&format!("{doubts}.length")).await > 0 {
            let left: usize = browser.eval(&format!("{doubts}.length")).await;
            browser
                .run::<()>(&format!("{doubts}[0].click();"), Vec::new())
                .await;
            browser.until(&format!("{doubts}.length < {left}")).await;
            decisions += 1;
        }
        browser
            .until("document.querySelector('.de-good') !== null")
            .await;
        println!("{decisions} decisions");
        assert!(decisions <= DECISIONS, "{decisions} decisions");

        browser.click("button", "下载网站").await;
        browser
            .run::<()>(
                "document.querySelector('.de-dialog details').open = true;",
                Vec::new(),
            )
            .await;
        browser
            .run::<()>(
                "const field = document.querySelector('.de-dialog [type=datetime-local]');
                const at = new Date(arguments[0] * 1000);
                field.value = new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
                field.dispatchEvent(new Event('input', {bubbles: true}));",
                vec![json!(MARK.parse::<u64>().expect("seconds"))],
            )
            .await;
        // An address that is none is told before anything is made.
        address(browser, "www.example.gov.cn").await;
        browser.click("button", "下载网站（site.zip）").await;
        browser
            .until("document.querySelector('.de-dialog [role=status]').textContent.includes('https://')")
            .await;
        address(browser, "").await;
        browser.click("button", "下载数据（report.json）").await;
        let report = saved.landed("report.json").await;
        browser.click("button", "下载网站（site.zip）").await;
        let zip = saved.landed("site.zip").await;
        assert_eq!(
            browser.eval::<Vec<String>>(ASKED).await,
            Vec::<String>::new()
        );

        let data = saved.0.join("report.json");
        assert_eq!(fs::read(&data).expect("the report"), report);
        let out = saved.0.join("published");
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let mut publish = Command::new(env!("CARGO_BIN_EXE_tujie"));
        publish.args(["publish", "--at", MARK, "--data"]).arg(&data);
        let done = publish
            .arg("--site")
            .arg(site)
            .arg("--out")
            .arg(&out)
            .status();
        assert!(done.expect("the command runs").success());
        let published = folder::read(&out).expect("the published site");
        let made = unzipped(&zip).expect("a zip");
        assert!(made.paths().eq(published.paths()));
        // Each draws the pictures with its own typefaces.
        for (name, bytes) in made.iter().filter(|(name, _)| !name.starts_with("share/")) {
            assert!(published.find(name) == Some(bytes), "{name} is another");
        }
    });
}

#[test]
fn words_are_written_parted_joined_and_taken_back() {
    browse(async |browser| {
        with(browser, "seed-headings.docx").await;
        let line = "[...document.querySelectorAll('.de-line__words')].find(line => line.textContent.includes('学习活动'))";
        let before = text(browser).await;
        browser
            .run::<()>(&format!("({line}).focus();"), Vec::new())
            .await;
        browser.press(&Key::Enter).await;
        browser
            .until("document.activeElement.matches('.de-write__field')")
            .await;
        for letter in "又写了".chars() {
            browser.press_letter(letter).await;
        }
        browser.until("document.querySelector('iframe').contentDocument.body.textContent.includes('又写了')").await;
        // At its end a line gets an empty one below, which check does not let pass.
        browser.press(&Key::Enter).await;
        browser.until("document.activeElement.value === ''").await;
        browser
            .until("document.querySelectorAll('.de-line[data-faulty]').length > 0")
            .await;
        browser.press(&Key::Backspace).await;
        browser
            .until("document.activeElement.value.endsWith('又写了')")
            .await;
        browser.press(&Key::Escape).await;
        browser
            .until("document.activeElement.matches('.de-line__words')")
            .await;
        while browser
            .eval::<bool>("!document.querySelector('.de-bar__tools button').disabled")
            .await
        {
            browser.click("button", "撤销").await;
        }
        assert_eq!(text(browser).await, before);
    });
}

#[test]
fn a_draft_waits_for_the_editor_and_goes_when_she_says_so() {
    browse(async |browser| {
        with(browser, "shaanxi.docx").await;
        browser
            .until("document.querySelector('.de-bar__kept').textContent === '已保存在本浏览器'")
            .await;
        let before = text(browser).await;
        come_back(browser).await;
        assert_eq!(text(browser).await, before);
        browser.click("button", "打开别的").await;
        browser
            .until("document.querySelectorAll('.de-drafts__name').length === 1")
            .await;
        browser.click("button", "删除…").await;
        browser.click("button", "删除").await;
        browser
            .until("document.querySelectorAll('.de-drafts__name').length === 0")
            .await;
    });
}

#[test]
fn axe_finds_nothing_and_nothing_is_wider_than_a_phone() {
    browse(async |browser| {
        let (version, file) = cache::AXE;
        let folder = cache::folder().expect("a home folder");
        let path = cache::of(&folder, "axe-core", version).join(file);
        let axe = fs::read_to_string(path).expect("axe-core, as `cargo xtask test` installs it");
        opened(browser).await;
        browser.run::<()>(&axe, Vec::new()).await;
        let mut faults = found(browser, "entrance").await;
        with(browser, "seed-headings.docx").await;
        browser.run::<()>(&axe, Vec::new()).await;
        browser.run::<()>("for (const one of document.querySelectorAll('.de-form, .de-flow')) one.open = true;", Vec::new()).await;
        faults.extend(found(browser, "panes").await);
        browser
            .run::<()>("document.querySelector('.de-number').click();", Vec::new())
            .await;
        browser.until("!!document.querySelector('.de-panel')").await;
        faults.extend(found(browser, "number").await);
        browser.resize(320, 700).await;
        let wide: bool = browser
            .eval("document.documentElement.scrollWidth > innerWidth")
            .await;
        assert!(!wide, "it scrolls sideways at 320 px");
        assert_eq!(faults, Vec::<String>::new());
    });
}

/// The page in the frame has its own stories.
async fn found(browser: &Browser, state: &str) -> Vec<String> {
    let faults = FAULTS.replace("document, options", "{exclude: [['iframe']]}, options");
    let (found, _): (Vec<String>, usize) = browser.call(&faults, vec![json!("")]).await;
    found
        .into_iter()
        .map(|fault| format!("{state}: {fault}"))
        .collect()
}
