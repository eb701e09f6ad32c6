//! What every page shares: head, navigation, breadcrumb, foot.

use crate::site::{Address, Download, Feed, FeedFormat, Kind, Site, Status, Tool, TwinFormat};

use super::foot::When;
use super::picture::{HEIGHT, Picture, WIDTH};
use super::structured::json_ld;
use super::{assets, modified};

/// What `base.html` needs of a page. Each page struct has one as its field `layout`.
pub struct Layout<'a> {
    pub site: &'a Site,
    /// The title element: unique, 15 to 65 characters.
    pub title: String,
    /// The meta description: unique, 70 to 160 characters.
    pub description: String,
    /// The path of the page; empty on error pages, which have no address of their own.
    pub path: String,
    /// The way here from the home page, without the page itself.
    pub crumbs: Vec<Crumb>,
    /// The last word of the breadcrumb.
    pub here: String,
    /// Whether search engines are asked to leave the page out.
    pub noindex: bool,
    /// Whether the page is one of many that the same path shows, so that it has no canonical address.
    pub is_answer: bool,
}

/// A picture as those who share a page need it.
pub struct SharedPicture {
    pub url: String,
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// A step of the breadcrumb.
pub struct Crumb {
    pub label: String,
    pub path: String,
}

/// An entry of a menu.
pub struct MenuItem<'a> {
    pub label: &'a str,
    pub path: &'a str,
    /// The value of `aria-current`: `page`, `true` for a page below, or nothing.
    pub current: Option<&'static str>,
}

impl<'a> Layout<'a> {
    /// The layout of a page at `address` with these words in its head and at the end of its breadcrumb.
    pub fn new(
        site: &'a Site,
        address: &Address,
        title: impl Into<String>,
        description: impl Into<String>,
        here: impl Into<String>,
    ) -> Self {
        Layout {
            site,
            title: title.into(),
            description: description.into(),
            path: address.path(),
            crumbs: crumbs(site, address),
            here: here.into(),
            noindex: false,
            is_answer: false,
        }
    }

    /// The same for a page that answers what a reader asked.
    pub fn answering(self) -> Self {
        Layout {
            noindex: true,
            is_answer: true,
            ..self
        }
    }

    /// The address under which the page is known: `https://guide.example/roles`.
    pub fn canonical(&self) -> String {
        format!("{}{}", self.site.config.address, self.path)
    }

    /// The address of a file of `static/`, with the hash of its bytes.
    pub fn asset(&self, name: &str) -> String {
        assets::path(name)
    }

    /// The day on which the newest data on the page was read.
    pub fn read(&self) -> Option<When> {
        let address = Address::parse(&self.path)?;
        modified(self.site, &address).map(When::new)
    }

    /// The feeds that a reader's program may follow: title, media type, path.
    pub fn feeds(&self) -> Vec<(&'static str, &'static str, String)> {
        let of = |feed: Feed| {
            FeedFormat::ALL.map(|format| (feed.label(), format.media_type(), feed.path(format)))
        };
        Feed::ALL.into_iter().flat_map(of).collect()
    }

    /// The type of Open Graph under which the page is shared; nothing for pages that have no address
    /// of their own.
    pub fn shared_as(&self) -> Option<&'static str> {
        match Address::parse(&self.path)? {
            _ if self.noindex => None,
            Address::Document(Kind::Author, _) => Some("profile"),
            Address::Document(Kind::Job, _) => Some("website"),
            Address::Document(..) | Address::Prose(_) => Some("article"),
            _ => Some("website"),
        }
    }

    /// The picture that stands for the page where it is shared.
    pub fn picture(&self) -> Option<SharedPicture> {
        let address = Address::parse(&self.path)?;
        let picture = Picture::of(self.site, &address)?;
        Some(SharedPicture {
            url: format!("{}{}", self.site.config.address, picture.path),
            alt: picture.alt,
            width: WIDTH,
            height: HEIGHT,
        })
    }

    /// What the page is about, for machines, as the text of a script element; nothing on pages that
    /// no search engine may keep.
    pub fn json_ld(&self) -> Option<String> {
        let address = Address::parse(&self.path).filter(|_| !self.noindex)?;
        json_ld(self.site, &address, &self.here)
    }

    /// Whether the page is kept as it was and no longer looked after.
    pub fn is_archived(&self) -> bool {
        let card = match Address::parse(&self.path) {
            Some(Address::Document(kind, id)) => self.site.card(kind, &id),
            Some(Address::Prose(id)) => self.site.card(Kind::Page, &id),
            _ => None,
        };
        card.is_some_and(|card| card.meta.status == Status::Archived)
    }

    /// Whether a reader can note and tick something on the page, in the browser.
    pub fn keeps_notes(&self) -> bool {
        matches!(
            Address::parse(&self.path),
            Some(
                Address::Notes
                    | Address::Document(Kind::Skill, _)
                    | Address::Tool(Tool::SkillCheck | Tool::Plan)
            )
        )
    }

    /// The media types and paths of the same document in other forms.
    pub fn twins(&self) -> Vec<(&'static str, String)> {
        let (kind, id) = match Address::parse(&self.path) {
            Some(Address::Document(kind, id)) => (kind, id),
            Some(Address::Prose(id)) => (Kind::Page, id),
            _ => return Vec::new(),
        };
        let twin = |format| Download::Document(kind, id.clone(), format).path();
        let formats = TwinFormat::ALL.into_iter();
        formats
            .map(|format| (format.media_type(), twin(format)))
            .collect()
    }

    pub fn navigation(&self) -> Vec<MenuItem<'a>> {
        self.menu(&self.site.config.navigation)
    }

    pub fn footer(&self) -> Vec<MenuItem<'a>> {
        self.menu(&self.site.config.footer)
    }

    fn menu(&self, entries: &'a [crate::site::MenuEntry]) -> Vec<MenuItem<'a>> {
        entries
            .iter()
            .map(|entry| MenuItem {
                label: &entry.label,
                path: &entry.path,
                current: if self.path == entry.path {
                    Some("page")
                } else if self.path.starts_with(&format!("{}/", entry.path)) {
                    Some("true")
                } else {
                    None
                },
            })
            .collect()
    }
}

/// The way to an address from the home page, without the address itself.
pub fn crumbs(site: &Site, address: &Address) -> Vec<Crumb> {
    let crumb = |label: &str, address: Address| Crumb {
        label: label.to_owned(),
        path: address.path(),
    };
    let home = crumb("Home", Address::Home);
    let role_title = |id: &str| {
        let role = site.roles.get(id);
        role.map_or_else(|| id.to_owned(), |role| role.meta.title.clone())
    };
    match address {
        Address::Home => Vec::new(),
        Address::Document(Kind::Author, _) => vec![home],
        Address::Document(kind, _) => {
            vec![home, crumb(kind.index_title(), Address::Index(*kind))]
        }
        Address::Move(from, _) => vec![
            home,
            crumb(Kind::Role.index_title(), Address::Index(Kind::Role)),
            crumb(
                &role_title(from.as_str()),
                Kind::Role.address(from.as_str()),
            ),
        ],
        Address::EditorsCodes => vec![home, crumb("For editors", Address::Editors)],
        Address::FigureFile(_) => vec![home, crumb("All figures", Address::Figures)],
        Address::SalaryRole(_) => vec![home, crumb("Pay", Address::Salaries)],
        Address::SalaryRegion(role, _) => vec![
            home,
            crumb("Pay", Address::Salaries),
            crumb(
                &role_title(role.as_str()),
                Address::SalaryRole(role.clone()),
            ),
        ],
        _ => vec![home],
    }
}
