//! Waiting for an instant, however the clock is set meanwhile.

use std::time::Duration;

use jiff::Timestamp;

/// The longest sleep before the clock is read again, so that a clock that jumps is noticed.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until `clock` shows `instant`; for ever if there is none.
pub async fn wait_until(instant: Option<Timestamp>, clock: fn() -> Timestamp) {
    let Some(instant) = instant else {
        return std::future::pending().await;
    };
    loop {
        let left = instant.duration_since(clock());
        match Duration::try_from(left) {
            Ok(left) if !left.is_zero() => tokio::time::sleep(left.min(PATIENCE)).await,
            _ => return,
        }
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
