//! What changed in the guide, day by day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Card, Site};

/// What happened on a day.
#[derive(Clone, Debug, Default)]
pub struct DayOfChanges<'a> {
    /// Pages whose editors noted a change, with the note.
    pub pages: Vec<(Card<'a>, &'a str)>,
    /// Files of figures that were read that day.
    pub read: Vec<FileOfFigures<'a>>,
    /// Files of figures that the guide had, and that were good until the day before.
    pub old: Vec<FileOfFigures<'a>>,
}

/// A file of figures, of pay or others, as a list names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileOfFigures<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub retrieved: Date,
    /// The last day on which its figures are fresh.
    pub good_until: Date,
}

impl Site {
    /// All that changed from a day on, up to today, by day: what editors noted of pages, which figures
    /// were read, and which grew old.
    pub fn changes(&self, since: Date) -> BTreeMap<Date, DayOfChanges<'_>> {
        let mut days: BTreeMap<Date, DayOfChanges> = BTreeMap::new();
        let is_in = |date: &Date| (since..=self.today()).contains(date);
        for card in self.cards() {
            let changes = card.meta.changes.iter();
            for change in changes.filter(|change| is_in(&change.date)) {
                let day = days.entry(change.date).or_default();
                day.pages.push((card, &change.what));
            }
        }
        for file in self.files_of_figures() {
            if is_in(&file.retrieved) {
                days.entry(file.retrieved).or_default().read.push(file);
            }
            let first_old = file.good_until.tomorrow().unwrap_or(Date::MAX);
            // What was old when it was read did not change on the day it grew old.
            if is_in(&first_old) && file.retrieved < first_old {
                days.entry(first_old).or_default().old.push(file);
            }
        }
        days
    }

    /// All files of figures: those of pay, then the others.
    pub fn files_of_figures(&self) -> impl Iterator<Item = FileOfFigures<'_>> {
        let pay = self.salaries.iter().map(|edition| FileOfFigures {
            id: &edition.id,
            title: &edition.title,
            retrieved: edition.source.retrieved,
            good_until: edition.good_until,
        });
        let others = self.usage.iter().map(|usage| FileOfFigures {
            id: &usage.id,
            title: &usage.title,
            retrieved: usage.source.retrieved,
            good_until: usage.good_until,
        });
        pay.chain(others)
    }
}
