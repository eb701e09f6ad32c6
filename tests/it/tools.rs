//! Tools over the real server: a query string in, a page out.

mod adverts;
mod questions;

use std::cell::RefCell;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use actix_web::dev::ServerHandle;
use career_guide::live::Sites;
use career_guide::pages;
use career_guide::site::Site;
use career_guide::web::{Assets, Renderer, Store, Web};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use scraper::{Html, Selector};

use crate::broken::INSTANT;
use crate::guide::guide;
use crate::http::client::{Client, Reply};
use crate::http::guide::listening;
use crate::load::site_at;

/// The guide of the fixtures behind a socket; stopped when dropped.
struct App {
    address: SocketAddr,
    handle: ServerHandle,
}

impl App {
    fn start() -> Self {
        Self::over(site_at(INSTANT))
    }

    fn over(site: Site) -> Self {
        let assets = Arc::new(Assets::new(Renderer::PAGES));
        let store = Arc::new(Store::new(site, Renderer::PAGES, assets));
        store.index();
        let web = Web::new(Arc::new(Sites::fixed(store)), PathBuf::from("/nowhere"));
        let (address, handle) = listening(Arc::new(web));
        App { address, handle }
    }

    fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Reply {
        Client::at(self.address).ask(method, path, headers)
    }
}

impl Drop for App {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

/// Every path that reads its query string, with parameters that it knows.
const ASKED: &[(&str, &[&str])] = &[
    ("/compare", &["roles"]),
    ("/skill-check", &["role", "level", "have"]),
    ("/plan", &["role", "level", "have", "hours", "start"]),
    (
        "/offer",
        &["role", "region", "amount", "period", "currency"],
    ),
    ("/salaries", &["role", "region", "source", "sort"]),
    ("/search", &["q", "kind"]),
];

/// Paths that only answer questions.
const UNKEPT: &[(&str, &[&str])] = &[
    ("/plan.ics", &["role", "level", "have", "hours", "start"]),
    ("/suggest", &["q"]),
];

/// A question to each that has an answer.
const QUESTIONS: &[&str] = &[
    "/compare?roles=backend-developer,site-reliability-engineer",
    "/skill-check?role=site-reliability-engineer&have=http,sql:awareness&have=nothing",
    "/plan?role=site-reliability-engineer&have=http&hours=7&start=2026-12-01",
    "/plan?role=backend-developer&level=senior&hours=0&start=soon",
    "/offer?role=backend-developer&region=us&amount=150k",
    "/offer?role=backend-developer&region=us&amount=1e9&period=hour",
    "/salaries?role=backend-developer&source=official&sort=highest",
    "/salaries?role=nobody",
    "/plan.ics?role=site-reliability-engineer&have=http&hours=7&start=2026-12-01",
    "/search?q=sql&kind=skill",
    "/search?q=bakend+enginer",
    "/search?q=xqzzt",
];

#[test]
fn an_answer_is_nobody_elses_affair() {
    let app = App::start();
    for path in QUESTIONS {
        let reply = app.ask("GET", path, &["Accept-Encoding: gzip, br"]);
        assert_eq!(reply.status, 200, "{path}");
        let is_page = reply.header("content-type").starts_with("text/html");
        for (name, value) in [
            ("cache-control", "private, max-age=60"),
            ("x-robots-tag", "noindex"),
            ("referrer-policy", "no-referrer"),
            ("content-encoding", "gzip"),
            ("vary", "Accept-Encoding"),
        ] {
            assert_eq!(reply.header(name), value, "{path}: {name}");
            assert_eq!(reply.count(name), 1, "{path}: {name}");
        }
        let html = reply.decoded();
        if is_page {
            assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
            assert!(!html.contains("rel=\"canonical\""), "{path}");
        }
        let plain = app.ask("GET", path, &[]);
        assert_eq!(plain.decoded(), html, "{path}");
        let head = app.ask("HEAD", path, &[]);
        assert_eq!(
            (head.status, head.sorted()),
            (200, plain.sorted()),
            "{path}"
        );
        assert!(head.body.is_empty(), "{path}");
        let tag = format!("If-None-Match: {}", plain.header("etag"));
        assert_eq!(app.ask("GET", path, &[&tag]).status, 304, "{path}");
        let other = app.ask("GET", &path.replacen('?', "?utm_source=x&", 1), &[]);
        assert_eq!(other.body, plain.body, "{path}");
    }
}

#[test]
fn who_asks_nothing_gets_what_is_kept() {
    let app = App::start();
    for (path, _) in ASKED {
        let kept = app.ask("GET", path, &[]);
        assert_eq!(kept.status, 200, "{path}");
        assert!(kept.header("cache-control").starts_with("public"), "{path}");
        assert_eq!(kept.count("x-robots-tag"), 0, "{path}");
        for query in ["?", "?utm_source=x", "?&&=1&%ff"] {
            let reply = app.ask("GET", &format!("{path}{query}"), &[]);
            assert_eq!(reply.header("etag"), kept.header("etag"), "{path}{query}");
        }
        let moved = app.ask("GET", &format!("{}/?a=b", path.to_uppercase()), &[]);
        assert_eq!(moved.header("location"), format!("{path}?a=b"));
    }
}

#[test]
fn a_calendar_needs_a_role_and_a_day() {
    let app = App::start();
    let whole = "role=backend-developer&start=2026-12-01";
    for (query, status) in [
        (whole, 200),
        ("", 404),
        ("role=backend-developer", 404),
        ("role=nobody&start=2026-12-01", 404),
        ("role=backend-developer&start=2026-12-32", 404),
    ] {
        let reply = app.ask("GET", &format!("/plan.ics?{query}"), &[]);
        assert_eq!(reply.status, status, "{query}");
    }
    let reply = app.ask("GET", &format!("/plan.ics?{whole}"), &[]);
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    let text = reply.decoded();
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
}

#[test]
fn more_than_anybody_means_is_refused() {
    let app = App::start();
    for (path, _) in ASKED.iter().filter(|(path, _)| *path != "/search") {
        for query in ["x".repeat(9000), "a=b&".repeat(201)] {
            let reply = app.ask("GET", &format!("{path}?{query}"), &[]);
            assert_eq!(reply.status, 400, "{path}");
        }
    }
}

#[test]
fn what_a_person_types_is_cut_and_never_refused() {
    let app = App::start();
    for query in [
        format!("q={}", "sql ".repeat(2500).replace(' ', "+")),
        format!("q={}", "%C3%A9".repeat(3000)),
        format!("q=sql&{}", "a=b&".repeat(300)),
        "q=%00%ff%1b%E2%80%AE".to_owned(),
        "q=%22%22%22".to_owned(),
        "q=%2B%23.-".to_owned(),
        "q=sql&q=other&kind=nothing".to_owned(),
        "kind=skill".to_owned(),
    ] {
        let page = app.ask("GET", &format!("/search?{query}"), &[]);
        assert_eq!(page.status, 200, "{query}");
        assert!(page.decoded().contains("<h1>Search</h1>"), "{query}");
        let suggestions = app.ask("GET", &format!("/suggest?{query}"), &[]);
        assert_eq!(suggestions.status, 200, "{query}");
    }
}

#[test]
fn suggestions_are_json() {
    let app = App::start();
    let reply = app.ask("GET", "/suggest?q=site+rel", &[]);
    assert_eq!(
        reply.header("content-type"),
        "application/json; charset=utf-8"
    );
    assert_eq!(reply.header("x-robots-tag"), "noindex");
    let found: serde_json::Value = serde_json::from_str(&reply.decoded()).unwrap();
    assert_eq!(found[0]["path"], "/roles/site-reliability-engineer");
    assert_eq!(found[0]["kind"], "Role");
    assert!(found[0]["title"].is_string());
    for nothing in ["/suggest", "/suggest?q=", "/suggest?q=xqzzt"] {
        assert_eq!(app.ask("GET", nothing, &[]).decoded(), "[]", "{nothing}");
    }
}

/// The words of each answer, as `pages::` keeps those of pages.
#[test]
fn answers_say_what_they_said() {
    let app = App::start();
    for path in QUESTIONS {
        let text = app.ask("GET", path, &[]).decoded();
        let html = Html::parse_document(&text);
        let main = html.select(&Selector::parse("main").unwrap()).next();
        let said = main.map_or(text, |main| main.inner_html());
        let name: String = path
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '_' })
            .collect();
        insta::assert_snapshot!(format!("tool{name}"), said);
    }
}

