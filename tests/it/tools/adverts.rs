//! Adverts read by word list, as values and over the real server.

use std::time::{Duration, Instant};

use career_guide::site::{Fact, Found, Need, Site};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::App;
use crate::broken::INSTANT;
use crate::guide::guide;
use crate::http::client::{Client, Reply};
use crate::load::site_at;

const ADVERT: &str = "Senior Backend Engineer, Payments\n\
    Utrecht, hybrid\n\n\
    Requirements:\n\
    - 5+ years of experience with Java or Kotlin\n\
    - SQL and PostgreSQL; Kafka, Kubernetes\n\
    - C# or .NET is a plus\n\n\
    Nice to have:\n\
    - Go, Terraform, C++\n\n\
    Benefits:\n\
    - Go the extra mile with us. Competitive salary.\n\
    - The rest is up to you; we helm the ship.\n";

fn read(site: &Site, text: &str) -> Vec<(String, Option<Need>)> {
    let skills = site.read_advert(text).skills.into_iter();
    skills
        .map(|named| (named.skill.id.clone(), named.weight.need()))
        .collect()
}

#[test]
fn an_advert_is_read_by_word_list() {
    let site = guide();
    let advert = site.read_advert(ADVERT);
    let skills = read(site, ADVERT);
    for (skill, need) in [
        ("java", Need::Must),
        ("sql", Need::Must),
        ("postgresql", Need::Must),
        ("queues-and-kafka", Need::Must),
        ("kubernetes", Need::Must),
        ("csharp", Need::Nice),
        ("go", Need::Nice),
        ("infrastructure-as-code", Need::Nice),
    ] {
        assert!(
            skills.contains(&(skill.to_owned(), Some(need))),
            "{skill}: {skills:?}"
        );
    }
    assert_eq!(skills.len(), 8, "{skills:?}");
    assert_eq!(advert.unknown, ["Kotlin", "C++"]);
    assert_eq!(
        advert.roles.first().expect("a role").id,
        "backend-developer"
    );
    assert_eq!(advert.level.meant().expect("a level").as_str(), "senior");
    assert_eq!(advert.level.years, Some(5));
    let told: Vec<Fact> = advert
        .facts
        .iter()
        .filter(|(_, told)| told.is_some())
        .map(|(fact, _)| *fact)
        .collect();
    assert_eq!(told, [Fact::Place]);
}

#[test]
fn names_that_are_words_are_told_from_names() {
    let site = guide();
    for (text, expected) in [
        ("Go to our site.", vec![]),
        ("We go beyond.", vec![]),
        ("Our go-to-market team, Go-to-market", vec![]),
        ("Go", vec!["go"]),
        ("- Go\n- Rust", vec!["go", "rust"]),
        ("Go, Java", vec!["go", "java"]),
        ("written in Go to last", vec!["go"]),
        ("the rest of the team", vec![]),
        ("REST", vec!["rest-apis"]),
        ("JavaScript", vec!["nodejs"]),
        ("Java", vec!["java"]),
        ("C#", vec!["csharp"]),
        ("C++", vec![]),
        ("C", vec![]),
        ("example.net", vec![]),
        (".NET", vec!["csharp"]),
        ("ASP.NET", vec!["csharp"]),
        ("MySQL", vec!["mysql"]),
        ("NoSQL", vec![]),
        ("webhook", vec!["third-party-integration"]),
        ("Linux", vec!["linux"]),
        ("gitter, digital, legit", vec![]),
        ("Sqlé", vec![]),
    ] {
        let skills: Vec<String> = read(site, text)
            .into_iter()
            .map(|(skill, _)| skill)
            .collect();
        assert_eq!(skills, expected, "{text}");
    }
}

#[test]
fn any_text_is_read_in_pieces_that_make_it_up() {
    let site = site_at(INSTANT);
    let word = prop::sample::select(vec![
        "SQL",
        "sql",
        "HTTP",
        "Backend developer",
        "C#",
        ".NET",
        "Go",
        "years",
        "5+",
        "3-5",
        "must",
        "a plus",
        "Requirements:",
        "Nice to have",
        "\n",
        "\n- ",
        " ",
        ". ",
        "; ",
        "£",
        "50k",
        "kr",
        "é",
        "ß",
        "\u{202e}",
        "İ",
        "ſ",
        "K",
        "😀",
        "senior",
        "of",
        "experience",
    ]);
    let text = prop_oneof![
        prop::collection::vec(word, 0..60).prop_map(|words| words.join(" ")),
        prop::collection::vec(any::<char>(), 0..80).prop_map(|chars| chars.into_iter().collect()),
    ];
    let config = ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let outcome = TestRunner::new(config).run(&text, |text: String| {
        let mut end = 0;
        for find in site.read_advert(&text).finds {
            prop_assert!(
                find.at.start >= end && find.at.end > find.at.start,
                "{text:?}"
            );
            prop_assert!(text.get(find.at.clone()).is_some(), "{text:?}");
            if let Found::Skill(skill, _) = find.what {
                prop_assert!(site.skills.get(&skill.id).is_some());
            }
            end = find.at.end;
        }
        Ok(())
    });
    outcome.expect("no text is misread");
}

