//! Nobody believes a stranger: not the host a foreign frame, not the report
//! anyone but its host, and neither believes nonsense.

use serde_json::json;

use crate::browser::browse;
use crate::host::{Host, hosting};
use crate::server::{Fault, Site};

/// What a stranger may try, as the body of a script with `to`.
const FORGED: &str = "
    const ring = {tujie: 1, type: 'height', height: 7};
    ring.ring = ring;
    const tries = [
        null, undefined, 0, 'height', '{\"tujie\":1}', [], ['height', 7], ring,
        {tujie: 1, type: 'height', height: 7},
        {tujie: 1, type: 'ready', height: 7, title: 'forged'},
        {tujie: 1, type: 'error', reason: 'forged'},
        {tujie: 1, type: 'scroll', top: 9000},
        {tujie: 1, type: 'set', theme: 'dark', view: 'funnel'},
        {tujie: 1, type: 'toString'}, {tujie: 1, type: '__proto__'},
        {tujie: 1, type: 'height', height: 7, rest: 'x'.repeat(1 << 20)},
    ];
    for (const one of tries) to.postMessage(one, '*');";

#[test]
fn a_stranger_s_messages_change_nothing() {
    let body = "<tujie-report id=\"one\" src=\"REPORT/\" view=\"figures\"></tujie-report>\
        <script src=\"/count.js\"></script><div id=\"place\"></div>";
    hosting(body, async |browser, host| {
        let site = &host.site;
        Host::file(
            site,
            "/count.js",
            "addEventListener('message', ({data}) => {
            if (data === 'that was all') window.over = true;
        });",
        );
        let script = format!("const to = parent; {FORGED} to.postMessage('that was all', '*');");
        Host::file(site, "/stranger.js", &script);
        Host::file(
            site,
            "/stranger.html",
            "<!DOCTYPE html><script src=\"/stranger.js\"></script>",
        );
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        browser.enter("one").await;
        browser.until_live().await;
        browser.leave().await;
        browser.until_fitting("one").await;
        let before = (browser.heard().await, browser.frame_height("one").await);
        browser
            .run::<()>(
                "const frame = document.createElement('iframe');
                frame.src = '/stranger.html';
                document.getElementById('place').append(frame);",
                Vec::new(),
            )
            .await;
        browser.until("window.over === true").await;
        let after = (browser.heard().await, browser.frame_height("one").await);
        assert_eq!(after, before);
        let scrolled: f64 = browser.eval("scrollY").await;
        assert_eq!(scrolled, 0.0);
        browser.enter("one").await;
        let asked = browser.asked().await;
        assert_eq!(
            (&asked["view"], &asked["theme"]),
            (&json!("figures"), &json!(null))
        );
    });
}

/// A frame beside the report's posts to it. The report listens to its host only.
#[test]
fn the_report_listens_to_its_host_alone() {
    browse(async |browser| {
        let site = Site::built().await;
        let host = Site::built().await;
        let page = format!(
            "<!DOCTYPE html><title>host</title><iframe src=\"{}\" sandbox=\"allow-scripts\" \
             title=\"report\" width=\"800\" height=\"600\"></iframe><div id=\"place\"></div>",
            site.page("index.html?view=figures")
        );
        Host::file(&host, "/host.html", &page);
        host.fault(
            "/host.html",
            Fault::Policy("default-src 'none'; script-src 'self'; frame-src *".to_owned()),
        );
        let script = format!("const to = parent.frames[0]; {FORGED} parent.over = true;");
        Host::file(&host, "/stranger.js", &script);
        Host::file(
            &host,
            "/stranger.html",
            "<!DOCTYPE html><script src=\"/stranger.js\"></script>",
        );
        browser
            .before_scripts(
                "if (window === top) {
                    window.raw = [];
                    addEventListener('message', ({data}) => raw.push(data));
                }",
            )
            .await;
        browser.open(&host.page("host.html")).await;
        browser
            .until("raw.some(({type}) => type === 'ready')")
            .await;
        // In the words of AMP, too, the same height.
        browser
            .until(
                "raw.some(({sentinel, type, height}) => sentinel === 'amp' && type === 'embed-size'
                    && height === raw.find(({type}) => type === 'height').height)",
            )
            .await;
        browser
            .run::<()>(
                "const frame = document.createElement('iframe');
                frame.src = '/stranger.html';
                document.getElementById('place').append(frame);",
                Vec::new(),
            )
            .await;
        browser.until("window.over === true").await;
        // What the host asks for arrives after all of that.
        browser
            .run::<()>(
                "frames[0].postMessage({tujie: 1, type: 'set', size: 'elder', colour: 'red'}, '*');",
                Vec::new(),
            )
            .await;
        let frame = browser
            .driver
            .find(thirtyfour::By::Css("iframe[title=report]"));
        frame
            .await
            .expect("the frame")
            .enter_frame()
            .await
            .expect("a page");
        browser
            .until("document.documentElement.dataset.size === 'elder'")
            .await;
        let asked = browser.asked().await;
        assert_eq!(
            (&asked["view"], &asked["theme"]),
            (&json!("figures"), &json!(null))
        );
        assert_eq!(asked["colour"], json!(null));
    });
}

