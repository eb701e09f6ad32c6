//! A Site with all its pages, each drawn and compressed once.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use rayon::prelude::*;

use super::encoded::Encoded;
use super::headers::{self, Headers, embedding};
use super::search::Search;
use super::{Cache, Renderer};
use crate::pages::{self, Asset, Rendered};
use crate::site::{Address, BookFormat, Download, Site};

/// A Site and what its addresses show, filled on first use.
pub struct Store {
    /// The Site that all pages show.
    pub site: Arc<Site>,
    pub(super) headers: Headers,
    pub(super) search: Search,
    renderer: Renderer,
    pages: HashMap<String, Page>,
    assets: Arc<Assets>,
    /// Whether all of it is drawn and compressed.
    warm: AtomicBool,
    /// Tells it from those before and after it, where somebody asks: 0 for readers.
    number: u64,
}

struct Page {
    address: Address,
    /// Nothing inside if the renderer has nothing to show.
    kept: OnceLock<Option<Encoded>>,
}

/// The files that pages refer to, by path; the same for every Site.
pub struct Assets(HashMap<String, Encoded>);

impl Assets {
    /// Those of a renderer.
    pub fn new(renderer: Renderer) -> Self {
        Self::of((renderer.assets)())
    }

    /// These files.
    pub fn of(assets: Vec<Asset>) -> Self {
        let cache = (header::CACHE_CONTROL, Cache::Asset.value());
        let kept = assets.into_iter().map(|asset| {
            let body = Bytes::from(asset.body.into_owned());
            let encoded = Encoded::new(body, asset.media_type, None, vec![cache.clone()]);
            (asset.path, encoded)
        });
        Assets(kept.collect())
    }
}

impl Store {
    /// A store in which nothing is drawn yet.
    pub fn new(site: Site, renderer: Renderer, assets: Arc<Assets>) -> Self {
        let page = |address: Address| {
            let kept = OnceLock::new();
            (address.path(), Page { address, kept })
        };
        Store {
            headers: Headers::new(&site.config.address),
            search: Search::default(),
            pages: site.addresses().into_iter().map(page).collect(),
            site: Arc::new(site),
            renderer,
            assets,
            warm: AtomicBool::new(false),
            number: 0,
        }
    }

    /// Says that pages are to be drawn when they are asked for: a guide that is edited is replaced
    /// before most of its pages are read.
    /// Its pages know its number, and so whether they are still the newest.
    pub fn unhurried(self, number: u64) -> Self {
        self.warm.store(true, Ordering::Relaxed);
        Store { number, ..self }
    }

    /// Whether everything is drawn and compressed.
    pub(super) fn is_warm(&self) -> bool {
        self.warm.load(Ordering::Relaxed)
    }

    /// Whether the Site has this path.
    pub(super) fn holds(&self, path: &str) -> bool {
        self.pages.contains_key(path)
    }

    /// What a path shows, drawn now if need be.
    pub(super) fn kept(&self, path: &str) -> Option<&Encoded> {
        match self.pages.get(path) {
            Some(page) => page.kept.get_or_init(|| self.draw(&page.address)).as_ref(),
            None => self.assets.0.get(path),
        }
    }

    /// Whether a path takes seconds to draw and is not drawn yet.
    pub(super) fn is_slow(&self, path: &str) -> bool {
        self.pages.get(path).is_some_and(|page| {
            let is_book = matches!(page.address, Address::Download(Download::Guide(_)));
            is_book && page.kept.get().is_none()
        })
    }

    /// The page for a failed request.
    pub(super) fn error(&self, status: u16, path: &str) -> Rendered {
        self.finished((self.renderer.error)(&self.site, status, path))
    }

    /// An answer as it is sent.
    pub(super) fn finished(&self, answer: Rendered) -> Rendered {
        (self.renderer.finish)(answer, self.number)
    }

    fn draw(&self, address: &Address) -> Option<Encoded> {
        let drawn = self.finished((self.renderer.page)(&self.site, address)?);
        let headers = own_headers(&self.site, address);
        let body = Bytes::from(drawn.body.into_boxed_slice());
        let encoded = match address {
            Address::Download(_) => Encoded::packed,
            _ => Encoded::new,
        };
        Some(encoded(body, drawn.media_type, drawn.modified, headers))
    }

