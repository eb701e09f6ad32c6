//! Pictures of pages: what they are, where they are, and that they are there.

use std::path::PathBuf;
use std::sync::Arc;

use career_guide::live::Sites;
use career_guide::pages::{self, Picture};
use career_guide::site::{Address, Document, Page, Site};
use career_guide::web::{Assets, Renderer, Store, Web};
use scraper::{Html, Selector};

use crate::broken::INSTANT;
use crate::http::client::Client;
use crate::http::guide::listening;
use crate::load::site_at;

/// The largest picture that is sent, in bytes.
const LARGEST: usize = 100 * 1024;

/// Titles that are long or odd.
const ODD: [&str; 6] = [
    "Pneumonoultramicroscopicsilicovolcanocon",
    "Rockets 🚀 and families 👩‍💻",
    "עבודה בצד השרת: מדריך",
    "<&> \"quotes\" ]]> &amp; <script>",
    "Zero\u{0} and \u{202e}override\u{fffe}",
    "A title of sixty characters and more, which says it all, and then says it again, and again",
];

fn picture(site: &Site, path: &str) -> Picture {
    let address = Address::parse(path).expect(path);
    Picture::of(site, &address).unwrap_or_else(|| panic!("{path} has a picture"))
}

/// The size of a PNG, once all of it is decoded.
fn decoded(bytes: &[u8]) -> (u32, u32) {
    let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut pixels).expect("pixels");
    let paper = &pixels[pixels.len() - 3..];
    assert!(pixels.chunks(3).any(|pixel| pixel != paper), "it is empty");
    (frame.width, frame.height)
}

/// The guide of the fixtures with a prose page of another title.
fn titled(title: &str) -> Site {
    let mut site = site_at(INSTANT);
    let mut page: Document<Page> = site.pages.get("about").expect("a page").clone();
    page.meta.title = title.to_owned();
    site.pages = [page].into_iter().collect();
    site
}

#[test]
fn every_page_has_one_that_is_small_and_always_the_same() {
    let site = site_at(INSTANT);
    let again = site_at(INSTANT);
    for address in site.addresses() {
        let path = address.path();
        let picture = Picture::of(&site, &address);
        assert_eq!(picture.is_some(), address.is_page(), "{path}");
        let Some(picture) = picture else { continue };
        let bytes = picture.png();
        assert_eq!(decoded(&bytes), (1200, 630), "{path}");
        assert!(bytes.len() <= LARGEST, "{path}: {} bytes", bytes.len());
        assert_eq!(Picture::of(&again, &address).as_ref(), Some(&picture));
        assert_eq!(picture.png(), bytes, "{path}");
        assert_eq!(Picture::at(&site, &picture.path), Some(picture), "{path}");
    }
}

#[test]
fn odd_titles_have_pictures_of_their_own() {
    let mut paths = vec![picture(&site_at(INSTANT), "/about").path];
    for title in ODD {
        let picture = picture(&titled(title), "/about");
        let bytes = picture.png();
        assert_eq!(decoded(&bytes), (1200, 630), "{title}");
        assert!(bytes.len() <= LARGEST, "{title}: {} bytes", bytes.len());
        assert!(!paths.contains(&picture.path), "{title}");
        paths.push(picture.path);
    }
}

#[test]
fn what_they_say() {
    let now = site_at(INSTANT);
    let later = site_at("2126-01-01T00:00:00Z");
    let role = "/roles/backend-developer";
    let alt = picture(&now, role).alt;
    assert!(alt.contains("US$") && alt.contains("good until"), "{alt}");
    let old = picture(&later, role).alt;
    assert!(!old.contains("US$"), "{old}");
    let path = picture(&now, "/career-paths/backend").alt;
    assert!(path.contains("Junior, Senior, Staff"), "{path}");
}

#[test]
fn each_page_names_its_own() {
    let site = site_at(INSTANT);
    let image = Selector::parse("meta[property='og:image']").expect("a selector");
    let card = Selector::parse("meta[name='twitter:card']").expect("a selector");
    let mut named = 0;
    for address in site.addresses().iter().filter(|address| address.is_page()) {
        let body = pages::render(&site, address).expect("a page").body;
        let html = Html::parse_document(std::str::from_utf8(&body).expect("UTF-8"));
        let images: Vec<_> = html
            .select(&image)
            .filter_map(|it| it.attr("content"))
            .collect();
        let cards: Vec<_> = html
            .select(&card)
            .filter_map(|it| it.attr("content"))
            .collect();
        if cards.is_empty() {
            assert!(images.is_empty(), "{}", address.path());
            continue;
        }
        let path = Picture::of(&site, address).expect("a picture").path;
        assert_eq!(images, [format!("{}{path}", site.config.address)]);
        assert_eq!(cards, ["summary_large_image"], "{}", address.path());
        named += 1;
    }
    assert!(named > 20, "only {named} pages name a picture");
}

#[test]
fn they_are_served_for_ever_or_not_at_all() {
    let assets = Arc::new(Assets::new(Renderer::PAGES));
    let store = Arc::new(Store::new(site_at(INSTANT), Renderer::PAGES, assets));
    let web = Web::new(Arc::new(Sites::fixed(store.clone())), PathBuf::from("none"));
    let (server, handle) = listening(Arc::new(web));
    let ask = |method: &str, path: &str| Client::at(server).ask(method, path, &[]);
    let picture = picture(&store.site, "/salaries/backend-developer/us");
    for _ in 0..2 {
        let reply = ask("GET", &picture.path);
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, "image/png")
        );
        let cache = "public, max-age=31536000, immutable";
        assert_eq!(reply.header("cache-control"), cache);
        assert_eq!(reply.body, picture.png());
    }
    assert!(ask("HEAD", &picture.path).body.is_empty());
    for path in [
        "/pictures/salaries/backend-developer/us.000000000000.png",
        "/pictures/roles/nobody.000000000000.png",
        "/pictures/feed.xml.000000000000.png",
        "/pictures/roles.png",
        "/pictures/..png",
        "/pictures",
    ] {
        assert_eq!(ask("GET", path).status, 404, "{path}");
    }
    drop(handle.stop(false));
}
