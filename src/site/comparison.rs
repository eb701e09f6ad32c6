//! Roles side by side.

use super::{Document, Need, PayRow, Role, RoleId, RoleSkill, Site, SkillId};

/// What several roles have in common and where they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    /// The roles, in the order in which they were named.
    pub roles: Vec<&'a Document<Role>>,
    /// Every skill that one of them asks for: those that more of them must have first.
    pub skills: Vec<SkillCompared<'a>>,
    /// Their pay by one source in one place, a row for each role; nothing if no source tells them
    /// all.
    pub pay: Option<Vec<PayRow<'a>>>,
}

/// A skill as several roles ask for it.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillCompared<'a> {
    pub skill: &'a SkillId,
    /// What each role asks, in the order of the roles; nothing where one does not ask for it.
    pub rows: Vec<Option<&'a RoleSkill>>,
}

impl SkillCompared<'_> {
    /// Whether the roles ask for it differently: need or level at entry.
    pub fn differs(&self) -> bool {
        let asked = |row: &Option<&RoleSkill>| row.map(|row| (row.need, row.level));
        self.rows
            .windows(2)
            .any(|pair| asked(&pair[0]) != asked(&pair[1]))
    }

    /// The number of roles that cannot be had without it, and of those that ask for it at all.
    fn weight(&self) -> (usize, usize) {
        let rows = || self.rows.iter().flatten();
        let musts = rows().filter(|row| row.need == Need::Must).count();
        (musts, rows().count())
    }
}

impl Site {
    /// The roles with these ids side by side; ids of no role are passed over.
    pub fn compare(&self, ids: &[&str]) -> Comparison<'_> {
        let roles: Vec<_> = ids.iter().filter_map(|id| self.roles.get(id)).collect();
        let mut skills: Vec<SkillCompared> = Vec::new();
        for row in roles.iter().flat_map(|role| &role.fields.skills) {
            if skills.iter().any(|seen| *seen.skill == row.skill) {
                continue;
            }
            let asked = |role: &&'_ Document<Role>| -> Option<usize> {
                role.skills
                    .iter()
                    .position(|other| other.skill == row.skill)
            };
            skills.push(SkillCompared {
                skill: &row.skill,
                rows: roles
                    .iter()
                    .map(|role| asked(role).map(|at| &role.fields.skills[at]))
                    .collect(),
            });
        }
        skills.sort_by_key(|skill| std::cmp::Reverse(skill.weight()));
        let of: Vec<RoleId> = roles.iter().map(|role| RoleId::new(&role.id)).collect();
        Comparison {
            pay: self.pay_side_by_side(&of).filter(|_| of.len() > 1),
            roles,
            skills,
        }
    }

    /// A source that tells what all these roles are paid in one place: a row for each, none of which
    /// counts another of the roles too, since that would set people beside themselves. Of several
    /// places the typical one of the first role, else the first in the vocabulary; of several sources
    /// the one to show first.
    pub fn pay_side_by_side(&self, ids: &[RoleId]) -> Option<Vec<PayRow<'_>>> {
        let first = ids.first()?;
        let typical = self.typical_region(first).into_iter();
        let mut regions = typical.chain(self.pay_regions(first));
        regions.find_map(|region| {
            let editions = self.pay(first, &region).into_iter();
            editions
                .map(|row| row.edition.id.as_str())
                .find_map(|edition| {
                    let of_one_alone = |id: &RoleId| {
                        self.pay(id, &region).into_iter().find(|row| {
                            let mut counted = row.figure.roles();
                            row.edition.id == edition
                                && counted.all(|other| other == id || !ids.contains(other))
                        })
                    };
                    ids.iter().map(of_one_alone).collect()
                })
        })
    }
}
