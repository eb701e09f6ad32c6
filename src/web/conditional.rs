//! Whether a client already has the bytes.

use std::time::SystemTime;

use actix_web::http::header::{HeaderMap, HttpDate, IF_MODIFIED_SINCE, IF_NONE_MATCH};

/// Whether a GET or HEAD request says that its sender holds the bytes of `tag` (RFC 9110, 13.2.2):
/// `If-None-Match` decides if it is there, else `If-Modified-Since`.
pub fn is_fresh(request: &HeaderMap, tag: &str, modified: Option<SystemTime>) -> bool {
    if request.contains_key(IF_NONE_MATCH) {
        return request
            .get_all(IF_NONE_MATCH)
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .any(|held| held == "*" || held.strip_prefix("W/").unwrap_or(held) == tag);
    }
    let (Some(modified), Some(since)) = (modified, request.get(IF_MODIFIED_SINCE)) else {
        return false;
    };
    let since = since.to_str().ok().and_then(|since| since.parse().ok());
    since.is_some_and(|since: HttpDate| modified <= SystemTime::from(since))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use actix_web::http::header::HeaderValue;

    use super::*;

    #[test]
    fn a_client_that_has_the_bytes_is_recognised() {
        let day = SystemTime::UNIX_EPOCH + Duration::from_secs(784_080_000);
        for (none_match, since, expected) in [
            ("", "", false),
            ("\"a1\"", "", true),
            ("W/\"a1\"", "", true),
            ("\"x\", \"a1\" , \"y\"", "", true),
            ("*", "", true),
            ("\"x\"", "", false),
            ("a1", "", false),
            ("", "Sun, 06 Nov 1994 00:00:00 GMT", true),
            ("", "Sun, 06 Nov 1994 08:49:37 GMT", true),
            ("", "Sat, 05 Nov 1994 23:59:59 GMT", false),
            ("", "yesterday", false),
            ("\"x\"", "Sun, 06 Nov 1994 08:49:37 GMT", false),
        ] {
            let mut request = HeaderMap::new();
            for (name, value) in [(IF_NONE_MATCH, none_match), (IF_MODIFIED_SINCE, since)] {
                if !value.is_empty() {
                    request.insert(name, HeaderValue::from_static(value));
                }
            }
            let found = is_fresh(&request, "\"a1\"", Some(day));
            assert_eq!(found, expected, "{none_match} {since}");
        }
    }
}
