//! `cycle`: skills that need each other, so that none can be learnt first.

use std::collections::HashSet;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::{Own, ReadDocument};
use crate::site::{Kind, SkillId};

/// Each cycle is told once, at the need that closes it.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    let mut search = Search {
        all,
        done: HashSet::new(),
        way: Vec::new(),
        found,
    };
    for document in &all.documents {
        if document.kind == Kind::Skill {
            search.visit(document);
        }
    }
}

struct Search<'a, 'b> {
    all: &'a Collection<'a>,
    done: HashSet<&'a str>,
    /// The skills from the start of the search to here.
    way: Vec<&'a str>,
    found: &'b mut Vec<Diagnostic>,
}

impl<'a> Search<'a, '_> {
    fn visit(&mut self, document: &'a ReadDocument<'a>) {
        if !self.done.insert(document.read.id) {
            return;
        }
        self.way.push(document.read.id);
        for (place, need) in needs(document).iter().enumerate() {
            if let Some(start) = self.way.iter().position(|id| *id == need.as_str()) {
                self.close(document, place, start);
            } else if let Some(next) = self.all.document(Kind::Skill, need.as_str()) {
                self.visit(next);
            }
        }
        self.way.pop();
    }

    fn close(&mut self, document: &ReadDocument, place: usize, start: usize) {
        let skill = self.way[start];
        let way = [&self.way[start..], &[skill]].concat().join(" → ");
        let span = document.read.table.value(&format!("/needs/{place}"));
        let message = format!("`{skill}` needs itself");
        let diagnostic = Diagnostic::error("cycle", document.read.file, span, message);
        self.found.push(diagnostic.label(way));
    }
}

fn needs<'a>(document: &'a ReadDocument) -> &'a [SkillId] {
    match &document.read.value {
        Some(front) => match &front.own {
            Own::Skill(skill) => &skill.needs,
            _ => &[],
        },
        None => &[],
    }
}
