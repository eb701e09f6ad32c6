//! What a reader can take along: the same text and figures in other forms than pages.

use super::{Address, DataFormat, Kind, Site, is_id};

/// A file made of the same source as a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Download {
    /// The twin of a document's page: `/roles/backend-developer.md`, `/about.json`.
    Document(Kind, String, TwinFormat),
    /// All figures of one file as data: `/figures/bls-2025-05.csv`.
    Figures(String, DataFormat),
    /// All documents in one file: `/guide.html`, `/guide.epub`.
    Guide(BookFormat),
}

/// A form in which a document is offered beside its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TwinFormat {
    Markdown,
    Json,
}

/// A form in which the whole guide is offered as one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BookFormat {
    Html,
    Epub,
}

impl TwinFormat {
    pub const ALL: [TwinFormat; 2] = [TwinFormat::Markdown, TwinFormat::Json];

    /// The end of the path, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            TwinFormat::Markdown => "md",
            TwinFormat::Json => "json",
        }
    }

    /// What it is called: `Markdown`.
    pub fn label(self) -> &'static str {
        match self {
            TwinFormat::Markdown => "Markdown",
            TwinFormat::Json => "JSON",
        }
    }

    /// The media type, without its charset.
    pub fn media_type(self) -> &'static str {
        match self {
            TwinFormat::Markdown => "text/markdown",
            TwinFormat::Json => "application/json",
        }
    }
}

impl DataFormat {
    pub const ALL: [DataFormat; 2] = [DataFormat::Csv, DataFormat::Json];

    /// The end of the path, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            DataFormat::Csv => "csv",
            DataFormat::Json => "json",
        }
    }
}

impl BookFormat {
    pub const ALL: [BookFormat; 2] = [BookFormat::Html, BookFormat::Epub];

    fn path(self) -> &'static str {
        match self {
            BookFormat::Html => "/guide.html",
            BookFormat::Epub => "/guide.epub",
        }
    }
}

impl Download {
    /// The path: that of the page with another ending.
    pub fn path(&self) -> String {
        match self {
            Download::Document(kind, id, format) => {
                format!("{}.{}", kind.path(id), format.ending())
            }
            Download::Figures(id, format) => format!("/figures/{id}.{}", format.ending()),
            Download::Guide(format) => format.path().to_owned(),
        }
    }

    /// The download that has this path, if any could.
    pub(super) fn parse(path: &str) -> Option<Download> {
        if let Some(format) = BookFormat::ALL.into_iter().find(|it| it.path() == path) {
            return Some(Download::Guide(format));
        }
        let (stem, ending) = path.rsplit_once('.')?;
        if let Some(id) = stem.strip_prefix("/figures/").filter(|id| is_id(id)) {
            let format = DataFormat::ALL
                .into_iter()
                .find(|it| it.ending() == ending)?;
            return Some(Download::Figures(id.to_owned(), format));
        }
        let format = TwinFormat::ALL
            .into_iter()
            .find(|it| it.ending() == ending)?;
        match Address::parse(stem)? {
            Address::Document(kind, id) => Some(Download::Document(kind, id, format)),
            Address::Prose(id) => Some(Download::Document(Kind::Page, id, format)),
            _ => None,
        }
    }

    /// The page that shows the same, if there is one.
    pub fn page(&self) -> Option<Address> {
        match self {
            Download::Document(kind, id, _) => Some(kind.address(id)),
            Download::Figures(id, _) => Some(Address::FigureFile(id.clone())),
            Download::Guide(_) => None,
        }
    }
}

impl Site {
    /// Every download that this Site offers.
    pub(super) fn downloads(&self) -> impl Iterator<Item = Download> {
        let twins = self.cards().flat_map(|card| {
            let twin = move |format| Download::Document(card.kind, card.id.to_owned(), format);
            TwinFormat::ALL.map(twin)
        });
        let figures = self.figure_files().flat_map(|id| {
            let data = move |format| Download::Figures(id.to_owned(), format);
            DataFormat::ALL.map(data)
        });
        let books = BookFormat::ALL.map(Download::Guide);
        twins.chain(figures).chain(books)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Address;

    #[test]
    fn a_path_and_its_download_are_inverse() {
        for (path, page) in [
            (
                "/roles/backend-developer.md",
                Some("/roles/backend-developer"),
            ),
            ("/glossary/api.json", Some("/glossary/api")),
            ("/about.md", Some("/about")),
            ("/figures/bls-2025-05.csv", Some("/figures/bls-2025-05")),
            ("/guide.html", None),
            ("/guide.epub", None),
        ] {
            let Some(Address::Download(download)) = Address::parse(path) else {
                panic!("{path} is no download");
            };
            assert_eq!(download.path(), path);
            let page = page.and_then(Address::parse);
            assert_eq!(download.page(), page);
        }
    }

    #[test]
    fn what_has_no_page_has_no_download() {
        for path in [
            "/roles.md",
            "/roles/backend-developer.html",
            "/roles/backend-developer.md.md",
            "/compare.md",
            "/figures/bls-2025-05.md",
            "/.md",
            "/roles/.md",
        ] {
            assert_eq!(Address::parse(path), None, "{path}");
        }
    }
}
