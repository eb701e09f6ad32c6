//! Ids: file names that became names for ever, typed by what they name.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// What an id, a level or a tag looks like: lower case letters, digits and single hyphens.
pub const ID_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// Whether `text` can be an id: `site-reliability-engineer` can, `C#` and `-x` cannot.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Declares one string type per thing that can be named, so that a skill is never looked up as a role.
///
/// The JSON Schema of each says what it names: `x-ref` for a document's kind or a data file's,
/// `x-vocabulary` for a list in `vocabulary/`. The reference check reads nothing else.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $keyword:literal = $of:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", $keyword: $of })
            }
        }
    )*};
}

ids! {
    /// Names a role: `backend-developer`.
    RoleId: "x-ref" = "role";
    /// Names a skill: `sql`.
    SkillId: "x-ref" = "skill";
    /// Names a career path: `backend-developer`.
    CareerPathId: "x-ref" = "career-path";
    /// Names an industry: `finance`.
    IndustryId: "x-ref" = "industry";
    /// Names a term of the glossary: `idempotency`.
    TermId: "x-ref" = "term";
    /// Names an author: `editors`.
    AuthorId: "x-ref" = "author";
    /// Names a file of usage figures: `languages-2025`.
    UsageId: "x-ref" = "usage";
    /// Names a level of a career: `senior`.
    LevelId: "x-vocabulary" = "levels";
    /// Names a place that figures are about: `us`, `us-seattle`, `world`.
    RegionId: "x-vocabulary" = "regions";
    /// Names a group of skills: `databases`.
    GroupId: "x-vocabulary" = "skill-groups";
    /// Names a family of roles: `operations`.
    FamilyId: "x-vocabulary" = "role-families";
    /// Names a tag: `hiring`.
    TagId: "x-vocabulary" = "tags";
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn ids_are_lower_case_words_joined_by_single_hyphens() {
        for good in ["sql", "site-reliability-engineer", "web-2"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "SQL", "c#", "-x", "x-", "a--b", "a b", "é"] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
