//! What a schema cannot show: an example of each block, and the forms that a text knows beside
//! CommonMark. A test writes all of them into a guide and asks `check`.

/// The body of an example of a block.
///
/// # Panics
///
/// If there is none: a test asks for all of them.
pub fn block(name: &str) -> &'static str {
    let example = BLOCKS.iter().find(|(known, _)| *known == name);
    example.expect("every block has an example").1
}

const BLOCKS: [(&str, &str); 8] = [
    ("salary", "role = \"backend-developer\"\nregion = \"us\"\n"),
    (
        "figure",
        "usage = \"databases-2025\"\nfigure = \"postgresql\"\n",
    ),
    ("chart", "usage = \"databases-2025\"\ntop = 2\n"),
    ("skills", "skills = [\"sql\", \"http\"]\n"),
    ("levels", "skill = \"sql\"\n"),
    (
        "steps",
        r#"[[steps]]
title = "Write the query"
text = "Say in words what a row of the answer is, then write it."
time = "1–2 hours"

[[steps]]
title = "Read its plan"
text = "You can name the index that it uses."
"#,
    ),
    ("jobs", "role = \"backend-developer\"\n"),
    ("include", "snippet = \"titles\"\n"),
];

/// What is written, and what becomes of it; `{kinds}` and `{callouts}` stand for lists of words.
pub const FORMS: [(&str, &str); 12] = [
    (
        "<skill:sql>",
        "A link with the title of the document as its text. The word is a kind: {kinds}.",
    ),
    (
        "[how joins work](skill:sql#levels)",
        "A link with words of your own, to a section. `check` knows the document and the section.",
    ),
    (
        "<term:api>",
        "A link to a term of the glossary, with its definition at hand.",
    ),
    (
        "[own words](#a-heading)",
        "A link to a heading of the same page.",
    ),
    (
        "[all pay](/salaries)",
        "A link to a page without a document: `/`, `/salaries`, `/figures`, `/editors` and the lists, `/roles`.",
    ),
    (
        "[the manual](https://www.postgresql.org/docs/)",
        "A link out of the guide.",
    ),
    (
        "Half of them use it.[^survey]",
        "A citation, if `survey` is the id of a `[[source]]`; else a note, whose words follow `[^survey]:`.",
    ),
    (
        "> [!NOTE]\n> Words that stand out.",
        "A callout: {callouts}.",
    ),
    (
        "![A ladder with five rungs](ladder.svg \"The usual ladder\")",
        "A picture of `assets/`. Alone in a paragraph it is a figure, with the title as its caption.",
    ),
    (
        "## Your heading {#its-anchor}",
        "A heading with an anchor of its own, which stays when the words change.",
    ),
    (
        "#### Answer",
        "Folds what follows it, up to the next heading.",
    ),
    (
        "| Skill | Hours |\n| --- | ---: |\n| SQL | 40 |",
        "A table; `career-guide fmt` aligns it.",
    ),
];
