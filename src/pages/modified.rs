//! When what an address shows was last changed.

use jiff::civil::Date;

use crate::site::{Address, Kind, RegionId, RoleId, Site};

use super::figures;

/// The day of the last change of substance to what an address shows.
pub fn modified(site: &Site, address: &Address) -> Option<Date> {
    match address {
        Address::Download(download) => match download.page() {
            Some(page) => modified(site, &page),
            None => site.updated(),
        },
        Address::Document(kind, id) => site.card(*kind, id)?.updated,
        Address::Prose(id) => site.card(Kind::Page, id)?.updated,
        Address::Index(kind) => site
            .cards()
            .filter(|card| card.kind == *kind)
            .filter_map(|card| card.updated)
            .max(),
        Address::SalaryRole(role) | Address::SalaryData(role, _) => retrieved(site, role, None),
        Address::SalaryRegion(role, region) => retrieved(site, role, Some(region)),
        Address::Move(from, to) => {
            let updated = [from, to].map(|id| site.card(Kind::Role, id.as_str())?.updated);
            updated.into_iter().flatten().max()
        }
        Address::FigureFile(id) => figures::retrieved(site, id),
        Address::Salaries | Address::Figures => {
            let pay = site.salaries.iter().map(|edition| edition.source.retrieved);
            pay.chain(site.usage.iter().map(|usage| usage.source.retrieved))
                .max()
        }
        _ => site.updated(),
    }
}

/// The day on which the newest figure of a role, in a place or anywhere, was read.
fn retrieved(site: &Site, role: &RoleId, region: Option<&RegionId>) -> Option<Date> {
    site.pay_of(role)
        .filter(|row| region.is_none_or(|region| row.figure.region == *region))
        .map(|row| row.edition.source.retrieved)
        .max()
}
