//! Where headings and fences stand in a text, for whoever writes in it.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use slug::slugify;

use crate::site::Kind;

use super::ids::Ids;
use super::outline::squeezed;
use super::writer::OPTIONS;

/// A heading, at its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingPlace {
    /// 2 for a section.
    pub level: u8,
    pub title: String,
    /// The fragment by which links name the place; none for the headings of answers that are folded.
    pub anchor: Option<String>,
    /// The whole heading, with its marks.
    pub span: Range<usize>,
}

/// A fence, at its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FencePlace {
    /// What stands after the marks that open it.
    pub info: Range<usize>,
    /// The lines between its marks.
    pub inside: Range<usize>,
}

/// The headings of a document's text, which is `range` of the file.
pub fn headings(text: &str, range: Range<usize>, kind: Option<Kind>) -> Vec<HeadingPlace> {
    let mut ids = Ids::of(kind);
    let mut headings = Vec::new();
    let mut open: Option<HeadingPlace> = None;
    let mut containers = 0;
    for (event, at) in Parser::new_ext(&text[range.clone()], OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let least = if containers == 0 { 2 } else { 3 };
                open = Some(HeadingPlace {
                    level: (level as u8).max(least),
                    title: String::new(),
                    anchor: id.map(|id| slugify(&*id)),
                    span: range.start + at.start..range.start + at.end,
                });
            }
            Event::End(TagEnd::Heading(_)) => {
                headings.extend(
                    open.take()
                        .map(|it| finished(it, text, containers, &mut ids)),
                );
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut open {
                    heading.title.push_str(&words);
                }
            }
            Event::Start(tag) => containers += usize::from(is_container(&tag.to_end())),
            Event::End(tag) => containers -= usize::from(is_container(&tag)),
            _ => {}
        }
    }
    headings
}

/// The same ids as the page has.
fn finished(open: HeadingPlace, text: &str, containers: usize, ids: &mut Ids) -> HeadingPlace {
    let title = squeezed(&open.title);
    let end = open.span.start + text[open.span.clone()].trim_end().len();
    let wanted = open.anchor.unwrap_or_else(|| slugify(&title));
    let wanted = if wanted.is_empty() {
        "section"
    } else {
        &wanted
    };
    let is_answer = open.level == 4 && title == "Answer" && containers == 0;
    HeadingPlace {
        anchor: match open.level {
            _ if is_answer => None,
            2 => Some(ids.section(wanted)),
            _ => Some(ids.heading(wanted)),
        },
        title,
        span: open.span.start..end,
        ..open
    }
}

fn is_container(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition
    )
}

/// The fences of a text, which is `range` of the file.
pub fn fences(text: &str, range: Range<usize>) -> Vec<FencePlace> {
    let mut fences = Vec::new();
    for (event, at) in Parser::new_ext(&text[range.clone()], OPTIONS).into_offset_iter() {
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) = event {
            fences.push(fence(text, range.start + at.start..range.start + at.end));
        }
    }
    fences
}

/// A fence cut at its first line and, if it is closed, at its last.
fn fence(text: &str, at: Range<usize>) -> FencePlace {
    let whole = &text[at.clone()];
    let mark = |c: char| c == '`' || c == '~';
    let first = whole.find('\n').map_or(whole.len(), |end| end + 1);
    let marks = whole.len() - whole.trim_start_matches(mark).len();
    let info_end = whole[..first].trim_end().len().max(marks);
    let rest = whole[first..].trim_end();
    let last = rest.rfind('\n').map_or(0, |end| end + 1);
    let closing = rest[last..].trim_start_matches([' ', '\t', '>']);
    let is_closed = closing.len() >= marks && closing.trim_matches(mark).is_empty();
    let inside_end = match is_closed && first > marks {
        true => first + last,
        false => whole.len(),
    };
    FencePlace {
        info: at.start + marks..at.start + info_end,
        inside: at.start + first..at.start + inside_end.max(first),
    }
}

#[cfg(test)]
mod tests {
    use super::{fences, headings};
    use crate::site::Kind;

    #[test]
    fn headings_have_the_anchors_of_the_page() {
        let text = "+++\n+++\n# A\n\n## Four levels\r\n\nx\n\n> ## B\n\n```\n## no\n```\n\n## B `c` {#d}\n\n#### Answer\n";
        let found = headings(text, 8..text.len(), Some(Kind::Skill));
        let found: Vec<_> = found
            .iter()
            .map(|it| {
                (
                    it.level,
                    &*it.title,
                    it.anchor.as_deref(),
                    &text[it.span.clone()],
                )
            })
            .collect();
        let expected = [
            (2, "A", Some("a"), "# A"),
            (2, "Four levels", Some("levels"), "## Four levels"),
            (3, "B", Some("b"), "## B"),
            (2, "B c", Some("d"), "## B `c` {#d}"),
            (4, "Answer", None, "#### Answer"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn fences_are_cut_at_their_marks() {
        for (text, info, inside) in [
            ("```@chart\na = 1\n```\n", "@chart", "a = 1\n"),
            ("~~~~ @chart\r\na\r\n~~~~\r\n", " @chart", "a\r\n"),
            ("```@ch", "@ch", ""),
            ("```@chart\na = ", "@chart", "a = "),
            ("```\n```", "", ""),
            ("````\n```\n````", "", "```\n"),
        ] {
            let text = format!("é\n\n{text}");
            let found = fences(&text, 4..text.len());
            let found: Vec<_> = found
                .into_iter()
                .map(|it| (&text[it.info], &text[it.inside]))
                .collect();
            assert_eq!(found, [(info, inside)], "{text}");
        }
    }
}
