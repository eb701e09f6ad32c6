//! Fenced `@blocks`: a closed list of names, a checked struct for each, and the few rules that a
//! struct cannot say.

use std::ops::Range;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::site::{
    Block, ChartBlock, FigureBlock, JobsBlock, LevelsBlock, SalaryBlock, SkillsBlock, StepsBlock,
};

use super::fields::{self, Place};
use super::near::{did_you_mean, nearest, only_word};
use super::schema::{Schema, Schemas};
use super::{Diagnostic, Fix, Reference, Target};

/// The names that exist.
pub(super) const NAMES: [&str; 8] = [
    "salary", "figure", "chart", "skills", "levels", "steps", "jobs", "include",
];

/// What became of a block.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What it is, if nothing was wrong with it.
    pub(super) what: Option<What>,
    pub(super) references: Vec<Reference>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What a block is.
#[derive(Debug, PartialEq)]
pub(super) enum What {
    /// Data that a page draws.
    Block(Block),
    /// The text of this snippet.
    Include(String),
}

/// `@include`: the same words on several pages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct IncludeBlock {
    /// The file in `snippets/`, without its ending.
    snippet: String,
}

/// Where a block stands in the text of a [`Place`].
pub(super) struct Fence<'a> {
    /// `salary` of `@salary`.
    pub(super) name: &'a str,
    /// The name with its `@`.
    pub(super) name_at: Range<usize>,
    /// The lines between the fences.
    pub(super) body: Range<usize>,
}

/// Reads a block.
pub(super) fn read(place: Place, fence: &Fence) -> Found {
    match fence.name {
        "salary" => block(place, fence, |_: &SalaryBlock| None, Block::Salary),
        "figure" => figure(place, fence),
        "chart" => block(place, fence, chart_rule, Block::Chart),
        "skills" => block(place, fence, skills_rule, Block::Skills),
        "levels" => block(place, fence, levels_rule, Block::Levels),
        "steps" => block(place, fence, |_: &StepsBlock| None, Block::Steps),
        "jobs" => block(place, fence, jobs_rule, Block::Jobs),
        "include" => struct_of(
            place,
            fence,
            |_| None,
            |include: IncludeBlock| What::Include(include.snippet),
        ),
        name => unknown(place, fence, name),
    }
}

/// The schema of each block, in the order of [`NAMES`].
pub(super) fn block_schemas(schemas: &Schemas) -> [(&'static str, Arc<Schema>); 8] {
    [
        ("salary", schemas.of::<SalaryBlock>()),
        ("figure", schemas.of::<FigureBlock>()),
        ("chart", schemas.of::<ChartBlock>()),
        ("skills", schemas.of::<SkillsBlock>()),
        ("levels", schemas.of::<LevelsBlock>()),
        ("steps", schemas.of::<StepsBlock>()),
        ("jobs", schemas.of::<JobsBlock>()),
        ("include", schemas.of::<IncludeBlock>()),
    ]
}

/// Where a TOML string of the body stands, without its quotes; the whole body if it is not found.
pub(super) fn value_at(text: &str, body: &Range<usize>, value: &str) -> Range<usize> {
    let inside = &text[body.clone()];
    let quoted = [format!("\"{value}\""), format!("'{value}'")];
    match quoted
        .iter()
        .find_map(|quoted| inside.find(quoted.as_str()))
    {
        Some(at) => body.start + at + 1..body.start + at + 1 + value.len(),
        None => body.clone(),
    }
}

fn unknown(place: Place, fence: &Fence, name: &str) -> Found {
    let message = format!("`@{name}` is not a block");
    let mut diagnostic =
        Diagnostic::error("block-unknown", place.file, fence.name_at.clone(), message)
            .label(format!("one of: @{}", NAMES.join(", @")));
    if let Some(near) = nearest(name, NAMES) {
        let sure = only_word(name, NAMES);
        let at = &fence.name_at;
        let fix = sure.and_then(|sure| Fix::inside(place.text, at, name, sure));
        diagnostic = diagnostic.help(did_you_mean(&format!("@{near}"))).fix(fix);
    }
    Found {
        diagnostics: vec![diagnostic],
        ..Found::default()
    }
}

fn block<T: DeserializeOwned + JsonSchema>(
    place: Place,
    fence: &Fence,
    rule: fn(&T) -> Option<&'static str>,
    block: fn(T) -> Block,
) -> Found {
    struct_of(place, fence, rule, |fields| What::Block(block(fields)))
}

/// Reads the body as a `T` and holds it against a rule, which gives what it misses.
fn struct_of<T: DeserializeOwned + JsonSchema>(
    place: Place,
    fence: &Fence,
    rule: fn(&T) -> Option<&'static str>,
    what: impl FnOnce(T) -> What,
) -> Found {
    let fields = fields::read::<T>(place, fence.body.clone());
    let mut diagnostics: Vec<_> = fields.diagnostics.into_iter().map(of_block).collect();
    let missed = fields.value.as_ref().and_then(rule);
    diagnostics.extend(missed.map(|missed| {
        let message = format!("`@{}` needs {missed}", fence.name);
        Diagnostic::error("block-field", place.file, fence.name_at.clone(), message)
    }));
    Found {
        what: fields.value.filter(|_| missed.is_none()).map(what),
        references: fields.references,
        diagnostics,
    }
}

/// The fields of a block are checked like front matter, but an editor looks for them elsewhere.
fn of_block(diagnostic: Diagnostic) -> Diagnostic {
    match diagnostic.code.starts_with("fm-") {
        true => Diagnostic {
            code: "block-field",
            ..diagnostic
        },
        false => diagnostic,
    }
}

/// A figure is named twice: its file, which the struct says, and its id in that file.
fn figure(place: Place, fence: &Fence) -> Found {
    let mut found = block(place, fence, |_: &FigureBlock| None, Block::Figure);
    if let Some(What::Block(Block::Figure(figure))) = &found.what {
        found.references.push(Reference {
            file: place.file.to_owned(),
            span: value_at(place.text, &fence.body, &figure.figure),
            target: Target::Figure {
                usage: figure.usage.to_string(),
                figure: figure.figure.clone(),
            },
        });
    }
    found
}

fn chart_rule(chart: &ChartBlock) -> Option<&'static str> {
    let of_a_role = usize::from(chart.trend.is_some()) + usize::from(chart.sources.is_some());
    match (chart.usage.is_some(), of_a_role) {
        (true, 0) if chart.region.is_some() => Some("no `region` with `usage`"),
        (true, 0) => None,
        (false, 1) if chart.region.is_none() => Some("a `region`"),
        (false, 1) if chart.top.is_some() => Some("no `top` without `usage`"),
        (false, 1) => None,
        _ => Some("exactly one of `usage`, `trend` and `sources`"),
    }
}

fn skills_rule(skills: &SkillsBlock) -> Option<&'static str> {
    let given = [
        skills.role.is_some(),
        skills.group.is_some(),
        !skills.skills.is_empty(),
    ];
    (given.iter().filter(|given| **given).count() != 1)
        .then_some("exactly one of `role`, `group` and `skills`")
}

fn levels_rule(levels: &LevelsBlock) -> Option<&'static str> {
    (levels.skill.is_some() == levels.career_path.is_some())
        .then_some("exactly one of `skill` and `career_path`")
}

fn jobs_rule(jobs: &JobsBlock) -> Option<&'static str> {
    (jobs.role.is_some() && jobs.skill.is_some()).then_some("at most one of `role` and `skill`")
}
