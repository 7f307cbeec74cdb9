//! Names of stages, exits and parts, out of the words that tell of them.

use super::told_counts::CountSense;

/// The longest name of a stage, in letters.
const NAME: usize = 20;

/// The name of a stage and its short name, out of the words that tell of it.
pub fn named(sense: CountSense, words: &str) -> (String, String) {
    let list: &[(&str, &str)] = match sense {
        CountSense::Submitted => &[
            ("提交提案", "提交"),
            ("收到提案", "收到"),
            ("提出提案", "提出"),
            ("征集提案", "征集"),
            ("提交", "提交"),
            ("收到", "收到"),
            ("征集", "征集"),
            ("提出", "提出"),
            ("接收", "接收"),
        ],
        CountSense::Filed => &[("立案", "立案")],
        CountSense::Assigned => &[
            ("并案后交办", "交办"),
            ("合并后交办", "交办"),
            ("交办", "交办"),
            ("承办", "承办"),
            ("分办", "分办"),
            ("办理", "办理"),
        ],
        _ => &[
            ("全部按时办结", "办结"),
            ("全部按期办结", "办结"),
            ("全部办结", "办结"),
            ("全部办复", "办复"),
            ("按时办结", "办结"),
            ("按期办结", "办结"),
            ("办结", "办结"),
            ("办复", "办复"),
            ("办理完毕", "办理完毕"),
            ("答复", "答复"),
            ("办毕", "办毕"),
        ],
    };
    let found = list.iter().find(|(word, _)| words.contains(word));
    let whole = || (fitting(words), fitting(words));
    found.map_or_else(whole, |(label, short)| {
        ((*label).to_owned(), (*short).to_owned())
    })
}

/// Words that fit into a drawing: the last of them, without what joins them to others.
pub fn fitting(words: &str) -> String {
    let words = words
        .trim()
        .trim_start_matches("其中")
        .trim_start_matches(['有', '，']);
    let words = words.trim_end_matches(['的', '有', '为']);
    let skip = words.chars().count().saturating_sub(NAME);
    words.chars().skip(skip).collect()
}
