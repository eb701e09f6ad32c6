//! Questions about the order of learning.

use super::{Document, Site, Skill, SkillId};

impl Site {
    /// All that must be learnt before a skill, in an order in which it can be learnt.
    pub fn before<'a>(&'a self, skill: &Document<Skill>) -> Vec<&'a Document<Skill>> {
        let mut order = Vec::new();
        let mut visited = vec![skill.id.clone()];
        for need in &skill.needs {
            self.visit(need, &mut visited, &mut order);
        }
        order
    }

    /// Depth first, each skill after its own needs; a cycle ends where it meets itself.
    fn visit<'a>(
        &'a self,
        id: &SkillId,
        visited: &mut Vec<String>,
        order: &mut Vec<&'a Document<Skill>>,
    ) {
        if visited.iter().any(|seen| seen == id.as_str()) {
            return;
        }
        visited.push(id.to_string());
        let Some(skill) = self.skills.get(id.as_str()) else {
            return;
        };
        for need in &skill.needs {
            self.visit(need, visited, order);
        }
        order.push(skill);
    }

    /// The skills that need this one directly.
    pub fn opens(&self, skill: &Document<Skill>) -> Vec<&Document<Skill>> {
        self.skills
            .iter()
            .filter(|other| other.needs.iter().any(|need| need.as_str() == skill.id))
            .collect()
    }
}
