//! What an editor gets beside the guide while its files are watched: word of each change, all that is
//! wrong, and a list of all documents. A guide for readers has none of it.

use std::convert::Infallible;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_http::{Response, StatusCode};
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Bytes;
use serde_json::json;
use tokio::sync::{mpsc, watch};

use super::{Cache, Store, Web};
use crate::live::{Problem, Report};
use crate::pages::{self, DeskDocument, DeskProblem, Rendered};
use crate::site::Site;

/// Where all of it is found. No document can have this path: ids begin with a letter or a digit.
const DESK: &str = "/_editor";

const SCRIPT: &str = include_str!("desk/desk.js");
const STYLE: &str = include_str!("desk/desk.css");

/// How often an open stream looks whether the server ends.
const PULSE: Duration = Duration::from_millis(500);

/// The editor's side of a guide whose files are watched.
pub struct Desk {
    /// The newest report.
    pub reports: watch::Receiver<Arc<Report>>,
    /// The address that opens a file in the editor's program: `vscode://file{path}:{line}:{column}`.
    pub open: String,
}

impl Desk {
    /// The reply to a path of the desk; nothing for paths of the guide.
    pub(super) fn answer(
        &self,
        web: &Arc<Web>,
        store: &Store,
        path: &str,
    ) -> Option<Response<BoxBody>> {
        let rest = path.strip_prefix(DESK)?;
        Some(match rest {
            "" => {
                let page = self.page(&store.site);
                let mut page = String::from_utf8(page).expect("pages are UTF-8");
                insert(&mut page, self.reports.borrow().number);
                reply("text/html; charset=utf-8", BoxBody::new(page))
            }
            "/desk.js" => reply("text/javascript; charset=utf-8", BoxBody::new(SCRIPT)),
            "/desk.css" => reply("text/css; charset=utf-8", BoxBody::new(STYLE)),
            "/events" => reply("text/event-stream", BoxBody::new(self.events(web))),
            _ => return None,
        })
    }

    /// The list of all documents and all that is wrong.
    fn page(&self, site: &Site) -> Vec<u8> {
        let report = self.reports.borrow().clone();
        let open = |file: &str, line, column| self.open(&report.folder, file, (line, column));
        let documents = report.documents.iter().map(|document| {
            let of_file = report.problems.iter();
            let of_file = of_file.filter(|problem| problem.file == document.file);
            DeskDocument {
                kind: document.kind,
                id: document.id.clone(),
                title: document.title.clone(),
                file: document.file.clone(),
                open: open(&document.file, 1, 1),
                standing: document.standing.word(),
                hidden: document.hidden.clone(),
                is_stale: document.is_stale(site.today()),
                reviewed: document.reviewed,
                words: document.words,
                missing: document.missing.clone(),
                problems: of_file.count(),
            }
        });
        let problems = report.problems.iter().map(|problem| DeskProblem {
            level: problem.level,
            place: place(problem),
            open: open(&problem.file, problem.line, problem.column),
            drawn: &problem.drawn,
        });
        let (documents, problems) = (documents.collect(), problems.collect());
        pages::desk(site, documents, problems, &|file| open(file, 1, 1))
    }

    /// The address that opens a place of a file in the editor's program.
    fn open(&self, folder: &Path, file: &str, (line, column): (usize, usize)) -> String {
        let path = folder.join(file).display().to_string();
        self.open
            .replace("{path}", &path)
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    }

    /// A stream of reports, one at once and one for each load of the files.
    fn events(&self, web: &Arc<Web>) -> Events {
        let (send, receive) = mpsc::channel(1);
        let mut reports = self.reports.clone();
        let (web, open) = (web.clone(), self.open.clone());
        tokio::spawn(async move {
            let desk = Desk {
                reports: reports.clone(),
                open,
            };
            reports.mark_changed();
            let mut silent = 0;
            while !web.is_draining() {
                let line = match tokio::time::timeout(PULSE, reports.changed()).await {
                    Ok(Ok(())) => desk.event(&reports.borrow_and_update().clone()),
                    Ok(Err(_)) => return,
                    Err(_) if silent < 20 => {
                        silent += 1;
                        continue;
                    }
                    // A word now and then shows whether anybody still listens.
                    Err(_) => ": listening\n\n".to_owned(),
                };
                silent = 0;
                if send.send(Bytes::from(line)).await.is_err() {
                    return;
                }
            }
        });
        Events(receive)
    }

    /// A report as an event of the stream.
    fn event(&self, report: &Report) -> String {
        let problems = report.problems.iter().map(|problem| {
            json!({
                "level": problem.level, "code": problem.code, "place": place(problem),
                "open": self.open(&report.folder, &problem.file, (problem.line, problem.column)),
                "drawn": problem.drawn,
            })
        });
        let problems: Vec<_> = problems.collect();
        let data = json!({ "number": report.number, "problems": problems });
        format!("data: {data}\n\n")
    }
}

fn place(problem: &Problem) -> String {
    format!("{}:{}:{}", problem.file, problem.line, problem.column)
}

fn reply(media_type: &'static str, body: BoxBody) -> Response<BoxBody> {
    let mut response = Response::with_body(StatusCode::OK, body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, Cache::Never.value());
    response
}

/// The body of a stream of events.
struct Events(mpsc::Receiver<Bytes>);

impl MessageBody for Events {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        self.0.poll_recv(context).map(|bytes| bytes.map(Ok))
    }
}

/// A page as an editor gets it: what readers see, and a script that listens for word of a change.
pub fn with_script(mut page: Rendered, number: u64) -> Rendered {
    if page.media_type.starts_with("text/html") {
        let mut html = String::from_utf8(page.body).expect("pages are UTF-8");
        insert(&mut html, number);
        page.body = html.into_bytes();
    }
    page
}

/// Adds the script; `number` is that of the report that the page was drawn with.
fn insert(html: &mut String, number: u64) {
    let end = html.rfind("</body>").unwrap_or(html.len());
    let script = format!("<script src=\"{DESK}/desk.js\" data-report=\"{number}\" defer></script>");
    html.insert_str(end, &script);
}
