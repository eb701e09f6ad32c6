//! Pictures: a figure if one stands alone in a paragraph, with the size that keeps the page still.

use std::ops::Range;

use super::super::Target;
use super::destination::short;
use super::escape;
use super::writer::{Shape, Writer};

/// A paragraph that is being read.
pub(super) struct OpenParagraph {
    /// Where it begins in the HTML.
    pub(super) start: usize,
    /// The picture that it begins with.
    pub(super) figure: Option<Figure>,
}

/// A picture as a figure, used if its paragraph ends with it.
pub(super) struct Figure {
    pub(super) html: String,
    /// Where the picture ends in the HTML.
    pub(super) end: usize,
}

/// A picture that is being read.
pub(super) struct OpenImage {
    /// The words for those who do not see it.
    pub(super) alt: String,
    /// The file in `assets/`; none if it can be none.
    asset: Option<String>,
    title: String,
    at: Range<usize>,
    /// Pictures in its words.
    depth: usize,
}

impl Writer<'_> {
    pub(super) fn start_image(&mut self, destination: &str, title: &str, range: Range<usize>) {
        if let Some(image) = &mut self.open.image {
            image.depth += 1;
            return;
        }
        let at = self.destination_at(destination, &range);
        self.seen(&range);
        let asset = match is_asset(destination) {
            true => {
                self.refer(at, Target::Asset(destination.to_owned()));
                Some(destination.to_owned())
            }
            false => {
                self.refuse_image(destination, at);
                None
            }
        };
        self.open.image = Some(OpenImage {
            alt: String::new(),
            asset,
            title: title.to_owned(),
            at: range,
            depth: 0,
        });
    }

    pub(super) fn end_image(&mut self) {
        let Some(mut image) = self.open.image.take() else {
            return;
        };
        if image.depth > 0 {
            image.depth -= 1;
            self.open.image = Some(image);
            return;
        }
        if image.alt.trim().is_empty() {
            let error = self.error("img-alt", image.at.clone(), "the picture has no words");
            let label = "the words for those who do not see it stand between the brackets";
            self.say(error.label(label));
        }
        self.outline.text.push_str(&image.alt);
        let Some(asset) = &image.asset else {
            return;
        };
        let start = self.html.len();
        let tag = self.image_tag(asset, &image);
        self.html.push_str(&tag);
        self.note_figure(start, tag, &image.title);
    }

    /// Keeps the picture as a figure if it is the first in its paragraph.
    fn note_figure(&mut self, start: usize, tag: String, title: &str) {
        let Some(paragraph) = &mut self.open.paragraph else {
            return;
        };
        let is_first = self.shape != Shape::Phrase && start == paragraph.start + "<p>".len();
        if !is_first {
            return;
        }
        let mut html = format!("<figure>{tag}");
        if !title.is_empty() {
            html.push_str("<figcaption>");
            escape::text(&mut html, title);
            html.push_str("</figcaption>");
        }
        html.push_str("</figure>\n");
        let end = self.html.len();
        paragraph.figure = Some(Figure { html, end });
    }

    fn image_tag(&self, asset: &str, image: &OpenImage) -> String {
        let mut tag = "<img src=\"/assets/".to_owned();
        escape::address(&mut tag, asset);
        tag.push_str("\" alt=\"");
        escape::attribute(&mut tag, image.alt.trim());
        tag.push('"');
        if let Some((width, height)) = self.place.names.images.get(asset) {
            tag.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        tag.push_str(" loading=\"lazy\" decoding=\"async\">");
        tag
    }

    fn refuse_image(&mut self, destination: &str, at: Range<usize>) {
        let message = format!("`{}` is not a picture of the guide", short(destination));
        let error = self.error("link-scheme", at, message);
        let error = error.label("the name of a file in assets/: ladder.png");
        let name = destination.rsplit('/').next().unwrap_or_default();
        self.say(match is_asset(name) && !destination.contains(':') {
            true => error.help(name.to_owned()),
            false => error,
        });
    }
}

/// Whether this can be a file in `assets/`: `ladder.png`, `roles/ladder.png`.
fn is_asset(name: &str) -> bool {
    !name.is_empty()
        && name.split('/').all(|step| {
            !step.is_empty()
                && !step.starts_with('.')
                && step
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
        })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_picture_is_a_file_in_assets() {
        for name in ["ladder.png", "roles/a-b_c.2.svg"] {
            assert!(super::is_asset(name), "{name}");
        }
        for name in [
            "",
            "../x.png",
            "/x.png",
            "https://x.org/y.png",
            "a//b",
            "a b.png",
        ] {
            assert!(!super::is_asset(name), "{name}");
        }
    }
}
