//! The command `tujie`: its arguments, its messages, its exit codes.
//!
//! Knows no rule of its own: what a good report is belongs to `report`, what a
//! site is to `site`. What went well is told on standard output, the rest on
//! standard error.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};

use crate::explain::{self, Lang};
use crate::site::open_graph::BaseUrl;
use crate::site::publish::Order;

use self::check::Format;

mod check;
mod draft;
mod new;
mod patience;
mod publish;
mod serve_studio;

/// 政协工作报告图解 · A work report as an infographic.
#[derive(Parser)]
#[command(name = "tujie", version)]
struct Arguments {
    /// 提示所用的语言 · Language of messages.
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

#[derive(clap::Subcommand)]
enum Command {
    /// 检查数据文件，一次列出全部问题 · Check data files and explain every problem.
    Check {
        /// 数据文件 · The data files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// 给人看的文字，或给程序用的 JSON · Lines for people, or JSON for programs.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// 从 .docx、.txt、.md 或 .html 文稿起草数据文件 · Draft a data file from a document.
    Draft {
        /// 文稿 · The document.
        file: PathBuf,
        /// 初稿写到哪里，不能已经存在；- 是标准输出；不写就放在文稿旁边 · Where the
        /// draft goes; - is standard output.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// 把要核对的地方写成 JSON · Write the doubts as JSON.
        #[arg(long, value_name = "FILE")]
        doubts: Option<PathBuf>,
        /// 去年的数据文件：沿用编号和说明 · An earlier report's data file, for its ids
        /// and labels.
        #[arg(long, value_name = "FILE")]
        beside: Option<PathBuf>,
    },
    /// 在浏览器里编辑一份数据文件，只在本机 · Edit a data file in a browser, on this computer
    /// alone.
    Edit {
        /// 数据文件；没有就在第一次保存时写出 · The data file; made at the first change.
        #[arg(default_value = "report.json")]
        file: PathBuf,
        /// 发行包里的“编辑台.html”，不在 tujie 旁边时写 · Where the desk is, if not beside
        /// the command.
        #[arg(long, value_name = "FILE")]
        studio: Option<PathBuf>,
        /// 端口；不写就用空闲的 · The port; any that is free.
        #[arg(long)]
        port: Option<u16>,
    },
    /// 写一份起步用的数据文件，旁边附上 JSON Schema · Write a data file to start from.
    New {
        /// 数据文件，不能已经存在 · The data file, which must not exist.
        #[arg(default_value = "report.json")]
        file: PathBuf,
    },
    /// 打印数据文件的 JSON Schema · Print the JSON Schema of a data file.
    Schema,
    /// 把一份报告发布成网站 · Make a site that shows a report.
    Publish {
        /// 数据文件；写几个，或写一个文件夹，就发布成多份报告的网站 · The data file;
        /// several, or a folder of them, make one site of many reports.
        #[arg(long, value_name = "FILE", required = true)]
        data: Vec<PathBuf>,
        /// 多份报告的列表的标题 · What the list of many reports is called.
        #[arg(long, value_name = "TITLE", default_value = "工作报告图解")]
        title: String,
        /// 发行包里的网站文件夹，不会改动 · The built site; it stays as it is.
        #[arg(long, value_name = "DIST")]
        site: PathBuf,
        /// 输出文件夹；原有的网站整个换成新的 · The folder of the new site; a site
        /// that stands there is replaced.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// 网站将来的网址 · The address the site will have.
        #[arg(long, value_name = "URL", value_parser = base_url)]
        base_url: Option<BaseUrl>,
        /// 发布的时刻，1970 年以来的秒数；不写就是现在 · When the site is made, in seconds
        /// since 1970: the same report and time give the same bytes.
        #[arg(long, value_name = "SECONDS")]
        at: Option<u64>,
        /// 上一次发布的文件夹，其中网页还在用的程序文件一并保留 · An earlier site
        /// whose hashed files stay reachable.
        #[arg(long, value_name = "DIR")]
        keep: Option<PathBuf>,
        /// 不供离线阅读 · Make no site for reading offline.
        #[arg(long)]
        no_offline: bool,
    },
}

/// Runs the command the arguments name.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let lang = match arguments.lang {
        Language::Zh => Lang::Zh,
        Language::En => Lang::En,
    };
    match arguments.command {
        Command::Check { files, format } => check::run(&files, format, lang),
        Command::Draft {
            file,
            out,
            doubts,
            beside,
        } => draft::run(
            &draft::DraftOrder {
                file,
                out,
                doubts,
                beside,
            },
            lang,
        ),
        Command::Edit { file, studio, port } => {
            serve_studio::run(&serve_studio::StudioOrder { file, studio, port }, lang)
        }
        Command::New { file } => new::run(&file, lang),
        Command::Schema => {
            println!("{:#}", explain::schema());
            0
        }
        Command::Publish {
            data,
            title,
            site,
            out,
            base_url,
            at,
            keep,
            no_offline,
        } => publish::run(
            &Order {
                data,
                title,
                site,
                out,
                base_url,
                at,
                keep,
                offline: !no_offline,
            },
            lang,
        ),
    }
    .into()
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::read(text).ok_or_else(|| {
        "应为网站文件夹的网址，例如 https://example.org/report/ · \
         expected the address of a folder on the web"
            .to_owned()
    })
}
