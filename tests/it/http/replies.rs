//! What all replies have in common: headers, methods, failures, health.

use std::time::{Duration, Instant};

use career_guide::web::Web;

use super::client::Client;
use super::get;
use super::guide::{GUIDE, Server};

/// The headers of every reply, besides the longer ones that are looked at one by one.
pub const HEADERS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    (
        "strict-transport-security",
        "max-age=63072000; includeSubDomains",
    ),
    ("vary", "Accept-Encoding"),
];

#[test]
fn every_reply_carries_the_headers() {
    let server = Server::start(GUIDE);
    let tag = get(&server, "/", &[]).header("etag").to_owned();
    let fresh = format!("If-None-Match: {tag}");
    for (method, path, header, status) in [
        ("GET", "/", "", 200),
        ("HEAD", "/", "", 200),
        ("GET", "/", fresh.as_str(), 304),
        ("GET", "/roles/", "", 308),
        ("GET", "/nowhere", "", 404),
        ("GET", "/closed", "", 410),
        ("GET", "/figures", "", 500),
        ("POST", "/", "Content-Length: 0", 405),
        ("OPTIONS", "/", "", 204),
        ("GET", "/livez", "", 200),
        ("GET", "/assets/ladder.png", "", 200),
        ("GET", "/assets/none.png", "", 404),
    ] {
        let headers = [header]
            .into_iter()
            .filter(|h| !h.is_empty())
            .collect::<Vec<_>>();
        let reply = Client::of(&server).ask(method, path, &headers);
        let what = format!("{method} {path}");
        assert_eq!(reply.status, status, "{what}");
        for &(name, value) in HEADERS {
            assert_eq!(reply.header(name), value, "{what}");
        }
        let policy = reply.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'; "),
            "{what}"
        );
        assert!(policy.ends_with("; upgrade-insecure-requests"), "{what}");
        assert!(
            reply.header("permissions-policy").contains("camera=()"),
            "{what}"
        );
        assert!(!reply.header("cache-control").is_empty(), "{what}");
        assert_eq!(
            reply.count("server") + reply.count("x-powered-by"),
            0,
            "{what}"
        );
        for (name, _) in &reply.headers {
            assert_eq!(reply.count(name), 1, "{what}: {name}");
        }
    }
}

#[test]
fn a_guide_without_https_promises_none() {
    let server = Server::start_at("http://guide.example", GUIDE);
    let reply = get(&server, "/", &[]);
    assert_eq!(reply.count("strict-transport-security"), 0);
    let policy = reply.header("content-security-policy");
    assert!(policy.ends_with("object-src 'none'"), "{policy}");
}

#[test]
fn methods_are_read_only() {
    let server = Server::start(GUIDE);
    for path in [
        "/",
        "/roles/",
        "/nowhere",
        "/closed",
        "/livez",
        "/assets/ladder.png",
    ] {
        let (get, head) = (
            Client::of(&server).ask("GET", path, &[]),
            Client::of(&server).ask("HEAD", path, &[]),
        );
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(head.sorted(), get.sorted(), "{path}");
        for (method, status) in [
            ("OPTIONS", 204),
            ("TRACE", 405),
            ("PUT", 405),
            ("BREW", 405),
        ] {
            let reply = Client::of(&server).ask(method, path, &[]);
            assert_eq!(reply.status, status, "{method} {path}");
            assert_eq!(
                reply.header("allow"),
                "GET, HEAD, OPTIONS",
                "{method} {path}"
            );
            assert_eq!(reply.header("cache-control"), "no-store", "{method} {path}");
        }
    }
}

#[test]
fn failures_are_drawn_and_take_nobody_down() {
    let server = Server::start(GUIDE);
    for (path, status, page, cache) in [
        (
            "/nowhere",
            404,
            "<h1>404</h1><p>/nowhere",
            "public, max-age=60",
        ),
        (
            "/closed",
            410,
            "<h1>410</h1><p>/closed",
            "public, max-age=60",
        ),
        (
            "/%43losed//",
            410,
            "<h1>410</h1><p>/closed",
            "public, max-age=60",
        ),
        ("/figures", 500, "<h1>500</h1><p>/figures", "no-store"),
    ] {
        let reply = get(&server, path, &["Accept: application/json"]);
        assert_eq!(reply.status, status, "{path}");
        assert_eq!(reply.decoded(), page);
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(reply.header("cache-control"), cache, "{path}");
        assert_eq!(reply.count("etag"), 0, "{path}");
    }
    assert_eq!(get(&server, "/", &[]).status, 200);
}

#[test]
fn an_error_page_that_fails_is_plain_text() {
    let mut renderer = GUIDE;
    renderer.error = |_, _, _| panic!("the error page has an error");
    let server = Server::start(renderer);
    let reply = get(&server, "/nowhere", &[]);
    assert_eq!(
        (reply.status, reply.decoded()),
        (404, "404 Not Found\n".to_owned())
    );
    assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
}

/// The guide of these tests has pages of both names.
#[test]
fn health_is_plain_and_never_kept() {
    let server = Server::start(GUIDE);
    for (path, is_warm, status, body) in [
        ("/livez", false, 200, "alive\n"),
        ("/readyz", false, 503, "warming\n"),
        ("/readyz", true, 200, "ready\n"),
        ("/livez", true, 200, "alive\n"),
    ] {
        if is_warm {
            server.warm();
        }
        let reply = get(&server, path, &[]);
        assert_eq!((reply.status, reply.decoded().as_str()), (status, body));
        assert_eq!(reply.header("cache-control"), "no-store");
        assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
    }
}

#[test]
fn readiness_does_not_wait_for_ever_for_pages() {
    let server = Server::start(GUIDE);
    let mut web = Web::new(server.web.sites.clone(), server.web.images.clone());
    let store = server.web.sites.newest();
    assert!(!web.has_started(&store));
    let left = web.ready_by.duration_since(Instant::now());
    assert!(left <= Duration::from_secs(10), "{left:?}");
    web.ready_by = Instant::now();
    assert!(web.has_started(&store));
}

#[test]
fn a_server_about_to_end_says_so_and_goes_on_answering() {
    let server = Server::start(GUIDE);
    let mut client = Client::of(&server);
    assert_eq!(client.ask_on("GET", "/", &[]).count("connection"), 0);
    server.web.drain();
    let page = client.ask_on("GET", "/", &[]);
    assert_eq!((page.status, page.header("connection")), (200, "close"));
    let ready = get(&server, "/readyz", &[]);
    assert_eq!(
        (ready.status, ready.decoded().as_str()),
        (503, "draining\n")
    );
    assert_eq!(ready.header("cache-control"), "no-store");
    assert_eq!(get(&server, "/livez", &[]).status, 200);
}
