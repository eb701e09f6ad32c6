//! Figures, roles and a path to draw in tests. The figures are real ones of the sources they name.

use std::collections::HashMap;

use serde_json::{Value, from_value, json};

use crate::site::{
    Body, CareerPath, Document, Edition, Meta, PayRow, Redirects, Role, Shelf, Site, Skill, Usage,
    Vocabulary, VocabularyList,
};

/// The day on which the sample figures are looked at: all of them are fresh.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 20);

/// An edition with the words and days that differ between the samples.
fn edition(short: &str, reference: &str, to: &str, more: Value) -> Edition {
    let mut edition = json!({
        "title": short, "short": short, "status": "published",
        "currency": "USD", "period": "year", "tax": "gross", "covers": "base",
        "method": "official", "reference": reference, "good_until": "2027-06-30",
        "source": {
            "publisher": "Publisher", "url": "https://example.org", "retrieved": "2026-01-02",
            "collected": { "from": "2022-11-01", "to": to },
            "licence": "public domain", "credit": "Publisher",
            "population": "Employees; nobody who is self-employed", "caveat": "No office counts backend developers apart.",
        },
    });
    let fields = edition.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    from_value(edition).unwrap()
}

/// Two occupations of the Bureau of Labor Statistics.
pub fn bls_2025() -> Edition {
    let figures = json!({ "figures": [
        { "region": "us", "occupation": "Software developers", "n": 1687890,
          "p10": 82460, "p25": 105210, "median": 135980, "p75": 171980, "p90": 214670 },
        { "region": "us", "occupation": "Web developers",
          "p10": 48100, "p25": 64230, "median": 92650, "p75": 126230, "p90": 162290 },
    ] });
    edition("BLS, May 2025", "May 2025", "2025-05-31", figures)
}

pub fn bls_2024() -> Edition {
    let figures = json!({ "figures": [
        { "region": "us", "occupation": "Software developers",
          "p10": 79850, "p25": 103050, "median": 133080, "p75": 169000, "p90": 211450 },
    ] });
    edition("BLS, May 2024", "May 2024", "2024-05-31", figures)
}

pub fn stack_overflow() -> Edition {
    let more = json!({
        "method": "survey", "covers": "total",
        "figures": [{ "region": "us", "n": 627,
            "p10": 103200, "p25": 140000, "median": 175000, "p75": 235000, "p90": 320000 }],
    });
    edition("Stack Overflow, 2025", "2025", "2025-06-23", more)
}

/// A figure in another currency and period, without the outer percentiles.
pub fn sweden() -> Edition {
    let more = json!({
        "currency": "SEK", "period": "month",
        "figures": [{ "region": "se", "p25": 45200, "median": 53500, "p75": 62300 }],
    });
    edition("SCB, 2024", "2024", "2024-12-31", more)
}

/// An edition of one figure, for shapes that no source has.
pub fn made_up(short: &str, to: &str, figure: Value) -> Edition {
    edition(short, to, to, json!({ "figures": [figure] }))
}

/// All figures of some editions.
pub fn rows(editions: &[Edition]) -> Vec<PayRow<'_>> {
    let of = |edition| move |figure| PayRow { edition, figure };
    editions
        .iter()
        .flat_map(|edition: &Edition| edition.figures.iter().map(of(edition)))
        .collect()
}

/// A file of usage figures with these values.
pub fn usage(unit: &str, figures: &[(&str, f64)]) -> Usage {
    let bls = bls_2025();
    let mut usage: Usage = from_value(json!({
        "title": "Databases of back-end developers, 2025", "status": "published",
        "topic": "databases", "unit": unit, "measures": "share who used it in the last year",
        "region": "world", "reference": "2025", "good_until": "2027-06-30",
        "source": {
            "publisher": "Publisher", "url": "https://example.org", "retrieved": "2026-01-02",
            "licence": "ODbL", "credit": "Publisher", "population": "People", "caveat": "None.",
        },
        "figures": figures.iter().map(|(label, value)| json!({
            "id": label.to_lowercase(), "label": label, "value": value,
        })).collect::<Vec<_>>(),
    }))
    .unwrap();
    usage.source = bls.source;
    usage
}

fn phrase(text: &str) -> Value {
    json!({ "html": text, "text": text })
}

/// A rung: level, title, track, the levels before it.
pub type RungSample<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

/// The usual path of a backend developer.
pub const RUNGS: [RungSample; 8] = [
    ("intern", "Intern", "common", &[]),
    ("junior", "Junior backend developer", "common", &["intern"]),
    ("mid", "Backend developer", "common", &["junior"]),
    ("senior", "Senior backend developer", "common", &["mid"]),
    ("staff", "Staff engineer", "expert", &["senior"]),
    ("principal", "Principal engineer", "expert", &["staff"]),
    ("manager", "Engineering manager", "manager", &["senior"]),
    (
        "director",
        "Director of engineering",
        "manager",
        &["manager", "staff"],
    ),
];

