//! Why there is no draft, and what to do.

use std::fmt;

/// Why a file gives no draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file is empty.
    Empty,
    /// It has no words, but perhaps pictures.
    NoWords {
        /// How many pictures it holds.
        pictures: usize,
    },
    /// It is a report's data file already.
    Report,
    /// It is some other data.
    Json,
    /// A picture.
    Picture(&'static str),
    /// A PDF file.
    Pdf,
    /// A file of old Word or of WPS.
    OldWord,
    /// A Word file behind a password.
    Encrypted,
    /// Rich text.
    Rtf,
    /// Another kind of file that is packed as Word files are, in Chinese and in English.
    Packed(&'static str, &'static str),
    /// A packed file that is broken.
    Broken,
    /// A packed file that unpacks to more than any report.
    Bomb,
    /// Neither text nor anything known.
    NoText,
}

impl Refusal {
    /// The exit code: 1 where there is nothing to draft from, 2 where the file cannot be
    /// read.
    pub fn code(&self) -> u8 {
        match self {
            Refusal::Empty | Refusal::NoWords { .. } | Refusal::Report | Refusal::Json => 1,
            _ => 2,
        }
    }

    /// The same in English.
    pub fn english(&self) -> String {
        match self {
            Refusal::Empty => "the file is empty; choose another".to_owned(),
            Refusal::NoWords { pictures: 0 } => "there are no words in the file".to_owned(),
            Refusal::NoWords { pictures } => format!(
                "there are no words in the file, only pictures ({pictures}); \
                 put in the words and try again"
            ),
            Refusal::Report => {
                "this is a report's data file already; edit it, or check it: tujie check".to_owned()
            }
            Refusal::Json => "this is JSON and no document".to_owned(),
            Refusal::Picture(name) => format!("this is a picture ({name}); paste its words into a .txt or .docx file"),
            Refusal::Pdf => "this is a PDF file; open it, copy the text and paste it into a .txt or .docx file".to_owned(),
            Refusal::OldWord => "this is a file of old Word (.doc) or of WPS (.wps); open it and save it as .docx".to_owned(),
            Refusal::Encrypted => "this Word file has a password; open it, take the password off and save it again".to_owned(),
            Refusal::Rtf => "this is rich text (.rtf); open it and save it as .docx".to_owned(),
            Refusal::Packed(_, name) => format!("this is {name} and no Word file; save its text as .docx or .txt"),
            Refusal::Broken => "this Word file is broken and cannot be unpacked; open it in Word, which may mend it, and save it again".to_owned(),
            Refusal::Bomb => "this file unpacks to far more than a report; it was not read on".to_owned(),
            Refusal::NoText => "this is no text in UTF-8, UTF-16 or GB 18030; save it as .docx, or as .txt in UTF-8".to_owned(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Empty => text.write_str("文件是空的，请另选一个"),
            Refusal::NoWords { pictures: 0 } => text.write_str("文件里没有文字"),
            Refusal::NoWords { pictures } => write!(
                text,
                "文件里没有文字，只有 {pictures} 张图片；请把图片里的文字打出来再试"
            ),
            Refusal::Report => {
                text.write_str("这已经是报告的数据文件，可以直接修改，或检查：tujie check")
            }
            Refusal::Json => text.write_str("这是 JSON 数据，不是文稿"),
            Refusal::Picture(name) => write!(
                text,
                "这是图片（{name}）；请把图片里的文字打出来，存成 .txt 或 .docx"
            ),
            Refusal::Pdf => text.write_str(
                "这是 PDF 文件；请打开它，复制全部文字，粘贴到 .txt 或 .docx 文件里再试",
            ),
            Refusal::OldWord => {
                text.write_str("这是旧版 Word（.doc）或 WPS（.wps）文件；请打开它，另存为 .docx")
            }
            Refusal::Encrypted => {
                text.write_str("这份 Word 文件有密码；请打开它，取消密码，另存为 .docx")
            }
            Refusal::Rtf => text.write_str("这是 RTF 文件；请打开它，另存为 .docx"),
            Refusal::Packed(name, _) => write!(
                text,
                "这是{name}，不是 Word 文件；请把文字另存为 .docx 或 .txt"
            ),
            Refusal::Broken => text.write_str(
                "这份 Word 文件已损坏，解不开；请用 Word 打开（也许能修复），另存为 .docx",
            ),
            Refusal::Bomb => text.write_str("这个文件解开后远比一份报告大，没有读下去"),
            Refusal::NoText => text.write_str(
                "文件的文字不是 UTF-8、UTF-16 或 GB 18030 编码；请另存为 .docx，或 UTF-8 编码的 .txt",
            ),
        }
    }
}
