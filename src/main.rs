//! `career-guide`: see `career-guide --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    career_guide::cli::run().unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
