//! The guide as a value: plain data, and the questions that pages ask of it.
//!
//! A [`Site`] is built whole by `content`, for one instant, and never changes. It knows no files,
//! no templates and no HTTP.

mod address;
mod advert;
mod author;
mod block;
mod career_path;
mod changes;
mod citations;
mod comparison;
mod config;
mod coverage;
mod document;
mod download;
mod feed;
mod findings;
mod guide;
mod handbook;
mod held;
mod id;
mod industry;
mod job;
mod kind;
mod learning;
mod measure;
mod moves;
mod offer;
mod order;
mod outline;
mod pay;
mod pay_search;
mod plan;
mod prose;
mod range;
mod redirects;
mod related;
mod role;
mod rubric;
mod rungs;
mod salary;
mod shelf;
mod skill;
mod skill_check;
mod source;
mod statistics;
mod term;
mod tool;
mod usage;
mod vocabulary;

use std::sync::Arc;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

pub use address::{Address, DataFormat, RESERVED, SITEMAP_PAGES};
pub use advert::{Advert, Fact, Find, Found, LevelSaid, SkillNamed, Weight};
pub use author::{Author, AuthorIs, Page};
pub use block::{
    Block, ChartBlock, FigureBlock, JobsBlock, LevelsBlock, SalaryBlock, SkillsBlock, Step,
    StepsBlock,
};
pub use career_path::{
    Called, CareerPath, Entry as PathEntry, Fork, Ladder, Rung, RungSkill, Sideways, Track,
};
pub use changes::{DayOfChanges, FileOfFigures};
pub use comparison::{Comparison, SkillCompared};
pub use config::{AiCrawlers, Config, Invitation, Licence, Limits, MenuEntry};
pub use coverage::{Covered, Written};
pub use document::{
    Allow, Body, Change, Check, Document, Heading, Image, Link, Meta, Note, Part, Section, Source,
    Status,
};
pub use download::{BookFormat, Download, TwinFormat};
pub use feed::{Feed, FeedFormat};
pub use findings::{Findings, Hit, HitKind, Run, Suggestion};
pub use guide::{Guide, GuideForm};
pub use handbook::{
    BlockEntry, CodeEntry, DataEntry, FieldEntry, FieldNeed, FormEntry, Handbook, KindEntry,
};
pub use held::{Candidate, Held};
pub use id::{
    AuthorId, CareerPathId, FamilyId, GroupId, ID_PATTERN, IndustryId, LevelId, RegionId, RoleId,
    SkillId, TagId, TermId, UsageId, is_id,
};
pub use industry::{Employer, Industry};
pub use job::{Job, Pay, Remote};
pub use kind::Kind;
pub use learning::{Certificate, Cost, Learning, LearningForm, Price};
pub use measure::{Covers, Method, Period, Tax};
pub use moves::{Gap, RoleMove, SENIOR};
pub use offer::{Amount, Offer, OfferAsked, Standing};
pub use outline::{Filling, PageSection, is_drawn_of_data};
pub use pay::{Freshness, PayRow};
pub use pay_search::{PayAlike, PayOrder, PaySearch};
pub use plan::{Pace, Plan, PlanStep, Timetable};
pub use prose::{Phrase, Prose};
pub use range::{Hours, Months};
pub use redirects::{Fate, Gone, Redirect, Redirects, RedirectsFile, bare};
pub use related::Card;
pub use role::{Codes, Duty, Frequency, Move, Need, Role, RoleLevel, RoleSkill, Way, WayIn, Work};
pub use rungs::{RungChange, SkillRise};
pub use salary::{Baseline, Edition, PayFigure, Split, SplitBy, Years};
pub use shelf::Shelf;
pub use skill::{Difficulty, Outcome, Outcomes, Project, Question, Skill, SkillLevel, SkipTest};
pub use skill_check::{Lack, Reason, SkillCheck, hours_of};
pub use source::{Counted, DataSource, Span};
pub use statistics::UsageRow;
pub use term::Term;
pub use tool::Tool;
pub use usage::{Topic, Unit, Usage, UsageFigure};
pub use vocabulary::{Entry, Vocabulary, VocabularyList};

/// The whole guide at one instant. Holds only what is public at that instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub config: Config,
    pub vocabulary: Vocabulary,
    pub roles: Shelf<Role>,
    pub skills: Shelf<Skill>,
    pub career_paths: Shelf<CareerPath>,
    pub guides: Shelf<Guide>,
    pub learning: Shelf<Learning>,
    pub industries: Shelf<Industry>,
    pub jobs: Shelf<Job>,
    pub terms: Shelf<Term>,
    pub authors: Shelf<Author>,
    pub pages: Shelf<Page>,
    /// Published editions of pay figures, newest reference first within a series.
    pub salaries: Vec<Edition>,
    /// Published usage figures.
    pub usage: Vec<Usage>,
    pub redirects: Redirects,
    /// The instant the Site was built for; "today" on its pages.
    pub instant: Timestamp,
    /// The next instant at which the same folder makes another Site: a page appears, expires, or a
    /// figure grows old.
    pub next_change: Option<Timestamp>,
    /// What editors can write; the same for every Site of this program.
    pub handbook: Arc<Handbook>,
}

impl Site {
    /// The day the Site was built for, in UTC.
    pub fn today(&self) -> Date {
        self.instant.to_zoned(TimeZone::UTC).date()
    }

    /// The day of the last change of substance to anything in the guide.
    pub fn updated(&self) -> Option<Date> {
        self.cards().filter_map(|card| card.updated).max()
    }

    /// The words for a level: `Senior`.
    pub fn level<'a>(&'a self, id: &'a LevelId) -> &'a str {
        self.vocabulary.title("levels", id.as_str())
    }

    /// The words for a region: `United States`.
    pub fn region<'a>(&'a self, id: &'a RegionId) -> &'a str {
        self.vocabulary.title("regions", id.as_str())
    }

    /// The words for a region inside a sentence: `the United States`.
    pub fn region_in_text<'a>(&'a self, id: &'a RegionId) -> &'a str {
        self.vocabulary
            .entry("regions", id.as_str())
            .map_or(id.as_str(), Entry::in_text)
    }

    /// Whether a job takes no more applications.
    pub fn is_closed(&self, job: &Document<Job>) -> bool {
        job.meta.expires_at.is_none_or(|end| end <= self.instant)
    }
}
