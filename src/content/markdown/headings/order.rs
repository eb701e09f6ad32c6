//! Whether the headings of a text make an outline: `md-h1`, `md-heading-skip`,
//! `md-heading-duplicate`, `md-empty-section`.

use std::collections::HashSet;
use std::ops::Range;

use super::super::destination::short;
use super::super::writer::Writer;
use crate::site::Filling;

/// The headings around the place that is being read, the page's title first.
pub(in super::super) struct Order {
    open: Vec<Step>,
    /// Whether anything but headings has followed the last heading.
    pub(in super::super) is_filled: bool,
}

struct Step {
    level: u8,
    title: String,
    at: Range<usize>,
    /// Headings directly below this one: levels and words.
    below: HashSet<(u8, String)>,
    /// Whether the page draws something below the heading.
    is_drawn: bool,
}

impl Default for Order {
    fn default() -> Self {
        let title = Step {
            level: 1,
            title: String::new(),
            at: 0..0,
            below: HashSet::new(),
            is_drawn: true,
        };
        Order {
            open: vec![title],
            is_filled: true,
        }
    }
}

/// A heading as it is written.
pub(super) struct Written<'a> {
    /// 1 to 6.
    pub(super) level: u8,
    pub(super) title: &'a str,
    /// Where its words stand in the text that is being read.
    pub(super) at: Range<usize>,
}

impl Writer<'_> {
    /// Takes note of a heading, and tells what is wrong with its place.
    pub(super) fn order_heading(&mut self, heading: &Written) {
        let Written { level, title, at } = heading;
        if *level == 1 {
            let message = format!("`# {}` is a heading of the first level", short(title));
            let warning = self.error("md-h1", at.clone(), message).warning();
            let help = format!("## {}", short(title));
            let is_marked = self.reading.text[..at.start].trim_end().ends_with('#');
            let marks = self.reading.text[..at.start].rfind('#').unwrap_or(0);
            let fix = match is_marked {
                true => self.edit(marks..marks, "#"),
                false => None,
            };
            let warning = warning.label("the first level is the page's title");
            self.say(warning.help(help).fix(fix));
        }
        let level = (*level).max(2);
        self.end_section(level);
        let last = self.order.open.last().map_or(1, |step| step.level);
        if level > last + 1 {
            let marks = |level: u8| "#".repeat(usize::from(level));
            let message = format!("`{} {}` skips a level", marks(level), short(title));
            let warning = self.error("md-heading-skip", at.clone(), message).warning();
            let label = format!("at most `{}` here", marks(last + 1));
            self.say(warning.label(label));
        }
        while self
            .order
            .open
            .last()
            .is_some_and(|step| step.level >= level)
        {
            self.order.open.pop();
        }
        let key = (level, title.to_lowercase());
        let parent = self.order.open.last_mut();
        if parent.is_some_and(|parent| !parent.below.insert(key)) {
            let message = format!("`{}` is a heading already", short(title));
            let warning = self.error("md-heading-duplicate", at.clone(), message);
            let label = "two headings below the same one say the same";
            self.say(warning.warning().label(label));
        }
        self.order.open.push(Step {
            level,
            title: (*title).to_owned(),
            at: at.clone(),
            below: HashSet::new(),
            is_drawn: level == 2 && self.is_drawn(title),
        });
        self.order.is_filled = false;
    }

    /// Tells of the last heading if nothing stands below it before one of this level.
    pub(in super::super) fn end_section(&mut self, level: u8) {
        let Some(last) = self.order.open.last() else {
            return;
        };
        if self.order.is_filled || last.is_drawn || last.level < level {
            return;
        }
        let message = format!("nothing stands below `{}`", short(&last.title));
        let warning = self.error("md-empty-section", last.at.clone(), message);
        self.say(
            warning
                .warning()
                .label("write the section, or take out its heading"),
        );
        self.order.is_filled = true;
    }

    /// Whether the page draws data below a heading of the second level.
    fn is_drawn(&self, title: &str) -> bool {
        let kind = self.own.map(|(kind, _)| kind);
        let section = kind.and_then(|kind| kind.outlined(&slug::slugify(title)));
        section.is_some_and(|section| section.filling != Filling::Text)
    }
}
