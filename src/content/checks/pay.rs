//! Rows of pay figures: what they are about, on how many people they rest, whether they can be true.

use std::collections::BTreeMap;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::Read;
use crate::site::{Edition, Method, PayFigure};

/// Below this number a figure says more about the people asked than about the rest.
pub const SMALLEST_SAMPLE: u32 = 10;

/// The ratio of the 90th to the 10th percentile above which a unit is likely wrong: in the widest
/// official distributions of computer jobs it is below 5.
const WIDEST: f64 = 20.0;

/// `fm-missing`, `fm-value`, `data-sample`, `data-outlier`, `data-duplicate`.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for read in &all.editions {
        let Some(edition) = &read.value else {
            continue;
        };
        for (place, figure) in edition.figures.iter().enumerate() {
            let row = Row {
                read,
                place,
                figure,
            };
            found.extend(row.subject());
            found.extend(row.amounts());
            found.extend(row.sample(edition.method));
            found.extend(row.spread());
            found.extend(row.middle());
        }
        repeated(read, edition, found);
    }
}

struct Row<'a> {
    read: &'a Read<'a, Edition>,
    place: usize,
    figure: &'a PayFigure,
}

impl Row<'_> {
    fn error(&self, code: &'static str, field: &str, message: impl Into<String>) -> Diagnostic {
        let table = &self.read.table;
        let span = match field {
            "" => table.opening(&format!("/figures/{}", self.place)),
            field => table.value(&format!("/figures/{}/{field}", self.place)),
        };
        Diagnostic::error(code, self.read.file, span, message)
    }

    /// A row is about a role, or it is a yardstick.
    fn subject(&self) -> Option<Diagnostic> {
        match (&self.figure.role, self.figure.baseline) {
            (None, None) => {
                let diagnostic = self.error("fm-missing", "", "`role` is missing in `figures`");
                Some(diagnostic.label("a row needs `role` or `baseline`"))
            }
            (Some(_), Some(_)) => {
                let message = "a row cannot have both `role` and `baseline`";
                let diagnostic = self.error("fm-value", "baseline", message);
                Some(diagnostic.label("take one of them out"))
            }
            _ => None,
        }
    }

    fn amounts(&self) -> Option<Diagnostic> {
        let PayFigure {
            p10,
            p25,
            median,
            p75,
            p90,
            mean,
            min,
            max,
            ..
        } = self.figure;
        let amounts = [p10, p25, median, p75, p90, mean, min, max];
        amounts.iter().all(|amount| amount.is_none()).then(|| {
            let message = "an amount is missing in `figures`";
            self.error("fm-missing", "", message)
                .label("at least one of: p10, p25, median, p75, p90, mean, min, max")
        })
    }

    fn sample(&self, method: Method) -> Option<Diagnostic> {
        match (self.figure.n, method) {
            (Some(n), _) if n < SMALLEST_SAMPLE => {
                let message = format!("{n} people are too few for a figure");
                let diagnostic = self.error("data-sample", "n", message);
                Some(diagnostic.label(format!("at least {SMALLEST_SAMPLE}")))
            }
            (None, Method::Survey | Method::SelfReported) => {
                let diagnostic = self.error("data-sample", "", "the size of the sample is missing");
                let label = "add `n`, or say in `note` why the source gives none";
                Some(diagnostic.warning().label(label))
            }
            _ => None,
        }
    }

    fn spread(&self) -> Option<Diagnostic> {
        let (low, high) = (self.figure.p10?, self.figure.p90?);
        (high > WIDEST * low).then(|| {
            let message =
                format!("`p90` is {high}, more than {WIDEST} times `p10`, which is {low}");
            let diagnostic = self.error("data-outlier", "p90", message);
            diagnostic.warning().label("are both of the same unit?")
        })
    }

    /// The median and the mean lie between the smallest and the largest amount; the order of the
    /// median is checked with that of the percentiles.
    fn middle(&self) -> Option<Diagnostic> {
        let mean = self.figure.mean?;
        let below = self.figure.min.is_some_and(|min| mean < min);
        let above = self.figure.max.is_some_and(|max| mean > max);
        (below || above).then(|| {
            let message = format!("`mean` is {mean}, outside `min` and `max`");
            let diagnostic = self.error("data-outlier", "mean", message);
            diagnostic.warning().label("are all of the same unit?")
        })
    }
}

/// Two rows about the same people.
fn repeated(read: &Read<Edition>, edition: &Edition, found: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for (place, figure) in edition.figures.iter().enumerate() {
        let about: Vec<_> = match figure.baseline {
            Some(_) => vec![None],
            None => figure.roles().map(Some).collect(),
        };
        let people = (
            &figure.occupation,
            &figure.level,
            figure.years,
            &figure.split,
        );
        let before: Vec<_> = about
            .into_iter()
            .filter_map(|role| {
                let key = (role, figure.baseline, &figure.region, people);
                seen.insert(key, place)
            })
            .collect();
        let Some(first) = before.first().copied() else {
            continue;
        };
        let at = |place| read.table.opening(&format!("/figures/{place}"));
        let first = read.text[..at(first).start].matches('\n').count() + 1;
        let span = at(place);
        let message = format!("this row is about the same people as the row in line {first}");
        found.push(
            Diagnostic::error("data-duplicate", read.file, span, message)
                .label("tell them apart by occupation, level, years or split"),
        );
    }
}
