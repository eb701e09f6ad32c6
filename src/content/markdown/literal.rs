//! `md-literal`: marks that the parser takes for words, so that readers would see them as written.

use std::ops::Range;

use super::destination::short;
use super::writer::Writer;
use crate::content::Diagnostic;
use crate::content::lines::line_of;
use crate::site::{Kind, is_id};

/// Longer stretches between brackets are words.
const LONGEST: usize = 200;

impl Writer<'_> {
    /// Looks at words that begin a line: headings without their space, tables without their second
    /// line.
    pub(super) fn check_line(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let line = line_of(text, range.start);
        let is_margin = |c: char| c == ' ' || c == '>';
        if range.start > line.end || !text[line.start..range.start].chars().all(is_margin) {
            return;
        }
        let rest = &text[range.start..line.end];
        let marks = rest.bytes().take_while(|b| *b == b'#').count();
        let follows = rest[marks..].chars().next();
        if (2..=6).contains(&marks) && follows.is_some_and(char::is_alphabetic) {
            let at = range.start..line.end;
            let fix = self.edit(range.start + marks..range.start + marks, " ");
            let help = format!("{} {}", &rest[..marks], &rest[marks..]);
            let warning = self
                .literal(at, "heading")
                .label("a space follows the marks");
            self.say(warning.help(help).fix(fix));
        } else if self.begins_table(&line, rest) {
            let cells = rest.matches('|').count() - 1;
            let warning = self.literal(range.start..line.end, "table");
            let warning = warning.label("a line of dashes must follow the first row");
            self.say(warning.help(format!("|{}", " --- |".repeat(cells))));
        }
    }

    /// Whether a row is the first of what would be a table. Where there is a line of dashes,
    /// something else is wrong with it.
    fn begins_table(&self, line: &Range<usize>, row: &str) -> bool {
        let text = self.reading.text;
        let is_margin = |c: char| c == ' ' || c == '>';
        let above = before(text, line.start).trim_start_matches(is_margin);
        let below = text[line.end..].trim_start_matches('\r').strip_prefix('\n');
        let below = below.and_then(|below| below.lines().next());
        let below = below.unwrap_or_default().trim_start_matches(is_margin);
        let is_dashes =
            |line: &str| line.contains('-') && line.trim_matches(['|', '-', ':', ' ']).is_empty();
        is_row(row) && !is_row(above) && ![above, row, below].into_iter().any(is_dashes)
    }

    /// Looks at a bracket among words: `[[sql]]`, `[SQL] (skill:sql)`, `[SQL](skill: sql)`,
    /// `<skill: sql>`.
    pub(super) fn check_bracket(&mut self, at: usize) {
        let text = self.reading.text;
        let before = text[..at].chars().next_back();
        let is_part = before.is_some_and(|c| c.is_alphanumeric() || c == '\\' || c == '[');
        if is_part || !self.open.links.is_empty() {
            return;
        }
        let rest = &text[at..line_of(text, at).end.max(at)];
        let found = wiki(rest).or_else(|| gap(rest)).or_else(|| spaced(rest));
        let Some((length, label, meant)) = found.filter(|it| it.0 <= LONGEST) else {
            return;
        };
        let warning = self.literal(at..at + length, "link").label(label);
        let meant = match meant {
            Meant::Link(link) => link,
            Meant::Document(id) => match self.kind_of(&id) {
                Some(kind) => format!("<{}:{id}>", kind.word()),
                None => format!("<skill:{id}>"),
            },
        };
        self.say(warning.help(meant));
    }

    /// The kind of the first document with an id.
    fn kind_of(&self, id: &str) -> Option<Kind> {
        let names = &self.place.names.documents;
        let has = |kind: &Kind| names.contains_key(&(kind.word().to_owned(), id.to_owned()));
        Kind::ALL.into_iter().find(has)
    }

    fn literal(&self, at: Range<usize>, what: &str) -> Diagnostic {
        let written = short(&self.reading.text[at.clone()]);
        let message = format!("`{written}` is not read as a {what}");
        self.error("md-literal", at, message).warning()
    }
}

