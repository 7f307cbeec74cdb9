//! nginx and Caddy, with the files that the site brings for them, on a port of
//! this computer: at its root, and below a path.
//!
//! Knows the servers; knows nothing of what they are to answer.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Where the site stands once more, percent-encoded: /县 政协/五年/.
pub const BELOW: &str = "/%E5%8E%BF%20%E6%94%BF%E5%8D%8F/%E4%BA%94%E5%B9%B4/";

/// A server's program.
#[derive(Clone, Copy, Debug)]
pub enum Server {
    Nginx,
    Caddy,
}

/// Both, in turn.
pub const SERVERS: [Server; 2] = [Server::Nginx, Server::Caddy];

/// A running server; it ends with its owner.
pub struct Host {
    pub port: u16,
    folder: PathBuf,
    child: Child,
}

impl Host {
    /// The site as anyone gets it.
    pub fn open(server: Server) -> Host {
        Host::start(server, "")
    }

    /// The site in frames of some only, by an end of its policy that is written
    /// where the server's file says.
    pub fn framed_by(server: Server, frames: &str) -> Host {
        Host::start(server, frames)
    }

    /// What it is asked for by. `http:` stands for `https:` as well.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A port that is free now may be taken a moment later: then there is
    /// another try.
    fn start(server: Server, frames: &str) -> Host {
        (0..5)
            .find_map(|_| Host::attempt(server, frames))
            .unwrap_or_else(|| panic!("{server:?} does not start"))
    }

    fn attempt(server: Server, frames: &str) -> Option<Host> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("delivery-{}-{count}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let root = folder.join("served here");
        place(&root);

        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let mut command = match server {
            Server::Nginx => nginx(&folder, &root, port, frames),
            Server::Caddy => caddy(&folder, &root, port, frames),
        };
        let started = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn();
        let child = started.unwrap_or_else(|error| {
            panic!("{server:?} does not start; `cargo xtask test` installs it: {error}")
        });
        let mut host = Host {
            port,
            folder,
            child,
        };
        host.is_ready(server).then_some(host)
    }

    /// Reads what the server tells until it listens, or ends.
    fn is_ready(&mut self, server: Server) -> bool {
        let words = match server {
            // Its version, told when all ports are open.
            Server::Nginx => "[notice]",
            Server::Caddy => "serving initial configuration",
        };
        let told = self.child.stderr.as_mut().expect("a pipe");
        let mut all = String::new();
        for line in BufReader::new(told).lines().map_while(Result::ok) {
            if line.contains(words) {
                return true;
            }
            all += &line;
            all.push('\n');
        }
        eprintln!("{server:?} says:\n{all}");
        false
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The site's folder.
pub fn site() -> PathBuf {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(
        site.join("index.html").is_file(),
        "{} is missing; build the site first: cargo xtask build",
        site.display()
    );
    site
}

/// The site's files in a folder, and once more below it.
fn place(root: &Path) {
    let below = root.join("县 政协");
    fs::create_dir_all(&below).expect("a writable folder");
    symlink(site(), below.join("五年")).expect("a link");
    for entry in fs::read_dir(site()).expect("the site's folder") {
        let entry = entry.expect("an entry");
        symlink(entry.path(), root.join(entry.file_name())).expect("a link");
    }
}

/// Debian's nginx, as its administrator would start it, without what needs one.
fn nginx(folder: &Path, root: &Path, port: u16, frames: &str) -> Command {
    let text = fs::read_to_string(site().join("deploy/nginx.conf")).expect("nginx.conf");
    let text = set(&text, "listen 80;", &format!("listen 127.0.0.1:{port};"));
    let text = set(
        &text,
        "root /srv/tujie;",
        &format!("root \"{}\";", root.display()),
    );
    let text = set(
        &text,
        "default \"\";\n",
        &format!("default \"{frames}\";\n"),
    );
    // As a folder of another site, by the file's own words.
    let (_, lines) = text.split_once("`location /report/ {").expect("the words");
    let lines = lines.trim_end().trim_end_matches('}');
    let (_, lines) = lines.split_once('\n').expect("the lines after them");
    let folder_of = format!("location \"/县 政协/五年/\" {{\n{lines}}}\n");
    let text = set(
        &text,
        "    index index.html;\n",
        &format!("    {folder_of}    index index.html;\n"),
    );
    fs::write(folder.join("site.conf"), text).expect("a writable folder");

    let place = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|what| format!("{what}_temp_path \"{place}/{what}\";"))
        .collect();
    let main = format!(
        "daemon off; master_process off; error_log stderr notice; pid \"{place}/pid\";\n\
         include /etc/nginx/modules-enabled/*.conf;\n\
         events {{}}\n\
         http {{ access_log off; {temporary} include \"{place}/site.conf\"; }}\n"
    );
    let main_path = folder.join("nginx.conf");
    fs::write(&main_path, main).expect("a writable folder");

    let mut command = Command::new("nginx");
    // Debian keeps it where only the administrator's PATH leads.
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{path}:/usr/sbin"));
    command.args(["-e", "stderr", "-c"]).arg(main_path);
    command
}

/// Debian's Caddy with the site's file as it is.
fn caddy(folder: &Path, root: &Path, port: u16, frames: &str) -> Command {
    let file = site().join("deploy/Caddyfile");
    let main = format!("{{\n\tadmin off\n}}\nimport \"{}\"\n", file.display());
    let main_path = folder.join("Caddyfile");
    fs::write(&main_path, main).expect("a writable folder");

    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(main_path)
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder)
        .env("XDG_CONFIG_HOME", folder)
        .env("TUJIE_ADDRESS", format!("http://127.0.0.1:{port}"))
        .env("TUJIE_ROOT", root)
        .env("TUJIE_FRAMES", frames);
    command
}

/// The text with the first of these lines changed, which must be there.
#[track_caller]
fn set(text: &str, line: &str, new: &str) -> String {
    assert!(text.contains(line), "the file has no line {line}");
    text.replacen(line, new, 1)
}
