//! Documents of any kind as cards, and which of them belong together.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Body, Document, Kind, Meta, Shelf, Site, SkillId, TagId};

/// What a list of mixed kinds shows of a document.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    pub kind: Kind,
    pub id: &'a str,
    pub title: &'a str,
    pub summary: &'a str,
    pub published: Option<Date>,
    pub updated: Option<Date>,
    pub meta: &'a Meta,
    pub body: &'a Body,
}

impl<'a> Card<'a> {
    /// The card of a document.
    pub fn new<K>(kind: Kind, document: &'a Document<K>) -> Self {
        Card {
            kind,
            id: &document.id,
            title: &document.meta.title,
            summary: &document.meta.summary,
            published: document.meta.published,
            updated: document.meta.updated,
            meta: &document.meta,
            body: &document.body,
        }
    }

    /// Where a reader finds the document.
    pub fn path(&self) -> String {
        self.kind.path(self.id)
    }

    /// The words of title and summary that can tell subjects apart: longer than three letters.
    fn words(&self) -> BTreeSet<String> {
        format!("{} {}", self.title, self.summary)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 3)
            .map(str::to_lowercase)
            .collect()
    }
}

/// Weights of what two documents share. A skill says more than a tag, a tag more than a word.
const SKILL_WEIGHT: f64 = 3.0;
const TAG_WEIGHT: f64 = 2.0;
const LINK_WEIGHT: f64 = 2.0;

impl Site {
    /// Every document as a card, in the order of kinds and ids.
    pub fn cards(&self) -> impl Iterator<Item = Card<'_>> {
        fn shelf<K>(kind: Kind, shelf: &Shelf<K>) -> impl Iterator<Item = Card<'_>> {
            shelf.iter().map(move |document| Card::new(kind, document))
        }
        shelf(Kind::Role, &self.roles)
            .chain(shelf(Kind::Skill, &self.skills))
            .chain(shelf(Kind::CareerPath, &self.career_paths))
            .chain(shelf(Kind::Guide, &self.guides))
            .chain(shelf(Kind::Learning, &self.learning))
            .chain(shelf(Kind::Industry, &self.industries))
            .chain(shelf(Kind::Job, &self.jobs))
            .chain(shelf(Kind::Term, &self.terms))
            .chain(shelf(Kind::Author, &self.authors))
            .chain(shelf(Kind::Page, &self.pages))
    }

    /// The card of one document.
    pub fn card(&self, kind: Kind, id: &str) -> Option<Card<'_>> {
        fn on<'a, K>(kind: Kind, shelf: &'a Shelf<K>, id: &str) -> Option<Card<'a>> {
            shelf.get(id).map(|document| Card::new(kind, document))
        }
        match kind {
            Kind::Role => on(kind, &self.roles, id),
            Kind::Skill => on(kind, &self.skills, id),
            Kind::CareerPath => on(kind, &self.career_paths, id),
            Kind::Guide => on(kind, &self.guides, id),
            Kind::Learning => on(kind, &self.learning, id),
            Kind::Industry => on(kind, &self.industries, id),
            Kind::Job => on(kind, &self.jobs, id),
            Kind::Term => on(kind, &self.terms, id),
            Kind::Author => on(kind, &self.authors, id),
            Kind::Page => on(kind, &self.pages, id),
        }
    }

    /// Whether a document links to another, in its text or in a field that says what it is about.
    fn links(&self, from: &Card, kind: Kind, id: &str) -> bool {
        let about = match from.kind {
            Kind::Guide => self.guides.get(from.id),
            _ => None,
        };
        from.body.links_to(kind, id)
            || kind == Kind::Role
                && about.is_some_and(|guide| guide.roles.iter().any(|role| role.as_str() == id))
    }

    /// The skills a document is about, each once.
    fn skills_of<'a>(&'a self, card: &Card<'a>) -> Vec<&'a str> {
        let mut skills: Vec<&str> = match card.kind {
            Kind::Skill => vec![card.id],
            Kind::Role => self.roles.get(card.id).map_or_else(Vec::new, |role| {
                role.skills.iter().map(|row| row.skill.as_str()).collect()
            }),
            Kind::Guide => self.guides.get(card.id).map_or_else(Vec::new, |guide| {
                guide.skills.iter().map(SkillId::as_str).collect()
            }),
            _ => Vec::new(),
        };
        skills.sort_unstable();
        skills.dedup();
        skills
    }

    /// The guides, roles, skills and paths closest to a document, closest first, at most `limit`.
    ///
    /// Closeness is the weighted number of shared skills, tags and links, plus the Jaccard index of
    /// the words of title and summary; documents that share nothing but words are left out.
    pub fn related(&self, kind: Kind, id: &str, limit: usize) -> Vec<Card<'_>> {
        let Some(this) = self.card(kind, id) else {
            return Vec::new();
        };
        let mut scored = self.sharing(&this);
        // Words add at most one. They are compared only where that can still put a document on the
        // list: to compare those of all documents takes longer than all the rest.
        let mut scores: Vec<f64> = scored.iter().map(|(shared, _)| *shared).collect();
        if let Some(last) = limit.checked_sub(1).filter(|last| *last < scores.len()) {
            let (_, least, _) = scores.select_nth_unstable_by(last, |a, b| b.total_cmp(a));
            scored.retain(|(shared, _)| *shared >= *least - 1.0);
        }
        let words = this.words();
        for (score, card) in &mut scored {
            *score += jaccard(&words, &card.words());
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored
            .into_iter()
            .map(|(_, card)| card)
            .take(limit)
            .collect()
    }

    /// The documents that share skills, tags or links with another one, and how much.
    fn sharing<'a>(&'a self, this: &Card<'a>) -> Vec<(f64, Card<'a>)> {
        let (skills, tags) = (self.skills_of(this), tags(this));
        let is_article = |kind| {
            matches!(
                kind,
                Kind::Guide | Kind::Role | Kind::Skill | Kind::CareerPath
            )
        };
        let others = self.cards().filter(|card| is_article(card.kind));
        let others = others.filter(|card| (card.kind, card.id) != (this.kind, this.id));
        others
            .filter_map(|card| {
                let linked =
                    self.links(&card, this.kind, this.id) || self.links(this, card.kind, card.id);
                let shared = SKILL_WEIGHT * in_both(&skills, &self.skills_of(&card))
                    + TAG_WEIGHT * in_both(&tags, &self::tags(&card))
                    + if linked { LINK_WEIGHT } else { 0.0 };
                (shared > 0.0).then_some((shared, card))
            })
            .collect()
    }
}

/// The tags of a document, each once.
fn tags<'a>(card: &Card<'a>) -> Vec<&'a str> {
    let mut tags: Vec<&str> = card.meta.tags.iter().map(TagId::as_str).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// How many words two short lists have in common.
fn in_both(some: &[&str], others: &[&str]) -> f64 {
    some.iter().filter(|word| others.contains(word)).count() as f64
}

/// The Jaccard index: the size of the intersection over the size of the union.
fn jaccard(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let union = a.union(b).count();
    if union == 0 {
        return 0.0;
    }
    a.intersection(b).count() as f64 / union as f64
}
