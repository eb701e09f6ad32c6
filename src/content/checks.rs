//! What must hold between the files of a guide, and inside a file beyond its schema.
//!
//! A new check is a function in this table, and a folder in `tests/fixtures/broken` that shows it.

mod addresses;
mod cycles;
mod dates;
mod life;
mod mentions;
mod pay;
mod references;
mod sections;
mod sources;
mod usage;
mod vocabulary;

use rayon::prelude::*;

use super::Diagnostic;
use super::collection::Collection;

/// A check looks at everything that was read and adds what is wrong.
type Check = fn(&Collection, &mut Vec<Diagnostic>);

/// What all checks find, on all cores, in the order of the checks.
pub fn found(all: &Collection) -> Vec<Diagnostic> {
    let found: Vec<Vec<Diagnostic>> = ALL
        .par_iter()
        .map(|check| {
            let mut found = Vec::new();
            check(all, &mut found);
            found
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// All checks.
const ALL: &[Check] = &[
    dates::check,
    sections::check,
    references::check,
    cycles::check,
    addresses::check,
    vocabulary::check,
    sources::check,
    pay::check,
    usage::check,
    life::check,
    mentions::check,
];
