//! The whole URL map: who answers which path.

use std::sync::Arc;

use actix_http::{Response, StatusCode};
use actix_web::body::BoxBody;
use actix_web::dev::RequestHead;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderValue};

use super::error::Error;
use super::posted::{self, Form};
use super::{Cache, Store, Web, form, tools};
use crate::pages::Picture;
use crate::site::Fate;

/// Where the content's own images are served.
pub const IMAGES: &str = "/assets";

/// Who answers a request.
pub enum Answer {
    /// This reply, which is complete.
    Here(Response<BoxBody>),
    /// What is kept at the path, once it is drawn, which takes seconds.
    Slow,
    /// A form, once what is sent to it is read.
    Form(&'static Form),
    /// The picture of a page, once it is drawn.
    Picture(Picture),
    /// One of actix-web's handlers.
    Elsewhere,
}

/// Answers a request from what is kept, or says who else does.
///
/// # Errors
///
/// If nobody does.
pub fn answer(web: &Arc<Web>, store: &Store, request: &RequestHead) -> Result<Answer, Error> {
    let path = request.uri.path();
    match request.method {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => return Ok(Answer::Here(options(path))),
        Method::POST => {
            let form = posted::form(path).ok_or(Error::Method(allowed(path)))?;
            return Ok(Answer::Form(form));
        }
        _ => return Err(Error::Method(allowed(path))),
    }
    // Before the pages: no content may answer for the health of the server.
    if let Some((status, text)) = health(web, store, path) {
        return Ok(Answer::Here(plain(status, text)));
    }
    let desk = web.desk.as_ref();
    if let Some(reply) = desk.and_then(|desk| desk.answer(web, store, path)) {
        return Ok(Answer::Here(reply));
    }
    if let Some(question) = tools::question(path)
        && let Some(reply) = question.reply(store, request.uri.query(), &request.headers)?
    {
        return Ok(Answer::Here(reply));
    }
    if store.is_slow(path) {
        return Ok(Answer::Slow);
    }
    if let Some(reply) = tools::since(store, path, request.uri.query(), &request.headers) {
        return Ok(Answer::Here(reply));
    }
    match store.kept(path) {
        Some(kept) => Ok(Answer::Here(kept.reply(&request.headers))),
        None => match Picture::at(&store.site, path) {
            Some(picture) => Ok(Answer::Picture(picture)),
            None => elsewhere(store, path, request.uri.query()),
        },
    }
}

/// What the paths of health say.
fn health(web: &Web, store: &Store, path: &str) -> Option<(StatusCode, &'static str)> {
    match path {
        "/livez" => Some((StatusCode::OK, "alive\n")),
        "/readyz" if web.is_draining() => Some((StatusCode::SERVICE_UNAVAILABLE, "draining\n")),
        "/readyz" if !web.has_started(store) => {
            Some((StatusCode::SERVICE_UNAVAILABLE, "warming\n"))
        }
        "/readyz" => Some((StatusCode::OK, "ready\n")),
        _ => None,
    }
}

/// Old paths, other ways to write a path, images.
fn elsewhere(store: &Store, path: &str, query: Option<&str>) -> Result<Answer, Error> {
    let tidy = form::tidy(path).ok_or(Error::NotFound)?;
    let lower = tidy.to_lowercase();
    for written in [path, &tidy, &lower] {
        match store.site.redirects.fate(written) {
            Some(Fate::Moved(to)) => return Ok(Answer::Here(moved(to, query))),
            Some(Fate::Gone(_)) => return Err(Error::Gone(written.to_owned())),
            None => {}
        }
    }
    let is_known = store.holds(&lower) || tools::question(&lower).is_some();
    if lower != path && is_known {
        return Ok(Answer::Here(moved(&lower, query)));
    }
    let image = tidy.strip_prefix(IMAGES).unwrap_or_default();
    match image.starts_with('/') && path == form::location(&tidy, "") {
        true => Ok(Answer::Elsewhere),
        false => Err(Error::NotFound),
    }
}

/// The reply that leads to another path, with the query string of the request.
fn moved(to: &str, query: Option<&str>) -> Response<BoxBody> {
    let mut response = Response::new(StatusCode::PERMANENT_REDIRECT);
    let location = form::location(to, query.unwrap_or_default());
    let location = HeaderValue::try_from(location).expect("a location is escaped");
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// The methods that a path answers.
fn allowed(path: &str) -> &'static str {
    match posted::form(path) {
        Some(_) => "GET, HEAD, POST, OPTIONS",
        None => "GET, HEAD, OPTIONS",
    }
}

fn options(path: &str) -> Response<BoxBody> {
    let mut response = Response::new(StatusCode::NO_CONTENT);
    let allowed = HeaderValue::from_static(allowed(path));
    response.headers_mut().insert(header::ALLOW, allowed);
    response
}

/// A line for machines, never kept.
fn plain(status: StatusCode, text: &'static str) -> Response<BoxBody> {
    let mut response = Response::with_body(status, BoxBody::new(text));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, Cache::Never.value());
    response
}
