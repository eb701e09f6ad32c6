//! One request and its reply. No redirect is followed, and nobody but the origin is asked.

use std::io::Read as _;
use std::time::Duration;

use ureq::Agent;

use super::address::Origin;

/// How long a request may take, from the connection to the last byte.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The most bytes that a reply may have, on the wire and decoded.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Asks one guide.
pub struct Fetcher {
    agent: Agent,
    origin: Origin,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    /// Without parameters, in lower case: `text/html`.
    pub media_type: String,
    /// Where the reply leads.
    pub location: Option<String>,
    /// `X-Robots-Tag`, in lower case; several are joined by commas.
    pub robots: String,
    /// Bytes of the body as they came over the wire.
    pub wire: usize,
    /// The body, decoded.
    pub body: Vec<u8>,
}

impl Fetcher {
    pub fn new(origin: &Origin) -> Self {
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(TIMEOUT))
            .user_agent(concat!("career-guide-audit/", env!("CARGO_PKG_VERSION")))
            .build();
        Fetcher {
            agent: config.new_agent(),
            origin: origin.clone(),
        }
    }

    /// Asks for a path, as a browser that can decode Brotli and gzip.
    ///
    /// # Errors
    ///
    /// If there is no reply, or it cannot be read; the text says why.
    pub fn fetch(&self, address: &str) -> Result<Reply, String> {
        let request = self.agent.get(self.origin.at(address));
        let request = request.header("accept-encoding", "br, gzip");
        let mut response = request.call().map_err(|error| error.to_string())?;
        let body = response.body_mut().with_config().limit(MOST_BYTES);
        let sent = body.read_to_vec().map_err(|error| error.to_string())?;
        let named = |name: &str| {
            let values = response.headers().get_all(name).iter();
            let texts: Vec<&str> = values.filter_map(|it| it.to_str().ok()).collect();
            texts.join(", ")
        };
        let media_type = named("content-type");
        let location = Some(named("location")).filter(|it| !it.is_empty());
        Ok(Reply {
            status: response.status().as_u16(),
            media_type: media_type
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_lowercase(),
            location,
            robots: named("x-robots-tag").to_lowercase(),
            wire: sent.len(),
            body: decoded(&named("content-encoding"), sent)?,
        })
    }
}

fn decoded(encoding: &str, sent: Vec<u8>) -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    let read = match encoding {
        "" | "identity" => return Ok(sent),
        "br" => brotli::Decompressor::new(&sent[..], 4096)
            .take(MOST_BYTES)
            .read_to_end(&mut body),
        "gzip" => flate2::read::GzDecoder::new(&sent[..])
            .take(MOST_BYTES)
            .read_to_end(&mut body),
        other => return Err(format!("the encoding `{other}` was not asked for")),
    };
    read.map_err(|error| format!("the body is not {encoding}: {error}"))?;
    Ok(body)
}
