//! From the moment at which an editor's program saves a file to the moment at which the page that a
//! browser fetches, on word of the change, is the new one.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Context as _;

use crate::process::{Running, free_address};
use crate::table::{Results, Unit};
use crate::wire::{Told, wait_for};
use crate::{Subject, articles, guide_program, hugo};

/// How long servers are left alone before a file is saved.
const PAUSE: Duration = Duration::from_millis(300);

/// A server whose folder is edited.
struct Watched {
    server: Running,
    address: SocketAddr,
    told: Told,
    file: PathBuf,
    path: String,
}

/// What an edit took, in seconds of the clock and of all processors.
struct Taken {
    clock: f64,
    processors: f64,
}

/// All rounds, after one that is not counted.
pub fn measure(subject: &Subject, rounds: usize, results: &mut Results) -> anyhow::Result<()> {
    let number = subject.articles / 2;
    let guide = guide(&subject.guide, number)?;
    let hugo = subject.hugo.as_ref().map(|site| hugo(site, number));
    let hugo = hugo.transpose()?;
    for round in 0..=rounds {
        for (kind, edit) in [("text", text as Edit), ("title", title)] {
            for (name, watched) in [
                ("serve --watch", Some(&guide)),
                ("hugo server", hugo.as_ref()),
            ] {
                let Some(watched) = watched else { continue };
                let taken = watched.edit(edit, round)?;
                if round == 0 {
                    continue;
                }
                let what = format!("edit of a {kind}, `{name}`");
                results.note(&what, subject.articles, Unit::Seconds, taken.clock);
                let what = format!("{what}, processors");
                results.note(&what, subject.articles, Unit::Seconds, taken.processors);
            }
        }
    }
    let memory = guide.server.memory() as f64;
    results.note(
        "`serve --watch`, memory after edits",
        subject.articles,
        Unit::Bytes,
        memory,
    );
    if let Some(hugo) = hugo {
        let memory = hugo.server.memory() as f64;
        results.note(
            "`hugo server`, memory after edits",
            subject.articles,
            Unit::Bytes,
            memory,
        );
    }
    Ok(())
}

/// Writes new words into an article.
type Edit = fn(&str, &str) -> String;

fn text(article: &str, words: &str) -> String {
    article.replacen("## What it is\n", &format!("{words}\n\n## What it is\n"), 1)
}

/// A title stands on pages of others, too.
fn title(article: &str, words: &str) -> String {
    article.replacen("title = \"", &format!("title = \"{words} "), 1)
}

fn guide(folder: &Path, number: usize) -> anyhow::Result<Watched> {
    let address = free_address()?;
    let mut command = Command::new(guide_program());
    command.args(["serve", "--watch", "--content"]).arg(folder);
    command.arg("--listen").arg(address.to_string());
    let server = Running::start(command)?;
    let path = format!("/guides/{}", articles::id(number));
    wait_for(address, &path, " 200 ")?;
    Ok(Watched {
        server,
        address,
        told: Told::by_guide(address)?,
        file: folder.join(articles::file(number)),
        path,
    })
}

fn hugo(site: &Path, number: usize) -> anyhow::Result<Watched> {
    let address = free_address()?;
    let server = Running::start(hugo::server(site, address.port()))?;
    let path = format!("/guides/{}/", articles::id(number));
    wait_for(address, &path, " 200 ")?;
    Ok(Watched {
        server,
        address,
        told: Told::by_hugo(address)?,
        file: site.join("content").join(articles::file(number)),
        path,
    })
}

impl Watched {
    /// Saves the file with new words as editors' programs do, by a new file and a rename, and gives
    /// the time until the page, fetched when the server gives word, has them. The old text comes back
    /// afterwards.
    fn edit(&self, edit: Edit, round: usize) -> anyhow::Result<Taken> {
        let before = fs::read_to_string(&self.file)?;
        let words = format!("Edited {round}");
        let after = edit(&before, &words);
        self.told.forget();
        std::thread::sleep(PAUSE);
        let before_it = self.server.processors();
        let started = self.save(&after)?;
        self.told.next()?;
        wait_for(self.address, &self.path, &words)?;
        let taken = Taken {
            clock: started.elapsed().as_secs_f64(),
            processors: self.server.processors() - before_it,
        };
        std::thread::sleep(PAUSE);
        self.told.forget();
        self.save(&before)?;
        self.told.next()?;
        Ok(taken)
    }

    fn save(&self, text: &str) -> anyhow::Result<Instant> {
        let name = self.file.file_name().context("an article has a name")?;
        let beside = self.file.with_file_name(format!(".{}~", name.display()));
        fs::write(&beside, text)?;
        let now = Instant::now();
        fs::rename(&beside, &self.file)?;
        Ok(now)
    }
}
