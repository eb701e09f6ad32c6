//! A role as an occupation, and an advert as a posting.

use crate::pages::words;
use crate::site::{Document, Job, Kind, Need, PayRow, Period, Remote, Role, RoleId, Site};

use super::thing::{
    CategoryCode, JobPlace, Named, Offered, OfferedValue, Place, Reference, Salary, Thing,
};

/// The role of a page; of its pay only what the page shows and what is still good.
pub fn occupation(site: &Site, role: &Document<Role>, url: &str) -> Thing {
    let id = RoleId::new(&role.id);
    let rows = site
        .typical_region(&id)
        .map(|region| site.pay_by_source(&id, &region));
    let fresh = |row: &PayRow| row.freshness(site.today()).is_fresh();
    let rows: Vec<PayRow> = rows.unwrap_or_default().into_iter().filter(fresh).collect();
    let codes = |codes: &[String], set: &'static str| -> Vec<CategoryCode> {
        let code = |code: &String| CategoryCode {
            code_value: code.clone(),
            in_code_set: set,
        };
        codes.iter().map(code).collect()
    };
    let musts = role.skills_needed(Need::Must).into_iter().map(|row| {
        let skill = Kind::Skill.path(row.skill.as_str());
        Reference::new(format!("{}{skill}#term", site.config.address))
    });
    Thing::Occupation {
        id: format!("{url}#occupation"),
        name: role.meta.title.clone(),
        description: role.meta.summary.clone(),
        alternate_name: role.also_called.clone(),
        occupational_category: [
            codes(&role.codes.soc, "SOC"),
            codes(&role.codes.onet, "O*NET"),
            codes(&role.codes.isco, "ISCO-08"),
        ]
        .into_iter()
        .flatten()
        .collect(),
        skills: musts.collect(),
        occupation_location: rows
            .first()
            .map(|row| Place {
                name: site.region(&row.figure.region).to_owned(),
            })
            .into_iter()
            .collect(),
        estimated_salary: rows.iter().map(|row| salary(site, row)).collect(),
    }
}

fn salary(site: &Site, row: &PayRow) -> Salary {
    let figure = row.figure;
    Salary {
        name: row.source(site.today()),
        currency: row.currency().to_owned(),
        duration: match row.period() {
            Period::Year => "P1Y",
            Period::Month => "P1M",
            Period::Week => "P1W",
            Period::Day => "P1D",
            Period::Hour => "PT1H",
        },
        percentile10: figure.p10,
        percentile25: figure.p25,
        median: figure.median,
        percentile75: figure.p75,
        percentile90: figure.p90,
    }
}

/// An advert as search engines want it; nothing if it is closed or does not say what they require:
/// the day it was posted, and a place, unless the work is done at home.
pub fn posting(site: &Site, job: &Document<Job>, url: &str) -> Option<Thing> {
    if site.is_closed(job) {
        return None;
    }
    let is_remote = job.remote == Some(Remote::Remote);
    let place = job.place.clone();
    if place.is_none() && !is_remote {
        return None;
    }
    Some(Thing::JobPosting {
        id: format!("{url}#posting"),
        title: job.meta.title.clone(),
        description: words::list(&job.says),
        date_posted: job.posted?,
        valid_through: job.meta.expires_at.map(|until| until.to_string()),
        hiring_organization: Named {
            name: job.employer.clone(),
        },
        job_location: place.map(|address| JobPlace { address }),
        job_location_type: is_remote.then_some("TELECOMMUTE"),
        base_salary: job.pay.as_ref().map(|pay| Offered {
            currency: pay.currency.clone(),
            value: OfferedValue {
                min_value: pay.min,
                max_value: pay.max,
                unit_text: match pay.period {
                    Period::Year => "YEAR",
                    Period::Month => "MONTH",
                    Period::Week => "WEEK",
                    Period::Day => "DAY",
                    Period::Hour => "HOUR",
                },
            },
        }),
        direct_apply: false,
        url: url.to_owned(),
    })
}
