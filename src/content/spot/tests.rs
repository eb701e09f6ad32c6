use proptest::prelude::*;

use super::{Asked, Expected, Spot};
use crate::content::layout::slot;
use crate::content::markdown;
use crate::content::schema::Schemas;
use crate::content::survey::Namespace;

fn asked(schemas: &Schemas, file: &str, text: &str, offset: usize) -> Option<Spot> {
    let slot = slot(file).expect("the folder has a place for it");
    let asked = Asked {
        schemas,
        file,
        slot,
        text,
        offset,
    };
    asked.spot()
}

/// What stands at the `|` of a skill, with its word.
fn at(text: &str) -> Option<(Expected, String, (&'static str, &'static str))> {
    let offset = text.find('|').expect("there is a mark");
    let text = text.replacen('|', "", 1);
    let spot = asked(&Schemas::default(), "skills/x.md", &text, offset)?;
    Some((spot.what, text[spot.span].to_owned(), spot.around))
}

#[test]
fn links_and_notes_are_known_half_written() {
    let documents = |word: &str| Expected::Name(Namespace::Documents(word.to_owned()));
    let places =
        |word: &str, id: &str| Expected::Name(Namespace::Places(word.to_owned(), id.to_owned()));
    let sources = || Expected::Name(Namespace::Sources("skills/x.md".to_owned()));
    let whole = |id: &str| {
        let namespace = Namespace::Documents("skill".to_owned());
        Expected::Kind(Some((namespace, id.to_owned())))
    };
    for (text, what, word, after) in [
        ("<skill:|", documents("skill"), "", ">"),
        ("<skill:s|q and", documents("skill"), "sq", ">"),
        ("<skill:sql|>", documents("skill"), "sql", ""),
        ("<skill:s|ql#how>", documents("skill"), "sql", ""),
        ("<skill:sql#h|>", places("skill", "sql"), "h", ""),
        ("[é](role:|", documents("role"), "", ")"),
        ("[é](role:x|)", documents("role"), "x", ""),
        ("[é](#h|)", places("skill", "x"), "h", ""),
        ("<sk|", Expected::Kind(None), "sk", ":"),
        ("<sk|ill:sql>", whole("sql"), "skill", ""),
        ("é[^b|", sources(), "b", "]"),
        ("é[^b|ls]", sources(), "bls", ""),
        ("é[^|] é", sources(), "", ""),
        ("é[^b| and more", sources(), "b", "]"),
    ] {
        let text = format!("+++\n+++\n{text}");
        let expected = (what, word.to_owned(), ("", after));
        assert_eq!(at(&text), Some(expected), "{text}");
    }
}

#[test]
fn most_of_a_text_expects_nothing() {
    for text in [
        "wo|rds",
        "<https://exa|mple.org>",
        "[a|]",
        "a:b|",
        "(skill:|",
        "`[^` |",
        "",
    ] {
        let text = format!("+++\n+++\n{text}");
        let text = if text.contains('|') {
            text
        } else {
            format!("|{text}")
        };
        assert_eq!(at(&text), None, "{text}");
    }
}

/// Pieces of texts that mean something, whole and broken.
const PIECES: &[&str] = &[
    "+++\n",
    "+++",
    "\n",
    "\r\n",
    "\r",
    "[",
    "]",
    "[[source]]",
    "{",
    "}",
    "\"",
    "'''",
    "\"\"\"",
    "=",
    " = ",
    ".",
    ",",
    "#",
    "id",
    "status",
    "skills",
    "levels",
    "rises",
    "title = 'x'",
    "<skill:",
    "](",
    ")",
    ">",
    "[^",
    "```@figure\n",
    "```@include\n",
    "```",
    "~~~",
    "usage = \"x\"",
    "figure = \"",
    "## ",
    "> ",
    "- ",
    "é",
    "😀",
    "\u{0}",
    "\\",
    "a",
    "1.5",
    " ",
];

#[test]
fn deep_texts_cost_no_more_than_long_ones() {
    let schemas = Schemas::default();
    for piece in [
        "[",
        "{a=",
        "a.",
        "[[a]]\n[a.",
        "<skill:",
        "[^",
        "```@\n",
        "> ",
    ] {
        for start in ["a = ", ""] {
            let text = format!("{start}{}", piece.repeat(100_000));
            for file in ["site.toml", "snippets/x.md"] {
                asked(&schemas, file, &text, text.len());
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_can_be_asked_about_at_any_place(
        pieces in prop::collection::vec(0..PIECES.len(), 0..24),
        at in 0usize..200,
    ) {
        let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        let schemas = Schemas::default();
        for file in ["skills/x.md", "roles/x.md", "snippets/x.md", "usage/x.toml", "site.toml"] {
            let offset = text.floor_char_boundary(at);
            if let Some(spot) = asked(&schemas, file, &text, offset) {
                prop_assert!(text.get(spot.span.clone()).is_some());
                prop_assert!(spot.span.start <= offset && offset <= spot.span.end, "{:?}", spot);
            }
            for heading in markdown::headings(&text, 0..text.len(), None) {
                prop_assert!(text.get(heading.span).is_some());
            }
            for fence in markdown::fences(&text, 0..text.len()) {
                prop_assert!(text.get(fence.info).is_some() && text.get(fence.inside).is_some());
            }
        }
    }
}
