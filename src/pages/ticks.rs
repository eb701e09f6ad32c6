//! The boxes in which a reader ticks what they can.

use askama::Template;

use crate::site::{Candidate, Document, Lack, LevelId, Role, Site, Skill, SkillCheck, SkillLevel};

use super::form::Select;

/// The choice of a role and a level, and a box for each skill that matters for them.
#[derive(Template)]
#[template(path = "partials/ticks.html")]
pub struct Ticks<'a> {
    role: Select<'a>,
    level: Option<Select<'a>>,
    groups: Vec<TickGroup<'a>>,
}

struct TickGroup<'a> {
    title: &'a str,
    ticks: Vec<Tick<'a>>,
}

/// A box that says that a skill is held at a level.
struct Tick<'a> {
    id: &'a str,
    title: &'a str,
    level: SkillLevel,
    is_ticked: bool,
    /// A level below that is held, in a box of its own.
    below: Option<SkillLevel>,
    /// What one can do at the level.
    can: &'a str,
}

impl<'a> Ticks<'a> {
    /// The boxes for a candidate whose check came to this.
    pub fn new(site: &'a Site, candidate: &Candidate<'a>, check: Option<&SkillCheck<'a>>) -> Self {
        let chosen = candidate.role.map_or("", |role| role.id.as_str());
        let mut ticks: Vec<(&Document<Skill>, Tick)> = check
            .into_iter()
            .flat_map(|check| [&check.have, &check.missing, &check.optional])
            .flatten()
            .map(|lack| (lack.skill, tick(lack.skill, lack.wanted, lack.held)))
            .collect();
        let others = site.skills.iter().filter_map(|skill| {
            let held = candidate.held.of(&skill.id)?;
            Some((skill, tick(skill, held, Some(held))))
        });
        for (skill, other) in others {
            if ticks.iter().all(|(_, tick)| tick.id != skill.id) {
                ticks.push((skill, other));
            }
        }
        ticks.sort_by_key(|(_, tick)| tick.title.to_lowercase());
        let groups = site.vocabulary.skill_groups.iter().map(|group| TickGroup {
            title: &group.title,
            ticks: ticks
                .extract_if(.., |(skill, _)| skill.group.as_str() == group.id)
                .map(|(_, tick)| tick)
                .collect(),
        });
        Ticks {
            role: Select::role(site, "role", "The role you want", chosen),
            level: candidate
                .role
                .map(|role| level(site, role, &candidate.level)),
            groups: groups.filter(|group| !group.ticks.is_empty()).collect(),
        }
    }
}

fn tick<'a>(skill: &'a Document<Skill>, wanted: SkillLevel, held: Option<SkillLevel>) -> Tick<'a> {
    // What is held above the level wanted stays what it is.
    let level = held.map_or(wanted, |held| held.max(wanted));
    let outcome = skill.fields.levels.at(wanted);
    Tick {
        id: &skill.id,
        title: &skill.meta.title,
        level,
        is_ticked: held >= Some(wanted),
        below: held.filter(|held| *held < wanted),
        can: outcome.can.first().map_or("", |can| &can.text),
    }
}

fn level<'a>(site: &'a Site, role: &'a Role, chosen: &LevelId) -> Select<'a> {
    let levels = role.levels.iter();
    let levels = levels.map(|row| (row.level.as_str(), site.level(&row.level)));
    Select::new("level", "Level", levels, chosen.as_str())
}

/// What of a question was passed over, in sentences.
pub fn passed_over(unknown: &[String]) -> Vec<String> {
    const MOST: usize = 5;
    let named = unknown.iter().take(MOST).map(|word| {
        let word: String = word.chars().take(60).collect();
        format!("“{word}” is not understood and was passed over.")
    });
    let more = unknown.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("So were {more} more words of the address."));
    named.chain(more).collect()
}

/// Why a skill is in a list: finished HTML.
pub fn reason(lack: &Lack) -> String {
    match lack.reason {
        crate::site::Reason::Asked(row) => row.why.html.clone(),
        crate::site::Reason::Before(above) => {
            let title = askama::filters::escape(&above.meta.title, askama::filters::Html);
            format!(
                "To be learnt before {}.",
                title.expect("strings can be escaped")
            )
        }
    }
}
