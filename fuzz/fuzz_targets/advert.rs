//! Any text as an advert for a job.
#![no_main]

use career_guide::pages;
use career_guide::site::Site;
use career_guide_fuzz::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static SITE: LazyLock<Site> = LazyLock::new(|| Guide::whole().site());

fuzz_target!(|text: &str| {
    let advert = SITE.read_advert(text);
    let mut end = 0;
    for find in &advert.finds {
        assert!(find.at.start >= end, "no find overlaps another");
        assert!(
            text.get(find.at.clone()).is_some(),
            "a find is part of the text"
        );
        end = find.at.end;
    }
    pages::decode(&SITE, text);
});
