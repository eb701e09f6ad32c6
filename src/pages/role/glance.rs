//! A role at a glance: one row per question, each leading to the section that explains it.

use crate::site::{Document, Kind, Method, PayRow, Role, RoleId, Site};

use crate::pages::passport::outlook_short;
use crate::pages::words::{self, list, lower_first, middle_half};

/// A row of "at a glance"; it leads to the section that explains it.
pub struct GlanceRow<'a> {
    pub label: &'static str,
    pub value: GlanceValue<'a>,
    pub section: &'static str,
}

/// What stands in a row.
pub enum GlanceValue<'a> {
    Words(String),
    /// Finished HTML of a field.
    Phrase(&'a str),
    /// Path and title of roles.
    Roles(Vec<(String, &'a str)>),
}

impl GlanceValue<'_> {
    /// Whether two roles have the same in this row.
    pub fn is_same(&self, other: &GlanceValue) -> bool {
        match (self, other) {
            (GlanceValue::Words(one), GlanceValue::Words(two)) => one == two,
            (GlanceValue::Phrase(one), GlanceValue::Phrase(two)) => one == two,
            (GlanceValue::Roles(one), GlanceValue::Roles(two)) => one == two,
            _ => false,
        }
    }
}

/// The rows of a role.
pub fn glance<'a>(site: &'a Site, role: &'a Document<Role>) -> Vec<GlanceRow<'a>> {
    let row = |label, section, value| GlanceRow {
        label,
        value,
        section,
    };
    let words = |label, section, words| row(label, section, GlanceValue::Words(words));
    let ways: Vec<String> = role
        .ways_in
        .iter()
        .map(|way| lower_first(way.way.label()))
        .collect();
    let pay = typical_pay(site, role);
    vec![
        words(
            "Typical pay",
            "pay",
            pay.unwrap_or_else(|| "No figure meets the guide's rules.".to_owned()),
        ),
        words("Ways in", "how-to-get-in", list(&ways)),
        words(
            "Time to entry",
            "how-to-get-in",
            format!("{} from the first lesson", role.time_to_entry),
        ),
        row(
            "Hours",
            "where-and-with-whom",
            GlanceValue::Phrase(&role.work.hours.html),
        ),
        row(
            "On call",
            "where-and-with-whom",
            GlanceValue::Phrase(&role.work.on_call.html),
        ),
        words("Outlook", "outlook", outlook(site, role)),
        words("Levels", "levels", level_span(site, role)),
        row(
            "Nearest roles",
            "close-roles",
            GlanceValue::Roles(nearest(site, role)),
        ),
    ]
}

fn outlook(site: &Site, role: &Document<Role>) -> String {
    match site.outlook(&RoleId::new(&role.id)).first() {
        None => "No projection counts this role.".to_owned(),
        Some(first) => format!(
            "{} ({})",
            outlook_short(first),
            site.region(&first.usage.region)
        ),
    }
}

/// The three roles whose must-haves this one meets best.
fn nearest<'a>(site: &'a Site, role: &Document<Role>) -> Vec<(String, &'a str)> {
    site.nearest(role)
        .into_iter()
        .take(3)
        .map(|(near, _)| (Kind::Role.path(&near.id), near.meta.title.as_str()))
        .collect()
}

/// Typical pay in a line: `US$105,210 to US$171,980 a year, United States (BLS, May 2025)`. Says so
/// where the figure is of an occupation that merely counts the role too.
pub fn typical_pay(site: &Site, role: &Document<Role>) -> Option<String> {
    let role = RoleId::new(&role.id);
    let region = site.typical_region(&role)?;
    let row = site.pay(&role, &region).into_iter().next()?;
    let amount = middle_half(&row).or_else(|| {
        let middle = words::money(row.middle()?, row.currency());
        Some(format!("{middle} {}", words::per(&row)))
    })?;
    let place = site.region(&row.figure.region);
    let source = row.source(site.today());
    let counted = match &row.figure.occupation {
        Some(occupation) if is_officials_word(&row, &role) => {
            format!("As {occupation}: ")
        }
        _ => String::new(),
    };
    Some(format!("{counted}{amount}, {place} ({source})"))
}

/// Whether the figure is of a group that is called otherwise than the role: an occupation of
/// statistics, or one that merely counts the role too.
pub fn is_officials_word(row: &PayRow, role: &RoleId) -> bool {
    row.edition.method == Method::Official || row.figure.role.as_ref() != Some(role)
}

pub fn level_span(site: &Site, role: &Role) -> String {
    let first = role.levels.first().map(|row| site.level(&row.level));
    let last = role.levels.last().map(|row| site.level(&row.level));
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first} to {}", lower_first(last)),
        (Some(only), _) => only.to_owned(),
        _ => String::new(),
    }
}
