//! An advert for a job, read by word list: what it asks for, and what it leaves out.
//!
//! No judgement and no grammar: a word of the guide is found where it stands between other words, and
//! how much it is wanted is told by the words of the same sentence or of the heading above.

mod facts;
mod level;
mod lexicon;
mod sentences;
mod technology;

use std::ops::Range;

use super::{Document, Need, Role, Site, Skill};

pub use facts::Fact;
pub use level::LevelSaid;

use lexicon::Lexicon;
use sentences::sentences;

/// What an advert says and what it does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Advert<'a> {
    /// What was found in the text, in its order; none overlaps another.
    pub finds: Vec<Find<'a>>,
    /// The skills it names, must-haves first, each once with the weight it has at its strongest.
    pub skills: Vec<SkillNamed<'a>>,
    /// The roles whose titles it uses, in the order in which they first appear.
    pub roles: Vec<&'a Document<Role>>,
    pub level: LevelSaid,
    /// What an applicant wants to know, and the words that tell it, if any do.
    pub facts: Vec<(Fact, Option<String>)>,
    /// Words that look like a technology and that the guide has no page for, each once.
    pub unknown: Vec<String>,
}

/// Something found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Find<'a> {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    pub what: Found<'a>,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found<'a> {
    Skill(&'a Document<Skill>, Weight),
    Role(&'a Document<Role>),
    /// A technology that the guide has no page for.
    Unknown,
}

/// How much an advert wants a skill, and the word that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    Must(&'static str),
    /// Named, and no word near it says how much it is wanted.
    Unsaid,
    Nice(&'static str),
    /// Named beside a word that denies: it may well not be asked for.
    Denied(&'static str),
}

impl Weight {
    /// The need that the advert states, if it does.
    pub fn need(self) -> Option<Need> {
        match self {
            Weight::Must(_) => Some(Need::Must),
            Weight::Nice(_) => Some(Need::Nice),
            Weight::Unsaid | Weight::Denied(_) => None,
        }
    }
}

/// A skill that an advert names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkillNamed<'a> {
    pub skill: &'a Document<Skill>,
    pub weight: Weight,
}

impl Site {
    /// Reads an advert. The time is proportional to its length, whatever stands in it.
    pub fn read_advert(&self, text: &str) -> Advert<'_> {
        let sentences = sentences(text);
        let lexicon = Lexicon::new(self);
        let mut finds = lexicon.finds(text, &sentences);
        technology::add(text, &mut finds);
        finds.sort_by_key(|find| find.at.start);
        let mut unknown: Vec<String> = Vec::new();
        let mut roles: Vec<&Document<Role>> = Vec::new();
        for find in &finds {
            match find.what {
                Found::Role(role) if roles.iter().all(|seen| seen.id != role.id) => {
                    roles.push(role);
                }
                Found::Unknown => {
                    let word = &text[find.at.clone()];
                    if unknown.iter().all(|seen| !seen.eq_ignore_ascii_case(word)) {
                        unknown.push(word.to_owned());
                    }
                }
                _ => {}
            }
        }
        Advert {
            skills: skills(&finds),
            roles,
            level: level::said(&sentences),
            facts: facts::facts(text, &sentences),
            unknown,
            finds,
        }
    }
}

fn skills<'a>(finds: &[Find<'a>]) -> Vec<SkillNamed<'a>> {
    let mut named: Vec<SkillNamed> = Vec::new();
    for find in finds {
        let Found::Skill(skill, weight) = find.what else {
            continue;
        };
        match named.iter_mut().find(|seen| seen.skill.id == skill.id) {
            Some(seen) => seen.weight = seen.weight.min(weight),
            None => named.push(SkillNamed { skill, weight }),
        }
    }
    named.sort_by_key(|seen| match seen.weight {
        Weight::Must(_) => 0,
        Weight::Unsaid => 1,
        Weight::Nice(_) => 2,
        Weight::Denied(_) => 3,
    });
    named
}

/// Where `words`, in lower case, stands in `text`, in lower case, between other words.
fn find_words(text: &str, words: &str) -> Option<Range<usize>> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .map(|(at, _)| at..at + words.len())
        .find(|at| {
            !is_word(text[..at.start].chars().next_back())
                && !is_word(text[at.end..].chars().next())
        })
}
