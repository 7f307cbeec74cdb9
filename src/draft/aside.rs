//! What of the source stands in no text of the draft, and why.

use super::document::ParagraphPlace;

/// A piece of the source that the report does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its words.
    pub text: String,
    /// What it is.
    pub kind: AsideKind,
}

/// Why a piece is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AsideKind {
    /// The mark before a heading or a point, which the page makes anew.
    Mark,
    /// The number of a page.
    PageNumber,
    /// What stands at the head or foot of every page.
    Margin,
    /// A list of contents.
    Contents,
    /// The words around a text on a web page.
    Web,
    /// What stands under a picture.
    Caption,
    /// What stands there a second time.
    Repeated,
}

impl Aside {
    /// A piece left out.
    pub fn new(text: impl Into<String>, kind: AsideKind) -> Self {
        let text = text.into();
        Self { text, kind }
    }
}

impl AsideKind {
    /// Why a paragraph that stands there is left out, if it is.
    pub fn of_place(place: ParagraphPlace) -> Option<Self> {
        match place {
            ParagraphPlace::Body | ParagraphPlace::Table | ParagraphPlace::Note => None,
            ParagraphPlace::Margin => Some(AsideKind::Margin),
            ParagraphPlace::Contents => Some(AsideKind::Contents),
            ParagraphPlace::Caption => Some(AsideKind::Caption),
            ParagraphPlace::Web => Some(AsideKind::Web),
        }
    }

    /// What it is, in Chinese.
    pub fn name(self) -> &'static str {
        match self {
            AsideKind::Mark => "序号和符号",
            AsideKind::PageNumber => "页码",
            AsideKind::Margin => "页眉页脚",
            AsideKind::Contents => "目录",
            AsideKind::Web => "网页上的其他文字",
            AsideKind::Caption => "图片说明",
            AsideKind::Repeated => "重复的文字",
        }
    }
}
