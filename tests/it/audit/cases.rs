//! A way to break each rule.

use super::made::{Made, words};

/// What is wrong, the rule that it breaks with the address where this is told, and how.
pub type Case = (
    &'static str,
    &'static [(&'static str, &'static str)],
    fn(&mut Made),
);

/// Every way in which the tests break a guide.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    [HEAD, BODY, LISTS, LINKS].into_iter().flatten()
}

const HEAD: &[Case] = &[
    (
        "a page without a title",
        &[("title-missing", "/first")],
        |it| {
            it.edit(
                "/first",
                "<title>The first page of the made guide</title>",
                "",
            );
        },
    ),
    ("two titles", &[("title-missing", "/first")], |it| {
        it.edit("/first", "</head>", "<title>Another title</title></head>");
    }),
    ("a short title", &[("title-length", "/first")], |it| {
        it.edit(
            "/first",
            "<title>The first page of the made guide",
            "<title>First",
        );
    }),
    (
        "one title twice",
        &[("title-duplicate", "/texts/second")],
        |it| {
            it.edit(
                "/texts/second",
                "<title>The second page",
                "<title>The first page",
            );
        },
    ),
    ("no h1", &[("h1-count", "/first")], |it| {
        it.edit("/first", "<h1>first</h1>", "");
        it.edit("/first", "<h2 id=\"part\">A part</h2>", "<p id=\"part\">");
    }),
    ("two h1", &[("h1-count", "/first")], |it| {
        it.edit("/first", "</main>", "<h1>Again</h1></main>");
    }),
    (
        "no description",
        &[("description-missing", "/first")],
        |it| {
            it.edit("/first", "name=\"description\"", "name=\"abstract\"");
        },
    ),
    (
        "a short description",
        &[("description-length", "/first")],
        |it| {
            it.edit(
                "/first",
                ", in enough words for somebody who searches to choose it",
                "",
            );
        },
    ),
    (
        "one description twice",
        &[("description-duplicate", "/texts/second")],
        |it| {
            it.edit(
                "/texts/second",
                "What the second page",
                "What the first page",
            );
        },
    ),
    (
        "no canonical link",
        &[("canonical-missing", "/first")],
        |it| {
            it.edit("/first", "rel=\"canonical\"", "rel=\"license\"");
        },
    ),
    (
        "a canonical link without a host",
        &[
            ("canonical-relative", "/first"),
            ("open-graph-unlike", "/first"),
        ],
        |it| {
            it.edit(
                "/first",
                "href=\"https://made.example/first\"",
                "href=\"/first\"",
            )
        },
    ),
    (
        "a canonical link to another page",
        &[
            ("canonical-other", "/first"),
            ("open-graph-unlike", "/first"),
            ("sitemap-canonical", "/first"),
        ],
        |it| {
            it.edit(
                "/first",
                "\"https://made.example/first\"",
                "\"https://made.example/\"",
            )
        },
    ),
    ("no language", &[("lang-missing", "/first")], |it| {
        it.edit("/first", " lang=\"en\"", "");
    }),
    (
        "a word for a language",
        &[("lang-missing", "/first")],
        |it| {
            it.edit("/first", "lang=\"en\"", "lang=\"english\"");
        },
    ),
    (
        "an element of the body in the head",
        &[("head-element", "/first")],
        |it| {
            it.edit("/first", "</head>", "<div></div></head>");
        },
    ),
    (
        "no type for sharing",
        &[("open-graph-missing", "/first")],
        |it| {
            it.edit("/first", "og:type", "og:kind");
        },
    ),
    (
        "another address for sharing",
        &[("open-graph-unlike", "/first")],
        |it| {
            it.edit(
                "/first",
                "og:url\" content=\"https://made.example/first",
                "og:url\" content=\"https://made.example/",
            );
        },
    ),
    (
        "no picture for sharing",
        &[("open-graph-image", "/first")],
        |it| {
            it.edit("/first", "og:image", "og:other");
        },
    ),
    (
        "a picture without a host",
        &[("open-graph-image", "/first")],
        |it| {
            it.edit(
                "/first",
                "content=\"https://made.example/picture.png",
                "content=\"/picture.png",
            );
        },
    ),
    (
        "a language that does not name the page in turn",
        &[("language", "/first")],
        |it| {
            let links = "<link rel=\"alternate\" hreflang=\"en\" href=\"https://made.example/first\">\
                     <link rel=\"alternate\" hreflang=\"de\" href=\"https://made.example/texts/second\"></head>";
            it.edit("/first", "</head>", links);
        },
    ),
    ("a language that is none", &[("language", "/first")], |it| {
        let links = "<link rel=\"alternate\" hreflang=\"en_GB\" href=\"https://made.example/first\"></head>";
        it.edit("/first", "</head>", links);
    }),
];

