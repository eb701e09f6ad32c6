//! `section-missing`: the headings that a reader finds on every page of a kind.

use std::ops::Range;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::near::{did_you_mean, nearest};
use crate::site::Status;

/// Drafts may lack sections.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for document in &all.documents {
        let draft = document
            .meta()
            .is_some_and(|meta| meta.status == Status::Draft);
        if !draft {
            found.extend(missing(document));
        }
    }
}

fn missing(document: &ReadDocument) -> Vec<Diagnostic> {
    let outline = document.kind.outline();
    let strange: Vec<&str> = document
        .body
        .sections
        .iter()
        .map(|section| section.title.as_str())
        .filter(|title| outline.iter().all(|section| section.title != *title))
        .collect();
    outline
        .iter()
        .filter(|section| section.written && document.body.section(section.id).is_none())
        .map(|section| {
            let title = section.title;
            let message = format!("the section `## {title}` is missing");
            let error =
                |span| Diagnostic::error("section-missing", document.read.file, span, &*message);
            match nearest(title, strange.iter().copied()) {
                Some(near) => error(heading(document.read.text, near))
                    .label(format!("expected `## {title}`"))
                    .help(did_you_mean(&format!("## {title}"))),
                None => error(document.read.table.value("/title"))
                    .label(format!("every {} has this section", document.kind.word())),
            }
        })
        .collect()
}

/// Where the words of a second-level heading stand.
fn heading(text: &str, title: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.strip_prefix("## ").map_or("", str::trim);
        if words == title {
            let at = start + line.find(words).unwrap_or_default();
            return at..at + words.len();
        }
        start += line.len();
    }
    0..0
}
