//! Programs that are started, looked at, and ended.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use crate::PATIENCE;

/// A program that runs; killed when dropped.
pub struct Running(Child);

/// What a program has used.
#[derive(Clone, Copy, Default)]
pub struct Used {
    /// The most memory that it held, in bytes.
    pub memory: u64,
    /// Seconds of all processors: on a busy machine they tell more than those of the clock.
    pub processors: f64,
}

impl Running {
    pub fn start(mut command: Command) -> anyhow::Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.stderr(Stdio::null()).spawn();
        let name = command.get_program().to_string_lossy();
        Ok(Running(
            child.with_context(|| format!("cannot start {name}"))?,
        ))
    }

    /// The memory that it holds now, in bytes.
    pub fn memory(&self) -> u64 {
        status(self.0.id(), "VmRSS:").unwrap_or_default()
    }

    /// The seconds of all processors that it has used until now.
    pub fn processors(&self) -> f64 {
        processors(self.0.id()).unwrap_or_default()
    }

    /// Waits until it ends by itself.
    pub fn finish(mut self) -> anyhow::Result<Used> {
        let end = Instant::now() + PATIENCE;
        let mut used = Used::default();
        loop {
            let memory = status(self.0.id(), "VmHWM:").unwrap_or_default();
            used.memory = memory.max(used.memory);
            used.processors = self.processors().max(used.processors);
            if let Some(status) = self.0.try_wait()? {
                ensure!(status.success(), "a measured program failed: {status}");
                return Ok(used);
            }
            ensure!(Instant::now() < end, "a measured program never ends");
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A figure of `/proc/PID/status`, which is in kB.
fn status(process: u32, name: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// Time in user and system mode of `/proc/PID/stat`, which is in hundredths of a second.
fn processors(process: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

/// An address of loopback that is free now.
pub fn free_address() -> std::io::Result<SocketAddr> {
    TcpListener::bind("127.0.0.1:0")?.local_addr()
}
