//! Markdown that stands inside a field of front matter.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Markdown of one or more paragraphs in a field, rendered.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Prose {
    /// Block-level HTML.
    pub html: String,
    /// The words alone.
    pub text: String,
}

/// One line of Markdown in a field, rendered without a paragraph around it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Phrase {
    /// Phrasing-level HTML.
    pub html: String,
    /// The words alone.
    pub text: String,
}

macro_rules! markdown_field {
    ($name:ident, $shape:literal) => {
        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            /// An editor writes a string; the loader renders it before the struct is built.
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "minLength": 1, "x-markdown": $shape })
            }
        }
    };
}

markdown_field!(Prose, "block");
markdown_field!(Phrase, "inline");
