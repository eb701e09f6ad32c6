//! The real content through the real pages over the real server: what a client sees of the guide.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use actix_web::dev::ServerHandle;
use career_guide::live::Sites;
use career_guide::site::{Address, Fate, Site};
use career_guide::web::{Assets, Renderer, Store, Web};
use scraper::{Html, Selector};

use crate::guide::guide;
use crate::http::client::{Client, Reply};
use crate::http::guide::listening;
use crate::http::replies::HEADERS;

/// The guide of the repository behind a socket; stopped when dropped.
struct App {
    address: SocketAddr,
    store: Arc<Store>,
    handle: ServerHandle,
}

impl App {
    fn start() -> Self {
        let assets = Arc::new(Assets::new(Renderer::PAGES));
        let store = Arc::new(Store::new(guide().clone(), Renderer::PAGES, assets));
        let images = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content/assets");
        let web = Web::new(Arc::new(Sites::fixed(store.clone())), images);
        let (address, handle) = listening(Arc::new(web));
        App {
            address,
            store,
            handle,
        }
    }

    fn site(&self) -> &Site {
        &self.store.site
    }

    /// A reply, which has the headers that every reply has.
    fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Reply {
        let reply = Client::at(self.address).ask(method, path, headers);
        let what = format!("{method} {path} {headers:?}");
        for &(name, value) in HEADERS {
            let is_open = name == "cross-origin-resource-policy"
                && reply.header(name) == "cross-origin"
                && !Address::parse(path).is_none_or(|address| address.is_page());
            assert!(is_open || reply.header(name) == value, "{what}: {name}");
        }
        for name in [
            "content-security-policy",
            "permissions-policy",
            "cache-control",
        ] {
            assert_eq!(reply.count(name), 1, "{what}: {name}");
        }
        reply
    }
}

impl Drop for App {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

/// All that needs compressed pages is here, since compressing them takes longest.
#[test]
fn every_address_answers_in_every_encoding() {
    let app = App::start();
    app.store.warm();
    assert_eq!(app.ask("GET", "/readyz", &[]).decoded(), "ready\n");
    for address in app.site().addresses() {
        let path = address.path();
        let plain = app.ask("GET", &path, &[]);
        assert_eq!((plain.status, plain.header("content-encoding")), (200, ""));
        assert!(!plain.body.is_empty(), "{path}");
        let mut tags = vec![plain.header("etag").to_owned()];
        for encoding in ["identity", "gzip", "br"] {
            let accept = format!("Accept-Encoding: {encoding}");
            let reply = app.ask("GET", &path, &[&accept]);
            assert_eq!(reply.status, 200, "{path} {encoding}");
            assert_eq!(reply.bytes(), plain.body, "{path} {encoding}");
            if address.is_page() && encoding != "identity" {
                assert_eq!(reply.header("content-encoding"), encoding, "{path}");
            }
            let head = app.ask("HEAD", &path, &[&accept]);
            assert!(head.body.is_empty(), "{path} {encoding}");
            assert_eq!(
                (head.status, head.sorted()),
                (200, reply.sorted()),
                "{path}"
            );
            let tag = reply.header("etag").to_owned();
            let again = app.ask("GET", &path, &[&accept, &format!("If-None-Match: {tag}")]);
            assert_eq!(
                (again.status, again.body.len()),
                (304, 0),
                "{path} {encoding}"
            );
            assert_eq!(again.header("etag"), tag, "{path} {encoding}");
            tags.push(tag);
        }
        tags.dedup();
        assert!(!address.is_page() || tags.len() == 3, "{path}: {tags:?}");
    }
}

#[test]
fn every_old_path_leads_to_a_page_or_says_why_not() {
    let app = App::start();
    let mut moved = 0;
    for (path, fate) in app.site().redirects.paths() {
        let reply = app.ask("GET", path, &[]);
        match fate {
            Fate::Moved(to) => {
                moved += 1;
                assert_eq!(
                    (reply.status, reply.header("location")),
                    (308, &**to),
                    "{path}"
                );
                let (page, _) = to.split_once('#').unwrap_or((to, ""));
                assert_eq!(
                    app.ask("GET", page, &[]).status,
                    200,
                    "{path} leads to {page}"
                );
            }
            Fate::Gone(reason) => {
                assert_eq!(reply.status, 410, "{path}");
                let html = Html::parse_document(&reply.decoded());
                let text: String = html.root_element().text().collect();
                assert!(text.contains(reason.as_str()), "{path}: {text}");
            }
        }
    }
    assert!(moved > 3, "only {moved} old paths");
}

#[test]
fn what_the_home_page_loads_may_be_kept_for_ever() {
    let app = App::start();
    let home = Html::parse_document(&app.ask("GET", "/", &[]).decoded());
    let loaded = Selector::parse("[href^='/assets/'], [src^='/assets/']").unwrap();
    let paths: Vec<&str> = home
        .select(&loaded)
        .filter_map(|element| element.attr("href").or(element.attr("src")))
        .collect();
    assert!(paths.iter().any(|path| path.ends_with(".css")), "{paths:?}");
    for path in paths {
        let reply = app.ask("GET", path, &["Accept-Encoding: br"]);
        assert_eq!(reply.status, 200, "{path}");
        let cache = "public, max-age=31536000, immutable";
        assert_eq!(reply.header("cache-control"), cache, "{path}");
    }
}

#[test]
fn an_unknown_path_is_answered_with_a_page() {
    let app = App::start();
    for (path, near) in [("/nowhere", 0), ("/roles/backend-developper", 1)] {
        let reply = app.ask("GET", path, &[]);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
        let html = Html::parse_document(&reply.decoded());
        let text = |selector: &str| -> Vec<String> {
            let selector = Selector::parse(selector).unwrap();
            html.select(&selector)
                .map(|found| found.text().collect())
                .collect()
        };
        assert_eq!(text("h1"), ["There is no such page"], "{path}");
        assert_eq!(text("main").len(), 1, "{path}");
        let named = text("main a[href='/roles/backend-developer']");
        assert_eq!(named.len(), near, "{path}");
    }
}
