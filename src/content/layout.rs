//! What each path in the content folder is: `skills/sql.md` is the skill `sql`.

use crate::site::{Kind, Vocabulary, is_id};

use super::Diagnostic;
use super::near::{did_you_mean, nearest};

/// What a file is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// `site.toml`
    Config,
    /// `redirects.toml`
    Redirects,
    /// `vocabulary/levels.toml`: the name of the list.
    Vocabulary(String),
    /// `skills/sql.md`: kind and id.
    Document(Kind, String),
    /// `salaries/bls-2025.toml`: the edition's id.
    Salary(String),
    /// `usage/languages-2025.toml`: the file's id.
    Usage(String),
    /// `snippets/levels-note.md`: the name for `@include`.
    Snippet(String),
    /// `assets/ladder.png`: the path inside `assets/`.
    Asset(String),
}

impl Slot {
    /// The folder of the content folder that such files stand in; empty for the folder itself.
    pub fn folder(&self) -> &'static str {
        match self {
            Slot::Config | Slot::Redirects => "",
            Slot::Vocabulary(_) => "vocabulary",
            Slot::Document(kind, _) => kind.folder(),
            Slot::Salary(_) => "salaries",
            Slot::Usage(_) => "usage",
            Slot::Snippet(_) => "snippets",
            Slot::Asset(_) => "assets",
        }
    }
}

/// The folders beside those of the kinds.
const OTHER_FOLDERS: [&str; 5] = ["assets", "salaries", "snippets", "usage", "vocabulary"];

/// The files beside the folders.
const FILES: [&str; 2] = ["site.toml", "redirects.toml"];

/// Whether a name is left alone: hidden files, and the copies that editors' programs keep.
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

/// Whether the content folder has a folder of this name.
pub fn is_folder(name: &str) -> bool {
    OTHER_FOLDERS.contains(&name) || Kind::from_folder(name).is_some()
}

/// What a file is for, by its path inside the content folder, whether or not its name is well
/// formed; nothing for a file in a place of its own.
pub fn slot(path: &str) -> Option<Slot> {
    let Some((folder, name)) = path.split_once('/') else {
        return match path {
            "site.toml" => Some(Slot::Config),
            "redirects.toml" => Some(Slot::Redirects),
            _ => None,
        };
    };
    if folder == "assets" {
        return Some(Slot::Asset(name.to_owned()));
    }
    let (id, ending) = name.rsplit_once('.')?;
    let id = id.to_owned();
    match (folder, ending) {
        ("vocabulary", "toml") => Some(Slot::Vocabulary(id)),
        ("salaries", "toml") => Some(Slot::Salary(id)),
        ("usage", "toml") => Some(Slot::Usage(id)),
        ("snippets", "md") => Some(Slot::Snippet(id)),
        (folder, "md") => Some(Slot::Document(Kind::from_folder(folder)?, id)),
        _ => None,
    }
}

/// The kind and id of the document in a file: `roles/x.md` is the role `x`.
pub fn document_of(file: &str) -> Option<(Kind, &str)> {
    let (folder, name) = file.split_once('/')?;
    Some((Kind::from_folder(folder)?, name.strip_suffix(".md")?))
}

/// What is wrong with the name of a file.
pub fn misnamed(path: &str) -> Option<Diagnostic> {
    let error = |message: String| Diagnostic::error("file-name", path, None, message);
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some(slot) = slot(path) else {
        return Some(stranger(path, name));
    };
    match slot {
        Slot::Config | Slot::Redirects => None,
        Slot::Vocabulary(list) => {
            if Vocabulary::LISTS.contains(&list.as_str()) {
                return None;
            }
            let error = error(format!("`{list}` is not a vocabulary"))
                .label(format!("one of: {}", Vocabulary::LISTS.join(", ")));
            Some(match nearest(&list, Vocabulary::LISTS) {
                Some(near) => error.help(did_you_mean(near)),
                None => error,
            })
        }
        Slot::Asset(path) => {
            let sound = path
                .split('/')
                .all(|part| part.split('.').all(is_id) && !part.is_empty());
            let message = "use lower case letters, digits, hyphens and dots";
            (!sound).then(|| error(format!("`{path}` is not a name for an asset")).label(message))
        }
        Slot::Document(_, id) | Slot::Salary(id) | Slot::Usage(id) | Slot::Snippet(id) => {
            if is_id(&id) {
                return None;
            }
            let ending = name.rsplit('.').next().unwrap_or_default();
            let proposal = slug::slugify(&id);
            let error = error(format!("`{name}` is not a name for a page"))
                .label("the name becomes the address: lower case letters, digits, single hyphens");
            Some(match proposal.is_empty() {
                true => error,
                false => error.help(format!("rename it to `{proposal}.{ending}`")),
            })
        }
    }
}

