//! `/roles`.

use askama::Template;

use crate::site::{Address, Document, Kind, Role, Site};

use super::charts::SkillGrid;
use super::layout::Layout;
use super::role::{level_span, typical_pay};
use super::words;

/// The roles by family, with pay and the grid of skills.
#[derive(Template)]
#[template(path = "roles.html")]
pub struct RolesPage<'a> {
    layout: Layout<'a>,
    families: Vec<Family<'a>>,
}

impl<'a> RolesPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let families = site.vocabulary.role_families.iter().map(|family| {
            let mut roles = site.roles.by_title();
            roles.retain(|role| role.family.as_str() == family.id);
            Family {
                id: &family.id,
                title: &family.title,
                summary: family.summary.as_deref(),
                grid: SkillGrid::new(site, &family.title, &roles),
                roles: roles.into_iter().map(|role| role_row(site, role)).collect(),
            }
        });
        RolesPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::Role),
                "Backend roles: what they do, ask for and pay",
                format!(
                    "What people do, what they must be able to do and what they are paid, for {}: compare skills by level in one table.",
                    words::counted(site.roles.len(), "backend role", "backend roles")
                ),
                "Roles",
            ),
            families: families.filter(|family| !family.roles.is_empty()).collect(),
        }
    }
}

struct Family<'a> {
    id: &'a str,
    title: &'a str,
    summary: Option<&'a str>,
    roles: Vec<RoleRow<'a>>,
    /// The skills that these roles ask for.
    grid: SkillGrid,
}

struct RoleRow<'a> {
    path: String,
    title: &'a str,
    summary: &'a str,
    pay: String,
    levels: String,
}

fn role_row<'a>(site: &'a Site, role: &'a Document<Role>) -> RoleRow<'a> {
    RoleRow {
        path: Kind::Role.path(&role.id),
        title: &role.meta.title,
        summary: &role.meta.summary,
        pay: typical_pay(site, role).unwrap_or_else(|| "no figure yet".to_owned()),
        levels: level_span(site, role),
    }
}
