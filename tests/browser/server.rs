//! The built site on a port of its own, served as the contract has it, with
//! the faults that a test asks for.
//!
//! Knows HTTP and the folder; knows nothing of browsers.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use self::answer::{Answer, Length, cache};

#[path = "server/answer.rs"]
mod answer;

/// What the site runs under, unless a test says otherwise: what it is delivered with.
pub use tujie::site::rules::POLICY;

const HTML: &str = "text/html; charset=utf-8";

/// What goes wrong with a file, until it is lifted.
#[derive(Clone)]
pub enum Fault {
    /// There is no such file.
    Missing,
    /// The connection ends half-way.
    Cut,
    /// The first half, as if it were all of it.
    Half,
    /// A page and 200, as hosts answer that know no missing file.
    Html,
    /// These bytes in place of the file's.
    Bytes(Vec<u8>),
    /// Its length is not told in advance.
    Unmeasured,
    /// Another type than the file's.
    Mime(&'static str),
    /// A redirect, unless the file is asked for by that path.
    Moved(&'static str),
    /// 503 and a page that says so.
    Overloaded,
    /// Another `Content-Security-Policy`.
    Policy(String),
    /// Nothing, until the gate opens.
    Held(watch::Receiver<bool>),
    /// The first half, and the second when the gate opens.
    Stalled(watch::Receiver<bool>),
}

/// Holds a file back until it is opened or dropped.
pub struct Gate(watch::Sender<bool>);

impl Gate {
    pub fn open(self) {
        self.0.send_replace(true);
    }
}

/// A served folder; the server ends with it.
pub struct Site {
    /// `http://127.0.0.1:…`, without a slash at the end.
    pub origin: String,
    served: Arc<Served>,
    /// A runtime of its own ends with all its connections.
    server: Option<Runtime>,
}

struct Served {
    folder: Mutex<PathBuf>,
    /// Whether what stands beside a file in brotli is sent in its place.
    packed: bool,
    /// What is wrong, by path (`/data/report.json`), in turn.
    faults: Mutex<HashMap<String, Vec<Fault>>>,
    /// How often each path was asked for.
    asked: Mutex<HashMap<String, usize>>,
    /// How many bytes were sent, headers apart.
    sent: AtomicU64,
}

impl Site {
    /// The site as it was built.
    pub async fn built() -> Site {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let page = folder.join("index.html");
        assert!(
            page.is_file(),
            "{} is missing; build the site first: cargo xtask build",
            page.display()
        );
        Site::of(folder).await
    }

    /// The site in that folder.
    pub async fn of(folder: PathBuf) -> Site {
        Site::start(folder, false).await
    }

    /// The site in that folder, in brotli where it has that.
    #[allow(dead_code, reason = "what measures downloads what readers do")]
    pub async fn packed(folder: PathBuf) -> Site {
        Site::start(folder, true).await
    }

    async fn start(folder: PathBuf, packed: bool) -> Site {
        let server = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let bound = server.spawn(TcpListener::bind("127.0.0.1:0")).await;
        let listener = bound.expect("a task that ends").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let served = Arc::new(Served {
            folder: Mutex::new(folder),
            packed,
            faults: Mutex::default(),
            asked: Mutex::default(),
            sent: AtomicU64::default(),
        });
        let router = Router::new().fallback(answer).with_state(served.clone());
        server.spawn(async move {
            axum::serve(listener, router)
                .await
                .expect("the server runs");
        });
        Site {
            origin: format!("http://{address}"),
            served,
            server: Some(server),
        }
    }

    /// Serves another folder from now on.
    pub fn deploy(&self, folder: &Path) {
        *self.served.folder() = folder.to_owned();
    }

    /// Nobody answers any more, and every connection ends.
    pub fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown_background();
        }
    }

    /// The page's address, with what follows its `/`.
    pub fn page(&self, rest: &str) -> String {
        format!("{}/{rest}", self.origin)
    }

