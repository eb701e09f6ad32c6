//! The rubric of a role as a table: skill, need, level at entry and later, what for.

use askama::Template;

use crate::site::{Document, Kind, LevelId, Need, Role, RoleSkill, SENIOR, Site};

use super::charts::LevelMark;
use super::words;

/// The table of a role's skills: must-haves first, those wanted most first.
#[derive(Template)]
#[template(path = "partials/rubric.html")]
pub struct RubricTable<'a> {
    /// The role inside a sentence: `a backend developer`.
    role: String,
    rows: Vec<RubricRow<'a>>,
}

struct RubricRow<'a> {
    path: String,
    title: &'a str,
    need: &'static str,
    entry: LevelMark,
    later: LevelMark,
    why: &'a str,
}

impl<'a> RubricTable<'a> {
    pub fn new(site: &'a Site, role: &'a Document<Role>) -> Self {
        let row = |row: &'a RoleSkill| {
            let skill = site.skills.get(row.skill.as_str())?;
            Some(RubricRow {
                path: Kind::Skill.path(&skill.id),
                title: &skill.meta.title,
                need: row.need.label(),
                entry: LevelMark::new(row.level),
                later: LevelMark::new(site.wanted(row, &LevelId::new(SENIOR))),
                why: &row.why.html,
            })
        };
        let needs = [Need::Must, Need::Nice];
        RubricTable {
            role: words::with_article(&words::role_in_text(role)),
            rows: needs
                .into_iter()
                .flat_map(|need| role.skills_needed(need))
                .filter_map(row)
                .collect(),
        }
    }
}
