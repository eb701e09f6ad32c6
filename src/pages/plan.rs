//! `/plan`: how long what somebody lacks takes them.

mod calendar;

use askama::Template;
use jiff::civil::Date;

use crate::site::{
    Address, Candidate, Hours, Kind, Plan, PlanStep, Site, SkillLevel, Timetable, Tool,
};

use super::layout::Layout;
use super::ticks::{Ticks, passed_over, reason};
use super::words::{self, day, day_short};

pub use calendar::calendar;

/// A form for pace and first day, and the plan.
#[derive(Template)]
#[template(path = "plan.html")]
pub struct PlanPage<'a> {
    layout: Layout<'a>,
    answer: String,
    passed_over: Vec<String>,
    ticks: Ticks<'a>,
    hours: u32,
    start: String,
    steps: Vec<StepRow<'a>>,
    /// The question, as the file for calendars and the check of skills ask it.
    query: String,
    is_dated: bool,
    has_role: bool,
}

/// A skill, and when it is learnt.
struct StepRow<'a> {
    path: String,
    title: &'a str,
    from: &'static str,
    to: SkillLevel,
    hours: Hours,
    /// `2–4 weeks`.
    takes: String,
    /// When it is done: `after 6–13 weeks`, `8 Jan to 3 Mar 2027`.
    done: String,
    why: String,
}

impl<'a> PlanPage<'a> {
    pub fn new(site: &'a Site, candidate: &Candidate<'a>, timetable: &Timetable) -> Self {
        let check = candidate
            .role
            .map(|role| site.skill_check(role, &candidate.level, &candidate.held));
        let missing = check.as_ref().map_or(&[][..], |check| &check.missing);
        let plan = Plan::new(missing, timetable);
        let unknown = [&candidate.unknown[..], &timetable.unknown].concat();
        PlanPage {
            layout: Layout::new(
                site,
                &Address::Tool(Tool::Plan),
                "Plan your learning: from today to a backend role",
                "Hours a week and what you can already do in, a span of dates for each skill out: in the order in which it can be learnt, with a skip test for each.",
                Tool::Plan.label(),
            ),
            answer: answer(site, candidate, &plan),
            passed_over: passed_over(&unknown),
            ticks: Ticks::new(site, candidate, check.as_ref()),
            hours: plan.pace.hours(),
            start: plan
                .start
                .map_or_else(String::new, |start| start.to_string()),
            steps: plan.steps.iter().map(|step| row(&plan, step)).collect(),
            query: query(candidate, &plan),
            is_dated: plan.start.is_some(),
            has_role: candidate.role.is_some(),
        }
    }

    /// The same as the answer to a question.
    pub fn answering(self) -> Self {
        PlanPage {
            layout: self.layout.answering(),
            ..self
        }
    }
}

fn query(candidate: &Candidate, plan: &Plan) -> String {
    let mut query = format!("{}&hours={}", candidate.query(), plan.pace.hours());
    if let Some(start) = plan.start {
        query.push_str(&format!("&start={start}"));
    }
    query
}

/// What the plan comes to, in a sentence.
fn answer(site: &Site, candidate: &Candidate, plan: &Plan) -> String {
    let Some(role) = candidate.role else {
        return "Choose a role, say what you can and how many hours a week you have. You get a span of time for each skill, never a single date: people differ.".to_owned();
    };
    let name = words::with_article(&words::role_in_text(role));
    let level = site.level(&candidate.level).to_lowercase();
    let name = format!("{name} at the level “{level}”");
    let total = plan.total();
    let hours = words::counted(plan.pace.hours() as usize, "hour", "hours");
    if plan.steps.is_empty() {
        return format!("Nothing of what {name} must have is missing: there is nothing to plan.");
    }
    let weeks = weeks(plan, total);
    match plan.days(total) {
        Some((first, last)) => format!(
            "With {hours} a week the must-haves of {name} that you lack take {weeks}, {total}: done between {} and {}.",
            day(last_day(first)),
            day(last_day(last))
        ),
        None => format!(
            "With {hours} a week the must-haves of {name} that you lack take {weeks}: {total}."
        ),
    }
}

/// A range of hours in weeks: `2–4 weeks`, `1 week`.
fn weeks(plan: &Plan, hours: Hours) -> String {
    match plan.pace.weeks(hours) {
        (low, high) if low == high => words::counted(high as usize, "week", "weeks"),
        (low, high) => format!("{low}–{high} weeks"),
    }
}

/// The last day of learning, where the plan names the day after it.
fn last_day(end: Date) -> Date {
    end.yesterday().unwrap_or(end)
}

fn row<'a>(plan: &Plan, step: &PlanStep<'a>) -> StepRow<'a> {
    let lack = &step.lack;
    let done = match plan.days(step.after) {
        Some((first, last)) => format!(
            "{} to {}",
            day_short(last_day(first)),
            day_short(last_day(last))
        ),
        None => format!("after {}", weeks(plan, step.after)),
    };
    StepRow {
        path: Kind::Skill.path(&lack.skill.id),
        title: &lack.skill.meta.title,
        from: lack.held.map_or("nothing", SkillLevel::label),
        to: lack.wanted,
        hours: lack.hours(),
        takes: weeks(plan, lack.hours()),
        done,
        why: reason(lack),
    }
}
