//! From a name to what it stands for, and from there to all who name it.

use gen_lsp_types as lsp;

use super::desk::{Desk, Here};
use crate::content::Namespace;
use crate::site::Kind;

/// Where the thing is declared that stands at a place.
pub fn definition(
    desk: &Desk,
    place: &lsp::TextDocumentPositionParams,
) -> Option<lsp::DefinitionResponse> {
    let here = desk.here(place)?;
    let (namespace, id) = here.spot?.named(here.text)?;
    let known = desk.find(&namespace, &id)?;
    let location = desk.declared(&namespace, &known);
    Some(lsp::Definition::Location(location).into())
}

/// All places that name what stands at a place; the document itself where nothing has a name.
pub fn references(desk: &Desk, asked: &lsp::ReferenceParams) -> Option<Vec<lsp::Location>> {
    let here = desk.here(&asked.text_document_position_params)?;
    let (namespace, id) = named(&here)?;
    let known = desk.find(&namespace, &id);
    let mut locations = Vec::new();
    if let (Some(known), true) = (known, asked.context.include_declaration) {
        locations.push(desk.declared(&namespace, &known));
    }
    let mentions = desk.survey.mentions(&namespace, &id);
    locations.extend(desk.locations(&mentions));
    Some(locations)
}

fn named(here: &Here) -> Option<(Namespace, String)> {
    let at_place = here.spot.as_ref().and_then(|spot| spot.named(here.text));
    at_place.or_else(|| {
        let (folder, name) = here.file.split_once('/')?;
        let word = match (Kind::from_folder(folder), folder) {
            (Some(kind), _) => kind.word(),
            (None, "usage") => "usage",
            (None, _) => return None,
        };
        let (id, _) = name.rsplit_once('.')?;
        Some((Namespace::Documents(word.to_owned()), id.to_owned()))
    })
}
