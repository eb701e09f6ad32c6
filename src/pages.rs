//! A [`Site`] to text: one struct and one template per page.

pub mod charts;

use jiff::civil::Date;

use crate::site::{Address, Site};

/// A page as it is sent, before compression.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    pub body: Vec<u8>,
    /// The media type with its charset: `text/html; charset=utf-8`.
    pub media_type: &'static str,
    /// The day of the last change of substance, for `Last-Modified`.
    pub modified: Option<Date>,
}

/// What an address shows, or nothing if this Site has no such address.
pub fn render(site: &Site, address: &Address) -> Option<Rendered> {
    let _ = (site, address);
    unimplemented!()
}

/// The page for a failed request: 4xx or 5xx, with near matches for `path` where that helps.
pub fn error(site: &Site, status: u16, path: &str) -> Rendered {
    let _ = (site, status, path);
    unimplemented!()
}

/// A file that pages refer to, kept inside the binary.
#[derive(Clone, Debug, PartialEq)]
pub struct Asset {
    /// The address with a hash of the bytes: `/assets/style.0f3a9c.css`.
    pub path: String,
    pub body: std::borrow::Cow<'static, [u8]>,
    pub media_type: &'static str,
}

/// All files of `static/`.
pub fn assets() -> Vec<Asset> {
    unimplemented!()
}
