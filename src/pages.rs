//! A [`Site`] to text: one struct and one template per page.
//!
//! What an address shows depends on the Site alone. Nothing here sees a request.

mod answers;
mod assets;
mod blocks;
mod book;
mod career_paths;
mod changes;
mod charts;
mod compare;
mod coverage;
mod data;
mod decode;
mod desk;
mod download;
mod editors;
mod error;
mod feeds;
mod figures;
mod flow;
mod foot;
mod form;
mod glossary;
mod guides;
mod home;
mod industries;
mod jobs;
mod layout;
mod learning;
mod machine;
mod markup;
mod modified;
mod moves;
mod notes;
mod offer;
mod opening;
mod passport;
mod pay_search;
mod picture;
mod plan;
mod prose;
mod role;
mod roles;
mod rubric;
mod salaries;
mod salary_region;
mod search;
mod skill_check;
mod skills;
mod structured;
mod ticks;
mod twin;
mod words;

use askama::Template;
use jiff::civil::Date;

pub use answers::{
    changes_since, compare, decode, figures, offer, pay_search, plan, plan_calendar, search, since,
    skill_check,
};
pub use assets::{Asset, assets};
pub use book::style as book_style;
pub use desk::{DeskDocument, DeskProblem};
pub use figures::FiguresAsked;
use modified::modified;
pub use picture::Picture;
pub use search::{SearchAsked, suggestions};

use crate::site::{Address, FeedFormat, Kind, OfferAsked, RegionId, RoleId, Site, Timetable, Tool};

/// A page as it is sent, before compression.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    pub body: Vec<u8>,
    /// The media type, with its charset if it is text: `text/html; charset=utf-8`.
    pub media_type: &'static str,
    /// The day of the last change of substance, for `Last-Modified`.
    pub modified: Option<Date>,
}

const HTML: &str = "text/html; charset=utf-8";

/// What an address shows, or nothing if this Site has no such address.
pub fn render(site: &Site, address: &Address) -> Option<Rendered> {
    let (body, media_type) = match address {
        Address::SalaryData(role, format) => (
            data::of_role(site, role, *format)?,
            download::data_type(*format),
        ),
        Address::Download(download) => download::file(site, download)?,
        Address::Feed(feed, format) => {
            let media_type = match format {
                FeedFormat::Atom => "application/atom+xml; charset=utf-8",
                FeedFormat::Json => "application/feed+json; charset=utf-8",
            };
            (feeds::feed(site, *feed, *format), media_type)
        }
        Address::SitemapPart(part) => (
            draw(&machine::Sitemap::part(site, *part)?),
            "application/xml; charset=utf-8",
        ),
        Address::Llms => (draw(&machine::Llms::new(site)), "text/plain; charset=utf-8"),
        Address::Manifest => (machine::manifest(site), "application/manifest+json"),
        Address::Sitemap => (
            draw(&machine::Sitemap::new(site)),
            "application/xml; charset=utf-8",
        ),
        Address::Robots => (
            machine::robots(site).into_bytes(),
            "text/plain; charset=utf-8",
        ),
        Address::OpenSearch => (
            draw(&search::OpenSearch::new(site)),
            "application/opensearchdescription+xml; charset=utf-8",
        ),
        Address::Favicon => (assets::bytes("favicon.ico")?, "image/x-icon"),
        page => (html(site, page)?, HTML),
    };
    Some(Rendered {
        body,
        media_type,
        modified: modified(site, address),
    })
}

fn html(site: &Site, address: &Address) -> Option<Vec<u8>> {
    Some(match address {
        Address::Home => draw(&home::HomePage::new(site)),
        Address::Index(kind) => index(site, *kind)?,
        Address::Document(kind, id) => document(site, *kind, id)?,
        Address::Prose(id) => draw(&prose::ProsePage::new(site, site.pages.get(id)?)),
        Address::Salaries => draw(&salaries::SalariesPage::new(site)),
        Address::SalaryRole(role) => draw(&salaries::SalaryRolePage::new(
            site,
            site.roles.get(role.as_str())?,
        )),
        Address::SalaryRegion(role, region) => salary_region(site, role, region)?,
        Address::Figures => draw(&figures::FiguresPage::new(site)),
        Address::Changes => draw(&changes::ChangesPage::new(site)),
        Address::Coverage => draw(&coverage::CoveragePage::new(site)),
        Address::Editors => draw(&editors::EditorsPage::new(site)),
        Address::EditorsCodes => draw(&editors::CodesPage::new(site)),
        Address::Move(from, to) => draw(&moves::MovePage::new(site, from, to)?),
        Address::FigureFile(id) => draw(&figures::FigureFilePage::new(site, id)?),
        Address::Tool(tool) => tool_page(site, *tool),
        Address::Notes => draw(&notes::NotesPage::new(site)),
        _ => return None,
    })
}

