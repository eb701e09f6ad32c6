//! `/compare`: up to three roles side by side.

use askama::Template;

use crate::site::{Address, Document, Role, Site, Tool};

use super::layout::Layout;

/// The most roles that are set side by side.
const MOST: usize = 3;

/// Roles side by side.
#[derive(Template)]
#[template(path = "compare.html")]
pub struct ComparePage<'a> {
    layout: Layout<'a>,
    roles: Vec<&'a Document<Role>>,
}

impl<'a> ComparePage<'a> {
    /// The roles with these ids, as far as there are such.
    pub fn new(site: &'a Site, ids: &[&str]) -> Self {
        let layout = Layout::new(
            site,
            &Address::Tool(Tool::Compare),
            "Compare up to three backend roles side by side",
            "Set two or three backend roles side by side: work, skills by level, ways in and pay from one source in one place, with the rows that differ marked.",
            "Compare roles",
        );
        ComparePage {
            layout: match ids.is_empty() {
                true => layout,
                false => layout.answering(),
            },
            roles: ids
                .iter()
                .filter_map(|id| site.roles.get(id))
                .take(MOST)
                .collect(),
        }
    }
}
