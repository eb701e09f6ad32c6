//! Typed links to kinds and places that there are not.

use super::{Resolver, error, propose};
use crate::content::document::ReadDocument;
use crate::content::near::{nearest, only_name};
use crate::content::{Diagnostic, Reference};
use crate::site::Kind;

impl Resolver<'_> {
    pub(super) fn unknown_kind(&self, reference: &Reference, kind: &str) -> Diagnostic {
        let kinds = Kind::ALL.map(Kind::word);
        let diagnostic = error("ref-unknown", reference, format!("`{kind}` is not a kind"))
            .label(format!("one of: {}", kinds.join(", ")))
            .fix(self.other_kind(reference, kind));
        propose(diagnostic, nearest(kind, kinds))
    }

    pub(super) fn unknown_anchor(
        &self,
        reference: &Reference,
        document: &ReadDocument,
        anchor: &str,
    ) -> Option<Diagnostic> {
        let mut ids: Vec<&str> = document.anchors.iter().map(String::as_str).collect();
        for section in document.kind.outline() {
            if !ids.contains(&section.id) {
                ids.push(section.id);
            }
        }
        // A fixed section is in the outline; if the text lacks it, that has its own message.
        if ids.contains(&anchor) || document.is_cut {
            return None;
        }
        let name = format!("{}:{}", document.kind.word(), document.read.id);
        let message = format!("there is no place `#{anchor}` in `{name}`");
        let diagnostic = error("link-anchor", reference, message);
        let sure = only_name(anchor, ids.iter().copied());
        let fix = sure
            .and_then(|sure| self.instead(reference, &format!("#{anchor}"), &format!("#{sure}")));
        let diagnostic = diagnostic
            .label(format!("one of: {}", ids.join(", ")))
            .fix(fix);
        Some(propose(diagnostic, nearest(anchor, ids)))
    }
}
