//! Which things a page is about.

use crate::pages::layout::crumbs;
use crate::pages::picture::Picture;
use crate::site::{Address, AuthorIs, Card, DataFormat, DataSource, Kind, RoleId, Site, SkillId};

use super::occupation::{occupation, posting};
use super::thing::{Download, ListItem, Named, Reference, Thing};

/// The things of an address. `here` is the last word of its breadcrumb.
pub fn graph(site: &Site, address: &Address, here: &str) -> Vec<Thing> {
    let url = format!("{}{}", site.config.address, address.path());
    let mut things = vec![publisher(site)];
    things.extend(breadcrumb(site, address, &url, here));
    match address {
        Address::Home => things.push(website(site)),
        Address::Index(Kind::Term) => things.push(glossary(site, &url)),
        Address::Index(kind) => things.extend(list_of(site, *kind, &url)),
        Address::Document(kind, id) => {
            let card = site.card(*kind, id);
            things.extend(
                card.into_iter()
                    .flat_map(|card| document(site, &card, &url)),
            );
        }
        Address::Prose(id) => {
            let card = site.card(Kind::Page, id);
            things.extend(card.map(|card| article(site, &card, &url, None)));
        }
        Address::SalaryRole(role) => things.extend(pay_data(site, role, &url)),
        Address::FigureFile(id) => things.extend(figure_file(site, id, &url)),
        _ => {}
    }
    things
}

fn publisher_id(site: &Site) -> String {
    format!("{}/#publisher", site.config.address)
}

fn publisher(site: &Site) -> Thing {
    Thing::Organization {
        id: publisher_id(site),
        name: site.config.name.clone(),
        url: format!("{}/", site.config.address),
    }
}

fn website(site: &Site) -> Thing {
    Thing::WebSite {
        id: format!("{}/#website", site.config.address),
        name: site.config.name.clone(),
        url: format!("{}/", site.config.address),
        description: site.config.description.clone(),
        in_language: site.config.language.clone(),
        publisher: Reference::new(publisher_id(site)),
        license: site.config.licence.url.clone(),
    }
}

/// The way from the home page, as the page shows it; nothing on the home page itself.
fn breadcrumb(site: &Site, address: &Address, url: &str, here: &str) -> Option<Thing> {
    let before = crumbs(site, address);
    if before.is_empty() {
        return None;
    }
    let steps = before.into_iter().map(|crumb| {
        let item = format!("{}{}", site.config.address, crumb.path);
        (crumb.label, item)
    });
    Some(Thing::BreadcrumbList {
        id: format!("{url}#breadcrumb"),
        item_list_element: numbered(steps.chain([(here.to_owned(), url.to_owned())])),
    })
}

fn numbered(items: impl Iterator<Item = (String, String)>) -> Vec<ListItem> {
    let item = |(index, (name, item))| ListItem {
        position: index + 1,
        name,
        item,
    };
    items.enumerate().map(item).collect()
}

/// The pages of a kind; nothing if there are none, as when no advert is open.
fn list_of(site: &Site, kind: Kind, url: &str) -> Option<Thing> {
    let listed = site
        .cards()
        .filter(|card| card.kind == kind)
        .filter(|card| kind != Kind::Job || is_open(site, card.id));
    let items = numbered(listed.map(|card| {
        let item = format!("{}{}", site.config.address, kind.path(card.id));
        (card.title.to_owned(), item)
    }));
    (!items.is_empty()).then(|| Thing::ItemList {
        id: format!("{url}#list"),
        name: kind.index_title().to_owned(),
        number_of_items: items.len(),
        item_list_element: items,
    })
}

fn is_open(site: &Site, id: &str) -> bool {
    site.jobs.get(id).is_some_and(|job| !site.is_closed(job))
}

fn glossary(site: &Site, url: &str) -> Thing {
    let term = |id: &str| {
        Reference::new(format!(
            "{}{}#term",
            site.config.address,
            Kind::Term.path(id)
        ))
    };
    Thing::DefinedTermSet {
        id: format!("{url}#terms"),
        name: Kind::Term.index_title().to_owned(),
        url: url.to_owned(),
        has_defined_term: site.terms.iter().map(|it| term(&it.id)).collect(),
    }
}

/// An article, and what it is about.
fn document(site: &Site, card: &Card, url: &str) -> Vec<Thing> {
    let about = match card.kind {
        Kind::Role => site
            .roles
            .get(card.id)
            .map(|role| occupation(site, role, url)),
        Kind::Skill => Some(term(site, card, url)),
        Kind::Term => return vec![term(site, card, url)],
        Kind::Author => return profile(site, card, url),
        Kind::Job => {
            let job = site.jobs.get(card.id);
            return job
                .and_then(|job| posting(site, job, url))
                .into_iter()
                .collect();
        }
        _ => None,
    };
    let reference = match card.kind {
        Kind::Role => Some("#occupation"),
        Kind::Skill => Some("#term"),
        _ => None,
    };
    let reference = reference.map(|end| Reference::new(format!("{url}{end}")));
    let mut things = vec![article(site, card, url, reference)];
    things.extend(about);
    things
}

