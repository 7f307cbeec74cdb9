//! One request, one answer, with every header as it came.
//!
//! Knows HTTP/1.1 as far as static servers speak it.

use std::io::{Read, Write};
use std::net::TcpStream;

/// What came back.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// Asks for a path (percent-encoded) on that port, with these headers more.
#[track_caller]
pub fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    let more: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{more}\r\n"
    )
    .expect("a request is sent");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    Answer::read(&bytes)
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let (head, body) = split(bytes, b"\r\n\r\n");
        let head = str::from_utf8(head).expect("headers are text");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let mut answer = Answer {
            status: status.and_then(|code| code.parse().ok()).expect("a status"),
            headers: lines
                .map(|line| line.split_once(':').expect("a header"))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
                .collect(),
            body: Vec::new(),
        };
        answer.body = match answer.header("transfer-encoding") {
            Some(_) => joined(body),
            None => body.to_vec(),
        };
        answer
    }

    /// A header that may come once.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(header, _)| header == name);
        let value = values.next();
        assert!(values.next().is_none(), "{name} twice: {:?}", self.headers);
        value.map(|(_, value)| value.as_str())
    }
}

/// A body that came in chunks.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let (size, rest) = split(chunks, b"\r\n");
        let size = str::from_utf8(size).expect("a size");
        let size = usize::from_str_radix(size, 16).expect("a size in hex");
        if size == 0 {
            return body;
        }
        body.extend(&rest[..size]);
        chunks = &rest[size + 2..];
    }
}

fn split<'a>(bytes: &'a [u8], at: &[u8]) -> (&'a [u8], &'a [u8]) {
    let start = bytes.windows(at.len()).position(|window| window == at);
    let start = start.expect("the answer is whole");
    (&bytes[..start], &bytes[start + at.len()..])
}
