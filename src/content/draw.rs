//! Diagnostics as text for a terminal, an editor's program and a code host.

mod line;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
pub use line::{json, json_schema};

/// One line, for problem matchers: `roles/x.md:4:10: error[fm-value]: …`.
///
/// `text` is the text of the file and `path` the name under which to show it.
pub fn short(diagnostic: &Diagnostic, text: &str, path: &str) -> String {
    let (line, column) = position(diagnostic, text);
    let Diagnostic {
        severity,
        code,
        message,
        ..
    } = diagnostic;
    format!(
        "{path}:{line}:{column}: {}[{code}]: {message}",
        severity.word()
    )
}

/// The lines of the file with a caret at the place, what is expected there, and a proposal.
pub fn human(diagnostic: &Diagnostic, text: &str, path: &str) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code);
    let group = match &diagnostic.span {
        Some(span) => {
            let end = span.end.min(text.len());
            let mark = AnnotationKind::Primary
                .span(span.start.min(end)..end)
                .label(diagnostic.label.as_deref());
            title.element(Snippet::source(text).path(path).annotation(mark))
        }
        None => {
            let group = title.element(Origin::path(path));
            match &diagnostic.label {
                Some(label) => group.element(Level::NOTE.message(label.as_str())),
                None => group,
            }
        }
    };
    let mut report = vec![group];
    if let Some(help) = &diagnostic.help {
        report.push(Group::with_title(
            Level::HELP.secondary_title(help.as_str()),
        ));
    }
    Renderer::plain().render(&report)
}

/// A workflow command of GitHub Actions, which marks the line in a pull request.
pub fn github(diagnostic: &Diagnostic, text: &str, path: &str) -> String {
    let (line, column) = position(diagnostic, text);
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let escaped = |text: &str| {
        text.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let property = |text: &str| escaped(text).replace(':', "%3A").replace(',', "%2C");
    let mut message = diagnostic.message.clone();
    for more in [&diagnostic.label, &diagnostic.help].into_iter().flatten() {
        message.push('\n');
        message.push_str(more);
    }
    format!(
        "::{level} file={},line={line},col={column},title={}::{}",
        property(path),
        diagnostic.code,
        escaped(&message)
    )
}

/// Line and column, from 1, the column in characters; 1:1 for a file as a whole.
pub fn position(diagnostic: &Diagnostic, text: &str) -> (usize, usize) {
    match &diagnostic.span {
        Some(span) => position_at(text, span.start),
        None => (1, 1),
    }
}

/// Line and column of an offset, from 1.
fn position_at(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count());
    (line, column + 1)
}

#[cfg(test)]
mod tests {
    use super::{github, human, json, short};
    use crate::content::{Diagnostic, Fix};

    const TEXT: &str = "+++\ntitle = \"é\"\n\nstatus = \"publised\"\n";

    fn diagnostic() -> Diagnostic {
        Diagnostic::error(
            "fm-value",
            "roles/x.md",
            27..37,
            "`publised` is not a status",
        )
        .label("one of: draft, review, published, archived")
        .help("did you mean `published`?")
        .fix(Fix {
            span: 28..36,
            text: "published".to_owned(),
        })
    }

    #[test]
    fn a_diagnostic_is_drawn_with_its_line() {
        let drawn = human(&diagnostic(), TEXT, "content/roles/x.md");
        let expected = "\
error[fm-value]: `publised` is not a status
 --> content/roles/x.md:4:10
  |
4 | status = \"publised\"
  |          ^^^^^^^^^^ one of: draft, review, published, archived
  |
help: did you mean `published`?";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn columns_count_characters() {
        let diagnostic = Diagnostic::error("x", "f", 15..16, "m").warning();
        assert_eq!(short(&diagnostic, TEXT, "f"), "f:2:11: warning[x]: m");
    }

    #[test]
    fn programs_get_one_line() {
        assert_eq!(
            json(&diagnostic(), TEXT, "f"),
            r#"{"path":"f","line":4,"column":10,"end_line":4,"end_column":20,"level":"error","code":"fm-value","message":"`publised` is not a status","label":"one of: draft, review, published, archived","help":"did you mean `published`?","fix":{"start":28,"end":36,"text":"published"}}"#
        );
        assert_eq!(
            github(&diagnostic(), TEXT, "f"),
            "::error file=f,line=4,col=10,title=fm-value::`publised` is not a status%0Aone of: \
             draft, review, published, archived%0Adid you mean `published`?"
        );
    }
}
