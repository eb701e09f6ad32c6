//! Bytes to text: what a content file must not contain.

use super::{Diagnostic, Fix};

/// A file's bytes as text. Without UTF-8 the text stands in for the bytes where a message shows them.
pub struct Decoded {
    pub text: String,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the text can be read further.
    pub sound: bool,
}

/// Decodes the bytes of a file.
pub fn decode(file: &str, bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return inspect(file, text),
        Err(error) => error,
    };
    let at = bytes.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(bytes.as_bytes()).into_owned();
    let wrong = bytes.as_bytes()[at];
    let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
    let diagnostic = Diagnostic::error(
        "file-encoding",
        file,
        span,
        format!("the byte `{wrong:#04x}` is not UTF-8"),
    )
    .label("save the file as UTF-8");
    Decoded {
        text,
        diagnostics: vec![diagnostic],
        sound: false,
    }
}

fn inspect(file: &str, text: String) -> Decoded {
    let forbidden = forbidden(file, &text);
    let sound = forbidden.is_none();
    let diagnostics = match forbidden {
        Some(diagnostic) => vec![diagnostic],
        None => mojibake(file, &text).into_iter().collect(),
    };
    Decoded {
        text,
        diagnostics,
        sound,
    }
}

/// The characters that are neither printable ASCII nor ends of lines nor tabs, each with its place: all
/// that is judged here is among them, and most texts have few.
fn strange(text: &str) -> impl Iterator<Item = (usize, char)> {
    let is_plain = |byte: u8| (b' '..=b'~').contains(&byte) | (byte == b'\n') | (byte == b'\t');
    let pieces = text.as_bytes().chunks(PIECE).enumerate();
    // Without a way out of the middle, a look at a piece takes a few instructions.
    let pieces = pieces.filter(move |(_, piece)| {
        let plain = |so_far, byte: &u8| so_far & is_plain(*byte);
        !piece.iter().fold(true, plain)
    });
    pieces.flat_map(move |(number, piece)| {
        let start = number * PIECE;
        let places = (start..start + piece.len()).filter(|at| text.is_char_boundary(*at));
        let strange = places.filter(move |at| !is_plain(text.as_bytes()[*at]));
        strange.filter_map(|at| Some((at, text[at..].chars().next()?)))
    })
}

/// How much of a text is looked at in one go, in bytes.
const PIECE: usize = 64;

/// The first character that no text may contain, with the number of those that follow.
fn forbidden(file: &str, text: &str) -> Option<Diagnostic> {
    let mut found = strange(text).filter_map(|(at, c)| Some((at, c, why_forbidden(text, at, c)?)));
    let (at, c, why) = found.next()?;
    let others = found.count();
    let message = format!(
        "the character `U+{:04X}` must not stand in a text",
        c as u32
    );
    let diagnostic = Diagnostic::error("file-encoding", file, at..at + c.len_utf8(), message);
    let is_mark = (at, c) == (0, '\u{feff}');
    let fix = is_mark.then(|| Fix {
        span: 0..c.len_utf8(),
        text: String::new(),
    });
    Some(diagnostic.label(with_others(why, others)).fix(fix))
}

fn why_forbidden(text: &str, at: usize, c: char) -> Option<&'static str> {
    match c {
        '\u{feff}' if at == 0 => Some("save the file without a byte order mark"),
        '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("it changes the direction of the text around it")
        }
        '\r' if !text[at + 1..].starts_with('\n') => {
            Some("end lines with a line feed, not with a carriage return alone")
        }
        '\t' | '\n' | '\r' => None,
        c if c.is_control() => Some("a control character"),
        _ => None,
    }
}

