//! `/salaries` and `/salaries/{role}`.

use askama::Template;

use crate::site::{Address, DataFormat, Document, Kind, PayRow, PaySearch, Role, RoleId, Site};

use super::blocks::PayPanel;
use super::layout::Layout;
use super::passport::age;
use super::pay_search::PayForm;
use super::words::{self, count, counted, fitting_title, money};

/// Pay of all roles, and the sources.
#[derive(Template)]
#[template(path = "salaries.html")]
pub struct SalariesPage<'a> {
    layout: Layout<'a>,
    form: PayForm<'a>,
    roles: Vec<PayOfRole<'a>>,
    sources: Vec<EditionRow<'a>>,
}

struct PayOfRole<'a> {
    title: &'a str,
    path: String,
    places: Vec<PlaceLine>,
    more: usize,
}

/// The first figure of a role in a place, as a row of a table.
struct PlaceLine {
    path: String,
    region: String,
    median: String,
    middle_half: String,
    source: String,
    age: String,
    n: String,
}

struct EditionRow<'a> {
    title: &'a str,
    url: &'a str,
    publisher: &'a str,
    method: &'static str,
    covers: String,
    figures: usize,
    age: String,
}

/// The number of places that the page of all roles shows of each.
const PLACES: usize = 8;

impl<'a> SalariesPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let roles = site.roles.by_title().into_iter().map(|role| {
            let mut places = place_lines(site, role, true);
            let more = places.len().saturating_sub(PLACES);
            places.truncate(PLACES);
            PayOfRole {
                title: &role.meta.title,
                path: Address::SalaryRole(RoleId::new(&role.id)).path(),
                places,
                more,
            }
        });
        SalariesPage {
            layout: Layout::new(
                site,
                &Address::Salaries,
                "What backend work pays, by role, place and source",
                format!(
                    "Pay in backend engineering from {}, each figure with its source, population, sample and age. Two sources are never averaged.",
                    counted(
                        site.salaries.len(),
                        "edition of a source",
                        "editions of named sources"
                    )
                ),
                "Pay",
            ),
            form: PayForm::new(site, &PaySearch::default()),
            roles: roles.collect(),
            sources: site
                .salaries
                .iter()
                .map(|edition| edition_row(site, edition))
                .collect(),
        }
    }
}

fn edition_row<'a>(site: &Site, edition: &'a crate::site::Edition) -> EditionRow<'a> {
    EditionRow {
        title: &edition.title,
        url: &edition.source.url,
        publisher: &edition.source.publisher,
        method: edition.method.label(),
        covers: format!("{} {}", edition.tax.label(), edition.covers.label()),
        figures: edition.figures.len(),
        age: age(crate::site::Freshness::on(edition.good_until, site.today())),
    }
}

/// The places with a figure for a role; `countries` leaves out cities.
fn place_lines(site: &Site, role: &Document<Role>, countries: bool) -> Vec<PlaceLine> {
    let id = RoleId::new(&role.id);
    site.pay_regions(&id)
        .into_iter()
        .filter(|region| {
            let entry = site.vocabulary.entry("regions", region.as_str());
            entry.is_some_and(|entry| entry.within.is_none() == countries)
        })
        .filter_map(|region| {
            let row = site.pay(&id, &region).into_iter().next()?;
            place_line(site, &id, &row)
        })
        .collect()
}

fn place_line(site: &Site, role: &RoleId, row: &PayRow) -> Option<PlaceLine> {
    let region = &row.figure.region;
    let amount = |amount: f64| format!("{} {}", money(amount, row.currency()), words::per(row));
    Some(PlaceLine {
        path: site.pay_page(role, region)?.path(),
        region: site.region(region).to_owned(),
        median: match (row.figure.median, row.figure.mean) {
            (Some(median), _) => amount(median),
            (None, Some(mean)) => format!("{} (mean)", amount(mean)),
            (None, None) => "not published".to_owned(),
        },
        middle_half: words::middle_half(row).unwrap_or_else(|| "not published".to_owned()),
        source: row.source(site.today()),
        age: age(row.freshness(site.today())),
        n: row
            .figure
            .n
            .map_or_else(|| "not stated".to_owned(), |n| count(n.into())),
    })
}

/// Pay of one role in all places.
#[derive(Template)]
#[template(path = "salary_role.html")]
pub struct SalaryRolePage<'a> {
    layout: Layout<'a>,
    role: &'a Document<Role>,
    role_path: String,
    answer: String,
    region: Option<String>,
    panel: Option<PayPanel<'a>>,
    countries: Vec<PlaceLine>,
    cities: Vec<PlaceLine>,
    data: Option<(String, String)>,
}

impl<'a> SalaryRolePage<'a> {
    pub fn new(site: &'a Site, role: &'a Document<Role>) -> Self {
        let id = RoleId::new(&role.id);
        let name = words::role_in_text(role);
        let region = site.typical_region(&id);
        let countries = place_lines(site, role, true);
        let path = |format| Address::SalaryData(id.clone(), format).path();
        SalaryRolePage {
            layout: Layout::new(
                site,
                &Address::SalaryRole(id.clone()),
                fitting_title(&[
                    format!("{} pay by country, city and source", role.meta.title),
                    format!("{} pay", role.meta.title),
                ]),
                format!(
                    "What {} is paid in {}: percentiles by source, each figure with its sample and age, and the data to download.",
                    words::with_article(&name),
                    counted(countries.len(), "place", "countries and regions")
                ),
                &role.meta.title,
            ),
            role,
            role_path: Kind::Role.path(&role.id),
            answer: answer(site, &id, &name),
            region: region
                .as_ref()
                .map(|region| site.region_in_text(region).to_owned()),
            panel: region
                .as_ref()
                .map(|region| PayPanel::new(site, &id, region, "panel")),
            data: (!countries.is_empty()).then(|| (path(DataFormat::Csv), path(DataFormat::Json))),
            countries,
            cities: place_lines(site, role, false),
        }
    }
}

fn answer(site: &Site, role: &RoleId, name: &str) -> String {
    let first = site
        .typical_region(role)
        .and_then(|region| site.pay(role, &region).into_iter().next());
    match first {
        None => format!(
            "No pay figure for {} meets the guide's rules.",
            words::with_article(name)
        ),
        Some(row) => super::salary_region::answer(site, &row, name),
    }
}
