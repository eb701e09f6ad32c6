//! The text of one file, or why there is none.

use std::fs;
use std::path::Path;

use super::Source;
use crate::content::Diagnostic;
use crate::content::encoding::decode;
use crate::content::guard::guarded;
use crate::content::layout::Slot;

/// A file after reading.
pub struct Outcome {
    pub source: Source,
    pub diagnostics: Vec<Diagnostic>,
    pub sound: bool,
}

/// Reads the text of a file of at most `limit` bytes; `unsaved` is what an editor holds of it.
pub fn read_file(
    root: &Path,
    slot: Slot,
    file: String,
    limit: u64,
    unsaved: Option<&String>,
) -> Outcome {
    let read = match unsaved {
        Some(text) => fits(text.len() as u64, limit).map(|()| text.clone().into_bytes()),
        None => bytes(&root.join(&file), limit),
    };
    let decoded = read.and_then(|bytes| {
        let decoded = guarded(&file, || decode(&file, bytes));
        decoded.map_err(|failed| (failed.code, failed.message))
    });
    match decoded {
        Ok(decoded) => Outcome {
            source: Source {
                slot,
                file,
                text: decoded.text,
            },
            diagnostics: decoded.diagnostics,
            sound: decoded.sound,
        },
        Err((code, message)) => Outcome {
            diagnostics: vec![Diagnostic::error(code, &file, None, message)],
            source: Source {
                slot,
                file,
                text: String::new(),
            },
            sound: false,
        },
    }
}

/// Code and message about a file that cannot be read.
type Refused = (&'static str, String);

fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Refused> {
    let unreadable = |error| {
        let message = format!("the file cannot be read: {error}");
        ("file-unreadable", message)
    };
    let found = fs::symlink_metadata(path).map_err(unreadable)?;
    fits(found.len(), limit)?;
    fs::read(path).map_err(unreadable)
}

fn fits(size: u64, limit: u64) -> Result<(), Refused> {
    if size <= limit {
        return Ok(());
    }
    let message =
        format!("the file has {size} bytes, more than the {limit} that `limits.file_bytes` allows");
    Err(("file-size", message))
}
