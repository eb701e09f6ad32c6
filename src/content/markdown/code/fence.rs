//! `md-fence`: code whose end is missing, so that it swallows what follows.

use super::Code;
use crate::content::markdown::writer::Writer;

/// A line that may begin or end code.
#[derive(Clone, Copy)]
struct Fence<'a> {
    mark: char,
    length: usize,
    /// What follows the marks.
    info: &'a str,
}

impl<'a> Fence<'a> {
    /// The fence that a line is. Marks of quotes may stand before it.
    fn of(line: &'a str) -> Option<Fence<'a>> {
        let line = line.trim_start_matches([' ', '\t', '>']);
        let mark = line.chars().next().filter(|c| ['`', '~'].contains(c))?;
        let info = line.trim_start_matches(mark);
        let length = line.len() - info.len();
        let info = info.trim();
        (length >= 3 && !info.contains('`')).then_some(Fence { mark, length, info })
    }

    /// Whether this fence can end the code that another begins, or could if nothing followed it.
    fn matches(self, first: Fence) -> bool {
        self.mark == first.mark && self.length >= first.length
    }
}

impl Writer<'_> {
    /// Tells of code that is never closed, or is closed by the end of other code only.
    pub(super) fn tell_of_fence(&mut self, code: &Code) -> bool {
        let text = self.reading.text[code.range.clone()].trim_end();
        let mut lines = text.lines();
        let head = lines.next().unwrap_or_default();
        let Some(first) = head.find(['`', '~']).and_then(|at| Fence::of(&head[at..])) else {
            return false;
        };
        let others = || lines.clone().filter_map(Fence::of);
        let is_closed = lines.clone().next_back().and_then(Fence::of);
        let is_closed = is_closed.is_some_and(|last| last.matches(first) && last.info.is_empty());
        let is_language = |info: &str| info.starts_with(|c: char| c == '@' || c.is_alphabetic());
        let swallowed = others().find(|fence| fence.matches(first) && is_language(fence.info));
        if is_closed && swallowed.is_none() {
            return false;
        }
        let what = match code.info.starts_with('@') {
            true => format!("`{}`", first.info.split(' ').next().unwrap_or_default()),
            false => "code".to_owned(),
        };
        let at = code.range.start..code.range.start + head.trim_end().len();
        let end = "`"
            .repeat(first.length)
            .replace('`', &first.mark.to_string());
        let error = match swallowed {
            Some(_) => self.error(
                "md-fence",
                at,
                format!("{what} is not closed before the next fence"),
            ),
            None => self.error("md-fence", at, format!("{what} is never closed")),
        };
        self.say(error.label(format!("a line {end} must follow it")));
        self.is_cut = true;
        true
    }
}