const BODY: &[Case] = &[
    (
        "a heading that skips",
        &[("heading-skip", "/first")],
        |it| {
            it.edit(
                "/first",
                "<h2 id=\"part\">A part</h2>",
                "<h4 id=\"part\">A part</h4>",
            );
        },
    ),
    (
        "a picture without height",
        &[("image-size", "/first")],
        |it| {
            it.edit("/first", " height=\"2\"", "");
        },
    ),
    (
        "a picture without words",
        &[("image-alt", "/first")],
        |it| {
            it.edit("/first", " alt=\"\"", "");
        },
    ),
    ("a script over http", &[("mixed-content", "/first")], |it| {
        it.edit(
            "/first",
            "</head>",
            "<script src=\"http://other.example/a.js\"></script></head>",
        );
    }),
    (
        "JSON-LD with a comma too many",
        &[("json-ld-syntax", "/texts/second")],
        |it| {
            it.edit("/texts/second", "\"@graph\":[", "\"@graph\":[,");
        },
    ),
    ("one thing in two ways", &[("json-ld-id", "/first")], |it| {
        let again = "{\"@id\":\"/first#text\",\"name\":\"another\"},";
        it.edit("/first", "\"@graph\":[", &format!("\"@graph\":[{again}"));
    }),
    (
        "a reference to nothing",
        &[("json-ld-reference", "/first")],
        |it| {
            it.edit("/first", "#publisher", "#nobody");
        },
    ),
    (
        "a date that nobody sees",
        &[("json-ld-date", "/first")],
        |it| {
            it.edit(
                "/first",
                "\"dateModified\":\"2026-11-01\"",
                "\"dateModified\":\"2026-11-02\"",
            );
        },
    ),
    ("a heavy page", &[("weight", "/first")], |it| {
        it.edit(
            "/first",
            "</main>",
            &format!("{}</main>", words("heavy", 9000)),
        );
    }),
    ("many scripts", &[("requests", "/first")], |it| {
        let scripts = "<script src=\"/a.js\"></script><script src=\"/b.js\"></script></head>";
        it.edit("/first", "</head>", scripts);
    }),
    (
        "a picture that is not lazy, and a script",
        &[("requests", "/first")],
        |it| {
            it.edit("/first", " loading=\"lazy\"", "");
            let scripts = "<script src=\"/a.js\"></script></head>";
            it.edit("/first", "</head>", scripts);
        },
    ),
    (
        "one text twice",
        &[("duplicate-text", "/texts/second")],
        |it| {
            it.copy_main("/first", "/texts/second", "");
        },
    ),
    (
        "nearly one text twice",
        &[("near-duplicate", "/texts/second")],
        |it| {
            it.copy_main("/first", "/texts/second", "A word more.");
        },
    ),
];

