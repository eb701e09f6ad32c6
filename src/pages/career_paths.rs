//! `/career-paths` and `/career-paths/{id}`.

use askama::Template;

use crate::site::{Address, CareerPath, Document, Kind, RoleId, Rung, RungChange, Site};

use super::charts::LadderMap;
use super::flow::{self, ContentsEntry, WholeSection, contents};
use super::foot::Foot;
use super::layout::Layout;
use super::opening::Opening;
use super::words::{self, counted, fitting_title, list, lower_first};

/// The career paths.
#[derive(Template)]
#[template(path = "career_paths.html")]
pub struct CareerPathsPage<'a> {
    layout: Layout<'a>,
    paths: Vec<PathRow<'a>>,
}

struct PathRow<'a> {
    path: String,
    title: &'a str,
    summary: &'a str,
    for_whom: &'a str,
    rungs: Vec<&'a str>,
}

impl<'a> CareerPathsPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let paths = site
            .career_paths
            .by_title()
            .into_iter()
            .map(|path| PathRow {
                path: Kind::CareerPath.path(&path.id),
                title: &path.meta.title,
                summary: &path.meta.summary,
                for_whom: &path.for_whom.html,
                rungs: path
                    .rungs
                    .iter()
                    .map(|rung| site.level(&rung.level))
                    .collect(),
            });
        CareerPathsPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::CareerPath),
                "Career paths in backend engineering, rung by rung",
                "From the first job to principal engineer or director: scope, skills that change, usual time on each rung, and what published ladders call it.",
                "Career paths",
            ),
            paths: paths.collect(),
        }
    }
}

/// One career path.
#[derive(Template)]
#[template(path = "career_path.html")]
pub struct CareerPathPage<'a> {
    layout: Layout<'a>,
    path: &'a Document<CareerPath>,
    contents: Vec<ContentsEntry>,
    opening: Opening<'a>,
    map: LadderMap,
    rungs: Vec<RungView<'a>>,
    pairs: Vec<PairView<'a>>,
    sideways: Vec<SidewaysView<'a>>,
    others: Vec<WholeSection<'a>>,
    foot: Foot<'a>,
}

/// A rung with what changes, in words.
struct RungView<'a> {
    rung: &'a Rung,
    level: &'a str,
    heading: String,
    after: String,
    next: String,
    role: Option<(String, &'a str)>,
    rises: Vec<RiseView<'a>>,
    called: String,
    pay: String,
}

/// Two rungs of which one follows the other.
struct PairView<'a> {
    lower: &'a str,
    upper: &'a str,
    lower_scope: &'a str,
    upper_scope: &'a str,
    /// The skills that rise, with the step: `SQL from working to practitioner`.
    rises: String,
}

struct RiseView<'a> {
    path: String,
    title: &'a str,
    /// `from working to practitioner`, `new, at working level`.
    step: String,
    change: &'a str,
}

struct SidewaysView<'a> {
    from: &'a str,
    path: String,
    title: &'a str,
    text: &'a str,
}

impl<'a> CareerPathPage<'a> {
    pub fn new(site: &'a Site, path: &'a Document<CareerPath>) -> Self {
        let name = &path.meta.title;
        CareerPathPage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::CareerPath, path.id.clone()),
                fitting_title(&[format!("{name}: rungs, skills and time"), name.clone()]),
                &path.meta.summary,
                name,
            ),
            path,
            contents: contents(Kind::CareerPath, &path.body),
            opening: Opening::new(&path.meta)
                .kicker("Career path")
                .for_whom(&path.for_whom.html),
            map: LadderMap::new("map", name, path, site),
            rungs: path
                .changes()
                .into_iter()
                .map(|change| rung_view(site, change))
                .collect(),
            pairs: path
                .changes()
                .iter()
                .flat_map(|change| pairs(site, change))
                .collect(),
            sideways: path
                .sideways
                .iter()
                .filter_map(|side| {
                    let to = site.roles.get(side.to.as_str())?;
                    Some(SidewaysView {
                        from: site.level(&side.from),
                        path: Kind::Role.path(&to.id),
                        title: &to.meta.title,
                        text: &side.text.html,
                    })
                })
                .collect(),
            others: flow::other_sections(site, Kind::CareerPath, &path.body),
            foot: Foot::new(site, Kind::CareerPath, path),
        }
    }

    fn text(&self, id: &str) -> String {
        flow::section(self.layout.site, &self.path.body, id)
    }

    fn lead(&self) -> String {
        flow::html(self.layout.site, &self.path.body.lead, "lead")
    }

    fn level(&self, id: &'a crate::site::LevelId) -> &'a str {
        self.layout.site.level(id)
    }
}

