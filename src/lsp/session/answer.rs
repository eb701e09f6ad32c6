//! Questions about texts: each goes to the module that knows the answer.

use gen_lsp_types as lsp;
use lsp::json_rpc::{Error, Id, ResponseObject};
use lsp::{ErrorCodes, LspRequestMethod as Method, Request};
use serde_json::Value;

use super::{error, read};
use crate::lsp::desk::Desk;
use crate::lsp::{complete, hover, navigate, rename, repair, symbols};

/// The answer to a question.
pub fn answer(desk: &Desk, id: Id, method: &Method, params: Value) -> ResponseObject {
    match method {
        Method::TextDocumentCompletion => typed::<lsp::CompletionRequest>(id, params, |asked| {
            Ok(complete::complete(
                desk,
                &asked.text_document_position_params,
            ))
        }),
        Method::TextDocumentHover => typed::<lsp::HoverRequest>(id, params, |asked| {
            Ok(hover::hover(desk, &asked.text_document_position_params))
        }),
        Method::TextDocumentDefinition => typed::<lsp::DefinitionRequest>(id, params, |asked| {
            let place = &asked.text_document_position_params;
            Ok(navigate::definition(desk, place))
        }),
        Method::TextDocumentReferences => typed::<lsp::ReferencesRequest>(id, params, |asked| {
            Ok(navigate::references(desk, &asked))
        }),
        Method::TextDocumentDocumentSymbol => {
            typed::<lsp::DocumentSymbolRequest>(id, params, |asked| {
                Ok(symbols::symbols(desk, &asked.text_document.uri))
            })
        }
        Method::TextDocumentCodeAction => {
            typed::<lsp::CodeActionRequest>(id, params, |asked| Ok(repair::repairs(desk, &asked)))
        }
        Method::TextDocumentPrepareRename => {
            typed::<lsp::PrepareRenameRequest>(id, params, |asked| {
                rename::prepare(desk, &asked.text_document_position_params)
            })
        }
        Method::TextDocumentRename => {
            typed::<lsp::RenameRequest>(id, params, |asked| rename::rename(desk, &asked))
        }
        _ => {
            let words = "this is not answered here";
            ResponseObject::from_error(id, error(ErrorCodes::MethodNotFound, words))
        }
    }
}

/// The answer to a question of this type; what cannot be done is refused in words.
fn typed<R: Request>(
    id: Id,
    params: Value,
    answer: impl FnOnce(R::Params) -> Result<R::Result, String>,
) -> ResponseObject {
    let refused = |error: Error| ResponseObject::from_error(id.clone(), error);
    let Some(params) = read::<R::Params>(params) else {
        let words = "this question has other parts";
        return refused(error(ErrorCodes::InvalidParams, words));
    };
    match answer(params) {
        Ok(result) => ResponseObject::from_success::<R>(id, result),
        Err(words) => refused(error(REQUEST_FAILED, &words)),
    }
}

/// What was asked is sound, and cannot be done; the words are for the user.
const REQUEST_FAILED: ErrorCodes = ErrorCodes::Custom(-32803);
