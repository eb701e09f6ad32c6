//! Somebody who has never written for the guide: from `new` to a page that readers see, with mistakes
//! on the way that are found and mended by their messages alone.

use serde_json::Value;
use tempfile::TempDir;

use super::{run, text, write};
use crate::http::client::Client;
use crate::serving::{Serving, name, site};

const FILE: &str = "guides/my-article.md";

/// What stands below the front matter.
const BODY: &str = "
Learn <skill:sql> first: it outlives every product. A <term:api> hides it from those who call it.

## What people use

```@figure
usage = \"databases-2025\"
figure = \"postgresql\"
```

| Database | For |
| --- | --- |
| PostgreSQL | most things |
| MySQL | the web |

> [!TIP]
> Begin with the one that your team runs.

## What it pays

A [backend developer](role:backend-developer#pay) uses a database every day.

```@salary
role = \"backend-developer\"
region = \"us\"
```
";

/// How the newcomer mends what a message tells.
#[derive(Clone, Copy)]
enum Mend {
    /// What the message proposes is put in the place that it points at.
    Proposed,
    /// This, which the message names, in place of what it points at.
    Named(&'static str),
}

/// A mistake: what is right, what is written instead, the code, the words of the message that an
/// editor needs, and how it is mended.
type Mistake = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    Mend,
);

const MISTAKES: [Mistake; 20] = [
    (
        "status = \"published\"",
        "status = \"publised\"",
        "fm-value",
        &["`publised`"],
        Mend::Proposed,
    ),
    (
        "status = \"published\"",
        "status = published",
        "fm-syntax",
        &["no quotes"],
        Mend::Proposed,
    ),
    (
        "form = \"guide\"",
        "form: guide",
        "fm-syntax",
        &["`form`", "`=`"],
        Mend::Proposed,
    ),
    (
        "title = \"Choosing a database\"",
        "title = “Choosing a database”",
        "fm-syntax",
        &["straight quotes"],
        Mend::Proposed,
    ),
    (
        "authors = [\"editors\"]",
        "authors = \"editors\"",
        "fm-type",
        &["is not a list"],
        Mend::Proposed,
    ),
    (
        "skills = [\"sql\"]",
        "skils = [\"sql\"]",
        "fm-unknown-key",
        &["not a field"],
        Mend::Proposed,
    ),
    (
        "<skill:sql>",
        "<skil:sql>",
        "ref-unknown",
        &["`skil` is not a kind"],
        Mend::Proposed,
    ),
    (
        "<skill:sql>",
        "<role:sql>",
        "ref-unknown",
        &["no role `sql`"],
        Mend::Proposed,
    ),
    (
        "<skill:sql>",
        "[SQL] (skill:sql)",
        "md-literal",
        &["no space"],
        Mend::Proposed,
    ),
    (
        "<skill:sql>",
        "[[sql]]",
        "md-literal",
        &["not read as a link"],
        Mend::Proposed,
    ),
    (
        "<skill:sql>",
        "[SQL](/skills/sql)",
        "link-root",
        &["not a typed link"],
        Mend::Proposed,
    ),
    (
        "```@figure",
        "```@figur",
        "block-unknown",
        &["is not a block"],
        Mend::Proposed,
    ),
    (
        "figure = \"postgresql\"",
        "figure = \"postgres\"",
        "ref-unknown",
        &["no figure `postgres`", "usage/databases-2025.toml"],
        Mend::Proposed,
    ),
    (
        "region = \"us\"",
        "region = \"USA\"",
        "ref-unknown",
        &["vocabulary/regions.toml", "one of: world, us,"],
        Mend::Named("\"us\""),
    ),
    (
        "| most things |",
        "| most things | all |",
        "md-table-columns",
        &["3 cells, the table 2"],
        Mend::Named("| PostgreSQL | most things |"),
    ),
    (
        "> [!TIP]",
        "> [!HINT]",
        "md-callout",
        &["not a callout", "[!TIP]"],
        Mend::Named("[!TIP]"),
    ),
    (
        "## What it pays",
        "##What it pays",
        "md-literal",
        &["a space follows"],
        Mend::Proposed,
    ),
    (
        "## What it pays",
        "# What it pays",
        "md-h1",
        &["first level"],
        Mend::Proposed,
    ),
    (
        "role:backend-developer#pay",
        "role:backend-developer#salary",
        "link-anchor",
        &["no place `#salary`", " pay,"],
        Mend::Named("role:backend-developer#pay"),
    ),
    (
        "every day.",
        "every day, for $100k.",
        "md-pay",
        &["amount of money", "@salary"],
        Mend::Named("pay as below"),
    ),
];

/// What `check` says of the article.
fn said(folder: &TempDir) -> Vec<Value> {
    let (_, lines, _) = run(folder, &["check", "--format", "json"]);
    let said = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let path = folder.path().join(FILE).display().to_string();
    said.filter(|it: &Value| it["path"] == path).collect()
}

/// The offset of a line and column that a message names.
fn offset(text: &str, line: &Value, column: &Value) -> usize {
    let (line, column) = (line.as_u64().unwrap(), column.as_u64().unwrap());
    let start: usize = text
        .split_inclusive('\n')
        .take(line as usize - 1)
        .map(str::len)
        .sum();
    let letters = text[start..].char_indices().nth(column as usize - 1);
    letters.map_or(text.len(), |(at, _)| start + at)
}

/// The text as somebody mends it who knows the message and nothing else.
fn mended(text: &str, message: &Value, mend: Mend) -> String {
    let start = offset(text, &message["line"], &message["column"]);
    let end = offset(text, &message["end_line"], &message["end_column"]);
    let pointed = &text[start..end];
    let new = match mend {
        Mend::Named(new) => new.to_owned(),
        Mend::Proposed => proposed(pointed, message),
    };
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    // A proposal that shows the whole line takes its place.
    let before = &text[line..start];
    let is_line = !before.is_empty() && (new.starts_with(before) || new.ends_with(pointed));
    let from = if is_line { line } else { start };
    format!("{}{new}{}", &text[..from], &text[end..])
}

fn proposed(pointed: &str, message: &Value) -> String {
    let help = message["help"]
        .as_str()
        .expect("the message proposes something");
    let quoted = |words: &str| words.split('`').nth(1).map(str::to_owned);
    match (
        help.starts_with("did you mean"),
        help.strip_prefix("write "),
    ) {
        (true, _) => {
            let (old, new) = (quoted(message["message"].as_str().unwrap()), quoted(help));
            let (old, new) = (old.unwrap(), new.unwrap());
            // A whole name, `skill:sql`, in place of a whole name; else one word for another.
            match new.contains(':') {
                true => new,
                false => pointed.replace(&old, &new),
            }
        }
        (false, Some(words)) => quoted(words).unwrap(),
        (false, None) => help.to_owned(),
    }
}

/// What the newcomer fills into a new file.
fn filled(text: &str) -> String {
    let summary = "Which database to learn first, how many people use it, and what it pays.";
    let filled = text
        .replace("summary = \"\"", &format!("summary = \"{summary}\""))
        .replace("status = \"draft\"", "status = \"published\"")
        .replace("form = \"\"", "form = \"guide\"")
        .replace("#authors = []", "authors = [\"editors\"]")
        .replace("#skills = []", "skills = [\"sql\"]");
    filled + BODY
}

#[test]
fn a_newcomer_comes_to_a_page_by_the_messages_alone() {
    let folder = site(None);
    let title = "Choosing a database";
    let (code, _, err) = run(&folder, &["new", "guide", "my-article", "--title", title]);
    assert_eq!(code, Some(0), "{err}");
    // What is left to fill in is said, each field with what it takes.
    let empty: Vec<Value> = said(&folder);
    let labels: Vec<&str> = empty.iter().filter_map(|it| it["label"].as_str()).collect();
    assert_eq!(
        labels,
        [
            "40 to 160 characters",
            "one of: guide, comparison, explainer"
        ]
    );
    write(&folder, FILE, &filled(&text(&folder, FILE)));

    // Nobody can come to it, which is said once.
    let [orphan] = &said(&folder)[..] else {
        panic!("{:?}", said(&folder));
    };
    assert_eq!(orphan["code"], "orphan");
    super::replace(
        &folder,
        "guides/frontend-and-backend.md",
        "Try both",
        "Read <guide:my-article>. Try both",
    );
    assert_eq!(said(&folder), [Value::Null; 0]);

    make_mistakes(&folder);
    published(&folder);
}

/// Makes each mistake, finds it by its message, and mends it as that says.
fn make_mistakes(folder: &TempDir) {
    let good = text(folder, FILE);
    for (right, wrong, code, words, mend) in MISTAKES {
        assert_eq!(good.matches(right).count(), 1, "{right}");
        let bad = good.replace(right, wrong);
        write(folder, FILE, &bad);
        let said = said(folder);
        let [message] = &said[..] else {
            panic!("{wrong}: {said:?}");
        };
        assert_eq!(message["code"], code, "{wrong}");
        let line = bad[..bad.find(wrong).unwrap()].matches('\n').count() + 1;
        assert_eq!(message["line"], line, "{wrong}");
        let all = ["message", "label", "help"].map(|part| message[part].as_str().unwrap_or(""));
        for word in words {
            assert!(all.join("\n").contains(word), "{wrong}: {word} in {all:?}");
        }
        write(folder, FILE, &mended(&bad, message, mend));
        assert_eq!(
            self::said(folder),
            [Value::Null; 0],
            "{wrong}: {}",
            text(folder, FILE)
        );
    }
    write(folder, FILE, &good);
}

/// Readers see the page with all that it was made of.
fn published(folder: &TempDir) {
    let (code, said, _) = run(folder, &["why", "guide:my-article"]);
    assert_eq!(code, Some(0), "{said}");
    let serving = Serving::start(&["--content", name(folder)]);
    let reply = Client::at(serving.address).ask("GET", "/guides/my-article", &[]);
    assert_eq!(reply.status, 200);
    let page = String::from_utf8(reply.body).unwrap();
    for part in [
        "<h1>Choosing a database</h1>",
        "55.6%",
        "<td>most things</td>",
        "class=\"callout",
        "<svg",
        "135,980",
        "href=\"/skills/sql\"",
        "href=\"/glossary/api\"",
        "href=\"/roles/backend-developer#pay\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}
