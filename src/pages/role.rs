//! `/roles/{id}`.

mod glance;
mod pay;

use askama::Template;

use crate::site::{Address, Block, Document, Kind, LevelId, Role, RoleId, Site};

use pay::PayByPlace;

pub use glance::{GlanceRow, GlanceValue, glance, is_officials_word, level_span, typical_pay};

use super::flow::{self, ContentsEntry, WholeSection, contents};
use super::foot::Foot;
use super::jobs::JobCard;
use super::layout::Layout;
use super::opening::Opening;
use super::passport::Passport;
use super::rubric::RubricTable;
use super::words::{self, fitting_title};

/// Everything about one role.
#[derive(Template)]
#[template(path = "role.html")]
pub struct RolePage<'a> {
    layout: Layout<'a>,
    role: &'a Document<Role>,
    contents: Vec<ContentsEntry>,
    opening: Opening<'a>,
    glance: Vec<GlanceRow<'a>>,
    duties: Vec<DutyRow<'a>>,
    rubric: RubricTable<'a>,
    levels: Vec<LevelRow<'a>>,
    career_path: Option<(String, &'a str)>,
    pay: PayByPlace<'a>,
    outlook: Vec<OutlookLine<'a>>,
    /// Whether any office projects the role.
    projected: bool,
    moves: Vec<CloseRole<'a>>,
    other_moves: Vec<(String, &'a str)>,
    /// The role and its nearest, as the comparison names them.
    beside: Option<String>,
    industries: Vec<(String, &'a str, &'a str)>,
    open: Vec<JobCard<'a>>,
    closed: usize,
    others: Vec<WholeSection<'a>>,
    foot: Foot<'a>,
}

impl<'a> RolePage<'a> {
    pub fn new(site: &'a Site, role: &'a Document<Role>) -> Self {
        let name = &role.meta.title;
        RolePage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::Role, role.id.clone()),
                fitting_title(&[
                    format!("{name}: duties, skills, levels and pay"),
                    format!("{name}: duties and pay"),
                    name.clone(),
                ]),
                &role.meta.summary,
                name,
            ),
            role,
            contents: contents(Kind::Role, &role.body),
            opening: Opening::new(&role.meta).also_called(&role.also_called),
            glance: glance(site, role),
            duties: duties(site, role),
            rubric: RubricTable::new(site, role),
            levels: levels(site, role),
            career_path: role.career_path.as_ref().and_then(|id| {
                let path = site.career_paths.get(id.as_str())?;
                Some((Kind::CareerPath.path(&path.id), path.meta.title.as_str()))
            }),
            pay: PayByPlace::new(site, role),
            outlook: outlook(site, role),
            projected: !site.outlook(&RoleId::new(&role.id)).is_empty(),
            moves: close_roles(site, role),
            other_moves: other_moves(site, role),
            beside: beside(site, role),
            industries: industries(site, role),
            open: jobs_of(site, role).filter(|job| !job.closed).collect(),
            closed: jobs_of(site, role).filter(|job| job.closed).count(),
            others: flow::other_sections(site, Kind::Role, &role.body),
            foot: Foot::new(site, Kind::Role, role),
        }
    }

    /// The text of one section.
    fn text(&self, id: &str) -> String {
        flow::section(self.layout.site, &self.role.body, id)
    }

    fn lead(&self) -> String {
        flow::html(self.layout.site, &self.role.body.lead, "lead")
    }

    /// The codes of the statistical classifications: `SOC 15-1252; O*NET 15-1252.00; ISCO-08 2512`.
    fn codes(&self) -> String {
        let codes = &self.role.codes;
        let named = [
            ("SOC", &codes.soc),
            ("O*NET", &codes.onet),
            ("ISCO-08", &codes.isco),
        ];
        let named: Vec<String> = named
            .into_iter()
            .filter(|(_, codes)| !codes.is_empty())
            .map(|(name, codes)| format!("{name} {}", words::list(codes)))
            .collect();
        match named.is_empty() {
            true => "no statistical classification has a code for it".to_owned(),
            false => named.join("; "),
        }
    }
}

struct DutyRow<'a> {
    text: &'a str,
    often: &'static str,
    from: &'a str,
}

struct LevelRow<'a> {
    id: &'a LevelId,
    title: &'a str,
    summary: &'a str,
}

