//! `lsp`: the content in an editor's program, over standard input and output.

use std::path::Path;
use std::process::ExitCode;

use crate::live;
use crate::lsp::{Ended, serve};

/// Speaks with an editor's program until it has had enough.
pub fn run(content: &Path) -> ExitCode {
    match serve(
        content,
        live::now,
        std::io::stdin(),
        std::io::stdout().lock(),
    ) {
        Ok(Ended::InOrder) => ExitCode::SUCCESS,
        Ok(Ended::Early(why)) => {
            super::complain(&why);
            ExitCode::FAILURE
        }
        Err(error) => {
            super::complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}
