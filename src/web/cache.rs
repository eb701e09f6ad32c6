//! For how long a reply may be kept, by name.

use actix_http::StatusCode;
use actix_web::http::header::HeaderValue;

use crate::site::Address;

/// How long browsers and proxies may keep a reply. The whole policy is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// A page or its data: a minute in browsers, five in proxies, which may show an old copy for ten
    /// minutes while they fetch a new one, and for a day while we are down.
    Page,
    /// A file whose address holds a hash of its bytes: for ever.
    Asset,
    /// An answer to a question: a minute in the browser that asked, never in proxies.
    Answer,
    /// Feed, sitemap, robots.txt: five minutes.
    Feed,
    /// A path that leads nowhere: a minute, so that a new page is soon found.
    Missing,
    /// Health, refusals and failures: never.
    Never,
}

impl Cache {
    /// The policy for what an address shows.
    pub fn of(address: &Address) -> Cache {
        match address {
            Address::Feed(..)
            | Address::Sitemap
            | Address::SitemapPart(_)
            | Address::Llms
            | Address::Manifest
            | Address::Robots => Cache::Feed,
            _ => Cache::Page,
        }
    }

    /// The policy for a reply that has no other.
    pub fn of_status(status: StatusCode) -> Cache {
        match status {
            StatusCode::NOT_FOUND | StatusCode::GONE => Cache::Missing,
            StatusCode::NO_CONTENT => Cache::Never,
            other if other.is_client_error() || other.is_server_error() => Cache::Never,
            _ => Cache::Page,
        }
    }

    /// The value of `Cache-Control`.
    pub fn value(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Cache::Page => {
                "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
            }
            Cache::Asset => "public, max-age=31536000, immutable",
            Cache::Answer => "private, max-age=60",
            Cache::Feed => "public, max-age=300",
            Cache::Missing => "public, max-age=60",
            Cache::Never => "no-store",
        })
    }
}
