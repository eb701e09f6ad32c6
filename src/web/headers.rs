//! The headers that every reply carries, by name, in one place.

use actix_http::Response;
use actix_web::body::BoxBody;
use actix_web::http::header::{self, HeaderName, HeaderValue};

use super::Cache;

/// Only our own files, nothing inline, no frames, no plugins: a page that is tricked into holding
/// markup still runs nothing.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// The same where the guide is reached over https.
const CONTENT_SECURITY_POLICY_HTTPS: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; \
    upgrade-insecure-requests";

/// Two years. No `preload`: that is the operator's decision, and hard to take back.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=63072000; includeSubDomains";

/// The guide needs no device and no sensor.
const PERMISSIONS_POLICY: &str = "accelerometer=(), autoplay=(), \
    browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), \
    gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), \
    sync-xhr=(), usb=(), window-management=(), xr-spatial-tracking=()";

/// The headers that are the same on all replies of a Site, ready to send.
pub struct Headers(Vec<(HeaderName, HeaderValue)>);

impl Headers {
    /// The headers for a guide that is reached at `address`: `https://guide.example`.
    pub fn new(address: &str) -> Self {
        let is_https = address.starts_with("https://");
        let policy = match is_https {
            true => CONTENT_SECURITY_POLICY_HTTPS,
            false => CONTENT_SECURITY_POLICY,
        };
        let mut headers = vec![
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
            (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
            (header::CROSS_ORIGIN_EMBEDDER_POLICY, "require-corp"),
            (header::PERMISSIONS_POLICY, PERMISSIONS_POLICY),
            (header::X_FRAME_OPTIONS, "DENY"),
            // Bytes depend on what the client can decode; a cache must never mix them up.
            (header::VARY, "Accept-Encoding"),
        ];
        if is_https {
            headers.push((header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT_SECURITY));
        }
        let ready = |(name, value)| (name, HeaderValue::from_static(value));
        Headers(headers.into_iter().map(ready).collect())
    }

    /// Puts the headers on a reply. What the reply says of its own caching, of who may embed it and
    /// of what the next site may know stays.
    pub fn add(&self, response: &mut Response<BoxBody>) {
        let status = response.status();
        let headers = response.headers_mut();
        for (name, value) in &self.0 {
            if !(name == header::REFERRER_POLICY && headers.contains_key(name)) {
                headers.insert(name.clone(), value.clone());
            }
        }
        if !headers.contains_key(header::CROSS_ORIGIN_RESOURCE_POLICY) {
            headers.insert(header::CROSS_ORIGIN_RESOURCE_POLICY, embedding(false));
        }
        if !headers.contains_key(header::CACHE_CONTROL) {
            headers.insert(header::CACHE_CONTROL, Cache::of_status(status).value());
        }
    }
}

/// The value of `Cross-Origin-Resource-Policy`: whether other sites may embed the bytes.
pub fn embedding(anywhere: bool) -> HeaderValue {
    HeaderValue::from_static(match anywhere {
        true => "cross-origin",
        false => "same-origin",
    })
}
