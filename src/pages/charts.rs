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
pub use unit::{StripRow, group_by_unit};

#[cfg(test)]
mod tests {
    use super::drawing::Drawing;
    use super::*;

    /// One chart of each kind, as on one page.
    fn page() -> String {
        let editions = [sample::bls_2024(), sample::stack_overflow()];
        let rows = sample::rows(&editions);
        let groups = group_by_unit(StripRow::by_source(&rows, sample::TODAY));
        let path = sample::career_path(&sample::RUNGS);
        let usage = sample::usage("percent", &[("PostgreSQL", 58.2)]);
        [
            PercentileStrip::new("one", "Pay", &groups[0]).map(|chart| chart.to_string()),
            PercentileStrip::new("two", "Pay, again", &groups[0]).map(|chart| chart.to_string()),
            SourceStrip::new("sources", "Sources", &groups[0]).map(|chart| chart.to_string()),
            Trend::new("trend", "Trend", &rows, &[]).map(|chart| chart.to_string()),
            Some(LadderMap::new("map", "Rungs", &path, &sample::site()).to_string()),
            Some(Bars::new("bars", &usage, None).to_string()),
        ]
        .map(|chart| chart.expect("there are amounts to draw"))
        .concat()
    }

    #[test]
    fn ids_are_unique_and_every_drawing_is_named() {
        let page = Drawing::of(&page());
        let ids = page.attributes("[id]", "id");
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        assert_eq!(page.find("svg[role]").len(), 5);
        for drawing in page.find("svg[role]") {
            for name in ["aria-labelledby", "aria-describedby"] {
                let id = drawing.attr(name).expect(name);
                assert!(ids.contains(&id), "{id}");
                assert!(!page.texts(&format!("#{id}")).concat().is_empty(), "{id}");
            }
        }
    }

    #[test]
    fn nothing_needs_inline_style() {
        let page = page();
        assert!(
            !page.contains("style="),
            "forbidden by the site's content security policy"
        );
    }
}
