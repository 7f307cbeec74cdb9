//! Where a report comes from and who answers for it, as a public site says it.
//!
//! Everything may be left out, and what is left out is told nowhere.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 出处和网站信息。有什么写什么；没有写的，页面上就没有。
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Imprint {
    /// 资料来源。
    #[serde(default)]
    pub source: Option<String>,
    /// 发布日期，例如“2026年1月15日”“2026-01-15 09:30”。
    #[serde(default)]
    pub published: Option<String>,
    /// 主办单位。
    #[serde(default)]
    pub publisher: Option<String>,
    /// 承办单位。
    #[serde(default)]
    pub operator: Option<String>,
    /// 作者。
    #[serde(default)]
    pub author: Option<String>,
    /// 责任编辑。
    #[serde(default)]
    pub editor: Option<String>,
    /// 联系方式，例如电话；链接可以是“联系我们”的网页。
    #[serde(default)]
    pub contact: Option<LinkedText>,
    /// ICP备案号，链接到备案查询。
    #[serde(default)]
    pub icp: Option<LinkedText>,
    /// 公安备案号，链接到备案查询。
    #[serde(default)]
    pub police: Option<LinkedText>,
    /// 网站标识码，链接到政府网站找错等。
    #[serde(default)]
    pub code: Option<LinkedText>,
    /// 所在的网站：名称，和它首页的网址。页面顶上是回到那里的路。
    #[serde(default)]
    pub home: Option<LinkedText>,
    /// 所在的栏目。
    #[serde(default)]
    pub column: Option<ImprintColumn>,
    /// 关键词，给搜索引擎。
    #[serde(default)]
    pub keywords: Vec<String>,
}

/// 文字，可带链接。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LinkedText {
    /// 显示的文字。
    pub text: String,
    /// 网址，以 https:// 或 http:// 开头，或是相对路径；没有就省略。
    #[serde(default)]
    pub link: Option<String>,
}

/// 网站的一个栏目。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ImprintColumn {
    /// 栏目名称。
    pub name: String,
    /// 栏目类别，例如“工作报告”。
    #[serde(default)]
    pub kind: Option<String>,
}

/// One line of the imprint: what it is, the words, and where they lead.
pub type ImprintRow<'a> = (&'static str, &'a str, Option<&'a str>);

impl Imprint {
    /// Who says it and when, as far as that is known: what goes with the report
    /// wherever it is shown.
    pub fn credits(&self) -> Vec<ImprintRow<'_>> {
        let rows = [
            ("资料来源", &self.source),
            ("发布日期", &self.published),
            ("主办单位", &self.publisher),
            ("承办单位", &self.operator),
            ("作者", &self.author),
            ("责任编辑", &self.editor),
        ];
        let rows = rows.into_iter();
        rows.filter_map(|(name, words)| Some((name, words.as_deref()?, None)))
            .collect()
    }

    /// How to reach whoever answers for the site, and under which numbers it is
    /// registered: what belongs to the page alone.
    pub fn records(&self) -> Vec<ImprintRow<'_>> {
        let rows = [
            ("联系方式", &self.contact),
            ("ICP备案号", &self.icp),
            ("公安备案号", &self.police),
            ("网站标识码", &self.code),
        ];
        let rows = rows.into_iter();
        rows.filter_map(|(name, words)| {
            let LinkedText { text, link } = words.as_ref()?;
            Some((name, text.as_str(), link.as_deref()))
        })
        .collect()
    }
}

/// Whether an address is one that a page may lead to: http or https with a host, or
/// relative to the page. Another site's address without a scheme is none: from a
/// folder it would lead nowhere.
pub fn is_address(text: &str) -> bool {
    let odd =
        |letter: char| letter.is_whitespace() || letter.is_control() || "<>\"'\\".contains(letter);
    if text.is_empty() || text.contains(odd) || text.starts_with("//") {
        return false;
    }
    match host(text) {
        Some(host) => !host.is_empty() && !host.starts_with(':'),
        // A colon before any of these would end a scheme.
        None => !text
            .split(['/', '?', '#'])
            .next()
            .unwrap_or("")
            .contains(':'),
    }
}

/// The host of an http or https address, with its port; none of any other.
pub fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split(['/', '?', '#']).next().filter(|_| web)?;
    Some(host.rsplit_once('@').map_or(host, |(_, host)| host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_the_web_or_go_on_from_the_page() {
        for good in [
            "https://beian.miit.gov.cn/",
            "HTTP://a.cn:8080",
            "../",
            "index.html#a:b",
            "/联系我们",
            "?a=b:c",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "mailto:a@b.cn",
            "//a.cn",
            "https://",
            "https:///a",
            "https://:80/",
            "https:a.cn",
            "\\\\a.cn",
            "java\tscript:x",
            "a b",
            "\"",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_host_is_that_of_a_web_address() {
        assert_eq!(host("https://www.a.gov.cn/b?c"), Some("www.a.gov.cn"));
        assert_eq!(host("http://a:b@c.cn:80"), Some("c.cn:80"));
        assert_eq!(host("ftp://a.cn"), None);
        assert_eq!(host("../a"), None);
    }

    #[test]
    fn only_what_is_written_is_a_row() {
        assert!(Imprint::default().credits().is_empty());
        assert!(Imprint::default().records().is_empty());
        let imprint: Imprint = serde_json::from_value(serde_json::json!({
            "editor": "张三",
            "icp": {"text": "某ICP备1号", "link": "https://beian.miit.gov.cn/"},
            "code": {"text": "1234567890"},
        }))
        .unwrap();
        assert_eq!(imprint.credits(), [("责任编辑", "张三", None)]);
        let link = Some("https://beian.miit.gov.cn/");
        let records = [
            ("ICP备案号", "某ICP备1号", link),
            ("网站标识码", "1234567890", None),
        ];
        assert_eq!(imprint.records(), records);
    }
}
