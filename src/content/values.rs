//! What a table says beyond its shape: Markdown to render, names to resolve, numbers in order.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};
use toml::Spanned;

use super::currency::is_currency;
use super::fields::Place;
use super::lines::content_start;
use super::schema::inside;
use super::table::{Data, Node, Table};
use super::{Diagnostic, Fix, Reference, Target, markdown};

/// What was found in a table.
pub struct Found {
    pub references: Vec<Reference>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Walks `value`, which is the JSON of `table`, beside its schema: renders Markdown in place and
/// collects references and mistakes. Values of a wrong type are passed over; the schema tells them.
pub fn walk(place: Place, table: &Table, schema: &Value, value: &mut Value) -> Found {
    let mut walk = Walk {
        place,
        table,
        found: Found {
            references: Vec::new(),
            diagnostics: Vec::new(),
        },
    };
    walk.visit(schema, value, table.root());
    walk.found
}

struct Walk<'a> {
    place: Place<'a>,
    table: &'a Table<'a>,
    found: Found,
}

impl Walk<'_> {
    fn visit(&mut self, schema: &Value, value: &mut Value, node: &Node) {
        match (value, node.get_ref()) {
            (Value::Object(members), Data::Table(nodes)) => {
                self.order(schema, nodes);
                for (key, node) in nodes {
                    if let Some(list) = schema["x-keys"].as_str() {
                        let span = self.offset(key.span());
                        self.vocabulary(list, key.get_ref(), span);
                    }
                    if let Some(member) = members.get_mut(key.get_ref()) {
                        self.visit(inside(schema, key.get_ref()), member, node);
                    }
                }
            }
            (Value::Array(items), Data::Array(nodes)) => {
                for (item, node) in items.iter_mut().zip(nodes) {
                    self.visit(&schema["items"], item, node);
                }
            }
            (value @ Value::String(_), Data::String(text)) if schema["type"] == "string" => {
                self.text(schema, value, text, node);
            }
            (Value::String(text), Data::Datetime(_)) => self.unquoted(schema, text, node),
            (Value::Number(number), Data::Integer(..)) => self.large(schema, number, node),
            _ => {}
        }
    }

    fn text(&mut self, schema: &Value, value: &mut Value, text: &str, node: &Node) {
        let span = self.table.span(node);
        if let Some(shape) = schema["x-markdown"].as_str() {
            if !text.is_empty() {
                *value = self.markdown(shape, text, span);
            }
        } else if let Some(kind) = schema["x-ref"].as_str() {
            self.refer(
                span,
                Target::Document {
                    kind: kind.to_owned(),
                    id: text.to_owned(),
                    anchor: None,
                },
            );
        } else if let Some(list) = schema["x-vocabulary"].as_str() {
            self.vocabulary(list, text, span);
        } else if schema["x-asset"] == true {
            self.refer(span, Target::Asset(text.to_owned()));
        } else if schema["x-code"] == "data-currency" {
            self.currency(text, span);
        } else {
            self.quoted(schema, text, span);
        }
    }

    fn markdown(&mut self, shape: &str, text: &str, span: Range<usize>) -> Value {
        let offset = content_start(self.place.text, span);
        if shape == "block" {
            let rendered = markdown::prose(self.place, text, offset);
            self.found.references.extend(rendered.references);
            self.found.diagnostics.extend(rendered.diagnostics);
            return rendered.value.map_or(
                Value::Null,
                |prose| json!({ "html": prose.html, "text": prose.text }),
            );
        }
        let rendered = markdown::phrase(self.place, text, offset);
        self.found.references.extend(rendered.references);
        self.found.diagnostics.extend(rendered.diagnostics);
        rendered.value.map_or(
            Value::Null,
            |phrase| json!({ "html": phrase.html, "text": phrase.text }),
        )
    }

    fn vocabulary(&mut self, list: &str, id: &str, span: Range<usize>) {
        let list = list.to_owned();
        let id = id.to_owned();
        self.refer(span, Target::Vocabulary { list, id });
    }

    fn refer(&mut self, span: Range<usize>, target: Target) {
        self.found.references.push(Reference {
            file: self.place.file.to_owned(),
            span,
            target,
        });
    }

    /// Codes of a wrong shape are told by the schema.
    fn currency(&mut self, text: &str, span: Range<usize>) {
        let shaped = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
        if shaped && !is_currency(text) {
            let message = format!("`{text}` is not a currency");
            self.tell(
                "data-currency",
                span,
                message,
                "expected a code of ISO 4217",
            );
        }
    }

    /// A date in quotes.
    fn quoted(&mut self, schema: &Value, text: &str, span: Range<usize>) {
        let dated = match schema["format"].as_str() {
            Some("date") => text.parse::<Date>().is_ok(),
            Some("date-time") => text.parse::<Timestamp>().is_ok(),
            _ => false,
        };
        if dated {
            let message = format!("`\"{text}\"` is text, not a date");
            let fix = Fix {
                span: span.clone(),
                text: text.to_owned(),
            };
            let told = Diagnostic::error("fm-type", self.place.file, span, message);
            let told = told.label("write the date without quotes").fix(fix);
            self.found.diagnostics.push(told);
        }
    }

    /// A date where text is wanted.
    fn unquoted(&mut self, schema: &Value, text: &str, node: &Node) {
        if schema["type"] == "string"
            && schema.get("format").is_none()
            && schema.get("enum").is_none()
        {
            let message = format!("`{text}` is a date, not text");
            let span = self.table.span(node);
            self.tell("fm-type", span, message, "put the text in quotes");
        }
    }

    /// A whole number that is too large for its field.
    fn large(&mut self, schema: &Value, number: &serde_json::Number, node: &Node) {
        let limit = u64::from(u32::MAX);
        if schema["format"] == "uint32" && number.as_u64().is_some_and(|number| number > limit) {
            let message = format!("`{number}` is too large");
            let span = self.table.span(node);
            self.tell("fm-value", span, message, format!("at most {limit}"));
        }
    }

    /// The members named in `x-order` must not fall.
    fn order(&mut self, schema: &Value, nodes: &BTreeMap<Spanned<String>, Node>) {
        let Some(names) = schema["x-order"].as_array() else {
            return;
        };
        let mut before: Option<(&str, &Node, Measure)> = None;
        for name in names.iter().filter_map(Value::as_str) {
            let Some(node) = nodes.get(name) else {
                continue;
            };
            let Some(measure) = Measure::of(node.get_ref()) else {
                continue;
            };
            if let Some((lower, low, _)) =
                before.as_ref().filter(|(_, _, low)| measure.is_below(low))
            {
                let text = |node: &Node| self.place.text[self.table.span(node)].to_owned();
                let message = format!(
                    "`{name}` is {}, less than `{lower}`, which is {}",
                    text(node),
                    text(low)
                );
                let label = format!("at least the value of `{lower}`");
                let span = self.table.span(node);
                self.tell("data-order", span, message, label);
                return;
            }
            before = Some((name, node, measure));
        }
    }

    fn tell(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        message: String,
        label: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::error(code, self.place.file, span, message).label(label);
        self.found.diagnostics.push(diagnostic);
    }

    /// A span of the table as a span of the file.
    fn offset(&self, span: Range<usize>) -> Range<usize> {
        self.table.base() + span.start..self.table.base() + span.end
    }
}

/// Something that can be more or less.
enum Measure {
    Number(f64),
    Date(String),
}

impl Measure {
    fn of(value: &Data) -> Option<Measure> {
        match value {
            Data::Integer(digits, radix) => {
                let number = i64::from_str_radix(digits, *radix).ok()?;
                Some(Measure::Number(number as f64))
            }
            Data::Float(float) => float.parse().ok().map(Measure::Number),
            Data::Datetime(datetime) => Some(Measure::Date(datetime.clone())),
            _ => None,
        }
    }

    fn is_below(&self, other: &Measure) -> bool {
        match (self, other) {
            (Measure::Number(this), Measure::Number(other)) => this < other,
            (Measure::Date(this), Measure::Date(other)) => this < other,
            _ => false,
        }
    }
}
