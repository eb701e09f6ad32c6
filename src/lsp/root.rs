//! Files of the content folder by the addresses that editors' programs give them.

use std::io;
use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;
use url::Url;

/// The content folder under both of its names.
#[derive(Clone, Debug)]
pub struct Root {
    /// Without links.
    real: PathBuf,
    /// As the editor's program spells it: with the links by which its user got there.
    spelled: PathBuf,
}

impl Root {
    /// The root of a folder.
    ///
    /// # Errors
    ///
    /// If there is no such folder.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let real = folder.canonicalize().map_err(|error| {
            let message = format!("the folder {} cannot be read: {error}", folder.display());
            io::Error::new(error.kind(), message)
        })?;
        let spelled = real.clone();
        Ok(Root { real, spelled })
    }

    /// The folder to read.
    pub fn folder(&self) -> &Path {
        &self.real
    }

    /// Takes over the spelling of a folder that the editor's program has opened, if it is one around
    /// the content.
    pub fn respell(&mut self, workspace: &str) {
        let Some(path) = path(workspace) else {
            return;
        };
        let Ok(real) = path.canonicalize() else {
            return;
        };
        if let Ok(below) = self.real.strip_prefix(real) {
            self.spelled = path.join(below);
        }
    }

    /// The file at an address: `skills/sql.md`; nothing for files elsewhere.
    pub fn file(&self, uri: &Uri) -> Option<String> {
        let path = path(&uri.0)?;
        let mut roots = [&self.spelled, &self.real].into_iter();
        let below = roots.find_map(|root| path.strip_prefix(root).ok());
        let elsewhere = || {
            let folder = path.parent()?.canonicalize().ok()?;
            let folder = folder.strip_prefix(&self.real).ok()?;
            Some(folder.join(path.file_name()?))
        };
        let below = below.map(Path::to_owned).or_else(elsewhere)?;
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        parts.map(|parts| parts.join("/"))
    }

    /// A pattern for all files of the folder.
    pub fn pattern(&self) -> String {
        format!("{}/**", self.spelled.display())
    }

    /// The address of a file.
    pub fn uri(&self, file: &str) -> Uri {
        let address = Url::from_file_path(self.spelled.join(file));
        Uri(address.expect("the folder has a whole path").into())
    }
}

fn path(uri: &str) -> Option<PathBuf> {
    let url = Url::parse(uri).ok().filter(|url| url.scheme() == "file");
    url?.to_file_path().ok()
}

#[cfg(test)]
mod tests {
    use gen_lsp_types::Uri;
    use tempfile::TempDir;

    use super::Root;

    #[test]
    fn a_file_has_an_address_however_its_folder_is_reached() {
        let folder = TempDir::new().unwrap();
        let real = folder.path().canonicalize().unwrap();
        let content = real.join("my content");
        std::fs::create_dir_all(content.join("skills")).unwrap();
        let link = real.join("link");
        std::os::unix::fs::symlink(&content, &link).unwrap();
        let mut root = Root::of(&content).unwrap();
        let address = root.uri("skills/sql.md");
        assert!(address.0.ends_with("/my%20content/skills/sql.md"));
        let linked = Uri(format!("file://{}/skills/sql.md", link.display()));
        for uri in [&address, &linked] {
            assert_eq!(root.file(uri).as_deref(), Some("skills/sql.md"), "{uri:?}");
        }
        root.respell(&format!("file://{}", link.display()));
        assert_eq!(root.uri("skills/sql.md"), linked);
        for other in ["file:///etc/passwd", "untitled:Untitled-1", "", "::"] {
            assert_eq!(root.file(&Uri(other.to_owned())), None, "{other}");
        }
    }
}
