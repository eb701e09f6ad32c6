//! Where a guide is asked, and what is an address of it.

use std::str::FromStr;

use url::Url;

/// Where a guide answers: scheme, host and port, nothing below.
///
/// ```
/// use career_guide::audit::Origin;
///
/// assert!("http://127.0.0.1:8080".parse::<Origin>().is_ok());
/// assert!("https://guide.example".parse::<Origin>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(Url);

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = "expected an address without a path, as in `http://127.0.0.1:8080`";
        let url = Url::parse(text).map_err(|_| expected.to_owned())?;
        match url.scheme() {
            "http" => {}
            "https" => return Err(format!("{expected}: TLS ends before the guide")),
            _ => return Err(expected.to_owned()),
        }
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let is_anonymous = url.username().is_empty() && url.password().is_none();
        match is_bare && is_anonymous && url.has_host() {
            true => Ok(Origin(url)),
            false => Err(expected.to_owned()),
        }
    }
}

impl Origin {
    /// The full address of a path: `http://127.0.0.1:8080/roles`.
    pub fn at(&self, address: &str) -> String {
        format!("{}{address}", self.0.origin().ascii_serialization())
    }
}

/// How a guide is addressed: where it is crawled, and where its canonical links say it lives.
#[derive(Clone, Debug)]
pub struct Home {
    pub crawled: Origin,
    /// `https://guide.example`, as the home page's canonical link says; else where it is crawled.
    pub public: Url,
}

/// A place in the guide that a link leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path with its query.
    pub address: String,
    pub fragment: Option<String>,
}

impl Home {
    /// The guide's addresses, if the home page names this one as canonical.
    pub fn new(crawled: &Origin, canonical: Option<&str>) -> Self {
        let public = canonical.and_then(|it| Url::parse(it).ok());
        let public = public.filter(|it| it.has_host());
        Home {
            crawled: crawled.clone(),
            public: public.unwrap_or_else(|| crawled.0.clone()),
        }
    }

    /// The full address that readers use: `https://guide.example/roles`.
    pub fn full(&self, address: &str) -> String {
        format!("{}{address}", self.public.origin().ascii_serialization())
    }

    /// Where a link on the page at `from` leads, as a full address.
    pub fn resolved(&self, from: &str, link: &str) -> Option<Url> {
        Url::parse(&self.full(from)).ok()?.join(link.trim()).ok()
    }

    /// Where a link on the page at `from` leads in the guide; nothing if it leads out of it.
    pub fn place(&self, from: &str, link: &str) -> Option<Place> {
        let url = self.resolved(from, link)?;
        let ours = [self.public.origin(), self.crawled.0.origin()];
        if !ours.contains(&url.origin()) {
            return None;
        }
        let query = url.query().map(|query| format!("?{query}"));
        Some(Place {
            address: format!("{}{}", url.path(), query.unwrap_or_default()),
            fragment: url.fragment().map(str::to_owned),
        })
    }
}
