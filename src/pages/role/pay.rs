//! The pay of a role in the places that the guide has figures for.

use crate::site::{Address, Block, Document, Role, RoleId, Site};

use crate::pages::blocks::PayPanel;
use crate::pages::{flow, words};

/// The section on pay: the panel of the place with most sources, and a line for each other place.
pub struct PayByPlace<'a> {
    pub region: Option<&'a str>,
    pub panel: Option<PayPanel<'a>>,
    pub places: Vec<PlaceRow>,
    pub path: String,
}

impl<'a> PayByPlace<'a> {
    pub fn new(site: &'a Site, role: &Document<Role>) -> Self {
        let id = RoleId::new(&role.id);
        let typical = site.typical_region(&id);
        let places = site.pay_regions(&id).into_iter().filter_map(|region| {
            let row = site.pay(&id, &region).into_iter().next()?;
            let place = site.vocabulary.entry("regions", region.as_str())?;
            place.within.is_none().then_some(())?;
            Some(PlaceRow {
                path: site.pay_page(&id, &region)?.path(),
                region: place.title.clone(),
                middle: format!(
                    "{} {}",
                    words::money(row.middle()?, row.currency()),
                    words::per(&row)
                ),
                source: row.source(site.today()),
            })
        });
        PayByPlace {
            region: typical.as_ref().and_then(|region| {
                let place = site.vocabulary.entry("regions", region.as_str())?;
                Some(place.in_text())
            }),
            panel: typical
                .as_ref()
                .filter(|_| !flow::has_block(&role.body, "pay", |b| matches!(b, Block::Salary(_))))
                .map(|region| PayPanel::new(site, &id, region, "pay-panel")),
            places: places.take(6).collect(),
            path: Address::SalaryRole(id).path(),
        }
    }
}

pub struct PlaceRow {
    pub path: String,
    pub region: String,
    pub middle: String,
    pub source: String,
}