    /// Makes the index of the search, and returns when done.
    pub fn index(&self) {
        self.search.finish(&self.site);
    }

    /// Draws and compresses everything, on all cores, makes the index of the search, and returns
    /// when done.
    pub fn warm(&self) {
        self.index();
        let paths: Vec<&str> = self.paths().collect();
        paths.par_iter().for_each(|path| self.warm_path(path));
        self.warm.store(true, Ordering::Relaxed);
    }

    /// Draws and compresses everything, and makes the index of the search, while requests are
    /// answered; ends early once nobody
    /// else holds the store, because a newer one has replaced it or the server ends.
    ///
    /// # Errors
    ///
    /// If no thread can be started.
    pub fn warm_in_background(self: &Arc<Self>) -> std::io::Result<()> {
        self.search.begin(&self.site);
        let paths: Vec<String> = self.paths().map(str::to_owned).collect();
        let store = Arc::downgrade(self);
        let work = move || {
            let started = Instant::now();
            let all = paths
                .par_iter()
                .try_for_each(|path| store.upgrade().map(|store| store.warm_path(path)));
            let (Some(()), Some(store)) = (all, store.upgrade()) else {
                tracing::debug!("nobody holds this guide any more: not all replies are drawn");
                return;
            };
            store.warm.store(true, Ordering::Relaxed);
            let seconds = started.elapsed().as_secs_f32();
            tracing::info!(
                "{} replies drawn and compressed in {seconds:.1} s",
                paths.len()
            );
        };
        // A pool of its own: a new Site must not queue behind the pages of the old one.
        let pool = rayon::ThreadPoolBuilder::new()
            .thread_name(|number| format!("warm-{number}"))
            .build()
            .map_err(std::io::Error::other)?;
        pool.spawn(work);
        Ok(())
    }

    /// What most readers ask for: downloads wait until somebody does.
    fn paths(&self) -> impl Iterator<Item = &str> {
        let pages = self.pages.iter();
        let pages = pages.filter(|(_, page)| !matches!(page.address, Address::Download(_)));
        let pages = pages.map(|(path, _)| path);
        self.assets.0.keys().chain(pages).map(String::as_str)
    }

    fn warm_path(&self, path: &str) {
        let warmed = catch_unwind(AssertUnwindSafe(|| {
            if let Some(kept) = self.kept(path) {
                kept.compress();
            }
        }));
        if warmed.is_err() {
            tracing::error!("a panic while drawing {path}");
        }
    }
}

/// The headers that are an address's own.
fn own_headers(site: &Site, address: &Address) -> Vec<(HeaderName, HeaderValue)> {
    let mut headers = vec![(header::CACHE_CONTROL, Cache::of(address).value())];
    // Data, feed and icon are there for others to show.
    if let Address::Feed(..) | Address::Favicon | Address::SalaryData(..) = address {
        headers.push((header::CROSS_ORIGIN_RESOURCE_POLICY, embedding(true)));
    }
    if let Address::Download(download) = address {
        headers.extend(download_headers(site, download));
    }
    headers
}

/// Downloads are for others to show, too; search engines are sent to the page.
fn download_headers(site: &Site, download: &Download) -> Vec<(HeaderName, HeaderValue)> {
    let robots = HeaderName::from_static("x-robots-tag");
    let mut headers = vec![
        (header::CROSS_ORIGIN_RESOURCE_POLICY, embedding(true)),
        (robots, HeaderValue::from_static("noindex")),
    ];
    let value = |text: String| HeaderValue::try_from(text).expect("an address is ASCII");
    if let Some(page) = download.page() {
        let link = format!(
            "<{}{}>; rel=\"canonical\"",
            site.config.address,
            page.path()
        );
        headers.push((header::LINK, value(link)));
    }
    if let Download::Guide(BookFormat::Html) = download {
        let policy = headers::policy_with_style(&site.config.address, &pages::book_style());
        headers.push((header::CONTENT_SECURITY_POLICY, value(policy)));
    }
    headers
}
