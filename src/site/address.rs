//! The URL map: every address of the guide, in both directions.

mod all;

pub use all::SITEMAP_PAGES;

use super::{Download, Feed, FeedFormat, Kind, RegionId, RoleId, Tool, is_id};

/// An address without a query string. What it shows is a function of the Site alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// `/`
    Home,
    /// `/roles`, `/skills`, `/glossary` …: all documents of a kind.
    Index(Kind),
    /// `/roles/backend-developer`, `/guides/frontend-and-backend` …
    Document(Kind, String),
    /// `/about`, `/methodology` …: a prose page at the top level.
    Prose(String),
    /// `/salaries`
    Salaries,
    /// `/salaries/backend-developer`
    SalaryRole(RoleId),
    /// `/salaries/backend-developer.csv`: the figures as data.
    SalaryData(RoleId, DataFormat),
    /// `/salaries/backend-developer/us`
    SalaryRegion(RoleId, RegionId),
    /// `/figures`: every number of the guide by age and source.
    Figures,
    /// What a move from one role to another keeps and costs: `/moves/backend-developer/data-engineer`.
    Move(RoleId, RoleId),
    /// All figures of one file in `salaries/` or `usage/`: `/figures/bls-2025-05`.
    FigureFile(String),
    /// A tool before anything is asked of it: `/compare`. Answers are no addresses.
    Tool(Tool),
    /// The same as pages in another form: `/roles/backend-developer.md`, `/guide.epub`.
    Download(Download),
    /// `/notes`: what the reader's own browser keeps.
    Notes,
    /// `/changes`: what changed in the guide, day by day.
    Changes,
    /// `/coverage`: what the guide knows of each role and place, and what is old or missing.
    Coverage,
    /// `/editors`: what editors can write.
    Editors,
    /// `/editors/codes`: what `check` says.
    EditorsCodes,
    /// `/feed.xml`, `/changes.json` …
    Feed(Feed, FeedFormat),
    /// `/sitemap.xml`
    Sitemap,
    /// `/sitemap-1.xml`: where one file is too small for all pages.
    SitemapPart(usize),
    /// `/llms.txt`
    Llms,
    /// `/manifest.webmanifest`
    Manifest,
    /// `/robots.txt`
    Robots,
    /// How a browser searches the guide: `/opensearch.xml`
    OpenSearch,
    /// `/favicon.ico`
    Favicon,
}

/// A form in which data is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DataFormat {
    Csv,
    Json,
}

/// First parts of paths that no page and no old path can have: the server answers them itself, or
/// will, with the files it brings, its own state, and its tools.
pub const RESERVED: [&str; 20] = [
    "assets",
    "changes",
    "compare",
    "coverage",
    "decode",
    "editors",
    "guide.epub",
    "guide.html",
    "llms.txt",
    "livez",
    "moves",
    "notes",
    "offer",
    "pictures",
    "plan",
    "plan.ics",
    "readyz",
    "search",
    "skill-check",
    "suggest",
];

/// The kinds that have an index page; authors and prose pages have none.
const INDEXED: [Kind; 8] = [
    Kind::Role,
    Kind::Skill,
    Kind::CareerPath,
    Kind::Guide,
    Kind::Learning,
    Kind::Industry,
    Kind::Job,
    Kind::Term,
];

/// The kinds of which each document has a page below its folder.
const PAGED: [Kind; 9] = [
    Kind::Role,
    Kind::Skill,
    Kind::CareerPath,
    Kind::Guide,
    Kind::Learning,
    Kind::Industry,
    Kind::Job,
    Kind::Term,
    Kind::Author,
];

impl Address {
    /// The path: `/roles/backend-developer`.
    pub fn path(&self) -> String {
        match self {
            Address::Home => "/".to_owned(),
            Address::Index(kind) => format!("/{}", kind.folder()),
            Address::Document(kind, id) => format!("/{}/{id}", kind.folder()),
            Address::Prose(id) => format!("/{id}"),
            Address::Salaries => "/salaries".to_owned(),
            Address::SalaryRole(role) => format!("/salaries/{role}"),
            Address::SalaryData(role, DataFormat::Csv) => format!("/salaries/{role}.csv"),
            Address::SalaryData(role, DataFormat::Json) => format!("/salaries/{role}.json"),
            Address::SalaryRegion(role, region) => format!("/salaries/{role}/{region}"),
            Address::Move(from, to) => format!("/moves/{from}/{to}"),
            Address::Figures => "/figures".to_owned(),
            Address::FigureFile(id) => format!("/figures/{id}"),
            Address::Tool(tool) => tool.path().to_owned(),
            Address::Download(download) => download.path(),
            Address::Notes => "/notes".to_owned(),
            Address::Changes => "/changes".to_owned(),
            Address::Coverage => "/coverage".to_owned(),
            Address::Editors => "/editors".to_owned(),
            Address::EditorsCodes => "/editors/codes".to_owned(),
            Address::Feed(feed, format) => feed.path(*format),
            Address::SitemapPart(part) => format!("/sitemap-{part}.xml"),
            Address::Llms => "/llms.txt".to_owned(),
            Address::Manifest => "/manifest.webmanifest".to_owned(),
            Address::Sitemap => "/sitemap.xml".to_owned(),
            Address::Robots => "/robots.txt".to_owned(),
            Address::OpenSearch => "/opensearch.xml".to_owned(),
            Address::Favicon => "/favicon.ico".to_owned(),
        }
    }