/// Generous: a machine that is busy with other tests must pass, and a quadratic reading must not.
#[test]
fn the_worst_adverts_are_read_in_time() {
    let site = guide();
    for piece in [
        "Go ",
        "SQL",
        "a. ",
        "\n",
        "$ ",
        "1",
        "1 years of ",
        "must ",
        "C# ",
        "kr 1",
        "REST ",
        "é",
        "AB ",
    ] {
        let text = piece.repeat(20_000 / piece.len());
        let started = Instant::now();
        site.read_advert(&text);
        let took = started.elapsed();
        assert!(took < Duration::from_secs(5), "{piece:?}: {took:?}");
    }
}

fn form(text: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("text", text)
        .finish()
}

fn post(app: &App, headers: &[&str], body: &str) -> Reply {
    Client::at(app.address).post("/decode", headers, body)
}

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

#[test]
fn an_advert_is_answered_and_nothing_of_it_is_kept() {
    let app = App::start();
    let reply = post(
        &app,
        &[FORM],
        &form("You must know SQL.\r\n<script>alert(1)</script></textarea>&{{"),
    );
    assert_eq!(reply.status, 200);
    for (name, value) in [
        ("cache-control", "no-store"),
        ("x-robots-tag", "noindex"),
        ("referrer-policy", "no-referrer"),
        ("content-type", "text/html; charset=utf-8"),
    ] {
        assert_eq!(reply.header(name), value, "{name}");
    }
    let text = reply.decoded();
    assert!(
        text.contains("<mark>SQL</mark> <small>must</small>"),
        "{text}"
    );
    assert!(
        !text.contains("<script>") && !text.contains("</textarea>&"),
        "{text}"
    );
    assert_eq!(text.matches("</textarea>").count(), 1);
    let empty = post(&app, &[FORM], "text=+&x=1");
    assert_eq!(empty.status, 200);
    let kept = app.ask("GET", "/decode?text=SQL", &[]);
    assert!(
        !kept.decoded().contains("<mark>"),
        "an address holds no advert"
    );
}

#[test]
fn what_is_no_form_is_refused() {
    let app = App::start();
    let long = form(&"x".repeat(20_001));
    let longer = "x".repeat(70_000);
    let many = "a=b&".repeat(300);
    for (headers, body, status) in [
        (vec![FORM], form("SQL").as_str(), 200),
        (
            vec!["Content-Type: APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8"],
            "text=SQL",
            200,
        ),
        (vec![FORM], &form(&"x".repeat(20_000)), 200),
        (vec![FORM], &form(&"é".repeat(10_000)), 200),
        (vec![FORM], &long, 413),
        (vec![FORM], &longer, 413),
        (vec![FORM], &many, 400),
        (vec![FORM], "%ff%00=%&text=%ff%00", 200),
        (vec![], "text=SQL", 415),
        (
            vec!["Content-Type: multipart/form-data; boundary=x"],
            "--x--",
            415,
        ),
        (vec!["Content-Type: application/json"], "{}", 415),
        (vec![FORM, "Content-Encoding: gzip"], "text=SQL", 415),
    ] {
        let reply = post(&app, &headers, body);
        assert_eq!(reply.status, status, "{headers:?} {}", body.len());
        let html = reply.decoded();
        assert!(html.contains("<h1>"), "{headers:?}");
    }
    let many = format!("{:x}\r\n{}\r\n0\r\n\r\n", longer.len(), longer);
    let chunked =
        Client::at(app.address).post_as("/decode", &[FORM, "Transfer-Encoding: chunked"], &many);
    assert_eq!(chunked.status, 413);
}

#[test]
fn only_the_form_is_sent_to() {
    let app = App::start();
    for (path, allowed, status) in [
        ("/decode", "GET, HEAD, POST, OPTIONS", 204),
        ("/compare", "GET, HEAD, OPTIONS", 204),
    ] {
        let reply = app.ask("OPTIONS", path, &[]);
        assert_eq!(
            (reply.status, reply.header("allow")),
            (status, allowed),
            "{path}"
        );
    }
    let refused = app.ask("PUT", "/decode", &[]);
    assert_eq!(
        (refused.status, refused.header("allow")),
        (405, "GET, HEAD, POST, OPTIONS")
    );
    let refused = Client::at(app.address).post("/compare", &[FORM], "roles=x");
    assert_eq!(
        (refused.status, refused.header("allow")),
        (405, "GET, HEAD, OPTIONS")
    );
}
