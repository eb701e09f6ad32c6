//! Bodies of requests: there is one form that is sent, and nothing of it is kept.

use std::time::Duration;

use actix_http::{Payload, Response};
use actix_web::body::{BodyStream, BoxBody, to_bytes_limited};
use actix_web::dev::RequestHead;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::Bytes;

use super::error::Error;
use super::{Cache, Query, Store, tools};
use crate::pages::{self, Rendered};

/// A path that answers what is sent to it.
pub struct Form {
    path: &'static str,
    /// The fields it knows; all others change nothing.
    fields: &'static [&'static str],
    /// What it shows; nothing if more was sent than it reads.
    answer: fn(&Store, &Query) -> Option<Rendered>,
}

/// All of them.
const FORMS: &[Form] = &[Form {
    path: "/decode",
    fields: &["text"],
    answer: |store, query| pages::decode(&store.site, query.first("text")),
}];

/// The largest body that is read, in bytes: a form writes most letters of other alphabets, and line
/// breaks, as three bytes or more for each that they have.
const LARGEST: usize = 64 * 1024;

/// How long a body may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The form at a path.
pub fn form(path: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.path == path)
}

impl Form {
    /// The reply to what is sent.
    ///
    /// # Errors
    ///
    /// If it is no form, too long, too slow, or breaks off.
    pub async fn reply(
        &self,
        store: &Store,
        request: &RequestHead,
        payload: Payload,
    ) -> Result<Response<BoxBody>, Error> {
        let body = body(&request.headers, payload).await?;
        let query = Query::of_form(&body, self.fields).map_err(|_| Error::Query)?;
        let answer = (self.answer)(store, &query).ok_or(Error::TooLong)?;
        let answer = store.finished(answer);
        Ok(tools::sent(answer, Cache::Never, &request.headers))
    }
}

async fn body(headers: &HeaderMap, payload: Payload) -> Result<Bytes, Error> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let media_type = text(header::CONTENT_TYPE).and_then(|value| value.split(';').next());
    let is_form = media_type.is_some_and(|it| {
        it.trim()
            .eq_ignore_ascii_case("application/x-www-form-urlencoded")
    });
    if !is_form || headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Error::MediaType);
    }
    let length = text(header::CONTENT_LENGTH).and_then(|value| value.parse().ok());
    if length.is_some_and(|length: usize| length > LARGEST) {
        return Err(Error::TooLong);
    }
    let read = to_bytes_limited(BodyStream::new(payload), LARGEST);
    match tokio::time::timeout(PATIENCE, read).await {
        Err(_) => Err(Error::Slow),
        Ok(Err(_)) => Err(Error::TooLong),
        Ok(Ok(Err(_))) => Err(Error::Query),
        Ok(Ok(Ok(body))) => Ok(body),
    }
}
