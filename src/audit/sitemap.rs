//! Sitemaps, as sitemaps.org writes them.

use roxmltree::{Document, Node};

/// A file that lists addresses, or other such files.
#[derive(Clone, Debug, Default)]
pub struct Sitemap {
    /// Its own path.
    pub address: String,
    /// Bytes of the text.
    pub size: usize,
    pub entries: Vec<Entry>,
    /// The sitemaps that an index lists.
    pub children: Vec<String>,
    /// Why it is none, or cannot be read.
    pub fault: Option<String>,
}

/// An address that a sitemap lists.
#[derive(Clone, Debug)]
pub struct Entry {
    /// As it is written: a full address.
    pub location: String,
    pub modified: Option<String>,
    /// Full addresses of pictures.
    pub images: Vec<String>,
}

impl Sitemap {
    /// Reads the text of a sitemap.
    pub fn parse(address: &str, text: &str) -> Self {
        let mut sitemap = Sitemap {
            address: address.to_owned(),
            size: text.len(),
            ..Sitemap::default()
        };
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => {
                sitemap.fault = Some(format!("is not well-formed XML: {error}"));
                return sitemap;
            }
        };
        let root = document.root_element();
        let elements = root.children().filter(Node::is_element);
        match root.tag_name().name() {
            "sitemapindex" => {
                sitemap.children = elements.filter_map(|it| text_of(it, "loc")).collect()
            }
            "urlset" => sitemap.entries = elements.filter_map(entry).collect(),
            other => sitemap.fault = Some(format!("begins with `{other}`")),
        }
        sitemap
    }
}

fn entry(url: Node) -> Option<Entry> {
    let images = url
        .children()
        .filter(|it| it.has_tag_name((IMAGES, "image")));
    Some(Entry {
        location: text_of(url, "loc")?,
        modified: text_of(url, "lastmod"),
        images: images.filter_map(|it| text_of(it, "loc")).collect(),
    })
}

const IMAGES: &str = "http://www.google.com/schemas/sitemap-image/1.1";

fn text_of(node: Node, name: &str) -> Option<String> {
    let mut children = node.children();
    let child = children.find(|it| it.tag_name().name() == name)?;
    child.text().map(|text| text.trim().to_owned())
}
