//! The text of a new document, made of its kind's schema and outline.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::Value;

use super::field::{Field, Shape, fields};
use crate::site::{Filling, Kind};

/// How wide a line of help may be.
const WIDTH: usize = 96;

/// How long an advert stays open if nobody says otherwise.
const DAYS_OF_A_JOB: i64 = 30;

/// How much of a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All fields with their help, those that may be left out as comments.
    All,
    /// The fields that must be filled in, and nothing else.
    Required,
}

/// A document with nothing in it yet.
pub struct Skeleton<'a> {
    pub kind: Kind,
    pub title: &'a str,
    pub today: Date,
    pub extent: Extent,
}

impl Skeleton<'_> {
    /// The text, by the schema of the kind's front matter.
    pub fn text(&self, schema: &Value) -> String {
        let mut text = "+++\n".to_owned();
        if self.extent == Extent::All {
            text.push_str(
                "# Fill in what is empty. A line `#key = …` may stay, go, or lose its `#`.\n\n",
            );
        }
        self.table(&mut text, schema, "", 0, self.extent == Extent::All);
        text.truncate(text.trim_end().len());
        text.push_str("\n+++\n");
        let written = |filling| filling == Filling::Text;
        for section in self.kind.outline() {
            if written(section.filling) {
                text.push_str(&format!("\n## {}\n", section.title));
            }
        }
        text
    }

    /// The fields of a table: first those on lines of their own, then the tables inside it, since
    /// TOML counts whatever follows a header as part of that table.
    fn table(&self, text: &mut String, schema: &Value, path: &str, depth: usize, helped: bool) {
        let fields = fields(schema);
        let is_line = |field: &&Field| matches!(field.shape(depth), Shape::Line);
        for field in fields.iter().filter(is_line) {
            self.line(text, field, depth, helped);
        }
        for field in fields.iter().filter(|field| !is_line(field)) {
            let path = match path {
                "" => field.key.to_owned(),
                path => format!("{path}.{}", field.key),
            };
            self.nested(text, field, &path, depth, helped);
        }
    }

    fn line(&self, text: &mut String, field: &Field, depth: usize, helped: bool) {
        let known = match depth {
            0 => self.known(field.key),
            _ => None,
        };
        let active = field.required || known.is_some();
        let value = known.unwrap_or_else(|| field.placeholder(self.today));
        let line = format!("{} = {value}\n", field.key);
        self.field(text, field, active, helped, &line);
    }

    fn nested(&self, text: &mut String, field: &Field, path: &str, depth: usize, helped: bool) {
        let (header, count, inner) = match field.shape(depth) {
            Shape::Tables(item) => (format!("[[{path}]]\n"), field.count(), item),
            _ => (format!("[{path}]\n"), 1, field.schema),
        };
        for place in 0..count {
            let helped = helped && place == 0;
            let mut below = header.clone();
            // Of what may be left out, or was explained above, only what it must have: a comment
            // of comments is a riddle.
            let inside = Skeleton {
                extent: match field.required && helped {
                    true => self.extent,
                    false => Extent::Required,
                },
                ..*self
            };
            inside.table(&mut below, inner, path, depth + 1, helped && field.required);
            if field.required && !text.ends_with("\n\n") && !text.ends_with("+++\n") {
                text.push('\n');
            }
            self.field(text, field, field.required, helped, &below);
        }
    }

    /// A field with its help above; if it may be left out, as a comment.
    fn field(&self, text: &mut String, field: &Field, active: bool, helped: bool, lines: &str) {
        if self.extent == Extent::Required && !active {
            return;
        }
        if helped {
            for line in field.help() {
                text.push_str(&comment(&line));
            }
        }
        for line in lines.lines() {
            let mark = if active { "" } else { "#" };
            text.push_str(&format!("{mark}{line}\n"));
        }
        if helped && !text.ends_with("\n\n") {
            text.push('\n');
        }
    }

    /// The values that a new document has already, though nobody has filled them in.
    fn known(&self, key: &str) -> Option<String> {
        let today = || Some(self.today.to_string());
        match key {
            "title" => Some(toml::Value::from(self.title).to_string()),
            "status" => Some("\"draft\"".to_owned()),
            "published" | "updated" | "reviewed" => today(),
            "expires_at" if self.kind == Kind::Job => {
                let end = self.today.saturating_add(DAYS_OF_A_JOB.days());
                Some(format!("{end}T23:59:59Z"))
            }
            _ => None,
        }
    }
}

/// A line of help as comment lines of a readable width.
fn comment(help: &str) -> String {
    let indent = help.len() - help.trim_start().len();
    let mut lines = String::new();
    let mut line = format!("#{}", " ".repeat(indent));
    let empty = line.len();
    for word in help.split_whitespace() {
        if line.len() > empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push_str(&line);
            lines.push('\n');
            line.truncate(empty);
        }
        line.push(' ');
        line.push_str(word);
    }
    lines.push_str(&line);
    lines.push('\n');
    lines
}
