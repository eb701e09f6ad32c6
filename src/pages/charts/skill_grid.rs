//! The skill grid: which role wants which skill, how well, and whether it is a must.

use askama::Template;

use crate::site::{Document, GroupId, Kind, Role, Site, SkillId};

use super::level_mark::LevelMark;

/// A table of skills by roles, grouped as in the vocabulary.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/skill_grid.html")]
pub struct SkillGrid {
    /// What the roles have in common: `Development`.
    about: String,
    roles: Vec<Head>,
    groups: Vec<Group>,
}

/// A heading that leads to the page of a role or skill.
#[derive(Clone, Debug, PartialEq)]
struct Head {
    title: String,
    path: String,
}

/// The skills of one group.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    skill: Head,
    /// A cell per role; nothing where the role does not ask for the skill.
    cells: Vec<Option<Cell>>,
}

/// What a role wants of a skill.
#[derive(Clone, Debug, PartialEq)]
struct Cell {
    mark: LevelMark,
    /// `must have` or `nice to have`.
    need: &'static str,
}

impl SkillGrid {
    /// The skills that any of the `roles` asks for: in each group first those that most roles ask for.
    pub fn new(site: &Site, about: &str, roles: &[&Document<Role>]) -> Self {
        SkillGrid {
            about: about.to_owned(),
            roles: roles
                .iter()
                .map(|role| Head {
                    title: role.meta.title.clone(),
                    path: Kind::Role.path(&role.id),
                })
                .collect(),
            groups: groups(site, roles),
        }
    }

    fn columns(&self) -> usize {
        self.roles.len() + 1
    }
}

impl askama::filters::HtmlSafe for SkillGrid {}

fn groups(site: &Site, roles: &[&Document<Role>]) -> Vec<Group> {
    let mut asked: Vec<&SkillId> = roles
        .iter()
        .flat_map(|role| role.skills.iter().map(|row| &row.skill))
        .collect();
    asked.sort();
    asked.dedup();
    let entries = site.vocabulary.skill_groups.iter();
    let known = entries.map(|entry| (Some(entry.id.as_str()), entry.title.as_str()));
    known
        .chain([(None, "Other skills")])
        .map(|(id, title)| Group {
            title: title.to_owned(),
            rows: asked
                .iter()
                .filter(|skill| group_of(site, skill).map(GroupId::as_str) == id)
                .map(|skill| Row::new(site, skill, roles))
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .map(Group::sorted)
        .collect()
}

/// The group of a skill; none if the skill or its group is unknown, which a checked Site does not have.
fn group_of<'a>(site: &'a Site, skill: &SkillId) -> Option<&'a GroupId> {
    let group = &site.skills.get(skill.as_str())?.group;
    site.vocabulary.entry("skill-groups", group.as_str())?;
    Some(group)
}

impl Group {
    fn sorted(mut self) -> Self {
        let asking = |row: &Row| row.cells.iter().flatten().count();
        self.rows.sort_by_cached_key(|row| {
            (
                std::cmp::Reverse(asking(row)),
                row.skill.title.to_lowercase(),
            )
        });
        self
    }
}

impl Row {
    fn new(site: &Site, skill: &SkillId, roles: &[&Document<Role>]) -> Self {
        let title = site
            .skills
            .get(skill.as_str())
            .map(|skill| &skill.meta.title);
        let cell = |role: &&Document<Role>| {
            let row = role.skills.iter().find(|row| row.skill == *skill)?;
            Some(Cell {
                mark: LevelMark::new(row.level),
                need: row.need.label(),
            })
        };
        Row {
            skill: Head {
                title: title.map_or_else(|| skill.to_string(), Clone::clone),
                path: Kind::Skill.path(skill.as_str()),
            },
            cells: roles.iter().map(cell).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::drawing::Drawing;
    use super::super::sample;
    use super::SkillGrid;

    #[test]
    fn a_grid_tells_what_each_role_asks_in_words() {
        let backend = [("linux", "nice", "awareness"), ("sql", "must", "working")];
        let data = [
            ("sql", "must", "expert"),
            ("data-modelling", "must", "practitioner"),
        ];
        let roles = [
            sample::role("backend-developer", "Backend developer", &backend),
            sample::role("data-engineer", "Data engineer", &data),
        ];
        let grid = SkillGrid::new(&sample::site(), "Data", &[&roles[0], &roles[1]]);
        let drawing = Drawing::of(&grid);
        assert_eq!(
            drawing.attributes("a", "href"),
            [
                "/roles/backend-developer",
                "/roles/data-engineer",
                "/skills/sql",
                "/skills/data-modelling",
                "/skills/linux",
            ]
        );
        assert_eq!(
            drawing.texts("tbody th"),
            [
                "Databases",
                "SQL",
                "Data modelling",
                "Running software",
                "Linux"
            ]
        );
        let cells: Vec<_> = drawing
            .texts("td")
            .iter()
            .map(|cell| cell.trim().to_owned())
            .collect();
        assert_eq!(
            cells,
            [
                "workingmust have",
                "expertmust have",
                "–",
                "practitionermust have",
                "awarenessnice to have",
                "–",
            ]
        );
    }
}
