//! Moves between two roles, from their rubrics. A move has a direction.

use std::collections::BTreeSet;

use super::{
    Document, Hours, LevelId, Need, PayRow, Role, RoleId, RoleSkill, Site, SkillId, SkillLevel,
};

/// What a move from one role to another keeps and costs.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleMove<'a> {
    /// Skills held well enough already.
    pub keep: Vec<Gap<'a>>,
    /// Skills held, but wanted at a higher level.
    pub deepen: Vec<Gap<'a>>,
    /// Skills not asked for in the role left.
    pub add: Vec<Gap<'a>>,
}

/// A skill as the role moved to wants it, beside what the role left asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap<'a> {
    pub row: &'a RoleSkill,
    /// The level the role left asks for, if it asks for the skill.
    pub had: Option<SkillLevel>,
}

impl<'a> RoleMove<'a> {
    /// The move from `from` to the entry level of `to`. `had` says which level a row of `from`
    /// stands for: see [`Site::change`].
    fn between(from: &'a Role, to: &'a Role, had: impl Fn(&RoleSkill) -> SkillLevel) -> Self {
        let gap = |row: &'a RoleSkill| Gap {
            row,
            had: from
                .skills
                .iter()
                .find(|had| had.skill == row.skill)
                .map(&had),
        };
        let gaps: Vec<Gap> = to.skills.iter().map(gap).collect();
        let pick = |test: fn(&Gap) -> bool| gaps.iter().copied().filter(test).collect();
        RoleMove {
            keep: pick(|gap| gap.had >= Some(gap.row.level)),
            deepen: pick(|gap| gap.had.is_some() && gap.had < Some(gap.row.level)),
            add: pick(|gap| gap.had.is_none()),
        }
    }

    /// Whether the guide has a page on the move: half of the must-haves of the role moved to, or
    /// more, are asked for in the role left, at whatever level. Below that little carries over, and a
    /// page would list the whole rubric as new.
    pub fn has_page(&self) -> bool {
        let is_must = |gap: &&Gap| gap.row.need == Need::Must;
        let shared = self.keep.iter().chain(&self.deepen).filter(is_must).count();
        shared > 0 && shared >= self.add.iter().filter(is_must).count()
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

/// The level of the career that rubrics set beside entry, and at which people leave a role for one
/// that nobody has as a first job.
pub const SENIOR: &str = "senior";

impl Site {
    /// What a move from one role to the entry level of another keeps and costs. Roles that begin
    /// with a first job are compared at entry on both sides; to one that begins higher, such as
    /// engineering manager, people come as seniors.
    pub fn change<'a>(&self, from: &'a Role, to: &'a Role) -> RoleMove<'a> {
        match self.begins_higher(to) {
            true => {
                let senior = LevelId::new(SENIOR);
                RoleMove::between(from, to, |row| self.wanted(row, &senior))
            }
            false => RoleMove::between(from, to, |row| row.level),
        }
    }

    /// Skills of the role left that the other does not ask for, and that none of its skills rests on.
    pub fn used_less<'a>(&self, from: &'a Role, to: &Role) -> Vec<&'a SkillId> {
        let rests_on = self.all_before(to.skills.iter().map(|row| &row.skill));
        let asked_for = |id: &SkillId| to.skills.iter().any(|row| row.skill == *id);
        let left = from.skills.iter().map(|row| &row.skill);
        left.filter(|id| !asked_for(id) && !rests_on.contains(id.as_str()))
            .collect()
    }

    /// The ids of all that must be learnt before any of some skills.
    fn all_before<'a>(&self, skills: impl Iterator<Item = &'a SkillId>) -> BTreeSet<&str> {
        skills
            .filter_map(|id| self.skills.get(id.as_str()))
            .flat_map(|skill| self.before(skill))
            .map(|skill| skill.id.as_str())
            .collect()
    }

    /// Whether nobody has the role as a first job.
    pub fn begins_higher(&self, role: &Role) -> bool {
        let position = |id: &str| self.vocabulary.position("levels", id);
        let first = role.levels.first();
        first.is_some_and(|first| position(first.level.as_str()) >= position(SENIOR))
    }

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

    /// What a move keeps and costs; nothing if the guide has no page on it: one of the roles is not
    /// there, they are the same, or too little carries over and no editor has described the move.
    pub fn move_between(&self, from: &RoleId, to: &RoleId) -> Option<RoleMove<'_>> {
        let (left, target) = (self.roles.get(from.as_str())?, self.roles.get(to.as_str())?);
        let change = self.change(left, target);
        let described = left.moves.iter().any(|described| described.to == *to);
        (from != to && (described || change.has_page())).then_some(change)
    }

    /// All moves that have a page, by role left and role moved to.
    pub fn moves(&self) -> impl Iterator<Item = (RoleId, RoleId)> + '_ {
        let ids = || self.roles.iter().map(|role| RoleId::new(&role.id));
        let pairs = ids().flat_map(move |from| ids().map(move |to| (from.clone(), to)));
        pairs.filter(|(from, to)| self.move_between(from, to).is_some())
    }

    /// A source that tells what both roles are paid in one place: its rows, that of `from` first.
    /// Of several places the typical one of `to`, else the first in the vocabulary; of several sources
    /// the one to show first.
    pub fn pay_beside(&self, from: &RoleId, to: &RoleId) -> Option<(PayRow<'_>, PayRow<'_>)> {
        let typical = self.typical_region(to).into_iter();
        let mut regions = typical.chain(self.pay_regions(from));
        regions.find_map(|region| {
            let there = self.pay(to, &region);
            self.pay(from, &region).into_iter().find_map(|here| {
                let same = |row: &&PayRow| row.edition.id == here.edition.id;
                let row = there.iter().find(same)?;
                // One row for both says nothing of the move.
                (row.figure != here.figure).then_some((here, *row))
            })
        })
    }

    /// The other roles, those whose must-haves `from` meets best first.
    pub fn nearest(&self, from: &Document<Role>) -> Vec<(&Document<Role>, f64)> {
        let mut roles: Vec<_> = self
            .roles
            .iter()
            .filter(|role| role.id != from.id)
            .map(|role| (role, self.change(from, role).share_kept()))
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
