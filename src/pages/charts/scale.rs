//! From a value to its place on an axis.

use std::fmt;

/// A share of a drawing's width, which is all that is known of it: prints as `37.42%`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(pub f64);

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", (self.0 * 100.0).round() / 100.0)
    }
}

/// A line from values to places: `low` is at `start`, `high` at `end`, in whatever unit these are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub start: f64,
    pub end: f64,
}

impl Scale {
    /// The place of a value.
    pub fn at(&self, value: f64) -> f64 {
        let part = (value - self.low) / (self.high - self.low);
        self.start + part * (self.end - self.start)
    }
}

/// Steps of an axis that a reader can count in, per power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];

/// The part of the highest value that an axis spans at least: on a shorter one, next to nothing would
/// look like much.
const LEAST_SPAN: f64 = 0.1;

/// Round values from the last one at or below `low` up to the first one at or above `high`, two to
/// `most` of them.
///
/// `ticks(82_460.0, 214_670.0, 5)` is 50,000, 100,000, 150,000, 200,000, 250,000.
pub fn ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let most = most.max(2);
    let span = (high - low).max(high.abs() * LEAST_SPAN).max(1.0);
    let smallest = span / most as f64;
    let exponent = smallest.log10().floor() as i32;
    let steps = (exponent..exponent + 3)
        .flat_map(|exponent| STEPS.map(|step| step * 10_f64.powi(exponent)))
        .filter(|step| *step >= smallest);
    for step in steps {
        let first = (low / step).floor();
        let last = (high / step).ceil().max(first + 1.0);
        let count = last - first + 1.0;
        if count <= most as f64 {
            return (0..count as usize)
                .map(|index| (first + index as f64) * step)
                .collect();
        }
    }
    vec![low, high]
}

#[cfg(test)]
mod tests {
    use super::{Scale, Share, ticks};

    #[test]
    fn a_value_has_its_place() {
        let scale = Scale {
            low: 50_000.0,
            high: 250_000.0,
            start: 10.0,
            end: 90.0,
        };
        for (value, place) in [
            (50_000.0, "10%"),
            (135_980.0, "44.39%"),
            (150_000.0, "50%"),
            (250_000.0, "90%"),
        ] {
            assert_eq!(Share(scale.at(value)).to_string(), place);
        }
    }

    #[test]
    fn ticks_are_round_and_hold_the_values_between_them() {
        for (low, high, most, expected) in [
            (
                82_460.0,
                214_670.0,
                5,
                vec![50_000.0, 100_000.0, 150_000.0, 200_000.0, 250_000.0],
            ),
            (0.0, 0.0, 5, vec![0.0, 0.2]),
            (40.0, 56.49, 5, vec![40.0, 45.0, 50.0, 55.0, 60.0]),
            (30_000.0, 30_000.0, 3, vec![30_000.0, 31_000.0]),
            (-4.0, 15.0, 4, vec![-10.0, 0.0, 10.0, 20.0]),
        ] {
            let found = ticks(low, high, most);
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (found, expected) in found.iter().zip(&expected) {
                assert!((found - expected).abs() < 1e-6, "{found} {expected}");
            }
        }
    }
}