    /// The path of the one file with that beginning and end: names tell the
    /// bytes, so no test can know them.
    #[track_caller]
    pub fn path(&self, start: &str, end: &str) -> String {
        let entries = std::fs::read_dir(&*self.served.folder()).expect("the site's folder");
        let names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.starts_with(start) && name.ends_with(end))
            .collect();
        assert_eq!(names.len(), 1, "{start}…{end} in the site: {names:?}");
        format!("/{}", names[0])
    }

    /// The WASM's path.
    pub fn wasm(&self) -> String {
        self.path("app_bg-", ".wasm")
    }

    /// The path of the script that comes with the WASM.
    pub fn glue(&self) -> String {
        self.path("app-", ".js")
    }

    /// The paths of what few readers need, and of its script.
    pub fn extra_wasm(&self) -> String {
        self.path("extras_bg-", ".wasm")
    }

    pub fn extra_glue(&self) -> String {
        self.path("extras-", ".js")
    }

    /// The bytes of a file as it was built.
    pub fn read(&self, path: &str) -> Vec<u8> {
        let file = self.served.folder().join(path.trim_start_matches('/'));
        std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// How often a path was asked for.
    pub fn asked(&self, path: &str) -> usize {
        self.served.asked().get(path).copied().unwrap_or_default()
    }

    /// How many bytes were sent so far, headers apart.
    #[allow(dead_code, reason = "what measures asks")]
    pub fn sent(&self) -> u64 {
        self.served.sent.load(Ordering::Relaxed)
    }

    /// Something more is wrong with a file from now on.
    pub fn fault(&self, path: &str, fault: Fault) {
        self.served
            .faults()
            .entry(path.to_owned())
            .or_default()
            .push(fault);
    }

    /// All is well again with a file.
    pub fn lift(&self, path: &str) {
        self.served.faults().remove(path);
    }

    /// All is well again with every file.
    pub fn heal(&self) {
        self.served.faults().clear();
    }

    /// Holds a file back from now on.
    pub fn hold(&self, path: &str) -> Gate {
        let (gate, held) = watch::channel(false);
        self.fault(path, Fault::Held(held));
        Gate(gate)
    }

    /// Holds the second half of a file back from now on.
    pub fn stall(&self, path: &str) -> Gate {
        let (gate, stalled) = watch::channel(false);
        self.fault(path, Fault::Stalled(stalled));
        Gate(gate)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn answer(State(served): State<Arc<Served>>, request: Request) -> Response<Body> {
    let asked = request.uri().path();
    *served.asked().entry(asked.to_owned()).or_default() += 1;
    let path = match asked {
        "/" => "/index.html",
        path => path,
    };
    let mut faults = served.faults().get(path).cloned().unwrap_or_default();
    faults.retain(|fault| !matches!(fault, Fault::Moved(to) if *to == asked));
    for fault in &faults {
        if let Fault::Held(gate) = fault {
            // A gate that was dropped is open, too.
            let _ = gate.clone().wait_for(|open| *open).await;
        }
    }
    let mut answer = served.answer(path);
    for fault in faults {
        served.break_with(&mut answer, fault);
    }
    let answer = answer.send(&request);
    let length = answer.body().size_hint().exact().unwrap_or_default();
    served.sent.fetch_add(length, Ordering::Relaxed);
    answer
}

impl Served {
    fn faults(&self) -> MutexGuard<'_, HashMap<String, Vec<Fault>>> {
        self.faults.lock().expect("nobody panics holding this")
    }

    fn asked(&self) -> MutexGuard<'_, HashMap<String, usize>> {
        self.asked.lock().expect("nobody panics holding this")
    }

    fn folder(&self) -> MutexGuard<'_, PathBuf> {
        self.folder.lock().expect("nobody panics holding this")
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let inside = !path.split('/').any(|step| step == "..");
        let file = self.folder().join(path.trim_start_matches('/'));
        inside.then(|| std::fs::read(file).ok())?
    }

    /// The answer of a host without faults.
    fn answer(&self, path: &str) -> Answer {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        let packed = self
            .packed
            .then(|| self.read(&[path, ".br"].concat()))
            .flatten();
        Answer {
            status: StatusCode::OK,
            packed: packed.is_some(),
            bytes: packed.or_else(|| self.read(path)),
            mime: match ending {
                "html" => HTML,
                "js" => "text/javascript; charset=utf-8",
                "css" => "text/css; charset=utf-8",
                "json" => "application/json",
                "wasm" => "application/wasm",
                "svg" => "image/svg+xml",
                "webmanifest" => "application/manifest+json",
                _ => "application/octet-stream",
            },
            moved: None,
            policy: POLICY.to_owned(),
            cache: cache(path),
            shared: matches!(ending, "js" | "wasm" | "css" | "json"),
            length: Length::Told,
        }
    }

    fn break_with(&self, answer: &mut Answer, fault: Fault) {
        match fault {
            Fault::Missing => answer.bytes = None,
            Fault::Cut => answer.length = Length::Broken,
            Fault::Half => {
                if let Some(bytes) = &mut answer.bytes {
                    bytes.truncate(bytes.len() / 2);
                }
            }
            Fault::Html => {
                answer.mime = HTML;
                answer.bytes = self.read("/index.html");
            }
            Fault::Bytes(bytes) => answer.bytes = Some(bytes),
            Fault::Unmeasured => answer.length = Length::Untold,
            Fault::Mime(mime) => answer.mime = mime,
            Fault::Moved(to) => answer.moved = Some(to),
            Fault::Overloaded => {
                answer.status = StatusCode::SERVICE_UNAVAILABLE;
                answer.mime = HTML;
                answer.bytes = Some(b"<!DOCTYPE html><title>503</title>".to_vec());
            }
            Fault::Policy(policy) => answer.policy = policy,
            Fault::Stalled(gate) => answer.length = Length::Stalled(gate),
            Fault::Held(_) => {}
        }
    }
}
