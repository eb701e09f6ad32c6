//! The program as it is started by hand or by a supervisor: what it prints, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use tempfile::TempDir;

use crate::broken::copy;
use crate::http::client::Client;

/// How long the program may take to say or do the next thing, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program with these arguments, in the folder of the repository, told nothing by the environment.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-guide"));
    command
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CAREER_GUIDE_CONTENT")
        .env_remove("CAREER_GUIDE_LISTEN")
        .env_remove("CAREER_GUIDE_LENIENT")
        .env_remove("RUST_LOG")
        .stdin(Stdio::null());
    command
}

fn ended(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = program(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

/// The fixture site with a folder of `tests/fixtures/broken` laid over it.
fn site(overlay: Option<&str>) -> TempDir {
    let folder = TempDir::new().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    copy(&fixtures.join("site"), folder.path());
    if let Some(name) = overlay {
        copy(
            &fixtures.join("broken").join(name).join("bad"),
            folder.path(),
        );
    }
    folder
}

fn name(folder: &TempDir) -> &str {
    folder.path().to_str().unwrap()
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
        .filter(|line| !line.contains(": warning[data-stale]: "))
        .collect();
    assert_eq!(lines, expected);
    assert_eq!(lines.len(), 20);
    assert!(count.starts_with("19 errors, 1 warning"), "{count}");
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

/// A program that serves; killed when dropped.
struct Serving {
    child: Child,
    /// What it prints.
    lines: Receiver<String>,
    address: SocketAddr,
}

impl Serving {
    /// Starts the program and waits for its address.
    fn start(arguments: &[&str]) -> Self {
        let arguments = [&["serve", "--listen", "127.0.0.1:0"], arguments].concat();
        let mut command = program(&arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (sender, lines) = channel();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            let lines = stdout.lines().map_while(Result::ok);
            lines.for_each(|line| drop(sender.send(line)));
        });
        let mut serving = Serving {
            child,
            lines,
            address: "127.0.0.1:0".parse().unwrap(),
        };
        let named = |line: String| line.strip_prefix("http://")?.parse().ok();
        serving.address = loop {
            let line = serving.lines.recv_timeout(PATIENCE);
            if let Some(address) = named(line.expect("it prints its address")) {
                break address;
            }
        };
        serving
    }

    fn status(&self, path: &str) -> u16 {
        Client::at(self.address).ask("GET", path, &[]).status
    }

    /// Waits until the program says that it is ready.
    fn wait_until_ready(&self) {
        const PAUSE: Duration = Duration::from_millis(50);
        for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
            if self.status("/readyz") == 200 {
                return;
            }
            let line = self.lines.recv_timeout(PAUSE);
            assert_eq!(
                line,
                Err(RecvTimeoutError::Timeout),
                "it goes on in silence"
            );
        }
        panic!("it does not get ready");
    }

    /// Asks the program to end, and returns its exit code and what it wrote to standard error.
    fn end(mut self) -> (Option<i32>, String) {
        let process = self.child.id().to_string();
        // The shell's own `kill`: the program of that name is not everywhere.
        let kill = ["-c", "kill -TERM \"$0\"", &process];
        assert!(Command::new("sh").args(kill).status().unwrap().success());
        let line = self.lines.recv_timeout(PATIENCE);
        assert_eq!(line, Err(RecvTimeoutError::Disconnected), "it ends");
        let code = self.child.wait().unwrap().code();
        let mut log = String::new();
        let stderr = self.child.stderr.as_mut().unwrap();
        stderr.read_to_string(&mut log).unwrap();
        (code, log)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Both fail if it has ended already, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
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
