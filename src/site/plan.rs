//! A span of time for what somebody lacks, at their own pace.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan as _};

use super::{Hours, Lack};

/// Hours of learning a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace(u32);

impl Pace {
    /// The pace of a reader who names none.
    const USUAL: Pace = Pace(10);

    /// The most hours a week that anybody can learn.
    pub const MOST: u32 = 60;

    /// Reads whole hours from 1 to 60.
    fn parse(text: &str) -> Option<Pace> {
        let hours = text.parse().ok()?;
        (1..=Self::MOST).contains(&hours).then_some(Pace(hours))
    }

    pub fn hours(self) -> u32 {
        self.0
    }

    /// The whole days that so many hours take, rounded up.
    fn days(self, hours: u32) -> u64 {
        (u64::from(hours) * 7).div_ceil(u64::from(self.0))
    }

    /// The whole weeks that a range of hours takes, each end rounded up.
    pub fn weeks(self, hours: Hours) -> (u32, u32) {
        (hours.low.div_ceil(self.0), hours.high.div_ceil(self.0))
    }
}

/// When and how fast somebody wants to learn.
#[derive(Clone, Debug, PartialEq)]
pub struct Timetable {
    pub pace: Pace,
    /// The day on which it begins, if the reader has named one.
    pub start: Option<Date>,
    /// What was named and could not be read.
    pub unknown: Vec<String>,
}

impl Timetable {
    /// Reads hours a week, 10 where none are named, and a day: `10`, `2026-12-01`.
    pub fn read(hours: &str, start: &str) -> Self {
        let (pace, day) = (Pace::parse(hours), first_day(start));
        let unknown = [(hours, pace.is_none()), (start, day.is_none())];
        let unknown = unknown
            .into_iter()
            .filter(|(text, is_unknown)| !text.is_empty() && *is_unknown);
        Timetable {
            pace: pace.unwrap_or(Pace::USUAL),
            start: day,
            unknown: unknown.map(|(text, _)| text.to_owned()).collect(),
        }
    }
}

/// The day on which a plan begins: in this century, so that no plan ends after the calendar does.
fn first_day(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (date(2000, 1, 1)..=date(2099, 12, 31))
        .contains(&day)
        .then_some(day)
}

/// One skill after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<'a> {
    pub steps: Vec<PlanStep<'a>>,
    pub pace: Pace,
    /// The day it begins, if the reader has named one.
    pub start: Option<Date>,
}

/// A skill with what lies before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanStep<'a> {
    pub lack: Lack<'a>,
    /// The hours of all that comes earlier.
    pub before: Hours,
    /// The same with the hours of the skill itself.
    pub after: Hours,
}

impl<'a> Plan<'a> {
    /// The plan for what is missing, in its order.
    pub fn new(missing: &[Lack<'a>], timetable: &Timetable) -> Self {
        let mut before = Hours { low: 0, high: 0 };
        let step = |lack: &Lack<'a>| {
            let hours = lack.hours();
            let after = Hours {
                low: before.low + hours.low,
                high: before.high + hours.high,
            };
            let step = PlanStep {
                lack: *lack,
                before,
                after,
            };
            before = after;
            step
        };
        Plan {
            steps: missing.iter().map(step).collect(),
            pace: timetable.pace,
            start: timetable.start,
        }
    }

    /// The hours of all steps.
    pub fn total(&self) -> Hours {
        self.steps
            .last()
            .map_or(Hours { low: 0, high: 0 }, |step| step.after)
    }

    /// The earliest and the latest day on which so many hours are done; nothing without a start.
    pub fn days(&self, hours: Hours) -> Option<(Date, Date)> {
        let start = self.start?;
        let day = |hours: u32| {
            let days = i64::try_from(self.pace.days(hours)).ok()?;
            start
                .checked_add(SignedDuration::from_hours(24 * days))
                .ok()
        };
        Some((day(hours.low)?, day(hours.high)?))
    }

    /// The days of a step for those who need most hours, as a calendar shows them: the first day,
    /// and the day after the last.
    pub fn slow_days(&self, step: &PlanStep) -> Option<(Date, Date)> {
        let (_, first) = self.days(step.before)?;
        let (_, end) = self.days(step.after)?;
        Some((first, end.max(first.checked_add(1.day()).ok()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_become_days_and_weeks_rounded_up() {
        for (pace, low, high, days, weeks) in [
            (10, 20, 40, (14, 28), (2, 4)),
            (7, 1, 8, (1, 8), (1, 2)),
            (3, 1, 10, (3, 24), (1, 4)),
            (60, 0, 1, (0, 1), (0, 1)),
        ] {
            let pace = Pace::parse(&pace.to_string()).expect("a pace");
            assert_eq!((pace.days(low), pace.days(high)), days);
            assert_eq!(pace.weeks(Hours { low, high }), weeks);
        }
    }

    #[test]
    fn what_is_no_pace_or_no_day_is_nothing() {
        for text in ["", "0", "-1", "61", "1.5", "ten", "99999999999999999999"] {
            assert_eq!(Pace::parse(text), None, "{text}");
        }
        for text in [
            "",
            "2026-13-01",
            "1999-12-31",
            "2100-01-01",
            "-009999-01-01",
            "tomorrow",
        ] {
            assert_eq!(first_day(text), None, "{text}");
        }
        assert_eq!(first_day("2026-12-01"), Some(date(2026, 12, 1)));
    }

    #[test]
    fn the_longest_plan_ends_before_the_calendar_does() {
        let plan = Plan {
            steps: Vec::new(),
            pace: Pace(1),
            start: Some(date(2099, 12, 31)),
        };
        let hours = Hours {
            low: 1,
            high: 400_000,
        };
        assert!(plan.days(hours).is_some());
        let more = Hours {
            low: 1,
            high: u32::MAX,
        };
        assert_eq!(plan.days(more), None);
    }
}
