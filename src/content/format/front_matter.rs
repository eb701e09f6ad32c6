//! The canonical form of front matter: keys in the order of the struct, one form of spacing and
//! quotes. Tables with headers keep their order, which is the author's; comments stay above the key
//! that they stand above.

use serde_json::Value as Json;
use toml_edit::{Array, Decor, DocumentMut, Formatted, InlineTable, Item, KeyMut, Table, Value};

use crate::content::schema::inside;
use crate::content::table;

/// The front matter in canonical form; it says the same.
///
/// # Errors
///
/// Why it has none.
pub fn canonical(text: &str, schema: &Json) -> Result<String, &'static str> {
    let mut document: DocumentMut = text
        .parse()
        .map_err(|_| "its front matter cannot be parsed")?;
    let trailing = comments(document.trailing().as_str().unwrap_or_default());
    document.set_trailing(trailing);
    order_table(document.as_table_mut(), schema, true);
    let after = document.to_string();
    let after = match after.trim() {
        "" => String::new(),
        form => format!("{}\n", form.trim_end()),
    };
    match value(&after) == value(text) && told(&after) == told(text) {
        true => Ok(after),
        false => Err("its canonical form would say something else"),
    }
}

/// What a text says; nothing if it is not TOML.
fn value(text: &str) -> Option<Json> {
    let table = table::Table::parse(text, 0..text.len());
    table.is_whole().then(|| table.json())
}

/// Everything behind a `#`, in no order; what stands in strings is the same before and after.
fn told(text: &str) -> Vec<&str> {
    let lines = text.lines().filter_map(|line| line.split_once('#'));
    let mut told: Vec<&str> = lines.map(|(_, words)| words.trim()).collect();
    told.sort_unstable();
    told
}

fn order_table(table: &mut Table, schema: &Json, is_root: bool) {
    let first = table.iter_mut().find(|(_, item)| item.is_value());
    // What is set apart by an empty line speaks of the file, not of the first key.
    let detached = first
        .map(|(mut key, _)| detach(&mut key))
        .unwrap_or_default();
    table.sort_values_by(|a, _, b, _| rank(schema, a.get()).cmp(&rank(schema, b.get())));
    let mut is_first = true;
    for (mut key, item) in table.iter_mut() {
        let schema = inside(schema, key.get());
        match item {
            Item::Value(value) => {
                let above = lines(prefix(key.leaf_decor_mut()));
                let above = match (is_first, detached.is_empty()) {
                    (true, true) => above.trim_start().to_owned(),
                    (true, false) => format!("{detached}\n{}", above.trim_start()),
                    (false, _) => above,
                };
                *key.leaf_decor_mut() = Decor::new(above, " ");
                let behind = comments(suffix(value.decor()));
                order_value(value, schema, 0);
                let space = if behind.is_empty() { "" } else { " " };
                *value.decor_mut() = Decor::new(" ", format!("{space}{behind}"));
                is_first = false;
            }
            Item::Table(table) if !table.is_dotted() => {
                header(table, is_root && is_first && detached.is_empty());
                order_table(table, schema, false);
            }
            Item::ArrayOfTables(tables) => {
                for table in tables.iter_mut() {
                    header(table, false);
                    order_table(table, &schema["items"], false);
                }
            }
            _ => is_first = false,
        }
    }
}

/// Where a key stands in its struct; what the struct does not have comes last.
fn rank(schema: &Json, key: &str) -> usize {
    let known = schema["properties"].as_object();
    let place = known.and_then(|known| known.keys().position(|name| name == key));
    place.unwrap_or(usize::MAX)
}

/// Takes the comments away from a key that an empty line sets apart.
fn detach(key: &mut KeyMut) -> String {
    let above = lines(prefix(key.leaf_decor_mut()));
    let above = above.trim_start();
    let (detached, own) = match above.rsplit_once("\n\n") {
        Some((detached, own)) => (format!("{detached}\n"), own),
        None => (String::new(), above),
    };
    key.leaf_decor_mut().set_prefix(own);
    detached
}

