//! Texts that want to break something.

use std::collections::HashSet;
use std::thread;

use proptest::prelude::*;

use super::super::super::fields::Place;
use super::super::super::schema::Schemas;
use super::super::{phrase, prose};
use super::{body, names, page};

/// Pieces of Markdown that are dangerous next to each other.
#[rustfmt::skip]
const PIECES: [&str; 62] = [
    "a", " ", "\n", "\n\n", "\r\n", "é", "*", "**", "_", "`", "```\n", "~~~ rust\n", "[", "]",
    "(", ")", "![", "](", "<", ">", "> ", "- ", "1. ", "    ", "# ", "## ", "### ",
    "#### Answer\n", "|", "|-|-|\n", "|a|b|\n", "[^bls]", "[^n]", "\n[^n]: ", "[x]: ", "[x]",
    "skill:sql", "<skill:sql>", "<term:idempotency>", "https://x.org", "javascript:",
    "JaVa\tScript:", "java&#10;script:", "data:text/html,", "<script>", "</script>",
    "<img src=x onerror=y>", "<!--", "-->", "&lt;", "&#60;", "\\", "\"", "'", "{#i .c}",
    "> [!NOTE]\n", "> [!X]\n", "```@jobs\n```\n", "- [ ] ", "ladder.png", "\"t\"", "\u{0}",
];

/// All that a text makes in each of its shapes.
fn all(text: &str) -> Vec<String> {
    let rendered = body(text);
    let file = super::file(text);
    for diagnostic in &rendered.diagnostics {
        let span = diagnostic.span.clone().expect("a place");
        assert!(file.get(span).is_some(), "{diagnostic:?}");
    }
    for reference in &rendered.references {
        assert!(file.get(reference.span.clone()).is_some(), "{reference:?}");
    }
    let mut all = vec![page(&rendered.value)];
    all.extend(rendered.value.notes.into_iter().map(|note| note.html));
    assert_unique_ids(&all.concat());
    let names = names();
    let place = Place {
        file: "roles/x.md",
        text,
        names: &names,
        schemas: &Schemas::default(),
    };
    all.extend(prose(place, text, 0).value.map(|prose| prose.html));
    all.extend(phrase(place, text, 0).value.map(|phrase| phrase.html));
    all
}

fn assert_unique_ids(html: &str) {
    let mut ids = HashSet::new();
    for id in html.split(" id=\"").skip(1) {
        let (id, _) = id.split_once('"').expect("an attribute ends");
        assert!(ids.insert(id), "{id} twice in {html}");
    }
}

/// Tags are balanced, stand where they may, are known, and carry no address that a browser would run.
fn assert_sound(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let name = tag.split(' ').next().unwrap_or_default();
        match name {
            "br" | "hr" | "img" | "input" => {}
            name => match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
                None => {
                    assert!(name != "a" || !open.contains(&"a"), "{html}");
                    let is_inline = ["a", "em", "strong", "code", "sup", "span"].contains(&name);
                    assert!(is_inline || !open.contains(&"p"), "{html}");
                    open.push(name);
                }
            },
        }
        assert!(
            !["script", "h1", "style", "iframe"].contains(&name),
            "{html}"
        );
        for attribute in tag.split('"').collect::<Vec<_>>().chunks(2) {
            let [name, value] = attribute else { continue };
            let is_safe = ["#", "/", "https://", "http://", "mailto:"]
                .iter()
                .any(|start| value.to_lowercase().starts_with(start));
            let is_address = name.ends_with("href=") || name.ends_with("src=");
            assert!(!is_address || is_safe, "{html}");
            let name = name.trim_end_matches('=').trim();
            let name = name.rsplit(' ').next().unwrap_or_default();
            assert!(!name.starts_with("on") && name != "style", "{html}");
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "{html}");
}

proptest! {
    #[test]
    fn any_text_gives_sound_html(text in any::<String>()) {
        all(&text).iter().for_each(|html| assert_sound(html));
    }

    #[test]
    fn any_markdown_gives_sound_html(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
    ) {
        all(&pieces.concat()).iter().for_each(|html| assert_sound(html));
    }
}

/// Texts that grow with a number.
fn grown(count: usize) -> Vec<String> {
    let mut texts: Vec<String> = [
        "[ ((",
        "* ",
        "> ",
        "*a_ ",
        "- a\n",
        "![",
        "[^bls",
        "[^x] ",
        "<a ",
        "```\n",
        "https://",
        "h",
        "\\",
        "|",
        "`a",
        "[a](",
        "<skill:sql>",
        "## a\n\n",
        "[^n]",
        "#### Answer\n\n",
    ]
    .iter()
    .map(|piece| piece.repeat(count))
    .collect();
    texts.push(format!("|a|\n|-|\n{}", "|b|c|\n".repeat(count)));
    texts.push(format!("[a]: {}\n\n{}", "skill:sql", "[a] ".repeat(count)));
    texts.push(format!(
        "{}a{}",
        "![".repeat(count),
        "](a\\_b.png)".repeat(count)
    ));
    texts.push(format!("{}\n", "[^n]: ".repeat(count)));
    texts.push(
        (0..count.min(300))
            .map(|depth| format!("{}- a\n", "  ".repeat(depth)))
            .collect(),
    );
    texts
}

#[test]
fn deep_texts_need_no_deep_stack() {
    let work = || {
        for text in grown(5_000) {
            all(&text).iter().for_each(|html| assert_sound(html));
        }
    };
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(work);
    thread.expect("a thread").join().expect("no panic");
}
