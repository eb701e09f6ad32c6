//! Where the bytes of a text stand in the file that an editor sees.

use std::ops::Range;

/// Leads from offsets in a text to offsets in the file.
pub(super) enum Origin {
    /// The text stands in the file as it is, from this offset on.
    At(usize),
    /// The text is a TOML string with escapes: one offset for each byte and for the end.
    Each(Vec<usize>),
    /// The text stands elsewhere; all that is wrong with it is told here.
    Whole(Range<usize>),
}

impl Origin {
    /// The origin of a field whose first byte is at `offset` of the file.
    pub(super) fn of_field(file: &str, text: &str, offset: usize) -> Origin {
        match file.get(offset..) {
            Some(rest) if rest.starts_with(text) => Origin::At(offset),
            Some(_) => Origin::Each(unescaped(file, text, offset)),
            None => Origin::Whole(file.len()..file.len()),
        }
    }

    /// The bytes of the file that are this range of the text, letter by letter.
    pub(super) fn exact(&self, range: Range<usize>) -> Option<Range<usize>> {
        match self {
            Origin::At(offset) => Some(range.start + offset..range.end + offset),
            Origin::Each(_) | Origin::Whole(_) => None,
        }
    }

    /// The bytes of the file that hold this range of the text.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        match self {
            Origin::At(offset) => range.start + offset..range.end + offset,
            Origin::Each(offsets) => {
                let last = offsets.len() - 1;
                offsets[range.start.min(last)]..offsets[range.end.min(last)]
            }
            Origin::Whole(span) => span.clone(),
        }
    }
}

/// For each byte of `text`, and for its end, where it is written in the TOML string at `offset`.
fn unescaped(file: &str, text: &str, offset: usize) -> Vec<usize> {
    let escapes = file[..offset].trim_end().ends_with('"');
    let mut offsets = Vec::with_capacity(text.len() + 1);
    let mut at = offset;
    for letter in text.chars() {
        let rest = &file[at..];
        let (skipped, length) = if escapes && rest.starts_with('\\') {
            escaped(rest)
        } else if rest.starts_with(letter) {
            (0, letter.len_utf8())
        } else if rest.starts_with("\r\n") && letter == '\n' {
            (0, 2)
        } else {
            // A line end after the opening quotes is not part of the string.
            let skipped = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
            match rest[skipped..].starts_with(letter) {
                true => (skipped, letter.len_utf8()),
                false => (0, 0),
            }
        };
        offsets.extend(std::iter::repeat_n(at + skipped, letter.len_utf8()));
        at += skipped + length;
    }
    offsets.push(at);
    offsets
}

/// How many bytes to pass before the next character, and how many bytes write it.
fn escaped(rest: &str) -> (usize, usize) {
    let after = &rest[1..];
    let length = match after.chars().next() {
        Some('u') => 6,
        Some('U') => 10,
        Some('x') => 4,
        Some(letter) if letter.is_whitespace() => {
            let skipped = rest.len() - after.trim_start().len();
            let next = rest[skipped..].chars().next();
            return match next {
                Some('\\') => {
                    let (more, length) = escaped(&rest[skipped..]);
                    (skipped + more, length)
                }
                next => (skipped, next.map_or(0, char::len_utf8)),
            };
        }
        Some(letter) => 1 + letter.len_utf8(),
        None => 1,
    };
    (
        0,
        (0..=length.min(rest.len()))
            .rev()
            .find(|end| rest.is_char_boundary(*end))
            .unwrap_or(0),
    )
}
