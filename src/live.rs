//! The newest Site, held for many readers at once, and replaced when the calendar, a changed file or
//! the operator says so.
//!
//! What is held is a value made from a Site (`web` holds its pages beside it), so that a reader takes
//! a Site and all that belongs to it in one step and keeps it for as long as it likes.

mod calendar;
mod changes;
mod follow;
mod report;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use arc_swap::{ArcSwap, Guard};
use jiff::Timestamp;

pub use calendar::now;
pub use changes::{Changes, Watching};
pub use follow::{Rebuilt, follow};
pub use report::{Problem, Report};

use crate::content::{Diagnostic, LastGood, Loaded, Reader, Severity, View};
use crate::site::Site;

/// The newest value made from a Site.
pub struct Sites<V>(ArcSwap<V>);

impl<V> Sites<V> {
    /// Holds `value` until it is replaced.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use career_guide::live::Sites;
    ///
    /// let sites = Sites::fixed(Arc::new("Monday's guide"));
    /// let held = sites.newest();
    /// sites.replace(Arc::new("Tuesday's guide"));
    /// assert_eq!((**held, **sites.newest()), ("Monday's guide", "Tuesday's guide"));
    /// ```
    pub fn fixed(value: Arc<V>) -> Self {
        Sites(ArcSwap::new(value))
    }

    /// The newest value, which stays the same for whoever holds it.
    pub fn newest(&self) -> Guard<Arc<V>> {
        self.0.load()
    }

    /// Makes `value` the newest.
    pub fn replace(&self, value: Arc<V>) {
        self.0.store(value);
    }
}

/// A content folder that makes one Site after another.
pub struct Folder {
    pub path: PathBuf,
    /// Whether a folder with errors still makes a Site, of the documents without.
    pub lenient: bool,
    /// Whether what is not public yet is shown too.
    pub drafts: bool,
    /// What reading it again and again can share.
    pub reader: Reader,
}

impl Folder {
    /// What the folder holds at `instant`, and all that is wrong with it.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn load(&self, instant: Timestamp) -> anyhow::Result<Loaded> {
        let loaded = self.reader.load(&self.path, self.view(instant));
        loaded.context("cannot read the content")
    }

    /// The same while it is edited: a file with errors keeps its last good text in the Site.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn reload(&self, instant: Timestamp, good: &mut LastGood) -> anyhow::Result<Loaded> {
        let loaded = self.reader.reload(&self.path, self.view(instant), good);
        loaded.context("cannot read the content")
    }

    fn view(&self, instant: Timestamp) -> View {
        View {
            instant,
            drafts: self.drafts,
        }
    }

    /// The Site that the folder makes at `instant`.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read, or if its content has errors that must not be.
    pub fn site(&self, instant: Timestamp) -> anyhow::Result<Site> {
        let loaded = self.load(instant)?;
        let (folder, errors) = (self.path.display(), loaded.count(Severity::Error));
        let is_error = |d: &&Diagnostic| d.severity == Severity::Error;
        match (loaded.site, loaded.diagnostics.iter().find(is_error)) {
            (Some(site), None) => Ok(site),
            (Some(site), Some(_)) if self.lenient => Ok(site),
            (_, Some(first)) => bail!(
                "the content folder `{folder}` has mistakes ({errors}), the first in {}: {}",
                first.file,
                first.message
            ),
            (None, None) => bail!("the content folder `{folder}` makes no guide"),
        }
    }
}
