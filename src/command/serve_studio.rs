//! `tujie edit`: serves the 编辑台 to this computer alone, and keeps its file.
//!
//! Whoever knows the address may read and write the file, so the address holds a word that
//! nobody can guess. The file is written whole or not at all, and never over what somebody
//! else wrote meanwhile.

use std::fs::{self, File};
use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, Response, StatusCode, header};
use tokio::net::TcpListener;

use crate::explain::{Lang, said};
use crate::report::MAX_BYTES;
use crate::report::hash::sha256;
use crate::site::data;
use crate::site::failure::{reason, unreadable};
use crate::site::folder;

/// What the 编辑台 is called.
const STUDIO: &str = "编辑台.html";

/// What is asked for.
pub struct StudioOrder {
    /// The report's file, which need not be there yet.
    pub file: PathBuf,
    /// The 编辑台, where it is not where the release has it.
    pub studio: Option<PathBuf>,
    /// The port; any that is free where none is asked for.
    pub port: Option<u16>,
}

/// Serves until it is told to end; 0 then, 2 where it cannot.
pub fn run(order: &StudioOrder, lang: Lang) -> u8 {
    match serve(order, lang) {
        Ok(()) => 0,
        Err(message) => {
            eprintln!("{message}");
            2
        }
    }
}

/// What every answer needs.
struct Desk {
    token: String,
    page: String,
    file: PathBuf,
    /// One at a time writes.
    writing: Mutex<()>,
    lang: Lang,
}

fn serve(order: &StudioOrder, lang: Lang) -> Result<(), String> {
    let (file, shown) = (&order.file, order.file.display());
    match fs::read(file) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(unreadable(lang, shown, &error)),
    }
    if !file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
    {
        return Err(said!(
            lang,
            "{shown}：应是数据文件（.json）；文稿请在编辑台里打开",
            "{shown}: expected a data file (.json); open documents in the desk itself"
        ));
    }
    let studio = studio(order).ok_or_else(|| {
        said!(
            lang,
            "没有找到“{STUDIO}”；它在发行包里，请放在 tujie 旁边，或用 --studio 指明",
            "{STUDIO} is not there; the release has it: put it beside tujie or name it by --studio"
        )
    })?;
    let page =
        fs::read_to_string(&studio).map_err(|error| unreadable(lang, studio.display(), &error))?;
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| error.to_string())?;
    let token: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let desk = Desk {
        page: page
            .replacen("connect-src 'none'", "connect-src 'self'", 1)
            .replacen(
                "<title>",
                "<meta name=\"tujie-edit\" content=\"report.json\"><title>",
                1,
            ),
        // What a link leads to is written, not the link.
        file: dunce::canonicalize(file).unwrap_or_else(|_| file.clone()),
        token,
        writing: Mutex::new(()),
        lang,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| reason(lang, &error))?;
    runtime
        .block_on(async {
            let listener =
                TcpListener::bind((Ipv4Addr::LOCALHOST, order.port.unwrap_or(0))).await?;
            let address = format!("http://{}/{}/", listener.local_addr()?, desk.token);
            let told = writeln!(
                io::stdout(),
                "{}",
                said!(
                    lang,
                    "编辑台：{address}\n改动写入 {shown}；按 Ctrl-C 结束",
                    "desk: {address}\nchanges are written to {shown}; Ctrl-C ends"
                )
            );
            // Who closed our output needs no address.
            let _ = told.and_then(|()| io::stdout().flush());
            let router = Router::new().fallback(answer).with_state(Arc::new(desk));
            tokio::select! {
                served = axum::serve(listener, router).into_future() => served,
                ended = tokio::signal::ctrl_c() => ended,
            }
        })
        .map_err(|error: io::Error| reason(lang, &error))
}

