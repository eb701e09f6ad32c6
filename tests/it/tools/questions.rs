//! What tools ask of a guide, without a page.

use career_guide::site::Need;

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
