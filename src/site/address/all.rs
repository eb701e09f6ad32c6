//! The addresses that a Site answers.

use super::{Address, DataFormat, INDEXED};
use crate::site::{RoleId, Site, Tool};

impl Site {
    /// Every address that this Site answers, each once.
    pub fn addresses(&self) -> Vec<Address> {
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
        addresses.extend(self.downloads().map(Address::Download));
        addresses.extend([
            Address::Notes,
            Address::Feed,
            Address::Sitemap,
            Address::Robots,
            Address::OpenSearch,
            Address::Favicon,
        ]);
        addresses
    }
}
