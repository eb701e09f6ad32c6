//! What tools ask of a guide, without a page.

use career_guide::site::{
    Covered, Hours, Lack, Method, Need, OfferAsked, PayOrder, PayRow, PaySearch, Period, Plan,
    RegionId, RoleId, SkillId, SkillLevel, Standing, Timetable, hours_of,
};

use jiff::civil::Date;

use crate::broken::INSTANT;
use crate::load::site_at;

#[test]
fn roles_side_by_side_share_what_each_asks_for() {
    let site = site_at(INSTANT);
    let ids = ["site-reliability-engineer", "nobody", "backend-developer"];
    let comparison = site.compare(&ids);
    let roles: Vec<&str> = comparison
        .roles
        .iter()
        .map(|role| role.id.as_str())
        .collect();
    assert_eq!(roles, ["site-reliability-engineer", "backend-developer"]);
    for compared in &comparison.skills {
        let asked = comparison.roles.iter().map(|role| {
            let mut rows = role.skills.iter();
            rows.find(|row| row.skill == *compared.skill)
        });
        assert_eq!(compared.rows, asked.collect::<Vec<_>>());
        let [one, two] = compared.rows[..] else {
            panic!("a row for each role");
        };
        let same = one.map(|row| (row.need, row.level)) == two.map(|row| (row.need, row.level));
        assert_eq!(compared.differs(), !same, "{}", compared.skill);
    }
    let musts = comparison.skills.iter().map(|compared| {
        let rows = compared.rows.iter().flatten();
        rows.filter(|row| row.need == Need::Must).count()
    });
    let musts: Vec<usize> = musts.collect();
    assert!(musts.is_sorted_by(|one, two| one >= two), "{musts:?}");
    assert_eq!(site.compare(&[]).skills.len(), 0);
}

fn ids<'a>(lacks: &[Lack<'a>]) -> Vec<(&'a str, SkillLevel)> {
    let id = |lack: &Lack<'a>| (lack.skill.id.as_str(), lack.wanted);
    lacks.iter().map(id).collect()
}

#[test]
fn what_is_missing_comes_after_what_it_needs() {
    use SkillLevel::{Awareness, Expert, Practitioner, Working};
    let site = site_at(INSTANT);
    let candidate = |level: &str, have: &[&str]| {
        let candidate = site.candidate("site-reliability-engineer", level, have);
        let role = candidate.role.expect("it is in the guide");
        let check = site.skill_check(role, &candidate.level, &candidate.held);
        (candidate, check)
    };
    let (_, check) = candidate("", &[]);
    let missing = ids(&check.missing);
    for lack in &check.missing {
        let place = |id: &str| missing.iter().position(|(other, _)| *other == id);
        for need in &lack.skill.needs {
            assert!(place(need.as_str()) < place(&lack.skill.id), "{missing:?}");
        }
    }
    assert_eq!(check.musts.0, 0);
    let (some, check) = candidate(
        "",
        &["http", "sql:awareness", "sql:expert", "cobol", "git:best"],
    );
    assert_eq!(some.unknown, ["cobol", "git:best"]);
    let levels = ["http", "sql", "api-design"].map(|id| some.held.of(id));
    assert_eq!(levels, [Some(Working), Some(Expert), None]);
    assert!(
        check
            .missing
            .iter()
            .all(|lack| !["http", "sql"].contains(&lack.skill.id.as_str()))
    );
    assert_eq!(
        some.query(),
        "role=site-reliability-engineer&level=junior&have=http:working,sql:expert"
    );
    let (unknown, _) = candidate("intern", &["sql:practitioner"]);
    assert_eq!(unknown.unknown, ["intern"]);
    assert!(unknown.held.reaches(&SkillId::new("sql"), Awareness));
    assert!(!unknown.held.reaches(&SkillId::new("sql"), Expert));
    assert_eq!(unknown.held.of("sql"), Some(Practitioner));
}

#[test]
fn an_offer_lies_where_its_source_puts_it() {
    let site = site_at(INSTANT);
    let asked = |amount: &str, period: Option<Period>, currency: &str| OfferAsked {
        role: RoleId::new("backend-developer"),
        region: RegionId::new("us"),
        amount: amount.to_owned(),
        period,
        currency: currency.to_owned(),
    };
    let rows = site.pay_by_source(&RoleId::new("backend-developer"), &RegionId::new("us"));
    let row = rows.first().expect("there is a figure");
    let percentiles = row.percentiles();
    let [(low, lowest), .., (high, highest)] = percentiles[..] else {
        panic!("there are percentiles");
    };
    let among = |amount: f64, period: Option<Period>| {
        let offer = site.offer(&asked(&amount.to_string(), period, ""));
        offer.expect("an offer").among(row)
    };
    assert_eq!(row.period(), Period::Year);
    assert_eq!(among(lowest - 1.0, None), Standing::Below((low, lowest)));
    assert_eq!(among(lowest, None), Standing::At((low, lowest)));
    assert_eq!(among(highest + 1.0, None), Standing::Above((high, highest)));
    let month = among(highest, Some(Period::Month));
    assert_eq!(month, Standing::Above((high, highest)));
    assert_eq!(among(lowest, Some(Period::Hour)), Standing::OtherPeriod);
    for pair in percentiles.windows(2) {
        let middle = among(pair[0].1.midpoint(pair[1].1), None);
        let percent = f64::from(pair[0].0 + pair[1].0) / 2.0;
        assert_eq!(
            middle,
            Standing::Between(pair[0], pair[1], percent.round() as u32)
        );
    }
    let foreign = site.offer(&asked("1000", None, "XXX")).expect("an offer");
    assert_eq!(
        foreign.currency,
        row.currency(),
        "what nobody publishes is not asked for"
    );
    assert_eq!(site.offer(&asked("a lot", None, "")), None);
}

