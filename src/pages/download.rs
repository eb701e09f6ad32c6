//! Files made of the same source as pages, and their media types.

use crate::site::{BookFormat, DataFormat, Download, Site, TwinFormat};

use super::{book, data, twin};

/// A file that is made of the same source as a page, and its media type.
pub fn file(site: &Site, download: &Download) -> Option<(Vec<u8>, &'static str)> {
    Some(match download {
        Download::Document(kind, id, format) => {
            let media_type = match format {
                TwinFormat::Markdown => "text/markdown; charset=utf-8",
                TwinFormat::Json => "application/json; charset=utf-8",
            };
            (twin::twin(site, *kind, id, *format)?, media_type)
        }
        Download::Figures(id, format) => (data::of_file(site, id, *format)?, data_type(*format)),
        Download::Guide(BookFormat::Html) => (book::html(site), super::HTML),
        Download::Guide(BookFormat::Epub) => (book::epub(site), "application/epub+zip"),
    })
}

pub fn data_type(format: DataFormat) -> &'static str {
    match format {
        DataFormat::Csv => "text/csv; charset=utf-8",
        DataFormat::Json => "application/json; charset=utf-8",
    }
}
