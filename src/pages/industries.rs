//! `/industries` and `/industries/{id}`.

use askama::Template;

use crate::site::{Address, Document, Industry, Kind, Site};

use super::flow::{self, ContentsEntry, WholeSection, contents};
use super::foot::Foot;
use super::layout::Layout;
use super::opening::Opening;
use super::words::{counted, day, fitting_title};

/// The industries.
#[derive(Template)]
#[template(path = "industries.html")]
pub struct IndustriesPage<'a> {
    layout: Layout<'a>,
    industries: Vec<(String, &'a str, &'a str)>,
}

impl<'a> IndustriesPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let industries = site.industries.by_title().into_iter().map(|industry| {
            let meta = &industry.meta;
            (
                Kind::Industry.path(&industry.id),
                meta.title.as_str(),
                meta.summary.as_str(),
            )
        });
        IndustriesPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::Industry),
                "Industries that hire backend developers",
                format!(
                    "What backend work is like in {}: what is built, what is hard there, how they hire, and which employers are examples.",
                    counted(site.industries.len(), "industry", "industries")
                ),
                "Industries",
            ),
            industries: industries.collect(),
        }
    }
}

/// One industry.
#[derive(Template)]
#[template(path = "industry.html")]
pub struct IndustryPage<'a> {
    layout: Layout<'a>,
    industry: &'a Document<Industry>,
    contents: Vec<ContentsEntry>,
    opening: Opening<'a>,
    employers: Vec<EmployerRow<'a>>,
    roles: Vec<(String, &'a str, &'a str)>,
    others: Vec<WholeSection<'a>>,
    foot: Foot<'a>,
}

struct EmployerRow<'a> {
    name: &'a str,
    url: Option<&'a str>,
    checked: String,
}

impl<'a> IndustryPage<'a> {
    pub fn new(site: &'a Site, industry: &'a Document<Industry>) -> Self {
        let name = &industry.meta.title;
        IndustryPage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::Industry, industry.id.clone()),
                fitting_title(&[
                    format!("Backend work in {}: what it is like", name.to_lowercase()),
                    format!("Backend work in {}", name.to_lowercase()),
                ]),
                &industry.meta.summary,
                name,
            ),
            industry,
            contents: contents(Kind::Industry, &industry.body),
            opening: Opening::new(&industry.meta).kicker("Industry"),
            employers: industry
                .employers
                .iter()
                .map(|employer| EmployerRow {
                    name: &employer.name,
                    url: employer.url.as_deref(),
                    checked: match employer.checked {
                        Some(checked) => format!("checked {}", day(checked)),
                        None => "not checked".to_owned(),
                    },
                })
                .collect(),
            roles: industry
                .roles
                .iter()
                .filter_map(|id| site.roles.get(id.as_str()))
                .map(|role| {
                    let meta = &role.meta;
                    (
                        Kind::Role.path(&role.id),
                        meta.title.as_str(),
                        meta.summary.as_str(),
                    )
                })
                .collect(),
            others: flow::other_sections(site, Kind::Industry, &industry.body),
            foot: Foot::new(site, Kind::Industry, industry),
        }
    }

    fn text(&self, id: &str) -> String {
        flow::section(self.layout.site, &self.industry.body, id)
    }

    fn lead(&self) -> String {
        flow::html(self.layout.site, &self.industry.body.lead, "lead")
    }
}
