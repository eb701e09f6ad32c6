//! A page's main part as Markdown: CommonMark with tables and footnotes.

use roxmltree::Node;

use crate::pages::markup::{has_class, heading_level, is_furniture, name};

use super::table::table;

/// Writes Markdown for one page.
pub struct Writer<'a> {
    /// The address of the guide: `https://guide.example`.
    pub guide: &'a str,
    /// The path of the page: `/roles/backend-developer`.
    pub page: &'a str,
}

impl<'a> Writer<'a> {
    pub fn new(guide: &'a str, page: &'a str) -> Self {
        Writer { guide, page }
    }

    /// All that an element holds.
    pub fn text(&self, node: &Node) -> String {
        let mut text = self.blocks(node).join("\n\n");
        text.push('\n');
        text
    }

    /// The paragraphs, lists, tables … inside an element, words without a paragraph among them.
    pub fn blocks(&self, node: &Node) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut words = String::new();
        for child in node.children() {
            if is_inline(&child) {
                words.push_str(&self.inline_node(&child));
                continue;
            }
            self.close_paragraph(&mut words, &mut blocks);
            self.block(&child, &mut blocks);
        }
        self.close_paragraph(&mut words, &mut blocks);
        blocks
    }

    fn close_paragraph(&self, words: &mut String, blocks: &mut Vec<String>) {
        let paragraph = paragraph(words);
        if !paragraph.is_empty() {
            blocks.push(paragraph);
        }
        words.clear();
    }

    pub fn block(&self, node: &Node, blocks: &mut Vec<String>) {
        if is_furniture(node) || !node.is_element() {
            return;
        }
        if let Some(level) = heading_level(node) {
            blocks.push(format!("{} {}", "#".repeat(level), self.line(node)));
            return;
        }
        match name(node) {
            "p" | "summary" | "figcaption" | "caption" | "dt" => {
                let words = paragraph(&self.inline(node));
                let is_title = name(node) == "summary" && !words.is_empty();
                let words = if is_title { strong(&words) } else { words };
                blocks.extend(Some(words).filter(|words| !words.is_empty()));
            }
            "ol" if has_class(node, "sources") || has_class(node, "notes") => {
                blocks.extend(self.definitions(node));
            }
            "ul" | "ol" => blocks.extend(self.list(node)),
            "dl" => blocks.extend(self.glossary(node)),
            "table" => blocks.extend(table(self, node)),
            "pre" => blocks.push(code(node)),
            "blockquote" => blocks.push(prefixed(&self.blocks(node).join("\n\n"), "> ", "> ")),
            "hr" => blocks.push("---".to_owned()),
            "svg" => {}
            _ => blocks.extend(self.blocks(node)),
        }
    }

    fn list(&self, node: &Node) -> Option<String> {
        let first = node.attribute("start").and_then(|it| it.parse().ok());
        let first: usize = first.unwrap_or(1);
        let items = node.children().filter(|child| name(child) == "li");
        let items: Vec<String> = items
            .enumerate()
            .map(|(index, item)| {
                let mark = match name(node) {
                    "ol" => format!("{}. ", first + index),
                    _ => "- ".to_owned(),
                };
                let blocks = self.blocks(&item).join("\n\n");
                prefixed(&blocks, &mark, &" ".repeat(mark.len()))
            })
            .collect();
        let is_loose = items.iter().any(|item| item.contains("\n\n"));
        let gap = if is_loose { "\n\n" } else { "\n" };
        Some(items.join(gap)).filter(|list| !list.is_empty())
    }

    /// A list of terms as a list whose items begin with the term.
    fn glossary(&self, node: &Node) -> Option<String> {
        let parts = node
            .descendants()
            .filter(|child| matches!(name(child), "dt" | "dd"));
        let mut items: Vec<String> = Vec::new();
        for part in parts {
            match (name(&part), items.last_mut()) {
                ("dd", Some(item)) => {
                    let blocks = self.blocks(&part).join("\n\n");
                    item.push(' ');
                    item.push_str(prefixed(&blocks, "  ", "  ").trim_start());
                }
                _ => items.push(format!("- {}:", strong(&self.line(&part)))),
            }
        }
        Some(items.join("\n")).filter(|list| !list.is_empty())
    }

    /// Sources and notes as footnotes.
    fn definitions(&self, node: &Node) -> Option<String> {
        let items = node.children().filter(|child| name(child) == "li");
        let items = items.map(|item| {
            let label = label(item.attribute("id").unwrap_or_default());
            let blocks = self.blocks(&item).join("\n\n");
            prefixed(&blocks, &format!("[^{label}]: "), "    ")
        });
        let items: Vec<String> = items.collect();
        Some(items.join("\n\n")).filter(|list| !list.is_empty())
    }
}

