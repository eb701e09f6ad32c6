//! The program, started for a test.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use tempfile::TempDir;

use crate::broken::copy;
use crate::http::client::Client;

/// How long the program may take to say or do the next thing, on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The program with these arguments, in the folder of the repository, told nothing by the environment.
pub fn program(arguments: &[&str]) -> Command {
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

/// The fixture site with a folder of `tests/fixtures/broken` laid over it.
pub fn site(overlay: Option<&str>) -> TempDir {
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

pub fn name(folder: &TempDir) -> &str {
    folder.path().to_str().unwrap()
}

/// A program that serves; killed when dropped.
pub struct Serving {
    child: Child,
    /// What it prints.
    lines: Receiver<String>,
    pub address: SocketAddr,
}

impl Serving {
    /// Starts the program and waits for its address.
    pub fn start(arguments: &[&str]) -> Self {
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

    pub fn status(&self, path: &str) -> u16 {
        Client::at(self.address).ask("GET", path, &[]).status
    }

    /// Waits until the program says that it is ready.
    pub fn wait_until_ready(&self) {
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

    /// Sends the program a signal: `HUP`.
    pub fn signal(&self, signal: &str) {
        let process = self.child.id().to_string();
        // The shell's own `kill`: the program of that name is not everywhere.
        let kill = ["-c", "kill -s \"$1\" \"$0\"", &process, signal];
        assert!(Command::new("sh").args(kill).status().unwrap().success());
    }

    /// Asks the program to end, and returns its exit code and what it wrote to standard error.
    pub fn end(mut self) -> (Option<i32>, String) {
        self.signal("TERM");
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
