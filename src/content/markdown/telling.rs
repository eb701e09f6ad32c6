//! What the text mentions and what is wrong with it, at its place in the file.

use std::ops::Range;

use super::super::{Diagnostic, Fix, Reference, Target};
use super::writer::Writer;

impl Writer<'_> {
    /// An error at a range of the text that is being read.
    pub(super) fn error(
        &self,
        code: &'static str,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        let span = self.reading.origin.span(range);
        let error = Diagnostic::error(code, self.place.file, span, message);
        match self.reading.snippet {
            Some(snippet) => error.about(format!("snippets/{snippet}.md")),
            None => error,
        }
    }

    /// An edit of a range of the text that is being read, if that is a part of the file as it is.
    pub(super) fn edit(&self, range: Range<usize>, text: impl Into<String>) -> Option<Fix> {
        Some(Fix {
            span: self.reading.origin.exact(range)?,
            text: text.into(),
        })
    }

    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Records what the text mentions at a range.
    pub(super) fn refer(&mut self, range: Range<usize>, target: Target) {
        self.references.push(Reference {
            file: self.place.file.to_owned(),
            span: self.reading.origin.span(range),
            target,
        });
    }
}
