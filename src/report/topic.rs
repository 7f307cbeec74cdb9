//! What a reader may have come for: words of the report, each with its place.

use super::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 一个读者关心的词，链接到说到它的那一处；搜索什么也找不到时，也列出这些词。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Topic {
    /// 原文的词，例如“就医”，须出现在所指之处的标题或原文中。
    #[schemars(length(min = 1))]
    pub word: String,
    /// 所指之处：一节、一章或一部分。
    pub at: Id,
    /// 日常的说法，例如“医疗”“看病”：搜索它们而找不到时，指向这个词。
    #[serde(default)]
    pub also: Vec<String>,
}
