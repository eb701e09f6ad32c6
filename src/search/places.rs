//! The places of a page that a search can lead to, and the words that stand there: its lead, and
//! each of its sections with the fields of the front matter that the page shows in it.

use std::borrow::Cow;

use crate::site::{
    Address, Body, CareerPath, Document, Industry, Job, Kind, Learning, Phrase, Role, Rung, Site,
    Skill, SkillLevel,
};

/// A place of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Place<'a> {
    /// The fragment; the lead has none.
    pub anchor: Option<Cow<'a, str>>,
    /// The heading; the lead has none.
    pub heading: Cow<'a, str>,
    /// All that stands there, in order.
    pub texts: Vec<Cow<'a, str>>,
}

/// The places of a page, the lead first; none if the Site has no such page.
pub fn places<'a>(site: &'a Site, address: &Address) -> Vec<Place<'a>> {
    match address {
        Address::Document(kind, id) => document(site, *kind, id),
        Address::Prose(id) => document(site, Kind::Page, id),
        Address::SalaryRole(_) => vec![lead([
            "Pay by country, city and source: percentiles, each figure with its source.".into(),
        ])],
        Address::SalaryRegion(_, region) => {
            let place = site.region_in_text(region);
            vec![lead([format!(
                "What the role is paid in {place}: percentiles by source, by experience and by place."
            )
            .into()])]
        }
        Address::Move(..) => vec![lead([
            "What carries over, what to deepen, what is new, hours, and pay on both sides.".into(),
        ])],
        Address::FigureFile(id) => vec![figures(site, id)],
        _ => vec![lead([])],
    }
}

fn lead<'a, const N: usize>(texts: [Cow<'a, str>; N]) -> Place<'a> {
    Place {
        anchor: None,
        heading: Cow::Borrowed(""),
        texts: texts.into(),
    }
}

fn figures<'a>(site: &'a Site, id: &str) -> Place<'a> {
    let usage = site.usage.iter().find(|usage| usage.id == id);
    let pay = site.salaries.iter().find(|edition| edition.id == id);
    let mut texts: Vec<Cow<str>> = Vec::new();
    if let Some(usage) = usage {
        texts.push(Cow::Borrowed(&usage.measures));
        texts.extend(
            usage
                .figures
                .iter()
                .map(|it| Cow::Borrowed(it.label.as_str())),
        );
    }
    texts.extend(pay.map(|edition| Cow::Borrowed(edition.source.population.as_str())));
    Place { texts, ..lead([]) }
}

fn document<'a>(site: &'a Site, kind: Kind, id: &str) -> Vec<Place<'a>> {
    let Some(card) = site.card(kind, id) else {
        return Vec::new();
    };
    let mut places = Places::new(kind, card.summary, card.body);
    match kind {
        Kind::Role => site.roles.get(id).map(|it| role(site, it, &mut places)),
        Kind::Skill => site.skills.get(id).map(|it| skill(it, &mut places)),
        Kind::CareerPath => site
            .career_paths
            .get(id)
            .map(|it| path(site, it, &mut places)),
        Kind::Learning => site.learning.get(id).map(|it| learning(it, &mut places)),
        Kind::Industry => site.industries.get(id).map(|it| industry(it, &mut places)),
        Kind::Job => site.jobs.get(id).map(|it| job(it, &mut places)),
        Kind::Guide | Kind::Term | Kind::Author | Kind::Page => None,
    };
    places.all
}

/// The places of a document while they are collected.
struct Places<'a> {
    kind: Kind,
    all: Vec<Place<'a>>,
}

impl<'a> Places<'a> {
    fn new(kind: Kind, summary: &'a str, body: &'a Body) -> Self {
        let mut all = vec![lead([summary.into(), body.lead_text.as_str().into()])];
        all.extend(body.sections.iter().map(|section| Place {
            anchor: Some(Cow::Borrowed(&section.id)),
            heading: Cow::Borrowed(&section.title),
            texts: vec![Cow::Borrowed(&section.text)],
        }));
        Places { kind, all }
    }

    /// Adds words to the lead.
    fn lead(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        self.all[0]
            .texts
            .extend(texts.into_iter().map(Cow::Borrowed));
    }

    /// Adds words to a section of the outline.
    fn add(&mut self, anchor: &'static str, texts: impl IntoIterator<Item = &'a str>) {
        let texts = texts.into_iter().map(Cow::Borrowed);
        let is_there = |place: &&mut Place| place.anchor.as_deref() == Some(anchor);
        if let Some(place) = self.all.iter_mut().find(is_there) {
            place.texts.extend(texts);
            return;
        }
        let outline = self.kind.outline().iter();
        let title = outline
            .filter(|it| it.id == anchor)
            .map(|it| it.title)
            .next();
        self.all.push(Place {
            anchor: Some(Cow::Borrowed(anchor)),
            heading: Cow::Borrowed(title.unwrap_or_default()),
            texts: texts.collect(),
        });
    }
}

