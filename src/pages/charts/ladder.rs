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
            tracks: track_names(path, &nodes),
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
        caption: title.to_owned(),
        columns: ["Rung", "Level", "Track", "Comes after", "Usual time"]
            .map(str::to_owned)
            .to_vec(),
        rows: path.rungs.iter().map(row).collect(),
        open: false,
    }
}
