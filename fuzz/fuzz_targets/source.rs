//! Any bytes in a file of the content folder. Which file it is, the length says: so the fixtures
//! are seeds as they are.
#![no_main]

use career_guide_fuzz::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

const FILES: [&str; 9] = [
    "guides/any.md",
    "glossary/any.md",
    "roles/any.md",
    "snippets/any.md",
    "assets/any.svg",
    "salaries/any.toml",
    "usage/any.toml",
    "vocabulary/levels.toml",
    "site.toml",
];

static GUIDE: LazyLock<Guide> = LazyLock::new(Guide::bare);

fuzz_target!(|bytes: &[u8]| {
    GUIDE.load(FILES[bytes.len() % FILES.len()], bytes);
});
