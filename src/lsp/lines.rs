//! Places as the protocol counts them: lines from 0, and in each the units of UTF-16 before.
//!
//! A line ends with `\n`, `\r\n` or `\r` alone, as the protocol wants it; libraries know the first
//! two only.

use std::ops::Range;

use gen_lsp_types as lsp;

/// A text with the beginnings of its lines.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = (0..bytes.len()).filter(|at| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1));
        Lines {
            text,
            starts: starts.collect(),
        }
    }

    /// The place of a byte. A byte inside a letter is at its beginning, one beyond the text at its end.
    pub fn position(&self, offset: usize) -> lsp::Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        lsp::Position {
            line: number(line),
            character: number(before.encode_utf16().count()),
        }
    }

    /// The places of a span.
    pub fn range(&self, span: &Range<usize>) -> lsp::Range {
        lsp::Range {
            start: self.position(span.start),
            end: self.position(span.end.max(span.start)),
        }
    }

    /// The byte at a place. A place beyond the end of its line is at that end, one inside a letter at
    /// its beginning, one below the last line at the end of the text.
    pub fn offset(&self, position: lsp::Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else {
            return self.text.len();
        };
        let end = self.starts.get(line + 1).copied();
        let line = &self.text[start..end.unwrap_or(self.text.len())];
        let words = line.trim_end_matches(['\r', '\n']);
        let mut units = 0;
        for (at, letter) in words.char_indices() {
            units += letter.len_utf16();
            if units > position.character as usize {
                return start + at;
            }
        }
        start + words.len()
    }

    /// The span between two places.
    pub fn span(&self, range: &lsp::Range) -> Range<usize> {
        let start = self.offset(range.start);
        start..self.offset(range.end).max(start)
    }
}

/// No content file has more lines or letters than this.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use gen_lsp_types::Position;
    use proptest::prelude::*;

    use super::Lines;

    const TEXT: &str = "aé漢😀b\r\n\r\nc\rd\n😀";

    #[test]
    fn places_count_units_of_utf_16() {
        for (word, line, character) in [
            ("a", 0, 0),
            ("é", 0, 1),
            ("漢", 0, 2),
            ("😀b", 0, 3),
            ("b", 0, 5),
            ("\r\n\r", 0, 6),
            ("\r\nc", 1, 0),
            ("c", 2, 0),
            ("\rd", 2, 1),
            ("d", 3, 0),
        ] {
            let offset = TEXT.find(word).unwrap();
            let position = Position { line, character };
            assert_eq!(Lines::of(TEXT).position(offset), position, "{word}");
            assert_eq!(Lines::of(TEXT).offset(position), offset, "{word}");
        }
    }

    #[test]
    fn places_that_are_none_are_near() {
        for (line, character, before) in [
            (0, 4, "😀b"),
            (0, 99, "\r\n\r"),
            (1, 9, "\r\nc"),
            (2, 5, "\rd"),
        ] {
            let offset = Lines::of(TEXT).offset(Position { line, character });
            assert!(TEXT[offset..].starts_with(before), "{line}:{character}");
        }
        let beyond = Position {
            line: 99,
            character: 0,
        };
        assert_eq!(Lines::of(TEXT).offset(beyond), TEXT.len());
        let end = Position {
            line: 4,
            character: 2,
        };
        assert_eq!(Lines::of(TEXT).position(usize::MAX), end);
    }

    proptest! {
        #[test]
        fn there_and_back(text in "[a\u{e9}\u{6f22}\u{1f600}\r\n]{0,12}", offset in 0usize..40) {
            let lines = Lines::of(&text);
            let offset = text.floor_char_boundary(offset);
            let between = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
            let there = lines.offset(lines.position(offset));
            prop_assert_eq!(there, if between { offset - 1 } else { offset });
        }
    }
}