/// What an editor means.
enum Meant {
    /// This link.
    Link(String),
    /// A document of this id.
    Document(String),
}

/// How long what looks like a link is, what is wrong with it, and what is meant.
type Found = Option<(usize, &'static str, Meant)>;

/// `[[sql]]`, as in a wiki.
fn wiki(rest: &str) -> Found {
    let inside = rest.strip_prefix("[[")?;
    let inside = &inside[..inside.find("]]")?];
    let id = slug::slugify(inside);
    let is_name = !inside.contains(['[', ']']) && is_id(&id);
    let label = "a typed link names the document: <skill:sql>";
    is_name.then_some((inside.len() + "[[]]".len(), label, Meant::Document(id)))
}

/// `[SQL] (skill:sql)` and `[SQL](skill: sql)`.
fn gap(rest: &str) -> Found {
    let label = rest.strip_prefix('[')?;
    let label = &label[..label.find(']')?];
    let after = &rest[label.len() + "[]".len()..];
    let inside = after.trim_start().strip_prefix('(')?;
    let destination = &inside[..inside.find(')')?];
    let squeezed: String = destination.split_whitespace().collect();
    if label.contains('[') || label.starts_with('^') || !is_destination(&squeezed) {
        return None;
    }
    let length = rest.len() - inside.len() + destination.len() + ")".len();
    let told = match after.starts_with('(') {
        true => "an address has no spaces",
        false => "no space stands between `]` and `(`",
    };
    let is_wrong = !after.starts_with('(') || squeezed != destination;
    is_wrong.then(|| (length, told, Meant::Link(format!("[{label}]({squeezed})"))))
}

/// `<skill: sql>`.
fn spaced(rest: &str) -> Found {
    let inside = rest.strip_prefix('<')?;
    let inside = &inside[..inside.find('>')?];
    let squeezed: String = inside.split_whitespace().collect();
    let is_wrong = squeezed != inside && is_destination(&squeezed);
    let link = Meant::Link(format!("<{squeezed}>"));
    is_wrong.then_some((
        inside.len() + "<>".len(),
        "a typed link has no spaces",
        link,
    ))
}

/// Whether something is surely meant as the address of a link.
fn is_destination(text: &str) -> bool {
    match text.split_once(':') {
        Some(("http" | "https", rest)) => rest.starts_with("//"),
        Some((word, id)) => {
            let id = id.split('#').next().unwrap_or_default();
            Kind::from_word(word).is_some() && is_id(id)
        }
        None => false,
    }
}

/// Whether a line is a row of a table, with borders on both sides.
fn is_row(line: &str) -> bool {
    line.starts_with('|') && line.ends_with('|') && line.matches('|').count() >= 3
}

/// The line before the one that begins at an offset; nothing if there is none.
fn before(text: &str, start: usize) -> &str {
    match start.checked_sub(1) {
        Some(end) => &text[line_of(text, end)],
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{Meant, gap, spaced, wiki};

    #[test]
    fn what_looks_like_a_link_and_is_none() {
        for (text, meant) in [
            ("[[sql]] and", Some("sql")),
            ("[[How joins work]]", Some("how-joins-work")),
            ("[SQL] (skill:sql)", Some("[SQL](skill:sql)")),
            ("[SQL](skill: sql)", Some("[SQL](skill:sql)")),
            ("[SQL]( https://a.org/ x )", Some("[SQL](https://a.org/x)")),
            ("<skill: sql>", Some("<skill:sql>")),
            ("[SQL] (a language)", None),
            ("[SQL](a language)", None),
            ("[1] (see below)", None),
            ("[[0], [1]]", None),
            ("[x] done", None),
            ("<a b>", None),
        ] {
            let found = wiki(text).or_else(|| gap(text)).or_else(|| spaced(text));
            let found = found.map(|(length, _, meant)| {
                assert!(length <= text.len(), "{text}");
                match meant {
                    Meant::Link(link) => link,
                    Meant::Document(id) => id,
                }
            });
            assert_eq!(found.as_deref(), meant, "{text}");
        }
    }
}
