//! `/compare`: up to three roles side by side.

mod rows;

use askama::Template;

use crate::site::{Address, Comparison, Document, Kind, Role, Site, Tool};

use super::role::GlanceValue;
use rows::{DutyGroup, Line, PayTable, SkillLine, duties, glance_lines, pay, skill_lines};

pub use rows::PayLine;

use super::form::Select;
use super::layout::Layout;
use super::words;

/// The most roles that are set side by side: more do not fit beside each other.
const MOST: usize = 3;

/// Roles side by side.
#[derive(Template)]
#[template(path = "compare.html")]
pub struct ComparePage<'a> {
    layout: Layout<'a>,
    answer: String,
    fields: Vec<Select<'a>>,
    /// What of the question was passed over.
    passed_over: Vec<String>,
    /// Path and title of the roles, which are the columns of all tables.
    roles: Vec<(String, &'a str)>,
    glance: Vec<Line<'a>>,
    duties: Vec<DutyGroup<'a>>,
    skills: Vec<SkillLine<'a>>,
    pay: Option<PayTable<'a>>,
    /// Comparisons that suggest themselves, as query strings with their words.
    others: Vec<(String, String)>,
}

impl<'a> ComparePage<'a> {
    /// The roles with these ids, as far as there are such, and the form to choose others.
    pub fn new(site: &'a Site, ids: &[&str]) -> Self {
        let (known, unknown): (Vec<&str>, Vec<&str>) =
            ids.iter().partition(|id| site.roles.get(id).is_some());
        let shown = &known[..known.len().min(MOST)];
        let comparison = site.compare(shown);
        let enough = comparison.roles.len() > 1;
        ComparePage {
            layout: layout(site, ids, &comparison.roles),
            answer: answer(&comparison),
            fields: fields(site, shown),
            passed_over: passed_over(&unknown, known.len()),
            glance: when(enough, || glance_lines(site, &comparison.roles)),
            duties: when(enough, || duties(&comparison.roles)),
            skills: when(enough, || skill_lines(site, &comparison.skills)),
            pay: enough.then(|| pay(site, &comparison)),
            others: others(site, &comparison.roles),
            roles: comparison
                .roles
                .iter()
                .map(|role| (Kind::Role.path(&role.id), role.meta.title.as_str()))
                .collect(),
        }
    }
}

fn when<R>(enough: bool, rows: impl FnOnce() -> Vec<R>) -> Vec<R> {
    if enough { rows() } else { Vec::new() }
}

fn layout<'a>(site: &'a Site, ids: &[&str], roles: &[&Document<Role>]) -> Layout<'a> {
    let names: Vec<String> = roles.iter().map(|role| words::role_in_text(role)).collect();
    let title = match names.len() {
        0 | 1 => "Compare up to three backend roles side by side".to_owned(),
        _ => words::fitting_title(&[
            format!("{} compared", words::upper_first(&words::list(&names))),
            format!("{} roles compared", names.len()),
        ]),
    };
    let layout = Layout::new(
        site,
        &Address::Tool(Tool::Compare),
        title,
        "Set two or three backend roles side by side: work, skills by level, ways in and pay from one source in one place, with the rows that differ marked.",
        Tool::Compare.label(),
    );
    match ids.is_empty() {
        true => layout,
        false => layout.answering(),
    }
}

/// What the comparison comes to, in a sentence.
fn answer(comparison: &Comparison) -> String {
    let names: Vec<String> = comparison
        .roles
        .iter()
        .map(|role| words::role_in_text(role))
        .collect();
    match names.len() {
        0 => "Choose two or three roles. Their work, skills, ways in and pay are set side by side, and each row says whether it differs.".to_owned(),
        1 => format!("{} alone: choose one or two others to set beside it.", words::upper_first(&words::with_article(&names[0]))),
        _ => {
            let same = comparison.skills.iter().filter(|skill| !skill.differs()).count();
            format!(
                "{}: of {} that they ask for, {} wanted alike at entry.",
                words::upper_first(&words::list(&names)),
                words::counted(comparison.skills.len(), "skill", "skills"),
                match same {
                    0 => "none is".to_owned(),
                    1 => "1 is".to_owned(),
                    _ => format!("{same} are"),
                }
            )
        }
    }
}

fn fields<'a>(site: &'a Site, shown: &[&str]) -> Vec<Select<'a>> {
    const LABELS: [&str; MOST] = ["First role", "Second role", "Third role, if you like"];
    let field = |(number, label)| {
        let chosen = shown.get(number).copied().unwrap_or_default();
        Select::role(site, "roles", label, chosen).numbered(number + 1)
    };
    LABELS.into_iter().enumerate().map(field).collect()
}

fn passed_over(unknown: &[&str], known: usize) -> Vec<String> {
    let unknown = unknown.iter().take(MOST).map(|id| {
        let id: String = id.chars().take(60).collect();
        format!("The guide has no role “{id}”.")
    });
    let more = (known > MOST).then(|| format!("Only the first {MOST} roles are shown."));
    unknown.chain(more).collect()
}

/// With one role or more chosen: the first beside the roles whose must-haves it meets best. With
/// none: each role beside its nearest, once a family.
fn others(site: &Site, roles: &[&Document<Role>]) -> Vec<(String, String)> {
    let pair = |role: &Document<Role>, near: &Document<Role>| {
        let words = format!("{} and {}", role.meta.title, words::role_in_text(near));
        (format!("{},{}", role.id, near.id), words)
    };
    let new = |near: &Document<Role>| roles.iter().all(|role| role.id != near.id);
    match roles.first() {
        Some(first) => {
            let nearest = site.nearest(first).into_iter().map(|(near, _)| near);
            nearest
                .filter(|near| new(near))
                .take(4)
                .map(|near| pair(first, near))
                .collect()
        }
        None => {
            let families = site.vocabulary.role_families.iter();
            let firsts = families.filter_map(|family| {
                let mut roles = site.roles.by_title().into_iter();
                roles.find(|role| role.family.as_str() == family.id)
            });
            let pairs = firsts.filter_map(|role| Some(pair(role, site.nearest(role).first()?.0)));
            pairs.collect()
        }
    }
}
