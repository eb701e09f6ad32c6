//! `serve --watch`: the guide as it is being written.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::bail;
use jiff::Timestamp;
use tokio::sync::watch;

use super::{answer, report, say};
use crate::cli::ServeOptions;
use crate::content::{LastGood, Severity};
use crate::live::{self, Changes, Folder, Rebuilt, Report, Sites, Watching};
use crate::pages::Asset;
use crate::site::Site;
use crate::web::{Assets, Desk, Renderer, Store, Web};

/// Serves the content, shows each change of its files at once, and tells the pages that are open.
///
/// # Errors
///
/// If the folder cannot be read or watched, or makes no guide at all; mistakes in files are shown.
pub fn run(
    options: &ServeOptions,
    folder: Arc<Folder>,
    instant: Timestamp,
    out: &mut dyn Write,
) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    let (reports, heard) = watch::channel(Arc::new(Report::default()));
    let watching = match options.poll {
        Some(seconds) => Watching::Poll(Duration::from_secs(seconds)),
        None => Watching::Events,
    };
    // Watched before the first load: what changes meanwhile is read again.
    let look = look_beside(&folder.path);
    let watched: Vec<PathBuf> = [Some(folder.path.clone()), look.clone()]
        .into_iter()
        .flatten()
        .collect();
    let changes = Changes::of_files(&watched, watching)?;
    let workshop = Arc::new(Workshop {
        folder: folder.clone(),
        good: Mutex::default(),
        untold: Mutex::default(),
        look,
        reports,
    });
    let (store, next) = workshop.rebuild(instant)?;
    workshop.tell();
    let (errors, warnings) = {
        let report = heard.borrow();
        (
            report.count(Severity::Error),
            report.count(Severity::Warning),
        )
    };
    report(
        out,
        "content",
        &format!("{errors} errors, {warnings} warnings"),
        started,
    );
    for path in &watched {
        say(out, &format!("watching {}", path.display()));
    }
    let sites = Arc::new(Sites::fixed(store));
    let desk = Desk {
        reports: heard,
        open: options.editor.clone(),
    };
    let web = Web::new(sites.clone(), folder.path.join("assets")).with_desk(desk);
    answer(options, web, out, |_| {
        let maker = Arc::clone(&workshop);
        let rebuild = move |instant| maker.rebuild(instant);
        let tell = move || workshop.tell();
        tokio::spawn(live::follow(sites, next, changes, live::now, rebuild, tell));
    })?;
    Ok(ExitCode::SUCCESS)
}

/// All that one load leaves for the next.
struct Workshop {
    folder: Arc<Folder>,
    good: Mutex<LastGood>,
    /// Where styles and pictures of the pages are read from, in place of those in the binary.
    look: Option<PathBuf>,
    /// What the newest load says, until the guide made of it is shown.
    untold: Mutex<Option<Report>>,
    reports: watch::Sender<Arc<Report>>,
}

impl Workshop {
    /// Reads the files, tells of all that is wrong with them, and makes the guide of what is good.
    fn rebuild(&self, instant: Timestamp) -> Rebuilt<Store> {
        let started = Instant::now();
        let mut good = lock(&self.good);
        let loaded = self.folder.reload(instant, &mut good)?;
        let number = self.reports.borrow().number + 1;
        let report = Report::new(number, &loaded, &self.folder.path);
        for problem in &report.problems {
            tracing::warn!("{}:{}: {}", problem.file, problem.line, problem.message);
        }
        *lock(&self.untold) = Some(report);
        let Some(site) = loaded.site else {
            self.tell();
            bail!(
                "the content folder `{}` makes no guide",
                self.folder.path.display()
            );
        };
        let next = site.next_change;
        let store = self.store(site, number);
        tracing::info!("read in {} ms", started.elapsed().as_millis());
        Ok((store, next))
    }

    /// Tells the pages that are open what the newest load says: after the guide has been replaced,
    /// so that a page that is drawn anew is the new one.
    fn tell(&self) {
        if let Some(report) = lock(&self.untold).take() {
            self.reports.send_replace(Arc::new(report));
        }
    }

    fn store(&self, site: Site, number: u64) -> Arc<Store> {
        let assets = Arc::new(Assets::of(self.assets()));
        let store = Store::new(site, Renderer::WATCHED, assets);
        Arc::new(store.unhurried(number))
    }

    /// The files that pages refer to, as they are at this moment.
    fn assets(&self) -> Vec<Asset> {
        let mut assets = (Renderer::WATCHED.assets)();
        for asset in &mut assets {
            let file = self.look.as_ref().map(|folder| folder.join(&asset.name));
            // What is being written, or has gone, stays as the binary has it.
            if let Some(Ok(bytes)) = file.map(fs::read) {
                asset.body = bytes.into();
            }
        }
        assets
    }
}

/// The folder `static` of a checkout, which stands beside its content.
fn look_beside(content: &Path) -> Option<PathBuf> {
    let folder = content.canonicalize().ok()?.parent()?.join("static");
    folder.join("style.css").is_file().then_some(folder)
}

/// What a mutex holds: a panic elsewhere leaves it whole.
fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