/// `Mid-level: Backend developer`, but a title that names its level stands alone.
fn heading(level: &str, title: &str) -> String {
    match title.to_lowercase().contains(&level.to_lowercase()) {
        true => title.to_owned(),
        false => format!("{level}: {title}"),
    }
}

fn rung_view<'a>(site: &'a Site, change: RungChange<'a>) -> RungView<'a> {
    let names = |rungs: &[&'a Rung]| {
        let names: Vec<String> = rungs
            .iter()
            .map(|rung| lower_first(site.level(&rung.level)))
            .collect();
        list(&names)
    };
    let rung = change.rung;
    let role = rung
        .role
        .as_ref()
        .and_then(|id| site.roles.get(id.as_str()));
    let called: Vec<String> = rung
        .called
        .iter()
        .map(|called| format!("{} ({})", called.name, called.by))
        .collect();
    RungView {
        rung,
        level: site.level(&rung.level),
        heading: heading(site.level(&rung.level), &rung.title),
        after: names(&change.from),
        next: names(&change.to),
        role: role.map(|role| (Kind::Role.path(&role.id), role.meta.title.as_str())),
        rises: change
            .rises
            .iter()
            .filter_map(|rise| rise_view(site, rise))
            .collect(),
        called: list(&called),
        pay: pay(site, rung),
    }
}

fn rise_view<'a>(site: &'a Site, rise: &crate::site::SkillRise<'a>) -> Option<RiseView<'a>> {
    let skill = site.skills.get(rise.skill.skill.as_str())?;
    Some(RiseView {
        path: Kind::Skill.path(&skill.id),
        title: &skill.meta.title,
        step: match rise.before {
            Some(before) if before < rise.skill.level => {
                format!("from {} to {}", before.label(), rise.skill.level.label())
            }
            Some(_) => format!("stays at {}", rise.skill.level.label()),
            None => format!("{} level", rise.skill.level.label()),
        },
        change: &rise.skill.change.html,
    })
}

fn pairs<'a>(site: &'a Site, change: &RungChange<'a>) -> Vec<PairView<'a>> {
    let rises = change.rises.iter().filter_map(|rise| rise_view(site, rise));
    let rises: Vec<String> = rises
        .map(|rise| format!("{} {}", rise.title, rise.step))
        .collect();
    let pair = |lower: &&'a Rung| PairView {
        lower: site.level(&lower.level),
        upper: site.level(&change.rung.level),
        lower_scope: &lower.scope.html,
        upper_scope: &change.rung.scope.html,
        rises: if rises.is_empty() {
            "none named".to_owned()
        } else {
            list(&rises)
        },
    };
    change.from.iter().map(pair).collect()
}

/// What is known of the pay on a rung: how many figures tell levels apart, or that none does.
fn pay(site: &Site, rung: &Rung) -> String {
    let Some(role) = &rung.role else {
        return "No figure: the guide has no page on this role yet.".to_owned();
    };
    let at_level = site
        .pay_of(role)
        .filter(|row| row.figure.level.as_ref() == Some(&rung.level))
        .count();
    let by_years = site.pay_of(role).any(|row| row.figure.years.is_some());
    let name = match site.roles.get(role.as_str()) {
        Some(role) => words::with_article(&words::role_in_text(role)),
        None => "the role".to_owned(),
    };
    match at_level {
        0 if by_years => format!(
            "No source tells the levels of {name} apart; the pay page has figures by years of experience."
        ),
        0 => format!("No source tells the levels of {name} apart."),
        n => format!("{} on the pay page.", counted(n, "figure", "figures")),
    }
}

/// The path of the pay page of a rung's role.
pub fn pay_path(role: &RoleId) -> String {
    Address::SalaryRole(role.clone()).path()
}
