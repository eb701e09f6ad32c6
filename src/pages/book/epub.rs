//! EPUB 3: chapters as files in an archive, with a package that names them.

use std::io::{Cursor, Write as _};

use askama::Template;
use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::pages::draw;
use crate::pages::foot::When;
use crate::site::{BookFormat, Site};

use super::{Chapter, Part, parts, sheet, updated};

/// Where a program for books looks for the package.
const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"#;

/// What the book holds, and in which order.
#[derive(Template)]
#[template(path = "book/package.xml")]
struct Package<'a> {
    site: &'a Site,
    updated: &'a When,
    parts: &'a [Part<'a>],
}

/// The list of contents.
#[derive(Template)]
#[template(path = "book/contents.xml")]
struct Contents<'a> {
    site: &'a Site,
    parts: &'a [Part<'a>],
}

/// The first page.
#[derive(Template)]
#[template(path = "book/title.xml")]
struct Title<'a> {
    site: &'a Site,
    updated: &'a When,
}

/// A document.
#[derive(Template)]
#[template(path = "book/chapter.xml")]
struct ChapterFile<'a> {
    site: &'a Site,
    chapter: &'a Chapter<'a>,
}

/// `/guide.epub`: the same bytes for the same Site.
pub fn epub(site: &Site) -> Vec<u8> {
    let updated = updated(site);
    let parts = parts(site, BookFormat::Epub);
    let mut archive = Archive::new(updated.iso);
    archive.store("mimetype", b"application/epub+zip");
    archive.add("META-INF/container.xml", CONTAINER.as_bytes());
    let (updated, parts) = (&updated, &parts[..]);
    let package = Package {
        site,
        updated,
        parts,
    };
    archive.add("EPUB/package.opf", &draw(&package));
    archive.add("EPUB/book.css", sheet("epub.css").as_bytes());
    archive.add("EPUB/title.xhtml", &draw(&Title { site, updated }));
    archive.add("EPUB/contents.xhtml", &draw(&Contents { site, parts }));
    for chapter in parts.iter().flat_map(|part| &part.chapters) {
        let file = format!("EPUB/{}.xhtml", chapter.name);
        archive.add(&file, &draw(&ChapterFile { site, chapter }));
    }
    archive.finish()
}

/// An archive in memory whose files all have the same day.
struct Archive {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Archive {
    fn new(day: Date) -> Self {
        let part = |number: i8| u8::try_from(number).unwrap_or(1);
        let year = u16::try_from(day.year()).unwrap_or(1980);
        let time = DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 0, 0, 0);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(time.unwrap_or_default())
            .unix_permissions(0o644);
        Archive {
            writer: ZipWriter::new(Cursor::new(Vec::new())),
            options,
        }
    }

    /// Adds a file as it is.
    fn store(&mut self, name: &str, bytes: &[u8]) {
        let options = self.options.compression_method(CompressionMethod::Stored);
        self.write(name, bytes, options.compression_level(None));
    }

    fn add(&mut self, name: &str, bytes: &[u8]) {
        self.write(name, bytes, self.options);
    }

    fn write(&mut self, name: &str, bytes: &[u8], options: SimpleFileOptions) {
        let started = self.writer.start_file(name, options);
        started.expect("names of files are short and differ");
        let written = self.writer.write_all(bytes);
        written.expect("writing to memory does not fail");
    }

    fn finish(self) -> Vec<u8> {
        let finished = self.writer.finish();
        finished
            .expect("writing to memory does not fail")
            .into_inner()
    }
}
