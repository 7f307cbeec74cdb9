//! Folders and commands of the tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use tujie::site::{self, Profile};

/// A folder of a test, removed at its end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(test: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a writable folder");
        Folder(path)
    }

    /// Writes a file and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a writable folder");
        fs::write(&path, bytes).expect("a writable file");
        self.path(name)
    }

    /// The path of what stands or will stand there.
    pub fn path(&self, name: &str) -> String {
        let path = self.0.join(name);
        path.to_str().expect("a path in UTF-8").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The command, to be run.
pub fn tujie(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tujie"));
    command.args(arguments);
    command
}

/// Exit code, standard output and standard error.
pub fn run(command: &mut Command) -> (i32, String, String) {
    told(command.output().expect("the command runs"))
}

pub fn told(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).expect("messages are UTF-8");
    let code = output.status.code().expect("an exit, not a signal");
    (code, text(output.stdout), text(output.stderr))
}

/// A finished site as a build makes one, but for the app: two files of that
/// name, which publishing does not look into.
pub fn site() -> &'static str {
    static SITE: OnceLock<String> = OnceLock::new();
    SITE.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site");
        let _ = fs::remove_dir_all(&folder);
        copy(&root.join("public"), &folder);
        for (name, text) in [
            ("index.html", include_str!("../../index.html")),
            ("style.css", "body { margin: 0 }"),
            ("embed/guide.css", "body { margin: 0 }"),
            ("embed/article.css", "body { margin: 0 }"),
            ("app.js", "let wasm_bindgen;"),
            ("app_bg.wasm", "\0asm"),
            ("writer.js", "let wasm_bindgen;"),
            ("writer_bg.wasm", "\0asm"),
            ("extras.js", "let wasm_bindgen;"),
            ("extras_bg.wasm", "\0asm"),
        ] {
            fs::write(folder.join(name), text).expect("a writable file");
        }
        site::finish(&folder, Profile::Release).expect("a site");
        folder.to_str().expect("a path in UTF-8").to_owned()
    })
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a writable folder");
    for entry in fs::read_dir(from).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a writable file");
        }
    }
}

/// Every file below a folder by its path, with its bytes.
pub fn tree(folder: impl AsRef<Path>) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    collect(folder.as_ref(), Path::new(""), &mut files);
    files
}

fn collect(folder: &Path, inside: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        let name = inside.join(entry.file_name());
        if entry.path().is_dir() {
            collect(&entry.path(), &name, files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("a readable file"));
        }
    }
}
