//! `/notes`: what a reader keeps in the browser; the guide itself has nothing of it.

use askama::Template;

use crate::site::{Address, Site};

use super::layout::Layout;

/// The same for everybody: a script fills it in the browser.
#[derive(Template)]
#[template(path = "notes.html")]
pub struct NotesPage<'a> {
    layout: Layout<'a>,
}

impl<'a> NotesPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let layout = Layout::new(
            site,
            &Address::Notes,
            format!("My notes and ticks: {}", site.config.name),
            "The notes and ticks that you make on the pages of the guide, kept in your own browser: read them together, save them to a file, take them back.",
            "My notes",
        );
        NotesPage {
            layout: Layout {
                noindex: true,
                ..layout
            },
        }
    }
}