    /// The address that has this path, if any could. Whether the Site holds it is another question.
    pub fn parse(path: &str) -> Option<Address> {
        if let Some(download) = Download::parse(path) {
            return Some(Address::Download(download));
        }
        let mut segments = path.strip_prefix('/')?.split('/');
        let first = segments.next()?;
        let address = match (segments.next(), segments.next(), segments.next()) {
            (None, ..) => Self::parse_top(first)?,
            (Some(second), None, _) if first == "salaries" => Self::parse_salary(second)?,
            (Some(role), Some(region), None)
                if first == "salaries" && is_id(role) && is_id(region) =>
            {
                Address::SalaryRegion(RoleId::new(role), RegionId::new(region))
            }
            (Some(from), Some(to), None) if first == "moves" && is_id(from) && is_id(to) => {
                Address::Move(RoleId::new(from), RoleId::new(to))
            }
            (Some("codes"), None, _) if first == "editors" => Address::EditorsCodes,
            (Some(id), None, _) if first == "figures" && is_id(id) => {
                Address::FigureFile(id.to_owned())
            }
            (Some(id), None, _) if is_id(id) => {
                let kind = Kind::from_folder(first).filter(|kind| PAGED.contains(kind))?;
                Address::Document(kind, id.to_owned())
            }
            _ => return None,
        };
        (address.path() == path).then_some(address)
    }

    fn parse_top(segment: &str) -> Option<Address> {
        Some(match segment {
            "" => Address::Home,
            "salaries" => Address::Salaries,
            "figures" => Address::Figures,
            "notes" => Address::Notes,
            "changes" => Address::Changes,
            "coverage" => Address::Coverage,
            "editors" => Address::Editors,
            "llms.txt" => Address::Llms,
            "manifest.webmanifest" => Address::Manifest,
            "sitemap.xml" => Address::Sitemap,
            "robots.txt" => Address::Robots,
            "opensearch.xml" => Address::OpenSearch,
            "favicon.ico" => Address::Favicon,
            word if let Some((feed, format)) = Feed::of_name(word) => Address::Feed(feed, format),
            word if let Some(part) = sitemap_part(word) => Address::SitemapPart(part),
            word => match Kind::from_folder(word) {
                _ if Tool::of_word(word).is_some() => Address::Tool(Tool::of_word(word)?),
                Some(kind) if INDEXED.contains(&kind) => Address::Index(kind),
                _ if is_id(word) => Address::Prose(word.to_owned()),
                _ => return None,
            },
        })
    }

    fn parse_salary(segment: &str) -> Option<Address> {
        Some(match segment.rsplit_once('.') {
            Some((role, "csv")) => Address::SalaryData(RoleId::new(role), DataFormat::Csv),
            Some((role, "json")) => Address::SalaryData(RoleId::new(role), DataFormat::Json),
            Some(_) => return None,
            None if is_id(segment) => Address::SalaryRole(RoleId::new(segment)),
            None => return None,
        })
    }

    /// Whether the address answers with an HTML page.
    pub fn is_page(&self) -> bool {
        !matches!(
            self,
            Address::SalaryData(..)
                | Address::Download(_)
                | Address::Feed(..)
                | Address::SitemapPart(_)
                | Address::Llms
                | Address::Manifest
                | Address::Sitemap
                | Address::Robots
                | Address::OpenSearch
                | Address::Favicon
        )
    }
}

/// The number of a part of the sitemap: 2 for `sitemap-2.xml`.
fn sitemap_part(name: &str) -> Option<usize> {
    name.strip_prefix("sitemap-")?
        .strip_suffix(".xml")?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn a_path_and_its_address_are_inverse() {
        for path in [
            "/",
            "/roles",
            "/roles/backend-developer",
            "/glossary",
            "/about",
            "/authors/editors",
            "/salaries",
            "/salaries/backend-developer",
            "/salaries/backend-developer.csv",
            "/salaries/backend-developer/us",
            "/figures",
            "/figures/bls-2025-05",
            "/moves/backend-developer/data-engineer",
            "/compare",
            "/changes",
            "/coverage",
            "/editors",
            "/editors/codes",
            "/sitemap.xml",
        ] {
            let address = Address::parse(path).expect(path);
            assert_eq!(address.path(), path);
        }
    }

    #[test]
    fn other_forms_of_a_path_have_no_address() {
        for path in [
            "",
            "roles",
            "/roles/",
            "//",
            "/Roles",
            "/salaries/",
            "/salaries/x/",
            "/a/b/c/d",
        ] {
            assert_eq!(Address::parse(path), None, "{path}");
        }
    }
}
