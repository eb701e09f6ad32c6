//! Any fields of a block, and the page that draws it. Which block it is, the length says.
#![no_main]

use career_guide::pages;
use career_guide::site::Address;
use career_guide_fuzz::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

const BLOCKS: [&str; 8] = [
    "salary", "figure", "chart", "skills", "levels", "steps", "jobs", "include",
];

static GUIDE: LazyLock<Guide> = LazyLock::new(Guide::whole);

const FRONT: &str = r#"+++
title = "Any block"
summary = "A page with a block whose fields are whatever somebody has written."
status = "draft"
+++

"#;

fuzz_target!(|fields: &str| {
    let block = BLOCKS[fields.len() % BLOCKS.len()];
    let text = format!("{FRONT}```@{block}\n{fields}\n```\n");
    let loaded = GUIDE.load("pages/any.md", text.as_bytes());
    let site = loaded.site.expect("the other files make a guide");
    let address = Address::Prose("any".to_owned());
    if site.pages.get("any").is_some() {
        pages::render(&site, &address).expect("the guide has the page");
    }
});
