//! HTTP as a client sees it: raw bytes over a socket to a real server, so that no library tidies a
//! path or hides a header. The pages are stand-ins; what they say is tested elsewhere.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

pub mod client;
pub mod guide;
mod pages;
mod paths;
pub mod replies;

use client::{Client, Reply};
use guide::Server;

/// Sends `GET path` with header lines.
fn get(server: &Server, path: &str, headers: &[&str]) -> Reply {
    Client::of(server).ask("GET", path, headers)
}
