//! What somebody still lacks for a role, in an order in which it can be learnt.

use super::{
    Document, Held, Hours, LevelId, Need, Role, RoleSkill, Site, Skill, SkillId, SkillLevel,
};

/// A role at a level of the career against what somebody has.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillCheck<'a> {
    /// The rows of the rubric that are met, must-haves first.
    pub have: Vec<Lack<'a>>,
    /// The must-haves that are not met, and what must be learnt before them: each after all that it
    /// needs.
    pub missing: Vec<Lack<'a>>,
    /// What is nice to have and not met.
    pub optional: Vec<Lack<'a>>,
    /// How many of the must-haves are met, and how many there are.
    pub musts: (usize, usize),
}

/// A skill that is wanted, and how far it is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lack<'a> {
    pub skill: &'a Document<Skill>,
    pub wanted: SkillLevel,
    pub held: Option<SkillLevel>,
    pub reason: Reason<'a>,
}

/// Why a skill is in a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason<'a> {
    /// The role asks for it.
    Asked(&'a RoleSkill),
    /// The role does not ask for it, or only as nice to have; this skill needs it.
    Before(&'a Document<Skill>),
}

impl Lack<'_> {
    /// The hours from the level held to the level wanted.
    pub fn hours(&self) -> Hours {
        self.skill.levels.hours_between(self.held, self.wanted)
    }
}

/// The level at which a skill serves as the ground for another.
const GROUND: SkillLevel = SkillLevel::Working;

/// The level at which most people take up a role.
const ENTRY: &str = "junior";

impl Site {
    /// The level of a role for which a reader is checked who names none: that of a first job where
    /// the role has one, else its lowest.
    pub fn entry_level(&self, role: &Role) -> LevelId {
        let levels = || role.levels.iter().map(|row| &row.level);
        let entry = levels().find(|level| level.as_str() == ENTRY);
        let first = entry.or_else(|| levels().next());
        first.cloned().unwrap_or_else(|| LevelId::new(ENTRY))
    }

    /// What somebody who has `held` has and lacks for a role at `level` of the career.
    pub fn skill_check<'a>(
        &'a self,
        role: &'a Role,
        level: &LevelId,
        held: &Held,
    ) -> SkillCheck<'a> {
        let lacks = |need: Need| {
            let rows = role.skills_needed(need).into_iter();
            rows.filter_map(|row| self.lack(row, level, held))
        };
        let is_met = |lack: &Lack| lack.held >= Some(lack.wanted);
        let (have, missing): (Vec<_>, Vec<_>) = lacks(Need::Must).partition(is_met);
        let musts = (have.len(), have.len() + missing.len());
        let (nice, optional): (Vec<_>, Vec<_>) = lacks(Need::Nice).partition(is_met);
        let mut order = Order {
            site: self,
            held,
            wanted: &missing,
            visited: Vec::new(),
            ordered: Vec::new(),
        };
        missing.iter().for_each(|lack| order.visit(*lack));
        let missing = order.ordered;
        let first = |lack: &Lack| missing.iter().any(|other| other.skill.id == lack.skill.id);
        SkillCheck {
            have: [have, nice].concat(),
            optional: optional.into_iter().filter(|lack| !first(lack)).collect(),
            missing,
            musts,
        }
    }

    /// The roles at their entry level whose must-haves are met best, with how many are met of how
    /// many; those of which none is met are left out.
    pub fn within_reach(&self, held: &Held) -> Vec<(&Document<Role>, usize, usize)> {
        let mut roles: Vec<_> = self
            .roles
            .iter()
            .map(|role| {
                let (met, all) = self.skill_check(role, &self.entry_level(role), held).musts;
                (role, met, all)
            })
            .filter(|(_, met, _)| *met > 0)
            .collect();
        // Shares compared as whole numbers: met / all > other_met / other_all.
        roles.sort_by(|(_, met, all), (_, other_met, other_all)| {
            (other_met * all, other_met).cmp(&(met * other_all, met))
        });
        roles
    }

    fn lack<'a>(&'a self, row: &'a RoleSkill, level: &LevelId, held: &Held) -> Option<Lack<'a>> {
        Some(Lack {
            skill: self.skills.get(row.skill.as_str())?,
            wanted: self.wanted(row, level),
            held: held.level(&row.skill),
            reason: Reason::Asked(row),
        })
    }
}

/// A walk over what is missing that puts the ground before what stands on it.
struct Order<'a, 'b> {
    site: &'a Site,
    held: &'b Held,
    wanted: &'b [Lack<'a>],
    visited: Vec<&'a str>,
    ordered: Vec<Lack<'a>>,
}

impl<'a> Order<'a, '_> {
    /// Depth first, each skill after its own needs; a cycle ends where it meets itself.
    fn visit(&mut self, lack: Lack<'a>) {
        if self.visited.contains(&lack.skill.id.as_str()) {
            return;
        }
        self.visited.push(&lack.skill.id);
        for need in &lack.skill.fields.needs {
            if let Some(ground) = self.ground(need, &lack) {
                self.visit(ground);
            }
        }
        self.ordered.push(lack);
    }

    /// What of a skill is missing before another can be learnt: what the role wants of it anyway,
    /// else working level. To know of a skill one needs nothing that the role does not ask for.
    fn ground(&self, need: &SkillId, above: &Lack<'a>) -> Option<Lack<'a>> {
        let mut wanted = self.wanted.iter();
        if let Some(lack) = wanted.find(|lack| lack.skill.id == need.as_str()) {
            return Some(*lack);
        }
        if self.held.reaches(need, GROUND) || above.wanted < GROUND {
            return None;
        }
        Some(Lack {
            skill: self.site.skills.get(need.as_str())?,
            wanted: GROUND,
            held: self.held.level(need),
            reason: Reason::Before(above.skill),
        })
    }
}

/// The hours of several skills together.
pub fn hours_of(lacks: &[Lack]) -> Hours {
    lacks
        .iter()
        .map(Lack::hours)
        .fold(Hours { low: 0, high: 0 }, |sum, hours| Hours {
            low: sum.low + hours.low,
            high: sum.high + hours.high,
        })
}