/// Text that was decoded with a wrong encoding once: the first place, with the number of others.
fn mojibake(file: &str, text: &str) -> Option<Diagnostic> {
    let mut found = strange(text).filter_map(|(at, c)| Some((at, broken_at(text, at, c)?)));
    let (at, length) = found.next()?;
    let others = found.count();
    let message = format!(
        "`{}` looks like text that was read with a wrong encoding",
        &text[at..at + length]
    );
    let diagnostic = Diagnostic::error("file-mojibake", file, at..at + length, message).warning();
    Some(diagnostic.label(with_others("type the intended character", others)))
}

/// The length of the broken text that begins at `at`.
fn broken_at(text: &str, at: usize, c: char) -> Option<usize> {
    let rest = &text[at + c.len_utf8()..];
    let next = rest.chars().next();
    match c {
        char::REPLACEMENT_CHARACTER => Some(c.len_utf8()),
        // UTF-8 of Latin letters and signs, read as Windows-1252.
        'Ã' | 'Â' => next
            .filter(|next| {
                matches!(
                    next,
                    '\u{80}'
                        ..='\u{bf}'
                            | 'Œ'
                            | 'œ'
                            | 'Š'
                            | 'š'
                            | 'Ÿ'
                            | 'Ž'
                            | 'ž'
                            | '€'
                            | '™'
                            | '‚'
                            | '„'
                )
            })
            .map(|next| c.len_utf8() + next.len_utf8()),
        // UTF-8 of dashes and quotation marks, read as Windows-1252.
        'â' if rest.starts_with(['€', '\u{80}']) => {
            let length: usize = rest.chars().take(2).map(char::len_utf8).sum();
            Some(c.len_utf8() + length)
        }
        // An en dash of Windows-1252 … read as Thai.
        '\u{e42}' => {
            let before = text[..at].chars().next_back();
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            (latin(before) && latin(next)).then_some(c.len_utf8())
        }
        _ => None,
    }
}

fn with_others(words: &str, others: usize) -> String {
    match others {
        0 => words.to_owned(),
        others => format!("{words}; {others} more in this file"),
    }
}

#[cfg(test)]
mod tests {
    use super::{PIECE, decode, strange};

    #[test]
    fn what_a_text_must_not_contain_is_told_once() {
        for (bytes, expected) in [
            (&b"plain \xc3\xa9\r\n"[..], None),
            (b"a \xff b", Some(("file-encoding", 2..5))),
            ("\u{feff}+++".as_bytes(), Some(("file-encoding", 0..3))),
            (b"a\0b\0", Some(("file-encoding", 1..2))),
            (b"a\rb", Some(("file-encoding", 1..2))),
            ("a\u{202e}b".as_bytes(), Some(("file-encoding", 1..4))),
            ("caf\u{fffd}".as_bytes(), Some(("file-mojibake", 3..6))),
            ("cafÃ© Ã©".as_bytes(), Some(("file-mojibake", 3..7))),
            ("itâ€™s".as_bytes(), Some(("file-mojibake", 2..10))),
            ("x\u{e42}s".as_bytes(), Some(("file-mojibake", 1..4))),
            ("\u{e42}\u{e14}\u{e22}".as_bytes(), None),
            ("Âme, São, Ångström".as_bytes(), None),
        ] {
            let decoded = decode("f", bytes.to_vec());
            let found = decoded.diagnostics.first();
            let found = found.map(|d| (d.code, d.span.clone().expect("has a place")));
            assert_eq!(found, expected, "{bytes:?}");
        }
    }

    /// Wherever a piece ends: between characters, or in the middle of one.
    #[test]
    fn no_strange_character_is_passed_over() {
        for length in 0..2 * PIECE + 2 {
            let (before, after) = ("a".repeat(length), "b\n".repeat(PIECE));
            let text = before + "é\r\u{e42}x\u{7f}\t–" + &after;
            let is_plain = |c: char| c == ' ' || c == '\n' || c == '\t' || c.is_ascii_graphic();
            let others = text.char_indices().filter(|(_, c)| !is_plain(*c));
            assert!(strange(&text).eq(others), "after {length} letters");
        }
    }
}
