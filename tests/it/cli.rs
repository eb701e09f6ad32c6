//! The program as it is started by hand or by a supervisor: what it prints, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::serving::{Serving, name, program, site};

/// The program after its end: its exit code, and what it wrote to standard output and error.
pub fn ended(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = program(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn check_says_with_its_exit_code_what_it_found() {
    let (sound, empty) = (site(None), TempDir::new().unwrap());
    let doubtful = site(Some("file-mojibake"));
    let missing = empty.path().join("none");
    let missing = missing.to_str().unwrap();
    for (arguments, code, out, err) in [
        (&["check"][..], 0, " files, 0 errors, ", ""),
        (&["check", "--content", name(&sound)], 0, " 0 errors, ", ""),
        (
            &["check", "--content", name(&doubtful)],
            0,
            "warning[file-mojibake]",
            "",
        ),
        (
            &["check", "--content", name(&doubtful), "--deny", "warnings"],
            1,
            "warning[file-mojibake]",
            "",
        ),
        (&["check", "--content", missing], 2, "", missing),
        (&["check", "--content", name(&empty)], 2, "", "is empty"),
        (&["check", "--formt", "short"], 2, "", "--format"),
        (&["chekc"], 2, "", "check"),
    ] {
        let (found, stdout, stderr) = ended(arguments);
        assert_eq!(found, Some(code), "{arguments:?}: {stdout}{stderr}");
        assert!(stdout.contains(out), "{arguments:?}: {stdout}");
        assert!(stderr.contains(err), "{arguments:?}: {stderr}");
        let silent = if err.is_empty() { stderr } else { stdout };
        assert_eq!(silent, "", "{arguments:?}");
    }
}

#[test]
fn explain_prints_a_code_or_all_of_them() {
    for (arguments, code, out, err) in [
        (&["explain", "fm-value"][..], 0, "error[fm-value]: ", ""),
        (&["explain"], 0, "\nfm-value  ", ""),
        (
            &["explain", "fm-valeu"],
            2,
            "",
            "there is no code `fm-valeu`: did you mean `fm-value`?",
        ),
        (&["explain", "E0308"], 2, "", "lists them all"),
    ] {
        let (found, stdout, stderr) = ended(arguments);
        assert_eq!(found, Some(code), "{arguments:?}: {stdout}{stderr}");
        assert!(stdout.contains(out), "{arguments:?}: {stdout}");
        assert!(stderr.contains(err), "{arguments:?}: {stderr}");
        let widest = stdout.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{arguments:?}: {stdout}");
    }
}

/// The program reads the clock, so that warnings of growing old may come with the years.
#[test]
fn check_lists_all_mistakes_at_once_and_counts_them() {
    let folder = site(Some("twenty-mistakes"));
    let expected = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/broken/twenty-mistakes/expected.txt");
    let expected = fs::read_to_string(expected).unwrap();
    let expected: Vec<String> = expected
        .lines()
        .map(|line| format!("{}/{line}", name(&folder)))
        .collect();
    let arguments = ["check", "--content", name(&folder), "--format", "short"];
    let (code, stdout, _) = ended(&arguments);
    assert_eq!(code, Some(1));
    let (lines, count) = stdout.trim_end().rsplit_once('\n').unwrap();
    let lines: Vec<&str> = lines
        .lines()
        .filter(|line| {
            !line.contains(": warning[data-stale]: ") && !line.contains(": warning[life-")
        })
        .collect();
    assert_eq!(lines, expected);
    assert_eq!(lines.len(), 20);
    assert!(count.starts_with("19 errors, "), "{count}");
}

#[test]
fn serve_says_in_a_line_why_it_cannot() {
    let empty = TempDir::new().unwrap();
    let missing = empty.path().join("none");
    let (missing, sound) = (missing.to_str().unwrap(), site(None));
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let any = "127.0.0.1:0";
    for (arguments, words) in [
        (["--content", missing, "--listen", any], missing),
        (["--content", name(&empty), "--listen", any], "is empty"),
        (["--content", name(&sound), "--listen", &taken], &*taken),
    ] {
        let (code, _, stderr) = ended(&[&["serve"], &arguments[..]].concat());
        assert_eq!(code, Some(1), "{arguments:?}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{arguments:?}: {stderr}");
        assert!(stderr.starts_with("error: "), "{arguments:?}: {stderr}");
        assert!(stderr.contains(words), "{arguments:?}: {stderr}");
    }
    let (code, _, stderr) = ended(&["serve", "--listen", "nowhere"]);
    assert_eq!(code, Some(2), "{stderr}");
    assert!(stderr.contains("expected a host and a port"), "{stderr}");
}

#[test]
fn serve_answers_until_it_is_told_to_end() {
    let folder = site(None);
    let serving = Serving::start(&["--content", name(&folder)]);
    assert_eq!(serving.status("/livez"), 200);
    serving.wait_until_ready();
    assert_eq!(serving.status("/roles/backend-developer"), 200);
    let (code, log) = serving.end();
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("ERROR") && !log.contains("WARN"), "{log}");
}

#[test]
fn content_with_errors_is_served_only_if_asked_for() {
    let folder = site(Some("twenty-mistakes"));
    let content = ["--content", name(&folder)];
    let (code, stdout, stderr) =
        ended(&[&["serve", "--listen", "127.0.0.1:0"], &content[..]].concat());
    assert_eq!(code, Some(1), "{stderr}");
    assert_eq!(stderr.matches("error[").count(), 19, "{stderr}");
    assert!(!stdout.contains("http://"), "{stdout}");
    let serving = Serving::start(&[&content[..], &["--lenient"]].concat());
    assert_eq!(serving.status("/"), 200);
    assert_eq!(serving.status("/skills/http"), 200);
    assert_eq!(serving.status("/skills/sql"), 404, "it has errors");
    let (code, log) = serving.end();
    assert_eq!(code, Some(0), "{log}");
    assert_eq!(log.matches("error[").count(), 19, "{log}");
}
