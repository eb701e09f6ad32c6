//! `--since`: the messages that the changes of a branch can have caused, as git tells them.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::content::Diagnostic;

/// The files inside a content folder that have changed since a commit: committed, staged, unstaged or
/// untracked, new, other or gone.
pub struct Changed(BTreeSet<String>);

impl Changed {
    /// Asks git for the changes below `content` since `commit`: a branch, a tag, a hash.
    ///
    /// # Errors
    ///
    /// If there is no git, no repository, or no such commit.
    pub fn since(content: &Path, commit: &str) -> anyhow::Result<Changed> {
        if commit.is_empty() || commit.starts_with('-') {
            bail!("--since: `{commit}` is not the name of a commit");
        }
        git(content, &["rev-parse", "--is-inside-work-tree"])
            .context("--since: git knows no repository here")?;
        let name = format!("{commit}^{{commit}}");
        let found = git(content, &["rev-parse", "--verify", "--quiet", &name]);
        let found = found.with_context(|| format!("--since: there is no commit `{commit}`"))?;
        let hash = found.trim();
        let compare = [
            "diff",
            "--name-only",
            "--no-renames",
            "--no-ext-diff",
            "--relative",
            "-z",
        ];
        let mut files = BTreeSet::new();
        for arguments in [
            [&compare[..], &[hash, "--", "."]].concat(),
            [&compare[..], &["--cached", hash, "--", "."]].concat(),
            vec![
                "ls-files",
                "--others",
                "--exclude-standard",
                "-z",
                "--",
                ".",
            ],
        ] {
            let listed = git(content, &arguments)?;
            let names = listed.split('\0').filter(|name| !name.is_empty());
            files.extend(names.map(str::to_owned));
        }
        Ok(Changed(files))
    }

    /// Whether a message is about one of these files, or names one.
    pub fn concerns(&self, diagnostic: &Diagnostic) -> bool {
        let about = diagnostic.about.iter();
        about.chain([&diagnostic.file]).any(|file| {
            let inside = format!("{file}/");
            // A folder is one message, and git lists its files.
            self.0.contains(file) || self.0.iter().any(|changed| changed.starts_with(&inside))
        })
    }
}

/// What git says, asked in a folder.
fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .context("--since asks the program git, which cannot be started")?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        bail!("git {}: {}", arguments[0], told.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
