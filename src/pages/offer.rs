//! `/offer`: where an offer of pay lies among published figures.

mod standing;

use askama::Template;

use crate::site::{Address, Amount, Offer, OfferAsked, PayRow, Period, Site, Tool};

use standing::{OfferRow, offer_row};

use super::form::Select;
use super::layout::Layout;
use super::passport::Passport;
use super::ticks::passed_over;
use super::words::{self, currency_name, money};

/// A form for an offer, and where it lies.
#[derive(Template)]
#[template(path = "offer.html")]
pub struct OfferPage<'a> {
    layout: Layout<'a>,
    answer: String,
    passed_over: Vec<String>,
    fields: Vec<Select<'a>>,
    amount: String,
    rows: Vec<OfferRow<'a>>,
    passports: Vec<Passport<'a>>,
    /// The page of all figures for the place, with its words.
    more: Option<(String, String)>,
    /// Other places with figures for the role, as query strings with their names.
    places: Vec<(String, &'a str)>,
}

impl<'a> OfferPage<'a> {
    pub fn new(site: &'a Site, asked: &OfferAsked) -> Self {
        let published = site.pay_by_source(&asked.role, &asked.region);
        let offer = site.offer(asked);
        let shown = match &offer {
            Some(_) => &published[..],
            None => &[],
        };
        OfferPage {
            layout: Layout::new(
                site,
                &Address::Tool(Tool::Offer),
                "Is a pay offer in range? Against each source",
                "Set an offer beside the published percentiles of each source for a role and a place: what each counts, where the offer lies, and what that does not tell.",
                Tool::Offer.label(),
            ),
            answer: answer(site, asked, &published, offer.as_ref()),
            passed_over: passed_over(&not_understood(site, asked)),
            fields: fields(site, asked, &published, offer.as_ref()),
            amount: asked.amount.chars().take(40).collect(),
            rows: shown
                .iter()
                .filter_map(|row| Some(offer_row(site, row, offer.as_ref()?)))
                .collect(),
            passports: shown
                .iter()
                .map(|row| Passport::of_pay(site, row))
                .collect(),
            more: more(site, asked),
            places: match published.is_empty() {
                true => places(site, asked),
                false => Vec::new(),
            },
        }
    }

    /// The same as the answer to a question.
    pub fn answering(self) -> Self {
        OfferPage {
            layout: self.layout.answering(),
            ..self
        }
    }
}

/// What of a question names nothing that the guide knows.
fn not_understood(site: &Site, asked: &OfferAsked) -> Vec<String> {
    let (role, region) = (asked.role.as_str(), asked.region.as_str());
    [
        (role, site.roles.get(role).is_some()),
        (region, site.vocabulary.entry("regions", region).is_some()),
        (&asked.amount, Amount::read(&asked.amount).is_some()),
    ]
    .into_iter()
    .filter(|(word, is_understood)| !word.is_empty() && !is_understood)
    .map(|(word, _)| word.to_owned())
    .collect()
}

fn answer(site: &Site, asked: &OfferAsked, published: &[PayRow], offer: Option<&Offer>) -> String {
    let Some(role) = site.roles.get(asked.role.as_str()) else {
        return "Choose a role and a place and type the amount. It is set beside what each source has published, and no two sources are averaged. Nothing is kept.".to_owned();
    };
    let name = words::with_article(&words::role_in_text(role));
    if published.is_empty() {
        return match site.vocabulary.entry("regions", asked.region.as_str()) {
            None => format!("Choose a place to set an offer for {name} beside its figures."),
            Some(place) => format!("The guide has no figure for {name} in {}.", place.in_text()),
        };
    }
    let place = site.region_in_text(&asked.region);
    match offer {
        None => format!(
            "Type an amount, such as 54,000 or 54k, to set it beside what {name} is paid in {place}."
        ),
        Some(offer) => verdict(site, published, offer, &format!("{name} in {place}")),
    }
}

/// Where the offer lies among the figures of the first source that can be compared.
fn verdict(site: &Site, published: &[PayRow], offer: &Offer, whom: &str) -> String {
    let amount = format!(
        "{} {}",
        money(offer.amount, &offer.currency),
        offer.period.label()
    );
    let mut rows = published.iter();
    let Some((row, lies)) = rows.find_map(|row| Some((row, standing::place(row, offer)?))) else {
        return format!(
            "No source counts {whom} in this currency and for this period, so {amount} cannot be set beside a figure."
        );
    };
    let others = match published.len() - 1 {
        0 => String::new(),
        1 => " Another source stands below it.".to_owned(),
        many => format!(" {many} other figures stand below it."),
    };
    format!(
        "{amount} lies {lies} in what {} publishes for {whom}.{others}",
        row.source(site.today())
    )
}

fn fields<'a>(
    site: &'a Site,
    asked: &OfferAsked,
    published: &[PayRow<'a>],
    offer: Option<&Offer>,
) -> Vec<Select<'a>> {
    let regions = site.vocabulary.regions.iter();
    let known = site.pay_regions(&asked.role);
    let regions = regions
        .filter(|region| known.is_empty() || known.iter().any(|known| known.as_str() == region.id));
    let regions = regions.map(|region| (region.id.as_str(), region.title.as_str()));
    let period = offer.map(|offer| offer.period).or(asked.period);
    let period = period.or(published.first().map(PayRow::period));
    let periods = Period::ALL.map(|period| (period.word(), period.label()));
    let mut fields = vec![
        Select::role(site, "role", "Role", asked.role.as_str()),
        Select::new("region", "Place", regions, asked.region.as_str()).or("Choose a place"),
        Select::new(
            "period",
            "Paid for",
            periods,
            period.unwrap_or(Period::Year).word(),
        ),
    ];
    let mut currencies: Vec<&str> = published.iter().map(PayRow::currency).collect();
    currencies.sort_unstable();
    currencies.dedup();
    if currencies.len() > 1 {
        let named = currencies
            .into_iter()
            .map(|code| (code, currency_name(code)));
        let chosen = offer.map_or(asked.currency.as_str(), |offer| &offer.currency);
        fields.push(Select::new("currency", "Currency", named, chosen));
    }
    fields
}

fn more(site: &Site, asked: &OfferAsked) -> Option<(String, String)> {
    let role = site.roles.get(asked.role.as_str())?;
    let page = site.pay_page(&asked.role, &asked.region)?;
    let place = site.region_in_text(&asked.region);
    let words = format!(
        "{} pay in {place}: all percentiles, by experience and over time",
        role.meta.title
    );
    Some((page.path(), words))
}

fn places<'a>(site: &'a Site, asked: &OfferAsked) -> Vec<(String, &'a str)> {
    let regions = site.pay_regions(&asked.role).into_iter();
    let entries = regions.filter_map(|region| site.vocabulary.entry("regions", region.as_str()));
    entries
        .filter(|place| place.within.is_none())
        .map(|place| {
            (
                format!("role={}&region={}", asked.role, place.id),
                place.title.as_str(),
            )
        })
        .collect()
}
