//! Fences: code with colours, or a block that a page draws.

mod fence;

use std::ops::Range;

use super::super::blocks::{self, Fence, Found, What};
use super::super::fields::Place;
use super::super::{Diagnostic, Fix, Reference};
use super::escape;
use super::origin::Origin;
use super::writer::{Reading, Shape, Writer};
use crate::content::near::{did_you_mean, nearest};

/// Code that is being read.
pub(super) struct Code {
    is_fenced: bool,
    /// What stands after the opening fence.
    info: String,
    text: String,
    /// The whole fence.
    range: Range<usize>,
    /// The lines between the fences.
    inside: Option<Range<usize>>,
}

impl Code {
    pub(super) fn push(&mut self, text: &str, range: Range<usize>) {
        self.text.push_str(text);
        let start = self.inside.as_ref().map_or(range.start, |at| at.start);
        self.inside = Some(start..range.end);
    }
}

impl<'a> Writer<'a> {
    /// Begins code: `info` is what stands after its fence, nothing if it is indented.
    pub(super) fn start_code(&mut self, info: Option<&str>, range: Range<usize>) {
        let is_fenced = info.is_some();
        let info = info.unwrap_or_default();
        match info.starts_with('@') {
            true => self.paragraphs += 2,
            false => self.refuse_block("code", &range),
        }
        self.open.code = Some(Code {
            is_fenced,
            info: info.to_owned(),
            text: String::new(),
            range,
            inside: None,
        });
    }

    pub(super) fn end_code(&mut self) {
        let Some(code) = self.open.code.take() else {
            return;
        };
        let told = code.is_fenced && self.tell_of_fence(&code);
        match code.info.starts_with('@') {
            // What an open block swallows is not its fields.
            true if told => {}
            true => self.block(&code),
            false => {
                self.check_name(&code);
                self.code(&code);
            }
        }
    }

    /// The name of a block without its `@` is the name of no language.
    fn check_name(&mut self, code: &Code) {
        let name = code.info.trim();
        if !blocks::NAMES.contains(&name) {
            return;
        }
        let Some(found) = self.reading.text[code.range.clone()].find(name) else {
            return;
        };
        let at = code.range.start + found..code.range.start + found + name.len();
        let error = self.error(
            "block-unknown",
            at.clone(),
            format!("`{name}` is no language"),
        );
        let fix = self.edit(at, format!("@{name}"));
        let error = error.label("the name of a block begins with `@`");
        self.say(error.help(did_you_mean(&format!("@{name}"))).fix(fix));
    }

    fn code(&mut self, code: &Code) {
        let language = code.info.split([' ', '\t', ',', '{']).next();
        let language = language.unwrap_or_default().to_ascii_lowercase();
        self.html
            .push_str("<pre tabindex=\"0\" class=\"code\"><code");
        if !language.is_empty() {
            self.html.push_str(" class=\"language-");
            escape::attribute(&mut self.html, &language);
            self.html.push('"');
        }
        self.html.push('>');
        let highlighter = &self.place.names.highlighter;
        self.html.push_str(&highlighter.html(&language, &code.text));
        self.html.push_str("</code></pre>\n");
        self.outline.push_code(&code.text);
    }

    fn block(&mut self, code: &Code) {
        let fence = self.fence(code);
        let place = Place {
            text: self.reading.text,
            ..self.place
        };
        if self.shape != Shape::Body {
            self.refuse("a block stands in a field", &fence.name_at);
        } else if self.open.containers > 0 {
            let message = format!("`@{}` stands in a list, a quote or a note", fence.name);
            let error = self.error("block-field", fence.name_at, message);
            self.say(error.label("a block stands alone"));
        } else {
            let found = blocks::read(place, &fence);
            let what = self.take(found);
            match what {
                Some(What::Block(block)) => {
                    self.flush();
                    self.outline.push_block(block);
                }
                Some(What::Include(snippet)) => self.include(&snippet, &fence),
                None => {}
            }
        }
    }

    /// Where the block's name and fields stand.
    fn fence(&mut self, code: &Code) -> Fence<'a> {
        let text = self.reading.text;
        let fence = &text[code.range.clone()];
        let first = fence.lines().next().unwrap_or_default();
        let at = first.find('@').unwrap_or(0);
        let name = first[at..].split_whitespace().next().unwrap_or_default();
        let name_at = code.range.start + at..code.range.start + at + name.len();
        let after = first[at + name.len()..].trim();
        if !after.is_empty() && name != "@" {
            let start = name_at.end + (first[at + name.len()..].find(after).unwrap_or(0));
            let message = format!("`{name}` is followed by words");
            let error = self.error("block-field", start..start + after.len(), message);
            self.say(error.label("the fields stand on the lines below"));
        }
        let end = code.range.start + first.len();
        Fence {
            name: name.trim_start_matches('@'),
            name_at,
            body: code.inside.clone().unwrap_or(end..end),
        }
    }

    /// Takes over what was found at places of the text that is being read.
    fn take(&mut self, found: Found) -> Option<What> {
        let origin = &self.reading.origin;
        self.references
            .extend(found.references.into_iter().map(|reference| Reference {
                span: origin.span(reference.span),
                ..reference
            }));
        self.diagnostics
            .extend(found.diagnostics.into_iter().map(|diagnostic| Diagnostic {
                span: diagnostic.span.map(|span| origin.span(span)),
                fix: diagnostic.fix.and_then(|fix| {
                    let span = origin.exact(fix.span)?;
                    Some(Fix { span, ..fix })
                }),
                ..diagnostic
            }));
        found.what
    }

    /// Writes a snippet in place of the block that names it.
    fn include(&mut self, name: &str, fence: &Fence) {
        let names = self.place.names;
        let at = blocks::value_at(self.reading.text, &fence.body, name);
        if self.reading.snippet.is_some() {
            let error = self.error("block-field", at, "a snippet includes another");
            return self.say(error.label("a snippet holds its own words"));
        }
        let Some((name, text)) = names.snippets.get_key_value(name) else {
            if names.unread_snippets {
                return;
            }
            let message = format!("there is no snippet `{name}`");
            let error = self.error("ref-unknown", at, message);
            let near = nearest(name, names.snippets.keys().map(String::as_str));
            return self.say(match near {
                Some(near) => error.help(did_you_mean(near)),
                None => error.label("the name of a file in snippets/, without .md"),
            });
        };
        let origin = Origin::Whole(self.reading.origin.span(at));
        let reading = Reading::new(text, origin, Some(name));
        let outer = std::mem::replace(&mut self.reading, reading);
        self.write();
        self.reading = outer;
    }
}
