//! The words around what was found.

use std::collections::HashSet;
use std::ops::Range;

use super::language::stem;
use super::words::{Word, words};
use crate::site::Run;

/// The length of an excerpt, in words.
const WORDS: usize = 32;

/// How many words stand before the first that was looked for.
const BEFORE: usize = 6;

/// The longest text in which words are looked for, in bytes.
const LONGEST: usize = 20_000;

/// The best excerpt of several texts: that with the most different words out of `marks`, which are
/// stems. The beginning of the first text if none has any.
pub fn excerpt(texts: &[impl AsRef<str>], marks: &HashSet<&str>) -> Vec<Run> {
    let mut best: Option<(usize, Vec<Run>)> = None;
    for text in texts
        .iter()
        .map(AsRef::as_ref)
        .filter(|text| !text.is_empty())
    {
        let text = &text[..text.floor_char_boundary(LONGEST)];
        let found = words(text);
        let marked: Vec<Option<String>> = found.iter().map(|word| mark(word, marks)).collect();
        let (window, different) = window(&marked);
        if best.as_ref().is_none_or(|(most, _)| different > *most) {
            best = Some((different, runs(text, &found, &marked, window)));
        }
    }
    best.map_or_else(Vec::new, |(_, runs)| runs)
}

/// The stem for which a word is marked.
fn mark(word: &Word, marks: &HashSet<&str>) -> Option<String> {
    let forms = std::iter::once(&word.whole).chain(&word.parts);
    forms
        .map(|form| stem(form))
        .find(|stem| marks.contains(stem.as_str()))
}

/// The words to show: where the most different ones are marked; and how many these are.
fn window(marked: &[Option<String>]) -> (Range<usize>, usize) {
    let mut best = (0..marked.len().min(WORDS), 0);
    let starts = marked.iter().enumerate().filter(|(_, mark)| mark.is_some());
    for (at, _) in starts {
        let from = at.saturating_sub(BEFORE);
        let to = (from + WORDS).min(marked.len());
        let different: HashSet<&String> = marked[from..to].iter().flatten().collect();
        if different.len() > best.1 {
            best = (from..to, different.len());
        }
    }
    best
}

/// The window as runs, with dots where the text goes on.
fn runs(text: &str, words: &[Word], marked: &[Option<String>], window: Range<usize>) -> Vec<Run> {
    let run = |text: &str, is_match| Run {
        text: text.to_owned(),
        is_match,
    };
    let mut runs = Vec::new();
    let mut at = match window.start {
        0 => 0,
        start => words[start].at.start,
    };
    if window.start > 0 {
        runs.push(run("… ", false));
    }
    for index in window.clone().filter(|index| marked[*index].is_some()) {
        let place = words[index].at.clone();
        runs.push(run(&text[at..place.start], false));
        runs.push(run(&text[place.clone()], true));
        at = place.end;
    }
    let end = match words.get(window.end) {
        Some(next) => next.at.start,
        None => text.len(),
    };
    runs.push(run(text[at..end].trim_end(), false));
    if end < text.len() {
        runs.push(run(" …", false));
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(texts: &[&str], marks: &[&str]) -> String {
        let marks = marks.iter().copied().collect();
        let runs = excerpt(texts, &marks).into_iter();
        let runs = runs.map(|run| match run.is_match {
            true => format!("[{}]", run.text),
            false => run.text,
        });
        runs.collect()
    }

    #[test]
    fn words_are_marked_where_most_of_them_stand() {
        let long = format!(
            "{} an index helps a query. {}",
            "word ".repeat(50),
            "tail ".repeat(50)
        );
        let found = drawn(&["Nothing here.", &long], &["index", "queri"]);
        assert!(found.starts_with("… word "), "{found}");
        assert!(
            found.contains("an [index] helps a [query]. tail"),
            "{found}"
        );
        assert!(found.ends_with("tail …"), "{found}");
        assert_eq!(
            drawn(&["Indexes help.", "More."], &["index"]),
            "[Indexes] help."
        );
        assert_eq!(drawn(&["Back-end work."], &["backend"]), "[Back-end] work.");
        assert_eq!(drawn(&["", "One. Two."], &["x"]), "One. Two.");
        assert_eq!(drawn(&[], &["x"]), "");
    }
}
