//! Tables: a line for each row, with the caption above.

use roxmltree::Node;

use crate::pages::markup::name;

use super::markdown::{Writer, strong};

/// A table as Markdown, its caption as a paragraph before it.
pub fn table(writer: &Writer, node: &Node) -> Vec<String> {
    let caption = node.children().find(|child| name(child) == "caption");
    let caption = caption.map(|caption| writer.line(&caption));
    let rows: Vec<Vec<String>> = node
        .descendants()
        .filter(|child| name(child) == "tr")
        .map(|row| cells(writer, &row))
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<String> = rows.iter().map(|row| line(row, columns)).collect();
    if !lines.is_empty() {
        lines.insert(1, line(&vec!["---".to_owned(); columns], columns));
    }
    let caption = caption.filter(|words| !words.is_empty());
    let caption = caption.map(|words| strong(&words));
    let table = Some(lines.join("\n")).filter(|table| !table.is_empty());
    caption.into_iter().chain(table).collect()
}

fn cells(writer: &Writer, row: &Node) -> Vec<String> {
    let mut cells = Vec::new();
    for cell in row.children().filter(|it| matches!(name(it), "th" | "td")) {
        let blocks: Vec<String> = writer.blocks(&cell);
        let words = blocks.join(" ").replace("\\\n", ", ").replace('\n', " ");
        cells.push(words.replace('|', "\\|"));
        let wide = cell.attribute("colspan").and_then(|it| it.parse().ok());
        let more = wide.unwrap_or(1_usize).saturating_sub(1);
        cells.extend(std::iter::repeat_n(String::new(), more));
    }
    cells
}

fn line(cells: &[String], columns: usize) -> String {
    let missing = columns.saturating_sub(cells.len());
    let empty = std::iter::repeat_n("", missing);
    let cells = cells.iter().map(String::as_str).chain(empty);
    let cells: Vec<&str> = cells.collect();
    format!("| {} |", cells.join(" | "))
}
