//! Ids and short names, made of the words they stand for.
//!
//! An id is the pinyin of the first letters, so the same words have the same id in
//! every draft.

use std::collections::{HashMap, HashSet};

use pinyin::ToPinyin;

use crate::report::{Heading, Id};

/// Ids that are given already, and those that pages keep for themselves.
#[derive(Debug)]
pub struct Naming {
    taken: HashSet<String>,
    /// The last number that was put behind a name.
    numbered: HashMap<String, usize>,
}

/// What the page itself calls so.
const RESERVED: [&str; 10] = [
    "app",
    "notice",
    "main",
    "funnel",
    "figures",
    "top",
    "data",
    "more",
    "terms",
    "corrections",
];

/// How many letters of the words an id tells.
const LETTERS: usize = 6;

/// How long an id is before a number is put to it, in bytes; 40 are allowed.
const LONGEST: usize = 32;

impl Default for Naming {
    fn default() -> Self {
        let taken = RESERVED.into_iter().map(str::to_owned).collect();
        Self {
            taken,
            numbered: HashMap::new(),
        }
    }
}

impl Naming {
    /// An id for the words, with a beginning that says what it names.
    pub fn id(&mut self, of: &str, words: &str) -> Id {
        let mut name = spelt(words);
        if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
            name = [of, "-", &name].concat();
        }
        let kept = ["land-", "river-", "step-"]
            .iter()
            .any(|word| name.starts_with(word))
            || ["-data", "-more", "-rest", "-unstated"]
                .iter()
                .any(|word| name.ends_with(word));
        if kept {
            name = [of, "-", &name, "-1"].concat();
        }
        let name = name.trim_end_matches('-');
        let name = if name.is_empty() { of } else { name };
        self.free(name)
    }

    /// The id itself, or with the first number behind it that is free.
    fn free(&mut self, name: &str) -> Id {
        if self.taken.insert(name.to_owned()) {
            return Id(name.to_owned());
        }
        // Long texts name the same thing hundreds of times.
        let mut number = self.numbered.get(name).copied().unwrap_or(1);
        let id = loop {
            number += 1;
            let id = format!("{name}-{number}");
            if self.taken.insert(id.clone()) {
                break id;
            }
        };
        self.numbered.insert(name.to_owned(), number);
        Id(id)
    }

    /// Takes an id of an earlier report, if it is free.
    pub fn take(&mut self, id: &Id) -> bool {
        self.taken.insert(id.0.clone())
    }

    /// Gives an id back.
    pub fn give_back(&mut self, id: &Id) {
        self.taken.remove(&id.0);
    }
}

/// The first letters in pinyin, a hyphen between each two; Latin letters and digits as
/// they are.
fn spelt(words: &str) -> String {
    let mut name = String::new();
    let letters = words
        .chars()
        .filter(|letter| letter.to_pinyin().is_some() || letter.is_ascii_alphanumeric());
    let mut latin = false;
    for letter in letters.take(LETTERS) {
        let sound = letter
            .to_pinyin()
            .map(|sound| sound.plain().replace('ü', "v"));
        let next_latin = sound.is_none();
        let goes_on = latin && next_latin;
        if !name.is_empty() && !goes_on {
            name.push('-');
        }
        latin = next_latin;
        let sound = sound.unwrap_or_else(|| letter.to_ascii_lowercase().to_string());
        name.extend(
            sound
                .chars()
                .filter(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit()),
        );
    }
    while name.len() > LONGEST {
        let Some((shorter, _)) = name.rsplit_once('-') else {
            name.truncate(LONGEST);
            break;
        };
        name = shorter.to_owned();
    }
    name
}

/// Words that headings begin with and that do not say what they are about.
const BEGINNINGS: [&str; 44] = [
    "进一步",
    "坚定不移",
    "坚持",
    "加强",
    "推进",
    "落实",
    "发挥",
    "强化",
    "深化",
    "聚焦",
    "紧扣",
    "狠抓",
    "始终",
    "着力",
    "全面",
    "大力",
    "加快",
    "坚决",
    "切实",
    "扎实",
    "推动",
    "促进",
    "助推",
    "助力",
    "深入",
    "持续",
    "积极",
    "不断",
    "健全",
    "完善",
    "创新",
    "开展",
    "做好",
    "把握",
    "围绕",
    "优化",
    "提升",
    "提高",
    "增强",
    "突出",
    "统筹",
    "广泛",
    "服务",
    "维护",
];

