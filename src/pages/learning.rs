//! `/learning` and `/learning/{id}`.

use askama::Template;

use crate::site::{Address, Document, Kind, Learning, LearningForm, Site};

use super::flow::{self, WholeSection};
use super::foot::Foot;
use super::layout::Layout;
use super::opening::Opening;
use super::words::{self, counted, day, fitting_title, money};

/// All learning resources by form, free ones first.
#[derive(Template)]
#[template(path = "learning.html")]
pub struct LearningPage<'a> {
    layout: Layout<'a>,
    forms: Vec<FormGroup<'a>>,
}

struct FormGroup<'a> {
    id: &'static str,
    title: &'static str,
    resources: Vec<IndexRow<'a>>,
}

struct IndexRow<'a> {
    id: &'a str,
    path: String,
    title: &'a str,
    /// Provider, price, level: in words.
    facts: String,
}

/// A resource in a list.
pub struct ResourceRow<'a> {
    pub title: &'a str,
    pub url: &'a str,
    /// Form, provider, level, price, length, date of the check: in words.
    pub facts: String,
    pub verdict: &'a str,
}

impl<'a> ResourceRow<'a> {
    pub fn new(resource: &'a Document<Learning>) -> Self {
        ResourceRow {
            title: &resource.meta.title,
            url: &resource.url,
            facts: facts(resource),
            verdict: &resource.verdict.html,
        }
    }
}

/// `Book by Scott Chacon; to working level; free; in English; checked 20 November 2026`.
fn facts(resource: &Learning) -> String {
    let mut facts = vec![
        format!("{} by {}", resource.form.label(), resource.provider),
        format!("to {} level", resource.level.label()),
        price(resource),
    ];
    facts.extend(resource.hours.map(|hours| hours.to_string()));
    facts.push(format!("in {}", resource.language));
    if let Some(certificate) = &resource.certificate {
        facts.push(match certificate.valid_months {
            Some(months) => format!("certificate valid {months} months"),
            None => "with a certificate".to_owned(),
        });
    }
    if resource.affiliate {
        facts.push("the guide earns from this link".to_owned());
    }
    facts.push(format!("checked {}", day(resource.checked)));
    facts.join("; ")
}

fn price(resource: &Learning) -> String {
    let price = &resource.price;
    let mut words = price.cost.label().to_owned();
    if let (Some(amount), Some(currency)) = (price.amount, &price.currency) {
        words = format!(
            "{words}, {} on {}",
            money(amount, currency),
            day(price.seen)
        );
    }
    if let Some(note) = &price.note {
        words = format!("{words} ({note})");
    }
    words
}

impl<'a> LearningPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let forms = LearningForm::ALL.into_iter().map(|form| {
            let mut resources: Vec<_> = site
                .learning
                .by_title()
                .into_iter()
                .filter(|resource| resource.form == form)
                .collect();
            resources.sort_by_key(|resource| resource.price.cost as u8);
            FormGroup {
                id: form.label(),
                title: form.plural(),
                resources: resources
                    .into_iter()
                    .map(|resource| IndexRow {
                        id: &resource.id,
                        path: Kind::Learning.path(&resource.id),
                        title: &resource.meta.title,
                        facts: format!(
                            "{}; {}; to {} level",
                            resource.provider,
                            resource.price.cost.label(),
                            resource.level.label()
                        ),
                    })
                    .collect(),
            }
        });
        LearningPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::Learning),
                "Courses, books and practice for backend skills",
                format!(
                    "{} with price, level, what each teaches and leaves out, and the day its entry was checked; free ones first, none paid for.",
                    counted(
                        site.learning.len(),
                        "learning resource",
                        "learning resources"
                    )
                ),
                "Learning",
            ),
            forms: forms.filter(|group| !group.resources.is_empty()).collect(),
        }
    }

    /// Whether any link earns money.
    fn affiliate(&self) -> bool {
        self.layout
            .site
            .learning
            .iter()
            .any(|resource| resource.affiliate)
    }

    fn count(&self) -> String {
        words::count(self.layout.site.learning.len() as i64)
    }
}

/// One resource: who should use it, what it costs, what it teaches.
#[derive(Template)]
#[template(path = "resource.html")]
pub struct ResourcePage<'a> {
    layout: Layout<'a>,
    resource: &'a Document<Learning>,
    opening: Opening<'a>,
    /// Where it is: `doc.rust-lang.org`.
    host: &'a str,
    facts: String,
    text: String,
    sections: Vec<WholeSection<'a>>,
    teaches: Vec<(String, &'a str, &'a str)>,
    foot: Foot<'a>,
}

impl<'a> ResourcePage<'a> {
    pub fn new(site: &'a Site, resource: &'a Document<Learning>) -> Self {
        let title = &resource.meta.title;
        let form = resource.form.label();
        let teaches = resource.teaches.iter();
        let teaches = teaches.filter_map(|id| site.skills.get(id.as_str()));
        ResourcePage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::Learning, resource.id.clone()),
                fitting_title(&[
                    format!("{title}: {form}, what it teaches and costs"),
                    format!("{title}: {form} and verdict"),
                    title.clone(),
                ]),
                &resource.meta.summary,
                title,
            ),
            resource,
            opening: Opening::new(&resource.meta).kicker(words::upper_first(form)),
            host: host(&resource.url),
            facts: words::upper_first(&facts(resource)),
            text: flow::html(site, &resource.body.lead, "lead"),
            sections: flow::other_sections(site, Kind::Learning, &resource.body),
            teaches: teaches
                .map(|skill| {
                    let path = Kind::Skill.path(&skill.id);
                    (path, skill.meta.title.as_str(), skill.meta.summary.as_str())
                })
                .collect(),
            foot: Foot::new(site, Kind::Learning, resource),
        }
    }
}

/// The host of an address, without the `www.` that tells nothing.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
