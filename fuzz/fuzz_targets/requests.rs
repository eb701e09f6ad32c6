//! Any path, and any query string of a tool. The first line is the path, the rest the query.
#![no_main]

use career_guide::pages;
use career_guide::site::{
    Address, Method, OfferAsked, PayOrder, PaySearch, Period, RegionId, RoleId, Site, Timetable,
};
use career_guide::web::Query;
use career_guide_fuzz::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static SITE: LazyLock<Site> = LazyLock::new(|| Guide::whole().site());

const KNOWN: [&str; 12] = [
    "roles", "role", "level", "have", "hours", "start", "region", "amount", "period", "currency",
    "source", "sort",
];

fuzz_target!(|text: &str| {
    let (path, query) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(address) = Address::parse(path) {
        assert_eq!(address.path(), path, "an address has one path");
    }
    pages::error(&SITE, 404, path);
    let Ok(query) = Query::parse(query, &KNOWN) else {
        return;
    };
    let first = |name| query.first(name).to_owned();
    pages::compare(&SITE, &query.all("roles"));
    let candidate = SITE.candidate(
        query.first("role"),
        query.first("level"),
        &query.all("have"),
    );
    pages::skill_check(&SITE, &candidate);
    let timetable = Timetable::read(query.first("hours"), query.first("start"));
    pages::plan(&SITE, &candidate, &timetable);
    pages::plan_calendar(&SITE, &candidate, &timetable);
    let asked = OfferAsked {
        role: RoleId::new(first("role")),
        region: RegionId::new(first("region")),
        amount: first("amount"),
        period: Period::of_word(query.first("period")),
        currency: first("currency"),
    };
    pages::offer(&SITE, &asked);
    let named = |name| Some(first(name)).filter(|id| !id.is_empty());
    let search = PaySearch {
        role: named("role").map(RoleId::new),
        region: named("region").map(RegionId::new),
        method: Method::of_word(query.first("source")),
        order: PayOrder::of_word(query.first("sort")),
    };
    pages::pay_search(&SITE, &search);
});