fn words(phrases: &[Phrase]) -> impl Iterator<Item = &str> {
    phrases.iter().map(|phrase| phrase.text.as_str())
}

fn role<'a>(site: &'a Site, role: &'a Document<Role>, places: &mut Places<'a>) {
    let fields = &role.fields;
    places.add(
        "what-you-do",
        fields.duties.iter().map(|duty| duty.text.text.as_str()),
    );
    let work = &fields.work;
    places.add(
        "where-and-with-whom",
        [&work.place, &work.hours, &work.on_call].map(|phrase| phrase.text.as_str()),
    );
    let needed = fields.skills.iter().flat_map(|row| {
        let skill = site.skills.get(row.skill.as_str());
        let title = skill.map_or("", |skill| skill.meta.title.as_str());
        [title, &row.why.text]
    });
    places.add("what-it-takes", needed);
    let levels = fields.levels.iter();
    places.add(
        "levels",
        levels.flat_map(|it| [site.level(&it.level), &it.summary.text]),
    );
    let ways = fields.ways_in.iter();
    places.add(
        "how-to-get-in",
        ways.flat_map(|it| [it.way.label(), &it.requires.text, &it.cost.text]),
    );
    places.add(
        "pay",
        fields.pay_gap.iter().map(|phrase| phrase.text.as_str()),
    );
    let moves = fields.moves.iter().flat_map(|it| {
        let to = site.roles.get(it.to.as_str());
        let title = to.map_or("", |role| role.meta.title.as_str());
        [title, &it.why.text, &it.same.text, &it.differs.text]
    });
    places.add("close-roles", moves);
}

fn skill<'a>(skill: &'a Document<Skill>, places: &mut Places<'a>) {
    let fields = &skill.fields;
    let outcomes = SkillLevel::ALL.into_iter();
    places.add(
        "levels",
        outcomes.flat_map(|level| words(&fields.levels.at(level).can)),
    );
    let test = &fields.skip_test;
    places.add(
        "skip-test",
        [&test.task, &test.pass].map(|prose| prose.text.as_str()),
    );
    places.add("hours", [fields.hours_basis.text.as_str()]);
    let projects = fields.practice.iter();
    places.add(
        "practise",
        projects.flat_map(|it| [it.title.as_str(), &it.task.text]),
    );
    let questions = fields.questions.iter();
    places.add(
        "interview-questions",
        questions.flat_map(|it| [it.ask.text.as_str(), &it.answer.text]),
    );
}

fn path<'a>(site: &'a Site, path: &'a Document<CareerPath>, places: &mut Places<'a>) {
    let fields = &path.fields;
    places.lead([fields.for_whom.text.as_str()]);
    places
        .all
        .extend(fields.rungs.iter().map(|it| rung(site, it)));
    places.add(
        "forks",
        fields.forks.iter().map(|fork| fork.text.text.as_str()),
    );
    let entries = fields.entries.iter();
    places.add(
        "ways-in",
        entries.flat_map(|it| [it.from.as_str(), &it.text.text]),
    );
    places.add(
        "sideways",
        fields.sideways.iter().map(|it| it.text.text.as_str()),
    );
    places.add("ways-out", words(&fields.ways_out));
    let ladders = fields.ladders.iter();
    places.add(
        "ladders",
        ladders.flat_map(|it| [it.organisation.as_str(), &it.levels]),
    );
}

fn rung<'a>(site: &'a Site, rung: &'a Rung) -> Place<'a> {
    let lists = [
        &rung.responsibilities,
        &rung.ready,
        &rung.evidence,
        &rung.blocks,
    ];
    let skills = rung.skills.iter().map(|skill| skill.change.text.as_str());
    let texts = lists.into_iter().flat_map(|list| words(list)).chain(skills);
    let level = site.level(&rung.level);
    Place {
        anchor: Some(format!("rung-{}", rung.level).into()),
        heading: format!("{level}: {}", rung.title).into(),
        texts: std::iter::once(rung.scope.text.as_str())
            .chain(texts)
            .map(Cow::Borrowed)
            .collect(),
    }
}

fn learning<'a>(resource: &'a Document<Learning>, places: &mut Places<'a>) {
    let fields = &resource.fields;
    places.lead([
        fields.verdict.text.as_str(),
        &fields.provider,
        fields.form.label(),
    ]);
}

fn industry<'a>(industry: &'a Document<Industry>, places: &mut Places<'a>) {
    let employers = industry.fields.employers.iter();
    places.add("employers", employers.map(|it| it.name.as_str()));
}

fn job<'a>(job: &'a Document<Job>, places: &mut Places<'a>) {
    let fields = &job.fields;
    places.lead([fields.employer.as_str()]);
    places.lead(fields.place.as_deref());
    places.lead(fields.says.iter().map(String::as_str));
}