#[test]
fn figures_of_pay_are_found_and_grouped_by_what_they_count() {
    let site = site_at(INSTANT);
    let found = |search: &PaySearch| -> usize {
        let groups = site.search_pay(search);
        groups.iter().map(|group| group.rows.len()).sum()
    };
    let all = PaySearch::default();
    let role = |id: &str| PaySearch {
        role: Some(RoleId::new(id)),
        ..PaySearch::default()
    };
    assert!(found(&all) > 0);
    assert!(found(&role("backend-developer")) <= found(&all));
    assert_eq!(found(&role("nobody")), 0);
    let surveys = PaySearch {
        method: Some(Method::Survey),
        ..PaySearch::default()
    };
    for group in site.search_pay(&surveys) {
        assert!(
            group
                .rows
                .iter()
                .all(|row| row.edition.method == Method::Survey)
        );
    }
    let highest = PaySearch {
        order: PayOrder::Highest,
        ..PaySearch::default()
    };
    for group in site.search_pay(&highest) {
        let middles: Vec<_> = group.rows.iter().map(PayRow::middle).collect();
        assert!(middles.is_sorted_by(|one, two| one >= two), "{middles:?}");
        let alike = |row: &PayRow| (row.currency(), row.period()) == (group.currency, group.period);
        assert!(group.rows.iter().all(alike));
    }
}

#[test]
fn changes_are_what_editors_noted_and_figures_did() {
    let site = site_at(INSTANT);
    let today = site.today();
    let all = site.changes(Date::MIN);
    let notes: usize = all.values().map(|day| day.pages.len()).sum();
    let written = site.cards().flat_map(|card| &card.meta.changes);
    let past = written.filter(|change| change.date <= today).count();
    assert_eq!(notes, past);
    let files = || site.files_of_figures();
    let old: usize = all.values().map(|day| day.old.len()).sum();
    let grew_old = files().filter(|file| file.retrieved <= file.good_until);
    assert_eq!(old, grew_old.filter(|file| file.good_until < today).count());
    let read: usize = all.values().map(|day| day.read.len()).sum();
    assert_eq!(read, files().count());
    let newest = *all.keys().next_back().expect("a day");
    assert_eq!(site.changes(newest).len(), 1);
    assert!(all.keys().all(|day| *day <= today));
}

#[test]
fn coverage_is_what_figures_there_are() {
    let site = site_at(INSTANT);
    for role in site.roles.iter() {
        let id = RoleId::new(&role.id);
        for (place, covered) in site.pay_coverage(role) {
            let rows = site.pay(&id, &RegionId::new(&place.id));
            let fresh = rows
                .iter()
                .any(|row| row.freshness(site.today()).is_fresh());
            let expected = match (rows.is_empty(), fresh) {
                (true, _) => Covered::Missing,
                (_, true) => Covered::Fresh,
                (_, false) => Covered::Old,
            };
            assert_eq!(covered, expected, "{} in {}", role.id, place.id);
        }
    }
}

#[test]
fn a_plan_adds_up() {
    let site = site_at(INSTANT);
    let candidate = site.candidate("backend-developer", "senior", &["http"]);
    let role = candidate.role.expect("it is in the guide");
    let check = site.skill_check(role, &candidate.level, &candidate.held);
    let plan = Plan::new(&check.missing, &Timetable::read("10", "2026-12-01"));
    assert_eq!(plan.total(), hours_of(&check.missing));
    let mut before = Hours { low: 0, high: 0 };
    let mut day = plan.start.expect("a day");
    for step in &plan.steps {
        assert_eq!(step.before, before);
        let (first, end) = plan.slow_days(step).expect("days");
        assert_eq!(first, day);
        assert!(end > first);
        (before, day) = (step.after, end);
    }
    assert_eq!(plan.days(plan.total()).expect("days").1, day);
    let vague = Timetable::read("a lot", "soon");
    assert_eq!((vague.pace.hours(), vague.start), (10, None));
    assert_eq!(vague.unknown, ["a lot", "soon"]);
}
