//! What a browser does with the servers: pages, and streams of word that a page has changed.

use std::io::{self, Read, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use crate::PATIENCE;

/// A reply to GET: its status line, headers and body as they came.
pub fn page(address: SocketAddr, path: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    // 1.0: the body comes in one piece.
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n")?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    Ok(reply)
}

/// Waits until a page holds some words.
pub fn wait_for(address: SocketAddr, path: &str, words: &str) -> anyhow::Result<()> {
    let end = Instant::now() + PATIENCE;
    loop {
        if page(address, path).is_ok_and(|reply| holds(&reply, words)) {
            return Ok(());
        }
        ensure!(Instant::now() < end, "{path} never holds {words:?}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

pub fn holds(reply: &[u8], words: &str) -> bool {
    reply
        .windows(words.len())
        .any(|found| found == words.as_bytes())
}

/// The moments at which a stream says certain words.
pub struct Told(Receiver<Instant>);

impl Told {
    /// The stream of server-sent events of the guide.
    pub fn by_guide(address: SocketAddr) -> anyhow::Result<Self> {
        let request = format!(
            "GET /_editor/events HTTP/1.1\r\nHost: {address}\r\nAccept: text/event-stream\r\n\r\n"
        );
        Self::listen(address, request.as_bytes(), b"", "data: ")
    }

    /// Hugo's LiveReload socket.
    pub fn by_hugo(address: SocketAddr) -> anyhow::Result<Self> {
        let request = format!(
            "GET /livereload HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        );
        let hello =
            br#"{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}"#;
        // A text frame, masked with zeros.
        let mut frame = vec![0x81, 0x80 | hello.len() as u8, 0, 0, 0, 0];
        frame.extend(hello);
        Self::listen(
            address,
            request.as_bytes(),
            &frame,
            "\"command\":\"reload\"",
        )
    }

    fn listen(
        address: SocketAddr,
        request: &[u8],
        hello: &[u8],
        words: &'static str,
    ) -> anyhow::Result<Self> {
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(request)?;
        let mut head = [0];
        let mut heard = Vec::new();
        while !heard.ends_with(b"\r\n\r\n") {
            stream.read_exact(&mut head).context("no stream of word")?;
            heard.push(head[0]);
        }
        stream.write_all(hello)?;
        let (send, receive) = channel();
        std::thread::spawn(move || {
            let mut piece = [0; 65_536];
            while let Ok(length @ 1..) = stream.read(&mut piece) {
                if holds(&piece[..length], words) && send.send(Instant::now()).is_err() {
                    return;
                }
            }
        });
        Ok(Told(receive))
    }

    /// Forgets what was told until now.
    pub fn forget(&self) {
        while self.0.try_recv().is_ok() {}
    }

    /// When the next word came.
    pub fn next(&self) -> anyhow::Result<Instant> {
        self.0.recv_timeout(PATIENCE).context("no word of the edit")
    }
}
