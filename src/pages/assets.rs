//! The files of `static/`, kept inside the binary and addressed by the hash of their bytes.

use rust_embed::{EmbeddedFile, RustEmbed};

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
    pub body: std::borrow::Cow<'static, [u8]>,
    /// The media type, with its charset if it is text.
    pub media_type: &'static str,
}

/// All files of `static/`.
pub fn assets() -> Vec<Asset> {
    Static::iter()
        .filter_map(|name| {
            let file = Static::get(&name)?;
            Some(Asset {
                path: hashed(&name, &file),
                body: file.data,
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
    let file = Static::get(name).expect("templates name files that exist in static/");
    hashed(name, &file)
}

/// The bytes of a file of `static/`.
pub fn bytes(name: &str) -> Option<Vec<u8>> {
    Static::get(name).map(|file| file.data.into_owned())
}

fn hashed(name: &str, file: &EmbeddedFile) -> String {
    let hash: String = file.metadata.sha256_hash()[..5]
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
