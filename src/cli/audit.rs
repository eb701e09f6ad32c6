//! `audit`: what a search engine would hold against a guide, at an address or of a folder.

use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::{ContentOption, complain, print, serve};
use crate::audit::{self, Audit, Finding, Level, MOST_ADDRESSES, Origin};
use crate::content::Reader;
use crate::live::{Folder, Sites};
use crate::web::{self, Web};

#[derive(Debug, Args)]
pub struct Options {
    /// Where a guide answers already; then no folder is read.
    #[arg(long, value_name = "ADDRESS")]
    address: Option<Origin>,
    #[command(flatten)]
    content: ContentOption,
    /// How findings are drawn.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// How `audit` prints what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line each: `address: rule: what is wrong; what would be right`.
    Human,
    /// One JSON object a line.
    Json,
}

/// Prints all findings, as of `instant`. The exit code is 0 if there are none but notes, 1 if there
/// are, 2 if there is no guide to crawl.
pub fn run(options: &Options, instant: Timestamp, out: &mut dyn Write) -> ExitCode {
    let audited = match &options.address {
        Some(origin) => audit::audit(origin, instant, MOST_ADDRESSES).map_err(|why| anyhow!(why)),
        None => of_folder(options, instant),
    };
    let printed = audited.and_then(|audit| {
        print(&drawn(&audit, options.format), out)?;
        Ok(ExitCode::from(u8::from(audit.count(Level::Error) > 0)))
    });
    printed.unwrap_or_else(|error| {
        complain(&format!("{error:#}"));
        ExitCode::from(2)
    })
}

/// Serves the folder to nobody else, on any free port of this machine, and crawls that.
fn of_folder(options: &Options, instant: Timestamp) -> anyhow::Result<Audit> {
    let folder = Folder {
        path: options.content.content.clone(),
        lenient: false,
        drafts: false,
        reader: Reader::default(),
    };
    // Standard output is for findings alone.
    let Some(site) = serve::read(&folder, instant, &mut io::sink())? else {
        bail!("the content has errors, so there is no guide to crawl");
    };
    let store = serve::builder()(site);
    let images = folder.path.join("assets");
    let web = Arc::new(Web::new(Arc::new(Sites::fixed(store)), images));
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().context("cannot start")?;
    runtime.block_on(async {
        let any = (Ipv4Addr::LOCALHOST, 0).into();
        let (server, bound) = web::listen(web, any, None).context("cannot listen")?;
        let origin: Origin = format!("http://{bound}")
            .parse()
            .map_err(|why: String| anyhow!(why))?;
        let crawled = tokio::task::spawn_blocking(move || {
            audit::audit(&origin, instant, MOST_ADDRESSES).map_err(|why| anyhow!(why))
        });
        tokio::select! {
            audited = crawled => audited.context("the audit failed")?,
            served = server => {
                served.context("the server failed")?;
                bail!("the server ended before the audit");
            }
        }
    })
}

fn drawn(audit: &Audit, format: Format) -> String {
    let draw = match format {
        Format::Human => line,
        Format::Json => json,
    };
    let mut text: String = audit.findings.iter().map(draw).collect();
    if format == Format::Human {
        let (errors, notes) = (audit.count(Level::Error), audit.count(Level::Note));
        let (pages, addresses) = (audit.pages, audit.addresses);
        text.push_str(&format!(
            "{pages} pages, {addresses} addresses: {errors} findings, {notes} notes\n"
        ));
    }
    text
}

fn line(finding: &Finding) -> String {
    let Finding {
        address,
        rule,
        level,
        wrong,
        right,
    } = finding;
    let note = match level {
        Level::Error => "",
        Level::Note => "note: ",
    };
    format!("{address}: {note}{rule}: {wrong}; right is: {right}\n")
}

fn json(finding: &Finding) -> String {
    let line = serde_json::to_string(finding).expect("a finding has only text for keys");
    format!("{line}\n")
}
