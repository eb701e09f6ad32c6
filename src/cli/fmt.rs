//! `fmt`: documents in their canonical form.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use super::{ContentOption, complain, print};
use crate::content::{Formatted, Named, Refusal};

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    content: ContentOption,
    /// Only say what would change.
    #[arg(long)]
    check: bool,
    /// The documents; all if none is named.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

/// Writes what changes, and lists it.
pub fn run(options: &Options, out: &mut dyn Write) -> ExitCode {
    let said = formatted(options).and_then(|formatted| match formatted {
        Ok(formatted) => {
            print(&drawn(&formatted, options), out)?;
            let would_change = options.check && !formatted.changes.is_empty();
            Ok(ExitCode::from(u8::from(would_change)))
        }
        Err(refusal) => {
            complain(&refusal.to_string());
            Ok(ExitCode::FAILURE)
        }
    });
    said.unwrap_or_else(|error: io::Error| {
        complain(&error.to_string());
        ExitCode::from(2)
    })
}

fn formatted(options: &Options) -> io::Result<Result<Formatted, Refusal>> {
    let folder = &options.content.content;
    let named = options.files.iter().map(|file| Named::parse(file, folder));
    let formatted = Formatted::new(folder, &named.collect::<Vec<_>>())?;
    if let (Ok(formatted), false) = (&formatted, options.check) {
        formatted.write(folder)?;
    }
    Ok(formatted)
}

fn drawn(formatted: &Formatted, options: &Options) -> String {
    let mut text = String::new();
    for change in &formatted.changes {
        text.push_str(&format!("{}\n", change.new));
    }
    for (file, why) in &formatted.left {
        text.push_str(&format!("{file}: left as it is, since {why}\n"));
    }
    let done = if options.check {
        "would change"
    } else {
        "changed"
    };
    let number = formatted.changes.len();
    text.push_str(&format!("{number} of {} files {done}\n", formatted.files));
    text
}
