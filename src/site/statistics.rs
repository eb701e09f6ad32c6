//! Questions about the other figures: outlook of a role, use of a skill.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{Freshness, RoleId, Site, SkillId, Topic, Usage, UsageFigure};

/// A usage figure together with the file that vouches for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UsageRow<'a> {
    pub usage: &'a Usage,
    pub figure: &'a UsageFigure,
}

impl UsageRow<'_> {
    /// The number of people the value rests on.
    pub fn n(&self) -> Option<u32> {
        self.figure.n.or(self.usage.n)
    }

    pub fn freshness(&self, today: Date) -> Freshness {
        Freshness::on(self.usage.good_until, today)
    }
}

impl Site {
    /// The file of usage figures with this id.
    pub fn usage_file(&self, id: &str) -> Option<&Usage> {
        self.usage.iter().find(|usage| usage.id == id)
    }

    /// One figure of a file: `("languages-2025", "sql")`.
    pub fn usage_figure(&self, usage: &str, figure: &str) -> Option<UsageRow<'_>> {
        let usage = self.usage_file(usage)?;
        let figure = usage.figures.iter().find(|row| row.id == figure)?;
        Some(UsageRow { usage, figure })
    }

    fn usage_rows(&self) -> impl Iterator<Item = UsageRow<'_>> {
        self.usage.iter().flat_map(|usage| {
            usage
                .figures
                .iter()
                .map(move |figure| UsageRow { usage, figure })
        })
    }

    /// The projections for a role, newest collection first.
    pub fn outlook(&self, role: &RoleId) -> Vec<UsageRow<'_>> {
        let mut rows: Vec<_> = self
            .usage_rows()
            .filter(|row| row.usage.topic == Topic::Outlook && row.figure.roles.contains(role))
            .collect();
        rows.sort_by_key(|row| Reverse(row.usage.source.published));
        rows
    }

    /// How many use a skill, one figure per series, newest first.
    pub fn usage_of(&self, skill: &SkillId) -> Vec<UsageRow<'_>> {
        let mut rows: Vec<_> = self
            .usage_rows()
            .filter(|row| row.figure.skill.as_ref() == Some(skill))
            .collect();
        rows.sort_by_key(|row| Reverse(row.usage.source.collected.map(|span| span.to)));
        let mut seen = Vec::new();
        rows.retain(|row| {
            let series = row.usage.series.as_ref().unwrap_or(&row.usage.id);
            let new = !seen.contains(&series);
            seen.push(series);
            new
        });
        rows
    }
}
