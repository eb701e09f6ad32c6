//! The mark of a skill's level: four steps, filled up to the level, with its word beside.

use std::ops::Range;

use askama::Template;

use crate::site::SkillLevel;

/// The level of a skill as four small squares and a word.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(path = "charts/level_mark.html")]
pub struct LevelMark {
    word: &'static str,
    /// The outlines of the full squares, and of the empty ones, as the data of a path.
    full: String,
    empty: String,
}

impl LevelMark {
    pub fn new(level: SkillLevel) -> Self {
        LevelMark {
            word: level.label(),
            full: squares(0..level.step(), 0.0),
            empty: squares(level.step()..SkillLevel::ALL.len(), 0.5),
        }
    }
}

impl askama::filters::HtmlSafe for LevelMark {}

/// Squares of 8 pixels, 11 pixels apart, each smaller by `inset` on every side so that a line of
/// twice that width does not reach beyond 8 pixels.
fn squares(steps: Range<usize>, inset: f64) -> String {
    let side = 8.0 - 2.0 * inset;
    steps
        .map(|step| {
            let left = step as f64 * 11.0 + inset;
            format!("M{left} {inset}h{side}v{side}h-{side}z")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{LevelMark, SkillLevel};

    #[test]
    fn a_mark_has_four_squares_and_a_word() {
        for (level, full, empty) in [
            (SkillLevel::Awareness, 1, 3),
            (SkillLevel::Working, 2, 2),
            (SkillLevel::Practitioner, 3, 1),
            (SkillLevel::Expert, 4, 0),
        ] {
            let mark = LevelMark::new(level);
            assert_eq!(mark.full.matches('M').count(), full, "{level:?}");
            assert_eq!(mark.empty.matches('M').count(), empty, "{level:?}");
            assert!(mark.to_string().contains(level.label()), "{level:?}");
        }
    }
}
