//! 同心圆: how far the work reaches, ring by ring.

use super::{Heading, Id, Report};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 同心圆：工作到了哪些范围，一圈一个范围，从近到远。圈只表示范围，不表示数量；首屏的圆就是这些圈。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Extent {
    /// 编号。
    pub id: Id,
    /// 标题。
    pub heading: Heading,
    /// 各圈，从里到外。
    #[schemars(length(min = 2))]
    pub rings: Vec<Ring>,
}

/// 一圈。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Ring {
    /// 范围，例如“镇街”，须是下面那句中的字句。
    #[schemars(length(min = 1))]
    pub name: String,
    /// 在这个范围做了什么，须是所指之处一段原文中的字句。
    #[schemars(length(min = 1))]
    pub phrase: String,
    /// 所指之处：一节、一章或一部分。
    pub at: Id,
}

impl Report {
    /// How many circles stand for the report: those of its reach, or else one a section.
    pub fn circles(&self) -> usize {
        let mut reaches = self.parts.iter().filter_map(|part| part.reach.as_ref());
        let first = reaches.next();
        first.map_or_else(|| self.sections(), |reach| reach.rings.len())
    }
}
