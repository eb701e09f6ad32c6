//! The thread that reads the folder anew after changes: once for a burst of them, as for a word that
//! is being typed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use jiff::Timestamp;

use super::Event;
use super::root::Root;
use crate::content::{Reader, Survey, Texts};

/// The texts that are open in the editor's program.
pub type Order = Texts;

/// How long nothing must be typed before the folder is read.
const QUIET: Duration = Duration::from_millis(120);

/// How many changes of a burst are waited for: whoever types on and on is told all the same.
const PATIENCE: usize = 12;

/// Reads the folder for each burst of orders, as the last of them wants it, until nobody can order
/// any more.
pub fn run(
    reader: Arc<Reader>,
    root: Root,
    clock: fn() -> Timestamp,
    orders: Receiver<Order>,
    events: Sender<Event>,
) {
    std::thread::spawn(move || {
        while let Ok(mut order) = orders.recv() {
            for _ in 0..PATIENCE {
                match orders.recv_timeout(QUIET) {
                    Ok(newer) => order = newer,
                    Err(_) => break,
                }
            }
            let survey = survey(&reader, root.folder(), clock(), &order);
            if events.send(Event::Surveyed(survey)).is_err() {
                return;
            }
        }
    });
}

/// What the folder holds.
///
/// # Errors
///
/// If it cannot be read, or if this program fails on it; in words.
pub fn survey(
    reader: &Reader,
    folder: &Path,
    instant: Timestamp,
    unsaved: &Texts,
) -> Result<Box<Survey>, String> {
    // A reader holds schemas and grammars, which are whole or not there.
    let read = AssertUnwindSafe(|| reader.survey(folder, instant, unsaved));
    match catch_unwind(read) {
        Ok(Ok(survey)) => Ok(Box::new(survey)),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("the program failed on this folder: please report it".to_owned()),
    }
}
