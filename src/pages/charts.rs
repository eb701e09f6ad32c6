//! Charts: drawings of figures and paths that the server makes, each with a table of the same numbers.
//!
//! A chart is a pure function of plain data. Its constructor chooses, places and words; its template
//! writes it down; `charts.css` colours it. A page shows a chart by `{{ chart }}`.
//!
//! A drawing is as wide as its column and as high as it was laid out, so that its letters stay as
//! large on a telephone as on a wide screen: places from left to right are percentages. Room for
//! words is reckoned for the narrowest drawing, of [`NARROWEST`](label::NARROWEST) pixels.

mod bars;
mod curve;
mod curve_words;
#[cfg(test)]
mod drawing;
mod format;
mod label;
mod ladder;
mod level_mark;
mod percentiles;
mod rungs;
#[cfg(test)]
mod sample;
mod scale;
mod skill_grid;
mod sources;
mod strip;
mod table;
mod trend;
mod unit;

pub use bars::Bars;
pub use ladder::LadderMap;
pub use level_mark::LevelMark;
pub use percentiles::PercentileStrip;
pub use skill_grid::SkillGrid;
pub use sources::SourceStrip;
pub use trend::Trend;
pub use unit::{SameUnit, StripRow, group_by_unit};
