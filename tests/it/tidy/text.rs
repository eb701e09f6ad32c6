//! Rules for templates, style sheets and documents.

use super::{Fault, exists, line};

/// Folders at the top of the repository that documents point into.
const FOLDERS: [&str; 9] = [
    ".ci",
    ".github",
    "content",
    "deploy",
    "docs",
    "src",
    "static",
    "templates",
    "tests",
];

/// The scripts that templates may refer to; each only adds to what works without.
const SCRIPTS: [&str; 2] = ["search.js", "search-and-notes.js"];

pub fn inline_code(_: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, content) in text.lines().enumerate() {
        let lower = content.to_lowercase();
        let rules = [
            (
                has_attribute(&lower, |name| name == "style"),
                "no inline style: the policy forbids it",
            ),
            (
                lower.contains("<style"),
                "no style element: the policy forbids it",
            ),
            (
                lower.contains("<script") && !is_named_script(content.trim()),
                "no script element but the named ones: pages work without",
            ),
            (lower.contains("javascript:"), "no javascript: address"),
            (
                has_attribute(&lower, |name| name.len() > 2 && name.starts_with("on")),
                "no inline event handler: the policy forbids it",
            ),
        ];
        let broken = rules.into_iter().filter(|(breaks, _)| *breaks);
        faults.extend(broken.map(|(_, rule)| (index + 1, rule.to_owned())));
    }
    faults
}

pub fn style(_: &str, text: &str) -> Vec<Fault> {
    let sheet = blank_between(text, "/*", "*/");
    let mut faults: Vec<Fault> = Vec::new();
    let mut start = 0;
    for (end, _) in sheet
        .match_indices([';', '{', '}'])
        .chain([(sheet.len(), "")])
    {
        let declaration = &sheet[start..end];
        let at = start + declaration.len() - declaration.trim_start().len();
        let (property, value) = declaration.trim().split_once(':').unwrap_or(("", ""));
        if is_physical(property.trim(), value.trim()) {
            let property = property.trim();
            faults.push((
                line(&sheet, at),
                format!("`{property}` is physical: use the logical one"),
            ));
        }
        start = (end + 1).min(sheet.len());
    }
    for foreign in [
        "@import",
        "url(http",
        "url(\"http",
        "url('http",
        "url(//",
        "url(\"//",
    ] {
        for (at, _) in sheet.match_indices(foreign) {
            faults.push((
                line(&sheet, at),
                format!("`{foreign}`: one sheet, from this guide only"),
            ));
        }
    }
    faults
}

pub fn dead_paths(_: &str, text: &str) -> Vec<Fault> {
    let prose = without_fences(text);
    let targets = prose.match_indices("](").filter_map(|(at, open)| {
        let target = prose[at + open.len()..].split([')', ' ', '#']).next()?;
        let is_local = !target.is_empty() && !target.contains(':');
        is_local.then_some((line(&prose, at), target))
    });
    let spans = code_spans(&prose)
        .into_iter()
        .filter(|(_, span)| is_repository_path(span));
    targets
        .chain(spans)
        .filter(|(_, path)| !exists(path))
        .map(|(line, path)| (line, format!("`{path}` does not exist")))
        .collect()
}

pub fn is_used(path: &str, sources: &[(String, String)], templates: &[(String, String)]) -> bool {
    let name = path.trim_start_matches("templates/");
    let by_struct = format!("path = \"{name}\"");
    let by_template = ["include", "extends", "import"].map(|word| format!("{word} \"{name}\""));
    sources.iter().any(|(_, text)| text.contains(&by_struct))
        || templates
            .iter()
            .any(|(file, text)| file != path && by_template.iter().any(|word| text.contains(word)))
}

/// What a page is about, for machines: data that no browser runs.
const DATA: &str = "<script type=\"application/ld+json\">{{ graph|safe }}</script>";

/// Whether a line is the element of a script that pages may refer to, and nothing else: a file of
/// its own with the hash of its bytes, which waits until the page is there; or data.
fn is_named_script(line: &str) -> bool {
    let element =
        |name| format!("<script src=\"{{{{ layout.asset(\"{name}\") }}}}\" defer></script>");
    line == DATA || SCRIPTS.iter().any(|name| line == element(name))
}

/// Whether a line has `name=` after a space, for a name that fits.
fn has_attribute(line: &str, fits: impl Fn(&str) -> bool) -> bool {
    line.match_indices('=').any(|(at, _)| {
        let before = line[..at].trim_end();
        let name = before
            .rsplit(|c: char| !(c.is_ascii_alphabetic()))
            .next()
            .unwrap_or("");
        let start = before.len() - name.len();
        (start == 0 || before[..start].ends_with([' ', '\t', '"', '\''])) && fits(name)
    })
}

fn is_physical(property: &str, value: &str) -> bool {
    let is_side = |word: &str| ["left", "right", "top", "bottom"].contains(&word);
    let is_size = ["width", "height"].contains(
        &property
            .trim_start_matches("min-")
            .trim_start_matches("max-"),
    );
    let is_axis = ["overflow-x", "overflow-y"].contains(&property);
    let by_value = ["text-align", "float", "clear"].contains(&property)
        && value
            .split_whitespace()
            .any(|word| ["left", "right"].contains(&word));
    let is_own = property.starts_with("--");
    !is_own && (property.split('-').any(is_side) || is_size || is_axis || by_value)
}

/// The text with what stands from `open` to `close` turned into spaces; line breaks stay.
fn blank_between(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(open) {
        let end = rest[at..]
            .find(close)
            .map_or(rest.len(), |end| at + end + close.len());
        kept.push_str(&rest[..at]);
        kept.extend(
            rest[at..end]
                .chars()
                .map(|c| if c == '\n' { '\n' } else { ' ' }),
        );
        rest = &rest[end..];
    }
    kept + rest
}

/// Markdown with the lines of fenced blocks emptied.
fn without_fences(text: &str) -> String {
    let mut fenced = false;
    text.lines().fold(String::new(), |kept, content| {
        let is_fence = content.trim_start().starts_with("```");
        fenced ^= is_fence;
        kept + if fenced || is_fence { "" } else { content } + "\n"
    })
}

/// Code spans of Markdown with their lines. A span may run over a line's end, not over a paragraph's.
fn code_spans(prose: &str) -> Vec<(usize, &str)> {
    let mut spans = Vec::new();
    let mut start = 0;
    for paragraph in prose.split_inclusive("\n\n") {
        let mut at = start;
        for (index, piece) in paragraph.split('`').enumerate() {
            if index % 2 == 1 {
                spans.push((line(prose, at), piece));
            }
            at += piece.len() + 1;
        }
        start += paragraph.len();
    }
    spans
}

/// Whether a code span points into the repository: `src/web.rs`, `LICENSE-MIT`; not `/roles` or `<id>`.
fn is_repository_path(span: &str) -> bool {
    let is_plain = span
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "._-/*".contains(c));
    let is_loud = |name: &str| name.chars().all(|c| c.is_ascii_uppercase() || c == '-');
    let is_below = span
        .split_once('/')
        .is_some_and(|(first, _)| FOLDERS.contains(&first));
    let is_document = span.strip_suffix(".md").is_some_and(is_loud);
    is_plain && (is_below || is_document || (span.starts_with("LICENSE-") && is_loud(span)))
}