/// An empty line above a header, unless it begins the text.
fn header(table: &mut Table, begins: bool) {
    if table.is_implicit() {
        return;
    }
    let above = lines(prefix(table.decor()));
    let above = above.trim_start().to_owned();
    let behind = comments(suffix(table.decor()));
    let space = if behind.is_empty() { "" } else { " " };
    let line = if begins { "" } else { "\n" };
    *table.decor_mut() = Decor::new(format!("{line}{above}"), format!("{space}{behind}"));
}

fn order_value(value: &mut Value, schema: &Json, depth: usize) {
    match value {
        Value::String(text) => requote(text),
        Value::Array(array) => order_array(array, &schema["items"], depth),
        Value::InlineTable(table) => order_inline(table, schema, depth),
        _ => {}
    }
}

/// Double quotes where nothing in the text asks for others.
fn requote(text: &mut Formatted<String>) {
    let written = text.as_repr().and_then(|it| it.as_raw().as_str());
    let literal = written.is_some_and(|it| it.starts_with('\'') && !it.starts_with("'''"));
    let plain = !text.value().contains(['"', '\\']) && !text.value().chars().any(char::is_control);
    if literal && plain {
        *text = Formatted::new(text.value().clone());
    }
}

/// One element a line, if there is a line break; else all on one. With comments it stays as it is.
fn order_array(array: &mut Array, schema: &Json, depth: usize) {
    let trailing = array.trailing().as_str().unwrap_or_default().to_owned();
    let around = |value: &Value| [prefix(value.decor()), suffix(value.decor())].concat();
    let spaces: String = array.iter().map(around).chain([trailing]).collect();
    if spaces.contains('#') {
        return;
    }
    for value in array.iter_mut() {
        order_value(value, schema, depth + 1);
    }
    if !spaces.contains('\n') || array.is_empty() {
        return array.fmt();
    }
    let indent = |depth: usize| format!("\n{}", "  ".repeat(depth));
    for value in array.iter_mut() {
        *value.decor_mut() = Decor::new(indent(depth + 1), "");
    }
    array.set_trailing(indent(depth));
    array.set_trailing_comma(true);
}

/// All on one line; over several lines, or with dotted keys, it stays as it is.
fn order_inline(table: &mut InlineTable, schema: &Json, depth: usize) {
    let mut spaces = table.trailing().as_str().unwrap_or_default().to_owned();
    let mut dotted = false;
    for (key, value) in table.iter_mut() {
        let key = key.leaf_decor();
        dotted |= value.as_inline_table().is_some_and(InlineTable::is_dotted);
        for space in [
            prefix(key),
            suffix(key),
            prefix(value.decor()),
            suffix(value.decor()),
        ] {
            spaces.push_str(space);
        }
    }
    if dotted || spaces.contains('\n') {
        return;
    }
    table.sort_values_by(|a, _, b, _| rank(schema, a).cmp(&rank(schema, b)));
    for (key, value) in table.iter_mut() {
        order_value(value, inside(schema, key.get()), depth);
    }
    table.set_trailing("");
    table.set_trailing_comma(false);
    table.fmt();
}

fn prefix(decor: &Decor) -> &str {
    decor
        .prefix()
        .and_then(|it| it.as_str())
        .unwrap_or_default()
}

fn suffix(decor: &Decor) -> &str {
    decor
        .suffix()
        .and_then(|it| it.as_str())
        .unwrap_or_default()
}

/// The comment at the end of a line, or comments after the last one.
fn comments(text: &str) -> String {
    match text.contains('\n') {
        true => lines(text),
        false => text.trim().to_owned(),
    }
}

/// Comment lines without indents; of several empty lines one stays.
fn lines(text: &str) -> String {
    let mut lines = String::new();
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    if text.contains('\n') {
        for line in whole.split('\n') {
            let line = line.trim();
            if !line.is_empty() || !lines.ends_with("\n\n") && lines != "\n" {
                lines.push_str(line);
                lines.push('\n');
            }
        }
    }
    lines
}
