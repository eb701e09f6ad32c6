//! `check`, and the way from nothing to a guide that answers.

use std::process::Command;
use std::time::Instant;

use crate::process::{Running, free_address};
use crate::table::{Results, Unit};
use crate::{Subject, guide_program, hugo, wire};

/// One round.
pub fn measure(subject: &Subject, results: &mut Results) -> anyhow::Result<()> {
    let mut note = |what, unit, value| results.note(what, subject.articles, unit, value);
    let mut check = Command::new(guide_program());
    check.arg("check").arg("--content").arg(&subject.guide);
    let started = Instant::now();
    let used = Running::start(check)?.finish()?;
    note("`check`", Unit::Seconds, started.elapsed().as_secs_f64());
    note("`check`, processors", Unit::Seconds, used.processors);
    note("`check`, memory at most", Unit::Bytes, used.memory as f64);

    let address = free_address()?;
    let mut serve = Command::new(guide_program());
    serve.arg("serve").arg("--content").arg(&subject.guide);
    serve.arg("--listen").arg(address.to_string());
    let started = Instant::now();
    let serving = Running::start(serve)?;
    wire::wait_for(address, "/livez", " 200 ")?;
    note(
        "`serve`, first answer",
        Unit::Seconds,
        started.elapsed().as_secs_f64(),
    );
    wire::wait_for(address, "/readyz", " 200 ")?;
    note(
        "`serve`, ready",
        Unit::Seconds,
        started.elapsed().as_secs_f64(),
    );
    note(
        "`serve`, memory when ready",
        Unit::Bytes,
        serving.memory() as f64,
    );
    drop(serving);

    let Some(site) = &subject.hugo else {
        return Ok(());
    };
    let into = tempfile::TempDir::new()?;
    let started = Instant::now();
    let used = Running::start(hugo::build(site, into.path()))?.finish()?;
    note(
        "`hugo`, whole build",
        Unit::Seconds,
        started.elapsed().as_secs_f64(),
    );
    note("`hugo`, processors", Unit::Seconds, used.processors);
    note("`hugo`, memory at most", Unit::Bytes, used.memory as f64);
    Ok(())
}
