//! `career-guide`: see `career-guide --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    career_guide::cli::run().unwrap_or_else(|error| {
        career_guide::cli::complain(&format!("{error:#}"));
        ExitCode::FAILURE
    })
}
