//! `/decode`: an advert read by word list.

use askama::Template;

use crate::site::{
    Address, Advert, Document, Fact, Found, Kind, LevelId, Need, Role, Site, SkillNamed, Tool,
    Weight,
};

use super::layout::Layout;
use super::words::{self, counted};

/// The longest advert that is read, in bytes: ten times a long one.
pub const LONGEST: usize = 20_000;

/// A form for an advert, and what it says and leaves out.
#[derive(Template)]
#[template(path = "decode.html")]
pub struct DecodePage<'a> {
    layout: Layout<'a>,
    answer: String,
    /// The advert, to be changed and read again.
    text: &'a str,
    read: Option<Reading<'a>>,
}

/// What an advert says and leaves out.
struct Reading<'a> {
    skills: Vec<SkillRow<'a>>,
    roles: Vec<(String, &'a str)>,
    level: String,
    facts: Vec<FactRow>,
    questions: Vec<&'static str>,
    unknown: String,
    pieces: Vec<Piece<'a>>,
    /// The role that it is nearest to, and the words in which the check of skills asks for it.
    check: Option<(&'a str, String)>,
}

struct SkillRow<'a> {
    path: String,
    title: &'a str,
    need: &'static str,
    why: String,
}

struct FactRow {
    label: &'static str,
    told: Option<String>,
}

/// A piece of the advert: words as they are, or a find with what it is.
struct Piece<'a> {
    words: &'a str,
    mark: Option<&'static str>,
}

impl<'a> DecodePage<'a> {
    /// The page for an advert; the form alone if it is empty.
    pub fn new(site: &'a Site, text: &'a str) -> Self {
        let advert = (!text.trim().is_empty()).then(|| site.read_advert(text));
        DecodePage {
            layout: Layout::new(
                site,
                &Address::Tool(Tool::Decode),
                "Decode a job advert: what it asks and what it omits",
                "Paste a backend job advert: must-haves and wishes, the level it implies, what it leaves out, and the questions to ask. Read by word list, kept nowhere.",
                Tool::Decode.label(),
            ),
            answer: answer(advert.as_ref()),
            text,
            read: advert.map(|advert| reading(site, text, &advert)),
        }
    }

    /// The same as the answer to what was sent.
    pub fn answering(self) -> Self {
        DecodePage {
            layout: self.layout.answering(),
            ..self
        }
    }
}

fn answer(advert: Option<&Advert>) -> String {
    let Some(advert) = advert else {
        return "Paste an advert. The guide reads it by word list, tells what is a must and what a wish, what level it means and what it leaves out, and gives you the questions. Nothing is kept.".to_owned();
    };
    let count = |need: Option<Need>| {
        advert
            .skills
            .iter()
            .filter(|named| named.weight.need() == need)
            .count()
    };
    let missing = advert.facts.iter().filter(|(_, told)| told.is_none());
    let missing: Vec<String> = missing
        .map(|(fact, _)| words::lower_first(fact.label()))
        .collect();
    let skills = format!(
        "The advert names {}: {} as a must, {} as a wish, {} without a word on need.",
        counted(
            advert.skills.len(),
            "skill of this guide",
            "skills of this guide"
        ),
        count(Some(Need::Must)),
        count(Some(Need::Nice)),
        count(None),
    );
    match missing.is_empty() {
        true => skills,
        false => format!("{skills} It does not tell: {}.", words::list(&missing)),
    }
}

fn reading<'a>(site: &'a Site, text: &'a str, advert: &Advert<'a>) -> Reading<'a> {
    let missing = advert.facts.iter().filter(|(_, told)| told.is_none());
    Reading {
        skills: advert.skills.iter().map(skill_row).collect(),
        roles: advert
            .roles
            .iter()
            .map(|role| (Kind::Role.path(&role.id), role.meta.title.as_str()))
            .collect(),
        level: level(site, advert),
        facts: advert
            .facts
            .iter()
            .map(|(fact, told)| FactRow {
                label: fact.label(),
                told: told.clone(),
            })
            .collect(),
        questions: missing.map(|(fact, _)| Fact::question(*fact)).collect(),
        unknown: advert.unknown.join(", "),
        pieces: pieces(text, advert),
        check: check(site, advert),
    }
}

fn skill_row<'a>(named: &SkillNamed<'a>) -> SkillRow<'a> {
    SkillRow {
        path: Kind::Skill.path(&named.skill.id),
        title: &named.skill.meta.title,
        need: match named.weight.need() {
            Some(need) => need.label(),
            None => "not said",
        },
        why: match named.weight {
            Weight::Must(cue) | Weight::Nice(cue) => {
                format!("“{cue}” stands in the sentence or above it")
            }
            Weight::Denied(cue) => {
                format!("“{cue}” stands in the sentence: it may not be asked for")
            }
            Weight::Unsaid => "no word near it says how much it is wanted".to_owned(),
        },
    }
}

/// What it says of the level, in sentences.
fn level(site: &Site, advert: &Advert) -> String {
    let title = |level: &LevelId| words::lower_first(site.level(level));
    let named = advert.level.named.iter();
    let named: Vec<String> = named
        .map(|(level, word)| format!("{} (“{word}”)", title(level)))
        .collect();
    let years = advert.level.by_years().map(|level| {
        let years = counted(
            advert.level.years.unwrap_or_default() as usize,
            "year",
            "years",
        );
        format!(
            "It asks for {years} of experience or more, which in our judgement stands for {}.",
            title(&level)
        )
    });
    let named = match &named[..] {
        [] => None,
        _ => Some(format!("It names {}.", words::list(&named))),
    };
    match (named, years) {
        (None, None) => "It names no level and no years of experience. Ask which rung of their ladder the post is on.".to_owned(),
        (Some(one), Some(two)) => format!("{one} {two}"),
        (one, two) => one.or(two).unwrap_or_default(),
    }
}

fn pieces<'a>(text: &'a str, advert: &Advert) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for find in &advert.finds {
        pieces.push(Piece {
            words: &text[end..find.at.start],
            mark: None,
        });
        pieces.push(Piece {
            words: &text[find.at.clone()],
            mark: Some(match find.what {
                Found::Role(_) => "role",
                Found::Unknown => "not in the guide",
                Found::Skill(_, Weight::Must(_)) => "must",
                Found::Skill(_, Weight::Nice(_)) => "wish",
                Found::Skill(_, Weight::Unsaid | Weight::Denied(_)) => "skill",
            }),
        });
        end = find.at.end;
    }
    pieces.push(Piece {
        words: &text[end..],
        mark: None,
    });
    pieces.retain(|piece| !piece.words.is_empty());
    pieces
}

/// The role whose title the advert uses first; else the one whose rubric shares most of its skills.
fn check<'a>(site: &'a Site, advert: &Advert<'a>) -> Option<(&'a str, String)> {
    let shared = |role: &&Document<Role>| {
        let named = |skill: &str| advert.skills.iter().any(|named| named.skill.id == skill);
        role.skills
            .iter()
            .filter(|row| named(row.skill.as_str()))
            .count()
    };
    let nearest = || {
        site.roles
            .iter()
            .filter(|role| shared(role) > 1)
            .max_by_key(shared)
    };
    let role = advert.roles.first().copied().or_else(nearest)?;
    let level = advert.level.meant();
    let level = level.filter(|level| role.levels.iter().any(|row| row.level == *level));
    let level = level.unwrap_or_else(|| site.entry_level(role));
    Some((&role.meta.title, format!("role={}&level={level}", role.id)))
}
