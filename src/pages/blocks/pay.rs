//! Blocks that show pay, and the drawings they share with the pages of pay.

use askama::Template;

use crate::pages::charts::{PercentileStrip, SourceStrip, StripRow, group_by_unit};
use crate::pages::passport::Passport;
use crate::pages::words::{self, lower_first};
use crate::site::{Address, LevelId, PayRow, RegionId, RoleId, SalaryBlock, Site};

/// `@salary` as HTML.
pub fn salary(site: &Site, block: &SalaryBlock, name: &str) -> String {
    let SalaryBlock {
        role,
        region,
        level,
    } = block;
    let rows: Vec<PayRow> = match level {
        None => site.pay_by_source(role, region),
        Some(level) => at_level(site, role, region, level),
    };
    PayPanel::of_rows(site, role, region, &rows, name).to_string()
}

fn at_level<'a>(
    site: &'a Site,
    role: &RoleId,
    region: &RegionId,
    level: &LevelId,
) -> Vec<PayRow<'a>> {
    site.pay_of(role)
        .filter(|row| row.figure.region == *region && row.figure.level.as_ref() == Some(level))
        .collect()
}

/// Pay figures drawn as percentiles, each with its passport.
#[derive(Template)]
#[template(path = "blocks/pay.html")]
pub struct PayPanel<'a> {
    strips: Vec<PercentileStrip>,
    passports: Vec<Passport<'a>>,
    /// The page with all figures of the role in the place.
    more: Option<(String, String)>,
    /// What is said where there is no figure.
    nothing: String,
}

impl<'a> PayPanel<'a> {
    /// The newest figure of each source for a role in a place.
    pub fn new(site: &'a Site, role: &RoleId, region: &RegionId, name: &str) -> Self {
        Self::of_rows(site, role, region, &site.pay_by_source(role, region), name)
    }

    fn of_rows(
        site: &'a Site,
        role: &RoleId,
        region: &RegionId,
        rows: &[PayRow<'a>],
        name: &str,
    ) -> Self {
        PayPanel {
            strips: strips(site, name, &pay_title(site, role, region), rows),
            passports: rows.iter().map(|row| Passport::of_pay(site, row)).collect(),
            more: (!rows.is_empty()).then(|| {
                let own = || Address::SalaryRegion(role.clone(), region.clone());
                let address = site.pay_page(role, region).unwrap_or_else(own);
                let owner = match &address {
                    Address::SalaryRegion(owner, _) => owner,
                    _ => role,
                };
                let words = format!(
                    "All figures: {}",
                    lower_first(&pay_title(site, owner, region))
                );
                (address.path(), words)
            }),
            nothing: format!(
                "No pay figure for {} meets the guide's rules.",
                site.region_in_text(region)
            ),
        }
    }
}

/// What a chart of pay is called: `Pay of backend developers in the United States`.
pub fn pay_title(site: &Site, role: &RoleId, region: &RegionId) -> String {
    let name = match site.roles.get(role.as_str()) {
        Some(role) => words::role_in_text(role),
        None => role.to_string(),
    };
    format!("Pay of {name}s in {}", site.region_in_text(region))
}

/// Percentiles by source, one drawing for each unit in which they are published.
pub fn strips(site: &Site, name: &str, title: &str, rows: &[PayRow]) -> Vec<PercentileStrip> {
    group_by_unit(StripRow::by_source(rows, site.today()))
        .iter()
        .enumerate()
        .filter_map(|(index, rows)| PercentileStrip::new(&format!("{name}-{index}"), title, rows))
        .collect()
}

/// All sources on one axis, one drawing for each unit in which they are published.
pub fn source_strips(site: &Site, name: &str, title: &str, rows: &[PayRow]) -> String {
    group_by_unit(StripRow::by_source(rows, site.today()))
        .iter()
        .enumerate()
        .filter_map(|(index, rows)| SourceStrip::new(&format!("{name}-{index}"), title, rows))
        .map(|strip| strip.to_string())
        .collect()
}
