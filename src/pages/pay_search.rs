//! `/salaries?…`: the figures of pay that a reader asked for.

use askama::Template;

use crate::site::{Address, Method, PayAlike, PayOrder, PayRow, PaySearch, RoleId, Site, Years};

use super::form::Select;
use super::layout::Layout;
use super::ticks::passed_over;
use super::words::{self, count, counted, currency_name, money};

/// The most rows of one page; who wants more chooses a role or a place.
const MOST: usize = 90;

/// The most rows of each group where all would be too many.
const FEW: usize = 15;

/// Figures by role, place and sort of source, each group with what it counts.
#[derive(Template)]
#[template(path = "pay_search.html")]
pub struct PaySearchPage<'a> {
    layout: Layout<'a>,
    answer: String,
    passed_over: Vec<String>,
    form: PayForm<'a>,
    groups: Vec<Group<'a>>,
}

/// The form that looks through the figures of pay.
#[derive(Template)]
#[template(path = "partials/pay_form.html")]
pub struct PayForm<'a> {
    fields: Vec<Select<'a>>,
}

/// Figures that are counted alike.
struct Group<'a> {
    /// `US dollars a year, gross wage or salary`.
    unit: String,
    /// How many there are in all, where not all are shown.
    of: Option<usize>,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    path: Option<String>,
    region: &'a str,
    /// Who was counted, in the source's words.
    counted_as: String,
    median: String,
    middle_half: String,
    n: String,
    source: String,
}

impl<'a> PayForm<'a> {
    pub fn new(site: &'a Site, search: &PaySearch) -> Self {
        let with_figures = |region: &&crate::site::Entry| {
            let figures = site.salaries.iter().flat_map(|edition| &edition.figures);
            let mut figures = figures.filter(|figure| figure.baseline.is_none());
            figures.any(|figure| figure.region.as_str() == region.id)
        };
        let regions = site.vocabulary.regions.iter().filter(with_figures);
        let regions = regions.map(|region| (region.id.as_str(), region.title.as_str()));
        let region = search.region.as_ref().map_or("", |region| region.as_str());
        let used = |method: &Method| site.salaries.iter().any(|it| it.method == *method);
        let methods = Method::ALL.into_iter().filter(used);
        let methods = methods.map(|method| (method.word(), method.label()));
        let method = search.method.map_or("", Method::word);
        let orders = PayOrder::ALL.map(|order| (order.word(), order.label()));
        let role = search.role.as_ref().map_or("", |role| role.as_str());
        let years = site.years_told_apart().into_iter();
        let years = years.map(|years| (years.word(), format!("{years} of experience")));
        let chosen = search.years.map_or_else(String::new, Years::word);
        PayForm {
            fields: vec![
                Select::role(site, "role", "Role", role).or("All roles"),
                Select::new("region", "Place", regions, region).or("All places"),
                Select::new("level", "Level", years, &chosen).or("All levels"),
                Select::new("source", "Source", methods, method).or("All sorts of source"),
                Select::new("sort", "Order", orders, search.order.word()),
            ],
        }
    }
}

impl<'a> PaySearchPage<'a> {
    pub fn new(site: &'a Site, search: &PaySearch) -> Self {
        let found = site.search_pay(search);
        let total = found.iter().map(|group| group.rows.len()).sum();
        let most = if total > MOST { FEW } else { MOST };
        let groups = found.iter().map(|alike| group(site, search, alike, most));
        PaySearchPage {
            layout: Layout::new(
                site,
                &Address::Salaries,
                "Pay in backend engineering: figures by choice",
                "The figures of pay by role, place and sort of source that you chose, grouped by currency, period and what they count, as their sources publish them.",
                "Pay",
            )
            .answering(),
            answer: answer(site, search, total),
            passed_over: passed_over(&not_understood(site, search)),
            form: PayForm::new(site, search),
            groups: groups.collect(),
        }
    }
}

