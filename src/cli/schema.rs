//! `schema`: what editors' programs can know of the content, as files.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::told;
use crate::content::{Refusal, editor_files};

#[derive(Debug, Args)]
pub struct Options {
    /// The folder to write to; made if it is not there.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Writes the files and lists them.
pub fn run(options: &Options, out: &mut dyn Write) -> ExitCode {
    told(written(options), out)
}

fn written(options: &Options) -> io::Result<Result<String, Refusal>> {
    fs::create_dir_all(&options.folder)?;
    let mut list = String::new();
    for (name, text) in editor_files() {
        let path = options.folder.join(name);
        fs::write(&path, text)?;
        list.push_str(&format!("{}\n", path.display()));
    }
    Ok(Ok(list))
}
