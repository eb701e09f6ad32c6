//! A page, read tag by tag as it is served: a tree would have mended what the rules ask about.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::attribute::{attribute, owned};
use super::{Alternate, Image, Page};
use crate::audit::shingles::Shingles;

/// What a search engine reads in a head.
const IN_HEAD: [&str; 8] = [
    "base", "link", "meta", "noscript", "script", "style", "template", "title",
];

/// Reads the text of a page.
pub fn read(html: &str) -> Page {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    // What it returns asks for a script to be run, which the sink never does.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let Reading {
        mut page,
        main,
        body,
        ..
    } = tokenizer.sink.0.into_inner();
    page.text = Some(Shingles::of(&main.unwrap_or(body)));
    page
}

#[derive(Default)]
struct Reader(RefCell<Reading>);

/// What is known between two tags.
#[derive(Default)]
struct Reading {
    page: Page,
    head: Head,
    in_main: bool,
    /// How many `<svg>` are open.
    drawings: usize,
    /// The element whose text is not markup.
    raw: Option<String>,
    /// The element whose text is wanted, and this text.
    wanted: Option<(String, String)>,
    /// The text of `<main>`.
    main: Option<String>,
    /// All other text.
    body: String,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Head {
    /// No tag has opened it, as HTML allows.
    #[default]
    Implied,
    Open,
    Closed,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reading = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                reading.open(&tag);
                return reading.raw(&tag);
            }
            Token::TagToken(tag) => reading.close(&tag.name),
            Token::CharacterTokens(text) => reading.text(&text),
            Token::EOFToken => reading.take(),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reading {
    fn open(&mut self, tag: &Tag) {
        let name = &*tag.name;
        match (name, self.head) {
            ("head", _) => self.head = Head::Open,
            ("body", _) => self.head = Head::Closed,
            (_, Head::Open) if !IN_HEAD.contains(&name) => self.page.strays.push(name.to_owned()),
            (_, Head::Implied) if !IN_HEAD.contains(&name) && name != "html" => {
                self.head = Head::Closed;
            }
            _ => {}
        }
        self.page.ids.extend(owned(tag, "id"));
        match name {
            "html" => self.page.lang = owned(tag, "lang"),
            "svg" if !tag.self_closing => self.drawings += 1,
            "main" => {
                self.in_main = true;
                self.main.get_or_insert_default();
            }
            "title" if self.head != Head::Closed => self.want(name),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.want(name),
            "script" if attribute(tag, "type") == Some("application/ld+json") => self.want(name),
            "meta" => self.meta(tag),
            "link" => self.link(tag),
            "a" | "area" => self.page.links.extend(owned(tag, "href")),
            "img" => self.image(tag),
            "script" | "iframe" | "embed" | "audio" | "video" | "source" | "track" => {
                self.page.resources.extend(owned(tag, "src"));
                self.page.loaded.extend(owned(tag, "src"));
            }
            "time" => {
                let date = attribute(tag, "datetime").unwrap_or_default();
                self.page.days.extend(date.get(..10).map(str::to_owned));
            }
            _ => {}
        }
    }

    /// How the tokenizer must read what follows a tag.
    fn raw(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let kind = match &*tag.name {
            _ if self.drawings > 0 => return TokenSinkResult::Continue,
            "title" | "textarea" => RawKind::Rcdata,
            "style" | "noscript" | "iframe" | "noframes" => RawKind::Rawtext,
            "script" => RawKind::ScriptData,
            _ => return TokenSinkResult::Continue,
        };
        self.raw = Some((*tag.name).to_owned());
        TokenSinkResult::RawData(kind)
    }

    fn close(&mut self, name: &str) {
        match name {
            "head" => self.head = Head::Closed,
            "main" => self.in_main = false,
            "svg" => self.drawings = self.drawings.saturating_sub(1),
            _ => {}
        }
        self.raw.take_if(|raw| raw == name);
        if self
            .wanted
            .as_ref()
            .is_some_and(|(wanted, _)| wanted == name)
        {
            self.take();
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, wanted)) = &mut self.wanted {
            wanted.push_str(text);
        }
        if matches!(self.raw.as_deref(), Some("script" | "style" | "title")) {
            return;
        }
        if self.head == Head::Open && self.raw.is_none() && !text.trim().is_empty() {
            self.page.strays.push("text".to_owned());
        }
        let kept = match &mut self.main {
            Some(main) if self.in_main => main,
            _ => &mut self.body,
        };
        // Words of two elements must not run together.
        kept.push_str(text);
        kept.push(' ');
    }

