//! Why nothing was published, told to whoever publishes.
//!
//! Knows sentences and exit codes; does nothing.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::version::VERSION;
use crate::explain::{Finding, Lang, said};

/// Why nothing was published. The output is as it was.
#[derive(Debug)]
pub enum Failure {
    /// A file or a folder cannot be read, or is not there.
    Unreadable { path: PathBuf, error: io::Error },
    /// Data files have problems.
    Data(Vec<BadData>),
    /// The folder holds no data file.
    NoData { path: PathBuf },
    /// A report's folder cannot be called so: no address holds the name as it is.
    OddName { path: PathBuf, name: String },
    /// A report's folder cannot be called so: something else is.
    TakenName { path: PathBuf, name: String },
    /// The folder holds a site of many reports, and no page to put another into.
    ListSite { path: PathBuf },
    /// The folder holds no site of tujie.
    NoSite { path: PathBuf },
    /// The site was made by another version.
    OtherVersion { path: PathBuf, version: String },
    /// A link or a device stands where files should.
    NotAFile { path: PathBuf },
    /// The output would lie in what it is made of, or the other way round.
    Entangled { out: PathBuf, other: PathBuf },
    /// What stands at the output is none of ours to replace.
    Foreign { path: PathBuf },
    /// Somebody else is publishing there.
    Busy { path: PathBuf },
    /// A file or a folder cannot be written.
    Unwritable { path: PathBuf, error: io::Error },
    /// A step of making the site failed.
    Finish(anyhow::Error),
}

/// A data file with problems.
#[derive(Debug)]
pub struct BadData {
    /// Where it stands.
    pub path: PathBuf,
    /// What must be put right.
    pub problems: Vec<Finding>,
    /// What does no harm.
    pub hints: Vec<Finding>,
}

impl Failure {
    /// The exit code: 1 for data that must be put right, 2 for all the rest.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Data(_) => 1,
            _ => 2,
        }
    }

    /// What happened and what to do, in one line.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Failure::Unreadable { path, error } => unreadable(lang, path.display(), error),
            Failure::Data(bad) => {
                let lines: Vec<_> = bad.iter().map(|bad| bad.sentence(lang)).collect();
                lines.join("\n")
            }
            Failure::NoData { path } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：里面没有数据文件（.json）",
                    "{shown}: holds no data file (.json)"
                )
            }
            Failure::OddName { path, name } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：文件名要作网址的一部分，“{name}”里不能有空格和 # ? % & 等符号，应改文件名",
                    "{shown}: the file's name becomes part of an address, which “{name}” cannot: \
                     rename it without spaces and signs such as # ? % &"
                )
            }
            Failure::TakenName { path, name } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：网站里已经有“{name}”，应改文件名",
                    "{shown}: the site has a “{name}” already; rename the file"
                )
            }
            Failure::ListSite { path } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：这是多份报告的网站，应为发行包解开后的文件夹",
                    "{shown}: a site of many reports; expected the unpacked release"
                )
            }
            Failure::NoSite { path } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：不是 tujie 网站，应为发行包解开后的文件夹（里面有 index.html）",
                    "{shown}: no tujie site; expected the unpacked release, which has an index.html"
                )
            }
            Failure::OtherVersion { path, version } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：这个网站是 tujie {version} 的，而本命令是 {VERSION}，应使用同一版本",
                    "{shown}: the site is of tujie {version}, this command is {VERSION}; \
                     use the same version of both"
                )
            }
            Failure::NotAFile { path } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：是链接或特殊文件，网站里应只有普通文件和文件夹",
                    "{shown}: a link or a special file; a site is made of plain files and folders"
                )
            }
            Failure::Entangled { out, other } => {
                let (out, other) = (out.display(), other.display());
                said!(
                    lang,
                    "输出文件夹 {out} 与 {other} 重叠，应另选一个文件夹",
                    "the output folder {out} overlaps with {other}; choose another folder"
                )
            }
            Failure::Foreign { path } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：已经存在，但不是 tujie 网站，为免丢失里面的文件，没有替换",
                    "{shown}: exists and is no tujie site; not replaced, lest its files be lost"
                )
            }
            Failure::Busy { path } => {
                let shown = path.display();
                said!(
                    lang,
                    "{shown}：另一次发布正在写入，请等它结束",
                    "{shown}: being published to already; wait for that to end"
                )
            }
            Failure::Unwritable { path, error } => {
                let (shown, why) = (path.display(), reason(lang, error));
                said!(
                    lang,
                    "{shown}：不能写入（{why}）",
                    "{shown}: cannot be written ({why})"
                )
            }
            Failure::Finish(error) => {
                let cause = error.chain().find_map(|cause| cause.downcast_ref());
                let why = cause.map_or_else(String::new, |cause| reason(lang, cause));
                said!(
                    lang,
                    "没有发布成功：{why}（{error:#}）",
                    "not published: {why} ({error:#})"
                )
            }
        }
    }
}

impl BadData {
    /// That the file has problems, in one line.
    fn sentence(&self, lang: Lang) -> String {
        let (shown, count) = (self.path.display(), self.problems.len());
        said!(
            lang,
            "{shown}：共 {count} 个问题，没有发布",
            "{shown}: problems found: {count}; nothing was published"
        )
    }
}

/// In English, for developers; [`Failure::sentence`] speaks to editors.
impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for Failure {}

/// For an error met while reading there.
pub fn unreadable_at(path: &Path) -> impl Fn(io::Error) -> Failure {
    let path = path.to_owned();
    move |error| Failure::Unreadable {
        path: path.clone(),
        error,
    }
}

/// For an error met while writing there.
pub fn unwritable_at(path: &Path) -> impl Fn(io::Error) -> Failure {
    let path = path.to_owned();
    move |error| Failure::Unwritable {
        path: path.clone(),
        error,
    }
}

/// That a file cannot be read, and why.
pub fn unreadable(lang: Lang, shown: impl std::fmt::Display, error: &io::Error) -> String {
    let why = reason(lang, error);
    said!(
        lang,
        "{shown}：读不到（{why}）",
        "{shown}: cannot be read ({why})"
    )
}

/// Why the system refused, in words for whoever did not write it.
pub fn reason(lang: Lang, error: &io::Error) -> String {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => said!(
            lang,
            "没有这个文件或文件夹",
            "there is no such file or folder"
        ),
        ErrorKind::PermissionDenied => said!(lang, "没有权限", "permission denied"),
        ErrorKind::IsADirectory => {
            said!(lang, "这是文件夹，不是文件", "it is a folder, not a file")
        }
        ErrorKind::NotADirectory => {
            said!(lang, "这是文件，不是文件夹", "it is a file, not a folder")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            said!(lang, "磁盘空间不足", "no space left")
        }
        ErrorKind::ReadOnlyFilesystem => said!(lang, "磁盘是只读的", "the disk is read-only"),
        _ => error.to_string(),
    }
}
