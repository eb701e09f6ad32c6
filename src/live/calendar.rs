//! Waiting for an instant, however the clock is set meanwhile.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::Sites;

/// The longest sleep before the clock is read again, so that a clock that jumps is noticed; also the
/// pause before a failed rebuild is tried again.
const PATIENCE: Duration = Duration::from_secs(60);

/// The shortest sleep, so that a Site that is always about to change cannot keep a core busy.
const PAUSE: Duration = Duration::from_secs(1);

/// A new value, and the next instant at which it will be out of date.
pub type Rebuilt<V> = anyhow::Result<(Arc<V>, Option<Timestamp>)>;

/// Replaces the value of `sites` by `rebuild` at `next`, and again at each instant it names.
pub async fn keep<V, R>(
    sites: &Sites<V>,
    mut next: Option<Timestamp>,
    clock: fn() -> Timestamp,
    rebuild: R,
) where
    V: Send + Sync + 'static,
    R: Fn(Timestamp) -> Rebuilt<V> + Send + Sync + 'static,
{
    let rebuild = Arc::new(rebuild);
    while let Some(instant) = next {
        wait_until(instant, clock).await;
        let (rebuild, now) = (rebuild.clone(), clock());
        match tokio::task::spawn_blocking(move || rebuild(now)).await {
            Ok(Ok((value, after))) => {
                sites.replace(value);
                tracing::info!("the calendar changed the guide");
                next = after;
                tokio::time::sleep(PAUSE).await;
            }
            Ok(Err(error)) => {
                tracing::error!("the guide stays as it was: {error:#}");
                tokio::time::sleep(PATIENCE).await;
            }
            Err(panic) => {
                tracing::error!("the guide stays as it was: {panic}");
                tokio::time::sleep(PATIENCE).await;
            }
        }
    }
}

async fn wait_until(instant: Timestamp, clock: fn() -> Timestamp) {
    loop {
        let left = instant.duration_since(clock());
        let Ok(left) = Duration::try_from(left) else {
            return;
        };
        if left.is_zero() {
            return;
        }
        tokio::time::sleep(left.min(PATIENCE)).await;
    }
}

/// The present instant: the one place where the clock is read. All else is given an instant.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read"
)]
pub fn now() -> Timestamp {
    Timestamp::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Timestamp {
        "2026-11-20T12:00:00Z".parse().unwrap()
    }

    fn keep_from(next: &str, rebuild: fn(Timestamp) -> Rebuilt<String>) -> Option<String> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap();
        let sites = Sites::fixed(Arc::new("old".to_owned()));
        runtime.block_on(async {
            let next = Some(next.parse().unwrap());
            let kept = keep(&sites, next, noon, rebuild);
            let _ = tokio::time::timeout(Duration::from_millis(200), kept).await;
        });
        let newest = sites.newest();
        (**newest != "old").then(|| newest.to_string())
    }

    #[test]
    fn the_calendar_replaces_the_guide_when_it_is_time() {
        let dated: fn(Timestamp) -> Rebuilt<String> =
            |now| Ok((Arc::new(format!("made at {now}")), None));
        let made = Some("made at 2026-11-20T12:00:00Z".to_owned());
        for (next, newest) in [
            ("2026-11-20T11:59:59Z", made.clone()),
            ("2026-11-20T12:00:00Z", made),
            ("2026-11-20T12:00:05Z", None),
            ("2030-01-01T00:00:00Z", None),
        ] {
            assert_eq!(keep_from(next, dated), newest, "{next}");
        }
    }

    #[test]
    fn a_failed_rebuild_keeps_the_old_guide() {
        let failures: [fn(Timestamp) -> Rebuilt<String>; 2] = [
            |_| Err(anyhow::anyhow!("a bad edit")),
            |_| panic!("a defect in the reader"),
        ];
        for fails in failures {
            assert_eq!(keep_from("2026-11-20T11:00:00Z", fails), None);
        }
    }
}
