//! HTTP: which address answers what, with which status, headers and bytes.
//!
//! Pages are drawn and compressed once per Site and kept ([`Store`]). The outermost service
//! (`front`) answers them straight from there; what is not kept is passed on to actix-web's handlers
//! (`files`). What a query string asks is drawn for each request (`tools`). Every reply leaves through the same door, which draws errors and sets headers.

mod accept;
mod cache;
mod conditional;
mod desk;
mod encoded;
mod error;
mod files;
mod form;
mod front;
mod headers;
mod packed;
mod pictures;
mod posted;
mod query;
mod routes;
mod search;
mod server;
mod store;
mod tools;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

pub use cache::Cache;
pub use desk::Desk;
pub use query::{Query, TooMuch};
pub use server::{listen, run};
pub use store::{Assets, Store};

use pictures::Pictures;

use crate::live::Sites;
use crate::pages::{self, Asset, Rendered};
use crate::site::{Address, Site};

/// What all requests share.
pub struct Web {
    /// The newest Site with its pages; a request takes one and keeps it to its end.
    pub sites: Arc<Sites<Store>>,
    /// The folder of the content's own images, served below `/assets/`.
    pub images: PathBuf,
    /// When requests are welcome even if pages are not all drawn yet.
    pub ready_by: Instant,
    /// What an editor gets beside the guide; nothing for readers.
    pub desk: Option<Desk>,
    pictures: Pictures,
    draining: AtomicBool,
}

/// How long readiness waits for all pages to be drawn and compressed. After that they are drawn for
/// whoever asks first, which is slower, but better than no answer.
const WARM_WITHIN: Duration = Duration::from_secs(10);

impl Web {
    pub fn new(sites: Arc<Sites<Store>>, images: PathBuf) -> Self {
        Web {
            sites,
            images,
            ready_by: Instant::now() + WARM_WITHIN,
            desk: None,
            pictures: Pictures::default(),
            draining: AtomicBool::new(false),
        }
    }

    /// The same with a desk for an editor.
    pub fn with_desk(self, desk: Desk) -> Self {
        Web {
            desk: Some(desk),
            ..self
        }
    }

    /// Whether the start is over: all pages of `store` are drawn and compressed, or have taken too
    /// long. A newer Site that comes later changes nothing.
    pub fn has_started(&self, store: &Store) -> bool {
        store.is_warm() || Instant::now() >= self.ready_by
    }

    /// Whether the server is about to end, so that nobody should send it more requests.
    pub fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
    }

    /// Says that the server is about to end: readiness fails, and connections end with their reply.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }
}

/// How pages come about.
#[derive(Clone, Copy)]
pub struct Renderer {
    /// What an address shows.
    pub page: fn(&Site, &Address) -> Option<Rendered>,
    /// The page for a failed request, by status and path.
    pub error: fn(&Site, u16, &str) -> Rendered,
    /// The files that pages refer to.
    pub assets: fn() -> Vec<Asset>,
    /// What is done to each page at last, to answers and to pages for failed requests as well, given
    /// the number of the Store.
    pub finish: fn(Rendered, u64) -> Rendered,
}

impl Renderer {
    /// The guide's own pages.
    pub const PAGES: Renderer = Renderer {
        page: pages::render,
        error: pages::error,
        assets: pages::assets,
        finish: |page, _| page,
    };

    /// The same for an editor: each page listens for word of a change.
    pub const WATCHED: Renderer = Renderer {
        finish: desk::with_script,
        ..Renderer::PAGES
    };
}
