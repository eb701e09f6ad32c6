//! The headers that every reply carries, by name, in one place.

use actix_http::Response;
use actix_web::body::BoxBody;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

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
        let policy = policy(address);
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
        if is_https(address) {
            headers.push((header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT_SECURITY));
        }
        let ready = |(name, value)| (name, HeaderValue::from_static(value));
        Headers(headers.into_iter().map(ready).collect())
    }

    /// Puts the headers on a reply. What the reply says of its own caching, of who may embed it, of
    /// what the next site may know and of what it may load stays.
    pub fn add(&self, response: &mut Response<BoxBody>) {
        let status = response.status();
        let headers = response.headers_mut();
        for (name, value) in &self.0 {
            let may_differ =
                [header::REFERRER_POLICY, header::CONTENT_SECURITY_POLICY].contains(name);
            if !(may_differ && headers.contains_key(name)) {
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

fn is_https(address: &str) -> bool {
    address.starts_with("https://")
}

fn policy(address: &str) -> &'static str {
    match is_https(address) {
        true => CONTENT_SECURITY_POLICY_HTTPS,
        false => CONTENT_SECURITY_POLICY,
    }
}

/// The same policy for a file that brings one style sheet inside it: this one and no other.
pub fn policy_with_style(address: &str, style: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    let allowed = format!("style-src 'self' 'sha256-{hash}'");
    policy(address).replace("style-src 'self'", &allowed)
}

/// The value of `Cross-Origin-Resource-Policy`: whether other sites may embed the bytes.
pub fn embedding(anywhere: bool) -> HeaderValue {
    HeaderValue::from_static(match anywhere {
        true => "cross-origin",
        false => "same-origin",
    })
}
