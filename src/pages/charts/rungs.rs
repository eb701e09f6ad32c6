//! The parts of a career map, laid out: a row of the drawing holds one rung, or an expert and a
//! manager side by side.

use crate::site::{CareerPath, Rung, Site, Track};

use super::label::{Anchor, Face, LINE, Label, NARROWEST, wrap};
use super::scale::Share;

/// A rung as it is drawn. Heights are pixels from the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The fragment of the rung's description on the page: `rung-senior`.
    pub target: String,
    /// All that is known of the rung here, in a line.
    pub title: String,
    pub x: Share,
    pub width: Share,
    pub y: f64,
    pub height: f64,
    pub words: Vec<Label>,
    /// The row, counted from the bottom.
    row: usize,
    track: Track,
}

/// A line from a rung up to one that follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Straight pieces, lowest first.
    pub pieces: Vec<(Corner, Corner)>,
    /// The upper end.
    pub tip: Corner,
}

/// A place: a share from the left, and pixels from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    pub x: Share,
    pub y: f64,
}

/// Pixels above and below the words of a rung, between rungs, and above the highest rung for the names
/// of the tracks.
const PADDING: f64 = 8.0;
const GAP: f64 = 36.0;
const HEAD: f64 = 22.0;

/// Where the rungs of a track begin, and how wide they are.
fn column(track: Track) -> (f64, f64) {
    match track {
        Track::Expert => (0.5, 47.0),
        Track::Manager => (52.5, 47.0),
        Track::Common => (20.0, 60.0),
    }
}

/// The rungs of a path in its order, each in its place.
pub fn nodes(path: &CareerPath, site: &Site) -> Vec<Node> {
    let rows = rows(&path.rungs);
    let lines: Vec<_> = path.rungs.iter().map(|rung| lines(rung, site)).collect();
    let count = rows.iter().max().map_or(0, |row| row + 1);
    let heights: Vec<f64> = (0..count)
        .map(|row| {
            let inside = rows.iter().zip(&lines).filter(|(of, _)| **of == row);
            let most = inside.map(|(_, lines)| lines.len()).max().unwrap_or(0);
            most as f64 * LINE + 2.0 * PADDING
        })
        .collect();
    let has_tracks = path.rungs.iter().any(|rung| rung.track != Track::Common);
    let mut tops = vec![if has_tracks { HEAD } else { 1.0 }; count];
    for row in (0..count.saturating_sub(1)).rev() {
        tops[row] = tops[row + 1] + heights[row + 1] + GAP;
    }
    let node = |((rung, lines), row): ((&Rung, Vec<Label>), usize)| {
        Node::new(rung, lines, row, (tops[row], heights[row]), site)
    };
    path.rungs
        .iter()
        .zip(lines)
        .zip(rows.iter().copied())
        .map(node)
        .collect()
}

/// The row of each rung, counted from the bottom: above all that it follows and in the first row
/// where its column is free.
fn rows(rungs: &[Rung]) -> Vec<usize> {
    let mut rows: Vec<usize> = Vec::new();
    for rung in rungs {
        let placed = || rungs.iter().zip(&rows);
        let below = placed().filter(|(other, _)| rung.after.contains(&other.level));
        let mut row = below.map(|(_, row)| row + 1).max().unwrap_or(0);
        let shares_column = |other: &Rung| {
            other.track == rung.track || other.track == Track::Common || rung.track == Track::Common
        };
        while placed().any(|(other, taken)| *taken == row && shares_column(other)) {
            row += 1;
        }
        rows.push(row);
    }
    rows
}

/// The words inside a rung, as if it began at the top: its title, then its level and usual time.
fn lines(rung: &Rung, site: &Site) -> Vec<Label> {
    let (x, width) = column(rung.track);
    let room = width / 100.0 * NARROWEST - 12.0;
    let level = site.level(&rung.level);
    let is_said = rung.title.to_lowercase().contains(&level.to_lowercase());
    let time = rung.months.to_string().replace(' ', "\u{a0}");
    let detail = match is_said {
        true => format!("usually {time}"),
        false => format!("{level}, usually {time}"),
    };
    let wrapped = |text: &str, face: Face| {
        wrap(text, face, room)
            .into_iter()
            .map(move |text| (text, face))
    };
    wrapped(&rung.title, Face::Strong)
        .chain(wrapped(&detail, Face::Soft))
        .enumerate()
        .map(|(index, (text, face))| Label {
            text,
            x: Share(x + width / 2.0),
            y: PADDING + (index as f64 + 0.8) * LINE,
            anchor: Anchor::Middle,
            face,
        })
        .collect()
}

