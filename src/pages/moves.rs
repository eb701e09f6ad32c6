//! `/moves/{from}/{to}`: what a move between two roles keeps and costs.

use askama::Template;

use crate::site::{
    Address, Document, Gap, Hours, Kind, Move, Need, PayRow, Project, Role, RoleId, RoleMove, Site,
};

use super::charts::LevelMark;
use super::layout::Layout;
use super::passport::Passport;
use super::words::{self, fitting_title, money, role_in_text};

/// One move, in one direction.
#[derive(Template)]
#[template(path = "move.html")]
pub struct MovePage<'a> {
    layout: Layout<'a>,
    from: RoleLink<'a>,
    to: RoleLink<'a>,
    answer: String,
    /// The level of the career at which the role left is counted.
    level: &'static str,
    /// What an editor says of the move.
    described: Option<&'a Move>,
    keep: Vec<KeepRow<'a>>,
    deepen: Vec<GapRow<'a>>,
    add: Vec<GapRow<'a>>,
    use_less: Vec<(String, &'a str)>,
    pay: Option<PayBeside<'a>>,
    project: Option<FirstProject<'a>>,
    /// The page of the move in the other direction.
    back: Option<String>,
}

struct RoleLink<'a> {
    path: String,
    title: &'a str,
    /// The name inside a sentence.
    name: String,
}

struct KeepRow<'a> {
    path: String,
    title: &'a str,
    had: LevelMark,
    wanted: LevelMark,
    need: &'static str,
}

/// A skill to deepen or to add.
struct GapRow<'a> {
    path: String,
    title: &'a str,
    need: &'static str,
    had: Option<LevelMark>,
    wanted: LevelMark,
    hours: String,
    why: &'a str,
}

/// The pay of both roles, of one source in one place.
struct PayBeside<'a> {
    place: String,
    rows: [PaySide; 2],
    passport: Passport<'a>,
}

struct PaySide {
    title: String,
    path: Option<String>,
    median: String,
    middle_half: String,
}

struct FirstProject<'a> {
    skill: &'a str,
    path: String,
    project: &'a Project,
}

impl<'a> MovePage<'a> {
    /// The page of a move; nothing if the guide has none.
    pub fn new(site: &'a Site, from: &RoleId, to: &RoleId) -> Option<Self> {
        let change = site.move_between(from, to)?;
        let (left, target) = (site.roles.get(from.as_str())?, site.roles.get(to.as_str())?);
        let (here, there) = (role_link(left), role_link(target));
        let hours = site.hours_of(&change);
        Some(MovePage {
            layout: Layout::new(
                site,
                &Address::Move(from.clone(), to.clone()),
                fitting_title(&[
                    format!("From {} to {}: what carries over", here.name, there.name),
                    format!("From {} to {}", here.name, there.name),
                ]),
                description(&here, &there, &change, hours),
                format!("To {}", there.name),
            ),
            answer: answer(&here, &there, &change, hours),
            level: match site.begins_higher(target) {
                true => "the first as a senior, the other at its lowest level",
                false => "both at entry level",
            },
            described: left.moves.iter().find(|described| described.to == *to),
            keep: rows(&change.keep, |gap| keep_row(site, gap)),
            deepen: rows(&change.deepen, |gap| gap_row(site, gap)),
            add: rows(&change.add, |gap| gap_row(site, gap)),
            use_less: site
                .used_less(left, target)
                .into_iter()
                .filter_map(|id| site.skills.get(id.as_str()))
                .map(|skill| (Kind::Skill.path(&skill.id), skill.meta.title.as_str()))
                .collect(),
            pay: pay_beside(site, left, target),
            project: first_project(site, &change),
            back: site
                .move_between(to, from)
                .map(|_| Address::Move(to.clone(), from.clone()).path()),
            from: here,
            to: there,
        })
    }
}

fn role_link(role: &Document<Role>) -> RoleLink<'_> {
    RoleLink {
        path: Kind::Role.path(&role.id),
        title: &role.meta.title,
        name: role_in_text(role),
    }
}

fn musts(gaps: &[Gap]) -> usize {
    gaps.iter().filter(|gap| gap.row.need == Need::Must).count()
}

/// The must-haves of a move: all, kept, to deepen, to add.
fn counts(change: &RoleMove) -> [usize; 4] {
    let [keep, deepen, add] = [&change.keep, &change.deepen, &change.add].map(|it| musts(it));
    [keep + deepen + add, keep, deepen, add]
}

