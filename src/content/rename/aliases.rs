//! Old paths that go on to lead to a document under its new name.

use std::collections::BTreeMap;
use std::ops::Range;

use super::mentions::moved;
use super::{Edit, Names};
use crate::content::Refusal;
use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::lines::line_of;
use crate::content::table::Table;
use crate::site::Site;

/// The keys after one of which `aliases` stands, nearest first.
const BEFORE: [&str; 10] = [
    "tags",
    "authors",
    "expires_at",
    "publish_at",
    "reviewed",
    "updated",
    "published",
    "status",
    "summary",
    "title",
];

/// Adds the old path to the document's `aliases`. A path that it takes back is no old path any more.
pub fn remembered(
    all: &Collection,
    names: &Names,
    edits: &mut BTreeMap<String, Vec<Edit>>,
) -> Result<(), Refusal> {
    let Some(document) = all.document(names.kind, &names.old) else {
        return Ok(());
    };
    let edit = edit(document, names).ok_or_else(|| {
        let message = format!("`{}` has no place for `aliases`", document.read.file);
        Refusal::new(message).help("write `aliases = []` below its title")
    })?;
    let file = document.read.file.to_owned();
    edits.entry(file).or_default().push(edit);
    Ok(())
}

fn edit(document: &ReadDocument, names: &Names) -> Option<Edit> {
    let (text, table) = (document.read.text, &document.read.table);
    let old = format!("\"{}\"", document.path());
    if !table.exists("/aliases") {
        let span = BEFORE.iter().find_map(|key| value(table, key))?;
        let end = line_of(text, span.end.saturating_sub(1)).end;
        let line_end = if text[end..].starts_with('\r') {
            "\r\n"
        } else {
            "\n"
        };
        return Some((end..end, format!("{line_end}aliases = [{old}]")));
    }
    let list = table.value("/aliases");
    if !text[list.clone()].starts_with('[') {
        return None;
    }
    let taken_back = names.kind.path(&names.new);
    let aliases: Vec<(&str, Range<usize>)> = document.aliases().collect();
    if aliases.iter().any(|(alias, _)| *alias == taken_back) {
        let kept = aliases.iter().filter(|(alias, _)| *alias != taken_back);
        let kept = kept.map(|(_, span)| text[span.clone()].to_owned());
        let all: Vec<String> = kept.chain([old]).collect();
        return Some((list, format!("[{}]", all.join(", "))));
    }
    Some(match aliases.last() {
        Some((_, last)) => (last.end..last.end, format!(", {old}")),
        None => (list.start + 1..list.start + 1, old),
    })
}

/// Where the value of a top-level key stands.
fn value(table: &Table, key: &str) -> Option<Range<usize>> {
    let pointer = format!("/{key}");
    table.exists(&pointer).then(|| table.value(&pointer))
}

/// The pages of pay that move with a role, as lines of `redirects.toml`.
pub fn salary_redirects(site: &Site, names: &Names) -> String {
    let page = names.kind.path(&names.old);
    let mut lines = String::new();
    for path in site.addresses().iter().map(|address| address.path()) {
        match moved(&path, names) {
            // The page itself is remembered by its alias.
            Some(to) if path != page => {
                lines.push_str(&format!(
                    "\n[[redirect]]\nfrom = \"{path}\"\nto = \"{to}\"\n"
                ));
            }
            _ => {}
        }
    }
    lines
}
