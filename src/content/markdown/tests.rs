//! What editors write, what readers get, what editors are told.

mod fields;
mod hostile;
mod html;
mod outline;
mod told;

use super::super::schema::Schemas;
use super::super::{Diagnostic, fields::Place};
use super::{Name, Names, Rendered};
use crate::site::{Body, Part};

/// Stands before each text, so that an offset in the text is never one in the file.
const FRONT: &str = "+++\r\ntitle = \"Prüfung ✓\"\r\n+++\r\n";

fn names() -> Names {
    let documents = [
        ("skill", "sql", "SQL & joins", ""),
        ("role", "backend-developer", "Backend developer", ""),
        ("term", "idempotency", "Idempotency", "Twice is \"once\"."),
        ("guide", "here", "A guide", ""),
        ("page", "about", "About", ""),
    ];
    let documents = documents.map(|(kind, id, title, summary)| {
        let name = Name {
            title: title.to_owned(),
            summary: summary.to_owned(),
        };
        ((kind.to_owned(), id.to_owned()), name)
    });
    let snippets = [
        (
            "hint",
            "A *hint* [^bls].\n\n## Hint\n\n[no](javascript:x)\n",
        ),
        ("loop", "```@include\nsnippet = \"hint\"\n```\n"),
        ("note", "Noted[^n].\n\n[^n]: In a snippet.\n"),
    ];
    Names {
        documents: documents.into(),
        snippets: snippets
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .into(),
        images: [("ladder.png".to_owned(), (640, 480))].into(),
        ..Names::default()
    }
}

fn file(text: &str) -> String {
    format!("{FRONT}{text}")
}

/// A text as the body of `guides/here.md`, which cites two sources.
fn body(text: &str) -> Rendered<Body> {
    let file = file(text);
    let names = names();
    let place = Place {
        file: "guides/here.md",
        text: &file,
        names: &names,
        schemas: &Schemas::default(),
    };
    let sources = ["bls".to_owned(), "ons-2025".to_owned()];
    super::body(place, FRONT.len()..file.len(), &sources)
}

/// A body on one page: `{id}` for a section, `{block}` for a block.
fn page(body: &Body) -> String {
    let mut page = String::new();
    let mut push = |parts: &[Part]| {
        for part in parts {
            match part {
                Part::Html(html) => page.push_str(html),
                Part::Block(_) => page.push_str("{block}\n"),
            }
        }
    };
    push(&body.lead);
    for section in &body.sections {
        push(&[Part::Html(format!("{{{}}}\n", section.id))]);
        push(&section.parts);
    }
    page
}

/// The code, the text at the caret, and the help of each mistake.
fn told<'a>(file: &'a str, diagnostics: &'a [Diagnostic]) -> Vec<(&'a str, &'a str, &'a str)> {
    let at = |diagnostic: &'a Diagnostic| {
        let span = diagnostic.span.clone().expect("a place in the file");
        let help = diagnostic.help.as_deref().unwrap_or_default();
        (diagnostic.code, &file[span], help)
    };
    diagnostics.iter().map(at).collect()
}
