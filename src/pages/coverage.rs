//! `/coverage`: what the guide knows, what of it is old, and what is missing.

use askama::Template;

use crate::site::{Address, Covered, Document, Entry, Kind, RegionId, Role, RoleId, Site};

use super::layout::Layout;
use super::words::{counted, day_short, list};

/// Roles by section and place, places by role, and the other kinds by page.
#[derive(Template)]
#[template(path = "coverage.html")]
pub struct CoveragePage<'a> {
    layout: Layout<'a>,
    answer: String,
    roles: Vec<RoleCovered<'a>>,
    places: Vec<PlaceCovered<'a>>,
    kinds: Vec<KindCovered<'a>>,
}

struct RoleCovered<'a> {
    path: String,
    title: &'a str,
    checked: String,
    sections: String,
    sources: usize,
    fresh: Vec<PlaceLink<'a>>,
    old: Vec<PlaceLink<'a>>,
    /// The names of the places without a figure, and how many they are.
    missing: (String, usize),
    /// What else a reader may look for in vain.
    gaps: String,
}

struct PlaceLink<'a> {
    path: Option<String>,
    title: &'a str,
}

struct PlaceCovered<'a> {
    title: &'a str,
    fresh: usize,
    old: usize,
    missing: usize,
    by_experience: usize,
}

/// The pages of a kind: how many, the one looked at longest ago, the ones with no cited source.
struct KindCovered<'a> {
    title: &'static str,
    path: String,
    pages: usize,
    oldest: String,
    unsourced: usize,
    first_unsourced: Vec<(String, &'a str)>,
}

/// How each place is covered for a role.
type Places<'a> = Vec<(&'a Entry, Covered)>;

/// The kinds whose pages are texts of the guide's own.
const TEXTS: [Kind; 5] = [
    Kind::Skill,
    Kind::CareerPath,
    Kind::Guide,
    Kind::Industry,
    Kind::Term,
];

impl<'a> CoveragePage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let roles = site.roles.by_title();
        let covered: Vec<_> = roles
            .iter()
            .map(|role| (*role, site.pay_coverage(role)))
            .collect();
        let of = |wanted: Covered| {
            let cells = covered.iter().flat_map(|(_, places)| places);
            cells.filter(|(_, covered)| *covered == wanted).count()
        };
        CoveragePage {
            layout: Layout::new(
                site,
                &Address::Coverage,
                "Coverage: what the guide knows, and what it lacks",
                "Role by role and place by place: which figures of pay are good, which are old, which are missing, when each page was checked, and what has no source.",
                "Coverage",
            ),
            answer: format!(
                "{} in {}: for {} there is a figure of pay that is still good, for {} only an old one, for {} none that meets the guide’s rules.",
                counted(roles.len(), "role", "roles"),
                counted(
                    covered.first().map_or(0, |(_, places)| places.len()),
                    "place",
                    "places"
                ),
                counted(of(Covered::Fresh), "pair", "pairs"),
                of(Covered::Old),
                of(Covered::Missing),
            ),
            places: places(site, &covered),
            roles: covered
                .iter()
                .map(|(role, places)| role_covered(site, role, places))
                .collect(),
            kinds: TEXTS.map(|kind| kind_covered(site, kind)).into(),
        }
    }
}

fn role_covered<'a>(
    site: &'a Site,
    role: &'a Document<Role>,
    places: &[(&'a Entry, Covered)],
) -> RoleCovered<'a> {
    let id = RoleId::new(&role.id);
    let of = |wanted: Covered| places.iter().filter(move |(_, covered)| *covered == wanted);
    let links = |wanted: Covered| {
        of(wanted)
            .map(|(entry, _)| PlaceLink {
                path: site
                    .pay_page(&id, &RegionId::new(&entry.id))
                    .map(|page| page.path()),
                title: &entry.title,
            })
            .collect()
    };
    let missing: Vec<&str> = of(Covered::Missing)
        .map(|(entry, _)| entry.title.as_str())
        .collect();
    let written = site.written(&crate::site::Card::new(Kind::Role, role));
    RoleCovered {
        path: Kind::Role.path(&role.id),
        title: &role.meta.title,
        checked: written
            .checked
            .map_or_else(|| "never".to_owned(), day_short),
        sections: format!("{} of {}", written.sections.0, written.sections.1),
        sources: written.sources,
        fresh: links(Covered::Fresh),
        old: links(Covered::Old),
        missing: (list(&missing), missing.len()),
        gaps: gaps(site, role, &id),
    }
}

/// What a reader may look for on the page of a role in vain, in words.
fn gaps(site: &Site, role: &Document<Role>, id: &RoleId) -> String {
    let has_years = site.pay_of(id).any(|row| row.figure.years.is_some());
    let has_levels = site.pay_of(id).any(|row| row.figure.level.is_some());
    let is_open = site
        .jobs
        .iter()
        .any(|job| job.role.as_str() == role.id && !site.is_closed(job));
    let gaps: Vec<&str> = [
        (has_levels, "pay by level"),
        (has_years, "pay by experience"),
        (!site.outlook(id).is_empty(), "a projection of its own"),
        (is_open, "an open position"),
    ]
    .into_iter()
    .filter(|(is_there, _)| !is_there)
    .map(|(_, what)| what)
    .collect();
    list(&gaps)
}

fn places<'a>(
    site: &'a Site,
    covered: &[(&'a Document<Role>, Places<'a>)],
) -> Vec<PlaceCovered<'a>> {
    let entries = covered
        .first()
        .map(|(_, places)| places.iter().map(|(entry, _)| *entry));
    entries
        .into_iter()
        .flatten()
        .map(|entry| {
            let cells = || {
                let all = covered.iter().flat_map(|(_, places)| places);
                all.filter(|(other, _)| other.id == entry.id)
            };
            let of = |wanted: Covered| cells().filter(|(_, covered)| *covered == wanted).count();
            let region = RegionId::new(&entry.id);
            let by_experience = covered.iter().filter(|(role, _)| {
                let rows = site.pay_by_years(&RoleId::new(&role.id), &region);
                !rows.is_empty()
            });
            PlaceCovered {
                title: &entry.title,
                fresh: of(Covered::Fresh),
                old: of(Covered::Old),
                missing: of(Covered::Missing),
                by_experience: by_experience.count(),
            }
        })
        .collect()
}

fn kind_covered(site: &Site, kind: Kind) -> KindCovered<'_> {
    let all = site.written_of(kind);
    let checked = all.iter().filter_map(|(_, written)| written.checked);
    let unsourced: Vec<_> = all
        .iter()
        .filter(|(_, written)| written.sources == 0)
        .collect();
    KindCovered {
        title: kind.index_title(),
        path: Address::Index(kind).path(),
        pages: all.len(),
        oldest: checked.min().map_or_else(|| "never".to_owned(), day_short),
        unsourced: unsourced.len(),
        first_unsourced: unsourced
            .iter()
            .take(if kind == Kind::Term { 0 } else { usize::MAX })
            .map(|(card, _)| (kind.path(card.id), card.title))
            .collect(),
    }
}
