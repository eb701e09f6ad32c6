//! Pages as trees. Twins and books are made of the finished page, so that they cannot say anything
//! else than it does; our own HTML is XML but for its void elements.

use std::borrow::Cow;

use roxmltree::Node;

/// Elements that have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// What stands between the tags of `main`, those included, as XML; nothing if the page has no main
/// part.
pub fn main_of(html: &str) -> Option<String> {
    const END: &str = "</main>";
    let start = html.find("<main")?;
    let end = html.rfind(END)? + END.len();
    Some(as_xml(&html[start..end]))
}

/// HTML with void elements closed and without the characters that XML does not know.
fn as_xml(html: &str) -> String {
    let mut xml = String::with_capacity(html.len() + html.len() / 64);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        push_known(&mut xml, &rest[..start]);
        let tag = &rest[start..];
        let (tag, after) = tag.split_at(end_of_tag(tag));
        let name = tag[1..].split([' ', '\n', '/', '>']).next();
        let is_void = name.is_some_and(|name| VOID.contains(&name));
        match tag.strip_suffix('>') {
            Some(open) if is_void && !open.ends_with('/') => {
                push_known(&mut xml, open);
                xml.push_str("/>");
            }
            _ => push_known(&mut xml, tag),
        }
        rest = after;
    }
    push_known(&mut xml, rest);
    xml
}

/// Where a tag ends; a sign in a quoted value does not end it.
fn end_of_tag(tag: &str) -> usize {
    let mut is_quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

fn push_known(xml: &mut String, text: &str) {
    let is_unknown = |c: char| {
        (c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r'))
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    match text.contains(is_unknown) {
        true => xml.extend(text.chars().filter(|c| !is_unknown(*c))),
        false => xml.push_str(text),
    }
}

/// A page's main part as a tree.
///
/// # Panics
///
/// If the page is no XML: a test parses every page of the guide.
pub fn tree(xml: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(xml).expect("pages are well-formed")
}

/// The name of an element; empty for text.
pub fn name<'a>(node: &Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// Whether an element has a class.
pub fn has_class(node: &Node, class: &str) -> bool {
    let classes = node.attribute("class").unwrap_or_default();
    classes.split(' ').any(|found| found == class)
}

/// Whether an element belongs to the page on the screen and not to its text: lists of its own
/// sections, links to its other forms, controls.
pub fn is_furniture(node: &Node) -> bool {
    has_class(node, "contents")
        || has_class(node, "taken")
        || matches!(name(node), "form" | "button" | "script" | "template")
        || node.attribute("hidden").is_some()
}

/// The level of a heading, 1 to 6.
pub fn heading_level(node: &Node) -> Option<usize> {
    let digit = name(node).strip_prefix('h')?;
    digit.parse().ok().filter(|level| (1..=6).contains(level))
}

/// The words of an element, with single spaces.
pub fn words(node: &Node) -> String {
    let text: Vec<&str> = node
        .descendants()
        .filter_map(|node| node.text().filter(|_| node.is_text()))
        .collect();
    let text = text.concat();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A link as it is from elsewhere: `#pay` and `/roles` with the address of the guide before them.
pub fn absolute<'a>(guide: &str, page: &str, link: &'a str) -> Cow<'a, str> {
    match link.as_bytes() {
        [b'#', ..] => format!("{guide}{page}{link}").into(),
        [b'/', ..] => format!("{guide}{link}").into(),
        _ => link.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_xml() {
        for (html, xml) in [
            ("<p>a<br>b</p>", "<p>a<br/>b</p>"),
            ("<p>a<br/>b</p>", "<p>a<br/>b</p>"),
            (
                r#"<img alt="a > b" src="/x">"#,
                r#"<img alt="a > b" src="/x"/>"#,
            ),
            ("<p>a\u{1}\u{fffe}\tb</p>", "<p>a\tb</p>"),
            ("<brand>x</brand>", "<brand>x</brand>"),
            ("a < b", "a < b"),
        ] {
            assert_eq!(as_xml(html), xml);
        }
    }

    #[test]
    fn the_main_part_is_found() {
        let html = "<body><main id=\"main\"><p>x<hr></p></main><footer></footer></body>";
        let xml = main_of(html).unwrap();
        assert_eq!(xml, "<main id=\"main\"><p>x<hr/></p></main>");
        assert_eq!(words(&tree(&xml).root_element()), "x");
        assert_eq!(main_of("<p>no main</p>"), None);
    }
}
