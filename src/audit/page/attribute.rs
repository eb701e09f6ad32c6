//! What stands in a tag.

use html5ever::tokenizer::Tag;

/// The value of an attribute of a tag.
pub fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    let mut attributes = tag.attrs.iter();
    let found = attributes.find(|it| &*it.name.local == name);
    found.map(|it| &*it.value)
}

/// The same as a text of its own.
pub fn owned(tag: &Tag, name: &str) -> Option<String> {
    attribute(tag, name).map(str::to_owned)
}
