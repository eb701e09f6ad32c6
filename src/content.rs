//! Files to a [`Site`], or a list of everything that is wrong with them.

mod blocks;
mod diagnostic;
mod fields;
mod highlight;
mod markdown;
mod reference;

use std::path::Path;

use jiff::Timestamp;

pub use diagnostic::{Diagnostic, Severity};
pub use reference::{Reference, Target};

use crate::site::Site;

/// What became of a content folder.
pub struct Loaded {
    /// The guide made of all documents without errors; none if too little could be read to make one.
    pub site: Option<Site>,
    /// All that is wrong, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of files read.
    pub files: usize,
}

/// Reads a content folder as it is to be shown at `instant`.
///
/// The same files and the same instant give the same Site on every machine.
///
/// # Errors
///
/// Only if the folder itself cannot be read; what is wrong inside it is in the diagnostics.
pub fn load(folder: &Path, instant: Timestamp) -> std::io::Result<Loaded> {
    let _ = (folder, instant);
    unimplemented!()
}