/// The label of a footnote: `bls` for the fragment `source-bls`; a note keeps its own.
pub fn label(fragment: &str) -> &str {
    fragment.strip_prefix("source-").unwrap_or(fragment)
}

fn is_inline(node: &Node) -> bool {
    node.is_text()
        || matches!(
            name(node),
            "a" | "abbr"
                | "b"
                | "br"
                | "cite"
                | "code"
                | "del"
                | "em"
                | "i"
                | "img"
                | "input"
                | "kbd"
                | "label"
                | "mark"
                | "q"
                | "s"
                | "small"
                | "span"
                | "strong"
                | "sub"
                | "sup"
                | "time"
                | "var"
        )
}

/// Words as a paragraph that is nothing else: no list, no heading, no quotation.
fn paragraph(words: &str) -> String {
    let words = words.trim();
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &words[..words.len() - digits.len()];
    let is_mark = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let is_number = |sign| digits.strip_prefix(sign).is_some_and(is_mark);
    if !number.is_empty() && is_number(['.', ')']) {
        return format!("{number}\\{digits}");
    }
    let is_list = words.strip_prefix(['+', '-']).is_some_and(is_mark);
    match words.starts_with(['#', '=', '>', '|']) || words.starts_with("--") || is_list {
        true => format!("\\{words}"),
        false => words.to_owned(),
    }
}

pub fn strong(words: &str) -> String {
    match words.contains("**") {
        true => words.to_owned(),
        false => format!("**{words}**"),
    }
}

/// A text with `first` before its first line and `rest` before the others that are not empty.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut lines = text.lines();
    let mut out = format!("{first}{}", lines.next().unwrap_or_default());
    for line in lines {
        out.push('\n');
        let prefix = if line.is_empty() {
            rest.trim_end()
        } else {
            rest
        };
        out.push_str(prefix);
        out.push_str(line);
    }
    out
}

fn code(node: &Node) -> String {
    let text: String = node
        .descendants()
        .filter_map(|node| text_of(&node))
        .collect();
    let mut code = node.children().filter(|child| name(child) == "code");
    let language = code.next().and_then(|code| code.attribute("class"));
    let language = language.and_then(|class| class.strip_prefix("language-"));
    let longest = text.split(|c| c != '`').map(str::len).max();
    let fence = "`".repeat((longest.unwrap_or(0) + 1).max(3));
    let text = text.trim_end_matches('\n');
    format!("{fence}{}\n{text}\n{fence}", language.unwrap_or_default())
}

fn text_of<'a>(node: &Node<'a, '_>) -> Option<&'a str> {
    node.text().filter(|_| node.is_text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_stays_one() {
        for (words, markdown) in [
            (" a ", "a"),
            ("1. first", "1\\. first"),
            ("2026) a", "2026\\) a"),
            ("3.5 million", "3.5 million"),
            ("+16%", "+16%"),
            ("+ more", "\\+ more"),
            ("- less", "\\- less"),
            ("---", "\\---"),
            ("# 1", "\\# 1"),
            ("|", "\\|"),
        ] {
            assert_eq!(paragraph(words), markdown);
        }
    }

    #[test]
    fn blocks_are_markdown() {
        for (html, markdown) in [
            ("<div><p>a</p><p> </p><p>b</p></div>", "a\n\nb\n"),
            ("<div><h2>a <em>b</em></h2></div>", "## a *b*\n"),
            (
                "<div><ol start=\"3\"><li>a</li><li>b</li></ol></div>",
                "3. a\n4. b\n",
            ),
            (
                "<div><ul><li><p>a</p><p>b</p></li><li>c</li></ul></div>",
                "- a\n\n  b\n\n- c\n",
            ),
            ("<div><dl><dt>a</dt><dd>b</dd></dl></div>", "- **a**: b\n"),
            (
                "<div><pre><code class=\"language-sh\">a ```\n</code></pre></div>",
                "````sh\na ```\n````\n",
            ),
            (
                "<div><blockquote><p>a</p><p>b</p></blockquote></div>",
                "> a\n>\n> b\n",
            ),
            (
                "<div><ol class=\"sources\"><li id=\"source-x\">a</li></ol></div>",
                "[^x]: a\n",
            ),
            (
                "<div><table><caption>c</caption><tr><th>a|b</th></tr><tr><td>1</td><td>2</td></tr></table></div>",
                "**c**\n\n| a\\|b |  |\n| --- | --- |\n| 1 | 2 |\n",
            ),
            ("<div><svg><text>x</text></svg><form>y</form></div>", "\n"),
        ] {
            let tree = roxmltree::Document::parse(html).unwrap();
            let writer = Writer::new("https://g.example", "/p");
            assert_eq!(writer.text(&tree.root_element()), markdown, "{html}");
        }
    }
}
