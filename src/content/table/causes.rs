//! Which of a parser's complaints are causes, and which only follow from another.

use toml::Spanned;
use toml::de::DeValue;

use super::{Mistake, Table};
use crate::content::lines::line_of;

impl Table<'_> {
    /// Keeps the mistakes that are not consequences of another: one per line, and a list that is
    /// never closed instead of all that it swallows.
    pub(super) fn keep_causes(&mut self) {
        let unclosed = |mistake: &Mistake| {
            mistake.message.starts_with("unclosed array")
                || mistake.message.starts_with("unclosed inline table")
        };
        if let Some(end) = self.mistakes.iter().rposition(unclosed) {
            let end = self.mistakes[end].span.end;
            if let Some(start) = self.innermost_open(end) {
                self.mistakes
                    .retain(|mistake| mistake.span.start < start || mistake.span.start > end);
                self.mistakes.push(Mistake {
                    span: start..end,
                    message: "this list or table is never closed".to_owned(),
                });
            }
        }
        self.mistakes.sort_by_key(|mistake| mistake.span.start);
        let text = self.text;
        self.mistakes
            .dedup_by_key(|mistake| line_of(text, mistake.span.start).start);
    }

    /// Where the first list or inline table begins whose text runs to `end`.
    fn innermost_open(&self, end: usize) -> Option<usize> {
        fn walk(node: &Spanned<DeValue>, end: usize) -> Option<usize> {
            let span = node.span();
            match node.get_ref() {
                DeValue::Array(_) if span.end == end => Some(span.start),
                DeValue::Array(items) => items.iter().find_map(|item| walk(item, end)),
                DeValue::Table(entries) => entries
                    .iter()
                    .find_map(|(_, value)| walk(value, end))
                    .or((span.end == end && !span.is_empty()).then_some(span.start)),
                _ => None,
            }
        }
        let start = walk(&self.root, end - self.range.start)?;
        Some(start + self.range.start)
    }
}