/// What of a question names nothing that the guide knows.
fn not_understood(site: &Site, search: &PaySearch) -> Vec<String> {
    let role = search.role.iter().map(|id| id.as_str());
    let role = role.filter(|id| site.roles.get(id).is_none());
    let region = search.region.iter().map(|id| id.as_str());
    let region = region.filter(|id| site.vocabulary.entry("regions", id).is_none());
    role.chain(region).map(str::to_owned).collect()
}

fn answer(site: &Site, search: &PaySearch, total: usize) -> String {
    let role = search
        .role
        .as_ref()
        .and_then(|role| site.roles.get(role.as_str()));
    let role = role.map(|role| format!(" for {}", words::with_article(&words::role_in_text(role))));
    let entry = |id: &crate::site::RegionId| site.vocabulary.entry("regions", id.as_str());
    let place = search.region.as_ref().and_then(entry);
    let place = place.map(|place| format!(" in {}", place.in_text()));
    let source = search.method.map(|method| match method {
        Method::Official => " from official statistics",
        Method::Survey => " from surveys",
        Method::JobAds => " from job adverts",
        Method::SelfReported => " that people reported themselves",
    });
    let source = source.map(str::to_owned);
    let years = search
        .years
        .map(|years| format!(" of people with {years} of experience"));
    let what = [role, place, years, source]
        .into_iter()
        .flatten()
        .collect::<String>();
    match total {
        0 => format!("The guide has no figure{what}. Choose less, and see what there is."),
        _ => {
            let figures = counted(total, "figure", "figures");
            let cut = match total > MOST {
                true => format!(
                    " The first {FEW} of each group are shown; choose a role or a place for all."
                ),
                false => String::new(),
            };
            format!(
                "{figures}{what}, the newest of each series, in the currency and for the period in which they were published.{cut}"
            )
        }
    }
}

fn group<'a>(site: &'a Site, search: &PaySearch, alike: &PayAlike<'a>, most: usize) -> Group<'a> {
    let shown = alike.rows.len().min(most);
    Group {
        unit: format!(
            "{} {}, {} {}",
            words::upper_first(currency_name(alike.currency)),
            alike.period.label(),
            alike.tax.label(),
            alike.covers.label()
        ),
        of: (shown < alike.rows.len()).then_some(alike.rows.len()),
        rows: alike.rows[..shown]
            .iter()
            .map(|row| line(site, search, row))
            .collect(),
    }
}

fn line<'a>(site: &'a Site, search: &PaySearch, row: &PayRow<'a>) -> Row<'a> {
    let amount = |amount: f64| money(amount, row.currency());
    let roles: Vec<&RoleId> = row.figure.roles().collect();
    let about = search.role.as_ref().filter(|role| roles.contains(role));
    let about = about.or(roles.first().copied());
    let page = about.and_then(|role| site.pay_page(role, &row.figure.region));
    let title = |role: &&RoleId| {
        site.roles
            .get(role.as_str())
            .map(|role| role.meta.title.as_str())
    };
    let first = about.iter().filter_map(title).next().unwrap_or_default();
    let others = roles.len().saturating_sub(1);
    Row {
        path: page.map(|page| page.path()),
        region: site.region(&row.figure.region),
        counted_as: match &row.figure.occupation {
            Some(occupation) => occupation.clone(),
            None if others == 0 => first.to_owned(),
            None => format!("{first} and {}", counted(others, "other", "others")),
        },
        median: match (row.figure.median, row.figure.mean) {
            (Some(median), _) => amount(median),
            (None, Some(mean)) => format!("{} (mean)", amount(mean)),
            (None, None) => "–".to_owned(),
        },
        middle_half: match (row.figure.p25, row.figure.p75) {
            (Some(low), Some(high)) => format!("{} to {}", amount(low), amount(high)),
            _ => "–".to_owned(),
        },
        n: row
            .figure
            .n
            .map_or_else(|| "–".to_owned(), |n| count(n.into())),
        source: row.source(site.today()),
    }
}
