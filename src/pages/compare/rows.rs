//! The rows of a comparison, each with a word on whether it differs.

use crate::pages::charts::LevelMark;
use crate::pages::passport::Passport;
use crate::pages::role::{GlanceRow, GlanceValue, glance, typical_pay};
use crate::pages::words::{self, money};
use crate::site::{
    Comparison, Document, Frequency, Kind, PayRow, Role, RoleId, Site, SkillCompared,
};

/// A row of "at a glance".
pub struct Line<'a> {
    pub label: &'static str,
    pub cells: Vec<GlanceValue<'a>>,
    pub differs: bool,
}

/// The rows of "at a glance" of all roles beside each other.
pub fn glance_lines<'a>(site: &'a Site, roles: &[&'a Document<Role>]) -> Vec<Line<'a>> {
    let columns: Vec<Vec<GlanceRow>> = roles.iter().map(|role| glance(site, role)).collect();
    let mut lines: Vec<Line> = Vec::new();
    for (number, row) in columns.into_iter().flatten().enumerate() {
        match lines.iter_mut().find(|line| line.label == row.label) {
            Some(line) => {
                line.differs |= !line.cells[0].is_same(&row.value);
                line.cells.push(row.value);
            }
            None => {
                debug_assert_eq!(number, lines.len(), "every role has the same rows");
                lines.push(Line {
                    label: row.label,
                    cells: vec![row.value],
                    differs: false,
                });
            }
        }
    }
    lines
}

/// What is done equally often in each role.
pub struct DutyGroup<'a> {
    pub often: &'static str,
    /// The duties of each role, as finished HTML.
    pub cells: Vec<Vec<&'a str>>,
}

/// The duties of all roles beside each other, most frequent first.
pub fn duties<'a>(roles: &[&'a Document<Role>]) -> Vec<DutyGroup<'a>> {
    let frequencies = [
        Frequency::Daily,
        Frequency::Weekly,
        Frequency::Monthly,
        Frequency::Quarterly,
        Frequency::Yearly,
    ];
    let of_role = |role: &&'a Document<Role>, often: Frequency| -> Vec<&'a str> {
        let duties = role.fields.duties.iter().filter(|duty| duty.often == often);
        duties.map(|duty| duty.text.html.as_str()).collect()
    };
    let group = |often: Frequency| DutyGroup {
        often: often.label(),
        cells: roles.iter().map(|role| of_role(role, often)).collect(),
    };
    let groups = frequencies.into_iter().map(group);
    groups
        .filter(|group| group.cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

/// A skill as each role asks for it at entry.
pub struct SkillLine<'a> {
    pub path: String,
    pub title: &'a str,
    /// Need and level, or nothing where a role does not ask for it.
    pub cells: Vec<Option<(&'static str, LevelMark)>>,
    pub differs: bool,
}

pub fn skill_lines<'a>(site: &'a Site, skills: &[SkillCompared<'a>]) -> Vec<SkillLine<'a>> {
    let line = |compared: &SkillCompared<'a>| {
        let skill = site.skills.get(compared.skill.as_str())?;
        let cells = compared.rows.iter();
        Some(SkillLine {
            path: Kind::Skill.path(&skill.id),
            title: &skill.meta.title,
            cells: cells
                .map(|row| row.map(|row| (row.need.label(), LevelMark::new(row.level))))
                .collect(),
            differs: compared.differs(),
        })
    };
    skills.iter().filter_map(line).collect()
}

/// The pay of all roles.
pub struct PayTable<'a> {
    /// The place of one source that tells all of them apart; nothing if each role has a source of its
    /// own.
    pub place: Option<&'a str>,
    pub rows: Vec<PayLine>,
    /// What vouches for the figures of that source, one for each row.
    pub passports: Vec<Passport<'a>>,
}

/// What a role is paid.
pub struct PayLine {
    pub title: String,
    pub path: Option<String>,
    /// Who was counted, in the source's words.
    pub counted: String,
    pub median: String,
    pub middle_half: String,
}

impl PayLine {
    pub fn new(site: &Site, role: &Document<Role>, row: &PayRow) -> Self {
        let missing = || "not published".to_owned();
        let page = site.pay_page(&RoleId::new(&role.id), &row.figure.region);
        let middle = row.middle().map(|amount| {
            let kind = match row.figure.median {
                Some(_) => "",
                None => ", mean",
            };
            format!(
                "{} {}{kind}",
                money(amount, row.currency()),
                words::per(row)
            )
        });
        PayLine {
            title: role.meta.title.clone(),
            path: page.map(|page| page.path()),
            counted: row.population().trim_end_matches('.').to_owned(),
            median: middle.unwrap_or_else(missing),
            middle_half: words::middle_half(row).unwrap_or_else(missing),
        }
    }
}

/// The pay by one source in one place, where one tells the roles apart; else the typical pay of each
/// by its own source.
pub fn pay<'a>(site: &'a Site, comparison: &Comparison<'a>) -> PayTable<'a> {
    let roles = comparison.roles.iter();
    match &comparison.pay {
        Some(rows) => PayTable {
            place: rows
                .first()
                .map(|row| site.region_in_text(&row.figure.region)),
            passports: rows.iter().map(|row| Passport::of_pay(site, row)).collect(),
            rows: roles
                .zip(rows)
                .map(|(role, row)| PayLine::new(site, role, row))
                .collect(),
        },
        None => PayTable {
            place: None,
            passports: Vec::new(),
            rows: roles.map(|role| typical(site, role)).collect(),
        },
    }
}

fn typical(site: &Site, role: &Document<Role>) -> PayLine {
    PayLine {
        title: role.meta.title.clone(),
        path: None,
        counted: String::new(),
        median: String::new(),
        middle_half: typical_pay(site, role)
            .unwrap_or_else(|| "No figure meets the guide's rules.".to_owned()),
    }
}
