//! The guide while it is being written.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(
    clippy::disallowed_methods,
    reason = "a test may wait: no worker sleeps with it"
)]

use std::fs;
use std::io::{BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::http::client::Client;
use crate::serving::{PATIENCE, Serving, name, site};

/// The body of a page.
fn body(serving: &Serving, path: &str) -> String {
    let reply = Client::at(serving.address).ask("GET", path, &[]);
    String::from_utf8(reply.body).unwrap()
}

/// Waits until a page holds, or no longer holds, some words.
fn wait(serving: &Serving, path: &str, words: &str, there: bool) {
    let end = Instant::now() + PATIENCE;
    while body(serving, path).contains(words) != there {
        assert!(Instant::now() < end, "{path}: {words:?} there: {there}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    fs::write(path, text.replace(from, to)).unwrap();
}

/// The next report of the stream of events.
fn report(events: &mut impl std::io::BufRead) -> serde_json::Value {
    loop {
        let mut line = String::new();
        assert!(
            events.read_line(&mut line).unwrap() > 0,
            "the stream has ended"
        );
        if let Some(data) = line.strip_prefix("data: ") {
            return serde_json::from_str(data).unwrap();
        }
    }
}

fn events(serving: &Serving) -> impl std::io::BufRead + use<> {
    let mut stream = TcpStream::connect(serving.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let head = "GET /_editor/events HTTP/1.1\r\nHost: guide.example\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    BufReader::new(stream)
}

#[test]
fn a_change_is_shown_and_a_bad_file_keeps_its_last_good_version() {
    let folder = site(None);
    let serving = Serving::start(&["--content", name(&folder), "--watch"]);
    let mut events = events(&serving);
    let first = report(&mut events);
    assert_eq!(first["problems"], serde_json::json!([]));
    edit(
        folder.path(),
        "skills/sql.md",
        "title = \"SQL\"",
        "title = \"SQL, edited\"",
    );
    let second = report(&mut events);
    assert!(second["number"].as_u64() > first["number"].as_u64());
    let page = body(&serving, "/skills/sql");
    assert!(page.contains("SQL, edited"));
    // A page that was drawn before the newest report finds out as soon as it listens.
    let number = format!("data-report=\"{}\"", second["number"]);
    assert!(page.contains(&number), "{number}: {page}");

    edit(
        folder.path(),
        "skills/sql.md",
        "\"published\"",
        "\"publised\"",
    );
    let third = report(&mut events);
    let problem = &third["problems"][0];
    assert_eq!(problem["code"], "fm-value");
    assert_eq!(problem["place"], "skills/sql.md:4:10");
    assert!(
        problem["drawn"].as_str().unwrap().contains("^^^"),
        "{problem}"
    );
    assert!(
        body(&serving, "/skills/sql").contains("SQL, edited"),
        "the last good version"
    );
    assert!(body(&serving, "/_editor").contains("publised"));

    fs::write(folder.path().join("skills/sql.md"), [0xff, 0xfe, b'+']).unwrap();
    assert_eq!(report(&mut events)["problems"][0]["code"], "file-encoding");
    assert!(
        body(&serving, "/skills/sql").contains("SQL, edited"),
        "the last good version"
    );

    fs::remove_file(folder.path().join("glossary/on-call.md")).unwrap();
    report(&mut events);
    assert_eq!(serving.status("/glossary/on-call"), 404);
    assert_eq!(serving.end().0, Some(0));
}

#[test]
fn drafts_are_shown_to_editors_only_and_readers_get_no_desk() {
    let folder = site(None);
    edit(
        folder.path(),
        "glossary/api.md",
        "\"published\"",
        "\"draft\"",
    );
    let content = ["--content", name(&folder), "--lenient"];
    let editors = Serving::start(&[&content[..], &["--watch", "--drafts", "--poll"]].concat());
    assert_eq!(editors.status("/glossary/api"), 200);
    assert!(body(&editors, "/_editor").contains("is a draft"));
    assert!(body(&editors, "/glossary/api").contains("/_editor/desk.js"));
    edit(folder.path(), "glossary/api.md", "API", "Interface");
    wait(&editors, "/glossary/api", "Interface", true);

    let readers = Serving::start(&content);
    assert_eq!(readers.status("/glossary/api"), 404);
    for path in ["/_editor", "/_editor/events", "/_editor/desk.js"] {
        assert_eq!(readers.status(path), 404, "{path}");
    }
    assert!(!body(&readers, "/").contains("_editor"));
}

#[test]
fn the_desk_shows_what_each_document_lacks_and_opens_its_file() {
    let folder = site(None);
    let (role, old) = (
        "roles/site-reliability-engineer.md",
        "salaries/oews-2024.toml",
    );
    edit(folder.path(), role, "## Outlook", "### Outlook");
    edit(folder.path(), role, "\"published\"", "\"draft\"");
    edit(
        folder.path(),
        old,
        "good_until = 20",
        "good_until = 2025-01-01 # 20",
    );
    let editor = ["--editor", "edit:{path}:{line}"];
    let content = ["--content", name(&folder), "--watch", "--drafts"];
    let serving = Serving::start(&[&content[..], &editor].concat());
    let desk = body(&serving, "/_editor");
    let root = folder.path().canonicalize().unwrap();
    for file in [role, old, "skills/sql.md"] {
        let link = format!(
            "<a href=\"edit:{}:1\">{file}</a>",
            root.join(file).display()
        );
        assert!(desk.contains(&link), "{link}: {desk}");
    }
    for words in [
        "<td>is a draft</td>",
        "lacks Outlook",
        "<a href=\"/roles/site-reliability-engineer\">",
        "<a href=\"/figures/oews-2024\">",
        "<td>1 Jan 2025</td>",
        "<td>published, stale</td>",
        "<dt>draft</dt><dd>1 document</dd>",
        "<dt>Sections missing</dt><dd>in 1 document</dd>",
    ] {
        assert!(desk.contains(words), "{words}: {desk}");
    }
}

#[test]
fn every_answer_listens_for_changes_and_none_is_kept() {
    let folder = site(None);
    let content = ["--content", name(&folder)];
    let editors = Serving::start(&[&content[..], &["--watch"]].concat());
    let readers = Serving::start(&content);
    let script = "<script src=\"/_editor/desk.js\" data-report=\"1\" defer></script>";
    for path in [
        "/",
        "/editors",
        "/moves/backend-developer/site-reliability-engineer",
        "/compare?roles=backend-developer",
        "/skill-check?role=backend-developer&have=sql",
        "/plan?role=backend-developer&hours=5",
        "/offer?role=backend-developer&region=us&amount=100000",
        "/salaries?role=backend-developer",
        "/nowhere",
    ] {
        let edited = Client::at(editors.address).ask("GET", path, &[]);
        let read = Client::at(readers.address).ask("GET", path, &[]);
        assert_eq!(edited.header("cache-control"), "no-store", "{path}");
        let page = String::from_utf8(edited.body).unwrap();
        assert_eq!(page.matches(script).count(), 1, "{path}");
        let plain = String::from_utf8(read.body).unwrap();
        assert!(!plain.contains("/_editor/"), "{path}");
        assert_eq!(page.replace(script, ""), plain, "{path}");
    }
    for (serving, there) in [(&editors, true), (&readers, false)] {
        let answer = posted(serving, "/decode", "text=We+use+SQL");
        assert!(answer.contains("What it asks for"), "{answer}");
        assert_eq!(answer.contains(script), there);
    }
}

/// What a form answers to an editor.
fn posted(serving: &Serving, path: &str, form: &str) -> String {
    let mut stream = TcpStream::connect(serving.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: guide.example\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn styles_beside_the_content_are_shown_as_they_are_on_disk() {
    let checkout = tempfile::TempDir::new().unwrap();
    let (content, look) = (
        checkout.path().join("content"),
        checkout.path().join("static"),
    );
    crate::broken::copy(Path::new("tests/fixtures/site"), &content);
    fs::create_dir(&look).unwrap();
    fs::write(look.join("style.css"), "p { margin: 1px }").unwrap();
    let serving = Serving::start(&["--watch", "--content", content.to_str().unwrap()]);
    let mut events = events(&serving);
    let first = report(&mut events);
    let home = body(&serving, "/");
    let style = home.split('"').find(|it| it.starts_with("/assets/style."));
    let style = style.expect("the page names its style").to_owned();
    assert_eq!(body(&serving, &style), "p { margin: 1px }");
    fs::write(look.join("style.css"), "p { margin: 2px }").unwrap();
    let second = report(&mut events);
    assert!(second["number"].as_u64() > first["number"].as_u64());
    assert_eq!(body(&serving, &style), "p { margin: 2px }");
    fs::remove_file(look.join("style.css")).unwrap();
    report(&mut events);
    assert!(body(&serving, &style).len() > 1000, "the one in the binary");
}

#[test]
fn a_hang_up_reads_the_content_again_and_a_bad_edit_leaves_it_as_it_was() {
    let folder = site(None);
    let serving = Serving::start(&["--content", name(&folder)]);
    edit(
        folder.path(),
        "skills/sql.md",
        "title = \"SQL\"",
        "title = \"SQL, edited\"",
    );
    std::thread::sleep(Duration::from_millis(200));
    assert!(
        !body(&serving, "/skills/sql").contains("SQL, edited"),
        "nobody asked"
    );
    serving.signal("HUP");
    wait(&serving, "/skills/sql", "SQL, edited", true);
    edit(
        folder.path(),
        "skills/sql.md",
        "\"published\"",
        "\"publised\"",
    );
    serving.signal("HUP");
    std::thread::sleep(Duration::from_millis(300));
    assert!(body(&serving, "/skills/sql").contains("SQL, edited"));
    let (code, log) = serving.end();
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("the guide stays as it was"), "{log}");
}