/// The report's own frame says what makes no sense: heights are finite and
/// between 0 and 100,000 px, and the rest is of its type or nothing.
#[test]
fn nonsense_from_the_report_itself_is_not_believed() {
    let body = "<tujie-report id=\"one\" src=\"REPORT/\"></tujie-report>";
    hosting(body, async |browser, host| {
        let script = "
            const say = (rest) => parent.postMessage({tujie: 1, ...rest}, '*');
            const height = (height) => say({type: 'height', height});
            say({type: 'ready', height: 100, title: '<b>title</b>'});
            for (const wrong of [NaN, Infinity, '300', [300], {}, null, undefined]) height(wrong);
            say({type: 'toggle', id: 7, open: true});
            say({type: 'toggle', id: 'x'.repeat(100000), open: true});
            say({type: 'stage', id: 'filed', count: '6237'});
            say({type: ['height'], height: 300});
            say({type: 'navigate', href: 'https://example.com/'});
            parent.postMessage({tujie: 2, type: 'height', height: 300}, '*');
            height(-5);
            height(1e9);
            height(250.5);
            say({type: 'toggle', id: 'end', open: true, more: 'x'});";
        Host::file(&host.report, "/said.js", script);
        Host::file(
            &host.report,
            "/index.html",
            "<!DOCTYPE html><script src=\"said.js\"></script>",
        );
        host.open(browser).await;
        browser.until_heard("one", "toggle").await;
        let heard = browser.heard().await;
        let heights: Vec<_> = heard.iter().map(|told| told.height).collect();
        assert_eq!(
            heights,
            [Some(100.0), Some(0.0), Some(100_000.0), Some(250.5), None]
        );
        let last = heard.last().expect("the toggle");
        assert_eq!(last.id.as_deref(), Some("end"));
        assert_eq!(browser.frame_height("one").await, 250.5);
        let address: String = browser.eval("location.pathname").await;
        assert_eq!(address, "/host.html");
    });
}

#[test]
fn addresses_that_are_none_are_refused() {
    let sources = [
        "javascript:top.ran=1",
        "data:text/html,<script>top.ran=1</script>",
        "blob:REPORT/0",
        "ftp://example.com/",
        "file:///etc/passwd",
        "http://[",
        "",
    ];
    let mut body = String::from("<tujie-report id=\"none\"><a>fallback</a></tujie-report>");
    for (index, src) in sources.iter().enumerate() {
        body +=
            &format!("<tujie-report id=\"e{index}\" src='{src}'><a>fallback</a></tujie-report>");
    }
    hosting(&body, async |browser, host| {
        host.open(browser).await;
        let count = sources.len() + 1;
        browser.until(&format!("heard.length >= {count}")).await;
        browser.let_paint().await;
        let heard = browser.heard().await;
        assert_eq!(heard.len(), count, "each once: {heard:#?}");
        for told in &heard {
            assert_eq!(
                (told.kind.as_str(), told.reason.as_deref()),
                ("error", Some("src"))
            );
        }
        let frames: usize = browser
            .eval(
                "[...document.querySelectorAll('tujie-report')].filter((one) =>
                    one.shadowRoot.querySelector('iframe') || !one.firstChild.checkVisibility()).length",
            )
            .await;
        assert_eq!(frames, 0, "frames, or fallbacks that are gone");
        let ran: bool = browser.eval("'ran' in window").await;
        assert!(!ran, "a script in an address ran");

        // A good one makes it well again.
        browser
            .set("e0", "src", Some(&host.report.page("index.html")))
            .await;
        browser.until_heard("e0", "ready").await;
    });
}
