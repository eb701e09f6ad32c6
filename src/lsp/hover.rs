//! What a word means: the title and summary of what it names, the help of a field.

use gen_lsp_types as lsp;

use super::desk::Desk;
use super::lines::Lines;
use crate::content::{Expected, Field, Spot};

/// What stands at a place, in words.
pub fn hover(desk: &Desk, place: &lsp::TextDocumentPositionParams) -> Option<lsp::Hover> {
    let here = desk.here(place)?;
    let spot = here.spot?;
    let word = here.text.get(spot.span.clone())?;
    let words = match &spot.what {
        Expected::Field { fields, .. } | Expected::Header(fields) => field(fields, word)?,
        _ => named(desk, &spot, here.text)?,
    };
    let contents = lsp::MarkupContent {
        kind: lsp::MarkupKind::Markdown,
        value: words,
    };
    Some(lsp::Hover {
        contents: contents.into(),
        range: Some(Lines::of(here.text).range(&spot.span)),
    })
}

fn field(fields: &[Field], name: &str) -> Option<String> {
    let field = fields.iter().find(|field| field.name == name)?;
    let must = if field.is_required { ", required" } else { "" };
    Some(
        format!("`{name}`{must}\n\n{}", field.help)
            .trim_end()
            .to_owned(),
    )
}

fn named(desk: &Desk, spot: &Spot, text: &str) -> Option<String> {
    let (namespace, id) = spot.named(text)?;
    let known = desk.find(&namespace, &id)?;
    let title = format!("**{}** (`{}`)", plain(&known.title), known.file);
    Some(
        format!("{title}\n\n{}", plain(&known.summary))
            .trim_end()
            .to_owned(),
    )
}

/// Words that Markdown leaves as they are.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        if "\\`*_[]<>#".contains(letter) {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
