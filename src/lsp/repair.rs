//! Edits that mend mistakes: those that are sure, and those where the help of a message is what to
//! write instead.

use std::collections::HashMap;
use std::ops::Range;

use gen_lsp_types as lsp;

use super::desk::Desk;
use super::lines::Lines;
use super::publish::shown;
use crate::content::Diagnostic;

/// The codes whose help is the whole text to write in place of what is marked.
const LITERAL: [&str; 4] = ["link-bare", "link-root", "link-scheme", "link-self-site"];

/// The edits that mend mistakes in a range of a file.
pub fn repairs(desk: &Desk, asked: &lsp::CodeActionParams) -> Option<Vec<lsp::CodeActionResponse>> {
    let is_wanted = |kind: &lsp::CodeActionKind| {
        matches!(
            kind,
            lsp::CodeActionKind::QuickFix | lsp::CodeActionKind::Empty
        )
    };
    if asked
        .context
        .only
        .as_ref()
        .is_some_and(|only| !only.iter().any(is_wanted))
    {
        return None;
    }
    let (file, text) = desk.file(&asked.text_document.uri)?;
    // Places in a text that has changed since are not where they were.
    if !desk.is_fresh(&file) {
        return None;
    }
    let lines = Lines::of(text);
    let wanted = lines.span(&asked.range);
    let touches = |it: &&Diagnostic| {
        let span = it.span.as_ref();
        span.is_some_and(|span| span.start <= wanted.end && wanted.start <= span.end)
    };
    let own = desk.survey.diagnostics.iter().filter(|it| it.file == file);
    let actions = own.filter(touches).filter_map(|diagnostic| {
        let sure = diagnostic.fix.as_ref();
        let sure = sure.map(|fix| (fix.span.clone(), fix.text.clone()));
        let is_sure = sure.is_some();
        let (span, new_text) = sure.or_else(|| replacement(diagnostic, text))?;
        let range = lines.range(&span);
        let title = title(&new_text);
        let edit = lsp::TextEdit { range, new_text };
        let changes = HashMap::from([(asked.text_document.uri.clone(), vec![edit])]);
        let action = lsp::CodeAction {
            title,
            kind: Some(lsp::CodeActionKind::QuickFix),
            diagnostics: Some(vec![shown(diagnostic, &lines)]),
            is_preferred: Some(is_sure),
            edit: Some(lsp::WorkspaceEdit {
                changes: Some(changes),
                ..lsp::WorkspaceEdit::default()
            }),
            ..lsp::CodeAction::default()
        };
        Some(action.into())
    });
    Some(actions.collect())
}

/// What an edit does, for a menu.
fn title(new_text: &str) -> String {
    let shown = new_text.trim();
    match shown.is_empty() || shown.contains('\n') || shown.chars().count() > 60 {
        true => "Mend this as `check --fix` does".to_owned(),
        false => format!("Write `{shown}`"),
    }
}

/// What to write where, if the help of a diagnostic says it without a doubt.
fn replacement(diagnostic: &Diagnostic, text: &str) -> Option<(Range<usize>, String)> {
    let (span, help) = (diagnostic.span.clone()?, diagnostic.help.as_ref()?);
    let written = text.get(span.clone())?;
    if LITERAL.contains(&diagnostic.code) {
        return Some((span, help.clone()));
    }
    let near = help.strip_prefix("did you mean `")?.strip_suffix("`?")?;
    if diagnostic.code == "section-missing" {
        return Some((span, near.trim_start_matches(['#', ' ']).to_owned()));
    }
    let wrong = diagnostic.message.split('`').nth(1)?;
    let wrong = wrong.strip_prefix('#').unwrap_or(wrong);
    // An id stands last in `term:term`, the kind before it first.
    let at = match diagnostic.message.ends_with("` is not a kind") {
        true => written.find(wrong)?,
        false => written.rfind(wrong)?,
    };
    let start = span.start + at;
    Some((start..start + wrong.len(), near.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::replacement;
    use crate::content::Diagnostic;

    /// Code and message of a diagnostic, what it marks, its help, and what is written instead.
    type Case<'a> = (&'a str, &'a str, &'a str, &'a str, Option<&'a str>);

    fn check(cases: &[Case<'static>]) {
        for (code, message, text, help, mended) in cases {
            let text = format!("é {text} é");
            let span = 3..text.len() - 3;
            let diagnostic = Diagnostic::error(code, "f", span, *message).help(*help);
            let found = replacement(&diagnostic, &text).map(|(span, new)| {
                let mut text = text.clone();
                text.replace_range(span, &new);
                text
            });
            let expected = mended.map(|mended| format!("é {mended} é"));
            assert_eq!(found, expected, "{message}");
        }
    }

    #[rustfmt::skip]
    #[test]
    fn help_that_says_what_to_write_is_written() {
        check(&[
            ("fm-value", "`publised` is not a status", "\"publised\"", "did you mean `published`?", Some("\"published\"")),
            ("fm-unknown-key", "`titel` is not a field", "titel", "did you mean `title`?", Some("title")),
            ("ref-unknown", "there is no skill `sqll`", "skill:sqll#joins", "did you mean `sql`?", Some("skill:sql#joins")),
            ("ref-unknown", "there is no term `term`", "term:term", "did you mean `team`?", Some("term:team")),
            ("ref-unknown", "`skil` is not a kind", "skil:skil", "did you mean `skill`?", Some("skill:skil")),
            ("link-anchor", "there is no place `#jions` in `skill:sql`", "skill:sql#jions", "did you mean `joins`?", Some("skill:sql#joins")),
            ("link-redirected", "`skill:a` has moved to `skill:b`", "skill:a#x", "did you mean `skill:b`?", Some("skill:b#x")),
            ("md-footnote", "`[^bl]` is neither a source nor a note", "[^bl]", "did you mean `[^bls]`?", Some("[^bls]")),
            ("block-unknown", "`@chrat` is not a block", "@chrat", "did you mean `@chart`?", Some("@chart")),
            ("section-missing", "the section `## How to learn` is missing", "How too learn", "did you mean `## How to learn`?", Some("How to learn")),
            ("link-root", "`/skills/sql` is a path", "/skills/sql", "skill:sql", Some("skill:sql")),
            ("fm-missing", "`title` is missing", "+++", "add `title = \"…\"`", None),
            ("md-html", "`<b>`", "<b>", "write `**words**`", None),
        ]);
    }
}
