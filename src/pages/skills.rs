//! `/skills` and `/skills/{id}`.

use askama::Template;

use crate::site::{
    Address, Block, Body, Document, Hours, Kind, Learning, LearningForm, LevelId, Need, SENIOR,
    Site, Skill, SkillId, SkillLevel,
};

use super::blocks::SkillLevels;
use super::charts::LevelMark;
use super::flow::{self, ContentsEntry, WholeSection, contents};
use super::foot::Foot;
use super::layout::Layout;
use super::learning::ResourceRow;
use super::opening::Opening;
use super::passport::{Passport, statement};
use super::words::{counted, fitting_title};

/// The skills by group, with what each needs and opens.
#[derive(Template)]
#[template(path = "skills.html")]
pub struct SkillsPage<'a> {
    layout: Layout<'a>,
    groups: Vec<Group<'a>>,
}

struct Group<'a> {
    id: &'a str,
    title: &'a str,
    skills: Vec<SkillRow<'a>>,
}

struct SkillRow<'a> {
    path: String,
    title: &'a str,
    summary: &'a str,
    needs: Vec<SkillLink<'a>>,
    to_working: Hours,
    wanted_by: String,
}

/// A link to a skill.
pub struct SkillLink<'a> {
    pub path: String,
    pub title: &'a str,
}

impl<'a> SkillLink<'a> {
    fn new(skill: &'a Document<Skill>) -> Self {
        SkillLink {
            path: Kind::Skill.path(&skill.id),
            title: &skill.meta.title,
        }
    }
}

impl<'a> SkillsPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let groups = site.vocabulary.skill_groups.iter().map(|group| Group {
            id: &group.id,
            title: &group.title,
            skills: site
                .skills
                .by_title()
                .into_iter()
                .filter(|skill| skill.group.as_str() == group.id)
                .map(|skill| skill_row(site, skill))
                .collect(),
        });
        SkillsPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::Skill),
                "Backend skills in the order in which they are learnt",
                format!(
                    "{} of backend work, each at four levels with hours, a test that lets you skip it, practice and interview questions.",
                    counted(site.skills.len(), "skill", "skills")
                ),
                "Skills",
            ),
            groups: groups.filter(|group| !group.skills.is_empty()).collect(),
        }
    }
}

fn skill_row<'a>(site: &'a Site, skill: &'a Document<Skill>) -> SkillRow<'a> {
    let wanting = site.roles_wanting(&SkillId::new(&skill.id));
    SkillRow {
        path: Kind::Skill.path(&skill.id),
        title: &skill.meta.title,
        summary: &skill.meta.summary,
        needs: skill
            .needs
            .iter()
            .filter_map(|id| site.skills.get(id.as_str()))
            .map(SkillLink::new)
            .collect(),
        to_working: skill.levels.hours_between(None, SkillLevel::Working),
        wanted_by: counted(wanting.len(), "role", "roles"),
    }
}

/// Everything about one skill.
#[derive(Template)]
#[template(path = "skill.html")]
pub struct SkillPage<'a> {
    layout: Layout<'a>,
    skill: &'a Document<Skill>,
    contents: Vec<ContentsEntry>,
    opening: Opening<'a>,
    roles: Vec<WantedBy<'a>>,
    /// Figures of its use; none where the text shows one itself.
    usage: Option<Vec<UsageLine<'a>>>,
    levels: SkillLevels<'a>,
    before: Vec<SkillLink<'a>>,
    after: Vec<SkillLink<'a>>,
    resources: Vec<ResourceRow<'a>>,
    /// Path and title of those that there is no room for.
    more_resources: Vec<(String, &'a str)>,
    certifications: Vec<ResourceRow<'a>>,
    questions: Vec<QuestionGroup<'a>>,
    related: Vec<(String, &'a str, &'a str)>,
    others: Vec<WholeSection<'a>>,
    foot: Foot<'a>,
}

struct WantedBy<'a> {
    path: String,
    title: &'a str,
    need: &'static str,
    entry: LevelMark,
    senior: LevelMark,
    why: &'a str,
}

struct UsageLine<'a> {
    statement: String,
    passport: Passport<'a>,
}

struct QuestionGroup<'a> {
    level: &'static str,
    questions: Vec<&'a crate::site::Question>,
}

/// How many resources a page describes.
const MOST_RESOURCES: usize = 6;

