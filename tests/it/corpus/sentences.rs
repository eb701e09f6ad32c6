//! No two pages share a sentence: what is said twice is said about neither.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Sentences of more words than this stand in one file only.
const LONGEST_SHARED: usize = 8;

/// Keys of front matter that hold no sentences of the guide: names, dates, works of others.
const NOT_PROSE: [&str; 12] = [
    "source",
    "change",
    "also_called",
    "search_titles",
    "tags",
    "authors",
    "url",
    "ladders",
    "image",
    "codes",
    "aliases",
    "check",
];

#[test]
fn no_two_pages_share_a_sentence() {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut twice = Vec::new();
    for file in markdown(Path::new("content")) {
        let name = file.display().to_string();
        let text = fs::read_to_string(&file).expect("content is readable");
        for sentence in sentences(&text) {
            match first.get(&sentence) {
                Some(other) if *other != name => {
                    twice.push(format!("{name} and {other}: {sentence}"))
                }
                _ => drop(first.insert(sentence, name.clone())),
            }
        }
    }
    assert!(first.len() > 5_000, "{} sentences were read", first.len());
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn a_repeated_sentence_is_seen_through_markup_and_line_breaks() {
    let one = "+++\nsummary = \"Short.\"\n[[duties]]\ntext = \"Read the plan of each slow query before you add an index to it.\"\n+++\n";
    let two = "+++\ntitle = \"X\"\n+++\n\nFirst. Read the plan of *each* [slow query](skill:sql)\nbefore you add an index to it.\n";
    assert_eq!(sentences(one), sentences(two));
    assert_eq!(sentences(one).len(), 1);
}

/// All Markdown files below a folder, in order.
fn markdown(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            files.extend(markdown(&path));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The long sentences of a file, as lower-case words.
fn sentences(file: &str) -> Vec<String> {
    let (_, rest) = file.split_once("+++\n").expect("front matter begins");
    let (front, body) = rest.split_once("\n+++\n").expect("front matter ends");
    let fields: toml::Table = front.parse().expect("front matter is TOML");
    let mut paragraphs = Vec::new();
    for (key, value) in &fields {
        prose(key, value, &mut paragraphs);
    }
    paragraphs.extend(words_of(body));
    paragraphs.iter().flat_map(|words| split(words)).collect()
}

/// The paragraphs in a field and in all below it.
fn prose(key: &str, value: &toml::Value, found: &mut Vec<String>) {
    match value {
        _ if NOT_PROSE.contains(&key) => {}
        toml::Value::String(text) => found.extend(words_of(text)),
        toml::Value::Array(items) => items.iter().for_each(|item| prose(key, item, found)),
        toml::Value::Table(table) => table.iter().for_each(|(key, item)| prose(key, item, found)),
        _ => {}
    }
}

/// The text of each paragraph, heading, item and cell, without markup and code blocks.
fn words_of(markdown: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut in_code = false;
    for event in Parser::new_ext(markdown, pulldown_cmark::Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) | Event::Code(text) if !in_code => {
                found.last_mut().expect("never empty").push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => found.last_mut().expect("never empty").push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell,
            ) => found.push(String::new()),
            _ => {}
        }
    }
    found
}

fn split(paragraph: &str) -> Vec<String> {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ':' | ';');
    paragraph
        .split_inclusive(ends)
        .map(|sentence| {
            let words = sentence.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
            let words: Vec<String> = words
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect();
            words
        })
        .filter(|words| words.len() > LONGEST_SHARED)
        .map(|words| words.join(" "))
        .collect()
}
