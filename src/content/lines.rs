//! Places in the text of a file: lines, and what stands inside quotes.

use std::ops::Range;

/// The line that holds an offset, without its end.
pub fn line_of(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let end = text[offset..]
        .find('\n')
        .map_or(text.len(), |end| offset + end);
    start..start + text[start..end].trim_end().len()
}

/// The part of a span that is on its first line.
pub fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let line = line_of(text, span.start);
    span.start..span.end.min(line.end.max(span.start))
}

/// Where the content of a string begins: after its quotes, and after the line break that follows
/// three of them. What was read in spite of a mistake may have no quotes.
pub fn content_start(text: &str, span: Range<usize>) -> usize {
    let written = &text[span.clone()];
    let long = written.starts_with("\"\"\"") || written.starts_with("'''");
    let quotes = match long {
        true => 3,
        false => usize::from(written.starts_with(['"', '\''])),
    };
    let inside = &written[quotes..];
    let line_break = match long {
        true if inside.starts_with("\r\n") => 2,
        true if inside.starts_with('\n') => 1,
        _ => 0,
    };
    span.start + quotes + line_break
}
