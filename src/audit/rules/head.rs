//! Titles, descriptions, canonical links and languages.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;
use crate::audit::page::Page;

const TITLE: RangeInclusive<usize> = 15..=65;
const DESCRIPTION: RangeInclusive<usize> = 70..=160;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (address, _, page) in crawl.html() {
        findings.extend(of_all(address, page));
    }
    for (address, _, page) in crawl.indexed() {
        findings.extend(lengths(address, page));
        findings.extend(canonical(crawl, address, page));
    }
    let titles = |page: &Page| page.titles.first().cloned();
    findings.extend(duplicates(crawl, "title-duplicate", titles));
    let descriptions = |page: &Page| page.descriptions.first().cloned();
    findings.extend(duplicates(crawl, "description-duplicate", descriptions));
    findings
}

/// What every page needs, indexed or not.
fn of_all(address: &str, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |rule, wrong: String, right: &str| {
        findings.push(Finding::new(address, rule, wrong, right));
    };
    let titles = page.titles.iter().filter(|it| !it.is_empty()).count();
    if titles != 1 {
        let wrong = format!("the head has {titles} titles");
        find(
            "title-missing",
            wrong,
            "one that says what the page is about",
        );
    }
    let h1 = page
        .headings
        .iter()
        .filter(|(level, _)| *level == 1)
        .count();
    if h1 != 1 {
        let wrong = format!("the page has {h1} h1");
        find("h1-count", wrong, "exactly one");
    }
    if page.lang.as_deref().is_none_or(|lang| !is_language(lang)) {
        let wrong = match &page.lang {
            Some(lang) => format!("`lang` is `{lang}`"),
            None => "the html element has no `lang`".to_owned(),
        };
        find("lang-missing", wrong, "a language, as in `lang=\"en\"`");
    }
    if !page.strays.is_empty() {
        let wrong = format!("the head holds `{}`", page.strays.join("`, `"));
        find(
            "head-element",
            wrong,
            "move it into the body: search engines stop reading the head there",
        );
    }
    findings
}

/// Whether a text has the form of a language tag: `en`, `pt-BR`, `zh-Hant`.
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let is_word = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric());
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| (2..=8).contains(&part.len()) && is_word(part))
}

fn lengths(address: &str, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    let descriptions = page.descriptions.iter().filter(|it| !it.is_empty()).count();
    if descriptions != 1 {
        let wrong = format!("the head has {descriptions} descriptions");
        let right = "one that says what the page answers";
        findings.push(Finding::new(address, "description-missing", wrong, right));
    }
    let texts = [
        ("title-length", page.titles.first(), TITLE),
        ("description-length", page.descriptions.first(), DESCRIPTION),
    ];
    for (rule, text, range) in texts {
        let Some(text) = text.filter(|it| !it.is_empty()) else {
            continue;
        };
        let length = text.chars().count();
        if !range.contains(&length) {
            let wrong = format!("`{text}` has {length} characters");
            let right = format!("{} to {}", range.start(), range.end());
            findings.push(Finding::new(address, rule, wrong, right));
        }
    }
    findings
}

fn canonical(crawl: &Crawl, address: &str, page: &Page) -> Option<Finding> {
    let find = |rule, wrong: String, right: String| Some(Finding::new(address, rule, wrong, right));
    let own = crawl.home.full(address);
    let [canonical] = &page.canonicals[..] else {
        let wrong = format!("the head has {} canonical links", page.canonicals.len());
        return find("canonical-missing", wrong, format!("one, to `{own}`"));
    };
    if !canonical.contains("://") {
        let wrong = format!("the canonical link is `{canonical}`");
        return find("canonical-relative", wrong, format!("`{own}`"));
    }
    if *canonical != own
        && crawl
            .home
            .resolved("/", canonical)
            .is_none_or(|it| it.as_str() != own)
    {
        let wrong = format!("the canonical link is `{canonical}`");
        return find("canonical-other", wrong, format!("`{own}`"));
    }
    None
}

/// The same text on several pages that may be indexed.
fn duplicates(
    crawl: &Crawl,
    rule: &'static str,
    text: impl Fn(&Page) -> Option<String>,
) -> Vec<Finding> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for (address, _, page) in crawl.indexed() {
        let Some(text) = text(page).filter(|it| !it.is_empty()) else {
            continue;
        };
        match first.get(&text) {
            Some(other) => {
                let wrong = format!("`{text}` is also said of `{other}`");
                findings.push(Finding::new(address, rule, wrong, "words of its own"));
            }
            None => {
                first.insert(text, address);
            }
        }
    }
    findings
}