const LISTS: &[Case] = &[
    (
        "a sitemap that is not XML",
        &[
            ("sitemap-form", "/sitemap.xml"),
            ("sitemap-missing", "/"),
            ("sitemap-missing", "/first"),
            ("sitemap-missing", "/texts/second"),
        ],
        |it| it.edit("/sitemap.xml", "</urlset>", ""),
    ),
    (
        "an index that names a sitemap that is not there",
        &[("sitemap-form", "/none.xml")],
        |it| {
            it.edit(
                "/robots.txt",
                "\nSitemap:",
                "\nSitemap: https://made.example/index.xml\nSitemap:",
            );
            it.add("/index.xml", "application/xml", "<sitemapindex><sitemap><loc>https://made.example/none.xml</loc></sitemap></sitemapindex>");
        },
    ),
    (
        "a long sitemap",
        &[("sitemap-size", "/sitemap.xml")],
        |it| {
            it.edit(
                "/sitemap.xml",
                "</urlset>",
                &format!("<!--{}--></urlset>", "x".repeat(2_100_000)),
            );
        },
    ),
    (
        "an entry that is not there",
        &[("sitemap-status", "/none")],
        |it| {
            it.list("/none", None);
        },
    ),
    (
        "an entry with a picture that is not there",
        &[("sitemap-status", "/first")],
        |it| {
            it.edit(
                "/sitemap.xml",
                "made.example/first</loc>",
                "made.example/first</loc><i:image \
                 xmlns:i=\"http://www.google.com/schemas/sitemap-image/1.1\">\
                 <i:loc>https://made.example/none.png</i:loc></i:image>",
            );
        },
    ),
    (
        "an entry that leads on",
        &[("sitemap-status", "/first/")],
        |it| {
            it.list("/first/", None);
        },
    ),
    (
        "an entry that is not indexed",
        &[("sitemap-noindex", "/search")],
        |it| {
            it.list("/search", None);
        },
    ),
    (
        "an entry of another guide",
        &[("sitemap-canonical", "/sitemap.xml")],
        |it| {
            it.edit(
                "/sitemap.xml",
                "</urlset>",
                "<url><loc>https://other.example/</loc></url></urlset>",
            );
        },
    ),
    (
        "a page that is not listed",
        &[("sitemap-missing", "/first")],
        |it| {
            it.edit(
                "/sitemap.xml",
                "<loc>https://made.example/first</loc>",
                "<loc>https://made.example/</loc>",
            );
        },
    ),
    (
        "a change that is to come",
        &[("sitemap-lastmod", "/first")],
        |it| {
            it.edit("/sitemap.xml", "<lastmod>2026-11-01", "<lastmod>2026-11-21");
        },
    ),
    (
        "a change on another day",
        &[("sitemap-lastmod", "/first")],
        |it| {
            it.edit("/sitemap.xml", "<lastmod>2026-11-01", "<lastmod>2026-11-03");
        },
    ),
    (
        "a change on no day",
        &[("sitemap-lastmod", "/first")],
        |it| {
            it.edit("/sitemap.xml", "<lastmod>2026-11-01", "<lastmod>yesterday");
        },
    ),
    ("no robots.txt", &[("robots", "/robots.txt")], |it| {
        it.remove("/robots.txt")
    }),
    (
        "a page that may not be asked for",
        &[("robots", "/first")],
        |it| {
            it.edit("/robots.txt", "Allow: /", "Disallow: /first");
        },
    ),
    (
        "a hidden page that may not be asked for",
        &[("robots", "/search")],
        |it| {
            it.edit("/robots.txt", "Allow: /", "Disallow: /search");
        },
    ),
    ("a feed that is not XML", &[("feed", "/feed.xml")], |it| {
        it.edit("/feed.xml", "</entry>", "");
    }),
    ("a feed that is not JSON", &[("feed", "/feed.json")], |it| {
        it.edit("/feed.json", "[", "");
    }),
    ("an entry at a redirect", &[("feed", "/feed.xml")], |it| {
        it.edit(
            "/feed.xml",
            "made.example/texts/second",
            "made.example/texts/second/",
        );
    }),
    ("an item at another host", &[("feed", "/feed.json")], |it| {
        it.edit("/feed.json", "made.example/", "other.example/");
    }),
    ("a page that names no feed", &[("feed", "/first")], |it| {
        it.edit("/first", "application/atom+xml", "text/plain");
    }),
    (
        "Markdown that may be indexed",
        &[("twin-indexed", "/first")],
        |it| {
            it.remove_noindex("/first.md");
        },
    ),
];

const LINKS: &[Case] = &[
    (
        "a page that nobody links to",
        &[("orphan", "/lost")],
        |it| it.page("/lost", "lost", &[]),
    ),
    (
        "pages one behind the other",
        &[("depth", "/d/four")],
        |it| {
            it.edit("/first", "</main>", "<a href=\"/d/two\">two</a></main>");
            it.page("/d/two", "two", &["/d/three"]);
            it.page("/d/three", "three", &["/d/four"]);
            it.page("/d/four", "four", &[]);
        },
    ),
    (
        "a link that leads on",
        &[("link-redirect", "/first")],
        |it| {
            it.edit(
                "/first",
                "</main>",
                "<a href=\"/texts/second/\">second</a></main>",
            );
        },
    ),
    ("a link to nothing", &[("link-broken", "/first")], |it| {
        it.edit("/first", "</main>", "<a href=\"none\">none</a></main>");
    }),
    (
        "a picture that is not there",
        &[("link-broken", "/first")],
        |it| {
            it.edit("/first", "src=\"/picture.png\"", "src=\"/none.png\"");
        },
    ),
    ("a link to no place", &[("link-fragment", "/first")], |it| {
        it.edit(
            "/first",
            "</main>",
            "<a href=\"/texts/second#none\">none</a></main>",
        );
    }),
    (
        "an address in two forms",
        &[("address-form", "/first")],
        |it| it.copy("/first", "/first/"),
    ),
    (
        "a form that is passing",
        &[("address-form", "/first")],
        |it| {
            it.redirect("/FIRST", 302, "/first");
        },
    ),
    ("a form in two hops", &[("address-form", "/first")], |it| {
        it.redirect("/FIRST/", 308, "/FIRST");
    }),
    (
        "a page for what does not exist",
        &[
            ("soft-404", "/no--page-has-this-name"),
            ("soft-404", "/texts/no--page-has-this-name"),
        ],
        |it| it.unknown = 200,
    ),
];