/// Heavy questions over the guide of the repository: HTML and style as a browser gets them first.
#[test]
fn a_first_visit_fits_one_window() {
    const WINDOW: usize = 14 * 1024;
    let app = App::over(guide().clone());
    let style = pages::assets()
        .into_iter()
        .find(|asset| asset.path.ends_with(".css"))
        .unwrap();
    let gzip = ["Accept-Encoding: gzip"];
    let style = app.ask("GET", &style.path, &gzip).body.len();
    for path in [
        "/compare?roles=backend-developer,devops-engineer,data-engineer",
        "/skill-check?role=platform-engineer&level=senior&have=linux,git,sql,docker:awareness",
        "/plan?role=platform-engineer&level=senior&start=2026-12-01",
        "/offer?role=backend-developer&region=us&amount=150k",
        "/salaries?sort=highest",
        "/decode",
    ] {
        let page = app.ask("GET", path, &gzip);
        assert_eq!(page.status, 200, "{path}");
        let visit = page.body.len() + style;
        assert!(
            visit <= WINDOW,
            "{path}: {visit} bytes, {style} of them style"
        );
    }
}

/// Values that mean something to one tool or another, and some that mean nothing to any.
fn value() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "backend-developer",
        "site-reliability-engineer",
        "sql",
        "sql:working",
        "git:expert",
        "http:none",
        "us",
        "senior",
        "entry",
        "0",
        "-1",
        "10",
        "1e308",
        "NaN",
        "99999999999999999999",
        "2026-12-01",
        "9999-12-31",
        "-9999-01-01",
        "year",
        "USD",
        "survey",
        "%3Cscript%3E",
        "%22%3E%E2%80%A8%7B%7B",
        "a:b:c",
        ":",
        ",",
    ]);
    prop_oneof![
        4 => known.prop_map(str::to_owned),
        1 => "[!-~&&[^#\"<>\\\\^`{|}]]{0,12}",
        1 => "(%[0-9a-f]{2}){0,6}",
    ]
}

#[test]
fn no_query_makes_a_tool_fail() {
    let app = App::start();
    for (path, names) in [ASKED, UNKEPT].concat() {
        let names = [names, &["zzz", "%00"]].concat();
        let pair = (prop::sample::select(names), value());
        let pairs = prop::collection::vec(pair, 0..12);
        let client = RefCell::new(Client::at(app.address));
        let config = ProptestConfig {
            cases: 150,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let outcome = TestRunner::new(config).run(&pairs, |pairs| {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let asked = format!("{path}?{}", pairs.join("&"));
            let reply = client.borrow_mut().ask_on("GET", &asked, &[]);
            prop_assert!(
                [200, 308, 400, 404].contains(&reply.status),
                "{} {asked}",
                reply.status
            );
            let text = reply.decoded();
            prop_assert!(!text.contains("<script>"), "{asked}");
            Ok(())
        });
        outcome.unwrap();
    }
}
