//! The code itself, from what was chosen. A default is left out of it.

use crate::report::Report;

/// What can be chosen, in the order of the contract's table.
pub const FIELDS: [Field; 4] = [
    Field {
        name: "view",
        label: "放什么",
        values: &[
            ("report", "整份图解"),
            ("figures", "关键数字"),
            ("chapter", "一章"),
            ("funnel", "江流漏斗"),
        ],
    },
    Field {
        name: "chapter",
        label: "哪一章",
        values: &[],
    },
    Field {
        name: "theme",
        label: "颜色",
        values: &[
            ("auto", "跟随读者的系统"),
            ("light", "浅色"),
            ("dark", "深色"),
            ("contrast", "高对比"),
        ],
    },
    Field {
        name: "size",
        label: "字号",
        values: &[("normal", "标准"), ("elder", "大字")],
    },
];

/// One choice: its parameter, its name, its values with theirs; the first is
/// the default.
#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
    values: &'static [(&'static str, &'static str)],
}

impl Field {
    /// What this report lets choose from.
    pub fn values(&self, report: &Report) -> Vec<(String, String)> {
        if self.name == "chapter" {
            return report
                .chapters()
                .map(|(_, chapter)| (chapter.id.0.clone(), chapter.nav.clone()))
                .collect();
        }
        let has = |value: &str| match value {
            "figures" => !report.headline.is_empty(),
            "chapter" => report.chapters().next().is_some(),
            "funnel" => report.parts.iter().any(|part| part.funnel.is_some()),
            _ => true,
        };
        self.values
            .iter()
            .filter(|(value, _)| has(value))
            .map(|(value, words)| ((*value).to_owned(), (*words).to_owned()))
            .collect()
    }
}

/// The chosen values, in the order of [`FIELDS`]; empty is the default.
#[derive(Clone, Default)]
pub struct Choice([String; 4]);

impl Choice {
    /// Takes up a value.
    pub fn set(&mut self, index: usize, value: String) {
        if let Some(place) = self.0.get_mut(index) {
            *place = value;
        }
    }

    /// Whether a field means nothing now: a chapter, where none is shown alone.
    pub fn hides(&self, index: usize) -> bool {
        let [view, ..] = &self.0;
        FIELDS
            .get(index)
            .is_some_and(|field| field.name == "chapter")
            && view != "chapter"
    }

    /// Name and value of what is not the default.
    fn chosen(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let fields = FIELDS.iter().zip(&self.0).enumerate();
        fields.filter_map(|(index, (field, value))| {
            let default = field
                .values
                .first()
                .is_some_and(|(first, _)| first == value);
            let left_out = value.is_empty() || default || self.hides(index);
            (!left_out).then_some((field.name, value.as_str()))
        })
    }
}

/// The script and the element. `page` is the page's address.
pub fn element(choice: &Choice, page: &str) -> String {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (folder, page) = (escaped(folder), escaped(page));
    let mut code = [
        "<script src=\"",
        &folder,
        "/embed.js\" async></script>\n<tujie-report src=\"",
        &page,
        "\"",
    ]
    .concat();
    for (name, value) in choice.chosen() {
        code.push_str(&[" ", name, "=\"", &escaped(value), "\""].concat());
    }
    code + &[">\n  <a href=\"", &page, "\">查看图解</a>\n</tujie-report>"].concat()
}

/// The frame. `title` is what it is called.
pub fn frame(choice: &Choice, page: &str, title: &str) -> String {
    let mut address = page.to_owned();
    for (index, (name, value)) in choice.chosen().enumerate() {
        address.push(if index == 0 { '?' } else { '&' });
        address.push_str(&[name, "=", value].concat());
    }
    [
        "<iframe src=\"",
        &escaped(&address),
        "\" title=\"",
        &escaped(title),
        "\" width=\"100%\" height=\"640\"\n  sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>",
    ]
    .concat()
}

/// Words as they stand between double quotes.
fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
