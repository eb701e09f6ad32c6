//! One form for each address, and an honest answer for those that do not exist.

use crate::audit::crawl::{Crawl, Form};
use crate::audit::finding::Finding;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let forms = crawl.probes.forms.iter().filter_map(|it| form(crawl, it));
    let unknown = crawl.probes.unknown.iter().filter_map(|(address, reply)| {
        let wrong = match reply {
            Ok(reply) if matches!(reply.status, 404 | 410) => return None,
            Ok(reply) => format!("nothing is there, and it answers {}", reply.status),
            Err(why) => format!("nothing is there, and it does not answer: {why}"),
        };
        Some(Finding::new(address, "soft-404", wrong, "404"))
    });
    forms.chain(unknown).collect()
}

fn form(crawl: &Crawl, form: &Form) -> Option<Finding> {
    let Form {
        written,
        right,
        reply,
    } = form;
    let wrong = match reply {
        Ok(reply) if reply.status == 308 => {
            let location = reply.location.as_deref().unwrap_or_default();
            let leads_to = crawl.home.place(written, location).map(|it| it.address);
            if leads_to.as_ref() == Some(right) {
                return None;
            }
            format!("`{written}` leads to `{location}`")
        }
        Ok(reply) => format!("`{written}` answers {}", reply.status),
        Err(why) => format!("`{written}` does not answer: {why}"),
    };
    let expected = format!("one 308 to `{right}`");
    Some(Finding::new(right, "address-form", wrong, expected))
}
