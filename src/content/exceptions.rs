//! `[check] allow`: messages that an editor has decided to live with, for a time.

use super::codes::code;
use super::collection::Collection;
use super::document::{ReadDocument, allowed};
use super::near::did_you_mean;
use super::table::Table;
use super::{Diagnostic, Severity};

/// Takes out the warnings that files allow, and warns of exceptions that have run out
/// or silence nothing.
pub fn apply(all: &Collection, diagnostics: &mut Vec<Diagnostic>) {
    let claims = |it: &&ReadDocument| it.meta().is_none_or(|meta| meta.check.is_some());
    let documents = all.documents.iter().filter(claims);
    let documents = documents.map(|it| (it.read.file, &it.read.table));
    let editions = all.editions.iter().map(|read| (read.file, &read.table));
    let usage = all.usage.iter().map(|read| (read.file, &read.table));
    for (file, table) in documents.chain(editions).chain(usage) {
        apply_one(all, file, table, diagnostics);
    }
}

fn apply_one(all: &Collection, file: &str, table: &Table, diagnostics: &mut Vec<Diagnostic>) {
    for (place, allow) in allowed(table).into_iter().enumerate() {
        let at = |field| table.value(&format!("/check/allow/{place}/{field}"));
        let warning =
            |code, span, message: String| Diagnostic::error(code, file, span, message).warning();
        if allow.until <= all.today() {
            let message = format!("the exception for `{}` has run out", allow.code);
            let label = "look at the message again, then take a later day or remove the exception";
            diagnostics.push(warning("allow-expired", at("until"), message).label(label));
            continue;
        }
        let before = diagnostics.len();
        diagnostics.retain(|diagnostic| {
            diagnostic.file != file
                || diagnostic.code != allow.code
                || diagnostic.severity == Severity::Error
        });
        if diagnostics.len() == before {
            let message = format!("nothing in this file gives `{}`", allow.code);
            let label = "only warnings can be allowed; remove the exception";
            let unused = warning("allow-unused", at("code"), message).label(label);
            diagnostics.push(match code(&allow.code) {
                Err(Some(near)) => {
                    let pointer = format!("/check/allow/{place}/code");
                    let fix = table.rewrite(&pointer, &allow.code, near);
                    unused.help(did_you_mean(near)).fix(fix)
                }
                _ => unused,
            });
        }
    }
}