/// A short name for a heading, out of its own words: its first clause without the words
/// that any heading begins with.
pub fn short(heading: &str) -> String {
    const MOST: usize = 10;
    let count = |text: &str| text.chars().count();
    let clauses = heading.split(['，', '、', '；', '：', ' ', '\u{3000}', '。', ',', '！']);
    let first = clauses
        .clone()
        .map(str::trim)
        .find(|clause| !clause.is_empty());
    let clause = first.unwrap_or(heading);
    let mut name = clause;
    while let Some(rest) = BEGINNINGS.iter().find_map(|word| name.strip_prefix(word)) {
        if count(rest) < 3 {
            break;
        }
        name = rest;
    }
    // A name between quotation marks says most.
    let quoted = heading
        .split_once('“')
        .and_then(|(_, rest)| rest.split_once('”'));
    match quoted {
        Some((quoted, _)) if count(name) > MOST && (2..=MOST).contains(&count(quoted)) => {
            quoted.to_owned()
        }
        _ if name.trim().is_empty() => heading.to_owned(),
        _ => name.to_owned(),
    }
}

/// A heading, with marks where a line may break. What marks that in a data file stands
/// in none of its words.
pub fn heading(words: &str) -> Heading {
    const LONG: usize = 10;
    let words = words.replace('|', "｜");
    if words.chars().count() <= LONG {
        return Heading(words);
    }
    let mut marked = String::with_capacity(words.len() + 8);
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        marked.push(letter);
        if matches!(letter, '，' | '；' | '：') && letters.peek().is_some() {
            marked.push('|');
        }
    }
    Heading(marked)
}

/// What reports are called, the longer first.
const REPORTS: [&str; 4] = ["政府工作报告", "提案工作", "工作报告", "工作总结"];

/// A title with marks where a line may break: before the name of its kind and its last
/// word.
pub fn title_heading(title: &str) -> Heading {
    let mut marked = heading(title).0;
    let kind = ["提案工作", "工作报告", "工作情况"]
        .iter()
        .find_map(|word| marked.rfind(word));
    let last = marked.strip_suffix("图解").map(str::len);
    let mut breaks: Vec<usize> = last.into_iter().chain(kind).collect();
    breaks.sort_unstable_by_key(|at| std::cmp::Reverse(*at));
    for at in breaks {
        let before = marked.get(..at).unwrap_or_default();
        if !before.is_empty() && !before.ends_with(['|', '（', '“', '《', '【']) {
            marked.insert(at, '|');
        }
    }
    Heading(marked)
}

/// The short name of a title that is long: its words from the name of its kind on.
pub fn short_title(title: &str) -> &str {
    const LONG: usize = 10;
    let found = REPORTS.iter().find_map(|word| title.rfind(word));
    let before = found.and_then(|at| title.get(..at)).unwrap_or_default();
    // Whose report it is says more.
    let whose = ["常务委员会", "常委会"];
    let whose = whose.iter().find(|word| before.ends_with(*word));
    let at = found.map(|at| at - whose.map_or(0, |word| word.len()));
    let name = at.and_then(|at| title.get(at..));
    name.filter(|_| title.chars().count() > LONG)
        .unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_spelt_and_never_given_twice() {
        let mut naming = Naming::default();
        assert_eq!(naming.id("chapter", "春天来了").0, "chun-tian-lai-le");
        assert_eq!(naming.id("chapter", "春天来了").0, "chun-tian-lai-le-2");
        assert_eq!(naming.id("figure", "2030年").0, "figure-2030-nian");
        assert_eq!(naming.id("figure", "……").0, "figure");
        assert_eq!(naming.id("part", "Main").0, "main-2");
        assert_eq!(naming.id("part", "a more").0, "amore");
    }

    #[test]
    fn a_title_breaks_before_its_kind() {
        let of = |title| title_heading(title).0;
        assert_eq!(of("某县政协年度工作报告图解"), "某县政协年度|工作报告|图解");
        assert_eq!(
            of("关于提案工作的说明（甲稿）"),
            "关于|提案工作的说明（甲稿）"
        );
        assert_eq!(of("工作报告"), "工作报告");
        assert_eq!(short_title("某县政协年度工作报告图解"), "工作报告图解");
        assert_eq!(short_title("工作总结"), "工作总结");
    }

    #[test]
    fn a_short_name_is_out_of_the_heading() {
        assert_eq!(short("坚持绿色发展，建设美丽家园"), "绿色发展");
        assert_eq!(short("推进"), "推进");
        assert_eq!(
            short("在实施各项各类各级长远规划中落实“三个优先”"),
            "三个优先"
        );
        assert_eq!(
            heading("坚持绿色发展，建设家园").0,
            "坚持绿色发展，|建设家园"
        );
    }
}
