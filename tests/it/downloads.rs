//! What readers take along says what the pages say: twins of each document, data, the whole guide.

mod book;

use std::collections::BTreeSet;

use career_guide::pages;
use career_guide::site::{Address, Card, Kind, Site, TwinFormat};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Node};
use serde_json::Value;

use crate::guide::guide;

/// What a text says, however it is written.
#[derive(Debug, Default, PartialEq)]
struct Said {
    headings: Vec<(usize, String)>,
    links: Vec<String>,
    /// Letters and digits in their order, numbers among them.
    words: String,
}

fn shown(site: &Site, path: &str) -> Vec<u8> {
    let address = Address::parse(path).expect(path);
    let rendered = pages::render(site, &address);
    rendered
        .unwrap_or_else(|| panic!("{path} is not there"))
        .body
}

fn text(site: &Site, path: &str) -> String {
    String::from_utf8(shown(site, path)).expect("text is UTF-8")
}

fn main_of(html: &Html) -> ElementRef<'_> {
    let main = scraper::Selector::parse("main").expect("a selector");
    html.select(&main).next().expect("a page has a main part")
}

/// Whether an element is no part of the text: its own contents, drawings, marks of footnotes.
fn is_skipped(element: ElementRef) -> bool {
    let has = |class: &str| {
        element
            .value()
            .has_class(class, scraper::CaseSensitivity::CaseSensitive)
    };
    let is_mark = element.value().name() == "sup" && element.child_elements().next().is_some();
    has("contents") || has("taken") || has("back") || is_mark || element.value().name() == "svg"
}

/// What an element of a page says. `about` is the guide and the path of the page.
fn of_html(element: ElementRef, about: (&str, &str), said: &mut Said) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            said.words
                .extend(text.chars().filter(|c| c.is_alphanumeric()));
        }
        let Some(child) = ElementRef::wrap(child).filter(|child| !is_skipped(*child)) else {
            continue;
        };
        if let Some(level) = child
            .value()
            .name()
            .strip_prefix('h')
            .and_then(|it| it.parse().ok())
        {
            said.headings
                .push((level, only_words(&child.text().collect::<String>())));
        }
        if let Some(to) = child.attr("href") {
            let (guide, page) = about;
            said.links.push(match to.chars().next() {
                Some('#') => format!("{guide}{page}{to}"),
                Some('/') => format!("{guide}{to}"),
                _ => to.to_owned(),
            });
        }
        of_html(child, about, said);
    }
}

fn only_words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What Markdown says, read by the parser that the guide's own texts are read with.
fn of_markdown(markdown: &str) -> Said {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut said = Said::default();
    let mut heading = None;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => heading = Some((level, said.words.len())),
            Event::End(TagEnd::Heading(_)) => {
                let (level, from) = heading.take().expect("a heading has begun");
                said.headings
                    .push((level as usize, said.words[from..].to_owned()));
            }
            Event::Start(Tag::Link { dest_url, .. }) => said.links.push(dest_url.into_string()),
            Event::Text(text) | Event::Code(text) => said.words.push_str(&only_words(&text)),
            Event::Html(html) | Event::InlineHtml(html) => panic!("raw HTML: {html}"),
            _ => {}
        }
    }
    said
}

fn twin(card: &Card, format: TwinFormat) -> String {
    format!("{}.{}", card.path(), format.ending())
}

#[test]
fn markdown_says_what_the_page_says() {
    let site = guide();
    for card in site.cards() {
        let html = Html::parse_document(&text(site, &card.path()));
        let mut page = Said::default();
        of_html(
            main_of(&html),
            (&site.config.address, &card.path()),
            &mut page,
        );
        let markdown = text(site, &twin(&card, TwinFormat::Markdown));
        let (body, signature) = markdown.rsplit_once("\n---\n").expect("it is signed");
        assert!(signature.contains(&card.path()), "{signature}");
        let said = of_markdown(body);
        assert_eq!(said.headings, page.headings, "{}", card.path());
        assert_eq!(said.links, page.links, "{}", card.path());
        if let Some(at) = said
            .words
            .bytes()
            .zip(page.words.bytes())
            .position(|(a, b)| a != b)
        {
            let from = |text: &str| {
                String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(40)..])
                    .chars()
                    .take(90)
                    .collect::<String>()
            };
            panic!(
                "{}: the twin says {:?}, the page {:?}",
                card.path(),
                from(&said.words),
                from(&page.words)
            );
        }
        assert_eq!(said.words.len(), page.words.len(), "{}", card.path());
    }
}

