//! The loop that keeps the newest Site new.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::calendar::wait_until;
use super::{Changes, Sites};

/// The pause after a rebuild by the calendar, so that a Site that is always about to change cannot
/// keep a core busy.
const PAUSE: Duration = Duration::from_secs(1);

/// The pause before a failed rebuild is tried again.
const AGAIN: SignedDuration = SignedDuration::from_secs(60);

/// How often a rebuild begins anew because files have changed under its hands.
const RESTARTS: usize = 20;

/// A new value, and the next instant at which it will be out of date by itself.
pub type Rebuilt<V> = anyhow::Result<(Arc<V>, Option<Timestamp>)>;

/// Replaces the value of `sites` each time the calendar changes the guide (a page appears or
/// expires, a figure grows old: first at `next`) or word of a change comes. Runs for ever.
///
/// `replaced` is told each time the newest value is another one.
///
/// A value is built of files that nobody has touched meanwhile: readers see the old or the new. A
/// rebuild that fails is logged, and tried again a minute later or at the next change; meanwhile the
/// old value stays.
pub async fn follow<V, R, T>(
    sites: Arc<Sites<V>>,
    mut next: Option<Timestamp>,
    mut changes: Changes,
    clock: fn() -> Timestamp,
    rebuild: R,
    replaced: T,
) where
    V: Send + Sync + 'static,
    R: Fn(Timestamp) -> Rebuilt<V> + Send + Sync + 'static,
    T: Fn(),
{
    let rebuild = Arc::new(rebuild);
    loop {
        let by_calendar = tokio::select! {
            () = wait_until(next, clock) => true,
            () = changes.burst() => false,
        };
        match build(&mut changes, clock, &rebuild).await {
            Ok((value, after)) => {
                sites.replace(value);
                replaced();
                next = after;
                if by_calendar {
                    tracing::info!("the calendar changed the guide");
                }
            }
            Err(error) => {
                tracing::error!("the guide stays as it was: {error:#}");
                next = clock().checked_add(AGAIN).ok();
            }
        }
        if by_calendar {
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Builds until nothing has changed meanwhile.
async fn build<V, R>(
    changes: &mut Changes,
    clock: fn() -> Timestamp,
    rebuild: &Arc<R>,
) -> Rebuilt<V>
where
    V: Send + Sync + 'static,
    R: Fn(Timestamp) -> Rebuilt<V> + Send + Sync + 'static,
{
    for _ in 0..RESTARTS {
        let (rebuild, now) = (rebuild.clone(), clock());
        let built = tokio::task::spawn_blocking(move || rebuild(now)).await;
        if !changes.is_due() {
            return built?;
        }
        changes.settle().await;
    }
    anyhow::bail!("the files never stay the same for long enough to be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        "2026-11-20T12:00:00Z".parse().unwrap()
    }

    /// What becomes of the guide within a fifth of a second.
    fn followed<R>(next: Option<&str>, changes: Changes, rebuild: R) -> Option<String>
    where
        R: Fn(Timestamp) -> Rebuilt<String> + Send + Sync + 'static,
    {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap();
        let sites = Arc::new(Sites::fixed(Arc::new("old".to_owned())));
        runtime.block_on(async {
            let next = next.map(|next| next.parse().unwrap());
            let followed = follow(sites.clone(), next, changes, noon, rebuild, || {});
            let _ = tokio::time::timeout(Duration::from_millis(200), followed).await;
        });
        let newest = sites.newest();
        (**newest != "old").then(|| newest.to_string())
    }

    fn dated(now: Timestamp) -> Rebuilt<String> {
        Ok((Arc::new(format!("made at {now}")), None))
    }

    #[test]
    fn the_calendar_replaces_the_guide_when_it_is_time() {
        let made = Some("made at 2026-11-20T12:00:00Z".to_owned());
        for (next, newest) in [
            ("2026-11-20T11:59:59Z", made.clone()),
            ("2026-11-20T12:00:00Z", made),
            ("2026-11-20T12:00:05Z", None),
            ("2030-01-01T00:00:00Z", None),
        ] {
            let found = followed(Some(next), Changes::default(), dated);
            assert_eq!(found, newest, "{next}");
        }
    }

    #[test]
    fn a_failed_rebuild_keeps_the_old_guide() {
        let failures: [fn(Timestamp) -> Rebuilt<String>; 2] = [
            |_| Err(anyhow::anyhow!("a bad edit")),
            |_| panic!("a defect in the reader"),
        ];
        for fails in failures {
            let next = Some("2026-11-20T11:00:00Z");
            assert_eq!(followed(next, Changes::default(), fails), None);
        }
    }

    #[test]
    fn word_of_a_change_replaces_the_guide_once_for_a_whole_burst() {
        let changes = Changes::default();
        let word = changes.word();
        (0..500).for_each(|_| word());
        let builds = std::sync::atomic::AtomicUsize::new(0);
        let count = move |_| {
            let nth = builds.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            Ok((Arc::new(format!("build {nth}")), None))
        };
        assert_eq!(followed(None, changes, count).as_deref(), Some("build 1"));
    }

    #[test]
    fn a_guide_built_of_files_that_changed_meanwhile_is_never_shown() {
        let changes = Changes::default();
        let (word, again) = (changes.word(), changes.word());
        word();
        let builds = std::sync::atomic::AtomicUsize::new(0);
        let disturbed = move |_| {
            let nth = builds.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            if nth == 1 {
                again();
            }
            Ok((Arc::new(format!("build {nth}")), None))
        };
        let newest = followed(None, changes, disturbed);
        assert_eq!(newest.as_deref(), Some("build 2"));
    }
}