fn index(site: &Site, kind: Kind) -> Option<Vec<u8>> {
    Some(match kind {
        Kind::Role => draw(&roles::RolesPage::new(site)),
        Kind::Skill => draw(&skills::SkillsPage::new(site)),
        Kind::CareerPath => draw(&career_paths::CareerPathsPage::new(site)),
        Kind::Guide => draw(&guides::GuidesPage::new(site)),
        Kind::Learning => draw(&learning::LearningPage::new(site)),
        Kind::Industry => draw(&industries::IndustriesPage::new(site)),
        Kind::Job => draw(&jobs::JobsPage::new(site)),
        Kind::Term => draw(&glossary::GlossaryPage::new(site)),
        Kind::Author | Kind::Page => return None,
    })
}

fn document(site: &Site, kind: Kind, id: &str) -> Option<Vec<u8>> {
    Some(match kind {
        Kind::Role => draw(&role::RolePage::new(site, site.roles.get(id)?)),
        Kind::Skill => draw(&skills::SkillPage::new(site, site.skills.get(id)?)),
        Kind::CareerPath => draw(&career_paths::CareerPathPage::new(
            site,
            site.career_paths.get(id)?,
        )),
        Kind::Guide => draw(&guides::GuidePage::new(site, site.guides.get(id)?)),
        Kind::Industry => draw(&industries::IndustryPage::new(
            site,
            site.industries.get(id)?,
        )),
        Kind::Job => draw(&jobs::JobPage::new(site, site.jobs.get(id)?)),
        Kind::Author => draw(&prose::AuthorPage::new(site, site.authors.get(id)?)),
        Kind::Learning => draw(&learning::ResourcePage::new(site, site.learning.get(id)?)),
        Kind::Term => draw(&glossary::TermPage::new(site, site.terms.get(id)?)),
        Kind::Page => return None,
    })
}

fn salary_region(site: &Site, role: &RoleId, region: &RegionId) -> Option<Vec<u8>> {
    let has_page = site.has_pay_page(role, region);
    let role = site.roles.get(role.as_str()).filter(|_| has_page)?;
    Some(draw(&salary_region::SalaryRegionPage::new(
        site, role, region,
    )?))
}

/// A tool before anything is asked of it.
fn tool_page(site: &Site, tool: Tool) -> Vec<u8> {
    let nobody = || site.candidate("", "", &[]);
    match tool {
        Tool::Compare => draw(&compare::ComparePage::new(site, &[])),
        Tool::SkillCheck => draw(&skill_check::SkillCheckPage::new(site, &nobody())),
        Tool::Plan => {
            let timetable = Timetable::read("", "");
            draw(&plan::PlanPage::new(site, &nobody(), &timetable))
        }
        Tool::Decode => draw(&decode::DecodePage::new(site, "")),
        Tool::Offer => draw(&offer::OfferPage::new(site, &OfferAsked::default())),
        Tool::Search => draw(&search::SearchPage::new(site)),
    }
}

/// The page for a failed request: 4xx or 5xx, with near matches for `path` where that helps.
pub fn error(site: &Site, status: u16, path: &str) -> Rendered {
    Rendered {
        body: draw(&error::ErrorPage::new(site, status, path)),
        media_type: HTML,
        modified: None,
    }
}

/// The desk of the editors, which no address of the guide shows; `open` gives the address that opens
/// a file of the content in an editor's program.
pub fn desk(
    site: &Site,
    documents: Vec<DeskDocument>,
    problems: Vec<DeskProblem>,
    open: &dyn Fn(&str) -> String,
) -> Vec<u8> {
    draw(&desk::DeskPage::new(site, documents, problems, open))
}

/// A template as bytes.
///
/// # Panics
///
/// Never: a template fails only if writing to memory fails.
fn draw(page: &impl Template) -> Vec<u8> {
    page.render()
        .expect("templates write to memory")
        .into_bytes()
}
