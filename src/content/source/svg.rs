//! Drawings: how large they are, and whether they could do more than be seen, `svg-active`.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, TextPos};

use crate::content::Diagnostic;

/// What is known of a drawing.
pub struct Drawing {
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Elements that run something, or show another document.
const ACTIVE: [&str; 9] = [
    "audio",
    "embed",
    "foreignobject",
    "handler",
    "iframe",
    "listener",
    "object",
    "script",
    "video",
];

/// Elements that change another's attributes.
const ANIMATIONS: [&str; 4] = ["animate", "animatemotion", "animatetransform", "set"];

const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Reads a drawing.
pub fn read(file: &str, text: &str) -> Drawing {
    let error = |(at, message): (Range<usize>, String)| {
        let label = "a drawing holds shapes and words, and names no other file";
        Diagnostic::error("svg-active", file, at, message).label(label)
    };
    match Document::parse(text) {
        Ok(document) => Drawing {
            size: size(document.root_element()),
            diagnostics: document.descendants().flat_map(active).map(error).collect(),
        },
        Err(failed) => {
            let at = offset(text, failed.pos());
            let diagnostic = match failed {
                roxmltree::Error::DtdDetected => {
                    let at = text.find("<!DOCTYPE").unwrap_or(0);
                    error((
                        at..at + "<!DOCTYPE".len(),
                        "a document type stands in a drawing".to_owned(),
                    ))
                }
                failed => {
                    let message = format!("this is not well-formed XML: {failed}");
                    Diagnostic::error("svg-active", file, at..at, message)
                }
            };
            Drawing {
                size: None,
                diagnostics: vec![diagnostic],
            }
        }
    }
}

/// The size that a drawing asks for, or the shape of its canvas.
fn size(root: Node) -> Option<(u32, u32)> {
    let pixels = |text: &str| {
        let number: f64 = text.trim().trim_end_matches("px").parse().ok()?;
        // A float too large for the integer becomes the largest one.
        (number >= 1.0).then_some(number.round() as u32)
    };
    let of = |name| root.attribute(name).and_then(pixels);
    of("width").zip(of("height")).or_else(|| {
        let canvas: Vec<&str> = root
            .attribute("viewBox")?
            .split([' ', ',', '\n', '\t'])
            .filter(|number| !number.is_empty())
            .collect();
        let [_, _, width, height] = canvas[..] else {
            return None;
        };
        pixels(width).zip(pixels(height))
    })
}

/// What a node could do.
fn active(node: Node) -> Vec<(Range<usize>, String)> {
    if let Some(instruction) = node.pi() {
        let message = format!("`<?{}` stands in a drawing", instruction.target);
        return vec![(node.range(), message)];
    }
    if !node.is_element() {
        return Vec::new();
    }
    let tag = node.tag_name();
    let name = tag.name().to_ascii_lowercase();
    let start = node.range().start;
    let at = start..start + 1 + tag.name().len();
    if ACTIVE.contains(&&*name) || tag.namespace() == Some(XHTML) {
        return vec![(at, format!("`<{}>` stands in a drawing", tag.name()))];
    }
    let target = node.attribute("attributeName").unwrap_or_default();
    if ANIMATIONS.contains(&&*name) && (target.ends_with("href") || is_handler(target)) {
        return vec![(at, format!("`<{}>` changes `{target}`", tag.name()))];
    }
    let words = node
        .children()
        .filter(|child| name == "style" && child.is_text());
    let words = words.filter(|child| child.text().is_some_and(loads));
    words
        .map(|child| (child.range(), "the style loads another file".to_owned()))
        .chain(node.attributes().filter_map(|it| active_attribute(&it)))
        .collect()
}

fn active_attribute(attribute: &Attribute) -> Option<(Range<usize>, String)> {
    let name = attribute.name();
    let value: String = attribute
        .value()
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let lower = value.to_ascii_lowercase();
    let names_a_file = ["href", "src", "base"].contains(&name)
        && !lower.starts_with('#')
        && !["png", "jpeg", "gif", "webp"]
            .iter()
            .any(|format| lower.starts_with(&format!("data:image/{format};")));
    let message = if is_handler(name) {
        format!("`{name}` runs a script")
    } else if lower.contains("javascript:") {
        format!("`{name}` holds a script")
    } else if names_a_file {
        format!("`{name}` names another file")
    } else if loads(&lower) {
        format!("`{name}` loads another file")
    } else {
        return None;
    };
    Some((attribute.range(), message))
}

/// Whether an attribute is run when something happens: `onload`.
fn is_handler(name: &str) -> bool {
    name.len() > 2
        && name
            .get(..2)
            .is_some_and(|on| on.eq_ignore_ascii_case("on"))
}

/// Whether a style names anything but a part of its own drawing. A backslash could write such a name
/// in another way.
fn loads(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let addresses = style
        .match_indices("url(")
        .map(|(at, found)| &style[at + found.len()..]);
    let mut others = addresses.filter(|address| {
        !address
            .trim_start_matches(['"', '\'', ' '])
            .starts_with('#')
    });
    style.contains("@import")
        || style.contains("url(") && style.contains('\\')
        || others.next().is_some()
}

/// The offset of a line and column, both counted from 1.
fn offset(text: &str, place: TextPos) -> usize {
    let line = usize::try_from(place.row).unwrap_or(1).saturating_sub(1);
    let start = match line {
        0 => 0,
        line => text
            .match_indices('\n')
            .nth(line - 1)
            .map_or(0, |(at, _)| at + 1),
    };
    let column = usize::try_from(place.col).unwrap_or(1).saturating_sub(1);
    let letters = text[start..].char_indices().map(|(at, _)| start + at);
    letters
        .chain([text.len()])
        .nth(column)
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::read;

    fn drawing(attributes: &str, inside: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             {attributes}>{inside}</svg>"
        )
    }

