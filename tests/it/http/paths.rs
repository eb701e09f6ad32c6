//! The one form of each address, and hostile paths.

use super::get;
use super::guide::{GUIDE, Server};

#[test]
fn each_address_has_one_form() {
    let server = Server::start(GUIDE);
    for (path, location) in [
        ("/roles/", "/roles"),
        ("/Roles", "/roles"),
        ("//roles", "/roles"),
        ("///roles//", "/roles"),
        ("/roles/index.html", "/roles"),
        ("/index.html", "/"),
        ("//", "/"),
        ("/%72oles", "/roles"),
        ("/ROLES/?pay=us&level=senior", "/roles?pay=us&level=senior"),
        ("/Roles?", "/roles"),
        (
            "/roles/?a=%0d%0aSet-Cookie:%20x",
            "/roles?a=%0d%0aSet-Cookie:%20x",
        ),
        ("/roles/?a={|^}", "/roles?a=%7B%7C%5E%7D"),
        ("//?/evil.example", "/?/evil.example"),
        ("/careers/backend?a=b", "/roles?a=b"),
        ("/caf%C3%A9?a=b", "/about?a=b#caf%C3%A9"),
        ("/careers/backend", "/roles"),
        ("/Careers/Backend/", "/roles"),
        ("/caf%C3%A9", "/about#caf%C3%A9"),
        ("/elsewhere", "/evil.example"),
    ] {
        let reply = get(&server, path, &[]);
        assert_eq!(
            (reply.status, reply.header("location")),
            (308, location),
            "{path}"
        );
    }
}

const HOSTILE: &[&str] = &[
    "/nowhere",
    "/nowhere/",
    "/evil.example",
    "//evil.example/",
    "/%00",
    "/roles%00",
    "/%ff",
    "/%C0%AE",
    "/..",
    "/../roles",
    "/%2e%2e/roles",
    "/roles/..",
    "/..;/roles",
    "/.",
    "/./roles",
    "/a%2Fb",
    "/%2Froles",
    "/roles%5c",
    "/%5c%5cevil.example",
    "/%",
    "/%zz",
    "/.git/config",
    "/a%0d%0aSet-Cookie:%20x=1",
    "/salaries",
    "/assets",
    "/assets/",
    "/assets/../site.toml",
    "/assets/%2e%2e/site.toml",
    "/assets//ladder.png",
    "/assets/%6Cadder.png",
    "/Assets/ladder.png",
    "/assets/ladder.png/",
    "/assets/.secret",
    "/assets/outside.toml",
    "/assets/folder",
    "/assets/ladder.png%00",
];

#[test]
fn hostile_paths_are_not_found() {
    let server = Server::start(GUIDE);
    for &path in HOSTILE {
        let reply = get(&server, path, &[]);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(
            reply.header("cache-control"),
            "public, max-age=60",
            "{path}"
        );
        assert!(
            reply.decoded().starts_with("<h1>404</h1>"),
            "{path}: {}",
            reply.decoded()
        );
        assert_eq!(
            reply.count("location") + reply.count("set-cookie"),
            0,
            "{path}"
        );
    }
}

#[test]
fn a_query_that_nobody_knows_changes_no_byte() {
    let server = Server::start(GUIDE);
    let plain = get(&server, "/roles", &[]);
    for query in ["?", "?utm_source=x", "?a=%ff&a=%00", "?q=%3Cscript%3E"] {
        let reply = get(
            &server,
            &format!("/roles{query}"),
            &["X-Forwarded-Host: evil.example"],
        );
        assert_eq!(reply.body, plain.body, "{query}");
        assert_eq!(reply.header("etag"), plain.header("etag"), "{query}");
    }
}
