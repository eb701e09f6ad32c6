//! The same articles for Hugo: the same Markdown below a front matter that Hugo reads, and the
//! least theme that shows them, a page and a list.

use std::fs;
use std::path::Path;
use std::process::Command;

const CONFIG: &str = r#"baseURL = "http://127.0.0.1/"
languageCode = "en"
title = "Fixture Guide"
disableKinds = ["taxonomy", "term"]
"#;

const BASE: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head>
<body><header><a href="/">{{ .Site.Title }}</a></header>
<main><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</main></body></html>
"#;

const SINGLE: &str = r#"{{ define "main" }}<p>{{ .Description }}</p>{{ .Content }}{{ end }}
"#;

const LIST: &str = r#"{{ define "main" }}{{ .Content }}<ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"#;

/// Writes a folder for Hugo with the articles of a guide.
pub fn write_site(guide: &Path, site: &Path) -> std::io::Result<()> {
    let layouts = site.join("layouts/_default");
    fs::create_dir_all(&layouts)?;
    fs::write(site.join("config.toml"), CONFIG)?;
    for (name, text) in [("baseof", BASE), ("single", SINGLE), ("list", LIST)] {
        fs::write(layouts.join(format!("{name}.html")), text)?;
    }
    fs::write(layouts.join("index.html"), LIST)?;
    let articles = site.join("content/guides");
    fs::create_dir_all(&articles)?;
    for entry in fs::read_dir(guide.join("guides"))? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path())?;
        fs::write(articles.join(entry.file_name()), translated(&text))?;
    }
    Ok(())
}

/// The article with the fields that Hugo knows; those of the guide stay as parameters.
fn translated(text: &str) -> String {
    let mut lines = text.lines();
    let mut front = String::new();
    for line in lines.by_ref() {
        match line.split_once(" = ") {
            Some(("summary", value)) => front += &format!("description = {value}\n"),
            Some(("published", value)) if !front.contains("\ndate = ") => {
                front += &format!("date = {value}\n");
            }
            Some(("status" | "tags" | "authors", _)) => {}
            _ => front += &format!("{line}\n"),
        }
        if line == "+++" && front.len() > 4 {
            break;
        }
    }
    let body: Vec<&str> = lines.collect();
    format!("{front}{}\n", body.join("\n"))
}

/// Builds the whole site into a folder.
pub fn build(site: &Path, into: &Path) -> Command {
    let mut command = Command::new("hugo");
    command.arg("--quiet").arg("--source").arg(site);
    command.arg("--destination").arg(into);
    command
}

/// Serves the site as it is edited, as `hugo server` does by itself: from memory, and drawing again
/// only what it thinks is looked at.
pub fn server(site: &Path, port: u16) -> Command {
    let mut command = Command::new("hugo");
    command.args(["server", "--bind", "127.0.0.1", "--port"]);
    command.arg(port.to_string()).arg("--source").arg(site);
    command
}

/// What `hugo version` says: `v0.111.3+extended`.
pub fn version() -> Option<String> {
    let said = Command::new("hugo").arg("version").output().ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.split_whitespace().nth(1).map(str::to_owned)
}
