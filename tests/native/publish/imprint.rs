//! What a public site says of itself: on the page, in its head, and nothing that the
//! data does not say.

use serde_json::{Value, json};

use super::{page, publish};
use crate::data::{TEXT, edited, set};
use crate::folder::{Folder, run, site, tujie};

/// All that an imprint can hold.
fn whole() -> Value {
    json!({
        "source": "某市政协“提案”<工作>",
        "published": "2026年1月15日",
        "publisher": "某市政协办公室",
        "operator": "某市信息中心",
        "author": "某处",
        "editor": "张三",
        "contact": {"text": "000-12345678", "link": "../contact.html"},
        "icp": {"text": "某ICP备00000000号-1", "link": "https://beian.miit.gov.cn/"},
        "police": {"text": "某公网安备00000000000000号", "link": "https://beian.mps.gov.cn/#/query?a=1&b=2"},
        "code": {"text": "1234567890"},
        "home": {"text": "某市政协网", "link": "https://zx.example.gov.cn/"},
        "column": {"name": "专题", "kind": "工作报告"},
        "keywords": ["提案", "协商"],
    })
}

/// The page of our report with another imprint.
fn published(name: &str, imprint: Value, more: &[&str]) -> String {
    let folder = Folder::new(&format!("imprint-{name}"));
    let data = folder.file("report.json", edited(set("/imprint", imprint)));
    let out = folder.path("out");
    let (code, _, told) = publish(&data, site(), &out, more);
    assert_eq!(code, 0, "{told}");
    page(&out)
}

#[test]
fn all_that_is_written_is_told() {
    let base = ["--base-url", "https://zx.example.gov.cn/tujie"];
    let page = published("whole", whole(), &base);
    for row in [
        "<dt>发布日期</dt><dd>2026年1月15日</dd>",
        "<dt>主办单位</dt><dd>某市政协办公室</dd>",
        "<dt>承办单位</dt><dd>某市信息中心</dd>",
        "<dt>责任编辑</dt><dd>张三</dd>",
        "<dt>网站标识码</dt><dd>1234567890</dd>",
        "href=\"../contact.html\" target=\"_blank\" rel=\"noopener\" class=\"tj-outward\">000-12345678</a></dd>",
        "href=\"https://beian.miit.gov.cn/\" target=\"_blank\" rel=\"noopener\" class=\"tj-outward\">某ICP备00000000号-1</a>",
        "href=\"https://beian.mps.gov.cn/#/query?a=1&amp;b=2\"",
        "href=\"https://zx.example.gov.cn/\" target=\"_blank\" rel=\"noopener\" class=\"tj-outward\">某市政协网</a>",
    ] {
        assert!(page.contains(row), "{row}");
    }
    let head = page.split_once("</head>").expect("a head").0;
    for (name, content) in [
        ("SiteName", "某市政协网"),
        ("SiteDomain", "zx.example.gov.cn"),
        ("SiteIDCode", "1234567890"),
        ("ColumnName", "专题"),
        ("ColumnType", "工作报告"),
        ("ArticleTitle", "五届市政协常委会工作报告图解"),
        ("PubDate", "2026-01-15"),
        ("ContentSource", "某市政协“提案”&lt;工作&gt;"),
        ("Keywords", "提案,协商"),
        ("Author", "某处"),
        ("Url", "https://zx.example.gov.cn/tujie/"),
    ] {
        let tag = format!("<meta name=\"{name}\" content=\"{content}\">");
        assert_eq!(head.matches(&tag).count(), 1, "{tag} in {head}");
    }
    assert_eq!(
        head.matches("<meta name=\"Description\" content=\"")
            .count(),
        1
    );
    assert!(head.contains("<link rel=\"canonical\" href=\"https://zx.example.gov.cn/tujie/\">"));
    let data = data_block(head);
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!(data["@type"], "Report");
    assert_eq!(data["headline"], "五届市政协常委会工作报告图解");
    assert_eq!(data["datePublished"], "2026-01-15");
    assert_eq!(data["publisher"]["name"], "某市政协办公室");
}

