//! `[^name]`: a source of the document, or a note with words of its own.

use std::collections::HashMap;
use std::ops::Range;

use slug::slugify;

use crate::site::Note;

use super::destination::short;
use super::escape;
use super::writer::{Shape, Writer};
use crate::content::Diagnostic;
use crate::content::near::{did_you_mean, nearest, only_name};

/// Mentions and words of notes; a snippet's notes are its own.
#[derive(Default)]
pub(super) struct Notes {
    /// How often each source has been cited, by its place in the list.
    cited: HashMap<usize, usize>,
    /// Notes in the order of their first mention.
    mentioned: Vec<Mentioned>,
    by_name: HashMap<Name, usize>,
    /// Notes by name.
    defined: HashMap<Name, Defined>,
    open: Vec<OpenNote>,
}

/// The snippet that a note stands in, and its label in lower case.
type Name = (Option<String>, String);

struct Mentioned {
    name: Name,
    id: String,
}

/// A note that has been read.
struct Defined {
    html: String,
    /// Where its name stands in the file.
    at: Range<usize>,
}

struct OpenNote {
    name: Name,
    /// Where its name stands in the file.
    at: Range<usize>,
    /// Where its words begin in the HTML and in the plain text.
    html: usize,
    text: usize,
}

impl Writer<'_> {
    /// Writes the mention of a source.
    pub(super) fn cite(&mut self, source: usize, range: Range<usize>) {
        if !self.may_mention(&range) {
            return;
        }
        let number = source + 1;
        let name = &self.sources[source];
        self.cited.insert(name.clone());
        let count = self.notes.cited.entry(source).or_insert(0);
        *count += 1;
        let id = match *count {
            1 => format!("cite-{name}"),
            _ => self.ids.unique(&format!("cite-{name}")),
        };
        let label = format!("Source {number}");
        self.number("cite", &format!("source-{name}"), &id, &label, number);
    }

    /// Writes the mention of a name that the text defines.
    pub(super) fn mention(&mut self, label: &str, range: Range<usize>) {
        if let Some(source) = self.sources.iter().position(|source| source == label) {
            return self.cite(source, range);
        }
        if !self.may_mention(&range) {
            return;
        }
        let name = self.note_name(label);
        let index = match self.notes.by_name.get(&name) {
            Some(index) => *index,
            None => self.first_mention(name, label),
        };
        let number = self.sources.len() + index + 1;
        let note = self.notes.mentioned[index].id.clone();
        let id = self.ids.unique(&note.replacen("note-", "noteref-", 1));
        self.number("note", &note, &id, &format!("Note {number}"), number);
    }

    fn first_mention(&mut self, name: Name, label: &str) -> usize {
        let index = self.notes.mentioned.len();
        let slug = match slugify(label) {
            slug if slug.is_empty() => (index + 1).to_string(),
            slug => slug,
        };
        let id = self.ids.unique(&format!("note-{slug}"));
        self.notes.by_name.insert(name.clone(), index);
        self.notes.mentioned.push(Mentioned { name, id });
        index
    }

    /// Writes a raised number that leads to `target`.
    fn number(&mut self, class: &str, target: &str, id: &str, label: &str, number: usize) {
        if !self.open.links.is_empty() {
            // A link cannot stand in a link.
            self.html
                .push_str(&format!("<sup class=\"{class}\">{number}</sup>"));
            return;
        }
        self.html
            .push_str(&format!("<sup class=\"{class}\"><a href=\"#"));
        escape::address(&mut self.html, target);
        self.html.push_str("\" id=\"");
        escape::attribute(&mut self.html, id);
        self.html.push_str("\" aria-label=\"");
        escape::attribute(&mut self.html, label);
        self.html.push_str(&format!("\">{number}</a></sup>"));
    }

    /// Whether a number can stand here; tells if not.
    fn may_mention(&mut self, range: &Range<usize>) -> bool {
        if self.open.image.is_some() {
            return false;
        }
        if self.shape != Shape::Body {
            self.refuse("a source or a note is mentioned in a field", range);
            return false;
        }
        if self.open.heading.is_some() {
            let message = "a source or a note is mentioned in a heading";
            let error = self.error("md-footnote", range.clone(), message);
            self.say(error.label("the first sentence below can carry it"));
            return false;
        }
        true
    }

    /// `[^name]` that neither a source nor the text defines.
    pub(super) fn undefined_note(&mut self, label: &str, range: Range<usize>) {
        if !self.may_mention(&range) {
            return;
        }
        let message = format!("`[^{}]` is neither a source nor a note", short(label));
        let error = self.error("md-footnote", range.clone(), message);
        let ids = self.sources.iter().map(String::as_str);
        let sure = only_name(label, ids.clone());
        let fix = sure.and_then(|sure| self.edit(range, format!("[^{sure}]")));
        let near = nearest(label, ids);
        let error = error.fix(fix);
        self.say(match near {
            Some(near) => error.help(did_you_mean(&format!("[^{near}]"))),
            None => error.label("an id of a [[source]] in the front matter"),
        });
    }

    pub(super) fn start_note(&mut self, label: &str, range: Range<usize>) {
        let definition = &self.reading.text[range.clone()];
        let start = range.start..range.start + definition.find("]:").map_or(0, |end| end + 1);
        if self.shape != Shape::Body {
            self.refuse("a note stands in a field", &range);
            self.paragraphs += 2;
        } else if self.sources.iter().any(|source| source == label) {
            let message = format!("`{label}` is a source already");
            let error = self.error("md-footnote", start.clone(), message);
            self.say(error.label("a note needs another name"));
        } else if self.notes.defined.contains_key(&self.note_name(label)) {
            let message = format!("`[^{}]` has two notes", short(label));
            let error = self.error("md-footnote", start.clone(), message);
            self.say(error.label("the other note stands above"));
        }
        self.open.containers += 1;
        self.notes.open.push(OpenNote {
            name: self.note_name(label),
            at: self.reading.origin.span(start),
            html: self.html.len(),
            text: self.outline.text.len(),
        });
    }

    pub(super) fn end_note(&mut self) {
        self.open.containers -= 1;
        let Some(note) = self.notes.open.pop() else {
            return;
        };
        let html = self.html.split_off(note.html);
        self.outline.take_words(note.text);
        let defined = Defined { html, at: note.at };
        self.notes.defined.entry(note.name).or_insert(defined);
    }

    /// The notes that the text mentions, each with a way back to its first mention.
    pub(super) fn finish_notes(&mut self) -> Vec<Note> {
        let notes = std::mem::take(&mut self.notes);
        let mut defined = notes.defined;
        let numbered = (self.sources.len() + 1..).zip(notes.mentioned);
        let found: Vec<Note> = numbered
            .filter_map(|(number, Mentioned { name, id })| {
                let html = with_way_back(defined.remove(&name)?.html, &id);
                Some(Note { id, number, html })
            })
            .collect();
        for ((_, label), Defined { at, .. }) in defined {
            // What has the name of a source has been told of.
            if !self.sources.contains(&label) {
                let message = format!("nothing leads to the note `[^{}]`", short(&label));
                let unused = Diagnostic::error("md-footnote-unused", self.place.file, at, message);
                let label = format!("write `[^{}]` where the note belongs", short(&label));
                self.say(unused.warning().label(label));
            }
        }
        found
    }

    fn note_name(&self, label: &str) -> Name {
        (
            self.reading.snippet.map(str::to_owned),
            label.to_lowercase(),
        )
    }
}

/// The HTML of a note with a link to its mention at the end of the last paragraph.
fn with_way_back(mut html: String, id: &str) -> String {
    let target = id.replacen("note-", "noteref-", 1);
    let back = format!(
        " <a class=\"back\" href=\"#{target}\" aria-label=\"Back to the text\">↩\u{fe0e}</a>"
    );
    match html.strip_suffix("</p>\n") {
        Some(paragraphs) => {
            html.truncate(paragraphs.len());
            html + &back + "</p>\n"
        }
        None => format!("{html}<p>{}</p>\n", back.trim_start()),
    }
}
