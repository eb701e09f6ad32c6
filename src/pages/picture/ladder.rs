//! The rungs of a path as a line with stops, which divides where the path does.

use crate::site::{CareerPath, Site, Track};

use super::setting::{Frame, Line, set};
use super::typeface::Weight;

/// How the names of rungs are set, but for their width.
const NAMES: Frame = Frame {
    weight: Weight::Regular,
    width: 0.0,
    height: 70.0,
    lines: 2,
    sizes: &[32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0],
    leading: 1.1,
};

/// Between the names of two rungs.
const GAP: f64 = 20.0;

/// From a stop to the first line of its name.
const DROP: f64 = 42.0;

/// A drawing of rungs.
pub struct Ladder {
    /// Data of SVG paths.
    pub lines: Vec<String>,
    pub dots: Vec<(f64, f64)>,
    pub names: Vec<Line>,
}

/// A rung in the grid of stops.
#[derive(Clone, Debug, PartialEq)]
struct Stop {
    name: String,
    column: usize,
    track: Track,
}

impl Ladder {
    /// The ladder of a path in the frame from `left` to `right`, between `top` and `bottom`.
    pub fn new(stops: &Stops, left: f64, right: f64, top: f64, bottom: f64) -> Self {
        let divides = stops.divides();
        let Stops(stops) = stops;
        let columns = stops.iter().map(|stop| stop.column + 1).max().unwrap_or(1);
        let step = (right - left) / columns as f64;
        let middle = ((top + bottom) / 2.0).round();
        let row = |track| match track {
            Track::Expert if divides => top,
            Track::Manager if divides => bottom,
            _ => middle,
        };
        let place = |stop: &Stop| {
            (
                left + 11.0 + (step * stop.column as f64).round(),
                row(stop.track),
            )
        };
        let dots: Vec<_> = stops.iter().map(place).collect();
        let frame = Frame {
            width: step - GAP,
            ..NAMES
        };
        // The name that must be smallest decides the size of all.
        let size = stops.iter().map(|stop| set(&stop.name, &frame).size);
        let size = size.fold(f64::INFINITY, f64::min);
        let from = NAMES
            .sizes
            .iter()
            .position(|other| *other <= size)
            .unwrap_or(0);
        let frame = Frame {
            sizes: &NAMES.sizes[from..],
            ..frame
        };
        let names = stops
            .iter()
            .zip(&dots)
            .flat_map(|(stop, (x, y))| set(&stop.name, &frame).at(x - 11.0, y + DROP));
        Ladder {
            lines: lines(stops, &dots),
            names: names.collect(),
            dots,
        }
    }
}

/// From each stop to the next of its track, and from the last common one to the first of the others.
fn lines(stops: &[Stop], dots: &[(f64, f64)]) -> Vec<String> {
    let of = |track| {
        let stops = stops.iter().zip(dots);
        stops
            .filter(move |(stop, _)| stop.track == track)
            .map(|(_, dot)| *dot)
    };
    let fork = of(Track::Common).next_back();
    let tracks = [Track::Common, Track::Expert, Track::Manager];
    tracks
        .into_iter()
        .filter_map(|track| {
            let before = fork.filter(|_| track != Track::Common);
            let dots: Vec<_> = before.into_iter().chain(of(track)).collect();
            let (first, rest) = dots.split_first()?;
            let mut data = format!("M{} {}", first.0, first.1);
            for (x, y) in rest {
                data.push_str(&format!("L{x} {y}"));
            }
            Some(data)
        })
        .collect()
}

/// The rungs of a path in their columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Stops(Vec<Stop>);

impl Stops {
    pub fn of(site: &Site, path: &CareerPath) -> Self {
        let common = path.rungs.iter().filter(|rung| rung.track == Track::Common);
        let common = common.count();
        let mut on_track = [0, common, common];
        let stops = path.rungs.iter().map(|rung| {
            let column = &mut on_track[rung.track as usize];
            *column += 1;
            Stop {
                name: site.level(&rung.level).to_owned(),
                column: *column - 1,
                track: rung.track,
            }
        });
        Stops(stops.collect())
    }

    /// Whether the path divides into one for experts and one for managers.
    pub fn divides(&self) -> bool {
        let has = |track| self.0.iter().any(|stop| stop.track == track);
        has(Track::Expert) && has(Track::Manager)
    }

    /// The names of all rungs, lowest first.
    pub fn names(&self) -> Vec<&str> {
        self.0.iter().map(|stop| stop.name.as_str()).collect()
    }
}
