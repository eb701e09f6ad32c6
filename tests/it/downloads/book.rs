//! The whole guide in one file, as HTML and as an EPUB.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::sync::LazyLock;

use career_guide::site::{Kind, Site};
use scraper::{ElementRef, Html, Selector};
use zip::{CompressionMethod, ZipArchive};

use super::{Said, main_of, of_html, shown, text};
use crate::broken::INSTANT;
use crate::guide::guide;
use crate::load::site_at;

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

/// The documents of a book by the name of their chapter, with the words of their pages' headings.
fn documents(site: &Site) -> BTreeMap<String, Vec<String>> {
    let cards = site.cards().filter(|card| card.kind != Kind::Job);
    let document = cards.map(|card| {
        let html = Html::parse_document(&text(site, &card.path()));
        let name = format!("{}-{}", card.kind.word(), card.id);
        (name, headings(main_of(&html)))
    });
    document.collect()
}

fn headings(element: ElementRef) -> Vec<String> {
    let mut said = Said::default();
    of_html(element, ("", ""), &mut said);
    said.headings.into_iter().map(|(_, words)| words).collect()
}

#[test]
fn one_page_holds_every_document() {
    let site = guide();
    let source = text(site, "/guide.html");
    let html = Html::parse_document(&source);
    let chapters = select(&html, ".chapter");
    let found = chapters.iter().map(|chapter| {
        let name = chapter.attr("id").expect("a chapter has a name");
        (name.to_owned(), headings(*chapter))
    });
    assert_eq!(found.collect::<BTreeMap<_, _>>(), documents(site));
    assert_eq!(select(&html, "h1").len(), 1);
    let named = select(&html, "[id]");
    let ids: BTreeSet<&str> = named.iter().filter_map(|it| it.attr("id")).collect();
    assert_eq!(ids.len(), named.len(), "an id stands there twice");
    for link in select(&html, "[href]") {
        let to = link.attr("href").expect("it has one");
        match to.strip_prefix('#') {
            Some(here) => assert!(ids.contains(here), "{to} leads nowhere"),
            None => assert!(to.contains(':'), "{to} leads out of the file"),
        }
    }
    for label in select(&html, "[aria-labelledby], [aria-describedby]") {
        let names = [
            label.attr("aria-labelledby"),
            label.attr("aria-describedby"),
        ];
        for name in names.into_iter().flatten().flat_map(str::split_whitespace) {
            assert!(ids.contains(name), "{name} names nothing");
        }
    }
    assert!(select(&html, "script, link, [src], iframe, form, input").is_empty());
}

#[test]
fn an_epub_holds_every_document() {
    let site = guide();
    let files = unpacked(site);
    let chapters = files.iter().filter_map(|(file, text)| {
        let name = file.strip_prefix("EPUB/")?.strip_suffix(".xhtml")?;
        let is_chapter = !["title", "contents"].contains(&name);
        let html = Html::parse_document(text);
        is_chapter.then(|| (name.to_owned(), headings(html.root_element())))
    });
    assert_eq!(chapters.collect::<BTreeMap<_, _>>(), documents(site));
}

#[test]
fn links_in_an_epub_lead_somewhere() {
    let files = unpacked(guide());
    let mut places: BTreeSet<String> = BTreeSet::new();
    let mut links: Vec<String> = Vec::new();
    for (file, text) in &files {
        let Some(name) = file.strip_prefix("EPUB/") else {
            continue;
        };
        places.insert(name.to_owned());
        if !name.ends_with(".xhtml") {
            continue;
        }
        let options = roxmltree::ParsingOptions {
            allow_dtd: true,
            ..Default::default()
        };
        let tree = roxmltree::Document::parse_with_options(text, options).expect(file);
        for node in tree.descendants() {
            places.extend(node.attribute("id").map(|id| format!("{name}#{id}")));
            links.extend(node.attribute("href").map(|to| match to.starts_with('#') {
                true => format!("{name}{to}"),
                false => to.to_owned(),
            }));
        }
    }
    let inside = links.iter().filter(|to| !to.contains(':'));
    let lost: Vec<&String> = inside.filter(|to| !places.contains(*to)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// The files of the EPUB by name: the first stored, the others packed, all of the same day.
fn unpacked(site: &Site) -> BTreeMap<String, String> {
    static EPUB: LazyLock<Vec<u8>> = LazyLock::new(|| shown(guide(), "/guide.epub"));
    let mut archive = ZipArchive::new(Cursor::new(&EPUB[..])).expect("an archive");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let time = file.last_modified().expect("a time").to_string();
        let day = site.updated().expect("a day").to_string();
        assert!(time.starts_with(&day), "{name}: {time}");
        let is_first = index == 0;
        assert_eq!(is_first, file.compression() == CompressionMethod::Stored);
        assert_eq!(is_first, name == "mimetype");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        files.insert(name, text);
    }
    assert_eq!(files["mimetype"], "application/epub+zip");
    files
}

#[test]
fn the_same_guide_makes_the_same_bytes() {
    let site = site_at(INSTANT);
    for path in ["/guide.epub", "/guide.html"] {
        assert!(
            shown(&site, path) == shown(&site_at(INSTANT), path),
            "{path}"
        );
    }
}
