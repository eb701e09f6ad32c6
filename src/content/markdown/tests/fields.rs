//! Markdown in fields of front matter.

use super::super::super::fields::Place;
use super::super::super::schema::Schemas;
use super::super::{phrase, prose};
use super::{names, told};

#[test]
fn a_phrase_is_one_paragraph_without_its_tag() {
    let names = names();
    for (source, html, text) in [
        (
            "a *b* <skill:sql>",
            "a <em>b</em> <a href=\"/skills/sql\">SQL &amp; joins</a>",
            "a b SQL & joins",
        ),
        ("C# & `x`", "C# &amp; <code>x</code>", "C# & x"),
        ("a\nb", "a\nb", "a b"),
    ] {
        let place = Place {
            file: "roles/x.md",
            text: source,
            names: &names,
            schemas: &Schemas::default(),
        };
        let rendered = phrase(place, source, 0);
        assert_eq!(rendered.diagnostics, [], "{source}");
        let phrase = rendered.value.expect(source);
        assert_eq!((&*phrase.html, &*phrase.text), (html, text));
    }
}

#[test]
fn what_a_field_cannot_hold_is_told_once() {
    let names = names();
    for (source, in_phrase, in_prose) in [
        ("a\n\nb", Some("b"), None),
        ("- a\n- b", Some("- a"), None),
        ("# a", Some("# a"), Some("# a")),
        ("> a", Some("> a"), None),
        ("```@jobs\n```", Some("@jobs"), Some("@jobs")),
        ("    a", Some("a"), None),
        ("---", Some("---"), None),
        ("a[^bls]", Some("[^bls]"), Some("[^bls]")),
        ("|a|\n|-|", Some("|a|"), None),
    ] {
        let place = Place {
            file: "roles/x.md",
            text: source,
            names: &names,
            schemas: &Schemas::default(),
        };
        for (diagnostics, expected) in [
            (phrase(place, source, 0).diagnostics, in_phrase),
            (prose(place, source, 0).diagnostics, in_prose),
        ] {
            let told = told(source, &diagnostics);
            let expected: Vec<_> = expected
                .map(|at| ("md-field", at, ""))
                .into_iter()
                .collect();
            assert_eq!(told, expected, "{source}");
        }
    }
}

#[test]
fn prose_is_block_html() {
    let names = names();
    let source = "a\n\n- b\n\n|c|\n|-|\n";
    let place = Place {
        file: "roles/x.md",
        text: source,
        names: &names,
        schemas: &Schemas::default(),
    };
    let prose = prose(place, source, 0).value.expect("prose");
    assert_eq!(
        prose.html,
        "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\" \
         aria-label=\"Table\"><table>\n<thead><tr><th scope=\"col\">c</th></tr></thead>\n</table></div>\n"
    );
    assert_eq!(prose.text, "a b c");
}

#[test]
fn places_in_a_field_are_places_in_the_file() {
    let names = names();
    for toml in [
        "x = \"é <br> [w](/roles/y)\"",
        "x = 'é <br> [w](/roles/y)'",
        "x = \"\\u00e9\\t\\\"\\\\ <br> [w](/roles/y)\"",
        "x = \"\"\"\r\né\\\r\n   <br>\r\n[w](/roles/y)\"\"\"",
        "x = '''\r\né \\ <br>\r\n[w](/roles/y)'''",
    ] {
        let table: toml::Table = toml::from_str(toml).expect("TOML");
        let source = table["x"].as_str().expect("a string");
        let after_quotes = toml.find(['"', '\'']).expect("a quote");
        let quotes = toml[after_quotes..]
            .chars()
            .take_while(|c| "\"'".contains(*c))
            .count();
        let place = Place {
            file: "roles/x.md",
            text: toml,
            names: &names,
            schemas: &Schemas::default(),
        };
        let rendered = prose(place, source, after_quotes + quotes);
        let told = told(toml, &rendered.diagnostics);
        let told: Vec<_> = told.iter().map(|(_, at, _)| *at).collect();
        assert_eq!(told, ["<br>", "/roles/y"], "{toml}");
    }
}
