//! Moves between two roles, from their rubrics. A move has a direction.

use super::{Document, Hours, Need, Role, RoleSkill, Site, SkillId, SkillLevel};

/// What a move from one role to another keeps and costs.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleMove<'a> {
    /// Skills held well enough already.
    pub keep: Vec<Gap<'a>>,
    /// Skills held, but wanted at a higher level.
    pub deepen: Vec<Gap<'a>>,
    /// Skills not asked for in the role left.
    pub add: Vec<Gap<'a>>,
    /// Skills of the role left that the other does not ask for.
    pub use_less: Vec<&'a SkillId>,
}

/// A skill as the role moved to wants it, beside what the role left asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap<'a> {
    pub row: &'a RoleSkill,
    /// The level the role left asks for, if it asks for the skill.
    pub had: Option<SkillLevel>,
}

impl<'a> RoleMove<'a> {
    /// The move from `from` to `to`, both at entry level.
    pub fn between(from: &'a Role, to: &'a Role) -> Self {
        let gap = |row: &'a RoleSkill| Gap {
            row,
            had: from
                .skills
                .iter()
                .find(|had| had.skill == row.skill)
                .map(|had| had.level),
        };
        let gaps: Vec<Gap> = to.skills.iter().map(gap).collect();
        let pick = |test: fn(&Gap) -> bool| gaps.iter().copied().filter(test).collect();
        RoleMove {
            keep: pick(|gap| gap.had >= Some(gap.row.level)),
            deepen: pick(|gap| gap.had.is_some() && gap.had < Some(gap.row.level)),
            add: pick(|gap| gap.had.is_none()),
            use_less: from
                .skills
                .iter()
                .map(|row| &row.skill)
                .filter(|skill| to.skills.iter().all(|row| row.skill != **skill))
                .collect(),
        }
    }

    /// The share of the must-haves of the role moved to that are kept, 0 to 1.
    pub fn share_kept(&self) -> f64 {
        let musts = |gaps: &[Gap]| gaps.iter().filter(|gap| gap.row.need == Need::Must).count();
        let kept = musts(&self.keep);
        let all = kept + musts(&self.deepen) + musts(&self.add);
        if all == 0 {
            0.0
        } else {
            kept as f64 / all as f64
        }
    }
}

impl Site {
    /// The hours from the levels had to the levels wanted, over all must-haves of a move.
    pub fn hours_of(&self, change: &RoleMove) -> Hours {
        let gaps = change.deepen.iter().chain(&change.add);
        gaps.filter(|gap| gap.row.need == Need::Must)
            .filter_map(|gap| {
                let skill = self.skills.get(gap.row.skill.as_str())?;
                Some(skill.levels.hours_between(gap.had, gap.row.level))
            })
            .fold(Hours { low: 0, high: 0 }, |sum, hours| Hours {
                low: sum.low + hours.low,
                high: sum.high + hours.high,
            })
    }

    /// The other roles, those whose must-haves `from` meets best first.
    pub fn nearest(&self, from: &Document<Role>) -> Vec<(&Document<Role>, f64)> {
        let mut roles: Vec<_> = self
            .roles
            .iter()
            .filter(|role| role.id != from.id)
            .map(|role| (role, RoleMove::between(from, role).share_kept()))
            .collect();
        roles.sort_by(|a, b| b.1.total_cmp(&a.1));
        roles
    }
}

impl super::Outcomes {
    /// The hours from a level had (none: from nothing) to a level wanted.
    pub fn hours_between(&self, had: Option<SkillLevel>, wanted: SkillLevel) -> Hours {
        SkillLevel::ALL
            .into_iter()
            .filter(|level| Some(*level) > had && *level <= wanted)
            .fold(Hours { low: 0, high: 0 }, |sum, level| {
                let hours = self.at(level).hours;
                Hours {
                    low: sum.low + hours.low,
                    high: sum.high + hours.high,
                }
            })
    }
}
