//! `tujie edit`: who knows the word in the address reads and writes one file, and nobody
//! else does.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::folder::{Folder, run, tujie};

/// The command at work; it ends with the test.
struct Served {
    child: Child,
    host: String,
    word: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn start(folder: &Folder, file: &str) -> Served {
        let studio = folder.file("编辑台.html", "<!DOCTYPE html>connect-src 'none'<title>");
        let mut command = tujie(&["edit", file, "--studio", &studio]);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let address = line
            .trim()
            .strip_prefix("编辑台：http://")
            .expect("an address");
        let (host, word) = address
            .trim_end_matches('/')
            .split_once('/')
            .expect("a word");
        Served {
            host: host.to_owned(),
            word: word.to_owned(),
            child,
        }
    }

    /// Status and tag, and the whole answer.
    fn ask(&self, method: &str, path: &str, tag: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.host).expect("a connection");
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nIf-Match: {tag}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}",
            self.host
        )
        .expect("it is asked");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let status = answer
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let tag = answer.lines().find_map(|line| line.strip_prefix("etag: "));
        let tag = tag.unwrap_or_default().to_owned();
        (status.expect("a status"), tag, answer)
    }

    fn file(&self) -> String {
        format!("/{}/report.json", self.word)
    }
}

#[test]
fn the_file_is_read_and_written_by_who_knows_the_word() {
    let folder = Folder::new("serve");
    let path = folder.file("r.json", "{}\n");
    let served = Served::start(&folder, &path);
    let (status, tag, answer) = served.ask("GET", &served.file(), "", "");
    assert!(
        status == 200 && answer.ends_with("\r\n\r\n{}\n"),
        "{answer}"
    );
    assert_eq!(served.ask("GET", &served.file(), &tag, "").0, 204);
    let (status, next, _) = served.ask("PUT", &served.file(), &tag, "{\"a\": 1}");
    assert_eq!(
        (status, fs::read_to_string(&path).unwrap().as_str()),
        (200, "{\"a\": 1}")
    );
    // Who has not seen the last state does not write over it.
    fs::write(&path, "{\"b\": 2}").unwrap();
    assert_eq!(served.ask("PUT", &served.file(), &next, "{}").0, 412);
    assert_eq!(fs::read_to_string(&path).unwrap(), "{\"b\": 2}");
    for path in [
        "/",
        "/report.json",
        "/00000000000000000000000000000000/report.json",
    ] {
        assert_eq!(served.ask("GET", path, "", "").0, 404, "{path}");
    }
    let (_, _, page) = served.ask("GET", &format!("/{}/", served.word), "", "");
    assert!(
        page.contains("connect-src 'self'") && page.contains("tujie-edit"),
        "{page}"
    );
}

#[test]
fn a_file_that_is_not_there_is_made_with_the_first_change() {
    let folder = Folder::new("serve-new");
    let path = folder.path("new.json");
    let served = Served::start(&folder, &path);
    let (status, tag, _) = served.ask("GET", &served.file(), "", "");
    assert_eq!(status, 200);
    assert!(!folder.0.join("new.json").exists());
    assert_eq!(served.ask("PUT", &served.file(), &tag, "{}").0, 200);
    assert_eq!(fs::read_to_string(&path).unwrap(), "{}");
}

#[test]
fn a_document_is_sent_to_the_desk_and_a_missing_desk_is_named() {
    let folder = Folder::new("serve-not");
    let path = folder.file("a.docx", "");
    let (code, _, told) = run(&mut tujie(&["edit", &path]));
    assert!(code == 2 && told.contains("文稿请在编辑台里打开"), "{told}");
    let path = folder.path("a.json");
    let missing = folder.path("nowhere.html");
    let (code, _, told) = run(&mut tujie(&["edit", &path, "--studio", &missing]));
    assert!(code == 2 && told.contains("nowhere.html"), "{told}");
}
