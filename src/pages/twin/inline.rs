//! Words, links and marks inside a paragraph.

use roxmltree::Node;

use crate::pages::markup::{absolute, has_class, is_furniture, name, words};

use super::markdown::{Writer, label, strong};

impl Writer<'_> {
    /// What an element holds, as part of a paragraph.
    pub fn inline(&self, node: &Node) -> String {
        let children = node.children();
        let parts: String = children.map(|child| self.inline_node(&child)).collect();
        single_spaces(&parts)
    }

    /// The same on one line, for headings and cells.
    pub fn line(&self, node: &Node) -> String {
        self.inline(node).replace("\\\n", ", ").trim().to_owned()
    }

    /// One node as part of a paragraph.
    pub fn inline_node(&self, node: &Node) -> String {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            return escaped(&single_spaces(text));
        }
        if is_furniture(node) {
            return String::new();
        }
        match name(node) {
            "a" => self.link(node),
            "strong" | "b" => around(&self.inline(node), strong),
            "em" | "i" | "cite" | "var" => around(&self.inline(node), |words| format!("*{words}*")),
            "del" | "s" => around(&self.inline(node), |words| format!("~~{words}~~")),
            "code" | "kbd" => code(&words(node)),
            "sup" => self.citation(node),
            "br" => "\\\n".to_owned(),
            "img" => self.image(node),
            "input" => match node.attribute("checked") {
                Some(_) => "[x]".to_owned(),
                None => "[ ]".to_owned(),
            },
            "svg" => String::new(),
            _ => self.inline(node),
        }
    }

    fn link(&self, node: &Node) -> String {
        if has_class(node, "back") {
            return String::new();
        }
        let words = self.inline(node).replace("\\\n", " ");
        let Some(to) = node.attribute("href") else {
            return words;
        };
        let to = destination(&absolute(self.guide, self.page, to));
        around(&words, |words| format!("[{words}]({to})"))
    }

    /// The mention of a source or a note: `[^bls]`.
    fn citation(&self, node: &Node) -> String {
        let link = node.children().find(|child| name(child) == "a");
        let target = link.and_then(|link| link.attribute("href")?.strip_prefix('#'));
        match target {
            Some(target) => format!("[^{}]", label(target)),
            // It stands in a link, where no other can.
            None => format!(" ({})", self.inline(node)),
        }
    }

    fn image(&self, node: &Node) -> String {
        let src = node.attribute("src").unwrap_or_default();
        let alt = escaped(node.attribute("alt").unwrap_or_default());
        let src = destination(&absolute(self.guide, self.page, src));
        format!("![{alt}]({src})")
    }
}

/// Marks around words, with the spaces outside, since inside they would end nothing.
fn around(words: &str, mark: impl Fn(&str) -> String) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let start = &words[..words.len() - words.trim_start().len()];
    let end = &words[words.trim_end().len()..];
    format!("{start}{}{end}", mark(inner))
}

fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let touches = text.starts_with('`') || text.ends_with('`');
    let pad = if touches { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// Text in which no sign means anything to Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// An address as Markdown reads it in brackets.
fn destination(address: &str) -> String {
    match address.contains(['(', ')', ' ', '<', '>']) {
        true => format!("<{}>", address.replace('<', "%3C").replace('>', "%3E")),
        false => address.to_owned(),
    }
}

/// White space as Markdown and HTML read it; a forced break keeps its line.
fn single_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split("\\\n").enumerate() {
        if index > 0 {
            out.truncate(out.trim_end().len());
            out.push_str("\\\n");
        }
        let mut is_after_space = index > 0;
        for c in line.chars() {
            let is_space = matches!(c, ' ' | '\n' | '\t' | '\r');
            if !(is_space && is_after_space) {
                out.push(if is_space { ' ' } else { c });
            }
            is_after_space = is_space;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    #[test]
    fn words_keep_their_meaning() {
        for (html, markdown) in [
            ("<p>a <em>b </em>c</p>", "a *b* c"),
            ("<p>2 * 3 &lt; 7_8</p>", "2 \\* 3 \\< 7\\_8"),
            ("<p><a href=\"/x\">y</a></p>", "[y](https://g.example/x)"),
            ("<p><a href=\"#z\">y</a></p>", "[y](https://g.example/p#z)"),
            (
                "<p><a href=\"https://a/b(c)\">y</a></p>",
                "[y](<https://a/b(c)>)",
            ),
            ("<p><code>a`b</code></p>", "``a`b``"),
            (
                "<p>x<sup><a href=\"#source-bls\">1</a></sup></p>",
                "x[^bls]",
            ),
            ("<p>x<sup><a href=\"#note-a\">2</a></sup></p>", "x[^note-a]"),
            ("<p>a<br/>\n b</p>", "a\\\nb"),
            ("<p>a <svg><title>t</title></svg> b</p>", "a b"),
        ] {
            let tree = Document::parse(html).unwrap();
            let writer = Writer::new("https://g.example", "/p");
            assert_eq!(writer.inline(&tree.root_element()), markdown, "{html}");
        }
    }
}