    /// Begins to collect the text of an element.
    fn want(&mut self, name: &str) {
        self.take();
        self.wanted = Some((name.to_owned(), String::new()));
    }

    /// Keeps the text that was collected.
    fn take(&mut self) {
        let Some((name, text)) = self.wanted.take() else {
            return;
        };
        match &*name {
            "title" => self.page.titles.push(squeezed(&text)),
            "script" => {
                let graph = serde_json::from_str(&text).map_err(|error| error.to_string());
                self.page.graphs.push(graph);
            }
            heading => {
                let level = heading.as_bytes()[1] - b'0';
                self.page.headings.push((level, squeezed(&text)));
            }
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let content = attribute(tag, "content").unwrap_or_default();
        let name = attribute(tag, "name").or_else(|| attribute(tag, "property"));
        let Some(name) = name.map(str::to_lowercase) else {
            return;
        };
        match &*name {
            "description" if self.head != Head::Closed => {
                self.page.descriptions.push(squeezed(content));
            }
            "robots" => self.page.robots = content.to_lowercase(),
            _ => {}
        }
        if name == "og:image" {
            self.page.resources.insert(content.to_owned());
        }
        self.page.metas.insert(name, content.to_owned());
    }

    fn link(&mut self, tag: &Tag) {
        let Some(link) = owned(tag, "href") else {
            return;
        };
        let kinds = attribute(tag, "rel").unwrap_or_default().to_lowercase();
        let is = |kind: &str| kinds.split_whitespace().any(|it| it == kind);
        if is("canonical") {
            if self.head != Head::Closed {
                self.page.canonicals.push(link);
            }
            return;
        }
        if is("preconnect") || is("dns-prefetch") || is("license") {
            return;
        }
        if is("stylesheet") {
            self.page.loaded.insert(link.clone());
        }
        if is("alternate") && !is("stylesheet") {
            self.page.alternates.push(Alternate {
                media_type: attribute(tag, "type").unwrap_or_default().to_lowercase(),
                language: owned(tag, "hreflang"),
                link: link.clone(),
            });
        }
        self.page.resources.insert(link);
    }

    fn image(&mut self, tag: &Tag) {
        let source = owned(tag, "src").unwrap_or_default();
        if !source.starts_with("data:") {
            self.page.resources.insert(source.clone());
            if attribute(tag, "loading") != Some("lazy") {
                self.page.loaded.insert(source.clone());
            }
        }
        let has = |name| attribute(tag, name).is_some();
        self.page.images.push(Image {
            source,
            has_size: has("width") && has("height"),
            has_alt: has("alt"),
        });
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_what_a_head_may_hold_is_quiet() {
        for (html, expected) in [
            ("<head><title>a <b></title></head><body><p>b", &[][..]),
            ("<head><script>if (a < b) '<p>'</script></head><p>", &[]),
            ("<head><style>a > b {}</style>\n</head>", &[]),
            ("<head><div></div><title>a</title></head>", &["div"]),
            ("<head>words<img src=x></head>", &["text", "img"]),
            ("<title>a</title><h1>b</h1>", &[]),
            ("<head><title>a</title><body><svg><title>b", &[]),
        ] {
            assert_eq!(read(html).strays, expected, "{html}");
        }
    }

    #[test]
    fn words_are_those_that_readers_see() {
        let page = read(
            "<title>A &amp;\n b</title><body><svg><title>no</title><script/></svg>\
             <main><h1>One <em>two</em></h1><script>three</script><p>four</main><p>five",
        );
        assert_eq!(page.titles, ["A & b"]);
        assert_eq!(page.headings, [(1, "One two".to_owned())]);
        assert_eq!(page.text, read("<main>one two four").text);
    }
}
