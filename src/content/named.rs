//! What an editor calls a document: by its file, its typed name, its path or its whole address.

use std::path::Path;

use super::Refusal;
use super::layout::{Slot, slot};
use super::near::{did_you_mean, nearest};
use crate::site::{Address, Kind, bare, is_id};

/// Something that an editor has named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A document, there or not: `roles/x.md`, `content/roles/x.md`, `role:x`, `/roles/x`.
    Document(Kind, String),
    /// Another file of the content folder: `salaries/x.toml`.
    File(String),
    /// A path of the guide that is no document's: `/salaries`, `/careers/backend`.
    Path(String),
    /// Nothing that a content folder could hold.
    Unknown(String),
}

impl Named {
    /// Reads a name as somebody types it, or copies it from a shell or a browser. `folder` is the
    /// content folder, whose own name may stand before that of the file.
    pub fn parse(text: &str, folder: &Path) -> Named {
        let text = text.trim();
        if let Some(path) = path_of_address(text) {
            return Named::of_path(path);
        }
        if let Some((word, id)) = text.split_once(':') {
            return match Kind::from_word(word) {
                Some(kind) => Named::Document(kind, bare(id).to_owned()),
                None => Named::Unknown(text.to_owned()),
            };
        }
        match inside(text, folder) {
            Some(file) => Named::of_file(file),
            None if text.starts_with('/') => Named::of_path(text),
            None => Named::Unknown(text.to_owned()),
        }
    }

    fn of_file(file: String) -> Named {
        match slot(&file) {
            Some(Slot::Document(kind, id)) => Named::Document(kind, id),
            _ => Named::File(file),
        }
    }

    fn of_path(path: &str) -> Named {
        let path = match bare(path).trim_end_matches('/') {
            "" => "/",
            path => path,
        };
        match Address::parse(path) {
            Some(Address::Document(kind, id)) => Named::Document(kind, id),
            // `/about` may be a page, and may be an old path.
            _ => Named::Path(path.to_owned()),
        }
    }
}

/// The kind that somebody means by its word or its folder: `skill`, `skills`.
///
/// # Errors
///
/// If there is none; the refusal names the nearest.
pub fn kind_named(text: &str) -> Result<Kind, Refusal> {
    let known = Kind::from_word(text).or_else(|| Kind::from_folder(text));
    known.ok_or_else(|| {
        let words = Kind::ALL.map(Kind::word);
        let refusal = Refusal::new(format!("`{text}` is not a kind"));
        let near = nearest(text, words.into_iter().chain(Kind::ALL.map(Kind::folder)));
        refusal.help(match near {
            Some(near) => did_you_mean(near),
            None => format!("one of: {}", words.join(", ")),
        })
    })
}

/// Whether a document can have this id.
///
/// # Errors
///
/// If not; the refusal names the nearest that it can have.
pub fn well_formed(id: &str) -> Result<(), Refusal> {
    if is_id(id) {
        return Ok(());
    }
    let refusal = Refusal::new(format!(
        "`{id}` is not an id: lower case letters, digits and single hyphens"
    ));
    let proposal = slug::slugify(id);
    Err(match proposal.is_empty() {
        true => refusal,
        false => refusal.help(did_you_mean(&proposal)),
    })
}

/// The path of a whole address: `/roles/x` of `https://guide.example/roles/x`.
fn path_of_address(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    if !["http", "https"].contains(&scheme) {
        return None;
    }
    Some(rest.find('/').map_or("/", |start| &rest[start..]))
}

/// The path inside the content folder of a file that is named from there, from anywhere above it, or
/// from the root of the file system.
fn inside(text: &str, folder: &Path) -> Option<String> {
    let path = text.strip_prefix("./").unwrap_or(text);
    let below = Path::new(path).strip_prefix(folder).ok();
    let below = below.and_then(Path::to_str).unwrap_or(path);
    // Folders do not stand in folders, so that the last two parts say it all.
    let start = below.rmatch_indices('/').nth(1);
    let last = start.map_or(below, |(slash, _)| &below[slash + 1..]);
    let files = [below, last].into_iter();
    let mut files = files.filter(|file| !file.starts_with('/') && slot(file).is_some());
    files.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Named, kind_named, well_formed};
    use crate::site::Kind;

    #[test]
    fn a_document_has_many_names() {
        for name in [
            "roles/x.md",
            "./roles/x.md",
            "content/roles/x.md",
            "/srv/guide/content/roles/x.md",
            "../elsewhere/roles/x.md",
            "role:x",
            "role:x#pay",
            "/roles/x",
            "/roles/x/",
            "/roles/x?from=feed#pay",
            "https://guide.example/roles/x",
            "http://127.0.0.1:8080/roles/x#pay",
        ] {
            let named = Named::parse(name, Path::new("/srv/guide/content"));
            assert_eq!(named, Named::Document(Kind::Role, "x".into()), "{name}");
        }
    }

    #[test]
    fn other_names_are_files_or_paths_or_nothing() {
        let folder = Path::new("content");
        for (name, named) in [
            ("salaries/a.toml", Named::File("salaries/a.toml".into())),
            ("/about", Named::Path("/about".into())),
            ("https://guide.example", Named::Path("/".into())),
            ("/careers/backend/", Named::Path("/careers/backend".into())),
            ("rule:x", Named::Unknown("rule:x".into())),
            ("x", Named::Unknown("x".into())),
        ] {
            assert_eq!(Named::parse(name, folder), named, "{name}");
        }
    }

    #[test]
    fn what_is_misspelt_is_refused_with_a_better_word() {
        for (word, help) in [
            ("skil", "did you mean `skill`?"),
            ("rolls", "did you mean `roles`?"),
        ] {
            let refusal = kind_named(word).expect_err("is no kind");
            assert_eq!(refusal.help.as_deref(), Some(help));
        }
        for (id, help) in [("C Sharp", Some("did you mean `c-sharp`?")), ("_", None)] {
            let refusal = well_formed(id).expect_err("is no id");
            assert_eq!(refusal.help.as_deref(), help);
        }
        assert_eq!(kind_named("glossary"), Ok(Kind::Term));
    }
}
