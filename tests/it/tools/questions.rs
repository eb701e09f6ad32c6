//! What tools ask of a guide, without a page.

use career_guide::site::{Hours, Lack, Need, Plan, SkillId, SkillLevel, Timetable, hours_of};

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
