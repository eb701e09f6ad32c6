//! The sections of a text, for an outline beside it.

use std::ops::Range;

use gen_lsp_types as lsp;

use super::desk::Desk;
use super::lines::Lines;
use crate::content::{HeadingPlace, headings};

/// The headings of a document, each with those below it.
pub fn symbols(desk: &Desk, uri: &lsp::Uri) -> Option<lsp::DocumentSymbolResponse> {
    let (file, text) = desk.file(uri)?;
    let headings = headings(&file, text);
    let symbols = nested(&Lines::of(text), &headings, text.trim_end().len());
    Some(lsp::DocumentSymbolResponse::DocumentSymbolList(symbols))
}

/// The headings as a tree; the last of them ends at `end`.
fn nested(lines: &Lines, headings: &[HeadingPlace], end: usize) -> Vec<lsp::DocumentSymbol> {
    let mut symbols = Vec::new();
    let mut rest = headings;
    while let Some((heading, after)) = rest.split_first() {
        let below = after.iter().take_while(|it| it.level > heading.level);
        let (below, others) = after.split_at(below.count());
        let end = others.first().map_or(end, |next| next.span.start);
        let whole = heading.span.start..end.max(heading.span.end);
        symbols.push(symbol(lines, heading, &whole, nested(lines, below, end)));
        rest = others;
    }
    symbols
}

fn symbol(
    lines: &Lines,
    heading: &HeadingPlace,
    whole: &Range<usize>,
    below: Vec<lsp::DocumentSymbol>,
) -> lsp::DocumentSymbol {
    let name = match heading.title.as_str() {
        "" => "…",
        title => title,
    };
    let detail = heading.anchor.as_ref().map(|anchor| format!("#{anchor}"));
    let (whole, own) = (lines.range(whole), lines.range(&heading.span));
    let kind = lsp::SymbolKind::String;
    let below = (!below.is_empty()).then_some(below);
    lsp::DocumentSymbol::new(name.to_owned(), detail, kind, None, None, whole, own, below)
}
