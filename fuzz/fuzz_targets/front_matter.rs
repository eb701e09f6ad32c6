//! Any text between the fences of a document. Of which kind it is, the length says.
#![no_main]

use career_guide::site::Kind;
use career_guide_fuzz::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(Guide::bare);

fuzz_target!(|front: &str| {
    let kind = Kind::ALL[front.len() % Kind::ALL.len()];
    let file = format!("{}/any.md", kind.folder());
    GUIDE.survey(&file, &format!("+++\n{front}\n+++\n\nWords.[^a]\n"));
});
