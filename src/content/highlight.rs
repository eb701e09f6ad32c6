//! Code to HTML with a handful of classes, so that a page needs no script to colour it.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::markdown::escape;

/// Knows the grammars of programming languages. They are unpacked when the first code is seen, once
/// for a Highlighter and all its clones, and what has been coloured is not coloured again.
#[derive(Clone, Default)]
pub struct Highlighter {
    /// Whether code stays as it is: for those who only ask what is wrong.
    plain: bool,
    grammars: Arc<OnceLock<Grammars>>,
    coloured: Arc<Mutex<HashMap<(String, String), String>>>,
}

/// How many pieces of coloured code are kept. Colouring is most of the work of a load.
const MOST_KEPT: usize = 20_000;

struct Grammars {
    syntaxes: SyntaxSet,
    classes: Vec<(Scope, Option<&'static str>)>,
}

/// The words of editors and the grammars that read them. Languages without a grammar, and words that
/// are not here, give plain text.
const LANGUAGES: [(&str, &str); 23] = [
    ("bash", "sh"),
    ("c", "c"),
    ("csharp", "cs"),
    ("css", "css"),
    ("diff", "diff"),
    ("go", "go"),
    ("html", "html"),
    ("java", "java"),
    ("javascript", "js"),
    ("js", "js"),
    ("json", "json"),
    ("makefile", "make"),
    ("php", "php"),
    ("python", "py"),
    ("ruby", "rb"),
    ("rust", "rs"),
    ("sh", "sh"),
    ("shell", "sh"),
    ("sql", "sql"),
    ("ts", "js"),
    ("typescript", "js"),
    ("xml", "xml"),
    ("yaml", "yaml"),
];

/// The beginnings of a grammar's scopes and the class they get, the innermost scope first: `h-c`
/// comment, `h-s` text, `h-k` keyword, `h-n` number or constant, `h-f` name, `h-i` and `h-d` lines
/// inserted and deleted. Some scopes end the search, so that code inside a text is not text.
const CLASSES: [(&str, Option<&str>); 18] = [
    ("comment", Some("h-c")),
    ("meta.diff", Some("h-c")),
    ("constant.character.escape", Some("h-s")),
    ("string", Some("h-s")),
    ("keyword", Some("h-k")),
    ("storage", Some("h-k")),
    ("variable.language", Some("h-k")),
    ("constant", Some("h-n")),
    ("entity.name", Some("h-f")),
    ("entity.other.attribute-name", Some("h-f")),
    ("entity.other.inherited-class", Some("h-f")),
    ("support.function", Some("h-f")),
    ("support.type", Some("h-f")),
    ("support.class", Some("h-f")),
    ("variable.function", Some("h-f")),
    ("markup.inserted", Some("h-i")),
    ("markup.deleted", Some("h-d")),
    ("source", None),
];

/// Longer code, and code with a longer line, stays plain: grammars are made for what people read.
const LONGEST_CODE: usize = 64 * 1024;
const LONGEST_LINE: usize = 1024;

impl Highlighter {
    /// One that colours nothing.
    pub fn plain() -> Self {
        Highlighter {
            plain: true,
            ..Highlighter::default()
        }
    }

    /// The code as HTML; escaped, and plain if the language is not known.
    ///
    /// `let x = 1;` in `rust` is `<span class="h-k">let</span> x = <span class="h-n">1</span>;`.
    pub fn html(&self, language: &str, code: &str) -> String {
        let coloured = match language {
            _ if self.plain || is_too_long(code) => None,
            "console" => Some(self.session(code)),
            language => self.coloured(language, code),
        };
        coloured.unwrap_or_else(|| {
            let mut html = String::with_capacity(code.len());
            escape::text(&mut html, code);
            html
        })
    }