impl<'a> SkillPage<'a> {
    pub fn new(site: &'a Site, skill: &'a Document<Skill>) -> Self {
        let id = SkillId::new(&skill.id);
        let name = &skill.meta.title;
        let (certifications, mut resources): (Vec<_>, Vec<_>) = teaching(site, &id)
            .into_iter()
            .partition(|resource| resource.form == LearningForm::Certification);
        let more = resources.split_off(resources.len().min(MOST_RESOURCES));
        SkillPage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::Skill, skill.id.clone()),
                fitting_title(&[
                    format!("{name}: four levels, skip test, interview questions"),
                    format!("{name}: levels and interview questions"),
                    format!("{name}: levels, questions"),
                ]),
                &skill.meta.summary,
                name,
            ),
            skill,
            contents: contents(Kind::Skill, &skill.body),
            opening: Opening::new(&skill.meta)
                .kicker(site.vocabulary.title("skill-groups", skill.group.as_str()))
                .also_called(&skill.also_called),
            roles: wanted_by(site, &id),
            usage: (!shows_figure(&skill.body)).then(|| usage(site, &id)),
            levels: SkillLevels::new(skill),
            before: site.before(skill).into_iter().map(SkillLink::new).collect(),
            after: site.opens(skill).into_iter().map(SkillLink::new).collect(),
            resources: resources.into_iter().map(ResourceRow::new).collect(),
            more_resources: more
                .into_iter()
                .map(|one| (Kind::Learning.path(&one.id), one.meta.title.as_str()))
                .collect(),
            certifications: certifications.into_iter().map(ResourceRow::new).collect(),
            questions: questions(skill),
            related: related(site, Kind::Skill, &skill.id),
            others: flow::other_sections(site, Kind::Skill, &skill.body),
            foot: Foot::new(site, Kind::Skill, skill),
        }
    }

    fn text(&self, id: &str) -> String {
        flow::section(self.layout.site, &self.skill.body, id)
    }

    fn lead(&self) -> String {
        flow::html(self.layout.site, &self.skill.body.lead, "lead")
    }

    /// The hours from nothing to each level.
    fn hours_in_all(&self) -> Vec<(&'static str, Hours, Hours)> {
        SkillLevel::ALL
            .into_iter()
            .map(|level| {
                let levels = &self.skill.levels;
                (
                    level.label(),
                    levels.at(level).hours,
                    levels.hours_between(None, level),
                )
            })
            .collect()
    }
}

fn wanted_by<'a>(site: &'a Site, skill: &SkillId) -> Vec<WantedBy<'a>> {
    site.roles_wanting(skill)
        .into_iter()
        .map(|(role, row)| WantedBy {
            path: Kind::Role.path(&role.id),
            title: &role.meta.title,
            need: Need::label(row.need),
            entry: LevelMark::new(row.level),
            senior: LevelMark::new(site.wanted(row, &LevelId::new(SENIOR))),
            why: &row.why.html,
        })
        .collect()
}

/// Whether the text says itself how many use the skill.
fn shows_figure(body: &Body) -> bool {
    let is_figure = |block: &Block| matches!(block, Block::Figure(_) | Block::Chart(_));
    flow::has_block(body, "why-employers-ask", is_figure)
}

fn usage<'a>(site: &'a Site, skill: &SkillId) -> Vec<UsageLine<'a>> {
    site.usage_of(skill)
        .into_iter()
        .map(|row| UsageLine {
            statement: statement(&row),
            passport: Passport::of_usage(site, &row),
        })
        .collect()
}

/// What teaches a skill, free before paid, easy before hard.
fn teaching<'a>(site: &'a Site, skill: &SkillId) -> Vec<&'a Document<Learning>> {
    let mut resources: Vec<&Document<Learning>> = site
        .learning
        .iter()
        .filter(|resource| resource.teaches.contains(skill))
        .collect();
    resources.sort_by_key(|resource| (resource.price.cost as u8, resource.level));
    resources
}

fn questions(skill: &Skill) -> Vec<QuestionGroup<'_>> {
    SkillLevel::ALL
        .into_iter()
        .map(|level| QuestionGroup {
            level: level.label(),
            questions: skill
                .questions
                .iter()
                .filter(|question| question.level == level)
                .collect(),
        })
        .filter(|group| !group.questions.is_empty())
        .collect()
}

/// Links to the documents closest to one, for the end of a page: path, title, kind.
pub fn related<'a>(site: &'a Site, kind: Kind, id: &str) -> Vec<(String, &'a str, &'a str)> {
    site.related(kind, id, 5)
        .into_iter()
        .map(|card| (card.path(), card.title, card.summary))
        .collect()
}
