//! A plan as a file for calendars, iCalendar (RFC 5545).

use jiff::civil::Date;

use crate::pages::words::role_in_text;
use crate::site::{Address, Candidate, Kind, Plan, PlanStep, Site, Timetable};

/// The longest line in bytes, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// An event of whole days for each skill, one after the other, for those who need most hours; nothing
/// if no role is wanted or no first day is named.
pub fn calendar(site: &Site, candidate: &Candidate, timetable: &Timetable) -> Option<String> {
    let role = candidate.role?;
    let check = site.skill_check(role, &candidate.level, &candidate.held);
    let plan = Plan::new(&check.missing, timetable);
    let start = plan.start?;
    let host = site.config.address.split("://").last().unwrap_or_default();
    // No clock in pages: the stamp is the moment of the guide that the plan was made from.
    let stamp = site.instant.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut file = File(String::new());
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line(
        "PRODID",
        &escaped(&format!("-//{}//Plan//EN", site.config.name)),
    );
    file.line("CALSCALE", "GREGORIAN");
    for step in &plan.steps {
        let (first, end) = plan.slow_days(step)?;
        let id = format!("{}-{}-{start}@{host}", role.id, step.lack.skill.id);
        file.line("BEGIN", "VEVENT");
        file.line("UID", &escaped(&id));
        file.line("DTSTAMP", &stamp);
        file.line("DTSTART;VALUE=DATE", &basic(first));
        file.line("DTEND;VALUE=DATE", &basic(end));
        let title = &step.lack.skill.meta.title;
        let level = step.lack.wanted.label();
        file.line("SUMMARY", &escaped(&format!("{title}: to {level} level")));
        file.line(
            "DESCRIPTION",
            &escaped(&description(site, &plan, step, &role_in_text(role))),
        );
        file.line("TRANSP", "TRANSPARENT");
        file.line("END", "VEVENT");
    }
    file.line("END", "VCALENDAR");
    Some(file.0)
}

fn description(site: &Site, plan: &Plan, step: &PlanStep, role: &str) -> String {
    let skill = Address::Document(Kind::Skill, step.lack.skill.id.clone()).path();
    let skill = format!("{}{skill}", site.config.address);
    let earliest = plan
        .days(step.after)
        .map_or_else(String::new, |(first, _)| {
            format!(" Those who need fewest are done by {first}.")
        });
    format!(
        "For {role}: {} at {} hours a week; the dates are for those who need most.{earliest}\nSkip test: {skill}#skip-test",
        step.lack.hours(),
        plan.pace.hours(),
    )
}

/// A date as the format writes it: `20261201`.
fn basic(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A value of type TEXT (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A file that grows by lines, each folded and ended as the format asks.
struct File(String);

impl File {
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        for (text, expected) in [
            ("SQL, C; \\", "SQL\\, C\\; \\\\"),
            ("a\nb\r\tc\u{0}", "a\\nbc"),
            ("“ü”", "“ü”"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        for value in [
            "x".repeat(400),
            "ü–".repeat(120),
            "x".repeat(71),
            String::new(),
        ] {
            let mut file = File(String::new());
            file.line("NAME", &value);
            let lines: Vec<&str> = file.0.split("\r\n").collect();
            assert!(lines.iter().all(|line| line.len() <= LONGEST), "{lines:?}");
            assert_eq!(file.0.replace("\r\n ", ""), format!("NAME:{value}\r\n"));
        }
    }
}
