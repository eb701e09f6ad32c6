//! `/jobs` and `/jobs/{id}`.

use askama::Template;

use crate::site::{Address, Document, Job, Kind, Site};

use super::flow::{self, WholeSection};
use super::foot::{Foot, When};
use super::layout::Layout;
use super::words::{counted, fitting_title, money};

/// An advert in a list.
#[derive(Template)]
#[template(path = "partials/job_card.html")]
pub struct JobCard<'a> {
    pub path: String,
    pub title: &'a str,
    pub summary: &'a str,
    pub closed: bool,
    /// Place, arrangement, pay: in words.
    pub facts: String,
}

impl<'a> JobCard<'a> {
    pub fn new(site: &'a Site, job: &'a Document<Job>) -> Self {
        let place = job
            .place
            .clone()
            .unwrap_or_else(|| "place not stated".to_owned());
        let remote = job.remote.map(|remote| remote.label().to_owned());
        let pay = pay(job).unwrap_or_else(|| "pay not stated".to_owned());
        let facts: Vec<String> = [Some(place), remote, Some(pay)]
            .into_iter()
            .flatten()
            .collect();
        JobCard {
            path: Kind::Job.path(&job.id),
            title: &job.meta.title,
            summary: &job.meta.summary,
            closed: site.is_closed(job),
            facts: facts.join("; "),
        }
    }
}

/// The pay that an advert states.
fn pay(job: &Job) -> Option<String> {
    let pay = job.pay.as_ref()?;
    let (min, max) = (money(pay.min, &pay.currency), money(pay.max, &pay.currency));
    Some(format!("{min} to {max} {}", pay.period.label()))
}

/// All adverts: open first, closed apart.
#[derive(Template)]
#[template(path = "jobs.html")]
pub struct JobsPage<'a> {
    layout: Layout<'a>,
    open: Vec<JobCard<'a>>,
    closed: Vec<JobCard<'a>>,
    asked: Vec<(String, &'a str, usize)>,
}

impl<'a> JobsPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let cards = site
            .jobs
            .newest()
            .into_iter()
            .map(|job| JobCard::new(site, job));
        let (closed, open): (Vec<_>, Vec<_>) = cards.partition(|card| card.closed);
        JobsPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::Job),
                "Backend jobs: open adverts, and what closed ones asked for",
                format!(
                    "{} and {}: who hires, at which level and for which skills. Closed adverts keep their address and show what was asked for.",
                    counted(open.len(), "open advert", "open adverts"),
                    counted(closed.len(), "closed one", "closed ones")
                ),
                "Jobs",
            ),
            open,
            closed,
            asked: asked(site),
        }
    }
}

/// The skills that adverts name, most named first: path, title, number of adverts.
fn asked(site: &Site) -> Vec<(String, &str, usize)> {
    let mut asked: Vec<_> = site
        .skills
        .iter()
        .map(|skill| {
            let names = |job: &&Document<Job>| job.skills.iter().any(|id| id.as_str() == skill.id);
            let adverts = site.jobs.iter().filter(names).count();
            (
                Kind::Skill.path(&skill.id),
                skill.meta.title.as_str(),
                adverts,
            )
        })
        .filter(|(_, _, adverts)| *adverts > 0)
        .collect();
    asked.sort_by_key(|(_, _, adverts)| std::cmp::Reverse(*adverts));
    asked
}

/// One advert.
#[derive(Template)]
#[template(path = "job.html")]
pub struct JobPage<'a> {
    layout: Layout<'a>,
    job: &'a Document<Job>,
    closed_on: Option<When>,
    posted: Option<When>,
    role: Option<(String, &'a str)>,
    level: Option<&'a str>,
    pay: String,
    skills: Vec<(String, &'a str)>,
    text: String,
    sections: Vec<WholeSection<'a>>,
    foot: Foot<'a>,
}

impl<'a> JobPage<'a> {
    pub fn new(site: &'a Site, job: &'a Document<Job>) -> Self {
        let closed = site.is_closed(job);
        let mut layout = Layout::new(
            site,
            &Address::Document(Kind::Job, job.id.clone()),
            fitting_title(&[
                format!(
                    "{}{}",
                    job.meta.title,
                    if closed { " (closed advert)" } else { "" }
                ),
                job.meta.title.clone(),
                format!("Advert of {}: {}", job.employer, role_title(site, job)),
            ]),
            &job.meta.summary,
            &job.meta.title,
        );
        layout.noindex = closed;
        JobPage {
            layout,
            job,
            closed_on: job
                .meta
                .expires_at
                .filter(|_| closed)
                .map(|end| When::new(end.to_zoned(jiff::tz::TimeZone::UTC).date())),
            posted: job.posted.map(When::new),
            role: site
                .roles
                .get(job.role.as_str())
                .map(|role| (Kind::Role.path(&role.id), role.meta.title.as_str())),
            level: job.level.as_ref().map(|level| site.level(level)),
            pay: pay(job).unwrap_or_else(|| "not stated".to_owned()),
            skills: job
                .skills
                .iter()
                .filter_map(|id| site.skills.get(id.as_str()))
                .map(|skill| (Kind::Skill.path(&skill.id), skill.meta.title.as_str()))
                .collect(),
            text: flow::html(site, &job.body.lead, "lead"),
            sections: flow::other_sections(site, Kind::Job, &job.body),
            foot: Foot::new(site, Kind::Job, job),
        }
    }
}

/// The title of the role that an advert comes closest to.
fn role_title<'a>(site: &'a Site, job: &'a Job) -> &'a str {
    let role = site.roles.get(job.role.as_str());
    role.map_or(job.role.as_str(), |role| &role.meta.title)
}
