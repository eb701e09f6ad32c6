//! `/guides` and `/guides/{id}`.

use askama::Template;

use crate::site::{Address, Document, Guide, GuideForm, Kind, Site};

use super::flow::{self, ContentsEntry, WholeSection};
use super::foot::Foot;
use super::layout::Layout;
use super::opening::Opening;
use super::skills::related;
use super::words::{counted, fitting_title};

/// The guides, newest first.
#[derive(Template)]
#[template(path = "guides.html")]
pub struct GuidesPage<'a> {
    layout: Layout<'a>,
    guides: Vec<GuideRow<'a>>,
}

/// A guide in a list.
pub struct GuideRow<'a> {
    pub path: String,
    pub title: &'a str,
    pub summary: &'a str,
    pub facts: String,
}

impl<'a> GuideRow<'a> {
    pub fn new(guide: &'a Document<Guide>) -> Self {
        GuideRow {
            path: Kind::Guide.path(&guide.id),
            title: &guide.meta.title,
            summary: &guide.meta.summary,
            facts: format!(
                "{}, {} to read",
                guide.form.label(),
                counted(guide.body.minutes(), "minute", "minutes")
            ),
        }
    }
}

impl<'a> GuidesPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        GuidesPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::Guide),
                "Guides to a backend career: getting in and getting on",
                format!(
                    "{} on one question each: how to become a backend developer, how the work differs from its neighbours, and who needs it.",
                    counted(site.guides.len(), "guide", "guides")
                ),
                "Guides",
            ),
            guides: site
                .guides
                .newest()
                .into_iter()
                .map(GuideRow::new)
                .collect(),
        }
    }
}

/// One guide.
#[derive(Template)]
#[template(path = "guide.html")]
pub struct GuidePage<'a> {
    layout: Layout<'a>,
    guide: &'a Document<Guide>,
    contents: Vec<ContentsEntry>,
    opening: Opening<'a>,
    series: Vec<(String, &'a str)>,
    sections: Vec<WholeSection<'a>>,
    related: Vec<(String, &'a str, &'a str)>,
    foot: Foot<'a>,
}

impl<'a> GuidePage<'a> {
    pub fn new(site: &'a Site, guide: &'a Document<Guide>) -> Self {
        GuidePage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::Guide, guide.id.clone()),
                fitting_title(&[
                    match guide.form {
                        GuideForm::Guide => format!("{}: a guide with sources", guide.meta.title),
                        _ => guide.meta.title.clone(),
                    },
                    guide.meta.title.clone(),
                ]),
                &guide.meta.summary,
                &guide.meta.title,
            ),
            guide,
            contents: flow::own_contents(Kind::Guide, &guide.body),
            opening: Opening::new(&guide.meta).kicker(GuideRow::new(guide).facts),
            series: series(site, guide),
            sections: flow::other_sections(site, Kind::Guide, &guide.body),
            related: related(site, Kind::Guide, &guide.id),
            foot: Foot::new(site, Kind::Guide, guide),
        }
    }

    fn lead(&self) -> String {
        flow::html(self.layout.site, &self.guide.body.lead, "lead")
    }
}

/// The other guides of the series, oldest first.
fn series<'a>(site: &'a Site, guide: &Document<Guide>) -> Vec<(String, &'a str)> {
    if guide.series.is_none() {
        return Vec::new();
    }
    let mut guides = site.guides.newest();
    guides.reverse();
    guides
        .into_iter()
        .filter(|other| other.series == guide.series && other.id != guide.id)
        .map(|other| (Kind::Guide.path(&other.id), other.meta.title.as_str()))
        .collect()
}
