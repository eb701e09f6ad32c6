//! What `audit` finds: in made-up guides that break one rule each, and in the guide of the repository.

mod cases;
mod made;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use career_guide::audit::{self, Level, MOST_ADDRESSES, Origin, RULES};
use career_guide::content;
use career_guide::live::Sites;
use career_guide::web::{Assets, Renderer, Store, Web};

use crate::cli::ended;
use crate::guide::REVIEWED;
use crate::http::guide::listening;
use cases::cases;
use made::{Made, TODAY};

fn found(made: Made, level: Level, most: usize) -> BTreeSet<(&'static str, String)> {
    let origin = made.serve();
    let now = TODAY.parse().expect("an instant");
    let audit = audit::audit(&origin, now, most).expect("it answers");
    let findings = audit.findings.into_iter();
    let findings = findings.filter(|finding| finding.level == level);
    findings
        .map(|finding| (finding.rule, finding.address))
        .collect()
}

#[test]
fn a_guide_that_keeps_all_rules_is_told_nothing() {
    for level in [Level::Error, Level::Note] {
        assert_eq!(found(Made::sound(), level, MOST_ADDRESSES), BTreeSet::new());
    }
}

#[test]
fn each_broken_rule_is_told_and_nothing_else() {
    let mut wrong = Vec::new();
    for (name, expected, breaks) in cases() {
        let mut made = Made::sound();
        breaks(&mut made);
        let found = found(made, Level::Error, MOST_ADDRESSES);
        let expected = expected
            .iter()
            .map(|(rule, address)| (*rule, (*address).to_owned()));
        let expected: BTreeSet<_> = expected.collect();
        if found != expected {
            wrong.push(format!("{name}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_broken_somewhere() {
    let named = cases().flat_map(|(_, expected, _)| expected.iter().map(|(rule, _)| *rule));
    let mut named: BTreeSet<&str> = named.collect();
    // Broken in a test of its own.
    named.insert("crawl-limit");
    let rules: BTreeSet<&str> = RULES.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(named, rules);
}

#[test]
fn what_is_not_crawled_is_told() {
    let limit = ("crawl-limit", "/".to_owned());
    assert!(found(Made::sound(), Level::Error, 3).contains(&limit));
}

#[test]
fn a_page_of_more_than_a_first_answer_is_noted() {
    let mut made = Made::sound();
    let long = format!("{}</main>", made::words("long", 2500));
    made.edit("/first", "</main>", &long);
    let expected = BTreeSet::from([("weight", "/first".to_owned())]);
    assert_eq!(found(made, Level::Note, MOST_ADDRESSES), expected);
}

#[test]
fn the_guide_keeps_all_rules() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let now = REVIEWED.parse().expect("an instant");
    let site = content::load(&folder, now)
        .expect("content/ is readable")
        .site;
    let assets = Arc::new(Assets::new(Renderer::PAGES));
    let store = Store::new(site.expect("a guide"), Renderer::PAGES, assets);
    let web = Web::new(
        Arc::new(Sites::fixed(Arc::new(store))),
        folder.join("assets"),
    );
    let (address, handle) = listening(Arc::new(web));
    let origin: Origin = format!("http://{address}").parse().expect("an origin");
    let audit = audit::audit(&origin, now, MOST_ADDRESSES).expect("it answers");
    drop(handle.stop(false));
    let told = audit.findings.iter().filter(|it| it.level == Level::Error);
    let told: Vec<String> = told
        .map(|it| format!("{}: {}: {}; {}", it.address, it.rule, it.wrong, it.right))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(audit.pages > 300, "{} pages", audit.pages);
}

#[test]
fn the_command_says_with_its_exit_code_what_it_found() {
    let sound = Made::sound().serve().at("");
    let mut made = Made::sound();
    made.edit("/first", " lang=\"en\"", "");
    let broken = made.serve().at("");
    let line = "/first: lang-missing: the html element has no `lang`; right is: a language";
    let json = "{\"address\":\"/first\",\"rule\":\"lang-missing\",\"level\":\"error\",";
    for (arguments, code, out, err) in [
        (&["--address", &sound][..], 0, "4 pages, ", ""),
        (&["--address", &sound, "--format", "json"], 0, "", ""),
        (&["--address", &broken], 1, line, ""),
        (&["--address", &broken, "--format", "json"], 1, json, ""),
        (
            &["--address", "http://127.0.0.1:9"],
            2,
            "",
            "cannot crawl `http://127.0.0.1:9/`",
        ),
        (
            &["--address", "https://made.example"],
            2,
            "",
            "http://127.0.0.1:8080",
        ),
        (
            &["--address", "http://made.example/roles"],
            2,
            "",
            "without a path",
        ),
        (&["--content", "/nowhere"], 2, "", "/nowhere"),
    ] {
        let (found, stdout, stderr) = ended(&[&["audit"], arguments].concat());
        assert_eq!(found, Some(code), "{arguments:?}: {stdout}{stderr}");
        assert!(stdout.contains(out), "{arguments:?}: {stdout}");
        assert!(stderr.contains(err), "{arguments:?}: {stderr}");
        assert!(code == 2 || stderr.is_empty(), "{arguments:?}: {stderr}");
    }
}
