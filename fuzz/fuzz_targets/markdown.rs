//! Any text below the front matter of a guide.
#![no_main]

use career_guide::content::headings;
use career_guide_fuzz::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(Guide::bare);

const FRONT: &str = r#"+++
title = "Any text"
summary = "A guide whose text is whatever somebody, or nobody, has written."
status = "draft"
form = "guide"

[[source]]
id = "a"
title = "A work"
publisher = "A publisher"
url = "https://publisher.example/"
retrieved = 2026-01-01
+++

"#;

fuzz_target!(|body: &str| {
    let text = format!("{FRONT}{body}");
    GUIDE.survey("guides/any.md", &text);
    headings("guides/any.md", &text);
});
