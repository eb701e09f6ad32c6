//! What stands between `<head>` and `</head>` and may not. A parser that mends, as browsers do, ends
//! the head there, and search engines ignore what they find behind it.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// What a search engine reads in a head.
const ALLOWED: [&str; 8] = [
    "base", "link", "meta", "noscript", "script", "style", "template", "title",
];

/// The names of the elements that stand in the head of a page and may not; `text` for bare text.
pub fn strays(html: &str) -> Vec<String> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Head::default(), TokenizerOpts::default());
    // What it returns asks for a script to be run, which the sink never does.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.strays.into_inner()
}

#[derive(Default)]
struct Head {
    is_open: Cell<bool>,
    /// The element whose text is not markup.
    raw: RefCell<Option<String>>,
    strays: RefCell<Vec<String>>,
}

impl TokenSink for Head {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => return self.tag(&tag),
            Token::CharacterTokens(text)
                if self.is_open.get() && self.raw.borrow().is_none() && !text.trim().is_empty() =>
            {
                self.strays.borrow_mut().push("text".to_owned());
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Head {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if tag.kind == TagKind::EndTag {
            if name == "head" {
                self.is_open.set(false);
            }
            self.raw.borrow_mut().take_if(|raw| raw.as_str() == name);
            return TokenSinkResult::Continue;
        }
        match name {
            "head" => self.is_open.set(true),
            "body" => self.is_open.set(false),
            other if self.is_open.get() && !ALLOWED.contains(&other) => {
                self.strays.borrow_mut().push(other.to_owned());
            }
            _ => {}
        }
        let kind = match name {
            "title" | "textarea" => RawKind::Rcdata,
            "style" | "noscript" => RawKind::Rawtext,
            "script" => RawKind::ScriptData,
            _ => return TokenSinkResult::Continue,
        };
        *self.raw.borrow_mut() = Some(name.to_owned());
        TokenSinkResult::RawData(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::strays;

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
            assert_eq!(strays(html), expected, "{html}");
        }
    }
}
