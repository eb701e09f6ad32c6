//! Bodies that are sent piece by piece, so that a slow reader of a large file holds one piece and not
//! a copy of all of it.

use std::io::{self, Cursor, Read as _};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::web::Bytes;
use flate2::read::GzDecoder;

/// The most bytes that are handed over at once.
const PIECE: usize = 64 * 1024;

/// Bytes that are shared by all who read them.
pub fn in_pieces(bytes: Bytes) -> BoxBody {
    match bytes.len() > PIECE {
        true => BoxBody::new(Pieces(bytes)),
        false => BoxBody::new(bytes),
    }
}

/// The `length` bytes that were packed by gzip, for the few who cannot unpack them.
pub fn unpacked(packed: Bytes, length: usize) -> BoxBody {
    BoxBody::new(Unpacked {
        decoder: GzDecoder::new(Cursor::new(packed)),
        length: length as u64,
    })
}

struct Pieces(Bytes);

impl MessageBody for Pieces {
    type Error = io::Error;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.0.len() as u64)
    }

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, io::Error>>> {
        let rest = &mut self.get_mut().0;
        let piece = rest.split_to(rest.len().min(PIECE));
        Poll::Ready((!piece.is_empty()).then_some(Ok(piece)))
    }
}

struct Unpacked {
    decoder: GzDecoder<Cursor<Bytes>>,
    length: u64,
}

impl MessageBody for Unpacked {
    type Error = io::Error;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.length)
    }

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, io::Error>>> {
        let mut piece = Vec::with_capacity(PIECE);
        let decoder = &mut self.get_mut().decoder;
        Poll::Ready(match decoder.take(PIECE as u64).read_to_end(&mut piece) {
            Ok(0) => None,
            Ok(_) => Some(Ok(Bytes::from(piece))),
            Err(error) => Some(Err(error)),
        })
    }
}
