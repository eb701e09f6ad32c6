//! Questions about rubrics: what a role wants of a skill, at which level of the career.

use super::{Document, LevelId, Need, Role, RoleSkill, Site, SkillId, SkillLevel};

impl Site {
    /// The level of a skill that a role wants from someone at `level` of the career.
    pub fn wanted(&self, row: &RoleSkill, level: &LevelId) -> SkillLevel {
        let position = |id: &LevelId| self.vocabulary.position("levels", id.as_str());
        row.rises
            .iter()
            .filter(|(from, _)| position(from) <= position(level))
            .map(|(_, wanted)| *wanted)
            .fold(row.level, SkillLevel::max)
    }

    /// The roles that want a skill: must-haves first, then those that want more of it.
    pub fn roles_wanting<'a>(
        &'a self,
        skill: &SkillId,
    ) -> Vec<(&'a Document<Role>, &'a RoleSkill)> {
        let mut wanting: Vec<_> = self
            .roles
            .iter()
            .filter_map(|role| {
                let row = role.skills.iter().find(|row| row.skill == *skill)?;
                Some((role, row))
            })
            .collect();
        wanting.sort_by_key(|(role, row)| (row.need, std::cmp::Reverse(row.level), &role.id));
        wanting
    }
}

impl Role {
    /// The rows of the rubric with this need, those wanted most first.
    pub fn skills_needed(&self, need: Need) -> Vec<&RoleSkill> {
        let mut rows: Vec<_> = self.skills.iter().filter(|row| row.need == need).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.level));
        rows
    }
}
