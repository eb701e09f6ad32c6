//! Feeds: what each is about, and in which form.

/// What a feed brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feed {
    /// Documents, changed last first, with their text.
    Documents,
    /// Notes of changes, and figures that grew old.
    Changes,
    /// Open adverts.
    Jobs,
}

/// The form of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeedFormat {
    /// Atom, RFC 4287.
    Atom,
    /// JSON Feed, version 1.1.
    Json,
}

impl Feed {
    pub const ALL: [Feed; 3] = [Feed::Documents, Feed::Changes, Feed::Jobs];

    /// What it is called: `Guides`.
    pub fn label(self) -> &'static str {
        match self {
            Feed::Documents => "Guides",
            Feed::Changes => "Changes",
            Feed::Jobs => "Jobs",
        }
    }

    /// Its path in a form: `/feed.xml`, `/changes.json`.
    pub fn path(self, format: FeedFormat) -> String {
        let name = match self {
            Feed::Documents => "feed",
            Feed::Changes => "changes",
            Feed::Jobs => "jobs",
        };
        format!("/{name}.{}", format.ending())
    }

    /// The feed and form that a file name stands for: `changes.json`.
    pub fn of_name(name: &str) -> Option<(Feed, FeedFormat)> {
        let forms = |feed: Feed| FeedFormat::ALL.map(move |format| (feed, format));
        let mut all = Feed::ALL.into_iter().flat_map(forms);
        all.find(|(feed, format)| feed.path(*format)[1..] == *name)
    }
}

impl FeedFormat {
    pub const ALL: [FeedFormat; 2] = [FeedFormat::Atom, FeedFormat::Json];

    fn ending(self) -> &'static str {
        match self {
            FeedFormat::Atom => "xml",
            FeedFormat::Json => "json",
        }
    }

    /// The media type, without its charset.
    pub fn media_type(self) -> &'static str {
        match self {
            FeedFormat::Atom => "application/atom+xml",
            FeedFormat::Json => "application/feed+json",
        }
    }
}
