//! The career map: the rungs of a path as a drawn ladder, lowest at the bottom.

use askama::Template;

use crate::site::{CareerPath, Rung, Site};

use super::label::Label;
use super::rungs::{Edge, Node, edges, nodes, track_names};
use super::table::{Table, TableRow};

/// The rungs as links to their places on the page, `#rung-senior`, with lines from each rung to
/// those that follow, and the fork into expert and manager side by side.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/ladder.html")]
pub struct LadderMap {
    name: String,
    title: String,
    desc: String,
    height: f64,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    /// The names of the tracks, each above its highest rung.
    tracks: Vec<Label>,
    table: Table,
}

impl LadderMap {
    /// The map of a path.
    ///
    /// `name` begins the ids of the drawing and differs from that of all other charts on the page;
    /// `title` says what is drawn: `The rungs of a backend developer`.
    pub fn new(name: &str, title: &str, path: &CareerPath, site: &Site) -> Self {
        let nodes = nodes(path, site);
        let lowest = nodes.iter().map(|node| node.y + node.height);
        LadderMap {
            name: name.to_owned(),
            title: title.to_owned(),
            desc: "The lowest rung is at the bottom; each is a link to its description.".to_owned(),
            height: lowest.fold(0.0, f64::max) + 2.0,
            edges: edges(path, &nodes),
            tracks: track_names(&nodes),
            nodes,
            table: table(title, path, site),
        }
    }
}

impl askama::filters::HtmlSafe for LadderMap {}

fn table(title: &str, path: &CareerPath, site: &Site) -> Table {
    let row = |rung: &Rung| {
        let after: Vec<_> = rung.after.iter().map(|level| site.level(level)).collect();
        TableRow {
            label: rung.title.clone(),
            cells: vec![
                site.level(&rung.level).to_owned(),
                rung.track.label().to_owned(),
                if after.is_empty() {
                    "none, the path begins here".to_owned()
                } else {
                    after.join(", ")
                },
                rung.months.to_string(),
            ],
        }
    };
    Table {
        summary: "The rungs as a table",
        caption: title.to_owned(),
        columns: ["Rung", "Level", "Track", "Comes after", "Usual time"]
            .map(str::to_owned)
            .to_vec(),
        rows: path.rungs.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::drawing::Drawing;
    use super::super::sample::{self, RungSample};
    use super::LadderMap;

    fn ladder(rungs: &[RungSample]) -> Drawing {
        let (path, site) = (sample::career_path(rungs), sample::site());
        Drawing::of(&LadderMap::new("map", "The rungs", &path, &site))
    }

    /// The heights of the rungs from the top, by the targets of their links.
    fn tops(drawing: &Drawing) -> Vec<(&str, f64)> {
        let tops = drawing.attributes("rect", "y").into_iter();
        let tops = tops.map(|y| y.parse().unwrap());
        drawing
            .attributes("a", "href")
            .into_iter()
            .zip(tops)
            .collect()
    }

    #[test]
    fn each_rung_is_a_link_above_those_it_follows() {
        let drawing = ladder(&sample::RUNGS);
        drawing.assert_sound();
        let tops = tops(&drawing);
        let top = |level: &str| {
            let target = format!("#rung-{level}");
            tops.iter()
                .find(|(href, _)| *href == target)
                .expect(level)
                .1
        };
        assert_eq!(tops.len(), sample::RUNGS.len());
        for (level, _, _, after) in sample::RUNGS {
            for below in after {
                assert!(top(level) < top(below), "{level} above {below}");
            }
        }
        assert_eq!(top("staff"), top("manager"), "the fork is side by side");
    }

    #[test]
    fn the_map_says_its_tracks_and_titles_in_words() {
        let drawing = ladder(&sample::RUNGS);
        let words = drawing.texts("text");
        for expected in ["expert track", "manager track", "usually 2–4\u{a0}years"] {
            assert!(
                words.contains(&expected.to_owned()),
                "{expected} in {words:?}"
            );
        }
        assert_eq!(
            drawing.texts("a title")[4],
            "Staff engineer, usually 2–4 years; level Staff, expert track"
        );
        let common = ladder(&sample::RUNGS[..4]);
        assert!(!common.texts("text").join(" ").contains("track"));
    }

    #[test]
    fn there_is_a_line_for_each_rung_before() {
        let drawing = ladder(&sample::RUNGS);
        assert_eq!(drawing.find(".tip").len(), 8);
        // Five straight up, and three that turn: two forks, and one from expert to manager.
        assert_eq!(drawing.find(".edge").len(), 5 + 3 * 3);
    }

    #[test]
    fn the_table_names_what_the_map_draws() {
        let drawing = ladder(&sample::RUNGS);
        let titles = sample::RUNGS.map(|(_, title, ..)| title);
        assert_eq!(drawing.texts("tbody th"), titles);
        assert_eq!(
            drawing.texts("tr:last-child td"),
            [
                "Director of engineering",
                "manager track",
                "Engineering manager, Staff",
                "2–4 years"
            ]
        );
    }

    #[test]
    fn a_line_to_a_higher_row_goes_past_the_rungs_between() {
        let drawing = ladder(&[
            ("senior", "Senior", "common", &[]),
            ("staff", "Staff", "expert", &["senior"]),
            ("principal", "Principal", "expert", &["senior", "staff"]),
        ]);
        drawing.assert_sound();
        let lanes = drawing.attributes(".edge", "x1");
        assert!(lanes.contains(&"50%"), "{lanes:?}");
    }

    #[test]
    fn a_path_that_runs_in_a_circle_or_to_nowhere_is_drawn() {
        let drawing = ladder(&[
            ("junior", "Junior", "common", &["senior", "nobody"]),
            ("senior", "Senior", "common", &["junior"]),
        ]);
        drawing.assert_sound();
        assert_eq!(drawing.find(".tip").len(), 1);
    }

    proptest! {
        #[test]
        fn any_path_makes_a_sound_drawing(
            rungs in prop::collection::vec(("[A-Za-z]{1,24}( [A-Za-z]{1,14}){0,4}", 0..3_usize, 0..8_usize), 1..8),
        ) {
            let levels = sample::RUNGS.map(|(level, ..)| level);
            let after: Vec<Vec<&str>> = rungs.iter().map(|(.., after)| vec![levels[*after]]).collect();
            let rungs: Vec<RungSample> = rungs
                .iter()
                .zip(&after)
                .zip(levels)
                .map(|(((title, track, _), after), level)| {
                    (level, title.as_str(), ["common", "expert", "manager"][*track], &after[..])
                })
                .collect();
            let drawing = ladder(&rungs);
            drawing.assert_sound();
            let mut places: Vec<_> = drawing
                .attributes("rect", "x")
                .into_iter()
                .zip(drawing.attributes("rect", "y"))
                .collect();
            places.sort_unstable();
            places.dedup();
            prop_assert_eq!(places.len(), rungs.len(), "no rung hides another");
        }
    }
}
