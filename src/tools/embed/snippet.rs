//! The code itself, from what was chosen. A default is left out of it.

use crate::browser::dom::find;
use html_escape::encode_double_quoted_attribute as escaped;
use web_sys::Element;

/// What can be chosen, in the order of the contract's table.
pub const FIELDS: [Field; 5] = [
    Field {
        name: "view",
        label: "放什么",
        values: &[
            ("", "整份图解"),
            ("figures", "关键数字"),
            ("chapter", "一章"),
            ("funnel", "流程"),
            ("graphic", "一幅图"),
        ],
    },
    Field {
        name: "chapter",
        label: "哪一章",
        values: &[],
    },
    Field {
        name: "graphic",
        label: "哪一幅图",
        values: &[],
    },
    Field {
        name: "theme",
        label: "颜色",
        values: &[
            ("", "跟随读者的系统"),
            ("light", "浅色"),
            ("dark", "深色"),
            ("contrast", "高对比"),
        ],
    },
    Field {
        name: "size",
        label: "字号",
        values: &[("", "标准"), ("elder", "大字")],
    },
];

/// One choice: its parameter, its name, its values with theirs; no value is
/// the default.
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
    values: &'static [(&'static str, &'static str)],
}

impl Field {
    /// What the report inside `#app` lets choose from.
    pub fn values(&self, root: &Element) -> Vec<(String, String)> {
        match self.name {
            "chapter" => return chapters(root),
            "graphic" => return graphics(root),
            _ => {}
        }
        let has = |value: &str| match value {
            "figures" => !find(root, ".tj-headline").is_empty(),
            "chapter" => !chapters(root).is_empty(),
            "funnel" => !find(root, ".tj-funnel").is_empty(),
            "graphic" => !graphics(root).is_empty(),
            _ => true,
        };
        self.values
            .iter()
            .filter(|(value, _)| has(value))
            .map(|(value, words)| ((*value).to_owned(), (*words).to_owned()))
            .collect()
    }
}

/// The id of each chapter and what the way through the report calls it.
fn chapters(root: &Element) -> Vec<(String, String)> {
    let links = find(root, ".tj-rail__link").into_iter();
    links
        .filter_map(|link| {
            // Only a chapter has a number, and its name comes after it.
            link.query_selector(".tj-nav__number").ok()??;
            let id = link.get_attribute("href")?.strip_prefix('#')?.to_owned();
            Some((id, link.last_child()?.text_content()?))
        })
        .collect()
}

/// The id of each graphic, the flows among them, and its title.
fn graphics(root: &Element) -> Vec<(String, String)> {
    let graphics = find(root, ".tj-graphic, .tj-funnel").into_iter();
    graphics
        .filter_map(|graphic| {
            let title = graphic.query_selector("figcaption").ok()??;
            let flow = graphic.get_attribute("data-flow");
            let id = flow.unwrap_or_else(|| graphic.id());
            Some((id, title.first_element_child()?.text_content()?))
        })
        .collect()
}

/// Whether a field is asked for: which chapter only where one is shown alone, and so
/// with graphics. The values come in the order of [`FIELDS`].
pub fn is_asked(field: &Field, chosen: &[String]) -> bool {
    let of_view = matches!(field.name, "chapter" | "graphic");
    !of_view || chosen.first().is_some_and(|view| view == field.name)
}

/// Name and value of what is not the default and asked for. The values come in the
/// order of [`FIELDS`].
pub fn meant(chosen: &[String]) -> Vec<(&'static str, &str)> {
    FIELDS
        .iter()
        .zip(chosen)
        .filter(|(field, value)| !value.is_empty() && is_asked(field, chosen))
        .map(|(field, value)| (field.name, value.as_str()))
        .collect()
}

/// A way to write the code: of the values that are [`meant`], the page's address,
/// the folder of the programs and the page's title.
pub type Writing = fn(&[(&str, &str)], &str, &str, &str) -> String;

/// The script and the element.
pub fn element(values: &[(&str, &str)], page: &str, programs: &str, _: &str) -> String {
    let folder = escaped(programs);
    let mut code = [
        "<script src=\"",
        &folder,
        "/embed.js\" async></script>\n<tujie-report src=\"",
        &escaped(page),
        "\"",
    ]
    .concat();
    for (name, value) in values {
        code.push_str(&[" ", name, "=\"", &escaped(value), "\""].concat());
    }
    code + &[">\n  ", &link(page), "\n</tujie-report>"].concat()
}

/// What is left where an editor removes everything else.
fn link(page: &str) -> String {
    ["<a href=\"", &escaped(page), "\">查看图解</a>"].concat()
}

/// The frame, which is called by the title, and the link. A frame with a border would
/// be wider than its place.
pub fn frame(values: &[(&str, &str)], page: &str, _: &str, title: &str) -> String {
    let mut code = ["<iframe src=\"", &escaped(page)].concat();
    let mut before = "?";
    for (name, value) in values {
        code.push_str(&[before, name, "=", &escaped(value)].concat());
        before = "&amp;";
    }
    code + &[
        "\" title=\"",
        &escaped(title),
        "\"\n  width=\"100%\" height=\"640\" frameborder=\"0\"\n  \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads\"></iframe>\n\
         <p>",
        &link(page),
        "</p>",
    ]
    .concat()
}
