//! One answer, from what it holds to how it is sent.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{Response, StatusCode, header};
use futures_util::stream::{StreamExt, iter, once};
use tokio::sync::watch;

/// What is answered.
pub struct Answer {
    pub status: StatusCode,
    /// None where there is no such file.
    pub bytes: Option<Vec<u8>>,
    /// Whether they are in brotli.
    pub packed: bool,
    pub mime: &'static str,
    /// Where a redirect leads.
    pub moved: Option<&'static str>,
    pub policy: String,
    pub cache: &'static str,
    pub shared: bool,
    pub length: Length,
}

/// What the answer says of its length.
pub enum Length {
    Told,
    Untold,
    /// Told, and then the connection ends half-way.
    Broken,
    /// Told, and the second half comes when the gate opens.
    Stalled(watch::Receiver<bool>),
}

impl Answer {
    /// The response; without a body where the browser has the file already.
    pub fn send(self, request: &Request) -> Response<Body> {
        if let Some(to) = self.moved {
            let moved = Response::builder().status(StatusCode::PERMANENT_REDIRECT);
            let moved = moved.header(header::LOCATION, to);
            return moved.body(Body::empty()).expect("an answer");
        }
        let Some(bytes) = self.bytes else {
            let missing = Response::builder().status(StatusCode::NOT_FOUND);
            return missing.body(Body::empty()).expect("an answer");
        };
        let tag = tag(&bytes);
        let known = request.headers().get(header::IF_NONE_MATCH);
        let unchanged = known.is_some_and(|known| known.as_bytes() == tag.as_bytes());
        let mut response = Response::builder()
            .status(self.status)
            .header(header::CONTENT_TYPE, self.mime)
            .header(header::ETAG, tag)
            .header(header::CACHE_CONTROL, self.cache)
            .header(header::CONTENT_SECURITY_POLICY, self.policy);
        if self.packed {
            response = response.header(header::CONTENT_ENCODING, "br");
        }
        if self.shared {
            response = response.header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        let body = match self.length {
            _ if unchanged => {
                response = response.status(StatusCode::NOT_MODIFIED);
                Body::empty()
            }
            Length::Told => Body::from(bytes),
            Length::Untold => Body::from_stream(iter([Ok::<_, io::Error>(bytes)])),
            Length::Broken => {
                response = response.header(header::CONTENT_LENGTH, bytes.len());
                let half = bytes[..bytes.len() / 2].to_vec();
                let cut = io::Error::from(io::ErrorKind::ConnectionReset);
                Body::from_stream(iter([Ok(half), Err(cut)]))
            }
            Length::Stalled(mut gate) => {
                response = response.header(header::CONTENT_LENGTH, bytes.len());
                let (half, rest) = bytes.split_at(bytes.len() / 2);
                let (half, rest) = (half.to_vec(), rest.to_vec());
                let rest = async move {
                    let _ = gate.wait_for(|open| *open).await;
                    Ok::<_, io::Error>(rest)
                };
                Body::from_stream(iter([Ok(half)]).chain(once(rest)))
            }
        };
        response.body(body).expect("an answer")
    }
}

fn tag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

/// Files named by their bytes never change; the rest is asked for anew.
pub fn cache(path: &str) -> &'static str {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    if hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        "max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}
