//! Word that the guide should be read again.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{Instant, timeout_at};

/// How long files must be left alone before they are read: a save by rename is three events.
const QUIET: Duration = Duration::from_millis(20);

/// How long a burst may go on before it is read all the same.
const LONGEST: Duration = Duration::from_millis(500);

/// Word of changes, from files or from the operator, a burst at a time.
pub struct Changes {
    word: UnboundedSender<()>,
    heard: UnboundedReceiver<()>,
    /// Kept for as long as files are watched.
    watcher: Option<Box<dyn Watcher + Send>>,
}

/// How files are watched.
#[derive(Clone, Copy, Debug)]
pub enum Watching {
    /// The system tells of changes.
    Events,
    /// The files are compared from time to time, where no events come: network drives, containers.
    Poll(Duration),
}

impl Default for Changes {
    fn default() -> Self {
        let (word, heard) = unbounded_channel();
        Changes {
            word,
            heard,
            watcher: None,
        }
    }
}

impl Changes {
    /// Changes of all files below some folders.
    ///
    /// # Errors
    ///
    /// If a folder cannot be watched.
    pub fn of_files(folders: &[PathBuf], watching: Watching) -> anyhow::Result<Self> {
        let mut changes = Changes::default();
        let word = changes.word();
        let heard = move |event: notify::Result<notify::Event>| {
            // Reading the files is an event too.
            if !event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_))) {
                word();
            }
        };
        let mut watcher: Box<dyn Watcher + Send> = match watching {
            Watching::Events => Box::new(RecommendedWatcher::new(heard, Config::default())?),
            Watching::Poll(pause) => {
                let config = Config::default().with_poll_interval(pause);
                Box::new(PollWatcher::new(heard, config.with_compare_contents(true))?)
            }
        };
        for folder in folders {
            watcher
                .watch(folder, RecursiveMode::Recursive)
                .with_context(|| format!("cannot watch {}", folder.display()))?;
        }
        changes.watcher = Some(watcher);
        Ok(changes)
    }

    /// Gives word of a change.
    pub fn word(&self) -> impl Fn() + Send + Sync + 'static {
        let word = self.word.clone();
        // Nobody listens once the server ends.
        move || {
            let _ = word.send(());
        }
    }

    /// Waits for a change, and then for the end of its burst.
    pub async fn burst(&mut self) {
        self.heard.recv().await;
        self.settle().await;
    }

    /// Whether something has changed since the last burst.
    pub fn is_due(&self) -> bool {
        !self.heard.is_empty()
    }

    /// Waits until nothing has changed for a moment.
    pub async fn settle(&mut self) {
        let end = Instant::now() + LONGEST;
        loop {
            let quiet = (Instant::now() + QUIET).min(end);
            match timeout_at(quiet, self.heard.recv()).await {
                Ok(Some(())) if Instant::now() < end => {}
                _ => return,
            }
        }
    }
}