/// The 编辑台: the one that is named, or beside the command, or here.
fn studio(order: &StudioOrder) -> Option<PathBuf> {
    let beside = std::env::current_exe().ok();
    let beside = beside.and_then(|command| Some(command.parent()?.to_owned()));
    let named = order.studio.clone();
    let mut places = vec![
        PathBuf::from(STUDIO),
        Path::new("target/studio").join(STUDIO),
    ];
    places.extend(
        beside
            .into_iter()
            .flat_map(|folder| [folder.join(STUDIO), folder.join("../studio").join(STUDIO)]),
    );
    named.or_else(|| places.into_iter().find(|path| path.is_file()))
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let below = path
        .strip_prefix('/')
        .and_then(|path| path.strip_prefix(&desk.token));
    let tag = request.headers().get(header::IF_MATCH);
    let tag = tag
        .and_then(|tag| tag.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let done = match (request.method(), below) {
        (&Method::GET, Some("/")) => Ok(told(StatusCode::OK, "", desk.page.clone())),
        (&Method::GET, Some("/report.json")) => desk.read(&tag),
        (&Method::PUT, Some("/report.json")) => {
            match to_bytes(request.into_body(), 8 * MAX_BYTES).await {
                Ok(bytes) => desk.write(&tag, &bytes),
                Err(_) => Ok(told(StatusCode::PAYLOAD_TOO_LARGE, "", String::new())),
            }
        }
        _ => Ok(told(StatusCode::NOT_FOUND, "", String::new())),
    };
    done.unwrap_or_else(|error| {
        let (shown, why) = (desk.file.display(), reason(desk.lang, &error));
        let message = said!(
            desk.lang,
            "{shown}：不能读写（{why}）",
            "{shown}: cannot be read or written ({why})"
        );
        eprintln!("{message}");
        told(StatusCode::INTERNAL_SERVER_ERROR, "", message)
    })
}

impl Desk {
    /// The file as it is now and its tag; nothing where there is none yet.
    fn now(&self) -> io::Result<(Vec<u8>, String)> {
        match folder::data(&self.file) {
            Ok(bytes) => {
                let tag = format!("\"{}\"", sha256(&bytes));
                Ok((bytes, tag))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok((Vec::new(), "\"\"".to_owned()))
            }
            Err(error) => Err(error),
        }
    }

    /// The file, unless it is the one that is known already.
    fn read(&self, known: &str) -> io::Result<Response<Body>> {
        let (bytes, tag) = self.now()?;
        if tag == known {
            return Ok(told(StatusCode::NO_CONTENT, &tag, String::new()));
        }
        let text = String::from_utf8(data::in_utf8(bytes));
        let text = text.map_err(|_| io::ErrorKind::InvalidData)?;
        Ok(told(StatusCode::OK, &tag, text))
    }

    /// Writes the file, unless somebody else did since.
    fn write(&self, known: &str, bytes: &[u8]) -> io::Result<Response<Body>> {
        let _alone = self
            .writing
            .lock()
            .unwrap_or_else(|broken| broken.into_inner());
        let (_, tag) = self.now()?;
        if tag != known {
            return Ok(told(StatusCode::PRECONDITION_FAILED, &tag, String::new()));
        }
        let mut name = std::ffi::OsString::from(".");
        name.push(self.file.file_name().unwrap_or_default());
        name.push(".tujie");
        let aside = self.file.with_file_name(name);
        let mut file = File::create(&aside)?;
        file.write_all(bytes).and_then(|()| file.sync_all())?;
        fs::rename(&aside, &self.file)?;
        Ok(told(
            StatusCode::OK,
            &format!("\"{}\"", sha256(bytes)),
            String::new(),
        ))
    }
}

/// An answer that nobody keeps.
fn told(status: StatusCode, tag: &str, body: String) -> Response<Body> {
    let kind = match body.starts_with("<!") {
        true => "text/html; charset=utf-8",
        false => "text/plain; charset=utf-8",
    };
    let answer = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::REFERRER_POLICY, "no-referrer")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::ETAG, tag)
        .body(Body::from(body));
    answer.unwrap_or_default()
}
