//! A new document: a file that says what its editor must fill in.

pub mod field;
mod skeleton;

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use jiff::civil::Date;

use super::Refusal;
use super::front_matter::schema_of;
use super::named::well_formed;
use super::near::did_you_mean;
use super::schema::Schemas;
use crate::site::{Address, Kind, RESERVED};
pub use skeleton::{Extent, Skeleton};

/// A document that does not exist yet.
#[derive(Clone, Debug)]
pub struct NewDocument<'a> {
    pub kind: Kind,
    pub id: &'a str,
    /// The title; without it, the words of the id.
    pub title: Option<&'a str>,
    /// The day on which it is made.
    pub today: Date,
}

impl NewDocument<'_> {
    /// Writes the document into a content folder as a draft: the fields that its kind requires, to
    /// be filled in, the others as comments with their help, and the headings that its text must
    /// have. Gives the file's path inside the folder: `skills/sql.md`.
    ///
    /// # Errors
    ///
    /// If the id is not well formed, its address belongs to something else, or there is a file
    /// already, which stays as it is: a [`Refusal`]. If the file cannot be written: why.
    pub fn write(&self, folder: &Path) -> io::Result<Result<String, Refusal>> {
        if let Err(refusal) = well_formed(self.id).and_then(|()| self.free_address()) {
            return Ok(Err(refusal));
        }
        let file = format!("{}/{}.md", self.kind.folder(), self.id);
        // The folder of a kind appears with its first document; that of the content does not.
        fs::read_dir(folder)?;
        fs::create_dir_all(folder.join(self.kind.folder()))?;
        let path = folder.join(&file);
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(mut created) => created.write_all(self.text().as_bytes())?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let message = format!("`{}` is taken: there is a file `{file}`", self.id);
                return Ok(Err(Refusal::new(message)));
            }
            Err(error) => return Err(error),
        }
        Ok(Ok(file))
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let title = self.title.map_or_else(|| words(self.id), str::to_owned);
        let schema = schema_of(self.kind, &Schemas::default());
        Skeleton {
            kind: self.kind,
            title: &title,
            today: self.today,
            extent: Extent::All,
        }
        .text(&schema.root)
    }

    /// Pages stand at the top level, where much else does.
    fn free_address(&self) -> Result<(), Refusal> {
        let address = self.kind.address(self.id);
        let path = address.path();
        let reserved = self.kind == Kind::Page && RESERVED.contains(&self.id);
        if !reserved && Address::parse(&path) == Some(address) {
            return Ok(());
        }
        let message = format!("`{path}` is an address that the guide has already");
        let proposal = format!("about-{}", self.id);
        Err(Refusal::new(message).help(did_you_mean(&proposal)))
    }
}

/// The words of an id: `query-plans` is `Query plans`.
fn words(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let words: String = first.into_iter().chain(letters).collect();
    words.replace('-', " ")
}