impl Node {
    fn new(
        rung: &Rung,
        mut words: Vec<Label>,
        row: usize,
        (y, height): (f64, f64),
        site: &Site,
    ) -> Self {
        let (x, width) = column(rung.track);
        // Words of a rung that is lower than its neighbour stand in the middle of its height.
        let spare = (height - 2.0 * PADDING - words.len() as f64 * LINE) / 2.0;
        for label in &mut words {
            label.y = (label.y + y + spare).round();
        }
        Node {
            target: format!("rung-{}", rung.level),
            title: format!(
                "{}, usually {}; level {}, {}",
                rung.title,
                rung.months,
                site.level(&rung.level),
                rung.track.label()
            ),
            x: Share(x),
            width: Share(width),
            y,
            height,
            words,
            row,
            track: rung.track,
        }
    }

    fn middle(&self) -> Share {
        Share(self.x.0 + self.width.0 / 2.0)
    }

    fn upper_end(&self) -> Corner {
        Corner {
            x: self.middle(),
            y: self.y,
        }
    }

    fn lower_end(&self) -> Corner {
        Corner {
            x: self.middle(),
            y: self.y + self.height,
        }
    }
}

/// The lines between the rungs. What follows stands above; a line never leads down.
pub fn edges(path: &CareerPath, nodes: &[Node]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (rung, node) in path.rungs.iter().zip(nodes) {
        for level in &rung.after {
            let below = path.rungs.iter().position(|other| other.level == *level);
            let below = below.map(|index| &nodes[index]);
            edges.extend(below.filter(|below| below.row < node.row).map(|below| {
                let corners = corners(below, node, nodes);
                let pairs = corners.windows(2).map(|pair| (pair[0], pair[1]));
                Edge {
                    pieces: pairs.filter(|(from, to)| from != to).collect(),
                    tip: node.lower_end(),
                }
            }));
        }
    }
    edges
}

/// The corners of the line between two rungs. To the next row it leads straight up or turns between
/// the rows: half-way where the path divides or joins, sooner between experts and managers, so that
/// lines of different rungs do not run into each other. To a higher row it goes past the rungs between.
fn corners(from: &Node, to: &Node, nodes: &[Node]) -> Vec<Corner> {
    let (start, end) = (from.upper_end(), to.lower_end());
    let (leaving, arriving) = (start.y - GAP / 2.0, end.y + GAP / 2.0);
    let at = |x: Share, y: f64| Corner { x, y };
    if to.row > from.row + 1 {
        let between = |node: &&Node| node.row > from.row && node.row < to.row;
        let is_blocked = nodes
            .iter()
            .filter(between)
            .any(|node| node.track == Track::Common);
        let x = match (is_blocked, to.track) {
            (false, _) => Share(50.0),
            (true, Track::Manager) => Share(90.0),
            (true, _) => Share(10.0),
        };
        return vec![
            start,
            at(start.x, leaving),
            at(x, leaving),
            at(x, arriving),
            at(end.x, arriving),
            end,
        ];
    }
    if start.x == end.x {
        return vec![start, end];
    }
    let divides = from.track == Track::Common || to.track == Track::Common;
    let turn = if divides {
        leaving
    } else {
        start.y - GAP / 4.0
    };
    vec![start, at(start.x, turn), at(end.x, turn), end]
}

/// The names of the tracks, each above its highest rung.
pub fn track_names(nodes: &[Node]) -> Vec<Label> {
    let name = |track: Track| {
        let highest = nodes
            .iter()
            .filter(|node| node.track == track)
            .max_by_key(|node| node.row)?;
        Some(Label {
            text: track.label().to_owned(),
            x: highest.middle(),
            y: highest.y - 8.0,
            anchor: Anchor::Middle,
            face: Face::Soft,
        })
    };
    let tracks = [Track::Expert, Track::Manager];
    tracks.into_iter().filter_map(name).collect()
}
