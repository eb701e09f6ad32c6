//! Whether a client already has the bytes.

use actix_web::http::header::{HeaderMap, IF_NONE_MATCH};

/// Whether a GET or HEAD request says that its sender holds the bytes of `tag`.
///
/// `If-Modified-Since` is ignored, as RFC 9110, 13.1.3 allows: the bytes of a page change more often
/// than the day it is dated with, because a figure grows old or a page that it lists has appeared.
pub fn is_fresh(request: &HeaderMap, tag: &str) -> bool {
    request
        .get_all(IF_NONE_MATCH)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|held| held == "*" || held.strip_prefix("W/").unwrap_or(held) == tag)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderValue, IF_MODIFIED_SINCE};

    use super::*;

    #[test]
    fn a_client_that_has_the_bytes_is_recognised() {
        for (none_match, since, expected) in [
            ("", "", false),
            ("\"a1\"", "", true),
            ("W/\"a1\"", "", true),
            ("\"x\", \"a1\" , \"y\"", "", true),
            ("*", "", true),
            ("\"x\"", "", false),
            ("a1", "", false),
            ("", "Fri, 31 Dec 9999 23:59:59 GMT", false),
            ("\"a1\"", "Thu, 01 Jan 1970 00:00:00 GMT", true),
            ("\"x\"", "Fri, 31 Dec 9999 23:59:59 GMT", false),
        ] {
            let mut request = HeaderMap::new();
            for (name, value) in [(IF_NONE_MATCH, none_match), (IF_MODIFIED_SINCE, since)] {
                if !value.is_empty() {
                    request.insert(name, HeaderValue::from_static(value));
                }
            }
            let found = is_fresh(&request, "\"a1\"");
            assert_eq!(found, expected, "{none_match} {since}");
        }
    }
}
