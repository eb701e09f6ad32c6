//! Which of a parser's complaints are causes, and which only follow from another.

use super::{Data, Mistake, Node, Parsed};
use crate::content::lines::line_of;

impl Parsed {
    /// Keeps the mistakes that are not consequences of another: one per line, and a list that is
    /// never closed instead of all that it swallows. The table begins at `base` of `text`.
    pub(super) fn keep_causes(&mut self, text: &str, base: usize) {
        let unclosed = |mistake: &Mistake| {
            mistake.message.starts_with("unclosed array")
                || mistake.message.starts_with("unclosed inline table")
        };
        if let Some(end) = self.mistakes.iter().rposition(unclosed) {
            let end = self.mistakes[end].span.end;
            if let Some(start) = self.innermost_open(end, base) {
                self.mistakes
                    .retain(|mistake| mistake.span.start < start || mistake.span.start > end);
                self.mistakes.push(Mistake {
                    span: start..end,
                    message: "this list or table is never closed".to_owned(),
                });
            }
        }
        self.mistakes.sort_by_key(|mistake| mistake.span.start);
        self.mistakes
            .dedup_by_key(|mistake| line_of(text, mistake.span.start).start);
    }

    /// Where the first list or inline table begins whose text runs to `end`.
    fn innermost_open(&self, end: usize, base: usize) -> Option<usize> {
        fn walk(node: &Node, end: usize) -> Option<usize> {
            let span = node.span();
            match node.get_ref() {
                Data::Array(_) if span.end == end => Some(span.start),
                Data::Array(items) => items.iter().find_map(|item| walk(item, end)),
                Data::Table(entries) => entries
                    .iter()
                    .find_map(|(_, value)| walk(value, end))
                    .or((span.end == end && !span.is_empty()).then_some(span.start)),
                _ => None,
            }
        }
        let start = walk(&self.root, end - base)?;
        Some(start + base)
    }
}
