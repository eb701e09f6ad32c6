//! Tables: a frame that scrolls, alignment by class, and no cell lost in silence.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Parser, Tag};

use super::escape;
use super::links::offset_in;
use super::writer::{OPTIONS, Shape, Writer};

/// Where the tables of a text stand, from the first letter of the first row to the end of the last.
pub fn table_spans(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    let tables = events.filter(|(event, _)| matches!(event, Event::Start(Tag::Table(_))));
    tables.map(|(_, span)| span).collect()
}

/// A table that is being read.
pub(super) struct Table {
    columns: Vec<Alignment>,
    /// The column of the next cell.
    column: usize,
    in_head: bool,
    has_body: bool,
    /// Where the cell's tag begins and ends in the HTML.
    cell: (usize, usize),
}

impl Writer<'_> {
    pub(super) fn start_table(&mut self, columns: Vec<Alignment>) {
        let label = self.table_label();
        // A region is a landmark, and a page has only so many; a field's table is a mere group.
        let role = match self.shape {
            Shape::Body => "region",
            Shape::Prose | Shape::Phrase => "group",
        };
        self.html.push_str("<div class=\"scroll\" role=\"");
        self.html.push_str(role);
        self.html.push_str("\" tabindex=\"0\" aria-label=\"");
        escape::attribute(&mut self.html, &label);
        self.html.push_str("\"><table>\n");
        self.open.table = Some(Table {
            columns,
            column: 0,
            in_head: false,
            has_body: false,
            cell: (0, 0),
        });
    }

    /// The nearest heading, with a number from the second table below the same words on.
    fn table_label(&mut self) -> String {
        let label = match self.nearest_title() {
            Some(title) => format!("Table: {title}"),
            None => "Table".to_owned(),
        };
        let count = self.table_labels.entry(label.clone()).or_insert(0);
        *count += 1;
        match *count {
            1 => label,
            count => format!("{label} ({count})"),
        }
    }

    pub(super) fn end_table(&mut self) {
        let has_body = self.open.table.take().is_some_and(|table| table.has_body);
        self.html.push_str(match has_body {
            true => "</tbody></table></div>\n",
            false => "</table></div>\n",
        });
    }

    /// The parser takes a table whose head and line of hyphens differ for a paragraph.
    pub(super) fn check_lost_table(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let mut before: Option<&str> = None;
        for line in text[range.clone()].lines() {
            let line = line.trim_start_matches(['>', ' ']).trim_end();
            let Some(head) = before.replace(line) else {
                continue;
            };
            if !head.contains('|') || !is_delimiter(line) || cells(head) == cells(line) {
                continue;
            }
            let (written, columns) = (cells(head), cells(line));
            let message = format!(
                "the head has {}, the line of hyphens {columns}",
                of_cells(written)
            );
            let start = offset_in(text, head).unwrap_or(range.start);
            let error = self.error("md-table-columns", start..start + head.len(), message);
            self.say(error.label("without as many hyphens as heads there is no table"));
        }
    }

    pub(super) fn start_table_head(&mut self) {
        let Some(table) = &mut self.open.table else {
            return;
        };
        table.in_head = true;
        table.column = 0;
        self.html.push_str("<thead><tr>");
    }

    pub(super) fn end_table_head(&mut self) {
        if let Some(table) = &mut self.open.table {
            table.in_head = false;
        }
        self.html.push_str("</tr></thead>\n");
    }

    pub(super) fn start_table_row(&mut self, range: Range<usize>) {
        let row = self.reading.text[range.clone()].trim_end();
        let Some(table) = &mut self.open.table else {
            return;
        };
        if !table.has_body {
            table.has_body = true;
            self.html.push_str("<tbody>\n");
        }
        table.column = 0;
        let (written, columns) = (cells(row), table.columns.len());
        self.html.push_str("<tr>");
        if written != columns {
            let message = format!("the row has {}, the table {columns}", of_cells(written));
            let help = match row.contains('|') {
                true => "write `\\|` for a line that is no border of a cell",
                false => "leave an empty line after the table",
            };
            let at = range.start..range.start + row.len();
            let error = self.error("md-table-columns", at, message);
            self.say(
                error
                    .label(format!("{} expected", of_cells(columns)))
                    .help(help),
            );
        }
    }

    pub(super) fn start_cell(&mut self) {
        let Some(table) = &mut self.open.table else {
            return;
        };
        let start = self.html.len();
        self.html.push_str(match table.in_head {
            true => "<th scope=\"col\"",
            false => "<td",
        });
        self.html.push_str(match table.columns.get(table.column) {
            Some(Alignment::Right) => " class=\"end\">",
            Some(Alignment::Center) => " class=\"center\">",
            _ => ">",
        });
        table.cell = (start, self.html.len());
    }

    pub(super) fn end_cell(&mut self) {
        let Some(table) = &mut self.open.table else {
            return;
        };
        table.column += 1;
        let (start, end) = table.cell;
        if table.in_head && self.html.len() == end {
            // The corner above row names heads nothing.
            self.html.truncate(start);
            self.html.push_str("<td></td>");
        } else {
            self.html
                .push_str(if table.in_head { "</th>" } else { "</td>" });
        }
        self.outline.text.push(' ');
    }
}

/// Whether a line divides the head of a table from its rows: `| --- | :-: |`.
fn is_delimiter(line: &str) -> bool {
    let cell = |cell: &str| {
        let hyphens = cell.trim().trim_start_matches(':').trim_end_matches(':');
        !hyphens.is_empty() && hyphens.chars().all(|c| c == '-')
    };
    line.contains('|') && line.trim_matches('|').split('|').all(cell)
}

fn of_cells(count: usize) -> String {
    match count {
        1 => "1 cell".to_owned(),
        count => format!("{count} cells"),
    }
}

/// How many cells a row writes, by the parser's own rule: a bar after a backslash is no border.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut before = ' ';
    let mut cells = 1;
    let mut is_empty = true;
    for letter in row.chars() {
        if letter == '|' && before != '\\' {
            cells += 1;
            is_empty = true;
        } else if !letter.is_whitespace() {
            is_empty = false;
        }
        before = letter;
    }
    // The bar at the end closes the last cell.
    if is_empty { cells - 1 } else { cells }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cells_are_counted_as_the_parser_splits_them() {
        for (row, count) in [
            ("| a | b |", 2),
            ("a | b", 2),
            ("| a | |", 2),
            ("| a \\| b | `c \\| d` |", 2),
            ("a", 1),
            ("|", 0),
            ("||", 1),
            ("| é | b | c |  ", 3),
        ] {
            assert_eq!(super::cells(row), count, "{row}");
        }
    }
}
