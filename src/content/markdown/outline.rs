//! A body in the making: parts and plain words, section by section.

use crate::site::{Block, Heading, Part, Section};

/// What has been read of a body.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) lead: Vec<Part>,
    pub(super) lead_text: String,
    pub(super) sections: Vec<Section>,
    /// The words of the section that is being read, or of what stands before the first.
    pub(super) text: String,
    /// The number of words up to `counted` in the text, and in all before it.
    pub(super) words: usize,
    counted: usize,
}

impl Outline {
    /// Adds a part at the end.
    pub(super) fn push(&mut self, part: Part) {
        match self.sections.last_mut() {
            Some(section) => section.parts.push(part),
            None => self.lead.push(part),
        }
    }

    /// Adds a block, with the words that a reader finds in it. Those of data are not the text's own.
    pub(super) fn push_block(&mut self, block: Block) {
        if let Block::Steps(steps) = &block {
            for step in &steps.steps {
                for words in [&step.title, &step.text.text] {
                    self.text.push_str(words);
                    self.text.push(' ');
                }
            }
        }
        self.push(Part::Block(block));
    }

    /// Begins a section; what follows belongs to it.
    pub(super) fn section(&mut self, id: String, title: String) {
        self.words += count(&title);
        self.sections.push(Section {
            id,
            title,
            parts: Vec::new(),
            headings: Vec::new(),
            text: String::new(),
        });
    }

    /// Records a heading below the section's own. What stands before the first section has none.
    pub(super) fn heading(&mut self, heading: Heading) {
        if let Some(section) = self.sections.last_mut() {
            section.headings.push(heading);
        }
    }

    /// Takes the words since `mark` out of the text; they count as read.
    pub(super) fn take_words(&mut self, mark: usize) {
        self.count();
        self.text.truncate(mark);
        self.counted = mark;
    }

    /// Adds code: it can be searched for, but nobody reads it at the pace of words.
    pub(super) fn push_code(&mut self, code: &str) {
        self.count();
        self.text.push_str(code);
        self.text.push(' ');
        self.counted = self.text.len();
    }

    fn count(&mut self) {
        self.words += count(&self.text[self.counted..]);
        self.counted = self.text.len();
    }

    /// Ends the section that is being read.
    pub(super) fn finish_text(&mut self) {
        self.count();
        let text = squeezed(&self.text);
        match self.sections.last_mut() {
            Some(section) => section.text = text,
            None => self.lead_text = text,
        }
        self.text.clear();
        self.counted = 0;
    }
}

/// The words with single spaces between them.
pub(super) fn squeezed(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// How many words a reader reads; a dash between two spaces is none.
fn count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}
