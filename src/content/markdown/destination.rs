//! What stands between the parentheses of a link, judged before anything of it is shown.

use crate::site::{Address, Kind, is_id};

/// Where a link leads.
#[derive(Debug, PartialEq)]
pub(super) enum Destination {
    /// Another site: `https://example.org/`.
    Web(String),
    /// `mailto:editors@example.org`
    Mail(String),
    /// `skill:sql#joins`; whether such a document exists is another question.
    Document {
        word: String,
        id: String,
        anchor: Option<String>,
    },
    /// `#joins`: a place on the same page.
    Here(String),
    /// `/salaries`: a page of this guide that is no document and always exists.
    Page(String),
    /// Nothing that a link may say.
    Wrong(Wrong),
}

/// Why a destination is refused.
#[derive(Debug, PartialEq)]
pub(super) struct Wrong {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) label: &'static str,
    pub(super) help: Option<String>,
}

/// Beginnings that browsers and programs know, so that they cannot be a misspelt kind.
const FOREIGN: [&str; 20] = [
    "about",
    "blob",
    "chrome",
    "data",
    "feed",
    "file",
    "filesystem",
    "ftp",
    "ftps",
    "geo",
    "irc",
    "javascript",
    "magnet",
    "sftp",
    "sms",
    "ssh",
    "tel",
    "vbscript",
    "view-source",
    "ws",
];

const ALLOWED: &str = "https://…, mailto:…, #anchor or a typed link such as skill:sql";

/// Judges a destination after the decoding of entities. `folder` is the kind of the file that links,
/// `site` the address of the guide: `https://guide.example`.
pub(super) fn judge(destination: &str, folder: Option<Kind>, site: &str) -> Destination {
    // Browsers pass over control characters: `java&#10;script:` runs.
    let clean: String = destination.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim();
    if let Some(anchor) = clean.strip_prefix('#') {
        return Destination::Here(anchor.to_owned());
    }
    if clean.starts_with('/') {
        return rooted(clean);
    }
    if let Some(path) = inside(clean, site) {
        return Destination::Wrong(own_site(clean, path));
    }
    match scheme(clean) {
        Some((scheme, rest)) => with_scheme(clean, scheme, rest),
        None => Destination::Wrong(relative(clean, folder)),
    }
}

/// The path of a whole address on the guide's own site; `http` is no other site.
fn inside<'a>(clean: &'a str, site: &str) -> Option<&'a str> {
    let (_, own) = site.split_once("://")?;
    let (scheme, rest) = clean.split_once("://")?;
    let is_web = ["http", "https"].contains(&&*scheme.to_ascii_lowercase());
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    (is_web && host.eq_ignore_ascii_case(own)).then_some(path)
}

/// A page of this guide by its whole address: it would lead away from a copy or a preview, and
/// nobody would tell when the page moves.
fn own_site(clean: &str, path: &str) -> Wrong {
    let path = path.split('?').next().unwrap_or_default();
    let help = match rooted(&format!("/{}", path.trim_start_matches('/'))) {
        Destination::Page(path) => Some(path),
        Destination::Wrong(wrong) => wrong.help,
        _ => None,
    };
    Wrong {
        code: "link-self-site",
        message: format!("`{}` is an address of this guide", short(clean)),
        label: "a typed link names the document: skill:sql",
        help,
    }
}

/// The letters before the first colon, if they can be the scheme of an address.
fn scheme(clean: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = clean.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then_some((scheme, rest))
}

fn with_scheme(clean: &str, scheme: &str, rest: &str) -> Destination {
    let word = scheme.to_ascii_lowercase();
    match word.as_str() {
        "http" | "https" if has_host(rest) => return Destination::Web(clean.to_owned()),
        "http" | "https" => {}
        "mailto" if rest.contains('@') => return Destination::Mail(clean.to_owned()),
        "mailto" => {}
        word if Kind::from_word(word).is_some() => return document(scheme, rest),
        word if FOREIGN.contains(&word) => {}
        _ if is_id(&word) && is_id(rest.split('#').next().unwrap_or_default()) => {
            return document(scheme, rest);
        }
        _ => {}
    }
    Destination::Wrong(Wrong {
        code: "link-scheme",
        message: format!("`{}` is not something a link can lead to", short(clean)),
        label: ALLOWED,
        help: None,
    })
}

/// Whether something that can be a host follows the scheme.
fn has_host(rest: &str) -> bool {
    let host = rest.strip_prefix("//").unwrap_or_default();
    host.starts_with(|c: char| c.is_alphanumeric() || c == '[')
}

fn document(word: &str, rest: &str) -> Destination {
    let (id, anchor) = match rest.split_once('#') {
        Some((id, anchor)) => (id, Some(anchor.to_owned())),
        None => (rest, None),
    };
    Destination::Document {
        word: word.to_owned(),
        id: id.to_owned(),
        anchor,
    }
}

/// A path of this guide: documents have a typed form, which survives when a path changes.
fn rooted(clean: &str) -> Destination {
    let (path, anchor) = clean.split_once('#').unwrap_or((clean, ""));
    let path = match path.trim_end_matches('/') {
        "" => "/",
        path => path,
    };
    let typed = match Address::parse(path) {
        Some(Address::Document(kind, id)) => Some(typed(kind, &id, anchor)),
        Some(Address::Prose(id)) => Some(typed(Kind::Page, &id, anchor)),
        Some(
            Address::Home
            | Address::Index(_)
            | Address::Salaries
            | Address::Figures
            | Address::Editors
            | Address::EditorsCodes,
        ) => return Destination::Page(clean.to_owned()),
        _ => None,
    };
    let outside = clean.starts_with("//");
    Destination::Wrong(Wrong {
        code: if outside { "link-scheme" } else { "link-root" },
        message: format!("`{}` is a path, not a typed link", short(clean)),
        label: "a typed link names the document: skill:sql",
        help: match outside {
            true => Some(format!("https:{}", short(clean))),
            false => typed,
        },
    })
}

fn typed(kind: Kind, id: &str, anchor: &str) -> String {
    match anchor {
        "" => format!("{}:{id}", kind.word()),
        anchor => format!("{}:{id}#{anchor}", kind.word()),
    }
}

/// A path from here: `../skills/sql.md#joins` is `skill:sql#joins`, `sql.md` is of the same kind.
fn relative(clean: &str, folder: Option<Kind>) -> Wrong {
    let (path, anchor) = clean.split_once('#').unwrap_or((clean, ""));
    let path = path.strip_suffix(".md").unwrap_or(path);
    let (before, id) = path.rsplit_once('/').unwrap_or(("", path));
    let kind = match before.rsplit('/').next().unwrap_or_default() {
        "" | "." => folder,
        name => Kind::from_folder(name),
    };
    let message = match clean {
        "" => "the link leads nowhere".to_owned(),
        clean if clean.starts_with("www.") => format!("`{}` lacks its https://", short(clean)),
        clean => format!(
            "`{}` is a path from this file, not a typed link",
            short(clean)
        ),
    };
    Wrong {
        code: "link-scheme",
        message,
        label: ALLOWED,
        help: match kind.filter(|_| is_id(id)) {
            _ if clean.starts_with("www.") => Some(format!("https://{}", short(clean))),
            kind => kind.map(|kind| typed(kind, id, anchor)),
        },
    }
}

/// The beginning of a text, for messages.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