    fn coloured(&self, language: &str, code: &str) -> Option<String> {
        let (_, token) = LANGUAGES.iter().find(|(word, _)| *word == language)?;
        let key = ((*token).to_owned(), code.to_owned());
        if let Some(html) = self.kept().get(&key) {
            return Some(html.clone());
        }
        let grammars = self.grammars.get_or_init(Grammars::unpack);
        let syntax = grammars.syntaxes.find_syntax_by_token(token)?;
        let html = grammars.html(syntax, code)?;
        let mut kept = self.kept();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(key, html.clone());
        Some(html)
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<(String, String), String>> {
        self.coloured.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What one types after `$ ` is shell; what the machine answers is plain.
    fn session(&self, code: &str) -> String {
        let mut html = String::with_capacity(2 * code.len());
        for line in LinesWithEndings::from(code) {
            let command = line.strip_prefix("$ ");
            match command.and_then(|command| self.coloured("sh", command)) {
                Some(command) => {
                    html.push_str("$ ");
                    html.push_str(&command);
                }
                None => escape::text(&mut html, line),
            }
        }
        html
    }
}

impl fmt::Debug for Highlighter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Highlighter").finish_non_exhaustive()
    }
}

fn is_too_long(code: &str) -> bool {
    code.len() > LONGEST_CODE || code.lines().any(|line| line.len() > LONGEST_LINE)
}

impl Grammars {
    fn unpack() -> Self {
        let scope = |name| Scope::new(name).expect("a scope of at most eight words");
        Grammars {
            syntaxes: SyntaxSet::load_defaults_newlines(),
            classes: CLASSES.map(|(name, class)| (scope(name), class)).into(),
        }
    }

    /// The code with spans; none if the grammar fails.
    fn html(&self, syntax: &SyntaxReference, code: &str) -> Option<String> {
        let mut state = ParseState::new(syntax);
        let mut scopes = ScopeStack::new();
        let mut spans = Spans::default();
        for line in LinesWithEndings::from(code) {
            let mut from = 0;
            for (to, change) in state.parse_line(line, &self.syntaxes).ok()? {
                spans.push(&line[from..to], || self.class(&scopes));
                scopes.apply(&change).ok()?;
                from = to;
            }
            spans.push(&line[from..], || self.class(&scopes));
        }
        Some(spans.close())
    }

    fn class(&self, scopes: &ScopeStack) -> Option<&'static str> {
        let of = |scope: &Scope| {
            let mut classes = self.classes.iter();
            classes.find_map(|(start, class)| start.is_prefix_of(*scope).then_some(*class))
        };
        scopes.as_slice().iter().rev().find_map(of).flatten()
    }
}

/// HTML of coloured pieces, neighbours of one class in one span.
#[derive(Default)]
struct Spans {
    html: String,
    open: Option<&'static str>,
}

impl Spans {
    fn push(&mut self, piece: &str, class: impl FnOnce() -> Option<&'static str>) {
        if piece.is_empty() {
            return;
        }
        // Space has no colour of its own, and a sign that a grammar calls a keyword needs none.
        if !piece.trim().is_empty() {
            let is_word = piece.contains(char::is_alphanumeric);
            let class = class().filter(|class| is_word || *class != "h-k");
            self.open(class);
        }
        escape::text(&mut self.html, piece);
    }

    fn open(&mut self, class: Option<&'static str>) {
        if self.open == class {
            return;
        }
        if self.open.is_some() {
            self.html.push_str("</span>");
        }
        if let Some(class) = class {
            self.html.push_str(&format!("<span class=\"{class}\">"));
        }
        self.open = class;
    }

    fn close(mut self) -> String {
        let space = self.html.trim_end().len();
        let space = self.html.split_off(space);
        self.open(None);
        self.html + &space
    }
}

#[cfg(test)]
mod tests {
    use super::Highlighter;

    #[test]
    fn code_is_coloured_with_few_classes() {
        let highlighter = Highlighter::default();
        for (language, code, html) in [
            (
                "rust",
                "let x = 1; // one\n",
                "<span class=\"h-k\">let</span> x = <span class=\"h-n\">1</span>; \
                 <span class=\"h-c\">// one</span>\n",
            ),
            (
                "sql",
                "SELECT 'a<b'\n",
                "<span class=\"h-k\">SELECT </span><span class=\"h-s\">'a&lt;b'</span>\n",
            ),
            (
                "console",
                "$ echo 1\n<1>\n",
                "$ <span class=\"h-f\">echo</span> 1\n&lt;1&gt;\n",
            ),
            (
                "diff",
                "-old\n+new\n",
                "<span class=\"h-d\">-old\n</span><span class=\"h-i\">+new</span>\n",
            ),
            ("brainfuck", "<+>\n", "&lt;+&gt;\n"),
        ] {
            assert_eq!(highlighter.html(language, code), html);
        }
    }

    #[test]
    fn every_language_word_leads_to_a_grammar() {
        let highlighter = Highlighter::default();
        for (word, _) in super::LANGUAGES {
            assert!(highlighter.coloured(word, "x\n").is_some(), "{word}");
        }
    }

    #[test]
    fn code_too_long_to_read_stays_plain() {
        let line = format!("let x = \"{}\";\n", "x".repeat(2000));
        assert!(!Highlighter::default().html("rust", &line).contains("<span"));
    }
}
