//! The same numbers as a chart, as a table.

use askama::Template;

/// A table that a reader unfolds under its chart.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/table.html")]
pub struct Table {
    /// What a reader unfolds: `The numbers as a table`.
    pub summary: &'static str,
    /// What the table holds, with the unit of its numbers.
    pub caption: String,
    /// The headings of the columns, that of the row labels first.
    pub columns: Vec<String>,
    pub rows: Vec<TableRow>,
}

/// A row: what it is called, and a cell for each further column.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    pub label: String,
    pub cells: Vec<String>,
}
