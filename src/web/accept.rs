//! Which encodings a client can decode, and which it likes best.

use actix_web::http::header::{ACCEPT_ENCODING, HeaderMap};

/// How much a client likes each encoding, in thousandths; 0 is a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub brotli: u16,
    pub gzip: u16,
    pub identity: u16,
}

/// What a client that says nothing of an encoding thinks of plain bytes: better than nothing, worse
/// than any encoding it names.
const IMPLIED: u16 = 1;

impl Accepted {
    /// Reads `Accept-Encoding` (RFC 9110, 12.5.3). A client that sends none gets plain bytes.
    pub fn of(request: &HeaderMap) -> Self {
        let (mut brotli, mut gzip, mut identity, mut rest) = (None, None, None, None);
        let values = request.get_all(ACCEPT_ENCODING);
        for item in values
            .filter_map(|v| v.to_str().ok())
            .flat_map(|v| v.split(','))
        {
            let (name, weight) = item.split_once(';').unwrap_or((item, ""));
            let place = match name.trim() {
                name if name.eq_ignore_ascii_case("br") => &mut brotli,
                name if name.eq_ignore_ascii_case("gzip") => &mut gzip,
                name if name.eq_ignore_ascii_case("x-gzip") => &mut gzip,
                name if name.eq_ignore_ascii_case("identity") => &mut identity,
                "*" => &mut rest,
                _ => continue,
            };
            *place = Some(thousandths(weight));
        }
        Accepted {
            brotli: brotli.or(rest).unwrap_or(0),
            gzip: gzip.or(rest).unwrap_or(0),
            identity: identity.unwrap_or(match rest {
                Some(0) => 0,
                _ => IMPLIED,
            }),
        }
    }
}

/// `q=0.5` as 500. A weight that cannot be read is a refusal: plain bytes never hurt.
fn thousandths(parameter: &str) -> u16 {
    let parameter = parameter.trim();
    if parameter.is_empty() {
        return 1000;
    }
    let digits = parameter
        .strip_prefix("q=")
        .or_else(|| parameter.strip_prefix("Q="))
        .unwrap_or_default();
    let weight: f32 = digits.trim().parse().unwrap_or(0.0);
    (weight.clamp(0.0, 1.0) * 1000.0).round() as u16
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[test]
    fn weights_follow_the_rfc() {
        for (values, brotli, gzip, identity) in [
            (vec![], 0, 0, 1),
            (vec![""], 0, 0, 1),
            (vec!["gzip, deflate, br, zstd"], 1000, 1000, 1),
            (vec!["gzip", "br;q=0.5"], 500, 1000, 1),
            (vec!["BR ; q=0.25,X-GZIP"], 250, 1000, 1),
            (vec!["br;q=0, *"], 0, 1000, 1),
            (vec!["*;q=0"], 0, 0, 0),
            (vec!["identity;q=0"], 0, 0, 0),
            (vec!["identity, br;q=0.5"], 500, 0, 1000),
            (vec!["gzip;q=nonsense, br;q=7, identity;q=-1"], 1000, 0, 0),
            (vec!["br;q=nan"], 0, 0, 1),
        ] {
            let mut request = HeaderMap::new();
            for value in &values {
                request.append(ACCEPT_ENCODING, HeaderValue::from_static(value));
            }
            let expected = Accepted {
                brotli,
                gzip,
                identity,
            };
            assert_eq!(Accepted::of(&request), expected, "{values:?}");
        }
    }
}
