//! What an address shows, compressed once and ready to send.

use std::io::Write as _;
use std::sync::OnceLock;
use std::time::SystemTime;

use actix_http::{Response, StatusCode};
use actix_web::body::BoxBody;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue, HttpDate};
use actix_web::web::Bytes;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::tz::TimeZone;
use sha2::{Digest as _, Sha256};

use super::accept::Accepted;
use super::conditional;
use super::packed::{in_pieces, unpacked};

/// The largest body that is worth the slowest brotli, in bytes.
const SLOWEST_UP_TO: usize = 256 * 1024;

/// The level of gzip that costs less than drawing a page does.
const QUICK: u32 = 4;

/// Bodies smaller than this fit one packet however they are encoded.
const WORTH_COMPRESSING: usize = 512;

/// The bytes of one address in each encoding, with their headers.
pub struct Encoded {
    identity: Variant,
    gzip: Option<Variant>,
    /// Made by [`Encoded::compress`]: brotli at its best takes longer than a reader should wait, so
    /// until then gzip is sent. Each variant is the same on every replica, whenever it is made.
    brotli: OnceLock<Option<Variant>>,
    is_text: bool,
    /// The length of the identity if it is not kept, but unpacked for who needs it.
    unpacked: Option<usize>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// Bytes in one encoding.
struct Variant {
    body: Bytes,
    /// A strong validator: the hash of the bytes, in quotes.
    tag: HeaderValue,
    encoding: Option<HeaderValue>,
}

impl Encoded {
    /// Keeps `body`, of a media type as in `text/html; charset=utf-8`, with the `headers` that are
    /// its own.
    pub fn new(
        body: Bytes,
        media_type: &'static str,
        modified: Option<jiff::civil::Date>,
        headers: Vec<(HeaderName, HeaderValue)>,
    ) -> Self {
        Self::with(Compression::best(), body, media_type, modified, headers)
    }

    /// The same for bytes that are drawn for one request: not worth the best compression.
    pub fn once(
        body: Bytes,
        media_type: &'static str,
        headers: Vec<(HeaderName, HeaderValue)>,
    ) -> Self {
        Self::with(Compression::new(QUICK), body, media_type, None, headers)
    }

    /// The same for what is rarely asked for: one encoding is kept, and nothing else.
    pub fn packed(
        body: Bytes,
        media_type: &'static str,
        modified: Option<jiff::civil::Date>,
        headers: Vec<(HeaderName, HeaderValue)>,
    ) -> Self {
        let mut encoded = Self::new(body, media_type, modified, headers);
        encoded.brotli = OnceLock::from(None);
        if encoded.gzip.is_some() {
            let body = std::mem::take(&mut encoded.identity.body);
            encoded.unpacked = Some(body.len());
        }
        encoded
    }

    fn with(
        compression: Compression,
        body: Bytes,
        media_type: &'static str,
        modified: Option<jiff::civil::Date>,
        mut headers: Vec<(HeaderName, HeaderValue)>,
    ) -> Self {
        headers.push((header::CONTENT_TYPE, HeaderValue::from_static(media_type)));
        if let Some(modified) = modified.and_then(midnight) {
            let date = HttpDate::from(modified).to_string();
            headers.push((header::LAST_MODIFIED, ascii(&date)));
        }
        let is_text = is_text(media_type) && body.len() >= WORTH_COMPRESSING;
        let gzip = is_text.then(|| gzip(&body, compression));
        Encoded {
            gzip: gzip.and_then(|bytes| Variant::smaller(bytes, "gzip", &body)),
            identity: Variant::new(body, None),
            brotli: OnceLock::new(),
            is_text,
            unpacked: None,
            headers,
        }
    }

    /// Makes the brotli variant, if there is none yet. Slow: some milliseconds per kB.
    pub fn compress(&self) {
        self.brotli.get_or_init(|| {
            let body = &self.identity.body;
            let bytes = self.is_text.then(|| brotli(body))?;
            Variant::smaller(bytes, "br", body)
        });
    }

    /// The reply to a GET or HEAD request: the variant its sender likes best, or word that it has it.
    pub fn reply(&self, request: &HeaderMap) -> Response<BoxBody> {
        let variant = self.variant(Accepted::of(request));
        let tag = variant.tag.to_str().unwrap_or_default();
        let is_fresh = conditional::is_fresh(request, tag);
        let mut response = match is_fresh {
            true => Response::new(StatusCode::NOT_MODIFIED),
            false => Response::with_body(StatusCode::OK, self.body(variant)),
        };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, variant.tag.clone());
        for (name, value) in &self.headers {
            if !(is_fresh && name == header::CONTENT_TYPE) {
                headers.insert(name.clone(), value.clone());
            }
        }
        if let Some(encoding) = variant.encoding.as_ref().filter(|_| !is_fresh) {
            headers.insert(header::CONTENT_ENCODING, encoding.clone());
        }
        response
    }

    fn body(&self, variant: &Variant) -> BoxBody {
        let packed = self.gzip.as_ref().map(|gzip| gzip.body.clone());
        match self.unpacked.zip(packed) {
            Some((length, packed)) if variant.encoding.is_none() => unpacked(packed, length),
            _ => in_pieces(variant.body.clone()),
        }
    }

