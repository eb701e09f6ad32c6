//! `why`: whether readers see a page, and what decides it.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use jiff::Timestamp;

use super::{ContentOption, complain, print};
use crate::content::{Answer, Named, Reader};

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    content: ContentOption,
    /// A file, a typed name, a path or an address: `roles/x.md`, `role:x`, `/roles/x`,
    /// `https://host/roles/x`.
    #[arg(value_name = "FILE|URL")]
    name: String,
}

/// Answers on standard output.
pub fn run(options: &Options, instant: Timestamp, out: &mut dyn Write) -> ExitCode {
    let said = answer(options, instant).and_then(|answer| {
        print(&drawn(&answer), out)?;
        Ok(ExitCode::from(u8::from(!answer.public)))
    });
    said.unwrap_or_else(|error: io::Error| {
        complain(&error.to_string());
        ExitCode::from(2)
    })
}

fn answer(options: &Options, instant: Timestamp) -> io::Result<Answer> {
    let folder = &options.content.content;
    let loaded = Reader::for_checks().load(folder, instant)?;
    Ok(loaded.why(&Named::parse(&options.name, folder), instant))
}

fn drawn(answer: &Answer) -> String {
    let mut text = format!("{}\n", answer.headline);
    for condition in &answer.conditions {
        let outcome = if condition.holds { "yes" } else { "no " };
        text.push_str(&format!("  {outcome}  {}\n", condition.says));
    }
    if !answer.near.is_empty() {
        text.push_str(&format!("help: near are `{}`\n", answer.near.join("`, `")));
    }
    text
}
