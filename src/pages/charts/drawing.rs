//! A chart as a reader's browser lays it out, for tests: read back from the markup, not from the values
//! it was made of.

use scraper::{ElementRef, Html, Selector};

use super::label::{Anchor, Bounds, Face, Label};
use super::scale::Share;

/// The widths at which a drawing must be sound: the narrowest, a telephone, a column, a wide screen.
const WIDTHS: [f64; 4] = [280.0, 360.0, 640.0, 1100.0];

/// The markup of a chart, parsed.
pub struct Drawing(Html);

impl Drawing {
    pub fn of(chart: &impl ToString) -> Self {
        Drawing(Html::parse_fragment(&chart.to_string()))
    }

    /// The elements that a CSS selector finds.
    pub fn find(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The words of the elements that a CSS selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let words = |element: ElementRef| element.text().collect::<String>();
        self.find(selector).into_iter().map(words).collect()
    }

    /// An attribute of the elements that a CSS selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        let found = self.find(selector).into_iter();
        found
            .map(|element| element.attr(name).unwrap_or(""))
            .collect()
    }

    /// Panics if words leave the drawing or meet other words, or a shape leaves the drawing, at any
    /// of the widths.
    pub fn assert_sound(&self) {
        let heights = self.attributes("svg[width='100%']", "height");
        let [height] = heights[..] else {
            panic!("not one drawing: {heights:?}")
        };
        let height: f64 = height.parse().unwrap();
        let labels: Vec<Label> = self.find("text").into_iter().map(label).collect();
        for width in WIDTHS {
            for (index, one) in labels.iter().enumerate() {
                let bounds = one.bounds(width);
                assert_inside(&bounds, width, height, &one.text);
                // Shares are rounded in the markup, so words may stand half a pixel nearer.
                let inner = Bounds {
                    left: bounds.left + 0.5,
                    right: bounds.right - 0.5,
                    ..bounds
                };
                for other in &labels[..index] {
                    let meets = inner.meets(&other.bounds(width));
                    assert!(!meets, "{:?} meets {:?} at {width}", one.text, other.text);
                }
            }
            for link in self.find("a[href^='#']") {
                assert_words_inside_box(link, width);
            }
            for shape in self.find("line, rect, circle") {
                assert_inside(&room(shape, width), width, height, &shape.html());
            }
        }
    }
}

fn assert_inside(bounds: &Bounds, width: f64, height: f64, what: &str) {
    let inside = bounds.left >= -0.5
        && bounds.right <= width + 0.5
        && bounds.top >= -0.5
        && bounds.bottom <= height + 0.5;
    assert!(
        inside,
        "{what} leaves the drawing at {width}: {bounds:?}, height {height}"
    );
}

fn assert_words_inside_box(link: ElementRef, width: f64) {
    let all = |name: &str| {
        let children = link.child_elements();
        children
            .filter(move |child| child.value().name() == name)
            .collect::<Vec<_>>()
    };
    let bounds = room(all("rect")[0], width);
    for text in all("text") {
        let words = label(text).bounds(width);
        let inside = words.left > bounds.left
            && words.right < bounds.right
            && words.top > bounds.top
            && words.bottom < bounds.bottom;
        assert!(
            inside,
            "{} at {width}: {words:?} in {bounds:?}",
            text.inner_html()
        );
    }
}

fn label(text: ElementRef) -> Label {
    Label {
        text: text.text().collect(),
        x: Share(share(text, "x")),
        y: pixels(text, "y"),
        anchor: match text.attr("text-anchor") {
            None => Anchor::Start,
            Some("middle") => Anchor::Middle,
            Some("end") => Anchor::End,
            Some(other) => panic!("{other}"),
        },
        face: match text.attr("class") {
            None => Face::Strong,
            Some("soft") => Face::Soft,
            Some(other) => panic!("{other}"),
        },
    }
}

/// The room that a shape takes, without the width of its line.
fn room(shape: ElementRef, width: f64) -> Bounds {
    let x = |name: &str| share(shape, name) / 100.0 * width;
    let y = |name: &str| pixels(shape, name);
    let (across, down) = match shape.value().name() {
        "line" => ([x("x1"), x("x2")], [y("y1"), y("y2")]),
        "rect" => (
            [x("x"), x("x") + x("width")],
            [y("y"), y("y") + y("height")],
        ),
        "circle" => (
            [x("cx") - y("r"), x("cx") + y("r")],
            [y("cy") - y("r"), y("cy") + y("r")],
        ),
        other => panic!("{other}"),
    };
    Bounds {
        left: across[0].min(across[1]),
        right: across[0].max(across[1]),
        top: down[0].min(down[1]),
        bottom: down[0].max(down[1]),
    }
}

fn share(element: ElementRef, name: &str) -> f64 {
    let value = element.attr(name).unwrap();
    let number = value.strip_suffix('%').or((value == "0").then_some("0"));
    number
        .unwrap_or_else(|| panic!("{value} is no share"))
        .parse()
        .unwrap()
}

fn pixels(element: ElementRef, name: &str) -> f64 {
    element.attr(name).unwrap().parse().unwrap()
}
