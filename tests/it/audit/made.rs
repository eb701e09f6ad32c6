//! A guide of three pages that keeps all rules, held in memory and served on loopback.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

use career_guide::audit::Origin;

/// When the made guide is judged.
pub const TODAY: &str = "2026-11-20T12:00:00Z";

#[derive(Clone)]
struct Reply {
    status: u16,
    media_type: &'static str,
    headers: Vec<(&'static str, String)>,
    body: String,
}

/// The guide, to be broken and served.
pub struct Made {
    replies: BTreeMap<String, Reply>,
    /// What an unknown address is answered with.
    pub unknown: u16,
}

impl Made {
    pub fn sound() -> Self {
        let mut made = Made {
            replies: BTreeMap::new(),
            unknown: 404,
        };
        made.add("/sitemap.xml", "application/xml", "<urlset></urlset>");
        made.page(
            "/",
            "home",
            &["/first", "/texts/second", "/search", "/first#part"],
        );
        made.page("/first", "first", &["/"]);
        made.page(
            "/texts/second",
            "second",
            &["/", "#part", "https://other.example/"],
        );
        let twin = "<link rel=\"alternate\" type=\"text/markdown\" href=\"/first.md\"></head>";
        made.edit("/first", "</head>", twin);
        made.add("/search", "text/html; charset=utf-8", SEARCH);
        for (path, media_type, body) in [
            ("/style.css", "text/css", "p {}"),
            ("/a.js", "text/javascript", "1"),
            ("/b.js", "text/javascript", "2"),
            ("/picture.png", "image/png", "png"),
            ("/first.md", "text/markdown; charset=utf-8", "# first"),
            ("/feed.xml", "application/atom+xml", FEED),
            ("/feed.json", "application/feed+json", JSON_FEED),
            (
                "/robots.txt",
                "text/plain",
                "User-agent: *\nAllow: /\nSitemap: https://made.example/sitemap.xml\n",
            ),
        ] {
            made.add(path, media_type, body);
        }
        let twin = made
            .replies
            .get_mut("/first.md")
            .expect("the made guide has it");
        twin.headers.push(("X-Robots-Tag", "noindex".to_owned()));
        made
    }

    /// A page that keeps all rules, listed in the sitemap.
    pub fn page(&mut self, path: &str, name: &str, links: &[&str]) {
        let links: String = links
            .iter()
            .map(|it| format!("<a href=\"{it}\">x</a>"))
            .collect();
        let html = PAGE
            .replace("NAME", name)
            .replace("PATH", path)
            .replace("LINKS", &links)
            .replace("TEXT", &words(name, 80));
        self.add(path, "text/html; charset=utf-8", &html);
        self.list(path, Some("2026-11-01"));
    }

    pub fn add(&mut self, path: &str, media_type: &'static str, body: &str) {
        let reply = Reply {
            status: 200,
            media_type,
            headers: Vec::new(),
            body: body.to_owned(),
        };
        self.replies.insert(path.to_owned(), reply);
    }

    /// Puts a path into the sitemap.
    pub fn list(&mut self, path: &str, modified: Option<&str>) {
        let modified = modified.map(|day| format!("<lastmod>{day}</lastmod>"));
        let modified = modified.unwrap_or_default();
        let entry = format!("<url><loc>https://made.example{path}</loc>{modified}</url></urlset>");
        // The newest entry is the last, and edits change the first that fits: that of `/first`.
        self.edit("/sitemap.xml", "</urlset>", &entry);
        if path == "/" {
            self.edit("/sitemap.xml", "<lastmod>2026-11-01</lastmod>", "");
        }
    }

    /// Replaces the first place where a text stands in a reply; it must stand there.
    pub fn edit(&mut self, path: &str, from: &str, to: &str) {
        let reply = self.replies.get_mut(path).expect("the made guide has it");
        assert!(reply.body.contains(from), "{path} has no {from}");
        reply.body = reply.body.replacen(from, to, 1);
    }

    /// Gives a page the main text of another, and something behind it.
    pub fn copy_main(&mut self, from: &str, to: &str, more: &str) {
        let main = |body: &str| {
            let start = body.find("<main>").expect("a main part");
            body[start..body.find("</main>").expect("a main part")].to_owned()
        };
        let (text, old) = (main(&self.replies[from].body), main(&self.replies[to].body));
        self.edit(to, &old, &format!("{text}{more}"));
    }

