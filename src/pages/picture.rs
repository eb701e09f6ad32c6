//! The picture that stands for a page where it is shared: 1200 by 630, drawn as SVG, sent as PNG.
//!
//! It says what the page is called, what kind of page it is, whose it is, and one thing more: a figure
//! with its source and age, or the rungs of a path.

mod composition;
mod ladder;
mod raster;
mod setting;
mod subject;
mod typeface;

use askama::Template as _;
use sha2::{Digest as _, Sha256};

use crate::site::{Address, Site};

use composition::Composition;
use subject::{Below, Subject};

/// What a picture is, in pixels.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Below what path the pictures are.
const FOLDER: &str = "/pictures/";

/// The name of the picture of the home page, which no other page can have: ids have no underscore.
const HOME: &str = "home_page";

/// The picture of a page, not yet drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where it is, with a hash of what it shows: `/pictures/roles/sre.0f3a9c41d2b7.png`.
    pub path: String,
    /// What it shows, in words.
    pub alt: String,
    svg: String,
}

impl Picture {
    /// The picture of the page at an address; nothing if this Site has no such page.
    pub fn of(site: &Site, address: &Address) -> Option<Picture> {
        let subject = Subject::of(site, address)?;
        let svg = Composition::new(&site.config.name, &subject)
            .render()
            .expect("templates write to memory");
        let hash: String = Sha256::digest(&svg)[..6]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let name = match address {
            Address::Home => HOME.to_owned(),
            other => other.path().trim_start_matches('/').to_owned(),
        };
        Some(Picture {
            path: format!("{FOLDER}{name}.{hash}.png"),
            alt: subject.alt(site),
            svg,
        })
    }

    /// The picture at a path. Nothing if it is the picture of no page, or if its page has changed
    /// since, so that its hash is another.
    pub fn at(site: &Site, path: &str) -> Option<Picture> {
        let name = path.strip_prefix(FOLDER)?.strip_suffix(".png")?;
        let (name, _hash) = name.rsplit_once('.')?;
        let address = match name {
            HOME => Address::Home,
            other => Address::parse(&format!("/{other}"))?,
        };
        Picture::of(site, &address).filter(|picture| picture.path == path)
    }

    /// The picture as a PNG; some tens of milliseconds of work. The same bytes each time.
    pub fn png(&self) -> Vec<u8> {
        raster::png(&self.svg)
    }
}

#[cfg(test)]
mod tests;
