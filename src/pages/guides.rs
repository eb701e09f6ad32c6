//! `/guides` and `/guides/{id}`.

use std::collections::BTreeMap;

use askama::Template;

use crate::site::{Address, Document, Guide, GuideForm, Kind, Site};

use super::flow::{self, ContentsEntry, WholeSection};
use super::foot::Foot;
use super::layout::Layout;
use super::opening::Opening;
use super::skills::related;
use super::words::{counted, fitting_title};

/// The guides by their first subject, newest first.
#[derive(Template)]
#[template(path = "guides.html")]
pub struct GuidesPage<'a> {
    layout: Layout<'a>,
    subjects: Vec<Subject<'a>>,
}

/// The guides of one subject.
struct Subject<'a> {
    id: &'a str,
    title: &'a str,
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
            subjects: subjects(site),
        }
    }
}

/// The subjects in the order of the vocabulary; guides without one come last.
fn subjects(site: &Site) -> Vec<Subject<'_>> {
    let mut groups: BTreeMap<(usize, &str), Vec<GuideRow>> = BTreeMap::new();
    for guide in site.guides.newest() {
        let subject = guide.meta.tags.first().map_or("", |tag| tag.as_str());
        let place = site.vocabulary.position("tags", subject);
        groups
            .entry((place, subject))
            .or_default()
            .push(GuideRow::new(guide));
    }
    let groups = groups.into_iter().map(|((_, id), guides)| Subject {
        id: if id.is_empty() { "others" } else { id },
        title: match site.vocabulary.entry("tags", id) {
            Some(entry) => &entry.title,
            None => "Other guides",
        },
        guides,
    });
    groups.collect()
}

/// The newest guide of each subject.
pub fn one_of_each_subject(site: &Site) -> Vec<GuideRow<'_>> {
    let subjects = subjects(site).into_iter();
    subjects
        .filter_map(|subject| subject.guides.into_iter().next())
        .collect()
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