/// A career path of these rungs.
pub fn career_path(rungs: &[RungSample]) -> CareerPath {
    let rung = |(level, title, track, after): &RungSample| {
        json!({
            "level": level, "title": title, "track": track, "after": after,
            "scope": phrase("Scope."), "responsibilities": [], "ready": [], "evidence": [], "blocks": [],
            "months": { "low": 24, "high": 48, "basis": "judgement" },
        })
    };
    let rungs: Vec<_> = rungs.iter().map(rung).collect();
    from_value(json!({ "for_whom": phrase("All."), "rungs": rungs })).unwrap()
}

/// A published document with this id and title.
fn document<K>(id: &str, title: &str, fields: K) -> Document<K> {
    let meta = json!({ "title": title, "summary": "A summary.", "status": "published" });
    Document {
        id: id.to_owned(),
        file: format!("{id}.md"),
        meta: from_value::<Meta>(meta).unwrap(),
        fields,
        body: Body::default().into(),
    }
}

/// A role that asks for skills: `("sql", "must", "working")`.
pub fn role(id: &str, title: &str, skills: &[(&str, &str, &str)]) -> Document<Role> {
    let skill = |(skill, need, level): &(&str, &str, &str)| json!({ "skill": skill, "need": need, "level": level, "why": phrase("Why.") });
    let fields = json!({
        "family": "development", "levels": [], "duties": [], "ways_in": [],
        "skills": skills.iter().map(skill).collect::<Vec<_>>(),
        "work": { "place": phrase("-"), "hours": phrase("-"), "on_call": phrase("-") },
        "time_to_entry": { "low": 9, "high": 24, "basis": "judgement" },
        "codes": { "note": phrase("-") },
    });
    document(id, title, from_value(fields).unwrap())
}

fn skill((id, title, group): (&str, &str, &str)) -> Document<Skill> {
    let outcome = json!({ "can": [], "hours": { "low": 1, "high": 2 } });
    let fields = json!({
        "group": group, "hours_basis": phrase("-"), "practice": [], "questions": [],
        "levels": { "awareness": outcome, "working": outcome, "practitioner": outcome, "expert": outcome },
        "skip_test": { "task": phrase("-"), "pass": phrase("-") },
    });
    document(id, title, from_value(fields).unwrap())
}

fn list(entries: &[(&str, &str)]) -> Vec<crate::site::Entry> {
    let entry = |(id, title): &(&str, &str)| json!({ "id": id, "title": title });
    let entries: Vec<_> = entries.iter().map(entry).collect();
    let list: VocabularyList = from_value(json!({ "entry": entries })).unwrap();
    list.entries
}

/// A guide of three skills and the levels of [`RUNGS`].
pub fn site() -> Site {
    let nothing = || list(&[]);
    Site {
        config: from_value(json!({
            "format": 1, "name": "Guide", "tagline": "A guide", "description": "A guide.",
            "address": "https://guide.example", "language": "en", "publisher": "Editors",
            "licence": { "name": "CC BY 4.0", "url": "https://example.org" },
            "navigation": [], "limits": { "file_bytes": 1000 },
        }))
        .unwrap(),
        vocabulary: Vocabulary {
            levels: list(&[
                ("intern", "Intern"),
                ("junior", "Junior"),
                ("mid", "Mid-level"),
                ("senior", "Senior"),
                ("staff", "Staff"),
                ("principal", "Principal"),
                ("manager", "Engineering manager"),
                ("director", "Director of engineering"),
            ]),
            regions: nothing(),
            skill_groups: list(&[("databases", "Databases"), ("running", "Running software")]),
            role_families: nothing(),
            tags: nothing(),
        },
        roles: Shelf::from_iter([]),
        skills: [
            ("sql", "SQL", "databases"),
            ("data-modelling", "Data modelling", "databases"),
            ("linux", "Linux", "running"),
        ]
        .map(skill)
        .into_iter()
        .collect(),
        career_paths: Shelf::from_iter([]),
        guides: Shelf::from_iter([]),
        learning: Shelf::from_iter([]),
        industries: Shelf::from_iter([]),
        jobs: Shelf::from_iter([]),
        terms: Shelf::from_iter([]),
        authors: Shelf::from_iter([]),
        pages: Shelf::from_iter([]),
        salaries: Vec::new(),
        usage: Vec::new(),
        redirects: Redirects::new(HashMap::new()),
        instant: "2026-01-10T00:00:00Z".parse().unwrap(),
        next_change: None,
        handbook: Default::default(),
    }
}
