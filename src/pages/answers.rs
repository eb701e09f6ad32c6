//! What tools show for a question: pages that are drawn for one request and belong to no address.

use askama::Template;

use crate::site::{Address, Candidate, Findings, OfferAsked, PaySearch, Site, Timetable};

use super::changes::{self, ChangesPage};
use super::compare::ComparePage;
use super::decode::{self, DecodePage};
use super::figures::{FiguresAsked, FiguresPage};
use super::offer::OfferPage;
use super::pay_search::PaySearchPage;
use super::plan::{self, PlanPage};
use super::search::{SearchAsked, SearchPage};
use super::skill_check::SkillCheckPage;
use super::{HTML, Rendered, draw, html, modified};

/// An advert read by word list; nothing if it is longer than the guide reads.
pub fn decode(site: &Site, text: &str) -> Option<Rendered> {
    let fits = text.len() <= decode::LONGEST;
    fits.then(|| answer(&DecodePage::new(site, text).answering()))
}

/// The files of figures that a reader asked for.
pub fn figures(site: &Site, asked: FiguresAsked) -> Rendered {
    answer(&FiguresPage::answering(site, asked))
}

/// What changed in the guide since the day that a reader names, as they wrote it.
pub fn changes_since(site: &Site, day: &str) -> Rendered {
    answer(&ChangesPage::since(site, day))
}

/// What an address shows, with a note of what changed there since the day that a reader names;
/// nothing if the address shows no page.
pub fn since(site: &Site, address: &Address, day: &str) -> Option<Rendered> {
    let page = Rendered {
        body: html(site, address)?,
        media_type: HTML,
        modified: modified(site, address),
    };
    Some(changes::with_note(site, address, day, page))
}

/// Where an offer of pay lies among published figures.
pub fn offer(site: &Site, asked: &OfferAsked) -> Rendered {
    answer(&OfferPage::new(site, asked).answering())
}

/// The figures of pay that were asked for.
pub fn pay_search(site: &Site, search: &PaySearch) -> Rendered {
    answer(&PaySearchPage::new(site, search))
}

/// What somebody has and lacks for the role that they want.
pub fn skill_check(site: &Site, candidate: &Candidate) -> Rendered {
    answer(&SkillCheckPage::new(site, candidate).answering())
}

/// How long what somebody lacks takes them.
pub fn plan(site: &Site, candidate: &Candidate, timetable: &Timetable) -> Rendered {
    answer(&PlanPage::new(site, candidate, timetable).answering())
}

/// The same as a file for calendars; nothing if no role is wanted or no first day is named.
pub fn plan_calendar(
    site: &Site,
    candidate: &Candidate,
    timetable: &Timetable,
) -> Option<Rendered> {
    Some(Rendered {
        body: plan::calendar(site, candidate, timetable)?.into_bytes(),
        media_type: "text/calendar; charset=utf-8",
        modified: None,
    })
}

/// The roles with these ids side by side.
pub fn compare(site: &Site, ids: &[&str]) -> Rendered {
    answer(&ComparePage::new(site, ids))
}

/// A page that answers what a reader asked.
fn answer(page: &impl Template) -> Rendered {
    Rendered {
        body: draw(page),
        media_type: HTML,
        modified: None,
    }
}

/// The answer to a search; `found` is nothing while the index is being made.
pub fn search(site: &Site, asked: SearchAsked, found: Option<&Findings>) -> Rendered {
    match asked.question {
        "" => answer(&SearchPage::new(site)),
        _ => answer(&SearchPage::answering(site, asked, found)),
    }
}
