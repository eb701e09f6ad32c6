//! The content's own images, from the disk: the one thing that is not kept in memory.

use std::path::{Path, PathBuf};

use actix_files::Files;
use actix_web::web::ServiceConfig;

use super::routes::IMAGES;

/// Serves the files of `folder` below `/assets/`, with Range; no listings, no hidden files, nothing
/// outside of the folder.
pub fn images(folder: &Path, config: &mut ServiceConfig) {
    let Ok(root) = folder.canonicalize() else {
        return;
    };
    let files = Files::new(IMAGES, &root)
        // Its tag holds the inode, which differs between replicas; the date of the file is enough.
        .use_etag(false)
        .prefer_utf8(true)
        .path_filter(move |file, _| is_inside(&root, &root.join(file)));
    config.service(files);
}

/// Whether a file is below `root` once all links are followed.
fn is_inside(root: &PathBuf, file: &Path) -> bool {
    file.canonicalize().is_ok_and(|real| real.starts_with(root))
}
