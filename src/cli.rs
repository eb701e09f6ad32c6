//! The command line: the one module that reads flags and the environment, wires the rest together and
//! reports to the person who started it.

mod audit;
pub mod check;
mod explain;
mod fix;
mod fmt;
mod list;
mod lsp;
mod mv;
mod new;
mod schema;
mod serve;
mod since;
mod why;

use std::io::{self, IsTerminal as _, Write};
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::BoolishValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

use crate::content::Refusal;
use crate::live;

/// Runs the command that the process was started with.
///
/// # Errors
///
/// If the command cannot run at all; the error names the flag, folder or address that is to blame.
pub fn run() -> anyhow::Result<ExitCode> {
    let line = CommandLine::parse();
    let out = &mut std::io::stdout();
    match line.command.unwrap_or(Command::Serve(line.serve)) {
        Command::Serve(options) => {
            log_to_stderr();
            serve::run(&options, live::now(), out)
        }
        Command::Check(options) => {
            let check = check::Check {
                content: options.content.content,
                format: options.format,
                deny_warnings: options.deny.is_some(),
                since: options.since,
                fix: options.fix,
            };
            Ok(check.run(live::now(), out))
        }
        Command::Lsp(options) => Ok(lsp::run(&options.content)),
        Command::Explain { code } => Ok(explain::run(code.as_deref(), out)?),
        Command::Why(options) => Ok(why::run(&options, live::now(), out)),
        Command::List(options) => Ok(list::run(&options, live::now(), out)),
        Command::Mv(options) => Ok(mv::run(&options, live::now(), out)),
        Command::Schema(options) => Ok(schema::run(&options, out)),
        Command::Fmt(options) => Ok(fmt::run(&options, out)),
        Command::New(options) => Ok(new::run(&options, live::now(), out)),
        Command::Audit(options) => Ok(audit::run(&options, live::now(), out)),
    }
}

/// Tells the person at the terminal what went wrong. That nobody can read it is no reason to panic.
pub fn complain(what: &str) {
    let _ = writeln!(std::io::stderr(), "error: {what}");
}

/// Prints what a command has to say, and gives its exit code: 0 if all is well, 1 if it refuses or
/// something is wrong, 2 if it cannot read or write what it must.
fn told(said: io::Result<Result<String, Refusal>>, out: &mut dyn Write) -> ExitCode {
    let printed = match said {
        Ok(Ok(text)) => print(&text, out).map(|()| ExitCode::SUCCESS),
        Ok(Err(refusal)) => {
            complain(&refusal.to_string());
            Ok(ExitCode::FAILURE)
        }
        Err(error) => Err(error),
    };
    printed.unwrap_or_else(|error| {
        complain(&error.to_string());
        ExitCode::from(2)
    })
}

/// Prints all of a text, unless whoever reads has seen enough, as `| head` does.
fn print(text: &str, out: &mut dyn Write) -> io::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

/// A guide to a career in backend engineering, from a folder of Markdown.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeOptions,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the guide over HTTP; what happens if no command is named.
    Serve(ServeOptions),
    /// Check the content and list everything that is wrong with it.
    ///
    /// Ends with 0 if nothing is wrong, 1 if something is, 2 if the folder cannot be read.
    Check(CheckOptions),
    /// Speak with an editor's program over standard input and output, in the Language Server Protocol.
    ///
    /// Ends with 0 if the editor ends it, 1 if the editor goes or cannot be understood, 2 if the folder
    /// cannot be read.
    Lsp(ContentOption),
    /// Explain a code of check: cause, example and fix. Without CODE, list all of them.
    ///
    /// Ends with 0, or with 2 if there is no such code.
    Explain {
        /// The code in the brackets of a message: fm-value.
        code: Option<String>,
    },
    /// Write a new document, with everything in it that its editor must fill in.
    New(new::Options),
    /// Say whether readers see a page, and why.
    ///
    /// Ends with 0 if they do, 1 if they do not, 2 if the folder cannot be read.
    Why(why::Options),
    /// List all documents with their state.
    List(list::Options),
    /// Give a document another id: its file, all links and fields that name it, and its old path.
    Mv(mv::Options),
    /// Give documents their canonical form: the order of keys, spacing and quotes of the front
    /// matter, and the spacing of tables. All else stays as it is.
    ///
    /// With --check nothing is written, and the command ends with 1 if something would be.
    Fmt(fmt::Options),
    /// Write JSON Schemas of front matter and data files, and snippets, for editors' programs.
    Schema(schema::Options),
    /// Crawl a guide as a search engine would, and list everything that makes it hard to find, to
    /// index or to cite.
    ///
    /// Without --address, the guide of the folder is served to nobody else, and crawled. Nobody but
    /// the guide is asked. Ends with 0 if all is well, 1 if something is not, 2 if there is no guide
    /// to crawl. What is only a note changes nothing.
    Audit(audit::Options),
}

