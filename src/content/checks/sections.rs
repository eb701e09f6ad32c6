//! `section-missing`: the headings that a reader finds on every page of a kind.
//! `section-unknown`: headings whose text no page would show.

use std::ops::Range;

use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::near::{did_you_mean, nearest, only_word};
use crate::content::{Diagnostic, Fix};
use crate::site::{Filling, PageSection, Section, Status};

/// Drafts may lack sections.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for document in &all.documents {
        found.extend(unknown(document));
        let draft = document
            .meta()
            .is_some_and(|meta| meta.status == Status::Draft);
        if !draft && !document.is_cut {
            found.extend(missing(document));
        }
    }
}

/// The sections of a text, each with the place of its title.
fn sections<'a>(
    document: &'a ReadDocument,
) -> impl Iterator<Item = (&'a Section, &'a Range<usize>)> {
    document.body.sections.iter().zip(&document.titles)
}

fn unknown(document: &ReadDocument) -> Vec<Diagnostic> {
    let kind = document.kind;
    let outline = kind.outline();
    let drawn = |section: &Section| {
        let same = |drawn: &&PageSection| drawn.id == section.id;
        outline.iter().find(same).map(|drawn| drawn.filling) == Some(Filling::Page)
    };
    sections(document)
        .filter(|(section, _)| drawn(section))
        .map(|(section, at)| {
            let message = format!("`## {}` is a section that no page shows", section.title);
            let file = document.read.file;
            Diagnostic::error("section-unknown", file, at.clone(), message)
                .label("the page draws this section itself")
        })
        .collect()
}

fn missing(document: &ReadDocument) -> Vec<Diagnostic> {
    let outline = document.kind.outline();
    let strange = || {
        let own = |id: &str| outline.iter().all(|section| section.id != id);
        sections(document).filter(move |(section, _)| own(&section.id))
    };
    outline
        .iter()
        .filter(|section| section.filling == Filling::Text)
        .filter(|section| document.body.section(section.id).is_none())
        .map(|section| {
            let title = section.title;
            let message = format!("the section `## {title}` is missing");
            let error =
                |span| Diagnostic::error("section-missing", document.read.file, span, &*message);
            let titles = strange().map(|(section, _)| section.title.as_str());
            let near = nearest(title, titles)
                .and_then(|near| strange().find(|(section, _)| section.title == near));
            match near {
                Some((_, at)) => error(at.clone())
                    .label(format!("expected `## {title}`"))
                    .help(did_you_mean(&format!("## {title}")))
                    .fix(retitled(document, title, at)),
                None => error(document.read.table.value("/title"))
                    .label(format!("every {} has this section", document.kind.word())),
            }
        })
        .collect()
}

/// The title of the outline in place of one that can be no other section's.
fn retitled(document: &ReadDocument, title: &str, at: &Range<usize>) -> Option<Fix> {
    let written = document.read.text.get(at.clone())?;
    let titles = document.kind.outline().iter().map(|section| section.title);
    let titled = document.body.sections.iter();
    let is_one = titled.filter(|section| section.title == written).count() == 1;
    (is_one && only_word(written, titles) == Some(title)).then(|| Fix {
        span: at.clone(),
        text: title.to_owned(),
    })
}
