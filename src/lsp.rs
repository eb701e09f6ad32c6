//! The content in an editor's program: the Language Server Protocol over two pipes.
//!
//! One thread reads what the editor's program says, one reads the folder anew when a text has
//! changed, and one, the caller's, answers. Nothing is written to files.

mod complete;
mod desk;
mod hover;
mod lines;
mod navigate;
mod publish;
mod rename;
mod repair;
mod root;
mod session;
mod surveyor;
mod symbols;
mod wire;

use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use jiff::Timestamp;

use crate::content::{Reader, Survey, Texts};
use desk::Desk;
use root::Root;
use session::Session;
use surveyor::{Order, survey};

/// How a conversation has ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    /// As the protocol wants it: first `shutdown`, then `exit` or the end of the pipe.
    InOrder,
    /// Before that, and why.
    Early(String),
}

/// What the answering thread waits for.
enum Event {
    /// A message of the editor's program, as bytes.
    Message(Vec<u8>),
    /// There will be no more messages, and why if that is a mistake.
    Closed(Option<String>),
    /// What the folder holds, or why that cannot be said.
    Surveyed(Result<Box<Survey>, String>),
}

/// Answers an editor's program about a content folder until it has had enough.
///
/// `clock` says for which instant the folder is judged, each time that it is.
///
/// # Errors
///
/// If the folder cannot be read at the start.
pub fn serve(
    folder: &Path,
    clock: fn() -> Timestamp,
    input: impl Read + Send + 'static,
    output: impl Write,
) -> io::Result<Ended> {
    let root = Root::of(folder)?;
    let reader = Arc::new(Reader::for_checks().remembering());
    let first = survey(&reader, root.folder(), clock(), &Texts::new());
    let first = first.map_err(io::Error::other)?;
    let (events, next) = channel();
    let (orders, ordered) = channel::<Order>();
    let desk = Desk::new(reader.clone(), root.clone(), *first);
    listen(BufReader::new(input), events.clone());
    surveyor::run(reader, root, clock, ordered, events);
    let mut session = Session::new(output, desk, orders);
    // The threads hold the other ends for as long as they have anything to say.
    for event in next {
        let ended = match event {
            Event::Message(bytes) => session.receive(&bytes),
            Event::Closed(why) => return Ok(session.close(why)),
            Event::Surveyed(survey) => session.surveyed(survey).map(|()| None),
        };
        match ended {
            Ok(None) => {}
            Ok(Some(ended)) => return Ok(ended),
            Err(error) => return Ok(Ended::Early(format!("the editor does not listen: {error}"))),
        }
    }
    Ok(Ended::Early("the editor says nothing more".to_owned()))
}

/// Passes on each message of a pipe. The thread outlives the conversation: nobody can stop it while
/// it waits for the next message.
fn listen(mut input: impl io::BufRead + Send + 'static, events: Sender<Event>) {
    std::thread::spawn(move || {
        loop {
            let event = match wire::read(&mut input) {
                Ok(Some(bytes)) => Event::Message(bytes),
                Ok(None) => Event::Closed(None),
                Err(error) => Event::Closed(Some(error.to_string())),
            };
            let is_last = matches!(event, Event::Closed(_));
            if events.send(event).is_err() || is_last {
                return;
            }
        }
    });
}