    #[test]
    fn what_could_do_more_than_be_seen_is_told() {
        for (attributes, inside, wrong) in [
            ("", "<path d=\"M0 0h9\"/><text>on</text>", 0),
            (
                "",
                "<use href=\"#a\"/><g fill=\"url(#b)\" style=\"fill:url('#c')\"/>",
                0,
            ),
            ("", "<image href=\"data:image/png;base64,AA==\"/>", 0),
            ("", "<style>path { fill: red }</style>", 0),
            ("", "<set attributeName=\"fill\" to=\"red\"/>", 0),
            ("onload=\"a()\"", "", 1),
            ("ONLOAD=\"a()\"", "", 1),
            ("", "<script>a()</script>", 1),
            ("", "<foreignObject><p/></foreignObject>", 1),
            ("", "<p xmlns=\"http://www.w3.org/1999/xhtml\"/>", 1),
            ("", "<a xlink:href=\"java&#10;script:a()\"/>", 1),
            ("", "<image href=\"https://x.example/a.png\"/>", 1),
            ("", "<image href=\"data:image/svg+xml;base64,AA==\"/>", 1),
            ("", "<use href=\"other.svg#a\"/>", 1),
            ("", "<set attributeName=\"href\" to=\"javascript:a()\"/>", 1),
            ("", "<g style=\"fill: url(https://x.example/a)\"/>", 1),
            ("", "<style>@import 'a.css';</style>", 1),
            ("xml:base=\"https://x.example/\"", "", 1),
            ("", "<?xml-stylesheet href=\"a.css\"?>", 1),
            ("", "<path", 1),
            ("", "&nbsp;", 1),
        ] {
            let text = drawing(attributes, inside);
            let found = read("f", &text).diagnostics;
            assert_eq!(found.len(), wrong, "{text}: {found:?}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>";
        assert_eq!(read("f", entity).diagnostics.len(), 1);
    }

    #[test]
    fn a_drawing_has_the_size_that_it_asks_for_or_that_of_its_canvas() {
        for (attributes, size) in [
            ("width=\"640\" height=\"480px\"", Some((640, 480))),
            ("viewBox=\"0 0 120.4, 40\"", Some((120, 40))),
            (
                "width=\"100%\" height=\"50\" viewBox=\"0 0 2 1\"",
                Some((2, 1)),
            ),
            ("width=\"100%\"", None),
            ("viewBox=\"0 0 1\"", None),
        ] {
            assert_eq!(
                read("f", &drawing(attributes, "")).size,
                size,
                "{attributes}"
            );
        }
    }
}