    /// The variant with the greatest weight, the smallest of equals; plain bytes if all are refused.
    fn variant(&self, accepted: Accepted) -> &Variant {
        let brotli = self.brotli.get().and_then(Option::as_ref);
        [
            (self.gzip.as_ref(), accepted.gzip),
            (brotli, accepted.brotli),
        ]
        .into_iter()
        .filter(|(_, weight)| *weight > 0)
        .filter_map(|(variant, weight)| Some((variant?, weight)))
        .fold((&self.identity, accepted.identity), |best, other| {
            if other.1 >= best.1 { other } else { best }
        })
        .0
    }
}

impl Variant {
    fn new(body: Bytes, encoding: Option<&'static str>) -> Self {
        let hash = Sha256::digest(&body);
        let hex: String = hash[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Variant {
            tag: ascii(&format!("\"{hex}\"")),
            encoding: encoding.map(HeaderValue::from_static),
            body,
        }
    }

    /// The variant, if it saves anything.
    fn smaller(bytes: Vec<u8>, encoding: &'static str, than: &Bytes) -> Option<Self> {
        if bytes.len() >= than.len() {
            return None;
        }
        // Kept for long, so without the spare room that the encoder asked for.
        let body = Bytes::from(bytes.into_boxed_slice());
        Some(Self::new(body, Some(encoding)))
    }
}

fn gzip(body: &[u8], compression: Compression) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 3), compression);
    encoder
        .write_all(body)
        .and_then(|()| encoder.finish())
        .expect("writing to memory does not fail")
}

fn brotli(body: &[u8]) -> Vec<u8> {
    let is_small = body.len() <= SLOWEST_UP_TO;
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: if is_small { 11 } else { 9 },
        // A window as large as the largest small body: a larger one costs time and finds nothing.
        lgwin: if is_small { 18 } else { 22 },
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: body.len(),
        ..Default::default()
    };
    let mut bytes = Vec::with_capacity(body.len() / 4);
    brotli::BrotliCompress(&mut &*body, &mut bytes, &parameters)
        .expect("writing to memory does not fail");
    bytes
}

/// Whether bytes of this type become smaller by compression; pictures and fonts are already.
fn is_text(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.starts_with("text/")
        || ["json", "xml", "javascript", "x-icon"]
            .iter()
            .any(|word| essence.ends_with(word))
}

fn midnight(day: jiff::civil::Date) -> Option<SystemTime> {
    let zoned = day.to_zoned(TimeZone::UTC).ok()?;
    Some(SystemTime::from(zoned.timestamp()))
}

fn ascii(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("a date or a hash is visible ASCII")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn page(text: &str) -> Encoded {
        let body = Bytes::from(text.repeat(200));
        Encoded::new(body, "text/html; charset=utf-8", None, Vec::new())
    }

    fn encoding(page: &Encoded, brotli: u16, gzip: u16, identity: u16) -> &str {
        let variant = page.variant(Accepted {
            brotli,
            gzip,
            identity,
        });
        let encoding = variant.encoding.as_ref();
        encoding.map_or("identity", |value| value.to_str().unwrap())
    }

    #[test]
    fn a_client_gets_what_it_likes_best_of_what_there_is() {
        let fresh = page("<p>a page</p>");
        let warm = page("<p>a page</p>");
        warm.compress();
        let picture = Encoded::new(Bytes::from(vec![7; 9000]), "image/png", None, Vec::new());
        picture.compress();
        for (page, brotli, gzip, identity, expected) in [
            (&fresh, 1000, 1000, 1, "gzip"),
            (&fresh, 1000, 0, 1, "identity"),
            (&warm, 1000, 1000, 1, "br"),
            (&warm, 500, 1000, 1, "gzip"),
            (&warm, 500, 0, 1000, "identity"),
            (&warm, 0, 0, 0, "identity"),
            (&picture, 1000, 1000, 0, "identity"),
        ] {
            assert_eq!(encoding(page, brotli, gzip, identity), expected);
        }
    }

    #[test]
    fn variants_hold_the_same_text_and_differ_in_their_tags() {
        let page = page("<p>Größe</p>");
        page.compress();
        let brotli = page.brotli.get().unwrap().as_ref().unwrap();
        let gzip = page.gzip.as_ref().unwrap();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli.body, &mut plain).unwrap();
        assert_eq!(plain, page.identity.body);
        let mut plain = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(&*gzip.body);
        decoder.read_to_end(&mut plain).unwrap();
        assert_eq!(plain, page.identity.body);
        assert_ne!(brotli.tag, gzip.tag);
        assert_ne!(gzip.tag, page.identity.tag);
    }

    #[test]
    fn tags_are_the_same_on_every_replica() {
        let page = Encoded::new(Bytes::from_static(b"abc"), "text/plain", None, Vec::new());
        // The first half of the SHA-256 of `abc`, FIPS 180-4.
        let expected = "\"ba7816bf8f01cfea414140de5dae2223\"";
        assert_eq!(page.identity.tag, expected);
    }
}
