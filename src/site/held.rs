//! The skills that a reader says they have.

use std::collections::BTreeMap;

use super::{Document, LevelId, Role, Site, SkillId, SkillLevel};

/// Skills with the level at which they are held; a skill that is not held is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held(BTreeMap<SkillId, SkillLevel>);

impl Held {
    /// The level at which a skill is held, if it is.
    pub fn level(&self, skill: &SkillId) -> Option<SkillLevel> {
        self.0.get(skill).copied()
    }

    /// The same for the name of a skill.
    pub fn of(&self, skill: &str) -> Option<SkillLevel> {
        self.0.get(skill).copied()
    }

    /// Whether a skill is held at a level, or above it.
    pub fn reaches(&self, skill: &SkillId, level: SkillLevel) -> bool {
        self.level(skill) >= Some(level)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it as [`Site::held`] reads it: `["git:working", "sql:practitioner"]`.
    pub fn words(&self) -> Vec<String> {
        let words = self.0.iter();
        words
            .map(|(skill, level)| format!("{skill}:{}", level.label()))
            .collect()
    }

    /// Adds a skill; of two levels the higher stays.
    fn add(&mut self, skill: SkillId, level: SkillLevel) {
        let held = self.0.entry(skill).or_insert(level);
        *held = level.max(*held);
    }
}

/// Somebody and the role that they want.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate<'a> {
    pub role: Option<&'a Document<Role>>,
    pub level: LevelId,
    pub held: Held,
    /// What was named and is not in the guide: a role, a level of the role, skills.
    pub unknown: Vec<String>,
}

impl Candidate<'_> {
    /// The same as a query string of the tools: `role=…&level=…&have=…`.
    pub fn query(&self) -> String {
        let role = self.role.map_or("", |role| &role.id);
        let mut query = format!("role={role}&level={}", self.level);
        if !self.held.is_empty() {
            query.push_str("&have=");
            query.push_str(&self.held.words().join(","));
        }
        query
    }
}

impl Site {
    /// Somebody who has `have` (see [`Site::held`]) and wants a role at a level; where no level is
    /// named, or not one of the role, the one at which most people take it up.
    pub fn candidate(&self, role: &str, level: &str, have: &[&str]) -> Candidate<'_> {
        let found = self.roles.get(role);
        let entry = || found.map_or_else(|| LevelId::new(level), |role| self.entry_level(role));
        let named = LevelId::new(level);
        let is_level = found.is_none_or(|role| role.levels.iter().any(|row| row.level == named));
        let level_found = match level.is_empty() || !is_level {
            true => entry(),
            false => named,
        };
        let (held, words) = self.held(have, found.map(|role| &role.fields), &level_found);
        let is_missing = |word: &str, is_known: bool| !word.is_empty() && !is_known;
        let role = is_missing(role, found.is_some()).then_some(role);
        let level = is_missing(level, is_level).then_some(level);
        let unknown = role.into_iter().chain(level).chain(words);
        Candidate {
            role: found,
            held,
            unknown: unknown.map(str::to_owned).collect(),
            level: level_found,
        }
    }

    /// Reads what a reader has: `sql:working` names a level, `sql` means the level that the role
    /// wants at `level` of the career, or working level where it does not ask for the skill. Also
    /// returns the words that are no skill of the guide, or no level.
    pub fn held<'w>(
        &self,
        words: &[&'w str],
        role: Option<&Role>,
        level: &LevelId,
    ) -> (Held, Vec<&'w str>) {
        let (mut held, mut unknown) = (Held::default(), Vec::new());
        for &word in words {
            let (id, named) = match word.split_once(':') {
                Some((id, named)) => (id, Some(named)),
                None => (word, None),
            };
            let reached = match named {
                Some(named) => SkillLevel::of_word(named),
                None => Some(self.meant(role, id, level)),
            };
            match (self.skills.get(id), reached) {
                (Some(skill), Some(reached)) => held.add(SkillId::new(&skill.id), reached),
                _ => unknown.push(word),
            }
        }
        (held, unknown)
    }

    /// The level that is meant where none is named.
    fn meant(&self, role: Option<&Role>, skill: &str, level: &LevelId) -> SkillLevel {
        let rows = role.into_iter().flat_map(|role| &role.skills);
        let mut rows = rows.filter(|row| row.skill.as_str() == skill);
        rows.next()
            .map_or(SkillLevel::Working, |row| self.wanted(row, level))
    }
}