/// A file that has no place in the content folder.
fn stranger(path: &str, name: &str) -> Diagnostic {
    let error = Diagnostic::error(
        "file-name",
        path,
        None,
        format!("`{name}` has no place here"),
    );
    match path.split_once('/') {
        None => {
            let error = error.label("beside the folders stand only site.toml and redirects.toml");
            match nearest(name, FILES) {
                Some(near) => error.help(did_you_mean(near)),
                None => error,
            }
        }
        Some((folder, _)) => {
            let ending = match folder {
                "vocabulary" | "salaries" | "usage" => "toml",
                _ => "md",
            };
            error.label(format!("`{folder}/` holds files that end with .{ending}"))
        }
    }
}

/// What is wrong with a folder of this name.
pub fn misplaced_folder(path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path);
    let message = format!("the folder `{name}` has no place here");
    let error = Diagnostic::error("file-name", path, None, message);
    if path.contains('/') {
        return error.label("no folders inside folders, except in `assets/`");
    }
    match meant_folder(path) {
        Some(near) => error.help(did_you_mean(near)),
        None => error,
    }
}

/// The folder that a misspelt one is meant to be.
pub fn meant_folder(path: &str) -> Option<&'static str> {
    let folders = Kind::ALL.map(Kind::folder).into_iter();
    nearest(path, folders.chain(OTHER_FOLDERS)).filter(|_| !path.contains('/'))
}

/// The file of settings or the vocabulary that a misspelt one is meant to be.
pub fn meant_slot(path: &str) -> Option<Slot> {
    match slot(path) {
        Some(Slot::Vocabulary(list)) => {
            let near = nearest(&list, Vocabulary::LISTS)?;
            Some(Slot::Vocabulary(near.to_owned()))
        }
        None => slot(nearest(path, FILES)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Slot, misnamed, slot};
    use crate::site::Kind;

    #[test]
    fn a_path_says_what_a_file_is_for() {
        for (path, expected) in [
            ("site.toml", Some(Slot::Config)),
            (
                "skills/sql.md",
                Some(Slot::Document(Kind::Skill, "sql".into())),
            ),
            (
                "glossary/api.md",
                Some(Slot::Document(Kind::Term, "api".into())),
            ),
            ("usage/x.toml", Some(Slot::Usage("x".into()))),
            ("assets/a/b.png", Some(Slot::Asset("a/b.png".into()))),
            ("skills/sql.toml", None),
            ("readme.md", None),
            ("jobs", None),
        ] {
            assert_eq!(slot(path), expected, "{path}");
        }
    }

    #[test]
    fn wrong_names_are_told_with_a_better_one() {
        for (path, help) in [
            ("skills/C Sharp.md", Some("rename it to `c-sharp.md`")),
            ("vocabulary/level.toml", Some("did you mean `levels`?")),
            ("sites.toml", Some("did you mean `site.toml`?")),
            ("skills/sql.txt", None),
        ] {
            let diagnostic = misnamed(path).expect(path);
            assert_eq!(diagnostic.help.as_deref(), help, "{path}");
        }
        for path in ["skills/sql.md", "assets/ladder.min.svg", "redirects.toml"] {
            assert_eq!(misnamed(path), None, "{path}");
        }
    }
}
