//! What changes between the rungs of a career path.

use super::{CareerPath, LevelId, Rung, RungSkill, SkillId, SkillLevel};

/// A rung with what changes on it.
#[derive(Clone, Debug, PartialEq)]
pub struct RungChange<'a> {
    pub rung: &'a Rung,
    /// The rungs people come from.
    pub from: Vec<&'a Rung>,
    /// The rungs people go to.
    pub to: Vec<&'a Rung>,
    /// The skills that rise.
    pub rises: Vec<SkillRise<'a>>,
}

/// A skill that rises on a rung.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkillRise<'a> {
    pub skill: &'a RungSkill,
    /// The level wanted before, on the nearest rung below that names the skill.
    pub before: Option<SkillLevel>,
}

impl CareerPath {
    /// The rung at this level.
    pub fn rung(&self, level: &LevelId) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.level == *level)
    }

    /// All rungs with what changes on each.
    pub fn changes(&self) -> Vec<RungChange<'_>> {
        self.rungs.iter().map(|rung| self.change(rung)).collect()
    }

    fn change<'a>(&'a self, rung: &'a Rung) -> RungChange<'a> {
        let rise = |skill: &'a RungSkill| SkillRise {
            skill,
            before: self.level_below(rung, &skill.skill, self.rungs.len()),
        };
        RungChange {
            rung,
            from: self.below(rung).collect(),
            to: self
                .rungs
                .iter()
                .filter(|other| other.after.contains(&rung.level))
                .collect(),
            rises: rung.skills.iter().map(rise).collect(),
        }
    }

    fn below<'a>(&'a self, rung: &'a Rung) -> impl Iterator<Item = &'a Rung> {
        rung.after.iter().filter_map(|level| self.rung(level))
    }

    /// The level of a skill on the nearest rung below that names it. `steps` bounds the descent, so
    /// that a path whose rungs follow each other in a circle ends.
    fn level_below(&self, rung: &Rung, skill: &SkillId, steps: usize) -> Option<SkillLevel> {
        let steps = steps.checked_sub(1)?;
        self.below(rung)
            .filter_map(|below| {
                let named = below.skills.iter().find(|row| row.skill == *skill);
                match named {
                    Some(row) => Some(row.level),
                    None => self.level_below(below, skill, steps),
                }
            })
            .max()
    }
}
