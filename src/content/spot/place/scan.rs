//! Reading tokens of TOML one after another, with as much state as a place needs.

use std::collections::HashMap;
use std::ops::Range;

use toml_parser::lexer::{Token, TokenKind};

use crate::content::pointer::{child, parent};

/// How deep a table is followed: no schema goes deeper, and paths cost as much as they are long.
const DEEPEST: usize = 32;

/// What may come next.
#[derive(Clone, Copy, PartialEq)]
pub enum State {
    Key,
    AfterKey,
    Value,
    AfterValue,
    Header,
    AfterHeader,
}

/// Brackets that are open.
pub struct Frame {
    pointer: String,
    /// The number of values before, if it is a list.
    index: Option<usize>,
}

/// A key that has been passed.
pub struct Seen {
    pub table: String,
    pub key: String,
    pub span: Range<usize>,
}

/// The state between two tokens.
pub struct Scan<'a> {
    pub text: &'a str,
    pub state: State,
    /// The table of the last header, and what is open in it.
    frames: Vec<Frame>,
    /// The parts of the key or header that is being read.
    pub keys: Vec<(String, Range<usize>)>,
    /// Whether the header has two brackets.
    is_list: bool,
    /// How many tables each list opened by headers has.
    lists: HashMap<String, usize>,
    pub seen: Vec<Seen>,
    /// The last word.
    last: Option<(String, Range<usize>)>,
}

impl<'a> Scan<'a> {
    /// Before the first token of a text.
    pub fn new(text: &'a str) -> Self {
        Scan {
            text,
            state: State::Key,
            frames: vec![Frame {
                pointer: String::new(),
                index: None,
            }],
            keys: Vec::new(),
            is_list: false,
            lists: HashMap::new(),
            seen: Vec::new(),
            last: None,
        }
    }

    /// Goes on behind a token.
    pub fn pass(&mut self, token: &Token) {
        let span = token.span().start()..token.span().end();
        match token.kind() {
            TokenKind::Newline => self.line_end(),
            TokenKind::LeftSquareBracket => self.bracket(),
            TokenKind::RightSquareBracket => self.bracket_end(),
            TokenKind::LeftCurlyBracket if self.state == State::Value => {
                self.open(None);
                self.state = State::Key;
            }
            TokenKind::RightCurlyBracket => self.close(),
            TokenKind::Comma => self.comma(),
            TokenKind::Dot if self.state == State::AfterKey => self.state = State::Key,
            TokenKind::Equals => self.equals(),
            TokenKind::Whitespace | TokenKind::Comment | TokenKind::Dot | TokenKind::Eof => {}
            _ => self.word(span),
        }
    }

    fn word(&mut self, span: Range<usize>) {
        let word = self.text[span.clone()].trim_matches(['"', '\'']).to_owned();
        self.last = Some((word.clone(), span.clone()));
        match self.state {
            State::Key => {
                self.push(word, span);
                self.state = State::AfterKey;
            }
            State::Header => self.push(word, span),
            State::Value => self.state = State::AfterValue,
            State::AfterKey | State::AfterValue | State::AfterHeader => {}
        }
    }

    fn push(&mut self, key: String, span: Range<usize>) {
        if self.keys.len() < DEEPEST {
            self.keys.push((key, span));
        }
    }

    fn line_end(&mut self) {
        if self.frames.len() == 1 {
            self.state = State::Key;
            self.keys.clear();
        }
    }

    fn equals(&mut self) {
        let is_list = self.frames.last().is_some_and(|top| top.index.is_some());
        if let (true, Some(last)) = (is_list, self.last.take()) {
            // No key can stand in a list: the one above has never been closed.
            self.frames.truncate(1);
            self.keys = vec![last];
            self.state = State::AfterKey;
        }
        if self.state != State::AfterKey {
            return;
        }
        self.state = State::Value;
        let mut table = self.frame().pointer.clone();
        for (key, span) in &self.keys {
            let pointer = child(&table, key);
            self.seen.push(Seen {
                table,
                key: key.clone(),
                span: span.clone(),
            });
            table = pointer;
        }
    }

    fn comma(&mut self) {
        let Some(top) = self
            .frames
            .last_mut()
            .filter(|_| self.state != State::Header)
        else {
            return;
        };
        match &mut top.index {
            Some(index) => {
                *index += 1;
                self.state = State::Value;
            }
            None => self.state = State::Key,
        }
        self.keys.clear();
    }

    fn bracket(&mut self) {
        match self.state {
            State::Key if self.frames.len() == 1 && self.keys.is_empty() => {
                self.state = State::Header;
                self.is_list = false;
            }
            State::Header if self.keys.is_empty() => self.is_list = true,
            State::Value => self.open(Some(0)),
            _ => {}
        }
    }

    fn bracket_end(&mut self) {
        if self.state != State::Header {
            return self.close();
        }
        self.state = State::AfterHeader;
        let pointer = self.header(self.keys.len(), self.is_list);
        if let Some((key, span)) = self.keys.last() {
            self.seen.push(Seen {
                table: self.header(self.keys.len() - 1, false),
                key: key.clone(),
                span: span.clone(),
            });
        }
        if self.is_list {
            *self.lists.entry(parent(&pointer).to_owned()).or_insert(0) += 1;
        }
        self.frames[0].pointer = pointer;
    }

    fn open(&mut self, index: Option<usize>) {
        let pointer = match self.frames.len() {
            ..DEEPEST => self.value(),
            _ => String::new(),
        };
        self.frames.push(Frame { pointer, index });
        self.keys.clear();
    }

    fn close(&mut self) {
        if self.frames.len() > 1 {
            self.frames.pop();
            self.state = State::AfterValue;
        }
    }

    /// The table that the next key belongs to.
    pub fn table(&self) -> String {
        self.keyed(&self.frame().pointer)
    }

    /// The path of the next value.
    pub fn value(&self) -> String {
        let top = self.frame();
        match top.index {
            Some(index) => child(&top.pointer, &index.to_string()),
            None => self.keyed(&top.pointer),
        }
    }

    fn keyed(&self, pointer: &str) -> String {
        let keys = self.keys.iter();
        keys.fold(pointer.to_owned(), |pointer, (key, _)| child(&pointer, key))
    }

    /// The path of the table whose header begins with so many of the keys; of a new one in a list
    /// if that is what the header opens.
    pub fn header(&self, length: usize, is_new: bool) -> String {
        let mut pointer = String::new();
        for (at, (key, _)) in self.keys.iter().take(length).enumerate() {
            pointer = child(&pointer, key);
            let count = self.lists.get(&pointer).copied();
            let is_last = at + 1 == length;
            pointer = match count {
                count if is_last && is_new => child(&pointer, &count.unwrap_or(0).to_string()),
                Some(count) => child(&pointer, &(count - 1).to_string()),
                None => pointer,
            };
        }
        pointer
    }

    fn frame(&self) -> &Frame {
        self.frames
            .last()
            .expect("the table itself is never closed")
    }
}
