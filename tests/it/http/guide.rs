//! A small guide with stand-in pages, and the real server in front of it.

use std::collections::HashMap;
use std::fs;
use std::net::SocketAddr;
use std::sync::{Arc, mpsc};

use actix_web::dev::ServerHandle;
use career_guide::live::Sites;
use career_guide::pages::{Asset, Rendered};
use career_guide::site::{
    Address, Body, Config, Document, Fate, Kind, Page, Redirects, Site, Vocabulary,
};
use career_guide::web::{Assets, Renderer, Store, Web, listen};
use tempfile::TempDir;

/// The home page: long and repetitive enough to be worth compressing.
pub const HOME: &str = concat!(
    "<!doctype html><title>Guide</title><h1>What does a backend developer do?</h1>",
    "<p>A backend developer builds what is behind the screen: the part that keeps the data.</p>",
    "<p>A backend developer keeps the data: what is behind the screen is what they build.</p>",
    "<p>What a backend developer builds is behind the screen, and keeps the data of others.</p>",
    "<p>The data that a backend developer keeps is behind the screen that others build.</p>",
    "<p>Behind the screen, a backend developer builds the part that keeps what others do.</p>",
);

/// Stand-in pages. `/figures` panics, `/salaries` has nothing to show.
pub const GUIDE: Renderer = Renderer {
    page,
    error: |_, status, path| html(format!("<h1>{status}</h1><p>{path}")),
    assets: || {
        vec![Asset {
            name: "style.css".to_owned(),
            path: "/assets/style.0f3a9c.css".to_owned(),
            body: "p { margin: 0 }".as_bytes().into(),
            media_type: "text/css; charset=utf-8",
        }]
    },
    finish: |page, _| page,
};

fn page(site: &Site, address: &Address) -> Option<Rendered> {
    let media_type = match address {
        Address::Home => return Some(html(HOME.to_owned())),
        Address::Figures => panic!("a defect in a page"),
        Address::Salaries => return None,
        Address::Feed(..) => "application/atom+xml; charset=utf-8",
        Address::Sitemap => "application/xml; charset=utf-8",
        Address::Robots => "text/plain; charset=utf-8",
        Address::Favicon => "image/svg+xml",
        Address::Index(Kind::Role) => return Some(html("<h1>Roles</h1>".to_owned())),
        _ => return Some(html(format!("<h1>{}</h1>", site.config.address))),
    };
    let body = address.path().into_bytes();
    Some(Rendered {
        body,
        media_type,
        modified: None,
    })
}

fn html(text: String) -> Rendered {
    Rendered {
        body: text.into_bytes(),
        media_type: "text/html; charset=utf-8",
        modified: Some("2026-10-02".parse().unwrap()),
    }
}

/// A running server, stopped when dropped.
pub struct Server {
    pub address: SocketAddr,
    pub web: Arc<Web>,
    renderer: Renderer,
    handle: ServerHandle,
    _content: TempDir,
}

impl Server {
    pub fn start(renderer: Renderer) -> Self {
        Self::start_at("https://guide.example", renderer)
    }

    /// Starts a server for a guide that is reached at `address`.
    pub fn start_at(address: &str, renderer: Renderer) -> Self {
        let sites = Arc::new(Sites::fixed(store(address, renderer)));
        let content = content();
        let web = Arc::new(Web::new(sites, content.path().join("assets")));
        let (address, handle) = listening(web.clone());
        Server {
            address,
            web,
            renderer,
            handle,
            _content: content,
        }
    }

    /// Draws and compresses all pages.
    pub fn warm(&self) {
        self.web.sites.newest().warm();
    }

    /// Replaces the guide by one that is reached at another address.
    pub fn replace(&self, address: &str) {
        self.web.sites.replace(store(address, self.renderer));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

/// A server that runs with one worker until its handle stops it.
pub fn listening(web: Arc<Web>) -> (SocketAddr, ServerHandle) {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_all().build().unwrap().block_on(async {
            let any = "127.0.0.1:0".parse().unwrap();
            let (server, address) = listen(web, any, Some(1)).unwrap();
            sender.send((address, server.handle())).unwrap();
            server.await.unwrap();
        });
    });
    receiver.recv().unwrap()
}

fn store(address: &str, renderer: Renderer) -> Arc<Store> {
    let assets = Arc::new(Assets::new(renderer));
    Arc::new(Store::new(site(address), renderer, assets))
}

/// A content folder with an image, and with things that must not be served.
fn content() -> TempDir {
    let content = tempfile::tempdir().unwrap();
    let assets = content.path().join("assets");
    fs::create_dir_all(assets.join("folder")).unwrap();
    fs::write(content.path().join("site.toml"), "secret").unwrap();
    fs::write(assets.join("ladder.png"), "0123456789").unwrap();
    fs::write(assets.join(".secret"), "secret").unwrap();
    std::os::unix::fs::symlink(
        content.path().join("site.toml"),
        assets.join("outside.toml"),
    )
    .unwrap();
    content
}

fn site(address: &str) -> Site {
    let moved = |to: &str| Fate::Moved(to.to_owned());
    let fates = HashMap::from([
        ("/careers/backend".to_owned(), moved("/roles")),
        ("/café".to_owned(), moved("/about#café")),
        ("/elsewhere".to_owned(), moved("//evil.example")),
        (
            "/closed".to_owned(),
            Fate::Gone("The job was filled.".to_owned()),
        ),
    ]);
    Site {
        config: config(address),
        vocabulary: Vocabulary {
            levels: Vec::new(),
            regions: Vec::new(),
            skill_groups: Vec::new(),
            role_families: Vec::new(),
            tags: Vec::new(),
        },
        roles: [].into_iter().collect(),
        skills: [].into_iter().collect(),
        career_paths: [].into_iter().collect(),
        guides: [].into_iter().collect(),
        learning: [].into_iter().collect(),
        industries: [].into_iter().collect(),
        jobs: [].into_iter().collect(),
        terms: [].into_iter().collect(),
        authors: [].into_iter().collect(),
        pages: ["livez", "readyz"].map(prose).into_iter().collect(),
        salaries: Vec::new(),
        usage: Vec::new(),
        redirects: Redirects::new(fates),
        instant: "2026-11-20T12:00:00Z".parse().unwrap(),
        next_change: None,
        handbook: Default::default(),
    }
}

/// A prose page at the top level.
fn prose(id: &str) -> Document<Page> {
    let meta = r#"
        title = "A page"
        summary = "A page whose name is also an address of the server itself"
        status = "published"
    "#;
    Document {
        id: id.to_owned(),
        file: format!("pages/{id}.md"),
        meta: toml::from_str(meta).unwrap(),
        fields: Page {},
        body: Body::default().into(),
    }
}

fn config(address: &str) -> Config {
    let text = r#"
        format = 1
        name = "Guide"
        tagline = "A guide for tests"
        description = "A guide for tests"
        address = ""
        language = "en"
        publisher = "Nobody"
        navigation = []
        licence = { name = "CC0", url = "https://example.org" }
        limits = { file_bytes = 1000 }
    "#;
    Config {
        address: address.to_owned(),
        ..toml::from_str(text).unwrap()
    }
}
