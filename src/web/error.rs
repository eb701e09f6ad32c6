//! What went wrong with a request, and the page that says so.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use actix_http::{Response, StatusCode};
use actix_web::body::BoxBody;
use actix_web::http::header::{self, HeaderValue};

use super::Store;

/// A request that cannot be answered: one variant per reaction, not per cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// Nothing is, or ever was, at this path.
    NotFound,
    /// What was at this path is gone for good; the path is in its one form, whatever was asked for.
    Gone(String),
    /// A query string or form that is too long to be meant, or breaks off.
    Query,
    /// The path does not answer the method; the methods that it answers.
    Method(&'static str),
    /// More was sent than is read.
    TooLong,
    /// What was sent is no form.
    MediaType,
    /// What was sent took too long.
    Slow,
    /// We failed; the cause is in the log.
    Failed,
}

/// The longest path that an error page is told, in characters: near matches for more are no use.
const LONGEST_PATH: usize = 200;

/// Headers of a failed reply that say how to succeed.
const HINTS: [header::HeaderName; 3] = [header::ALLOW, header::CONTENT_RANGE, header::RETRY_AFTER];

impl Error {
    /// The reply, without a page.
    pub fn response(&self) -> Response<BoxBody> {
        let mut response = Response::new(match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Gone(_) => StatusCode::GONE,
            Error::Query => StatusCode::BAD_REQUEST,
            Error::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Error::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Error::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Error::Slow => StatusCode::REQUEST_TIMEOUT,
            Error::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        });
        if let Error::Method(allowed) = self {
            let allowed = HeaderValue::from_static(allowed);
            response.headers_mut().insert(header::ALLOW, allowed);
        }
        response
    }

    /// The path that the page for this error is about; `asked` is the one of the request.
    pub fn path<'a>(&'a self, asked: &'a str) -> &'a str {
        match self {
            Error::Gone(path) => path,
            _ => asked,
        }
    }
}

/// A failed reply, whoever made it, with the page for its status. Other replies stay as they are.
pub fn drawn(store: &Store, path: &str, response: Response<BoxBody>) -> Response<BoxBody> {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let path: String = path.chars().take(LONGEST_PATH).collect();
    let page = catch_unwind(AssertUnwindSafe(|| store.error(status.as_u16(), &path)));
    let (body, media_type) = match page {
        Ok(page) => (page.body, page.media_type),
        Err(panic) => {
            tracing::error!("no page for {status} at {path:?}: {}", words(&*panic));
            (
                format!("{status}\n").into_bytes(),
                "text/plain; charset=utf-8",
            )
        }
    };
    let mut drawn = Response::with_body(status, BoxBody::new(body));
    let headers = drawn.headers_mut();
    for name in HINTS {
        if let Some(value) = response.headers().get(&name) {
            headers.insert(name, value.clone());
        }
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    drawn
}

/// A panic while a request was answered, logged and turned into a failure.
pub fn panicked(path: &str, panic: &(dyn Any + Send)) -> Error {
    let path: String = path.chars().take(LONGEST_PATH).collect();
    tracing::error!("a panic while answering {path:?}: {}", words(panic));
    Error::Failed
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}