fn answer(from: &RoleLink, to: &RoleLink, change: &RoleMove, hours: Hours) -> String {
    let [all, keep, deepen, add] = counts(change);
    let name = words::upper_first(&words::with_article(&from.name));
    let start = format!(
        "{name} has {keep} of the {all} must-have skills of {}",
        words::with_article(&to.name)
    );
    match (deepen, add) {
        (0, 0) => format!("{start}: nothing must be learnt first."),
        _ => format!("{start}, deepens {deepen} and adds {add}: {hours} in our ranges."),
    }
}

fn description(from: &RoleLink, to: &RoleLink, change: &RoleMove, hours: Hours) -> String {
    let [all, keep, ..] = counts(change);
    let (from, to) = (&from.name, &to.name);
    let long = format!(
        "From {from} to {to}: {keep} of {all} must-have skills carry over, the rest takes {hours}; pay on both sides and a first project."
    );
    match long.chars().count() <= 160 {
        true => long,
        false => format!(
            "From {from} to {to}: {keep} of {all} must-have skills carry over, the rest takes {hours}."
        ),
    }
}

/// Rows with must-haves first.
fn rows<'a, R>(gaps: &[Gap<'a>], row: impl Fn(&Gap<'a>) -> Option<R>) -> Vec<R> {
    let mut gaps: Vec<&Gap> = gaps.iter().collect();
    gaps.sort_by_key(|gap| gap.row.need);
    gaps.into_iter().filter_map(row).collect()
}

fn keep_row<'a>(site: &'a Site, gap: &Gap<'a>) -> Option<KeepRow<'a>> {
    let skill = site.skills.get(gap.row.skill.as_str())?;
    Some(KeepRow {
        path: Kind::Skill.path(&skill.id),
        title: &skill.meta.title,
        had: LevelMark::new(gap.had?),
        wanted: LevelMark::new(gap.row.level),
        need: gap.row.need.label(),
    })
}

fn gap_row<'a>(site: &'a Site, gap: &Gap<'a>) -> Option<GapRow<'a>> {
    let skill = site.skills.get(gap.row.skill.as_str())?;
    Some(GapRow {
        path: Kind::Skill.path(&skill.id),
        title: &skill.meta.title,
        need: gap.row.need.label(),
        had: gap.had.map(LevelMark::new),
        wanted: LevelMark::new(gap.row.level),
        hours: skill
            .levels
            .hours_between(gap.had, gap.row.level)
            .to_string(),
        why: &gap.row.why.html,
    })
}

fn pay_beside<'a>(
    site: &'a Site,
    from: &Document<Role>,
    to: &Document<Role>,
) -> Option<PayBeside<'a>> {
    let ids = [from, to].map(|role| RoleId::new(&role.id));
    let (here, there) = site.pay_beside(&ids[0], &ids[1])?;
    let side = |role: &Document<Role>, id: &RoleId, row: &PayRow| {
        let amount = row.middle().map(|amount| money(amount, row.currency()));
        let amount = amount.unwrap_or_else(|| "not published".to_owned());
        PaySide {
            title: role.meta.title.clone(),
            path: site
                .pay_page(id, &row.figure.region)
                .map(|page| page.path()),
            median: format!("{amount} {}", words::per(row)),
            middle_half: words::middle_half(row).unwrap_or_else(|| "not published".to_owned()),
        }
    };
    Some(PayBeside {
        place: site.region_in_text(&here.figure.region).to_owned(),
        rows: [side(from, &ids[0], &here), side(to, &ids[1], &there)],
        passport: Passport::of_pay(site, &there),
    })
}

/// The easiest project of the first must-have that is missing, in the order of the rubric.
fn first_project<'a>(site: &'a Site, change: &RoleMove<'a>) -> Option<FirstProject<'a>> {
    let missing = change.add.iter().chain(&change.deepen);
    let gap = missing.clone().find(|gap| gap.row.need == Need::Must);
    let gap = gap.or_else(|| missing.clone().next())?;
    let skill = site.skills.get(gap.row.skill.as_str())?;
    Some(FirstProject {
        skill: &skill.meta.title,
        path: format!("{}#practise", Kind::Skill.path(&skill.id)),
        project: skill.practice.first()?,
    })
}
