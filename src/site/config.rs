//! `site.toml`: what the guide is called, where it lives, what it offers after the text.

use schemars::JsonSchema;
use serde::Deserialize;

/// The settings of the guide itself.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The version of the content format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub format: u32,
    /// The name of the guide.
    #[schemars(length(min = 3, max = 40))]
    pub name: String,
    /// What it is, in a few words.
    #[schemars(length(min = 10, max = 90))]
    pub tagline: String,
    /// What it offers, for search engines and feeds.
    #[schemars(length(min = 70, max = 160))]
    pub description: String,
    /// Where it is served, without a slash at the end: `https://guide.example`.
    #[schemars(regex(pattern = "^https?://[^/]+$"))]
    pub address: String,
    /// The language of the text: `en`.
    pub language: String,
    /// Who publishes the guide.
    pub publisher: String,
    /// How the text is made, said at the foot of each document: `Drafted with AI from named sources.`
    pub made: Option<String>,
    /// Where a reader reports a mistake: an address or `mailto:`.
    #[schemars(regex(pattern = "^(https://|mailto:)"))]
    pub report: Option<String>,
    /// The licence of the text.
    pub licence: Licence,
    /// The entries of the main navigation.
    #[schemars(length(min = 1))]
    pub navigation: Vec<MenuEntry>,
    /// The entries at the foot of each page.
    #[serde(default)]
    pub footer: Vec<MenuEntry>,
    /// What the guide invites to, after the text of a page.
    #[serde(default)]
    pub invitations: Vec<Invitation>,
    /// Programs that read the web for language models, and whether they are welcome.
    pub ai_crawlers: Option<AiCrawlers>,
    /// Bounds on what is read.
    pub limits: Limits,
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    pub name: String,
    #[schemars(regex(pattern = "^https://"))]
    pub url: String,
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MenuEntry {
    pub label: String,
    /// A path of the guide: `/roles`.
    #[schemars(regex(pattern = "^/"))]
    pub path: String,
}

/// What `robots.txt` says to programs that read the web for language models.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AiCrawlers {
    /// Whether they may read the guide.
    pub allowed: bool,
    /// Their names, as they call themselves: `GPTBot`.
    #[schemars(length(min = 1), inner(regex(pattern = "^[A-Za-z0-9-]+$")))]
    pub names: Vec<String>,
}

/// Something the guide invites a reader to.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    pub title: String,
    pub text: String,
    #[schemars(regex(pattern = "^https://"))]
    pub url: String,
}

/// Bounds on what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The largest content file, in bytes.
    pub file_bytes: u64,
}
