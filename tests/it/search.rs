//! The search of the real content: what real questions find, and what no question may do.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use career_guide::pages::{self, SearchAsked};
use career_guide::search::{Index, MOST_HITS, MOST_SUGGESTIONS};
use career_guide::site::{Address, Findings, HitKind, Kind, Suggestion};
use proptest::prelude::*;
use scraper::{Html, Selector};
use serde::Deserialize;

use crate::guide::guide;

fn index() -> &'static Index {
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(guide()));
    &INDEX
}

fn search(question: &str) -> Findings {
    index().search(guide(), question, None)
}

/// The first path that a question finds.
fn first(question: &str) -> String {
    let found = search(question);
    found
        .hits
        .first()
        .map_or_else(String::new, |hit| hit.path.clone())
}

fn page(question: &str, found: Option<&Findings>) -> String {
    let asked = SearchAsked {
        question,
        kind: None,
    };
    let rendered = pages::search(guide(), asked, found);
    String::from_utf8(rendered.body).expect("pages are UTF-8")
}

#[derive(Deserialize)]
struct Questions {
    question: Vec<Question>,
}

#[derive(Deserialize)]
struct Question {
    ask: String,
    answers: Vec<String>,
}

impl Question {
    /// Where the first answer stands among the hits.
    fn place(&self) -> Option<usize> {
        search(&self.ask)
            .hits
            .iter()
            .position(|hit| self.accepts(&hit.path))
    }

    /// Whether a hit answers: a path without a fragment accepts any section of its page.
    fn accepts(&self, path: &str) -> bool {
        let page = path.split('#').next().unwrap_or(path);
        self.answers
            .iter()
            .any(|answer| answer == path || answer == page)
    }
}

#[test]
fn real_questions_are_answered_first() {
    let questions: Questions =
        toml::from_str(include_str!("../fixtures/questions.toml")).expect("a list of questions");
    let questions = questions.question;
    let (mut first, mut early, mut missed) = (0, 0, String::new());
    for question in &questions {
        let place = question.place();
        first += usize::from(place == Some(0));
        early += usize::from(place.is_some_and(|place| place < 3));
        if place != Some(0) {
            missed += &format!("\n{:?}: at {place:?}", question.ask);
        }
    }
    let count = questions.len();
    assert!(count >= 80, "{count} questions");
    assert!(
        first * 100 >= count * 90,
        "{first} of {count} first{missed}"
    );
    assert!(
        early * 100 >= count * 98,
        "{early} of {count} among the first three{missed}"
    );
}

#[test]
fn every_answer_of_the_questions_exists() {
    let questions: Questions =
        toml::from_str(include_str!("../fixtures/questions.toml")).expect("a list of questions");
    let answers = questions
        .question
        .iter()
        .flat_map(|question| &question.answers);
    for answer in answers {
        let path = answer.split(['#', '?']).next().unwrap_or(answer);
        let address = Address::parse(path);
        let is_there = address.is_some_and(|address| pages::render(guide(), &address).is_some());
        assert!(is_there, "{answer}");
    }
}

/// Whatever is found leads to a place that is there.
#[test]
fn hits_lead_to_places_that_exist() {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for question in [
        "backend developer",
        "sql",
        "junior senior levels",
        "interview questions",
        "pay germany",
        "hours to learn",
        "practise project",
        "common mistakes",
        "promotion rung",
        "employers",
        "ways out",
        "fork manager expert",
        "on call",
        "skip test",
        "close roles",
    ] {
        for kind in HitKind::ALL {
            for hit in index().search(guide(), question, Some(kind)).hits {
                assert_eq!(
                    hit.kind,
                    if hit.path.contains('?') {
                        HitKind::Overview
                    } else {
                        kind
                    }
                );
                let (path, fragment) = hit.path.split_once('#').unwrap_or((&hit.path, ""));
                let ids = ids.entry(path.to_owned()).or_insert_with(|| ids_of(path));
                assert!(
                    fragment.is_empty() || ids.contains(fragment),
                    "{}",
                    hit.path
                );
            }
        }
    }
}

fn ids_of(path: &str) -> BTreeSet<String> {
    let address = Address::parse(path.split('?').next().unwrap_or(path)).expect(path);
    let rendered = pages::render(guide(), &address).expect(path);
    let html = Html::parse_document(&String::from_utf8(rendered.body).expect("UTF-8"));
    let all = Selector::parse("[id]").expect("a selector");
    let ids = html.select(&all).filter_map(|element| element.attr("id"));
    ids.map(str::to_owned).collect()
}

#[test]
fn names_are_found_however_they_are_written() {
    for (path, questions) in [
        (
            "/skills/csharp",
            &["C#", "c #", ".NET", "dotnet", "ASP.NET Core", "C Sharp"][..],
        ),
        (
            "/skills/nodejs",
            &["Node.js", "nodejs", "NODE JS", "node.JS"],
        ),
        ("/skills/ci-cd", &["CI/CD", "ci cd", "cicd", "ci-cd"]),
        (
            "/glossary/n-plus-one",
            &["N+1", "n+1 queries", "N + 1 problem", "select n+1"],
        ),
        (
            "/skills/postgresql",
            &["PostgreSQL", "postgres", "Postgresq", "POSTGRES", "postgré"],
        ),
        (
            "/roles/full-stack-developer",
            &["full stack developer", "Fullstack developer"],
        ),
        (
            "/glossary/race-condition",
            &["\"race condition\"", "race conditions", "race condtion"],
        ),
    ] {
        for question in questions {
            assert_eq!(first(question), path, "{question}");
        }
    }
}

