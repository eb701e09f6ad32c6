//! The tools: pages that answer a question which stands in the address. Each answer is drawn when it
//! is asked for, since there are too many to keep.

use actix_http::Response;
use actix_web::body::BoxBody;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;

use super::encoded::Encoded;
use super::error::Error;
use super::{Cache, Query, Store, search};
use crate::pages::{self, FiguresAsked, Rendered};
use crate::site::{
    Address, Candidate, Method, OfferAsked, PayOrder, PaySearch, Period, RegionId, RoleId, Site,
    Timetable,
};

/// A path that reads its query string.
pub struct Question {
    pub path: &'static str,
    /// The parameters it knows; all others change nothing.
    pub parameters: &'static [&'static str],
    /// What it shows; nothing if there is no such thing.
    pub answer: fn(&Store, &Query) -> Option<Rendered>,
    /// Whether a person types what is asked: then what is too long is cut, not refused.
    pub is_typed: bool,
}

/// All of them. Without a query string a path shows what the Store keeps for it, if it keeps
/// anything; else the answer to an empty query.
pub const QUESTIONS: &[Question] = &[
    Question {
        path: "/compare",
        parameters: &["roles"],
        answer: |store, query| Some(pages::compare(&store.site, &query.all("roles"))),
        is_typed: false,
    },
    Question {
        path: "/skill-check",
        parameters: &["role", "level", "have"],
        answer: |store, query| {
            let candidate = candidate(&store.site, query);
            Some(pages::skill_check(&store.site, &candidate))
        },
        is_typed: false,
    },
    Question {
        path: "/plan",
        parameters: &PLAN,
        answer: |store, query| {
            let candidate = candidate(&store.site, query);
            Some(pages::plan(&store.site, &candidate, &timetable(query)))
        },
        is_typed: false,
    },
    Question {
        path: "/plan.ics",
        parameters: &PLAN,
        answer: |store, query| {
            let candidate = candidate(&store.site, query);
            pages::plan_calendar(&store.site, &candidate, &timetable(query))
        },
        is_typed: false,
    },
    Question {
        path: "/offer",
        parameters: &["role", "region", "amount", "period", "currency"],
        answer: |store, query| Some(pages::offer(&store.site, &offer_asked(query))),
        is_typed: false,
    },
    Question {
        path: "/salaries",
        parameters: &["role", "region", "level", "source", "sort"],
        answer: |store, query| {
            Some(pages::pay_search(
                &store.site,
                &pay_search(&store.site, query),
            ))
        },
        is_typed: false,
    },
    Question {
        path: "/figures",
        parameters: &["about", "publisher", "age"],
        answer: |store, query| Some(pages::figures(&store.site, figures_asked(query))),
        is_typed: false,
    },
    Question {
        path: "/changes",
        parameters: &[SINCE],
        answer: |store, query| Some(pages::changes_since(&store.site, query.first(SINCE))),
        is_typed: false,
    },
    Question {
        path: "/search",
        parameters: &["q", "kind"],
        answer: |store, query| Some(search::answer(store, query)),
        is_typed: true,
    },
    Question {
        path: "/suggest",
        parameters: &["q"],
        answer: |store, query| Some(search::suggest(store, query)),
        is_typed: true,
    },
];

const PLAN: [&str; 5] = ["role", "level", "have", "hours", "start"];

fn candidate<'a>(site: &'a Site, query: &Query) -> Candidate<'a> {
    site.candidate(
        query.first("role"),
        query.first("level"),
        &query.all("have"),
    )
}

fn timetable(query: &Query) -> Timetable {
    Timetable::read(query.first("hours"), query.first("start"))
}

fn offer_asked(query: &Query) -> OfferAsked {
    OfferAsked {
        role: RoleId::new(query.first("role")),
        region: RegionId::new(query.first("region")),
        amount: query.first("amount").to_owned(),
        period: Period::of_word(query.first("period")),
        currency: query.first("currency").to_owned(),
    }
}

fn figures_asked(query: &Query) -> FiguresAsked<'_> {
    FiguresAsked {
        about: query.first("about"),
        publisher: query.first("publisher"),
        age: query.first("age"),
    }
}

fn pay_search(site: &Site, query: &Query) -> PaySearch {
    let mut years = site.years_told_apart().into_iter();
    let named = |name: &str| Some(query.first(name)).filter(|id| !id.is_empty());
    PaySearch {
        role: named("role").map(RoleId::new),
        region: named("region").map(RegionId::new),
        method: Method::of_word(query.first("source")),
        years: years.find(|years| years.word() == query.first("level")),
        order: PayOrder::of_word(query.first("sort")),
    }
}

/// What any page of the guide can be asked: what changed on it since a day.
const SINCE: &str = "since";

/// The reply to that, if it is asked of an address that shows a page.
pub fn since(
    store: &Store,
    path: &str,
    query: Option<&str>,
    request: &HeaderMap,
) -> Option<Response<BoxBody>> {
    let query = query.filter(|text| text.contains(SINCE))?;
    let query = Query::forgiving(query, &[SINCE]);
    let asked = Some(query.first(SINCE)).filter(|day| !day.is_empty())?;
    let address = Address::parse(path).filter(|address| address.is_page())?;
    let answer = pages::since(&store.site, &address, asked)?;
    Some(sent(answer, Cache::Answer, request))
}

/// The question asked at a path.
pub fn question(path: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.path == path)
}

impl Question {
    /// The reply to a query string; nothing if it asks nothing and the Store keeps a page for that.
    ///
    /// # Errors
    ///
    /// If the query string is too long to be meant, or asks for what is not there.
    pub fn reply(
        &self,
        store: &Store,
        query: Option<&str>,
        request: &HeaderMap,
    ) -> Result<Option<Response<BoxBody>>, Error> {
        let text = query.unwrap_or_default();
        let query = match self.is_typed {
            true => Query::forgiving(text, self.parameters),
            false => Query::parse(text, self.parameters).map_err(|_| Error::Query)?,
        };
        if query.is_empty() && store.holds(self.path) {
            return Ok(None);
        }
        let answer = (self.answer)(store, &query).ok_or(Error::NotFound)?;
        let answer = store.finished(answer);
        Ok(Some(sent(answer, Cache::Answer, request)))
    }
}

/// What was drawn for one request as a reply.
pub fn sent(answer: Rendered, cache: Cache, request: &HeaderMap) -> Response<BoxBody> {
    let body = Bytes::from(answer.body);
    let encoded = Encoded::once(body, answer.media_type, own_headers(cache));
    encoded.reply(request)
}

/// The headers of an answer: nobody else's affair, neither of search engines nor of the next site.
fn own_headers(cache: Cache) -> Vec<(HeaderName, HeaderValue)> {
    let fixed = HeaderValue::from_static;
    vec![
        (header::CACHE_CONTROL, cache.value()),
        (HeaderName::from_static("x-robots-tag"), fixed("noindex")),
        (header::REFERRER_POLICY, fixed("no-referrer")),
    ]
}
