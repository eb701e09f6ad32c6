//! The addresses that a Site answers.

use super::{Address, DataFormat, INDEXED};
use crate::site::{Feed, FeedFormat, Kind, RoleId, Site, Status, Tool};

/// The most pages of one sitemap: the protocol allows 50,000, and a small file is read sooner.
pub const SITEMAP_PAGES: usize = 10_000;

impl Site {
    /// Every address that this Site answers, each once.
    pub fn addresses(&self) -> Vec<Address> {
        let mut addresses = self.pages_and_files();
        addresses.extend((1..=self.sitemap_parts()).map(Address::SitemapPart));
        addresses
    }

    /// All addresses but the parts of the sitemap, whose number depends on these.
    fn pages_and_files(&self) -> Vec<Address> {
        let mut addresses = vec![
            Address::Home,
            Address::Salaries,
            Address::Figures,
            Address::Changes,
            Address::Coverage,
            Address::Editors,
            Address::EditorsCodes,
        ];
        addresses.extend(INDEXED.map(Address::Index));
        addresses.extend(Tool::ALL.map(Address::Tool));
        addresses.extend(
            self.figure_files()
                .map(|id| Address::FigureFile(id.to_owned())),
        );
        addresses.extend(self.cards().map(|card| card.kind.address(card.id)));
        addresses.extend(self.moves().map(|(from, to)| Address::Move(from, to)));
        for role in self.roles.iter().map(|role| RoleId::new(&role.id)) {
            addresses.push(Address::SalaryRole(role.clone()));
            if self.pay_of(&role).next().is_some() {
                addresses.push(Address::SalaryData(role.clone(), DataFormat::Csv));
                addresses.push(Address::SalaryData(role.clone(), DataFormat::Json));
            }
            for region in self.pay_page_regions(&role) {
                addresses.push(Address::SalaryRegion(role.clone(), region));
            }
        }
        for feed in Feed::ALL {
            addresses.extend(FeedFormat::ALL.map(|format| Address::Feed(feed, format)));
        }
        addresses.extend(self.downloads().map(Address::Download));
        addresses.extend([
            Address::Notes,
            Address::Llms,
            Address::Manifest,
            Address::Sitemap,
            Address::Robots,
            Address::OpenSearch,
            Address::Favicon,
        ]);
        addresses
    }
    /// The pages that search engines may index.
    pub fn indexed(&self) -> Vec<Address> {
        let mut addresses = self.pages_and_files();
        addresses.retain(|address| address.is_page() && self.is_indexed(address));
        addresses
    }

    /// Whether search engines may index a page: all but closed adverts, archived documents, and the
    /// page that is different in every browser.
    pub fn is_indexed(&self, address: &Address) -> bool {
        let archived = |kind, id: &str| {
            self.card(kind, id)
                .is_some_and(|card| card.meta.status == Status::Archived)
        };
        match address {
            Address::Notes => false,
            Address::Document(kind, id) if archived(*kind, id) => false,
            Address::Prose(id) if archived(Kind::Page, id) => false,
            Address::Document(Kind::Job, id) => {
                self.jobs.get(id).is_some_and(|job| !self.is_closed(job))
            }
            _ => true,
        }
    }

    /// Into how many files the sitemap is parted; 0 if one is enough.
    pub fn sitemap_parts(&self) -> usize {
        match self.indexed().len().div_ceil(SITEMAP_PAGES) {
            0 | 1 => 0,
            parts => parts,
        }
    }
}
