//! The canonical form of documents: what can be written in many ways is written in one.
//!
//! Meaning never changes: a text that would say something else afterwards, or lose a comment, is
//! left as it is.

mod front_matter;
mod tables;

use std::io;
use std::path::Path;

use super::front_matter::{schema_of, split};
use super::layout::Slot;
use super::replace::{FileChange, write_all};
use super::schema::Schemas;
use super::source::{Folder, Source};
use super::table::Table;
use super::{Named, Refusal};
use crate::site::Kind;

/// What the canonical form changes in a content folder. Nothing is written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formatted {
    pub changes: Vec<FileChange>,
    /// Files that are left as they are, each with the reason.
    pub left: Vec<(String, &'static str)>,
    /// The number of files looked at.
    pub files: usize,
}

impl Formatted {
    /// Looks at these documents, or at all if none is named.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read; a [`Refusal`] if a name is not one of a document.
    pub fn new(folder: &Path, named: &[Named]) -> io::Result<Result<Formatted, Refusal>> {
        let folder = Folder::read(folder)?;
        let mut sources: Vec<(Kind, &Source)> = Vec::new();
        for name in named {
            let Named::Document(kind, id) = name else {
                return Ok(Err(Refusal::new("only documents have a canonical form")));
            };
            let slot = Slot::Document(*kind, id.clone());
            match folder.sources.iter().find(|source| source.slot == slot) {
                Some(source) => sources.push((*kind, source)),
                None => {
                    let file = format!("{}/{id}.md", kind.folder());
                    let message = format!("there is no file `{file}` that can be read");
                    return Ok(Err(Refusal::new(message)));
                }
            }
        }
        if named.is_empty() {
            sources.extend(
                folder
                    .sources
                    .iter()
                    .filter_map(|source| match source.slot {
                        Slot::Document(kind, _) => Some((kind, source)),
                        _ => None,
                    }),
            );
        }
        Ok(Ok(Formatted::of(&sources)))
    }

    fn of(sources: &[(Kind, &Source)]) -> Formatted {
        let schemas = Schemas::default();
        let mut formatted = Formatted {
            files: sources.len(),
            ..Formatted::default()
        };
        for (kind, source) in sources {
            match canonical(*kind, &source.text, &schemas) {
                Ok(after) if after == source.text => {}
                Ok(after) => formatted.changes.push(FileChange {
                    old: Some(source.file.clone()),
                    new: source.file.clone(),
                    before: source.text.clone(),
                    after,
                }),
                Err(why) => formatted.left.push((source.file.clone(), why)),
            }
        }
        formatted
    }

    /// Writes the changes: all of them, or none.
    ///
    /// # Errors
    ///
    /// If a file has changed meanwhile, or cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        write_all(folder, &self.changes)
    }
}

/// The text in its canonical form.
///
/// # Errors
///
/// Why it has none.
fn canonical(kind: Kind, text: &str, schemas: &Schemas) -> Result<String, &'static str> {
    let crlf = text.contains("\r\n");
    let lines = text.replace("\r\n", "\n");
    if crlf && lines.matches('\n').count() != text.matches("\r\n").count() {
        return Err("its lines end in two ways");
    }
    let split = split("", &lines).map_err(|_| "it has no front matter")?;
    let (front, body) = (&lines[split.front.clone()], &lines[split.body.clone()]);
    if !Table::parse(front, 0..front.len()).is_whole() {
        return Err("its front matter has mistakes of syntax");
    }
    let front = front_matter::canonical(front, &schema_of(kind, schemas).root)?;
    let body = tables::canonical(body);
    let fence = lines[split.front.end..split.body.start].trim_end_matches([' ', '\t', '\n']);
    let end = if split.body.is_empty() && !lines.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    let after = format!("+++\n{front}{fence}{end}{body}");
    Ok(match crlf {
        true => after.replace('\n', "\r\n"),
        false => after,
    })
}

#[cfg(test)]
mod tests {
    use super::canonical;
    use crate::content::schema::Schemas;
    use crate::site::Kind;

    #[test]
    fn a_text_has_one_canonical_form() {
        let schemas = Schemas::default();
        for (text, form) in [
            (
                "+++\nstatus='draft' #  why\n\n\n  title   =  'A \"b\"'\nsummary = 'x'\n+++\nText",
                "+++\ntitle = 'A \"b\"'\nsummary = \"x\"\nstatus = \"draft\" #  why\n+++\nText",
            ),
            (
                "+++\n# Of the file.\n\n# Of see.\nsee=['a','b' ]\n\ntitle = \"T\"\n+++\n",
                "+++\n# Of the file.\n\ntitle = \"T\"\n# Of see.\nsee = [\"a\", \"b\"]\n+++\n",
            ),
            (
                "+++\ntitle = \"T\"\n[[change]]\n\nwhat = 'x'\ndate = 2026-01-01\n[image]\n#a\nsrc='a'\n+++\n",
                "+++\ntitle = \"T\"\n\n[[change]]\ndate = 2026-01-01\nwhat = \"x\"\n\n[image]\n#a\nsrc = \"a\"\n+++\n",
            ),
            (
                "+++\nsource = [\n{url='u',id='i'} ,\n    { id='j' }]\n+++\n",
                "+++\nsource = [\n  { id = \"i\", url = \"u\" },\n  { id = \"j\" },\n]\n+++\n",
            ),
            (
                "+++\nsee = [ 'a' , # why\n 'b']\n+++\n\n|a|b|\n|-|:-:|\n| `x\\|y`|  |\n\n```\n|a|b|\n```\n",
                "+++\nsee = [ 'a' , # why\n 'b']\n+++\n\n| a | b |\n| --- | :---: |\n| `x\\|y` | |\n\n```\n|a|b|\n```\n",
            ),
            ("+++\r\na=1\r\n+++\r\nb\r\n", "+++\r\na = 1\r\n+++\r\nb\r\n"),
            ("+++\n+++", "+++\n+++"),
        ] {
            let found = canonical(Kind::Term, text, &schemas);
            assert_eq!(found.as_deref(), Ok(form), "{text}");
            let again = canonical(Kind::Term, form, &schemas);
            assert_eq!(again.as_deref(), Ok(form), "again: {form}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_left() {
        let schemas = Schemas::default();
        for text in ["Text", "+++\na = \n+++\n", "+++\r\na=1\n+++\n"] {
            assert!(canonical(Kind::Term, text, &schemas).is_err(), "{text}");
        }
    }
}
