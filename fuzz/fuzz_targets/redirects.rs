//! Any text as the list of old paths: what it leads to is never an old path itself.
#![no_main]

use career_guide::site::{Fate, bare};
use career_guide_fuzz::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(Guide::bare);

fuzz_target!(|text: &str| {
    let loaded = GUIDE.load("redirects.toml", text.as_bytes());
    let site = loaded.site.expect("the other files make a guide");
    for (path, fate) in site.redirects.paths() {
        if let Fate::Moved(to) = fate {
            let next = site.redirects.fate(bare(to));
            assert!(
                !matches!(next, Some(Fate::Moved(_))),
                "{path} leads to {to}, which leads on"
            );
        }
    }
});
