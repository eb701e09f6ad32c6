//! Promises about what the guide holds: how much, how well joined, nothing said twice, and figures
//! that agree with the verified ones.

mod figures;
mod sentences;

use std::collections::{BTreeMap, BTreeSet};

use career_guide::site::{Kind, Part, RegionId, RoleId, Site, SkillId};

use crate::guide::{REVIEWED, guide};

/// The least number of documents of each kind.
const LEAST: [(Kind, usize); 7] = [
    (Kind::Role, 16),
    (Kind::Skill, 48),
    (Kind::CareerPath, 6),
    (Kind::Guide, 30),
    (Kind::Learning, 70),
    (Kind::Industry, 8),
    (Kind::Term, 150),
];

#[test]
fn pay_of_two_roles_stands_side_by_side_only_if_different_people_were_counted() {
    let site = guide();
    let mut told_apart = 0;
    for (from, to) in site.moves() {
        let ids = [to, from];
        let Some(rows) = site.pay_side_by_side(&ids) else {
            continue;
        };
        told_apart += 1;
        for (row, other) in [(&rows[0], &ids[1]), (&rows[1], &ids[0])] {
            assert!(row.figure.roles().all(|role| role != other), "{ids:?}");
            assert_eq!(row.edition.id, rows[0].edition.id, "{ids:?}");
            assert_eq!(row.figure.region, rows[0].figure.region, "{ids:?}");
        }
    }
    assert!(told_apart > 50, "{told_apart}");
}

#[test]
fn the_guide_holds_what_it_promises() {
    let site = guide();
    for (kind, least) in LEAST {
        let held = site.cards().filter(|card| card.kind == kind).count();
        assert!(held >= least, "{held} documents of {kind:?}, not {least}");
    }
    let pairs: usize = site.roles.iter().map(|role| role.moves.len()).sum();
    assert!(pairs >= 25, "{pairs} moves with words of the editors");
    let figures = site.salaries.iter().flat_map(|edition| &edition.figures);
    let regions: BTreeSet<_> = figures.map(|row| &row.region).collect();
    let paid = regions.len();
    assert!(paid >= 30, "pay in {paid} regions");
}

#[test]
fn the_united_states_have_four_sources_side_by_side() {
    let site = guide();
    let rows = site.pay_by_source(&RoleId::new("backend-developer"), &RegionId::new("us"));
    assert!(rows.len() >= 4, "{} sources", rows.len());
}

#[test]
fn every_role_is_complete() {
    for role in guide().roles.iter() {
        let text = role.body.section("reasons-against").expect("it is fixed");
        let reasons = text.headings.len().max(count(&text.parts, "<li>"));
        assert!(reasons >= 3, "{}: {reasons} reasons against", role.id);
        let tasks = role.body.section("try-it").expect("it is fixed");
        let answers = count(&tasks.parts, "<details");
        assert!(answers >= 3, "{}: {answers} pieces to try", role.id);
        assert!(!role.moves.is_empty(), "{} has no moves", role.id);
    }
}

/// How often a tag stands in the HTML of a section.
fn count(parts: &[Part], tag: &str) -> usize {
    let html = parts.iter().map(|part| match part {
        Part::Html(html) => html.matches(tag).count(),
        Part::Block(_) => 0,
    });
    html.sum()
}

#[test]
fn every_role_has_pay_for_three_places_or_says_why_not() {
    let site = guide();
    for role in site.roles.iter() {
        let places = site.pay_regions(&RoleId::new(&role.id)).len();
        let said = role.pay_gap.is_some();
        assert!(places >= 3 || said, "{}: pay in {places} places", role.id);
    }
}

#[test]
fn every_skill_is_wanted_by_a_role() {
    let site = guide();
    let rows = site.roles.iter().flat_map(|role| &role.skills);
    let wanted: BTreeSet<&SkillId> = rows.map(|row| &row.skill).collect();
    let all = site.skills.iter().map(|skill| SkillId::new(&skill.id));
    let idle: Vec<SkillId> = all.filter(|skill| !wanted.contains(skill)).collect();
    assert!(idle.is_empty(), "no role asks for {idle:?}");
}

