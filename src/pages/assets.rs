//! The files of `static/`, kept inside the binary and addressed by the hash of their bytes.

use std::borrow::Cow;

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Static;

/// A file that pages refer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Asset {
    /// The name in `static/`: `style.css`.
    pub name: String,
    /// The address with a hash of the bytes: `/assets/style.0f3a9c41d2.css`.
    pub path: String,
    pub body: Cow<'static, [u8]>,
    /// The media type, with its charset if it is text.
    pub media_type: &'static str,
}

/// Scripts that some pages need together: one request instead of two.
const JOINED: &str = "search-and-notes.js";
const JOINED_OF: [&str; 2] = ["search.js", "notes.js"];

/// All files of `static/`, and what is joined of them.
pub fn assets() -> Vec<Asset> {
    let names = Static::iter().chain([Cow::Borrowed(JOINED)]);
    names
        .filter_map(|name| {
            let body = bytes(&name)?;
            Some(Asset {
                path: hashed(&name, &body),
                body: body.into(),
                media_type: media_type(&name),
                name: name.into_owned(),
            })
        })
        .collect()
}

/// The address of a file of `static/`: `style.css` gives `/assets/style.0f3a9c41d2.css`.
///
/// # Panics
///
/// If there is no such file: templates name files, and a test renders every template.
pub fn path(name: &str) -> String {
    let bytes = bytes(name).expect("templates name files that exist in static/");
    hashed(name, &bytes)
}

/// The bytes of a file of `static/`.
pub fn bytes(name: &str) -> Option<Vec<u8>> {
    match name {
        JOINED => JOINED_OF
            .iter()
            .map(|part| bytes(part))
            .collect::<Option<Vec<_>>>()
            .map(|it| it.concat()),
        _ => Static::get(name).map(|file| file.data.into_owned()),
    }
}

fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes)[..5]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("/assets/{stem}.{hash}.{ending}"),
        None => format!("/assets/{name}.{hash}"),
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
