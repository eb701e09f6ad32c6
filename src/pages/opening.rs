//! The opening of an article: what it is, its title, the answer in a sentence, when it was checked.

use askama::Template;

use crate::site::Meta;

use super::foot::When;

/// What stands above the list of sections of every article.
#[derive(Template)]
#[template(path = "partials/opening.html")]
pub struct Opening<'a> {
    /// What sort of page it is, above the title.
    kicker: Option<String>,
    title: &'a str,
    summary: &'a str,
    also_called: &'a [String],
    /// Finished HTML of a field.
    for_whom: Option<&'a str>,
    /// `Facts last checked` and the day.
    dateline: Option<(&'static str, When)>,
}

impl<'a> Opening<'a> {
    /// The opening of a document whose facts are checked from time to time.
    pub fn new(meta: &'a Meta) -> Self {
        let checked = meta.reviewed.map(When::new);
        Opening {
            kicker: None,
            title: &meta.title,
            summary: &meta.summary,
            also_called: &[],
            for_whom: None,
            dateline: checked.map(|when| ("Facts last checked", when)),
        }
    }

    /// The same for a document of which a reader wants to know when it last changed.
    pub fn updated(meta: &'a Meta) -> Self {
        let updated = meta.updated.map(When::new);
        Opening {
            dateline: updated.map(|when| ("Updated", when)),
            ..Self::new(meta)
        }
    }

    pub fn kicker(self, kicker: impl Into<String>) -> Self {
        Opening {
            kicker: Some(kicker.into()),
            ..self
        }
    }

    pub fn also_called(self, also_called: &'a [String]) -> Self {
        Opening {
            also_called,
            ..self
        }
    }

    /// `html` is finished HTML.
    pub fn for_whom(self, html: &'a str) -> Self {
        Opening {
            for_whom: Some(html),
            ..self
        }
    }
}