#[derive(Debug, Args)]
struct ContentOption {
    /// The folder of the content.
    #[arg(
        long,
        value_name = "DIR",
        env = "CAREER_GUIDE_CONTENT",
        default_value = "content"
    )]
    content: PathBuf,
}

#[derive(Debug, Args)]
struct ServeOptions {
    #[command(flatten)]
    content: ContentOption,
    /// The address to listen on; port 0 for any that is free.
    #[arg(
        long,
        value_name = "ADDR",
        env = "CAREER_GUIDE_LISTEN",
        default_value = "127.0.0.1:8080",
        value_parser = socket_address
    )]
    listen: SocketAddr,
    /// Serve what is good even if some of the content has errors.
    #[arg(long, env = "CAREER_GUIDE_LENIENT", value_parser = BoolishValueParser::new())]
    lenient: bool,
    /// Show each change of the content at once, and what is wrong with it: for editors. A folder
    /// `static` beside the content, as in a checkout, is shown instead of the styles in the binary.
    #[arg(long)]
    watch: bool,
    /// With --watch: compare the files every SECONDS, where the system tells of no changes.
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "1", requires = "watch",
        value_parser = clap::value_parser!(u64).range(1..=3600))]
    poll: Option<u64>,
    /// With --watch: show drafts, and what is not due yet, as well.
    #[arg(long, requires = "watch")]
    drafts: bool,
    /// With --watch: the address that opens a place in your editor.
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "CAREER_GUIDE_EDITOR",
        default_value = "vscode://file{path}:{line}:{column}"
    )]
    editor: String,
}

#[derive(Debug, Args)]
struct CheckOptions {
    #[command(flatten)]
    content: ContentOption,
    /// How messages are drawn.
    #[arg(long, value_enum, default_value_t = check::Format::Human)]
    format: check::Format,
    /// Treat these messages as errors.
    #[arg(long, value_enum, value_name = "LEVEL")]
    deny: Option<Deny>,
    /// Only messages that the changes since COMMIT can have caused: those in files that git says have
    /// changed, and those elsewhere that name such a file.
    #[arg(long, value_name = "COMMIT")]
    since: Option<String>,
    /// Write into the files what is sure, and say what was written.
    #[arg(long)]
    fix: bool,
}

/// What `--deny` turns into errors.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Deny {
    Warnings,
}

fn socket_address(text: &str) -> Result<SocketAddr, String> {
    let resolved = || text.to_socket_addrs().ok()?.min_by_key(SocketAddr::is_ipv6);
    let expected = "expected a host and a port, as in `127.0.0.1:8080` or `localhost:8080`";
    let address = text.parse().ok().or_else(resolved);
    address.ok_or_else(|| expected.to_owned())
}

/// Sends the log to standard error: our own from `info`, others' from `warn`, or as `RUST_LOG` says.
/// The parser of requests is silent: whoever sends a bad one could fill the log.
fn log_to_stderr() {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("warn,career_guide=info,actix_http=off"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<CommandLine, clap::Error> {
        CommandLine::try_parse_from(format!("career-guide {line}").split_whitespace())
    }

    #[test]
    fn serving_is_what_happens_without_a_command() {
        for line in [
            "--content x --listen [::1]:9000 --lenient",
            "serve --content x --listen [::1]:9000 --lenient",
        ] {
            let line = parsed(line).unwrap();
            let command = line.command.unwrap_or(Command::Serve(line.serve));
            let Command::Serve(options) = command else {
                panic!("{command:?}");
            };
            assert_eq!(options.content.content, PathBuf::from("x"));
            assert_eq!(options.listen, "[::1]:9000".parse().unwrap());
            assert!(options.lenient);
        }
    }

    #[test]
    fn check_takes_a_format_and_what_to_deny() {
        let line = parsed("check --content x --format short --deny warnings").unwrap();
        let Some(Command::Check(options)) = line.command else {
            panic!("{line:?}");
        };
        assert!(matches!(options.format, check::Format::Short));
        assert!(matches!(options.deny, Some(Deny::Warnings)));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for line in [
            "--listen 8080",
            "--listen 127.0.0.1:99999",
            "--listen nowhere",
            "--port 80",
            "sevre",
            "check --listen 127.0.0.1:1",
            "check --format xml",
            "--lenient --content x check",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
