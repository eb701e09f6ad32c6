//! What can be written at a place.

use gen_lsp_types as lsp;

use super::desk::Desk;
use super::lines::Lines;
use crate::content::{Expected, Field, Known, Shape, Spot};
use crate::site::Kind;

/// The letters after which an editor's program should ask: those that begin a name.
pub const TRIGGERS: [&str; 8] = ["<", ":", "#", "^", "\"", "@", "(", "["];

/// All words that can stand at a place.
pub fn complete(
    desk: &Desk,
    place: &lsp::TextDocumentPositionParams,
) -> Option<lsp::CompletionResponse> {
    let here = desk.here(place)?;
    let spot = here.spot?;
    let written = here.text.get(spot.span.clone())?;
    // An edit of a completion stays on its line.
    if written.contains(['\n', '\r']) {
        return None;
    }
    let range = Lines::of(here.text).range(&spot.span);
    let mut items = items(desk, &spot, written);
    for item in &mut items {
        let new_text = item.insert_text.take().unwrap_or_default();
        item.text_edit = Some(lsp::TextEdit { range, new_text }.into());
    }
    Some(items.into())
}

/// The items, with the text to put in place of the word.
fn items(desk: &Desk, spot: &Spot, written: &str) -> Vec<lsp::CompletionItem> {
    let (before, after) = spot.around;
    let around = |word: &str| format!("{before}{word}{after}");
    match &spot.what {
        Expected::Name(namespace) => {
            let known = desk.known(namespace).into_iter();
            known.map(|known| name(&around(&known.id), known)).collect()
        }
        Expected::Kind(_) => {
            let words = Kind::ALL.map(Kind::word).into_iter();
            words.map(|kind| word(kind, around(kind))).collect()
        }
        Expected::Word(words) => {
            let words = words.iter();
            words.map(|it| word(it, around(it))).collect()
        }
        Expected::Block(names) => {
            let names = names.iter();
            names.map(|name| word(name, around(name))).collect()
        }
        Expected::Header(fields) => {
            let fields = fields.iter();
            fields.map(|it| field(it, it.name.clone(), false)).collect()
        }
        Expected::Field {
            fields,
            is_assigned,
        } => {
            let fields = fields.iter();
            let missing = fields.filter(|it| !it.is_present || it.name == written);
            missing
                .map(|it| match is_assigned {
                    true => field(it, it.name.clone(), false),
                    false => field(it, line(it, desk.has_snippets), desk.has_snippets),
                })
                .collect()
        }
    }
}

fn name(text: &str, known: Known) -> lsp::CompletionItem {
    lsp::CompletionItem {
        kind: Some(lsp::CompletionItemKind::Reference),
        detail: Some(known.title).filter(|title| *title != known.id),
        documentation: (!known.summary.is_empty()).then(|| known.summary.into()),
        ..word(&known.id, text.to_owned())
    }
}

fn word(label: &str, text: String) -> lsp::CompletionItem {
    lsp::CompletionItem {
        label: label.to_owned(),
        kind: Some(lsp::CompletionItemKind::EnumMember),
        insert_text: Some(text),
        ..lsp::CompletionItem::default()
    }
}

/// A field; those that a table must have come first.
fn field(field: &Field, text: String, is_snippet: bool) -> lsp::CompletionItem {
    let order = if field.is_required { 0 } else { 1 };
    lsp::CompletionItem {
        kind: Some(lsp::CompletionItemKind::Field),
        detail: field.is_required.then(|| "required".to_owned()),
        documentation: (!field.help.is_empty()).then(|| field.help.clone().into()),
        sort_text: Some(format!("{order}{}", field.name)),
        insert_text_format: is_snippet.then_some(lsp::InsertTextFormat::Snippet),
        ..word(&field.name, text)
    }
}

/// The beginning of a field's line, with the place to go on at if that can be said.
fn line(field: &Field, has_snippets: bool) -> String {
    let name = &field.name;
    match (field.shape, has_snippets) {
        (Shape::Text, true) => format!("{name} = \"$0\""),
        (Shape::List, true) => format!("{name} = [$0]"),
        (Shape::Tables, true) => format!("{name} = [\n  {{ $0 }},\n]"),
        (Shape::Table, true) => format!("{name} = {{ $0 }}"),
        (Shape::Bare, _) | (_, false) => format!("{name} = "),
    }
}
