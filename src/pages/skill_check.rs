//! `/skill-check`: what somebody has and lacks for a role.

use askama::Template;

use crate::site::{Address, Candidate, Kind, Lack, Reason, Site, SkillCheck, Tool, hours_of};

use super::charts::LevelMark;
use super::layout::Layout;
use super::ticks::{Ticks, passed_over, reason};
use super::words::{self, counted};

/// The number of other roles that are named.
const NEAREST: usize = 6;

/// A form to tick what one can, and what comes of it.
#[derive(Template)]
#[template(path = "skill_check.html")]
pub struct SkillCheckPage<'a> {
    layout: Layout<'a>,
    answer: String,
    passed_over: Vec<String>,
    ticks: Ticks<'a>,
    found: Option<Found<'a>>,
    nearest: Vec<Near<'a>>,
    /// The question as the plan asks it.
    query: String,
}

/// What a check came to.
struct Found<'a> {
    missing: Vec<Row<'a>>,
    optional: Vec<Row<'a>>,
    have: Vec<Row<'a>>,
}

/// A skill with how far it is held, and why it is in the list.
struct Row<'a> {
    path: String,
    title: &'a str,
    need: &'static str,
    held: Option<LevelMark>,
    wanted: LevelMark,
    hours: String,
    why: String,
}

/// Another role, and how many of its must-haves are met.
struct Near<'a> {
    path: String,
    title: &'a str,
    met: usize,
    all: usize,
    query: String,
}

impl<'a> SkillCheckPage<'a> {
    pub fn new(site: &'a Site, candidate: &Candidate<'a>) -> Self {
        let check = candidate
            .role
            .map(|role| site.skill_check(role, &candidate.level, &candidate.held));
        SkillCheckPage {
            layout: Layout::new(
                site,
                &Address::Tool(Tool::SkillCheck),
                "Check your skills against a backend role",
                "Tick what you can: what you have, what is missing in the order in which it can be learnt, with hours, what is optional, and the roles nearest to you.",
                "Check my skills",
            ),
            answer: answer(site, candidate, check.as_ref()),
            passed_over: passed_over(&candidate.unknown),
            ticks: Ticks::new(site, candidate, check.as_ref()),
            nearest: nearest(site, candidate),
            query: candidate.query(),
            found: check.map(|check| Found {
                missing: rows(&check.missing),
                optional: rows(&check.optional),
                have: rows(&check.have),
            }),
        }
    }

    /// The same as the answer to a question.
    pub fn answering(self) -> Self {
        SkillCheckPage {
            layout: self.layout.answering(),
            ..self
        }
    }
}

/// What the check comes to, in two sentences.
fn answer(site: &Site, candidate: &Candidate, check: Option<&SkillCheck>) -> String {
    let (Some(role), Some(check)) = (candidate.role, check) else {
        return "Choose a role, then tick what you can. The answer stands in the address: keep it, print it, or send it to somebody; nothing is stored here.".to_owned();
    };
    let level = words::lower_first(site.level(&candidate.level));
    let name = words::role_in_text(role);
    let wanted = format!("{} at the level “{level}”", words::with_article(&name));
    let (met, all) = check.musts;
    let must_haves = counted(all, "must-have skill", "must-have skills");
    match (candidate.held.is_empty(), check.missing.is_empty()) {
        (true, _) => format!(
            "Tick below what you can. {} is asked for {must_haves}, in our rubric {} of learning from nothing.",
            words::upper_first(&wanted),
            hours_of(&check.missing)
        ),
        (false, true) => format!("You have all {must_haves} of {wanted}."),
        (false, false) => format!(
            "You have {met} of {must_haves} of {wanted}. The rest takes {} in our ranges.",
            hours_of(&check.missing)
        ),
    }
}

fn rows<'a>(lacks: &[Lack<'a>]) -> Vec<Row<'a>> {
    let row = |lack: &Lack<'a>| Row {
        path: Kind::Skill.path(&lack.skill.id),
        title: &lack.skill.meta.title,
        need: match lack.reason {
            Reason::Asked(row) => row.need.label(),
            Reason::Before(_) => "comes first",
        },
        held: lack.held.map(LevelMark::new),
        wanted: LevelMark::new(lack.wanted),
        hours: match lack.held >= Some(lack.wanted) {
            true => "no more".to_owned(),
            false => lack.hours().to_string(),
        },
        why: reason(lack),
    };
    lacks.iter().map(row).collect()
}

fn nearest<'a>(site: &'a Site, candidate: &Candidate) -> Vec<Near<'a>> {
    let chosen = candidate.role.map_or("", |role| &role.id);
    let others = site.within_reach(&candidate.held).into_iter();
    let others = others.filter(|(role, ..)| role.id != chosen).take(NEAREST);
    others
        .map(|(role, met, all)| Near {
            path: Kind::Role.path(&role.id),
            title: &role.meta.title,
            met,
            all,
            query: format!("role={}&have={}", role.id, candidate.held.words().join(",")),
        })
        .collect()
}