struct OutlookLine<'a> {
    label: &'a str,
    value: String,
    reference: &'a str,
    passport: Passport<'a>,
}

struct CloseRole<'a> {
    path: String,
    move_path: String,
    title: &'a str,
    why: &'a str,
    same: &'a str,
    differs: &'a str,
    change: String,
    pay: Option<String>,
}

fn duties<'a>(site: &'a Site, role: &'a Role) -> Vec<DutyRow<'a>> {
    let mut duties: Vec<_> = role.duties.iter().collect();
    duties.sort_by_key(|duty| duty.often);
    duties
        .into_iter()
        .map(|duty| DutyRow {
            text: &duty.text.html,
            often: duty.often.label(),
            from: site.level(&duty.from),
        })
        .collect()
}

fn levels<'a>(site: &'a Site, role: &'a Role) -> Vec<LevelRow<'a>> {
    role.levels
        .iter()
        .map(|row| LevelRow {
            id: &row.level,
            title: site.level(&row.level),
            summary: &row.summary.html,
        })
        .collect()
}

fn outlook<'a>(site: &'a Site, role: &Document<Role>) -> Vec<OutlookLine<'a>> {
    if flow::has_block(&role.body, "outlook", |b| matches!(b, Block::Figure(_))) {
        return Vec::new();
    }
    site.outlook(&RoleId::new(&role.id))
        .into_iter()
        .map(|row| OutlookLine {
            label: &row.figure.label,
            value: words::usage_value(&row),
            reference: &row.usage.reference,
            passport: Passport::of_usage(site, &row),
        })
        .collect()
}

fn close_roles<'a>(site: &'a Site, role: &'a Document<Role>) -> Vec<CloseRole<'a>> {
    role.moves
        .iter()
        .filter_map(|change| {
            let to = site.roles.get(change.to.as_str())?;
            let gaps = site.change(role, to);
            let hours = site.hours_of(&gaps);
            let share = (gaps.share_kept() * 100.0).round();
            Some(CloseRole {
                path: Kind::Role.path(&to.id),
                move_path: Address::Move(RoleId::new(&role.id), change.to.clone()).path(),
                title: &to.meta.title,
                why: &change.why.html,
                same: &change.same.html,
                differs: &change.differs.html,
                change: if hours.high == 0 {
                    "The must-have skills are the same.".to_owned()
                } else {
                    format!(
                        "{share}% of the must-have skills carry over at the level wanted; the others take {hours} of learning."
                    )
                },
                pay: typical_pay(site, to),
            })
        })
        .collect()
}

/// The moves that no editor has described, those that keep most first.
fn other_moves<'a>(site: &'a Site, role: &Document<Role>) -> Vec<(String, &'a str)> {
    let from = RoleId::new(&role.id);
    let described = |to: &RoleId| role.moves.iter().any(|described| described.to == *to);
    let nearest = site.nearest(role).into_iter();
    nearest
        .map(|(to, _)| (RoleId::new(&to.id), to.meta.title.as_str()))
        .filter(|(to, _)| !described(to) && site.move_between(&from, to).is_some())
        .map(|(to, title)| (Address::Move(from.clone(), to).path(), title))
        .collect()
}

fn beside(site: &Site, role: &Document<Role>) -> Option<String> {
    let nearest: Vec<_> = site.nearest(role).into_iter().take(2).collect();
    let ids = nearest.iter().map(|(near, _)| near.id.as_str());
    let ids: Vec<&str> = std::iter::once(role.id.as_str()).chain(ids).collect();
    (ids.len() > 1).then(|| ids.join(","))
}

fn industries<'a>(site: &'a Site, role: &Role) -> Vec<(String, &'a str, &'a str)> {
    role.industries
        .iter()
        .filter_map(|id| site.industries.get(id.as_str()))
        .map(|industry| {
            let meta = &industry.meta;
            (
                Kind::Industry.path(&industry.id),
                meta.title.as_str(),
                meta.summary.as_str(),
            )
        })
        .collect()
}

fn jobs_of<'a>(site: &'a Site, role: &Document<Role>) -> impl Iterator<Item = JobCard<'a>> {
    site.jobs
        .iter()
        .filter(|job| job.role.as_str() == role.id)
        .map(|job| JobCard::new(site, job))
}
