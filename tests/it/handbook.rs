//! `/editors`: nothing that editors can write is missing from it, and all that it shows is right.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use career_guide::content::{codes, editor_files};
use career_guide::pages;
use career_guide::site::{Address, CodeEntry, FieldEntry, FieldNeed, Site};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use tempfile::TempDir;

use crate::broken::{INSTANT, copy, lines};
use crate::load::site_at;

fn page(site: &Site, address: &Address) -> Html {
    let rendered = pages::render(site, address).expect("every Site has the page");
    Html::parse_document(&String::from_utf8(rendered.body).expect("pages are UTF-8"))
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// The names of the fields in a list on the page, with those inside them: `work/place`.
fn shown(list: ElementRef, path: &str, names: &mut BTreeSet<String>) {
    let groups = list
        .child_elements()
        .filter(|it| it.value().name() == "div");
    for group in groups {
        let name = group.select(&select("dt > code")).next();
        let name: String = name.expect("a field has a name").text().collect();
        let path = format!("{path}/{name}");
        let inside = group
            .child_elements()
            .filter(|it| it.value().name() == "dd");
        let lists = inside.flat_map(|it| it.child_elements());
        for list in lists.filter(|it| it.value().name() == "dl") {
            shown(list, &path, names);
        }
        names.insert(path);
    }
}

/// The names of the fields that a schema of `docs/schema/` has, with those inside them.
fn known(schema: &Value, path: &str, names: &mut BTreeSet<String>) {
    let properties = schema["properties"].as_object();
    for (name, field) in properties.into_iter().flatten() {
        let path = format!("{path}/{name}");
        let element = if field["type"] == "array" {
            &field["items"]
        } else {
            field
        };
        known(element, &path, names);
        names.insert(path);
    }
}

/// The lists of fields below a heading, up to the next heading of its rank.
fn listed(html: &Html, id: &str) -> BTreeSet<String> {
    let heading = html.select(&select(&format!("[id=\"{id}\"]"))).next();
    let heading = heading.unwrap_or_else(|| panic!("the page has {id}"));
    let after = heading.next_siblings().filter_map(ElementRef::wrap);
    let mut names = BTreeSet::new();
    for element in after.take_while(|it| it.value().name() != heading.value().name()) {
        if element.attr("class") == Some("fields") {
            shown(element, "", &mut names);
        }
    }
    names
}

#[test]
fn every_field_of_every_file_is_there() {
    let html = page(&site_at(INSTANT), &Address::Editors);
    let shared = listed(&html, "every-file");
    let data = ["salaries", "usage", "vocabulary", "site", "redirects"];
    let mut seen = 0;
    for (file, text) in editor_files() {
        let Some(name) = file.strip_suffix(".schema.json") else {
            continue;
        };
        let schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
        let mut names = BTreeSet::new();
        known(&schema, "", &mut names);
        let found = match career_guide::site::Kind::from_word(name) {
            None => {
                assert!(data.contains(&name), "{name}");
                listed(&html, &format!("data-{name}"))
            }
            Some(kind) => &listed(&html, kind.folder()) | &shared,
        };
        let missing: Vec<_> = names.difference(&found).collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
        seen += names.len();
    }
    assert!(seen > 300, "{seen} fields");
}

#[test]
fn every_code_is_there_with_its_example_and_its_fix() {
    let site = site_at(INSTANT);
    let html = page(&site, &Address::EditorsCodes);
    for code in codes() {
        let entry = html
            .select(&select(&format!("li[id=\"{}\"]", code.code)))
            .next();
        let entry = entry.unwrap_or_else(|| panic!("{} is on the page", code.code));
        let samples: Vec<String> = entry
            .select(&select("pre"))
            .map(|sample| sample.text().collect())
            .collect();
        // A line break right after `<pre>` is not part of it.
        let written = |text: &str| text.trim_start_matches('\n').to_owned();
        assert_eq!(
            samples,
            [written(&code.bad), written(&code.good)],
            "{}",
            code.code
        );
        let words: String = entry.text().collect();
        for severity in code.severities {
            assert!(words.contains(severity.word()), "{}", code.code);
        }
        let link = select(&format!("nav a[href=\"#{}\"]", code.code));
        assert_eq!(html.select(&link).count(), 1, "{}", code.code);
    }
}

#[test]
fn what_is_new_appears_by_itself() {
    let mut site = site_at(INSTANT);
    let mut handbook = (*site.handbook).clone();
    handbook.codes.push(CodeEntry {
        code: "planted-code",
        severities: vec!["error"],
        title: "A planted `code`".to_owned(),
        cause: "Because <b>it</b> is.".to_owned(),
        bad: "bad".to_owned(),
        good: "good".to_owned(),
    });
    handbook.kinds[0].fields.push(FieldEntry {
        name: "planted_field".to_owned(),
        holds: "one of the words".to_owned(),
        need: FieldNeed::Default("this".to_owned()),
        words: vec!["this".to_owned(), "that".to_owned()],
        help: "What it means.".to_owned(),
        fields: Vec::new(),
    });
    site.handbook = handbook.into();
    let codes = page(&site, &Address::EditorsCodes);
    let entry = codes.select(&select("li#planted-code")).next();
    let entry = entry.expect("the code is on the page").inner_html();
    assert!(entry.contains("A planted <code>code</code>"), "{entry}");
    assert!(entry.contains("&lt;b&gt;it"), "{entry}");
    let editors = page(&site, &Address::Editors);
    let words: String = editors.root_element().text().collect();
    assert!(words.contains("planted_field"));
    assert!(words.contains("One of this, that; this if left out."));
}

/// All forms and blocks of the page, in one document of the fixture guide.
#[test]
fn what_the_page_shows_can_be_copied() {
    let folder = TempDir::new().expect("there is room for a folder");
    copy(Path::new("tests/fixtures/site"), folder.path());
    let file = folder.path().join("guides/frontend-and-backend.md");
    let text = fs::read_to_string(&file).expect("the file is there");
    let source = text.replace("id = \"oews\"", "id = \"survey\"");
    let mut text = source.replace("[^oews]", "");
    text.push_str("\n## A heading\n\nWords.\n\n### One more\n\nWords.\n");
    let site = site_at(INSTANT);
    for form in &site.handbook.forms {
        text.push_str(&format!("\n{}\n\nWords after it.\n", form.write));
    }
    for block in &site.handbook.blocks {
        text.push_str(&format!("\n{}\n", block.example));
    }
    fs::write(&file, text).expect("the file can be written");
    let instant: jiff::Timestamp = INSTANT.parse().expect("an instant");
    let loaded = career_guide::content::load(folder.path(), instant).expect("it can be read");
    assert_eq!(lines(&loaded), "");
    let site = loaded.site.expect("there is a site");
    let guide = site.guides.get("frontend-and-backend").expect("is there");
    let drawn = guide
        .body
        .sections
        .iter()
        .flat_map(|section| &section.parts);
    let blocks = drawn.filter(|part| matches!(part, career_guide::site::Part::Block(_)));
    // `@include` leaves its text.
    assert_eq!(blocks.count(), site.handbook.blocks.len() - 1);
}

#[test]
fn doc_comments_and_causes_have_code_and_no_other_marks() {
    let site = site_at(INSTANT);
    let handbook = &site.handbook;
    let mut texts: Vec<&str> = handbook.codes.iter().map(|it| it.cause.as_str()).collect();
    texts.extend(handbook.kinds.iter().map(|it| it.about.as_str()));
    texts.extend(handbook.data.iter().map(|it| it.about.as_str()));
    texts.extend(handbook.blocks.iter().map(|it| it.about.as_str()));
    let mut fields: Vec<&FieldEntry> = handbook.shared.iter().collect();
    fields.extend(handbook.kinds.iter().flat_map(|it| &it.fields));
    fields.extend(handbook.data.iter().flat_map(|it| &it.fields));
    while let Some(field) = fields.pop() {
        texts.push(&field.help);
        fields.extend(&field.fields);
    }
    for text in texts {
        assert_eq!(text.matches('`').count() % 2, 0, "{text}");
        let words: String = text.split('`').step_by(2).collect();
        for mark in ["**", "[`", "](", "::"] {
            assert!(!words.contains(mark), "{text}");
        }
    }
    for kind in &handbook.kinds {
        assert!(!kind.about.is_empty(), "{:?}", kind.kind);
    }
}
