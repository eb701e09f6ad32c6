//! Text to words, for the index and for what readers type alike: folded to lower case without
//! accents, with the names that hold signs kept whole.

use std::ops::Range;

use deunicode::deunicode_char;

/// A word of a text: `back-end` is one word of two parts, `C#`, `.NET` and `N+1` are words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in one piece: `backend`, `c#`, `nodejs`, `n+1`.
    pub whole: String,
    /// Its parts, if it has several: `back` and `end`.
    pub parts: Vec<String>,
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
}

/// The most parts of a word: addresses and paths are several.
const MOST_PARTS: usize = 3;

/// The words of a text, in order.
///
/// Whoever writes `back end` and whoever writes `back-end` is found by both: the parts of a word are
/// words too.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(start) = begin(text, at) {
        let word = word(text, start);
        at = word.at.end;
        words.push(word);
    }
    words
}

/// Where the next word begins: at a letter or digit, or at the dot of a name such as `.NET`.
fn begin(text: &str, from: usize) -> Option<usize> {
    let mut before = text[..from].chars().next_back();
    for (at, c) in text[from..].char_indices() {
        let at = from + at;
        let is_free = before.is_none_or(|before| !is_letter(before) && before != '.');
        let names = c == '.' && is_free && next(text, at + 1).is_some_and(char::is_alphabetic);
        if is_letter(c) || names {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

fn word(text: &str, start: usize) -> Word {
    let mut at = start;
    let (mut whole, mut parts) = (String::new(), vec![String::new()]);
    if text[at..].starts_with('.') {
        push('.', &mut whole, &mut parts);
        at += 1;
    }
    while let Some(c) = next(text, at) {
        let after = at + c.len_utf8();
        match c {
            c if is_letter(c) => push(c, &mut whole, &mut parts),
            // The marks of decomposed accents.
            '\u{300}'..='\u{36f}' => {}
            _ => match sign(text, at, c) {
                Sign::Own(length) => {
                    let signs = &text[at..at + length];
                    signs.chars().for_each(|c| push(c, &mut whole, &mut parts));
                    at += length;
                    break;
                }
                Sign::Inside => push(c, &mut whole, &mut parts),
                Sign::Silent => {}
                Sign::Between if parts.len() == MOST_PARTS => break,
                Sign::Between => {
                    whole.extend(matches!(c, '+' | '&').then_some(c));
                    parts.push(String::new());
                }
                Sign::End(length) => {
                    at += length;
                    break;
                }
            },
        }
        at = after;
    }
    parts.retain(|part| !part.is_empty());
    if parts.len() == 1 {
        parts.clear();
    }
    let at = start..at;
    Word { whole, parts, at }
}

/// What a sign after a letter does to the word.
enum Sign {
    /// It belongs to the word and ends it: `C#`, `C++`. So many bytes.
    Own(usize),
    /// It belongs to the word: the dot of `2.0`.
    Inside,
    /// It is not heard: `don't`, `1,000`.
    Silent,
    /// It joins two parts: `back-end`, `CI/CD`.
    Between,
    /// The word is over, after so many bytes that nobody looks for: the `'s` of a genitive.
    End(usize),
}

fn sign(text: &str, at: usize, sign: char) -> Sign {
    let after = &text[at + sign.len_utf8()..];
    let ends = |rest: &str| !rest.chars().next().is_some_and(is_letter);
    let before = text[..at].chars().next_back();
    let digits = before.is_some_and(|c| c.is_ascii_digit())
        && after.starts_with(|c: char| c.is_ascii_digit());
    match sign {
        '#' if ends(after) => Sign::Own(1),
        '+' if after.starts_with('+') && ends(&after[1..]) => Sign::Own(2),
        '\'' | '’' if after.starts_with(['s', 'S']) && ends(&after[1..]) => {
            Sign::End(sign.len_utf8() + 1)
        }
        _ if ends(after) => Sign::End(0),
        '\'' | '’' => Sign::Silent,
        '.' | ':' if digits => Sign::Inside,
        ',' if digits => Sign::Silent,
        '.' | '/' | '+' | '-' | '\u{2010}' | '\u{2011}' | '_' | '&' => Sign::Between,
        _ => Sign::End(0),
    }
}

/// Puts a character, folded, at the end of a word and of its last part.
fn push(c: char, whole: &mut String, parts: &mut [String]) {
    let Some(part) = parts.last_mut() else { return };
    let mut add = |c: char| {
        whole.push(c);
        part.push(c);
    };
    match deunicode_char(c) {
        _ if c.is_ascii() => add(c.to_ascii_lowercase()),
        Some(letters) if !letters.is_empty() && !letters.contains(' ') => {
            letters.chars().for_each(|c| add(c.to_ascii_lowercase()));
        }
        _ => c.to_lowercase().for_each(add),
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

fn next(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_with_signs_are_words() {
        for (text, expected) in [
            ("C#, C++ and .NET", "c# c++ and .net"),
            ("Node.js on CI/CD", "nodejs=node+js on cicd=ci+cd"),
            ("ASP.NET Core", "aspnet=asp+net core"),
            ("back-end Back end", "backend=back+end back end"),
            ("N+1 queries; a B+tree", "n+1=n+1 queries a b+tree=b+tree"),
            ("OAuth 2.0 (TLS 1.3).", "oauth 2.0 tls 1.3"),
            ("Brewer's theorem, don’t", "brewer theorem dont"),
            ("1,000 a 1:1 talk", "1000 a 1:1 talk"),
            ("TCP/IP pg_dump R&D", "tcpip=tcp+ip pgdump=pg+dump r&d=r+d"),
            (
                "Café MONTRÉAL Straße e\u{301}tude",
                "cafe montreal strasse etude",
            ),
            ("end. Next…", "end next"),
            ("C# code F#", "c# code f#"),
            ("... -- +++ # ' .", ""),
            ("", ""),
        ] {
            let found = words(text).into_iter().map(|word| match word.parts.len() {
                0 => word.whole,
                _ => format!("{}={}", word.whole, word.parts.join("+")),
            });
            assert_eq!(found.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Über C# und Brewer's .NET-Kern";
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word.at]).collect();
        assert_eq!(found, ["Über", "C#", "und", "Brewer's", ".NET-Kern"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_words_in_order(text in "\\PC*|[a-c.#+'/é\u{301} -]{0,40}") {
            let mut end = 0;
            for word in words(&text) {
                assert!(word.at.start >= end && word.at.end > word.at.start);
                assert!(!word.whole.is_empty() && text.get(word.at.clone()).is_some());
                end = word.at.end;
            }
        }
    }
}
