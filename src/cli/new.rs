//! `new`: a file for a document that does not exist yet.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{ContentOption, told};
use crate::content::{NewDocument, Reader, Refusal, kind_named};

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    content: ContentOption,
    /// What it is: role, skill, career-path, guide, learning, industry, job, term, author or page.
    kind: String,
    /// Its name for ever: lower case letters, digits, hyphens.
    id: String,
    /// Its title, if it is more than the words of the id.
    #[arg(long)]
    title: Option<String>,
}

/// Writes the file and says what to do next.
pub fn run(options: &Options, instant: Timestamp, out: &mut dyn Write) -> ExitCode {
    told(made(options, instant), out)
}

fn made(options: &Options, instant: Timestamp) -> io::Result<Result<String, Refusal>> {
    let kind = match kind_named(&options.kind) {
        Ok(kind) => kind,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let document = NewDocument {
        kind,
        id: &options.id,
        title: options.title.as_deref(),
        today: instant.to_zoned(TimeZone::UTC).date(),
    };
    let folder = &options.content.content;
    let path = kind.path(&options.id);
    let loaded = Reader::for_checks().load(folder, instant)?;
    if let Some(leads) = loaded.leads(&path) {
        let refusal = Refusal::new(format!("`{path}` is an old path, which {leads}"));
        return Ok(Err(
            refusal.help("take another id, or take the old path away first")
        ));
    }
    let written = document.write(folder)?;
    Ok(written.map(|file| {
        let path = folder.join(file);
        format!(
            "{}: a draft; `check` says what is left to fill in\n",
            path.display()
        )
    }))
}
