//! `serve`: reads the content, says what it found, and answers HTTP until it is told to end.

mod watch;

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, bail};
use jiff::Timestamp;

use tokio::signal::unix::{Signal, SignalKind, signal};

use super::{ServeOptions, check};
use crate::content::{Reader, Severity};
use crate::live::{self, Changes, Folder, Sites};
use crate::site::Site;
use crate::web::{self, Assets, Renderer, Store, Web};

/// Serves the content as it is to be shown at `instant`, and later as the calendar changes it.
/// Content with errors is refused with all of them listed, unless the options are lenient.
///
/// # Errors
///
/// If the folder cannot be read, holds no guide, or the address cannot be bound.
pub fn run(
    options: &ServeOptions,
    instant: Timestamp,
    out: &mut dyn Write,
) -> anyhow::Result<ExitCode> {
    let folder = Arc::new(Folder {
        path: options.content.content.clone(),
        lenient: options.lenient,
        drafts: options.drafts,
        reader: match options.watch {
            true => Reader::default().remembering(),
            false => Reader::default(),
        },
    });
    if options.watch {
        return watch::run(options, folder, instant, out);
    }
    let Some(site) = read(&folder, instant, out)? else {
        return Ok(ExitCode::FAILURE);
    };
    let next = site.next_change;
    let build = builder();
    let started = Instant::now();
    let stage = format!("{} addresses", site.addresses().len());
    let sites = Arc::new(Sites::fixed(build(site)));
    report(out, "pages", &stage, started);
    let web = Web::new(sites.clone(), folder.path.join("assets"));
    let rebuild = move |instant| {
        let site = folder.site(instant)?;
        let next = site.next_change;
        Ok((build(site), next))
    };
    answer(options, web, out, |hang_up| {
        tokio::spawn(reload_on(hang_up, sites, next, rebuild));
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Answers HTTP until the server is told to end; `begin` starts what goes on beside it.
fn answer(
    options: &ServeOptions,
    web: Web,
    out: &mut dyn Write,
    begin: impl FnOnce(Signal),
) -> anyhow::Result<()> {
    let web = Arc::new(web);
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().context("cannot start")?;
    runtime.block_on(async {
        let (server, address) = web::listen(web.clone(), options.listen, None)
            .with_context(|| format!("cannot listen on {}", options.listen))?;
        say(out, &format!("http://{address}"));
        // A listener takes the place of the default, which is to end.
        begin(signal(SignalKind::hangup()).context("cannot receive signals")?);
        web::run(server, web).await.context("the server failed")
    })
}

/// Keeps the guide new by the calendar, and reads it again at each hang-up.
async fn reload_on<R>(
    mut hang_up: Signal,
    sites: Arc<Sites<Store>>,
    next: Option<Timestamp>,
    rebuild: R,
) where
    R: Fn(Timestamp) -> live::Rebuilt<Store> + Send + Sync + 'static,
{
    let changes = Changes::default();
    let word = changes.word();
    tokio::spawn(async move {
        while hang_up.recv().await.is_some() {
            tracing::info!("reading the content again");
            word();
        }
    });
    live::follow(sites, next, changes, live::now, rebuild, || {}).await;
}

/// The Site of the folder, or nothing after all that forbids it has been printed.
pub(super) fn read(
    folder: &Folder,
    instant: Timestamp,
    out: &mut dyn Write,
) -> anyhow::Result<Option<Site>> {
    let started = Instant::now();
    let loaded = folder.load(instant)?;
    let path = folder.path.display();
    if loaded.files == 0 {
        bail!("the content folder `{path}` is empty");
    }
    let errors = loaded.count(Severity::Error);
    let warnings = loaded.count(Severity::Warning);
    let stage = format!(
        "{} files, {errors} errors, {warnings} warnings",
        loaded.files
    );
    report(out, "content", &stage, started);
    if errors > 0 {
        let format = check::Format::Human;
        check::report(&loaded, &folder.path, format, &mut std::io::stderr())?;
    }
    let Some(site) = loaded.site.filter(|_| errors == 0 || folder.lenient) else {
        if errors == 0 {
            bail!("the content folder `{path}` makes no guide");
        }
        return Ok(None);
    };
    let pay: usize = site
        .salaries
        .iter()
        .map(|edition| edition.figures.len())
        .sum();
    let usage: usize = site.usage.iter().map(|usage| usage.figures.len()).sum();
    let documents = site.cards().count();
    let stage = format!("{documents} documents, {pay} pay figures, {usage} usage figures");
    say(out, &format!("guide    {stage}"));
    Ok(Some(site))
}

/// Makes the store of a Site and begins to fill it.
pub(super) fn builder() -> impl Fn(Site) -> Arc<Store> + Send + Sync + 'static {
    let assets = Arc::new(Assets::new(Renderer::PAGES));
    move |site| {
        let store = Arc::new(Store::new(site, Renderer::PAGES, assets.clone()));
        if let Err(error) = store.warm_in_background() {
            tracing::warn!("pages are compressed on first use only: {error}");
        }
        store
    }
}

fn report(out: &mut dyn Write, stage: &str, found: &str, started: Instant) {
    let milliseconds = started.elapsed().as_millis();
    say(out, &format!("{stage:<8} {found} in {milliseconds} ms"));
}

/// A line for whoever watches the start; that nobody does is no reason not to serve.
fn say(out: &mut dyn Write, line: &str) {
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
