//! A page's main part as a chapter: links lead inside the book where they can, and to the guide on
//! the web where they cannot.

use std::collections::HashMap;

use roxmltree::Node;

use crate::pages::markup::{self, heading_level, is_furniture, name};
use crate::site::BookFormat;

/// Copies the page of one document.
pub struct Copier<'a> {
    pub format: BookFormat,
    /// The address of the guide: `https://guide.example`.
    pub guide: &'a str,
    /// The name of this chapter.
    pub name: &'a str,
    /// The names of all chapters, by the paths of their pages.
    pub names: &'a HashMap<String, String>,
}

/// Attributes that hold names of places on the same page.
const PLACES: [&str; 5] = [
    "id",
    "aria-labelledby",
    "aria-describedby",
    "for",
    "headers",
];

/// How much lower headings stand than on their own page: below the book's title and the part's.
const LOWER: usize = 2;

impl Copier<'_> {
    /// The chapter: what stands inside `main`.
    pub fn copy(&self, page: &str) -> String {
        let tree = markup::tree(page);
        let mut out = String::with_capacity(page.len());
        self.children(&tree.root_element(), &mut out);
        out
    }

    fn children(&self, node: &Node, out: &mut String) {
        for child in node.children() {
            self.node(&child, out);
        }
    }

    fn node(&self, node: &Node, out: &mut String) {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            push_escaped(out, text);
            return;
        }
        if is_furniture(node) || self.is_left_out(node) {
            return;
        }
        match (name(node), self.format) {
            ("input", _) => out.push_str(match node.attribute("checked") {
                Some(_) => "☑",
                None => "☐",
            }),
            // A book may hold no picture that is elsewhere.
            ("img", BookFormat::Epub) => {
                push_escaped(out, node.attribute("alt").unwrap_or_default());
            }
            ("br" | "hr" | "img", _) => self.element(node, name(node), out),
            // What is folded on a page lies open in a book: many readers of books cannot unfold.
            ("details", BookFormat::Epub) => self.element(node, "div", out),
            ("summary", BookFormat::Epub) => self.element(node, "p", out),
            (_, BookFormat::Html) if heading_level(node).is_some() => {
                let level = heading_level(node).unwrap_or(1) + LOWER;
                self.element(node, &format!("h{}", level.min(6)), out);
            }
            (name, _) => self.element(node, name, out),
        }
    }

    /// Marks that say nothing beyond the words beside them; in an EPUB all drawings, since each has
    /// its numbers in a table.
    fn is_left_out(&self, node: &Node) -> bool {
        let is_silent = node.attribute("aria-hidden") == Some("true");
        name(node) == "svg" && (is_silent || self.format == BookFormat::Epub)
    }

    fn element(&self, node: &Node, name: &str, out: &mut String) {
        out.push('<');
        out.push_str(name);
        for attribute in node.attributes() {
            let value = attribute.value();
            let value = match attribute.name() {
                "tabindex" | "open" => continue,
                "href" | "src" => self.link(value),
                place if PLACES.contains(&place) => self.places(value),
                _ => value.to_owned(),
            };
            out.push_str(&format!(" {}=\"", attribute.name()));
            push_escaped(out, &value);
            out.push('"');
        }
        if matches!(name, "br" | "hr" | "img") {
            out.push_str("/>");
            return;
        }
        out.push('>');
        self.children(node, out);
        out.push_str(&format!("</{name}>"));
    }

    /// Names of places: in one long page each has its chapter's name before it.
    fn places(&self, names: &str) -> String {
        match self.format {
            BookFormat::Epub => names.to_owned(),
            BookFormat::Html => {
                let names = names.split_whitespace();
                let names: Vec<String> = names.map(|it| place(self.name, it)).collect();
                names.join(" ")
            }
        }
    }

    fn link(&self, to: &str) -> String {
        if let Some(here) = to.strip_prefix('#') {
            return match self.format {
                BookFormat::Epub => to.to_owned(),
                BookFormat::Html => format!("#{}", place(self.name, here)),
            };
        }
        if !to.starts_with('/') {
            return to.to_owned();
        }
        let (path, fragment) = to.split_once('#').unwrap_or((to, ""));
        match (self.names.get(path), self.format, fragment) {
            (None, ..) => format!("{}{to}", self.guide),
            (Some(name), BookFormat::Html, "") => format!("#{name}"),
            (Some(name), BookFormat::Html, fragment) => format!("#{}", place(name, fragment)),
            (Some(name), BookFormat::Epub, "") => format!("{name}.xhtml"),
            (Some(name), BookFormat::Epub, fragment) => format!("{name}.xhtml#{fragment}"),
        }
    }
}

/// The name of a place in a chapter of one long page.
fn place(chapter: &str, name: &str) -> String {
    format!("{chapter}.{name}")
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_inside_the_book_where_they_can() {
        let names = HashMap::from([("/roles/b".to_owned(), "role-b".to_owned())]);
        for (to, in_html, in_epub) in [
            ("#pay", "#page-a.pay", "#pay"),
            ("/roles/b", "#role-b", "role-b.xhtml"),
            ("/roles/b#pay", "#role-b.pay", "role-b.xhtml#pay"),
            (
                "/plan?role=b",
                "https://g/plan?role=b",
                "https://g/plan?role=b",
            ),
            ("/jobs/x", "https://g/jobs/x", "https://g/jobs/x"),
            ("mailto:a@b", "mailto:a@b", "mailto:a@b"),
        ] {
            let link = |format| {
                let copier = Copier {
                    format,
                    guide: "https://g",
                    name: "page-a",
                    names: &names,
                };
                copier.link(to)
            };
            assert_eq!(link(BookFormat::Html), in_html);
            assert_eq!(link(BookFormat::Epub), in_epub);
        }
    }
}
