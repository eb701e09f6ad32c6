//! Whether readers see something, and why.

mod conditions;

use jiff::Timestamp;

use super::near::few_nearest;
use super::{Loaded, Named, Overview, Severity};
use crate::site::{Address, Fate, Kind, RESERVED, bare};
use conditions::conditions;

/// Whether readers see what somebody has asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub public: bool,
    /// The answer in a line: `` not public: `status` is `draft` ``.
    pub headline: String,
    /// What must hold for a document to be public, each with its outcome.
    pub conditions: Vec<Condition>,
    /// Names that are close to one that nobody has.
    pub near: Vec<String>,
}

/// One thing that must hold for a document to be public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub holds: bool,
    /// The outcome as a clause: `` `publish_at` is in 3 days ``.
    pub says: String,
}

impl Loaded {
    /// Whether readers see `named`, and what decides it. An old path is answered with where it
    /// leads, a name that nobody has with those that are near.
    pub fn why(&self, named: &Named, instant: Timestamp) -> Answer {
        let inquiry = Inquiry {
            loaded: self,
            instant,
        };
        match named {
            Named::Document(kind, id) => match inquiry.overview(*kind, id) {
                Some(overview) => inquiry.document(overview),
                None => inquiry.absent(*kind, id),
            },
            Named::File(file) => inquiry.file(file),
            Named::Path(path) => match Address::parse(path) {
                Some(Address::Prose(id)) => match inquiry.overview(Kind::Page, &id) {
                    Some(overview) => inquiry.document(overview),
                    None => inquiry.path(path),
                },
                _ => inquiry.path(path),
            },
            Named::Unknown(text) => inquiry.nobody(text),
        }
    }

    /// Where an old path leads: the path of a page, or words for one that is gone; nothing if
    /// `path` is not an old path.
    pub fn leads(&self, path: &str) -> Option<String> {
        let site = self.site.as_ref();
        match site.and_then(|site| site.redirects.fate(path)) {
            Some(Fate::Moved(to)) => return Some(format!("leads to `{to}`")),
            Some(Fate::Gone(_)) => return Some("is gone for good".to_owned()),
            None => {}
        }
        let has = |it: &&Overview| it.aliases.iter().any(|old| old == path);
        let overview = self.documents.iter().find(has)?;
        Some(format!("leads to `{}`", overview.file))
    }
}

/// What is asked of.
struct Inquiry<'a> {
    loaded: &'a Loaded,
    instant: Timestamp,
}

