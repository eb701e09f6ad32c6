//! The server: binds, answers, and ends in good order.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use actix_service::IntoServiceFactory as _;
use actix_web::dev::Server;
use actix_web::{App, HttpServer};
use tokio::signal::unix::{SignalKind, signal};

use super::front::FrontFactory;
use super::{Web, files};

/// How long a client may take to send the head of its first request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(5);

/// How long an idle connection is kept open.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// How long readiness fails before the listener closes, so that proxies look elsewhere first.
const NOTICE: Duration = Duration::from_secs(2);

/// How long replies may take after the listener has closed, in seconds.
const DRAIN_SECONDS: u64 = 10;

/// Binds `address` (port 0 for any free one) and answers with `web`; the server runs once it is
/// awaited. Returns the address that was bound. One worker a core unless `workers` says otherwise.
///
/// # Errors
///
/// If the address cannot be bound.
pub fn listen(
    web: Arc<Web>,
    address: SocketAddr,
    workers: Option<usize>,
) -> io::Result<(Server, SocketAddr)> {
    let factory = move || {
        let images = web.images.clone();
        let app = App::new().configure(move |config| files::images(&images, config));
        FrontFactory {
            web: web.clone(),
            rest: app.into_factory(),
        }
    };
    let mut server = HttpServer::new(factory)
        .client_request_timeout(HEAD_TIMEOUT)
        .keep_alive(KEEP_ALIVE)
        .tcp_nodelay(true)
        .shutdown_timeout(DRAIN_SECONDS)
        .disable_signals();
    if let Some(workers) = workers {
        server = server.workers(workers);
    }
    let server = server.bind(address)?;
    let bound = server.addrs().first().copied().unwrap_or(address);
    Ok((server.run(), bound))
}

/// Runs a server until SIGTERM or SIGINT. Then readiness fails, after two seconds the listener
/// closes, and replies under way have ten seconds to end. A second signal ends at once.
///
/// # Errors
///
/// If signals cannot be received, or the server fails.
pub async fn run(server: Server, web: Arc<Web>) -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    // A listener takes the place of the default, which is to end: a hang-up never does.
    let _hang_up = signal(SignalKind::hangup())?;
    let mut signalled = async move || {
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
        }
    };
    let handle = server.handle();
    let mut server = pin!(server);
    tokio::select! {
        served = &mut server => return served,
        () = signalled() => web.drain(),
    }
    tracing::info!("ending; a second signal ends at once");
    let stopping = async {
        tokio::time::sleep(NOTICE).await;
        handle.stop(true).await;
    };
    tokio::select! {
        (served, ()) = async { tokio::join!(server, stopping) } => served,
        () = signalled() => Ok(()),
    }
}