/// The one block of JSON-LD, which no words of the report may end.
fn data_block(head: &str) -> Value {
    assert_eq!(head.matches("application/ld+json").count(), 1);
    let (_, rest) = head.split_once("ld+json\">").expect("a data block");
    let (text, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(text).expect("JSON")
}

/// The page once told of each missing line that the source did not tell it, which
/// reads as a reproach where the editor simply had nothing to say.
#[test]
fn what_is_not_written_is_told_nowhere() {
    let page = published("none", json!({}), &[]);
    for absent in [
        "<dl class=\"tj-footer__imprint\"",
        "资料来源",
        "发布日期",
        "主办单位",
        "tj-home",
        "SiteName",
        "SiteDomain",
        "SiteIDCode",
        "ColumnName",
        "PubDate",
        "ContentSource",
        "Keywords",
        "Author",
        "\"Url\"",
        "canonical",
        "datePublished",
        "publisher",
    ] {
        assert!(!page.contains(absent), "{absent}");
    }
    let page = published(
        "seed",
        serde_json::from_str::<Value>(TEXT).expect("JSON")["imprint"].clone(),
        &[],
    );
    assert!(page.contains("<dt>资料来源</dt>"));
    for absent in ["<dt>发布日期</dt>", "<dt>主办单位</dt>", "data-imprint"] {
        assert!(!page.contains(absent), "{absent}");
    }
}

/// A page of an authority must not lead where a script would run.
#[test]
fn links_lead_to_the_web_or_stay_on_the_site() {
    let folder = Folder::new("imprint-links");
    for (link, words) in [
        (
            "javascript:alert(1)",
            "不是网页可以链接的网址，应以 https:// 或 http:// 开头",
        ),
        ("data:text/html,x", "不是网页可以链接的网址"),
        ("//example.org", "不是网页可以链接的网址"),
        ("mailto:a@example.org", "不是网页可以链接的网址"),
        ("https://", "不是网页可以链接的网址"),
        ("", "这里是空的"),
    ] {
        for place in ["contact", "icp", "police", "code", "home"] {
            let mut imprint = whole();
            imprint[place] = json!({"text": "某", "link": link});
            let data = folder.file("report.json", edited(set("/imprint", imprint)));
            let (code, _, told) = run(&mut tujie(&["check", &data]));
            assert_eq!(code, 1, "{place}: {link}");
            assert!(
                told.contains(&format!("（/imprint/{place}/link）")),
                "{told}"
            );
            assert!(told.contains(words), "{told}");
        }
    }
    let mut imprint = whole();
    imprint["icp"]["link"] = json!("ftp://a");
    let data = folder.file("report.json", edited(set("/imprint", imprint)));
    let (_, _, told) = run(&mut tujie(&["check", &data, "--lang", "en"]));
    assert!(
        told.contains("“ftp://a” is no address that a page may lead to; expected https://"),
        "{told}"
    );
}

#[test]
fn every_line_of_an_imprint_is_a_line() {
    let folder = Folder::new("imprint-lines");
    for pointer in [
        "/operator",
        "/author",
        "/editor",
        "/contact/text",
        "/icp/text",
        "/police/text",
        "/code/text",
        "/home/text",
        "/column/name",
        "/column/kind",
        "/keywords/1",
    ] {
        let mut imprint = whole();
        *imprint.pointer_mut(pointer).expect("a place") = json!("a\u{202E}b");
        let data = folder.file("report.json", edited(set("/imprint", imprint)));
        let (code, _, told) = run(&mut tujie(&["check", &data]));
        assert_eq!(code, 1, "{pointer}");
        assert!(
            told.contains("含有不显示的字符") && told.contains(&format!("（/imprint{pointer}）")),
            "{told}"
        );
    }
}
