//! The pictures of pages: drawn away from the workers when first asked for, kept while there is room.

use std::sync::Arc;

use actix_http::Response;
use actix_web::body::BoxBody;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::{self, Bytes};
use quick_cache::Weighter;
use quick_cache::sync::Cache as Shelf;
use tokio::sync::Semaphore;

use super::Cache;
use super::encoded::Encoded;
use super::error::Error;
use super::headers::embedding;
use crate::pages::Picture;

/// How many bytes of pictures are kept. Those that nobody asks for leave first.
const ROOM: u64 = 16 * 1024 * 1024;

/// How large a picture usually is, in bytes.
const USUAL: u64 = 32 * 1024;

/// How many pictures are drawn at once: each takes a core for some tens of milliseconds, and some
/// megabytes while it does.
const PENS: usize = 2;

/// The pictures that are kept, by path. A path holds a hash of what is drawn, so they outlast the
/// Site for which they were drawn.
pub struct Pictures {
    kept: Shelf<String, Arc<Kept>, Bulk>,
    pens: Semaphore,
}

struct Kept {
    encoded: Encoded,
    bytes: u64,
}

/// What a picture takes of the room.
#[derive(Clone)]
struct Bulk;

impl Weighter<String, Arc<Kept>> for Bulk {
    fn weight(&self, path: &String, kept: &Arc<Kept>) -> u64 {
        kept.bytes + path.len() as u64
    }
}

impl Default for Pictures {
    fn default() -> Self {
        Pictures::with_room(ROOM)
    }
}

impl Pictures {
    fn with_room(room: u64) -> Self {
        let usual = usize::try_from(room / USUAL).unwrap_or(usize::MAX);
        Pictures {
            kept: Shelf::with_weighter(usual, room, Bulk),
            pens: Semaphore::new(PENS),
        }
    }

    /// The reply with a picture, which is drawn once however many ask for it at the same time.
    ///
    /// # Errors
    ///
    /// If drawing it panics.
    pub async fn reply(
        &self,
        picture: Picture,
        request: &HeaderMap,
    ) -> Result<Response<BoxBody>, Error> {
        let path = picture.path.clone();
        let drawn = self.kept.get_or_insert_async(&path, self.draw(picture));
        Ok(drawn.await?.encoded.reply(request))
    }

    async fn draw(&self, picture: Picture) -> Result<Arc<Kept>, Error> {
        let pen = self.pens.acquire().await;
        let path = picture.path.clone();
        let drawn = web::block(move || picture.png()).await;
        drop(pen);
        let png = drawn.map_err(|_| {
            tracing::error!("a panic while drawing {path}");
            Error::Failed
        })?;
        let bytes = png.len() as u64;
        let headers = vec![
            (header::CACHE_CONTROL, Cache::Asset.value()),
            (header::CROSS_ORIGIN_RESOURCE_POLICY, embedding(true)),
        ];
        let encoded = Encoded::new(Bytes::from(png), "image/png", None, headers);
        Ok(Arc::new(Kept { encoded, bytes }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(bytes: u64) -> Arc<Kept> {
        let encoded = Encoded::new(Bytes::new(), "image/png", None, Vec::new());
        Arc::new(Kept { encoded, bytes })
    }

    #[test]
    fn what_is_kept_is_bounded_by_its_bytes() {
        let pictures = Pictures::default();
        for number in 0..10_000 {
            let path = format!("/pictures/guides/number-{number}.0123456789ab.png");
            pictures.kept.insert(path, kept(40_000));
        }
        assert!(pictures.kept.weight() <= ROOM);
        assert!(pictures.kept.len() > 100, "{}", pictures.kept.len());
    }
}