    pub fn copy(&mut self, from: &str, to: &str) {
        let reply = self.replies[from].clone();
        self.replies.insert(to.to_owned(), reply);
    }

    pub fn remove(&mut self, path: &str) {
        self.replies.remove(path);
    }

    pub fn remove_noindex(&mut self, path: &str) {
        self.replies
            .get_mut(path)
            .expect("the made guide has it")
            .headers
            .clear();
    }

    pub fn redirect(&mut self, path: &str, status: u16, to: &str) {
        self.add(path, "text/plain", "");
        let reply = self.replies.get_mut(path).expect("the made guide has it");
        reply.status = status;
        reply.headers.push(("Location", to.to_owned()));
    }

    /// Answers on a free port until the tests end.
    pub fn serve(self) -> Origin {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let address = listener.local_addr().expect("loopback has a free port");
        let made = Arc::new(self);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let made = made.clone();
                std::thread::spawn(move || made.answer(stream));
            }
        });
        format!("http://{address}")
            .parse()
            .expect("the server ends")
    }

    fn answer(&self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        let mut first = String::new();
        let mut line = String::new();
        while stream.read_line(&mut line).is_ok_and(|length| length > 2) {
            if first.is_empty() {
                first.clone_from(&line);
            }
            line.clear();
        }
        let path = first.split(' ').nth(1).unwrap_or_default();
        let reply = self.reply(path);
        let mut text = format!("HTTP/1.1 {} x\r\nConnection: close\r\n", reply.status);
        text += &format!("Content-Type: {}\r\n", reply.media_type);
        text += &format!("Content-Length: {}\r\n", reply.body.len());
        for (name, value) in &reply.headers {
            text += &format!("{name}: {value}\r\n");
        }
        // That the other side has gone is its affair.
        let _ = write!(stream.get_mut(), "{text}\r\n{}", reply.body);
    }

    fn reply(&self, path: &str) -> Reply {
        if let Some(reply) = self.replies.get(path) {
            return reply.clone();
        }
        let right = path.trim_end_matches('/').to_lowercase();
        let is_page = |reply: &Reply| reply.media_type.starts_with("text/html");
        let (status, headers) = match self.replies.get(&right).is_some_and(is_page) {
            true => (308, vec![("Location", right)]),
            false => (self.unknown, Vec::new()),
        };
        Reply {
            status,
            media_type: "text/plain",
            headers,
            body: "nothing".to_owned(),
        }
    }
}

/// Text that no other page has.
pub fn words(name: &str, count: usize) -> String {
    let words: Vec<String> = (0..count).map(|n| format!("{name}{n}")).collect();
    format!("<p>{}</p>", words.join(" "))
}

const PAGE: &str = r##"<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>The NAME page of the made guide</title>
<meta name="description" content="What the NAME page answers, in enough words for somebody who searches to choose it.">
<link rel="canonical" href="https://made.examplePATH">
<meta property="og:type" content="article">
<meta property="og:title" content="NAME">
<meta property="og:description" content="What NAME answers.">
<meta property="og:url" content="https://made.examplePATH">
<meta property="og:image" content="https://made.example/picture.png">
<meta name="twitter:card" content="summary">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
<link rel="alternate" type="application/feed+json" href="/feed.json">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"Article","@id":"PATH#text","name":"NAME","dateModified":"2026-11-01","publisher":{"@id":"/#publisher"}},
{"@type":"Organization","@id":"/#publisher","name":"Made"}]}</script>
</head><body><main><h1>NAME</h1>
<p>Updated <time datetime="2026-11-01">1 November 2026</time>.</p>
<h2 id="part">A part</h2>
<img src="/picture.png" width="3" height="2" alt="" loading="lazy">
TEXT LINKS</main></body></html>"##;

const SEARCH: &str = r#"<!doctype html><html lang="en"><head><title>Search the made guide</title>
<meta name="robots" content="noindex"></head><body><main><h1>Search</h1></main></body></html>"#;

const FEED: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://made.example/feed.xml"/>
<entry><id>a</id><link rel="alternate" href="https://made.example/texts/second"/></entry></feed>"#;

const JSON_FEED: &str = r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","url":"https://made.example/"}]}"#;
