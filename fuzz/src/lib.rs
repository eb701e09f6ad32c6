//! The fixture guide with one file made of any bytes: what all targets share.

use std::fs;
use std::path::Path;

use career_guide::content::{
    Diagnostic, Loaded, Reader, Texts, View, github, human, mended, position, short,
};
use career_guide::site::Site;
use jiff::Timestamp;
use tempfile::TempDir;

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/site");

/// The files without which there is no guide.
const NEEDED: [&str; 2] = ["site.toml", "vocabulary"];

/// A content folder that is read again and again.
pub struct Guide {
    folder: TempDir,
    pub reader: Reader,
    pub view: View,
}

impl Guide {
    /// All of the fixture guide.
    pub fn whole() -> Self {
        Self::of(|_| true)
    }

    /// Only what a guide cannot do without: read faster.
    pub fn bare() -> Self {
        Self::of(|name| NEEDED.contains(&name))
    }

    fn of(keeps: fn(&str) -> bool) -> Self {
        let folder = TempDir::new().expect("there is room for a folder");
        copy(Path::new(SITE), folder.path(), keeps);
        let instant: Timestamp = "2026-11-20T12:00:00Z".parse().expect("is an instant");
        Guide {
            folder,
            reader: Reader::default(),
            view: View {
                instant,
                drafts: true,
            },
        }
    }

    /// The guide with these bytes as one of its files; draws and mends all that is wrong with it.
    pub fn load(&self, file: &str, bytes: &[u8]) -> Loaded {
        let path = self.folder.path().join(file);
        fs::create_dir_all(path.parent().expect("is below the folder")).expect("can be made");
        let before = fs::read(&path).ok();
        fs::write(&path, bytes).expect("can be written");
        let loaded = self.reader.load(self.folder.path(), self.view);
        match before {
            Some(before) => fs::write(&path, before).expect("can be written"),
            None => fs::remove_file(&path).expect("can be removed"),
        }
        let loaded = loaded.expect("the folder can be read");
        tell(&loaded.diagnostics, &loaded.texts);
        loaded
    }

    /// The same with a text that only an editor holds; tells also what stands in the middle of it.
    pub fn survey(&self, file: &str, text: &str) {
        let unsaved = Texts::from([(file.to_owned(), text.to_owned())]);
        let survey = self
            .reader
            .survey(self.folder.path(), self.view, &unsaved)
            .expect("the folder can be read");
        tell(&survey.diagnostics, &survey.texts);
        let spot = self.reader.spot(file, text, text.len() / 2);
        if let Some(spot) = spot {
            assert!(text.get(spot.span).is_some(), "a spot is part of the text");
        }
    }

    /// The guide as it is.
    pub fn site(&self) -> Site {
        let loaded = self.reader.load(self.folder.path(), self.view);
        let site = loaded.expect("the folder can be read").site;
        site.expect("the fixture makes a guide")
    }
}

/// Draws each diagnostic in all ways, and mends what can be mended.
fn tell(diagnostics: &[Diagnostic], texts: &Texts) {
    for diagnostic in diagnostics {
        let text = texts.get(&diagnostic.file).map_or("", String::as_str);
        if let Some(span) = &diagnostic.span {
            assert!(text.get(span.clone()).is_some(), "{diagnostic:?}");
        }
        for draw in [short, human, github] {
            assert!(!draw(diagnostic, text, &diagnostic.file).is_empty());
        }
        assert!(position(diagnostic, text) >= (1, 1));
    }
    for (file, text) in texts {
        let of_file = diagnostics.iter().filter(|it| it.file == *file).cloned();
        mended(text, &of_file.collect::<Vec<_>>());
    }
}

fn copy(from: &Path, to: &Path, keeps: fn(&str) -> bool) {
    fs::create_dir_all(to).expect("can be made");
    for entry in fs::read_dir(from).expect("can be listed") {
        let entry = entry.expect("can be listed");
        let name = entry.file_name();
        let (from, to) = (entry.path(), to.join(&name));
        match from.is_dir() {
            _ if !keeps(&name.to_string_lossy()) => {}
            true => copy(&from, &to, |_| true),
            false => fs::copy(&from, &to).map(drop).expect("can be copied"),
        }
    }
}