#[test]
fn prerequisites_never_lead_back() {
    let site = guide();
    let mut learnt: BTreeSet<&str> = BTreeSet::new();
    while learnt.len() < site.skills.len() {
        let next: Vec<&str> = site
            .skills
            .iter()
            .filter(|skill| !learnt.contains(skill.id.as_str()))
            .filter(|skill| {
                skill
                    .needs
                    .iter()
                    .all(|need| learnt.contains(need.as_str()))
            })
            .map(|skill| skill.id.as_str())
            .collect();
        assert!(!next.is_empty(), "a circle beyond {learnt:?}");
        learnt.extend(next);
    }
}

/// A reader of some other text is led to every document: not only by the index of its kind.
#[test]
fn every_document_is_linked_from_another() {
    let site = guide();
    let linked = linked(site);
    let lost: Vec<String> = site
        .cards()
        .filter(|card| !matches!(card.kind, Kind::Author | Kind::Page | Kind::Job))
        .filter(|card| !linked.contains(&(card.kind, card.id.to_owned())))
        .map(|card| format!("{:?} {}", card.kind, card.id))
        .collect();
    assert!(lost.is_empty(), "linked from nowhere: {}", lost.join(", "));
}

/// All that texts and fields of other documents lead to.
fn linked(site: &Site) -> BTreeSet<(Kind, String)> {
    let mut linked = BTreeSet::new();
    for card in site.cards() {
        let others = card.body.links.iter();
        let others = others.filter(|link| (link.kind, link.id.as_str()) != (card.kind, card.id));
        linked.extend(others.map(|link| (link.kind, link.id.clone())));
    }
    for role in site.roles.iter() {
        linked.extend(
            role.skills
                .iter()
                .map(|row| (Kind::Skill, row.skill.to_string())),
        );
        linked.extend(role.moves.iter().map(|to| (Kind::Role, to.to.to_string())));
        linked.extend(
            role.industries
                .iter()
                .map(|id| (Kind::Industry, id.to_string())),
        );
    }
    for term in site.terms.iter() {
        linked.extend(term.see.iter().map(|id| (Kind::Term, id.to_string())));
    }
    for resource in site.learning.iter() {
        // The page of each skill lists what teaches it.
        if !resource.teaches.is_empty() {
            linked.insert((Kind::Learning, resource.id.clone()));
        }
    }
    linked
}

#[test]
fn no_title_stands_twice() {
    let site = guide();
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for card in site.cards().filter(|card| card.kind != Kind::Job) {
        let title = format!(
            "{} ({:?})",
            card.title.to_lowercase(),
            shared_kind(card.kind)
        );
        let place = card.path();
        if let Some(other) = titles.insert(title, place.clone()) {
            panic!("{place} and {other} are both called {:?}", card.title);
        }
    }
}

/// A term may bear the name of the skill or role that it explains in two lines.
fn shared_kind(kind: Kind) -> bool {
    kind == Kind::Term
}

#[test]
fn every_address_outside_is_https_and_was_checked() {
    let site = guide();
    let today = REVIEWED.parse::<jiff::Timestamp>().expect("an instant");
    let today = today.to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut outside = Vec::new();
    for card in site.cards() {
        let sources = card.meta.sources.iter();
        outside.extend(sources.map(|work| (card.path(), work.url.clone(), Some(work.retrieved))));
    }
    for learning in site.learning.iter() {
        outside.push((
            learning.file.clone(),
            learning.url.clone(),
            Some(learning.checked),
        ));
    }
    for industry in site.industries.iter() {
        let employers = industry.employers.iter();
        let with_address =
            employers.filter_map(|employer| Some((employer.url.clone()?, employer.checked)));
        outside.extend(with_address.map(|(url, checked)| (industry.file.clone(), url, checked)));
    }
    for path in site.career_paths.iter() {
        let ladders = path.ladders.iter();
        outside.extend(
            ladders.map(|ladder| (path.file.clone(), ladder.url.clone(), Some(ladder.checked))),
        );
    }
    let data = site
        .salaries
        .iter()
        .map(|edition| (&edition.id, &edition.source));
    let data = data.chain(site.usage.iter().map(|usage| (&usage.id, &usage.source)));
    outside
        .extend(data.map(|(id, source)| (id.clone(), source.url.clone(), Some(source.retrieved))));
    assert!(outside.len() > 300, "{} addresses", outside.len());
    for (place, url, checked) in outside {
        assert!(url.starts_with("https://"), "{place}: {url}");
        assert!(
            checked.is_some_and(|day| day <= today),
            "{place}: {url} has no day of a check"
        );
    }
}