#[test]
fn a_phrase_in_quotes_stands_word_by_word() {
    let loose = search("two people pay each other");
    let strict = search("\"two people pay each other\"");
    assert_eq!(strict.total, 1, "{:?}", strict.hits);
    assert!(loose.total > strict.total);
    assert!(search("\"people two pay each\"").hits.is_empty());
}

#[test]
fn a_misspelt_question_is_answered_and_corrected() {
    for (asked, meant) in [
        ("kubernetis", Some("kubernetes")),
        ("Pyhton testing", Some("python testing")),
        ("what is idempotenzy", Some("what is idempotency")),
        ("kubernetes", None),
        ("kuber", None),
        ("backend devloper", None),
    ] {
        let found = search(asked);
        assert_eq!(found.meant.as_deref(), meant, "{asked}");
        assert!(!found.hits.is_empty(), "{asked}");
    }
}

#[test]
fn an_answer_can_be_narrowed_to_a_kind() {
    let all = search("kubernetes");
    let skill = HitKind::Document(Kind::Skill);
    let narrow = index().search(guide(), "kubernetes", Some(skill));
    assert!(all.kinds.len() > 3 && all.kinds == narrow.kinds);
    let counted = all.kinds.iter().find(|(kind, _)| *kind == skill);
    assert_eq!(counted, Some(&(skill, narrow.total)));
    assert!(narrow.hits.iter().all(|hit| hit.kind == skill));
    assert_eq!(
        all.total,
        all.kinds.iter().map(|(_, count)| count).sum::<usize>()
    );
}

#[test]
fn a_page_is_found_once_unless_its_sections_answer_clearly_better() {
    for question in ["backend developer", "sql", "career path senior"] {
        let found = search(question);
        assert!(found.hits.len() <= MOST_HITS);
        let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
        for hit in &found.hits {
            *pages
                .entry(hit.path.split('#').next().unwrap_or_default())
                .or_default() += 1;
        }
        assert!(
            pages.values().all(|count| *count <= 3),
            "{question}: {pages:?}"
        );
    }
}

#[test]
fn what_cannot_be_found_is_told_with_ways_on() {
    for question in ["xqzzt", "???", "+++", "\"\"", "   .", "🦀"] {
        let found = search(question);
        assert!(found.hits.is_empty(), "{question}: {:?}", found.hits);
        let html = page(question, Some(&found));
        assert!(
            html.contains("Nothing in the guide answers this"),
            "{question}"
        );
        assert!(html.contains("href=\"/roles\""), "{question}");
    }
}

#[test]
fn until_the_index_is_made_the_page_says_so() {
    let html = page("sql", None);
    assert!(html.contains("The search is being prepared") && html.contains("href=\"/skills\""));
}

#[test]
fn suggestions_fit_what_has_been_typed() {
    for (typed, title) in [
        ("kub", "Kubernetes"),
        ("kubernetes", "Kubernetes"),
        ("backend dev", "Backend developer"),
        ("postg", "PostgreSQL"),
        ("salaries ger", "Backend developer pay in Germany"),
        ("how to bec", "How to become a backend developer"),
        ("c#", "C# and .NET"),
    ] {
        let found = index().suggest(typed);
        let titles: Vec<&str> = found.iter().map(|it| it.title.as_str()).collect();
        assert!(
            titles.iter().take(3).any(|it| *it == title),
            "{typed}: {titles:?}"
        );
        assert!(found.len() <= MOST_SUGGESTIONS);
        let paths: BTreeSet<&String> = found.iter().map(|it: &Suggestion| &it.path).collect();
        assert_eq!(paths.len(), found.len(), "{typed}: {titles:?}");
    }
    assert!(index().suggest("").is_empty());
}

#[test]
fn what_was_asked_is_shown_and_never_run() {
    for attack in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=x>",
        "{{ 7*7 }}",
        "sql\u{2028}",
    ] {
        let html = page(attack, Some(&search(attack)));
        assert!(
            !html.contains("<script>") && !html.contains("<img"),
            "{html}"
        );
        let value = Selector::parse("#q").expect("a selector");
        let shown = Html::parse_document(&html);
        let shown = shown
            .select(&value)
            .next()
            .and_then(|it| it.attr("value").map(str::to_owned));
        assert_eq!(shown.as_deref(), Some(attack));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text has an answer, whose text is escaped.
    #[test]
    fn any_question_has_an_answer(question in "\\PC{0,60}|[a-c \"'<>&#+./-]{0,60}|(sql|pay|<b>|\"|é| ){0,20}") {
        let found = search(&question);
        let html = page(&question, Some(&found));
        prop_assert!(!html.contains("<b>") && !html.contains("<script>"));
        index().suggest(&question);
    }
}