impl Inquiry<'_> {
    fn overview(&self, kind: Kind, id: &str) -> Option<&Overview> {
        let mut documents = self.loaded.documents.iter();
        documents.find(|it| it.kind == kind && it.id == id)
    }

    fn document(&self, overview: &Overview) -> Answer {
        let conditions = conditions(self.loaded, overview, self.instant);
        let failed = conditions.iter().filter(|condition| !condition.holds);
        let failed: Vec<&str> = failed.map(|it| it.says.as_str()).collect();
        Answer {
            public: failed.is_empty(),
            headline: match failed.as_slice() {
                [] => format!("public: {}", overview.kind.path(&overview.id)),
                failed => format!("not public: {}", failed.join("; ")),
            },
            conditions,
            near: Vec::new(),
        }
    }

    /// A document that no file that can be read makes.
    fn absent(&self, kind: Kind, id: &str) -> Answer {
        let file = format!("{}/{id}.md", kind.folder());
        match self.errors_of(&file).next() {
            Some(why) => not_public(format!("`{file}` cannot be read: {why}")),
            None => self.path(&kind.path(id)),
        }
    }

    /// A path that no document has.
    fn path(&self, path: &str) -> Answer {
        let site = self.loaded.site.as_ref();
        if let Some(fate) = site.and_then(|site| site.redirects.fate(path)) {
            return self.old(path, fate);
        }
        let has = |it: &&Overview| it.aliases.iter().any(|old| old == path);
        if let Some(overview) = self.loaded.documents.iter().find(has) {
            let file = &overview.file;
            let answer = self.document(overview);
            let headline = format!("`{path}` is an old path of {file}, {}", answer.headline);
            return Answer { headline, ..answer };
        }
        let answers = |address: &Address| address.path() == path;
        if site.is_some_and(|site| site.addresses().iter().any(answers)) {
            return public(format!("public: {path}, which the guide makes of its data"));
        }
        match Address::parse(path) {
            Some(Address::SalaryRegion(role, region)) => not_public(format!(
                "not public: there are no published figures of `{role}` in `{region}`"
            )),
            Some(Address::SalaryData(role, _)) => not_public(format!(
                "not public: there are no published figures of `{role}`"
            )),
            Some(Address::SalaryRole(role)) => {
                let answer = self.why_of(Kind::Role, role.as_str());
                let headline = format!("`{path}` belongs to role:{role}: {}", answer.headline);
                Answer { headline, ..answer }
            }
            _ => self.unanswered(path),
        }
    }

    fn why_of(&self, kind: Kind, id: &str) -> Answer {
        let named = Named::Document(kind, id.to_owned());
        self.loaded.why(&named, self.instant)
    }

    fn old(&self, path: &str, fate: &Fate) -> Answer {
        let to = match fate {
            Fate::Gone(reason) => {
                return not_public(format!("`{path}` is gone for good: {reason}"));
            }
            Fate::Moved(to) => to,
        };
        let target = match Address::parse(bare(to)) {
            Some(Address::Document(kind, id)) => self.why_of(kind, &id),
            Some(Address::Prose(id)) => self.why_of(Kind::Page, &id),
            _ => self.path(bare(to)),
        };
        let headline = format!(
            "`{path}` is an old path: it leads to {to}; {}",
            target.headline
        );
        Answer { headline, ..target }
    }

    fn unanswered(&self, path: &str) -> Answer {
        let first = path.split('/').nth(1).unwrap_or_default();
        match RESERVED.contains(&first) {
            true => public(format!(
                "`{path}` belongs to the server itself, not to the content"
            )),
            false => self.nobody(path),
        }
    }

    /// A file that is no document: data, settings, words.
    fn file(&self, file: &str) -> Answer {
        if let Some(why) = self.errors_of(file).next() {
            return not_public(format!("not public: `{file}` has errors: {why}"));
        }
        let (folder, name) = file.split_once('/').unwrap_or(("", file));
        let id = name.trim_end_matches(".toml");
        let Some(site) = &self.loaded.site else {
            return not_public("not public: too much is wrong to make a guide; see `check`");
        };
        let shown = match folder {
            "salaries" => site.salaries.iter().any(|edition| edition.id == id),
            "usage" => site.usage.iter().any(|usage| usage.id == id),
            _ => return public(format!("`{file}` has no page of its own, and no errors")),
        };
        match shown {
            true => public(format!("public: the figures of `{file}` are shown")),
            false => not_public(format!(
                "not public: there is no `{file}`, or its `status` is not `published`"
            )),
        }
    }

    fn nobody(&self, name: &str) -> Answer {
        let (near, what) = match name.starts_with('/') {
            true => (self.near_paths(name), "path"),
            false => (self.near_files(name), "name"),
        };
        Answer {
            near,
            ..not_public(format!("not public: nobody has the {what} `{name}`"))
        }
    }

    fn near_paths(&self, path: &str) -> Vec<String> {
        let documents = self.loaded.documents.iter();
        let mut paths: Vec<String> = documents.map(|it| it.kind.path(&it.id)).collect();
        if let Some(site) = &self.loaded.site {
            paths.extend(site.addresses().iter().map(Address::path));
            paths.extend(site.redirects.paths().map(|(old, _)| old.to_owned()));
        }
        few_nearest(path, paths)
    }

    fn near_files(&self, name: &str) -> Vec<String> {
        let documents = self.loaded.documents.iter();
        let names =
            documents.flat_map(|it| [it.file.clone(), format!("{}:{}", it.kind.word(), it.id)]);
        few_nearest(name, names.collect())
    }

    fn errors_of<'a>(&'a self, file: &'a str) -> impl Iterator<Item = &'a str> {
        let diagnostics = self.loaded.diagnostics.iter();
        diagnostics
            .filter(move |it| it.file == file && it.severity == Severity::Error)
            .map(|it| it.message.as_str())
    }
}

fn public(headline: impl Into<String>) -> Answer {
    Answer {
        public: true,
        headline: headline.into(),
        conditions: Vec::new(),
        near: Vec::new(),
    }
}

fn not_public(headline: impl Into<String>) -> Answer {
    Answer {
        public: false,
        ..public(headline)
    }
}
