//! The canonical form of tables: one space around the words of a cell, a bar at both ends.
//!
//! Columns are not padded: a cell of a guide may hold a sentence, and a longer one would change
//! every row of its table.

use crate::content::markdown::table_spans;

/// The text with its tables in canonical form. Tables inside quotes and lists stay as they are.
pub fn canonical(text: &str) -> String {
    let mut after = String::with_capacity(text.len());
    let mut at = 0;
    for span in table_spans(text) {
        let starts_line = span.start == 0 || text[..span.start].ends_with('\n');
        let table = text[span.clone()].trim_end();
        let end = span.start + table.len();
        let rows: Vec<&str> = table.lines().collect();
        if !starts_line || rows.iter().any(|row| row.starts_with([' ', '\t', '>'])) {
            continue;
        }
        after.push_str(&text[at..span.start]);
        let lines: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(place, row)| line(row, place == 1))
            .collect();
        after.push_str(&lines.join("\n"));
        at = end;
    }
    after.push_str(&text[at..]);
    after
}

fn line(row: &str, is_rule: bool) -> String {
    let cells = cells(row);
    let cells = cells.iter().map(|cell| match is_rule {
        true => rule(cell),
        false => (*cell).to_owned(),
    });
    let mut line = "|".to_owned();
    for cell in cells {
        match cell.is_empty() {
            true => line.push_str(" |"),
            false => line.push_str(&format!(" {cell} |")),
        }
    }
    line
}

/// Three hyphens, with the colons that align the column.
fn rule(cell: &str) -> String {
    let mark = |colon: bool| if colon { ":" } else { "" };
    format!(
        "{}---{}",
        mark(cell.starts_with(':')),
        mark(cell.ends_with(':'))
    )
}

/// The words of each cell, by the parser's own rule: a bar after a backslash is no border.
fn cells(row: &str) -> Vec<&str> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = Vec::new();
    let (mut start, mut before) = (0, ' ');
    for (at, letter) in row.char_indices() {
        if letter == '|' && before != '\\' {
            cells.push(row[start..at].trim());
            start = at + 1;
        }
        before = letter;
    }
    // The bar at the end closes the last cell.
    if !row[start..].trim().is_empty() {
        cells.push(row[start..].trim());
    }
    cells
}
