//! What is wrong with the content, told to its author.

use std::cmp::Ordering;
use std::ops::Range;

use serde::Deserialize;

/// One mistake: where it is, what is wrong, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// The code in brackets, `fm-value`, by which `[check] allow` names the mistake.
    pub code: &'static str,
    /// What is wrong in the editor's words, with the value in back-ticks.
    pub message: String,
    /// The file inside the content folder: `roles/backend-developer.md`.
    pub file: String,
    /// The smallest wrong thing, in bytes of the file; none if the file as a whole is wrong.
    pub span: Option<Range<usize>>,
    /// What is expected at the caret.
    pub label: Option<String>,
    /// What to write instead, ready to copy, or the nearest name.
    pub help: Option<String>,
    /// What a program may write instead, if there is no doubt what was meant.
    pub fix: Option<Fix>,
    /// Another file that the message is about: `skills/sql.md` if that is what is missing. With it
    /// one knows which messages a change of that file can cause.
    pub about: Option<String>,
}

/// An edit that mends a mistake: these bytes of the file become this text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub span: Range<usize>,
    pub text: String,
}

/// How bad a mistake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The page is not public.
    Error,
    /// The page is public, but not as it should be.
    Warning,
}

impl Severity {
    /// The word before the code: `error`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl Diagnostic {
    /// An error at a place in a file.
    ///
    /// ```
    /// use career_guide::content::Diagnostic;
    ///
    /// let mistake = Diagnostic::error("fm-value", "roles/x.md", 14..23, "`publised` is not a status")
    ///     .label("one of: draft, review, published, archived")
    ///     .help("did you mean `published`?");
    /// assert_eq!(mistake.code, "fm-value");
    /// ```
    pub fn error(
        code: &'static str,
        file: &str,
        span: impl Into<Option<Range<usize>>>,
        message: impl Into<String>,
    ) -> Self {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            file: file.to_owned(),
            span: span.into(),
            label: None,
            help: None,
            fix: None,
            about: None,
        }
    }

    /// The same as a warning.
    pub fn warning(self) -> Self {
        Diagnostic {
            severity: Severity::Warning,
            ..self
        }
    }

    /// The same with words at the caret.
    pub fn label(self, label: impl Into<String>) -> Self {
        Diagnostic {
            label: Some(label.into()),
            ..self
        }
    }

    /// The same with a proposal.
    pub fn help(self, help: impl Into<String>) -> Self {
        Diagnostic {
            help: Some(help.into()),
            ..self
        }
    }

    /// The same with an edit, if there is one.
    pub fn fix(self, fix: impl Into<Option<Fix>>) -> Self {
        Diagnostic {
            fix: fix.into(),
            ..self
        }
    }

    /// The same about another file.
    pub fn about(self, file: impl Into<String>) -> Self {
        Diagnostic {
            about: Some(file.into()),
            ..self
        }
    }

    /// The order in which diagnostics are shown: by file, then by place.
    pub fn by_place(&self, other: &Self) -> Ordering {
        let key = |diagnostic: &Self| {
            let span = diagnostic.span.as_ref();
            span.map(|span| (span.start, span.end))
        };
        self.file
            .cmp(&other.file)
            .then_with(|| key(self).cmp(&key(other)))
            .then_with(|| self.code.cmp(other.code))
            .then_with(|| self.message.cmp(&other.message))
    }
}
