//! Messages on a pipe: a header that says how long each is, an empty line, and JSON.

use std::io::{self, BufRead, ErrorKind, Read as _, Write};

use serde::Serialize;

/// The longest message that is read: far beyond the largest file, and no reason to run out of memory.
const LONGEST: u64 = 64 << 20;

/// The longest line of a header.
const LONGEST_LINE: u64 = 1 << 12;

/// The bytes of the next message; nothing at the end of the pipe.
///
/// # Errors
///
/// If what comes is no message, or ends in the middle of one.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    let mut is_begun = false;
    loop {
        let mut line = Vec::new();
        input.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() && !is_begun {
            return Ok(None);
        }
        is_begun = true;
        let Some(line) = line.strip_suffix(b"\n") else {
            return Err(cut(&line));
        };
        let line = String::from_utf8_lossy(line);
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| nonsense(line))?;
        if name.trim().eq_ignore_ascii_case("content-length") {
            let value = value.trim().parse::<u64>().map_err(|_| nonsense(line))?;
            length = Some(value).filter(|value| *value <= LONGEST);
            length.ok_or_else(|| nonsense(line))?;
        }
    }
    let length = length.ok_or_else(|| nonsense("no Content-Length"))?;
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    match bytes.len() as u64 == length {
        true => Ok(Some(bytes)),
        false => Err(cut(b"")),
    }
}

fn cut(line: &[u8]) -> io::Error {
    match line.len() as u64 >= LONGEST_LINE {
        true => nonsense("a line without an end"),
        false => io::Error::new(ErrorKind::UnexpectedEof, "a message ends in the middle"),
    }
}

fn nonsense(line: &str) -> io::Error {
    let short: String = line.chars().take(80).collect();
    let message = format!("`{short}` is not the beginning of a message");
    io::Error::new(ErrorKind::InvalidData, message)
}

/// Writes a message.
///
/// # Errors
///
/// If the pipe is closed.
pub fn write(output: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_vec(message)?;
    write!(output, "Content-Length: {}\r\n\r\n", text.len())?;
    output.write_all(&text)?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn messages_are_read_one_after_another() {
        let mut pipe = &b"Content-Length: 2\r\n\r\n{}content-length:3\r\nX: y\r\n\r\n[1]"[..];
        assert_eq!(read(&mut pipe).unwrap().as_deref(), Some(&b"{}"[..]));
        assert_eq!(read(&mut pipe).unwrap().as_deref(), Some(&b"[1]"[..]));
        assert_eq!(read(&mut pipe).unwrap(), None);
    }

    #[test]
    fn nonsense_is_refused_whatever_its_size() {
        let endless = "x".repeat(1 << 20);
        for (text, words) in [
            ("hello\r\n\r\n", "`hello` is not the beginning"),
            (
                "Content-Length: 18446744073709551615\r\n\r\n{}",
                "is not the beginning",
            ),
            ("Content-Length: -1\r\n\r\n{}", "is not the beginning"),
            ("X: y\r\n\r\n{}", "no Content-Length"),
            (&endless, "a line without an end"),
            ("Content-Length: 9\r\n\r\n{}", "ends in the middle"),
            ("Content-Length: 9\r\n", "ends in the middle"),
            ("Content-Le", "ends in the middle"),
        ] {
            let error = read(&mut text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }
}
