//! `mv`: another id for a document.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use jiff::Timestamp;

use super::{ContentOption, told};
use crate::content::{Named, Reader, Refusal, Rename};

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    content: ContentOption,
    /// The document: `skills/sql.md` or `skill:sql`.
    from: String,
    /// Its new name, in the same folder: `skills/structured-query-language.md`, or only the id.
    to: String,
}

/// Makes the change and prints it.
pub fn run(options: &Options, instant: Timestamp, out: &mut dyn Write) -> ExitCode {
    told(moved(options, instant), out)
}

fn moved(options: &Options, instant: Timestamp) -> io::Result<Result<String, Refusal>> {
    let folder = &options.content.content;
    let [from, to] = [&options.from, &options.to].map(|name| Named::parse(name, folder));
    let rename = match Reader::for_checks().rename(folder, instant, &from, &to)? {
        Ok(rename) => rename,
        Err(refusal) => return Ok(Err(refusal)),
    };
    rename.write(folder)?;
    Ok(Ok(drawn(&rename)))
}

fn drawn(rename: &Rename) -> String {
    let mut text = format!("{} is now {}\n", rename.from, rename.to);
    for change in &rename.changes {
        let mentions = rename.mentions.get(&change.new).copied().unwrap_or(0);
        let what = match (mentions, change.new == rename.to) {
            (0, true) => "its old path in `aliases`".to_owned(),
            (0, false) => "redirects of its pages of pay".to_owned(),
            (1, _) => "1 mention".to_owned(),
            (_, _) => format!("{mentions} mentions"),
        };
        text.push_str(&format!("  {}: {what}\n", change.new));
    }
    for place in &rename.left {
        text.push_str(&format!(
            "  {place}: left as it is, since no link reads it\n"
        ));
    }
    text
}
