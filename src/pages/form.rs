//! Fields of forms. A form works without scripts: it is sent by GET, and its answer is its address.

use std::borrow::Cow;

use askama::Template;

use crate::site::Site;

/// A field in which one of several values is chosen.
#[derive(Template)]
#[template(path = "partials/select.html")]
pub struct Select<'a> {
    id: String,
    name: &'static str,
    label: &'a str,
    /// The words for choosing nothing, where that is possible.
    nothing: Option<&'a str>,
    choices: Vec<Choice<'a>>,
}

struct Choice<'a> {
    value: Cow<'a, str>,
    words: Cow<'a, str>,
    is_chosen: bool,
}

impl<'a> Select<'a> {
    /// A field for the parameter `name`: values with their words, `chosen` being the one that stands
    /// in the address.
    pub fn new<W: Into<Cow<'a, str>>>(
        name: &'static str,
        label: &'a str,
        choices: impl IntoIterator<Item = (W, W)>,
        chosen: &str,
    ) -> Self {
        let choice = |(value, words): (W, W)| {
            let value = value.into();
            Choice {
                is_chosen: value == chosen,
                value,
                words: words.into(),
            }
        };
        Select {
            id: name.to_owned(),
            name,
            label,
            nothing: None,
            choices: choices.into_iter().map(choice).collect(),
        }
    }

    /// The same with words for choosing nothing.
    pub fn or(self, nothing: &'a str) -> Self {
        Select {
            nothing: Some(nothing),
            ..self
        }
    }

    /// The same as one of several fields for the same parameter.
    pub fn numbered(self, number: usize) -> Self {
        Select {
            id: format!("{}-{number}", self.name),
            ..self
        }
    }

    /// The choice of a role.
    pub fn role(site: &'a Site, name: &'static str, label: &'a str, chosen: &str) -> Self {
        let roles = site.roles.by_title().into_iter();
        let roles = roles.map(|role| (role.id.as_str(), role.meta.title.as_str()));
        Self::new(name, label, roles, chosen).or("Choose a role")
    }
}