#[test]
fn json_says_what_the_page_says() {
    let site = guide();
    for card in site.cards() {
        let path = card.path();
        let html = Html::parse_document(&text(site, &path));
        let mut page = Said::default();
        of_html(main_of(&html), (&site.config.address, &path), &mut page);
        let markdown = text(site, &twin(&card, TwinFormat::Markdown));
        let json: Value =
            serde_json::from_str(&text(site, &twin(&card, TwinFormat::Json))).expect("JSON");
        assert_eq!(json["title"], card.title);
        assert_eq!(json["address"], format!("{}{path}", site.config.address));
        assert!(json["fields"].is_object(), "{path}");
        let sections = json["sections"].as_array().expect("sections");
        let mut headings = vec![(1, only_words(card.title))];
        let mut words = String::new();
        for section in sections {
            let words_of = |value: &Value| only_words(value.as_str().unwrap_or_default());
            headings.push((2, words_of(&section["heading"])));
            for heading in section["headings"].as_array().expect("headings") {
                let level = heading["level"].as_u64().expect("a level");
                headings.push((level as usize, words_of(&heading["heading"])));
            }
            let below = section["text"].as_str().expect("text");
            assert!(markdown.contains(below), "{path}: {below}");
            words.push_str(&words_of(&section["heading"]));
            words.push_str(&of_markdown(below).words);
        }
        assert_eq!(headings, page.headings, "{path}");
        let elsewhere = format!("{}{path}#", site.config.address);
        let mut seen = BTreeSet::new();
        let first = |link: &&String| !link.starts_with(&elsewhere) && seen.insert(link.to_string());
        let links: Vec<&String> = page.links.iter().filter(first).collect();
        assert_eq!(json["links"], serde_json::json!(links), "{path}");
    }
}

#[test]
fn every_file_of_figures_is_data() {
    let site = guide();
    let mut files = 0;
    for id in site.figure_files() {
        let json: Value =
            serde_json::from_str(&text(site, &format!("/figures/{id}.json"))).expect("JSON");
        let csv = text(site, &format!("/figures/{id}.csv"));
        let mut csv = csv::Reader::from_reader(csv.as_bytes());
        let names = csv.headers().expect("a header").clone();
        let rows: Vec<csv::StringRecord> = csv.records().map(|row| row.expect("a row")).collect();
        let expected = json.as_array().expect("rows");
        assert_eq!(rows.len(), expected.len(), "{id}");
        for (row, expected) in rows.iter().zip(expected) {
            for (name, cell) in names.iter().zip(row) {
                let value = match &expected[name] {
                    Value::Null => String::new(),
                    Value::String(words) => words.clone(),
                    other => other.to_string(),
                };
                assert_eq!(
                    cell.strip_prefix('\'').unwrap_or(cell),
                    value,
                    "{id} {name}"
                );
                let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(
                    !is_formula || expected[name].is_number(),
                    "{id} {name}: {cell}"
                );
            }
            for name in [
                "publisher",
                "url",
                "retrieved",
                "licence",
                "reference",
                "population",
            ] {
                assert!(!expected[name].is_null(), "{id} has no {name}");
            }
        }
        files += 1;
    }
    assert!(files > 20, "{files}");
}

#[test]
fn documents_name_their_twins() {
    let site = guide();
    for path in ["/roles/backend-developer", "/about", "/glossary/api"] {
        let html = text(site, path);
        for (media_type, ending) in [("text/markdown", "md"), ("application/json", "json")] {
            let link =
                format!("<link rel=\"alternate\" type=\"{media_type}\" href=\"{path}.{ending}\">");
            assert!(html.contains(&link), "{path}: {link}");
            assert!(
                html.contains(&format!("<a href=\"{path}.{ending}\">")),
                "{path}"
            );
        }
    }
    assert!(!text(site, "/roles").contains("text/markdown"));
    assert!(site.card(Kind::Page, "about").is_some());
}
