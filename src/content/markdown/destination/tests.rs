//! Where destinations lead.

use super::{Destination, Wrong, judge};
use crate::site::Kind;

const SITE: &str = "https://guide.example";

fn told(destination: &str) -> (&'static str, Option<String>) {
    match judge(destination, Some(Kind::Guide), SITE) {
        Destination::Wrong(Wrong { code, help, .. }) => (code, help),
        fine => panic!("{destination} is {fine:?}"),
    }
}

#[test]
fn a_link_leads_to_the_web_to_a_document_or_to_a_place_here() {
    let document = |word: &str, id: &str, anchor: Option<&str>| Destination::Document {
        word: word.to_owned(),
        id: id.to_owned(),
        anchor: anchor.map(str::to_owned),
    };
    for (written, meant) in [
        (
            "https://x.org/a",
            Destination::Web("https://x.org/a".into()),
        ),
        (
            "https://guide.example.org/about",
            Destination::Web("https://guide.example.org/about".into()),
        ),
        ("HTTP://x.org", Destination::Web("HTTP://x.org".into())),
        ("mailto:a@x.org", Destination::Mail("mailto:a@x.org".into())),
        ("skill:sql", document("skill", "sql", None)),
        ("career-path:a#b", document("career-path", "a", Some("b"))),
        ("rol:backend", document("rol", "backend", None)),
        ("Skill:SQL", document("Skill", "SQL", None)),
        ("#joins", Destination::Here("joins".into())),
        ("/salaries", Destination::Page("/salaries".into())),
        ("/roles/", Destination::Page("/roles/".into())),
    ] {
        assert_eq!(judge(written, None, SITE), meant, "{written}");
    }
}

#[test]
fn everything_else_is_refused() {
    for written in [
        "javascript:alert(1)",
        "javascript:alert",
        "JaVa\nScRiPt:alert(1)",
        "\u{1} javascript:alert(1)",
        "java\tscript:x",
        "data:text/html;base64,x",
        "vbscript:x",
        "https:example.org",
        "https://",
        "file:///etc/passwd",
        "",
        "..",
    ] {
        assert_eq!(told(written), ("link-scheme", None), "{written}");
    }
}

#[test]
fn the_guide_is_not_another_site() {
    for (written, help) in [
        (
            "https://guide.example/skills/sql#joins",
            Some("skill:sql#joins"),
        ),
        ("HTTP://Guide.Example/about?from=mail", Some("page:about")),
        ("https://guide.example/salaries", Some("/salaries")),
        ("https://guide.example", Some("/")),
        ("https://guide.example#top", Some("/#top")),
        ("https://guide.example/feed.xml", None),
        ("https://guide.example//about", Some("page:about")),
    ] {
        let expected = ("link-self-site", help.map(str::to_owned));
        assert_eq!(told(written), expected, "{written}");
    }
    let none = judge("https:///about", None, "");
    assert!(matches!(none, Destination::Wrong(wrong) if wrong.code == "link-scheme"));
}

#[test]
fn paths_are_answered_with_the_typed_form() {
    for (written, code, help) in [
        ("/roles/x", "link-root", Some("role:x")),
        ("/skills/sql#joins", "link-root", Some("skill:sql#joins")),
        ("/about", "link-root", Some("page:about")),
        ("/glossary/x", "link-root", Some("term:x")),
        ("/roles/x/y/z", "link-root", None),
        ("//x.org/y", "link-scheme", Some("https://x.org/y")),
        ("../skills/sql.md", "link-scheme", Some("skill:sql")),
        ("other.md#b", "link-scheme", Some("guide:other#b")),
        ("www.x.org", "link-scheme", Some("https://www.x.org")),
        ("../README.txt", "link-scheme", None),
    ] {
        assert_eq!(told(written), (code, help.map(str::to_owned)), "{written}");
    }
}
