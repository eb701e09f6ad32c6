//! Fenced `@blocks` drawn from the Site's data.

mod pay;

use askama::Template;

use crate::site::{
    Block, CareerPath, ChartBlock, Document, FigureBlock, JobsBlock, Kind, LevelsBlock, RoleId,
    Site, Skill, SkillLevel, SkillsBlock, StepsBlock,
};

use super::charts::{Bars, LevelMark, Trend};
pub use pay::{PayPanel, pay_title, source_strips, strips};

use super::jobs::JobCard;
use super::passport::Passport;
use super::rubric::RubricTable;
use super::words;

/// A block as HTML. `name` is unique on the page.
pub fn html(site: &Site, block: &Block, name: &str) -> String {
    match block {
        Block::Salary(block) => pay::salary(site, block, name),
        Block::Figure(block) => figure(site, block),
        Block::Chart(block) => chart(site, block, name),
        Block::Skills(block) => skills(site, block),
        Block::Levels(block) => levels(site, block),
        Block::Steps(block) => Steps { block }.to_string(),
        Block::Jobs(block) => jobs(site, block),
    }
}

#[derive(Template)]
#[template(path = "blocks/figure.html")]
struct Figure<'a> {
    value: String,
    label: &'a str,
    statement: String,
    passport: Passport<'a>,
}

fn figure(site: &Site, block: &FigureBlock) -> String {
    let Some(row) = site.usage_figure(block.usage.as_str(), &block.figure) else {
        return String::new();
    };
    Figure {
        value: words::usage_value(&row),
        label: &row.figure.label,
        statement: row.usage.measures.clone(),
        passport: Passport::of_usage(site, &row),
    }
    .to_string()
}

#[derive(Template)]
#[template(path = "blocks/chart.html")]
struct Chart<'a> {
    chart: String,
    passports: Vec<Passport<'a>>,
}

fn chart(site: &Site, block: &ChartBlock, name: &str) -> String {
    let usage = block
        .usage
        .as_ref()
        .and_then(|id| site.usage_file(id.as_str()));
    let pay = |role: &Option<RoleId>| role.clone().zip(block.region.clone());
    let drawn = if let Some(usage) = usage {
        Chart {
            chart: Bars::new(name, usage, block.top).to_string(),
            passports: vec![Passport::of_usage_file(site, usage)],
        }
    } else if let Some((role, region)) = pay(&block.trend) {
        let rows = site.pay_trend(&role, &region);
        let title = pay_title(site, &role, &region);
        let trend = Trend::new(name, &title, &rows, &[]);
        Chart {
            chart: trend.map_or_else(String::new, |trend| trend.to_string()),
            passports: rows
                .last()
                .map(|row| Passport::of_pay(site, row))
                .into_iter()
                .collect(),
        }
    } else if let Some((role, region)) = pay(&block.sources) {
        let rows = site.pay_by_source(&role, &region);
        Chart {
            chart: source_strips(site, name, &pay_title(site, &role, &region), &rows),
            passports: Vec::new(),
        }
    } else {
        return String::new();
    };
    drawn.to_string()
}

#[derive(Template)]
#[template(path = "blocks/skills.html")]
struct SkillList<'a> {
    skills: Vec<&'a Document<Skill>>,
}

fn skills(site: &Site, block: &SkillsBlock) -> String {
    if let Some(role) = block
        .role
        .as_ref()
        .and_then(|id| site.roles.get(id.as_str()))
    {
        return RubricTable::new(site, role).to_string();
    }
    let skills = match &block.group {
        Some(group) => site
            .skills
            .iter()
            .filter(|skill| skill.group == *group)
            .collect(),
        None => block
            .skills
            .iter()
            .filter_map(|id| site.skills.get(id.as_str()))
            .collect(),
    };
    SkillList { skills }.to_string()
}

/// The four levels of a skill: what one can do, and the hours to get there.
#[derive(Template)]
#[template(path = "blocks/skill_levels.html")]
pub struct SkillLevels<'a> {
    levels: Vec<SkillLevelRow<'a>>,
}

struct SkillLevelRow<'a> {
    level: SkillLevel,
    mark: LevelMark,
    outcome: &'a crate::site::Outcome,
}

impl<'a> SkillLevels<'a> {
    pub fn new(skill: &'a Skill) -> Self {
        let rows = SkillLevel::ALL.into_iter().map(|level| SkillLevelRow {
            level,
            mark: LevelMark::new(level),
            outcome: skill.levels.at(level),
        });
        SkillLevels {
            levels: rows.collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "blocks/path_levels.html")]
struct PathLevels<'a> {
    site: &'a Site,
    path: &'a Document<CareerPath>,
}

impl PathLevels<'_> {
    fn path(&self) -> String {
        Kind::CareerPath.path(&self.path.id)
    }
}

fn levels(site: &Site, block: &LevelsBlock) -> String {
    let skill = block
        .skill
        .as_ref()
        .and_then(|id| site.skills.get(id.as_str()));
    let path = block
        .career_path
        .as_ref()
        .and_then(|id| site.career_paths.get(id.as_str()));
    match (skill, path) {
        (Some(skill), _) => SkillLevels::new(skill).to_string(),
        (None, Some(path)) => PathLevels { site, path }.to_string(),
        (None, None) => String::new(),
    }
}

#[derive(Template)]
#[template(path = "blocks/steps.html")]
struct Steps<'a> {
    block: &'a StepsBlock,
}

#[derive(Template)]
#[template(path = "blocks/jobs.html")]
struct JobList<'a> {
    jobs: Vec<JobCard<'a>>,
}

fn jobs(site: &Site, block: &JobsBlock) -> String {
    let wanted = |job: &&Document<crate::site::Job>| {
        block.role.as_ref().is_none_or(|role| job.role == *role)
            && block
                .skill
                .as_ref()
                .is_none_or(|skill| job.skills.contains(skill))
    };
    let jobs = site
        .jobs
        .iter()
        .filter(wanted)
        .map(|job| JobCard::new(site, job));
    JobList {
        jobs: jobs.collect(),
    }
    .to_string()
}

/// The path of a skill's page.
pub fn skill_path(skill: &Document<Skill>) -> String {
    Kind::Skill.path(&skill.id)
}
