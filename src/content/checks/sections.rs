//! `section-missing`: the headings that a reader finds on every page of a kind.

use std::ops::Range;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::near::{did_you_mean, nearest};
use crate::site::{Kind, Status};

/// The `##` headings that every document of a kind has; pages find them by the slugs of these words.
pub fn fixed(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Role => &[
            "What you do",
            "A day, and a bad day",
            "Where and with whom",
            "What it takes",
            "How to get in",
            "Pay",
            "Outlook",
            "Reasons against",
            "Try it",
        ],
        Kind::Skill => &[
            "Why employers ask",
            "How to learn",
            "Common mistakes",
            "What to choose first",
            "Certificates",
        ],
        Kind::CareerPath => &["How to read this path", "Limits"],
        Kind::Industry => &[
            "What the work is like",
            "What is hard here",
            "How they hire",
        ],
        _ => &[],
    }
}

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
    let fixed = fixed(document.kind);
    let strange: Vec<&str> = document
        .body
        .sections
        .iter()
        .map(|section| section.title.as_str())
        .filter(|title| !fixed.contains(title))
        .collect();
    fixed
        .iter()
        .filter(|title| document.body.section(&slug::slugify(title)).is_none())
        .map(|title| {
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
