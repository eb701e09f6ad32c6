use std::fs;
use std::path::Path;

use career_guide::content::editor_files;
use regex::Regex;
use serde_json::Value;
use tempfile::TempDir;

use super::{ended, run};
use crate::serving::{name, site};

/// With `UPDATE_EXPECT=1` the files of the repository are written instead of compared.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "UPDATE_EXPECT=1 writes the files anew; only this test reads it"
)]
fn the_files_for_editors_are_those_that_the_program_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = TempDir::new().unwrap();
    let (code, said, err) = ended(&["schema", name(&folder)]);
    assert_eq!(code, Some(0), "{err}");
    assert_eq!(said.lines().count(), editor_files().len());
    for (file, text) in editor_files() {
        assert_eq!(fs::read_to_string(folder.path().join(&file)).unwrap(), text);
        let shelf = if file.ends_with(".json") {
            "docs/schema"
        } else {
            ".vscode"
        };
        let committed = root.join(shelf).join(&file);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&committed, &text).unwrap();
        }
        let same = fs::read_to_string(&committed).is_ok_and(|it| it == text);
        assert!(same, "{shelf}/{file}: write it anew with UPDATE_EXPECT=1");
    }
}

#[test]
fn each_rule_of_the_toml_extension_names_a_schema_and_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(".taplo.toml")).unwrap();
    let rules: toml::Table = text.parse().unwrap();
    for rule in rules["rule"].as_array().unwrap() {
        let schema = rule["schema"]["path"].as_str().unwrap();
        assert!(root.join(schema).is_file(), "{schema}");
        let files = rule["include"][0].as_str().unwrap();
        let folder = files.trim_end_matches("/*.toml");
        assert!(root.join(folder).exists(), "{files}");
    }
}

#[test]
fn the_editor_understands_what_check_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tasks = fs::read_to_string(root.join(".vscode/tasks.json")).unwrap();
    let tasks: Value = serde_json::from_str(&tasks).unwrap();
    let pattern = &tasks["tasks"][0]["problemMatcher"]["pattern"];
    let pattern = Regex::new(pattern["regexp"].as_str().unwrap()).unwrap();
    let folder = site(Some("twenty-mistakes"));
    let (_, said, _) = run(&folder, &["check", "--format", "short"]);
    let (lines, _) = said.trim_end().rsplit_once('\n').unwrap();
    for line in lines.lines() {
        let found = pattern.captures(line).expect(line);
        assert!(Path::new(&found[1]).is_file(), "{line}");
        assert!(found[2].parse::<usize>().is_ok_and(|line| line > 0));
    }
}
