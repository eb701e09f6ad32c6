//! Days that are not written as TOML writes them.

use super::{Mistake, Table};
use crate::content::day::day;
use crate::content::lines::line_of;
use crate::content::{Diagnostic, Fix};

impl Table<'_> {
    /// The diagnostic about a value that is a day in another form: `updated = 20.11.2026`.
    pub(super) fn misspelt_day(&self, file: &str, mistake: &Mistake) -> Option<Diagnostic> {
        let line = line_of(self.text, mistake.span.start);
        let (key, value) = self.text[line.clone()].split_once('=')?;
        let written = value.split('#').next().unwrap_or_default().trim();
        // What is a date already is wrong in another way.
        let meant = day(written).filter(|meant| meant.to_string() != written)?;
        let start = line.start + key.len() + "=".len() + (value.len() - value.trim_start().len());
        let message = format!("`{written}` is not a date");
        let span = start..start + written.len();
        let fix = Fix {
            span: span.clone(),
            text: meant.to_string(),
        };
        let diagnostic = Diagnostic::error("fm-syntax", file, span, message).fix(fix);
        let label = "a date is written as year, month and day";
        Some(
            diagnostic
                .label(label)
                .help(format!("{} = {meant}", key.trim())),
        )
    }
}
