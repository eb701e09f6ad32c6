//! What is wrong, as an editor's program shows it; and no longer, once it is mended.

use std::collections::{BTreeMap, BTreeSet};

use gen_lsp_types as lsp;

use super::desk::Desk;
use super::lines::Lines;
use crate::content::{Diagnostic, Severity};

/// What the editor's program has been told, by file.
#[derive(Default)]
pub struct Published(BTreeMap<String, lsp::PublishDiagnosticsParams>);

impl Published {
    /// What is to be told now: for each file whose mistakes have changed, all that it has. Texts that
    /// have changed since the survey are left for the next one.
    pub fn news(&mut self, desk: &Desk) -> Vec<lsp::PublishDiagnosticsParams> {
        let mut by_file: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for diagnostic in &desk.survey.diagnostics {
            by_file
                .entry(&diagnostic.file)
                .or_default()
                .push(diagnostic);
        }
        let told = self.0.keys().map(String::as_str);
        let files: BTreeSet<String> = by_file
            .keys()
            .copied()
            .chain(told)
            .map(str::to_owned)
            .collect();
        let mut news = Vec::new();
        for file in files.into_iter().filter(|file| desk.is_fresh(file)) {
            let found = by_file.get(file.as_str()).map_or(&[][..], Vec::as_slice);
            let all = all(desk, &file, found);
            if self.0.get(&file) == Some(&all) {
                continue;
            }
            news.push(all.clone());
            match found.is_empty() && !desk.buffers.contains_key(&file) {
                true => self.0.remove(&file),
                false => self.0.insert(file, all),
            };
        }
        news
    }
}

fn all(desk: &Desk, file: &str, found: &[&Diagnostic]) -> lsp::PublishDiagnosticsParams {
    let text = desk.survey.texts.get(file);
    let lines = Lines::of(text.map_or("", String::as_str));
    let open = desk.buffers.get(file);
    lsp::PublishDiagnosticsParams {
        uri: desk.uri(file),
        version: open.map(|buffer| buffer.version),
        diagnostics: found.iter().map(|it| shown(it, &lines)).collect(),
    }
}

/// A diagnostic with its place in a text. What is wrong with a file as a whole is shown at its top.
pub fn shown(diagnostic: &Diagnostic, lines: &Lines) -> lsp::Diagnostic {
    let mut message = diagnostic.message.clone();
    if let Some(label) = &diagnostic.label {
        message.push_str(&format!("\n{label}"));
    }
    if let Some(help) = &diagnostic.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    lsp::Diagnostic {
        range: lines.range(&diagnostic.span.clone().unwrap_or(0..0)),
        severity: Some(match diagnostic.severity {
            Severity::Error => lsp::DiagnosticSeverity::Error,
            Severity::Warning => lsp::DiagnosticSeverity::Warning,
        }),
        code: Some(diagnostic.code.into()),
        source: Some("career-guide".to_owned()),
        message: message.into(),
        ..lsp::Diagnostic::default()
    }
}