fn article(site: &Site, card: &Card, url: &str, about: Option<Reference>) -> Thing {
    let author = |id: &str| {
        Reference::new(format!(
            "{}{}#author",
            site.config.address,
            Kind::Author.path(id)
        ))
    };
    let picture = Picture::of(site, &card.kind.address(card.id));
    Thing::Article {
        image: picture.map(|picture| format!("{}{}", site.config.address, picture.path)),
        id: format!("{url}#article"),
        url: url.to_owned(),
        headline: card.title.to_owned(),
        description: card.summary.to_owned(),
        date_published: card.published,
        date_modified: card.updated,
        author: card
            .meta
            .authors
            .iter()
            .map(|id| author(id.as_str()))
            .collect(),
        publisher: Reference::new(publisher_id(site)),
        in_language: site.config.language.clone(),
        license: site.config.licence.url.clone(),
        about,
    }
}

/// A term of the glossary, or a skill as a term.
fn term(site: &Site, card: &Card, url: &str) -> Thing {
    let skill = site.skills.get(SkillId::new(card.id).as_str());
    let names = match card.kind {
        Kind::Term => site.terms.get(card.id).map(|term| &term.also_called),
        _ => skill.map(|skill| &skill.also_called),
    };
    let set = format!(
        "{}{}#terms",
        site.config.address,
        Address::Index(Kind::Term).path()
    );
    Thing::DefinedTerm {
        id: format!("{url}#term"),
        name: card.title.to_owned(),
        description: card.summary.to_owned(),
        url: url.to_owned(),
        alternate_name: names.cloned().unwrap_or_default(),
        in_defined_term_set: (card.kind == Kind::Term).then(|| Reference::new(set)),
    }
}

fn profile(site: &Site, card: &Card, url: &str) -> Vec<Thing> {
    let Some(author) = site.authors.get(card.id) else {
        return Vec::new();
    };
    let id = format!("{url}#author");
    let page = Thing::ProfilePage {
        id: format!("{url}#profile"),
        name: card.title.to_owned(),
        url: url.to_owned(),
        main_entity: Reference::new(&id),
    };
    let name = card.title.to_owned();
    let who = match author.is {
        AuthorIs::Person => Thing::Person {
            id,
            name,
            job_title: author.works_as.clone(),
            same_as: author.links.clone(),
        },
        AuthorIs::Team => Thing::Organization {
            id,
            name,
            url: url.to_owned(),
        },
    };
    vec![page, who]
}

/// The figures of pay of a role as data; nothing if there are none.
fn pay_data(site: &Site, role: &RoleId, url: &str) -> Option<Thing> {
    let document = site.roles.get(role.as_str())?;
    let newest = site
        .pay_of(role)
        .map(|row| row.edition.source.retrieved)
        .max()?;
    let file = |format, encoding_format| Download {
        encoding_format,
        content_url: format!(
            "{}{}",
            site.config.address,
            Address::SalaryData(role.clone(), format).path()
        ),
    };
    let name = format!("{} pay", document.meta.title);
    Some(Thing::Dataset {
        id: format!("{url}#data"),
        description:
            "All figures for this role as CSV and JSON, each row with its source and licence"
                .to_owned(),
        name,
        url: url.to_owned(),
        // Each row has the licence of its own source.
        license: None,
        creator: None,
        temporal_coverage: None,
        date_modified: Some(newest),
        distribution: vec![
            file(DataFormat::Csv, "text/csv"),
            file(DataFormat::Json, "application/json"),
        ],
    })
}

/// A file of figures as data.
fn figure_file(site: &Site, id: &str, url: &str) -> Option<Thing> {
    let pay = site.salaries.iter().find(|edition| edition.id == id);
    let usage = || site.usage.iter().find(|usage| usage.id == id);
    let (title, source): (&str, &DataSource) = match pay {
        Some(edition) => (&edition.title, &edition.source),
        None => usage().map(|usage| (usage.title.as_str(), &usage.source))?,
    };
    Some(Thing::Dataset {
        id: format!("{url}#data"),
        name: title.to_owned(),
        description: source.population.clone(),
        url: url.to_owned(),
        license: Some(source.licence.clone()).filter(|licence| licence.starts_with("https://")),
        creator: Some(Named {
            name: source.publisher.clone(),
        }),
        temporal_coverage: source
            .collected
            .map(|span| format!("{}/{}", span.from, span.to)),
        date_modified: Some(source.retrieved),
        distribution: Vec::new(),
    })
}
