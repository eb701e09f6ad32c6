//! Another id for a source of a document. A document's own id is part of its address and of other
//! files, and has a command.

use std::collections::HashMap;
use std::ops::Range;

use gen_lsp_types as lsp;

use super::desk::Desk;
use super::lines::Lines;
use crate::content::Namespace;
use crate::site::{Kind, is_id};

/// What would be renamed at a place.
///
/// # Errors
///
/// If that cannot be, in words.
pub fn prepare(
    desk: &Desk,
    place: &lsp::TextDocumentPositionParams,
) -> Result<Option<lsp::PrepareRenameResult>, String> {
    let Some(here) = desk.here(place) else {
        return Ok(None);
    };
    let named = here.spot.as_ref().and_then(|spot| spot.named(here.text));
    match (here.spot, named) {
        (Some(spot), Some((Namespace::Sources(_), _))) => {
            let range = Lines::of(here.text).range(&spot.span);
            Ok(Some(lsp::PrepareRenameResult::Range(range)))
        }
        (_, Some((Namespace::Documents(word), id))) if Kind::from_word(&word).is_some() => {
            Err(format!(
                "`career-guide mv {word}:{id} NEW-ID` gives a document another id, with all that names it"
            ))
        }
        _ => Err("only the id of a source can be renamed here".to_owned()),
    }
}

/// All edits that give a source another id.
///
/// # Errors
///
/// As [`prepare`], and if the new id cannot be one.
pub fn rename(
    desk: &Desk,
    asked: &lsp::RenameParams,
) -> Result<Option<lsp::WorkspaceEdit>, String> {
    let place = &asked.text_document_position_params;
    prepare(desk, place)?;
    let new = &asked.new_name;
    if !is_id(new) {
        return Err(format!(
            "`{new}` is not an id: lower case letters, digits, single hyphens"
        ));
    }
    let Some(here) = desk.here(place) else {
        return Ok(None);
    };
    let named = here.spot.as_ref().and_then(|spot| spot.named(here.text));
    let Some((namespace, id)) = named else {
        return Ok(None);
    };
    if !desk.is_fresh(&here.file) {
        return Err("the text is being read: try again".to_owned());
    }
    if desk.find(&namespace, new).is_some() {
        return Err(format!("there is a source `{new}` already"));
    }
    let declared = desk.find(&namespace, &id).map(|known| known.span);
    let mentions = desk.survey.mentions(&namespace, &id);
    let places = mentions.into_iter().map(|(_, span)| span).chain(declared);
    let lines = Lines::of(here.text);
    let edits = places.filter_map(|span| {
        let range = lines.range(&inside(here.text, &span, &id)?);
        let new_text = new.clone();
        Some(lsp::TextEdit { range, new_text })
    });
    let changes = HashMap::from([(desk.uri(&here.file), edits.collect())]);
    Ok(Some(lsp::WorkspaceEdit {
        changes: Some(changes),
        ..lsp::WorkspaceEdit::default()
    }))
}

/// Where an id stands in a place that holds it with quotes or marks.
fn inside(text: &str, span: &Range<usize>, id: &str) -> Option<Range<usize>> {
    let start = span.start + text.get(span.clone())?.find(id)?;
    Some(start..start + id.len())
}
