//! `/`.

use askama::Template;

use crate::site::{Address, Kind, RoleId, Site, Tool};

use super::blocks::{pay_title, strips};
use super::charts::PercentileStrip;
use super::guides::{GuideRow, one_of_each_subject};
use super::layout::Layout;
use super::passport::Passport;
use super::words::{count, counted};

/// What one can do here, on one screen.
#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage<'a> {
    layout: Layout<'a>,
    families: Vec<HomeFamily<'a>>,
    specimen: Option<Specimen<'a>>,
    doors: Vec<Door>,
    /// All but the search, whose form stands above them.
    tools: Vec<Tool>,
    guides: Vec<GuideRow<'a>>,
    figures: String,
    /// The prose pages about how the guide is made: path and title.
    pages: Vec<(String, &'a str)>,
}

/// A family of roles: its title, and path and title of each role.
struct HomeFamily<'a> {
    title: &'a str,
    roles: Vec<(String, &'a str)>,
}

/// One figure with its passport, to show what the guide's figures look like.
struct Specimen<'a> {
    path: String,
    title: String,
    strip: PercentileStrip,
    passport: Passport<'a>,
}

/// The first figure of the role that has figures for most places.
fn specimen(site: &Site) -> Option<Specimen<'_>> {
    let roles = site.roles.iter().map(|role| RoleId::new(&role.id));
    let role = roles.max_by_key(|role| site.pay_regions(role).len())?;
    let region = site.typical_region(&role)?;
    let row = site.pay(&role, &region).into_iter().next()?;
    let title = pay_title(site, &role, &region);
    Some(Specimen {
        path: site.pay_page(&role, &region)?.path(),
        strip: strips(site, "specimen", &title, &[row]).pop()?,
        title,
        passport: Passport::of_pay(site, &row).brief(),
    })
}

/// A question and where it is answered.
struct Door {
    question: &'static str,
    path: String,
    label: &'static str,
    text: String,
}

impl<'a> HomePage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let mut layout = Layout::new(
            site,
            &Address::Home,
            format!("{}: {}", site.config.name, site.config.tagline),
            &site.config.description,
            "Home",
        );
        if layout.title.chars().count() > 65 {
            layout.title.clone_from(&site.config.name);
        }
        HomePage {
            layout,
            families: families(site),
            specimen: specimen(site),
            doors: doors(site),
            tools: Tool::ALL
                .into_iter()
                .filter(|tool| *tool != Tool::Search)
                .collect(),
            guides: one_of_each_subject(site),
            figures: count(site.figure_count() as i64),
            pages: site
                .pages
                .by_title()
                .into_iter()
                .map(|page| (Kind::Page.path(&page.id), page.meta.title.as_str()))
                .collect(),
        }
    }
}

fn families(site: &Site) -> Vec<HomeFamily<'_>> {
    let families = site.vocabulary.role_families.iter().map(|family| {
        let roles = site.roles.by_title().into_iter();
        let roles = roles.filter(|role| role.family.as_str() == family.id);
        HomeFamily {
            title: &family.title,
            roles: roles
                .map(|role| (Kind::Role.path(&role.id), role.meta.title.as_str()))
                .collect(),
        }
    });
    families.filter(|family| !family.roles.is_empty()).collect()
}

fn doors(site: &Site) -> Vec<Door> {
    let door = |question, address: Address, label, text| Door {
        question,
        path: address.path(),
        label,
        text,
    };
    vec![
        door(
            "What is the job?",
            Address::Index(Kind::Role),
            "Find a role",
            format!("{} with duties, a rubric of skills, ways in and reasons against.", counted(site.roles.len(), "role", "roles")),
        ),
        door(
            "What must I be able to do?",
            Address::Index(Kind::Skill),
            "Check a skill",
            format!("{} at four levels, with hours and a test that lets you skip what you can do.", counted(site.skills.len(), "skill", "skills")),
        ),
        door(
            "What does it pay?",
            Address::Salaries,
            "See the pay",
            format!("{} of named sources, side by side, never averaged.", counted(site.salaries.len(), "edition", "editions")),
        ),
        door(
            "How do I get on?",
            Address::Index(Kind::CareerPath),
            "Follow a path",
            "From intern to principal or director: what changes on each rung, and how long people stay.".to_owned(),
        ),
    ]
}
