//! What an address answers, in which encoding, and to whom it answers nothing new.

use super::client::Client;
use super::get;
use super::guide::{GUIDE, HOME, Server};

const ANSWERS: &[(&str, &str, &str, &str)] = &[
    (
        "/",
        "text/html; charset=utf-8",
        "s-maxage=300",
        "same-origin",
    ),
    (
        "/roles",
        "text/html; charset=utf-8",
        "s-maxage=300",
        "same-origin",
    ),
    (
        "/feed.xml",
        "application/atom+xml; charset=utf-8",
        "max-age=300",
        "cross-origin",
    ),
    (
        "/sitemap.xml",
        "application/xml; charset=utf-8",
        "max-age=300",
        "same-origin",
    ),
    (
        "/robots.txt",
        "text/plain; charset=utf-8",
        "max-age=300",
        "same-origin",
    ),
    (
        "/favicon.ico",
        "image/svg+xml",
        "max-age=60",
        "cross-origin",
    ),
    (
        "/assets/style.0f3a9c.css",
        "text/css; charset=utf-8",
        "immutable",
        "same-origin",
    ),
];

#[test]
fn every_address_answers_with_its_page() {
    let server = Server::start(GUIDE);
    for &(path, media_type, cache, embedding) in ANSWERS {
        let reply = get(&server, path, &[]);
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("content-type"), media_type, "{path}");
        assert!(
            reply.header("cache-control").contains(cache),
            "{path}: {reply:?}"
        );
        assert_eq!(
            reply.header("cross-origin-resource-policy"),
            embedding,
            "{path}"
        );
        let length = reply.body.len().to_string();
        assert_eq!(reply.header("content-length"), length, "{path}");
    }
    assert_eq!(get(&server, "/", &[]).body, HOME.as_bytes());
}

#[test]
fn the_best_encoding_that_a_client_takes_is_sent() {
    let server = Server::start(GUIDE);
    server.warm();
    let mut tags = std::collections::BTreeSet::new();
    for (accepted, encoding) in [
        (None, ""),
        (Some("gzip, deflate, br, zstd"), "br"),
        (Some("gzip, deflate"), "gzip"),
        (Some("br;q=0.1, gzip;q=0.9"), "gzip"),
        (Some("br;q=0, gzip;q=0"), ""),
        (Some("*"), "br"),
        (Some("zstd"), ""),
        (Some("identity;q=0"), ""),
        (Some("*;q=0"), ""),
        (Some(";;,q=,"), ""),
    ] {
        let header = accepted.map(|accepted| format!("Accept-Encoding: {accepted}"));
        let headers: Vec<_> = header.iter().map(String::as_str).collect();
        let reply = get(&server, "/", &headers);
        assert_eq!(reply.status, 200, "{accepted:?}");
        assert_eq!(reply.header("content-encoding"), encoding, "{accepted:?}");
        assert_eq!(reply.decoded(), HOME, "{accepted:?}");
        tags.insert(reply.header("etag").to_owned());
    }
    assert_eq!(tags.len(), 3, "one tag for each encoding: {tags:?}");
}

#[test]
fn a_client_that_has_the_bytes_gets_none() {
    let server = Server::start(GUIDE);
    server.warm();
    let whole = get(&server, "/", &["Accept-Encoding: br"]);
    let (tag, modified) = (whole.header("etag"), whole.header("last-modified"));
    assert_eq!(modified, "Fri, 02 Oct 2026 00:00:00 GMT");
    for (header, status) in [
        (format!("If-None-Match: {tag}"), 304),
        (format!("If-None-Match: \"x\", W/{tag}"), 304),
        ("If-None-Match: *".to_owned(), 304),
        ("If-None-Match: \"x\"".to_owned(), 200),
        // The date says when the text was last changed, not when its bytes were.
        (format!("If-Modified-Since: {modified}"), 200),
        (
            format!("If-None-Match: {tag}\r\nIf-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT"),
            304,
        ),
        (
            format!("If-None-Match: \"x\"\r\nIf-Modified-Since: {modified}"),
            200,
        ),
    ] {
        let reply = get(&server, "/", &["Accept-Encoding: br", &header]);
        assert_eq!(reply.status, status, "{header}");
        for name in ["etag", "last-modified", "cache-control", "vary"] {
            assert_eq!(reply.header(name), whole.header(name), "{header}: {name}");
        }
        if status == 304 {
            assert!(reply.body.is_empty(), "{header}");
            assert_eq!(
                reply.count("content-type") + reply.count("content-encoding"),
                0
            );
        }
    }
    let plain = get(&server, "/", &[&format!("If-None-Match: {tag}")]);
    assert_eq!(plain.status, 200, "the tag of another encoding is no proof");
}

#[test]
fn images_come_in_ranges() {
    let server = Server::start(GUIDE);
    for (range, status, body, content_range) in [
        ("Accept: */*", 200, "0123456789", ""),
        ("Range: bytes=2-4", 206, "234", "bytes 2-4/10"),
        ("Range: bytes=-3", 206, "789", "bytes 7-9/10"),
        (
            "Range: bytes=20-",
            416,
            "<h1>416</h1><p>/assets/ladder.png",
            "bytes */10",
        ),
    ] {
        let reply = get(&server, "/assets/ladder.png", &[range]);
        assert_eq!(
            (reply.status, reply.decoded().as_str()),
            (status, body),
            "{range}"
        );
        assert_eq!(reply.header("content-range"), content_range, "{range}");
    }
    let since = get(&server, "/assets/ladder.png", &[])
        .header("last-modified")
        .to_owned();
    let reply = get(
        &server,
        "/assets/ladder.png",
        &[&format!("If-Modified-Since: {since}")],
    );
    assert_eq!(reply.status, 304);
}

#[test]
fn a_request_sees_the_newest_guide_and_connections_live_on() {
    let server = Server::start(GUIDE);
    let mut client = Client::of(&server);
    let old = client.ask_on("GET", "/skills", &[]);
    assert_eq!(old.decoded(), "<h1>https://guide.example</h1>");
    server.replace("https://new.example");
    let new = client.ask_on("GET", "/skills", &[]);
    assert_eq!(new.decoded(), "<h1>https://new.example</h1>");
    assert_ne!(old.header("etag"), new.header("etag"));
}
