//! A synthetic guide: the fixture guide of the tests, and articles of 8 kB that are valid beside it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context as _;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/site");

/// How long an article is, in bytes, give or take a section: what is still missing when the last one begins.
const LENGTH: usize = 7_000;

const WORDS: [&str; 48] = [
    "service",
    "request",
    "table",
    "index",
    "team",
    "review",
    "change",
    "failure",
    "reader",
    "writer",
    "queue",
    "cache",
    "release",
    "deadline",
    "test",
    "measure",
    "plan",
    "record",
    "answer",
    "question",
    "customer",
    "engineer",
    "week",
    "month",
    "system",
    "network",
    "program",
    "owner",
    "design",
    "cost",
    "reason",
    "habit",
    "limit",
    "signal",
    "report",
    "version",
    "account",
    "message",
    "order",
    "budget",
    "choice",
    "lesson",
    "method",
    "result",
    "schedule",
    "source",
    "structure",
    "trade",
];

const VERBS: [&str; 16] = [
    "needs",
    "shows",
    "follows",
    "explains",
    "limits",
    "repeats",
    "carries",
    "replaces",
    "tests",
    "records",
    "answers",
    "delays",
    "supports",
    "describes",
    "changes",
    "keeps",
];

const TAGS: [&str; 6] = [
    "databases",
    "frontend",
    "getting-in",
    "getting-on",
    "interfaces",
    "operations",
];

/// Writes a guide with so many articles; the same seed writes the same bytes.
///
/// # Errors
///
/// If the folder cannot be written.
pub fn write_guide(folder: &Path, articles: usize, seed: u64) -> anyhow::Result<()> {
    let written = || -> std::io::Result<()> {
        copy(Path::new(FIXTURE), folder)?;
        for number in 0..articles {
            let article = Article::new(number, articles, seed).text();
            fs::write(folder.join(file(number)), article)?;
        }
        Ok(())
    };
    written().with_context(|| format!("cannot write {}", folder.display()))
}

/// The id of an article: `article-00042`.
pub fn id(number: usize) -> String {
    format!("article-{number:05}")
}

/// The file of an article inside the content folder.
pub fn file(number: usize) -> String {
    format!("guides/{}.md", id(number))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy(&entry.path(), &to)?,
            false => fs::copy(entry.path(), to).map(drop)?,
        }
    }
    Ok(())
}

/// An article on its way to a text.
struct Article {
    number: usize,
    /// How many there are: articles name each other.
    articles: usize,
    /// The state of a linear congruential generator (Knuth's MMIX).
    state: u64,
    text: String,
}

impl Article {
    fn new(number: usize, articles: usize, seed: u64) -> Self {
        Article {
            number,
            articles,
            state: seed.wrapping_mul(1_000_003).wrapping_add(number as u64),
            text: String::new(),
        }
    }

    fn text(mut self) -> String {
        self.front_matter();
        self.paragraph();
        self.push("## What it is\n\n");
        self.paragraph();
        self.push(
            "It rests on <skill:http> and on <skill:sql>, and <term:api> names it.[^work]\n\n",
        );
        self.paragraph();
        self.push("> [!NOTE]\n> Titles differ between firms.\n\n## What it is beside\n\n");
        self.table();
        self.push("```@figure\nusage = \"databases-2025\"\nfigure = \"postgresql\"\n```\n\n");
        self.push("## What goes with it\n\n");
        self.links();
        self.push("```@salary\nrole = \"backend-developer\"\nregion = \"us\"\n```\n\n");
        self.code();
        let mut section = 0;
        while self.text.len() < LENGTH {
            section += 1;
            self.push(&format!("## Case {section}\n\n"));
            for _ in 0..3 {
                self.paragraph();
            }
            self.push(&format!("### What case {section} shows\n\n"));
            self.list();
        }
        self.text
    }

    fn front_matter(&mut self) {
        let (tag, day) = (TAGS[self.below(6)], 1 + self.below(28));
        let (first, second) = (self.word(), self.word());
        let number = self.number;
        let front = format!(
            r#"+++
title = "Article {number}: the {first} and the {second}"
summary = "What the {first} asks of the {second}, what it costs, and where article {number} ends."
status = "published"
published = 2026-03-{day:02}
updated = 2026-09-{day:02}
reviewed = 2026-11-01
authors = ["editors"]
tags = ["{tag}"]
form = "guide"
roles = ["backend-developer"]
skills = ["http", "sql"]

[[source]]
id = "work"
title = "Occupational Employment and Wage Statistics, May 2025"
publisher = "U.S. Bureau of Labor Statistics"
url = "https://www.bls.gov/oes/tables.htm"
published = 2026-05-01
retrieved = 2026-09-01
+++

"#
        );
        self.push(&front);
    }

    fn table(&mut self) {
        self.push("| | Before | After |\n| --- | --- | --- |\n");
        for row in 1..=6 {
            let (a, b, c) = (self.word(), self.word(), self.word());
            self.push(&format!("| {a} {row} | {b} | {c} |\n"));
        }
        self.push("\n");
    }

    /// Links to three other articles, one of them to a place in it. The first is the next one, so
    /// that somebody names every article.
    fn links(&mut self) {
        let first = id((self.number + 1) % self.articles);
        let [second, third] = [(); 2].map(|()| id(self.below(self.articles)));
        self.push(&format!(
            "- <guide:{first}>\n- [What stands beside it](guide:{second}#what-it-is-beside)\n\
             - <guide:{third}>\n- <role:backend-developer>\n\n"
        ));
    }

    /// Every third article has a query, every third something that is not coloured.
    fn code(&mut self) {
        let name = self.word();
        match self.number % 3 {
            0 => self.push(&format!(
                "```sql\nselect count(*) from {name}s\nwhere answered and week >= 12;\n```\n\n"
            )),
            1 => self.push(&format!("```text\n{name}: 12 of 40\n```\n\n")),
            _ => {}
        }
    }

    fn list(&mut self) {
        for _ in 0..4 {
            let days = 10 + self.below(20);
            self.push("- ");
            self.sentence();
            self.push(&format!(" It takes {days}–{} days.\n", days + 10));
        }
        self.push("\n");
    }

    fn paragraph(&mut self) {
        for _ in 0..5 {
            self.sentence();
            self.push(" ");
        }
        self.text.truncate(self.text.trim_end().len());
        self.push("\n\n");
    }

    fn sentence(&mut self) {
        let subject = self.word();
        let _ = write!(self.text, "The {subject}");
        for clause in 0..2 + self.below(2) {
            let (verb, object) = (VERBS[self.below(VERBS.len())], self.word());
            let joint = if clause == 0 { "" } else { ", and" };
            let article = if self.below(3) == 0 { "*every*" } else { "the" };
            let _ = write!(self.text, "{joint} {verb} {article} {object}");
        }
        self.push(".");
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.below(WORDS.len())]
    }

    fn below(&mut self, limit: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % limit.max(1)
    }
}
