//! A client that sends what it is told, byte for byte.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::guide::Server;

/// One connection.
pub struct Client(BufReader<TcpStream>);

/// A reply, with the names of headers in lower case.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Client {
    pub fn of(server: &Server) -> Self {
        Self::at(server.address)
    }

    /// Connects to whoever listens at `address`.
    pub fn at(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        Client(BufReader::new(stream))
    }

    /// Sends a request and reads to the end of the connection, so that no stray byte goes unseen.
    pub fn ask(mut self, method: &str, path: &str, headers: &[&str]) -> Reply {
        let headers = [headers, &["Connection: close"]].concat();
        self.send(method, path, &headers);
        self.rest()
    }

    fn rest(mut self) -> Reply {
        let (status, headers) = self.head();
        let mut body = Vec::new();
        self.0.read_to_end(&mut body).unwrap();
        let headers = headers
            .into_iter()
            .filter(|(name, _)| name != "connection")
            .collect();
        Reply {
            status,
            headers,
            body,
        }
    }

    /// Sends a body of known length and reads to the end of the connection.
    pub fn post(self, path: &str, headers: &[&str], body: &str) -> Reply {
        let length = format!("Content-Length: {}", body.len());
        self.post_as(path, &[headers, &[length.as_str()]].concat(), body)
    }

    /// The same with headers that say how long the body is.
    pub fn post_as(mut self, path: &str, headers: &[&str], body: &str) -> Reply {
        let headers = [headers, &["Connection: close"]].concat();
        self.send("POST", path, &headers);
        // Whoever refuses a body may close before all of it is written.
        let _ = self.0.get_mut().write_all(body.as_bytes());
        self.rest()
    }

    /// Sends a request with a body of known length and keeps the connection.
    pub fn ask_on(&mut self, method: &str, path: &str, headers: &[&str]) -> Reply {
        self.send(method, path, headers);
        let (status, headers) = self.head();
        let length = headers.iter().find(|(name, _)| name == "content-length");
        let mut body = vec![0; length.map_or(0, |(_, length)| length.parse().unwrap())];
        self.0.read_exact(&mut body).unwrap();
        Reply {
            status,
            headers,
            body,
        }
    }

    fn send(&mut self, method: &str, path: &str, headers: &[&str]) {
        let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
        let request = format!("{method} {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n");
        self.0.get_mut().write_all(request.as_bytes()).unwrap();
    }

    fn head(&mut self) -> (u16, Vec<(String, String)>) {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).unwrap();
            match line.trim_end() {
                "" => break,
                line => lines.push(line.to_owned()),
            }
        }
        let status = lines
            .first()
            .expect("a status line")
            .split(' ')
            .nth(1)
            .unwrap();
        let pair = |line: &String| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_ascii_lowercase(), value.to_owned())
        };
        (
            status.parse().unwrap(),
            lines[1..].iter().map(pair).collect(),
        )
    }
}

impl Reply {
    /// The value of a header, empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        let header = self.headers.iter().find(|(found, _)| found == name);
        header.map_or("", |(_, value)| value)
    }

    /// How many headers have this name.
    pub fn count(&self, name: &str) -> usize {
        self.headers
            .iter()
            .filter(|(found, _)| found == name)
            .count()
    }

    /// All headers in the order of their names, but for the date.
    pub fn sorted(&self) -> Vec<(String, String)> {
        let mut headers = self.headers.clone();
        headers.retain(|(name, _)| name != "date");
        headers.sort();
        headers
    }

    /// The text that a browser would show.
    pub fn decoded(&self) -> String {
        String::from_utf8(self.bytes()).unwrap()
    }

    /// The body without its encoding.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self.header("content-encoding") {
            "br" => {
                brotli::BrotliDecompress(&mut self.body.as_slice(), &mut bytes).unwrap();
            }
            "gzip" => {
                let mut decoder = flate2::read::GzDecoder::new(self.body.as_slice());
                decoder.read_to_end(&mut bytes).unwrap();
            }
            _ => bytes.clone_from(&self.body),
        }
        bytes
    }
}
