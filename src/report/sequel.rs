//! 说了之后: what was done, and what came of it.

use super::{Heading, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 说了之后：做了什么，有了什么结果，都是原文同一段里的原话。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sequels {
    /// 编号。
    pub id: Id,
    /// 标题。
    pub heading: Heading,
    /// 各项。
    #[schemars(length(min = 1))]
    pub items: Vec<Sequel>,
}

/// 一项：做了什么，有了什么结果。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sequel {
    /// 所在之处：一节、一章或一部分。
    pub at: Id,
    /// 做了什么，须是那里一段原文中的字句。
    #[schemars(length(min = 1))]
    pub done: String,
    /// 有了什么结果，须是同一段原文中在后的字句。
    #[schemars(length(min = 1))]
    pub came: String,
    /// 结果占所做的比例，由网页推算：两个数字，先写部分，后写整体；不需要就省略。
    #[serde(default)]
    pub share: Vec<Id>,
}
