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

/// Reads the text of a file of at most `limit` bytes.
pub fn read_file(root: &Path, slot: Slot, file: String, limit: u64) -> Outcome {
    let refuse = |slot, file: String, code, message: String| Outcome {
        diagnostics: vec![Diagnostic::error(code, &file, None, message)],
        source: Source {
            slot,
            file,
            text: String::new(),
        },
        sound: false,
    };
    let path = root.join(&file);
    let size = match fs::symlink_metadata(&path) {
        Ok(found) => found.len(),
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            return refuse(slot, file, "file-unreadable", message);
        }
    };
    if size > limit {
        let message = format!(
            "the file has {size} bytes, more than the {limit} that `limits.file_bytes` allows"
        );
        return refuse(slot, file, "file-size", message);
    }
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            return refuse(slot, file, "file-unreadable", message);
        }
    };
    match guarded(&file, || decode(&file, bytes)) {
        Ok(decoded) => Outcome {
            source: Source {
                slot,
                file,
                text: decoded.text,
            },
            diagnostics: decoded.diagnostics,
            sound: decoded.sound,
        },
        Err(failed) => refuse(slot, file, failed.code, failed.message),
    }
}
