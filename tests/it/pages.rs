//! Snapshots of each kind of page's `<main>`, from a small guide that never changes.

use career_guide::pages;
use career_guide::site::{Address, Site};
use scraper::{Html, Selector};

use crate::broken::INSTANT;
use crate::load::site_at;

/// One address of each kind of page.
const PATHS: [&str; 26] = [
    "/",
    "/roles",
    "/roles/backend-developer",
    "/skills",
    "/skills/sql",
    "/career-paths",
    "/career-paths/backend",
    "/guides",
    "/guides/frontend-and-backend",
    "/learning",
    "/learning/sql-course",
    "/industries",
    "/industries/finance",
    "/jobs",
    "/jobs/example-bank-backend",
    "/jobs/example-shop-sre",
    "/glossary",
    "/glossary/api",
    "/authors/editors",
    "/about",
    "/salaries",
    "/salaries/backend-developer",
    "/salaries/backend-developer/us",
    "/moves/backend-developer/site-reliability-engineer",
    "/figures",
    "/figures/databases-2025",
];

fn main_of(site: &Site, path: &str) -> String {
    let address = Address::parse(path).expect(path);
    let rendered = pages::render(site, &address).unwrap_or_else(|| panic!("{path} has a page"));
    let html = Html::parse_document(&String::from_utf8(rendered.body).expect("pages are UTF-8"));
    let selector = Selector::parse("main").expect("a selector");
    let main = html
        .select(&selector)
        .next()
        .expect("a page has a main part");
    main.inner_html()
}

#[test]
fn each_kind_of_page() {
    let site = site_at(INSTANT);
    for path in PATHS {
        let name = format!("page{}", path.replace('/', "_"));
        insta::assert_snapshot!(name, main_of(&site, path));
    }
}

#[test]
fn a_missing_page_names_what_comes_close() {
    let rendered = pages::error(&site_at(INSTANT), 404, "/skills/sqll");
    let html = String::from_utf8(rendered.body).expect("pages are UTF-8");
    assert!(html.contains("href=\"/skills/sql\""), "{html}");
}

#[test]
fn what_a_reader_asked_for_is_inert_on_an_error_page() {
    let rendered = pages::error(&site_at(INSTANT), 404, "/<script>alert(1)</script>");
    let html = String::from_utf8(rendered.body).expect("pages are UTF-8");
    assert!(!html.contains("<script>"), "{html}");
}
