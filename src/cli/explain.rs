//! `explain`: what a code of `check` means, for a terminal of 80 columns.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::content::{Code, code, codes};

/// The columns of a terminal that nobody has widened.
const WIDTH: usize = 80;

/// Prints cause, example and fix of a code, or a line for each code.
///
/// # Errors
///
/// If `out` cannot be written, for another reason than that its reader has seen enough.
pub fn run(name: Option<&str>, out: &mut dyn Write) -> io::Result<ExitCode> {
    let text = match name.map(code) {
        None => list(),
        Some(Ok(code)) => page(&code),
        Some(Err(near)) => {
            super::complain(&unknown(name.unwrap_or_default(), near));
            return Ok(ExitCode::from(2));
        }
    };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn unknown(name: &str, near: Option<&str>) -> String {
    let proposal = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`career-guide explain` lists them all".to_owned(),
    };
    format!("there is no code `{name}`: {proposal}")
}

/// All codes, a line each.
fn list() -> String {
    let longest = codes().map(|it| it.code.len()).max().unwrap_or_default();
    codes()
        .map(|it| format!("{:longest$}  {:7}  {}\n", it.code, severity(&it), it.title))
        .collect()
}

fn page(code: &Code) -> String {
    let cause = textwrap::fill(&code.cause, WIDTH);
    let title = textwrap::fill(
        &format!("{}[{}]: {}", severity(code), code.code, code.title),
        WIDTH,
    );
    let (bad, good) = (indented(&code.bad), indented(&code.good));
    format!("{title}\n\n{cause}\n\nWrong:\n\n{bad}\nRight:\n\n{good}")
}

/// The worst severity of a code.
fn severity(code: &Code) -> &'static str {
    code.severities.first().map_or("", |it| it.word())
}

fn indented(text: &str) -> String {
    textwrap::indent(text, "    ") + "\n"
}
