//! Mistakes: the code, the text at the caret, the help.

use super::{body, file, told};

type Told<'a> = (&'a str, &'a str, &'a str);

fn assert_told(cases: &[(&str, &[Told])]) {
    for (text, expected) in cases {
        for text in [(*text).to_owned(), text.replace('\n', "\r\n")] {
            let (file, rendered) = (file(&text), body(&text));
            let told = told(&file, &rendered.diagnostics);
            let told: Vec<_> = told
                .into_iter()
                .map(|(code, at, help)| (code, at.replace('\r', ""), help.to_owned()))
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(code, at, help)| (*code, (*at).to_owned(), (*help).to_owned()))
                .collect();
            assert_eq!(told, expected, "{text}");
        }
    }
}

#[test]
fn links() {
    assert_told(&[
        ("é [w](/roles/x) ü", &[("link-root", "/roles/x", "role:x")]),
        (
            "[w](../skills/sql.md)",
            &[("link-scheme", "../skills/sql.md", "skill:sql")],
        ),
        (
            "é\n[w](JavaScript:x)",
            &[("link-scheme", "JavaScript:x", "")],
        ),
        (
            "[w](java&#x0A;script:x)",
            &[("link-scheme", "java&#x0A;script:x", "")],
        ),
        ("[w](<data:x> \"t\")", &[("link-scheme", "data:x", "")]),
        ("<vbscript:x>", &[("link-scheme", "vbscript:x", "")]),
        (
            "[w][x] [v][x]\n\n[x]: file:///y",
            &[("link-scheme", "file:///y", "")],
        ),
        ("[w]()", &[("link-scheme", "[w]()", "")]),
        (
            "see https://x.org/a_b_c, or **http://y.org**",
            &[
                ("link-bare", "https://x.org/a_b_c", "<https://x.org/a_b_c>"),
                ("link-bare", "http://y.org", "<http://y.org>"),
            ],
        ),
        (
            "[*Click* here](skill:sql)",
            &[("link-text", "Click* here", "")],
        ),
        (
            "see [this][that]",
            &[(
                "md-ref-link",
                "[this][that]",
                "write `[words](skill:sql)` or `[words](https://…)`; code stands in back-ticks",
            )],
        ),
    ]);
}

#[test]
fn notes_and_callouts() {
    assert_told(&[
        (
            "é[^bsl].",
            &[("md-footnote", "[^bsl]", "did you mean `[^bls]`?")],
        ),
        ("a[^nobody_here].", &[("md-footnote", "[^nobody_here]", "")]),
        ("## a[^bls]\n\nb", &[("md-footnote", "[^bls]", "")]),
        ("a[^bls]\n\n[^bls]: b", &[("md-footnote", "[^bls]", "")]),
        (
            "a[^n]\n\n[^n]: b\n\n[^N]: c",
            &[("md-footnote", "[^N]", "")],
        ),
        (
            "> [!WARNNG]\n> a",
            &[("md-callout", "[!WARNNG]", "did you mean `[!WARNING]`?")],
        ),
        (
            "- é\n\n  > [!INFO]\n  > a",
            &[("md-callout", "[!INFO]", "")],
        ),
        (
            "> [!note] a",
            &[("md-callout", "[!note]", "> [!note]\n> a")],
        ),
    ]);
}

#[test]
fn html() {
    assert_told(&[
        (
            "é<br>a",
            &[("md-html", "<br>", "end the line with a backslash: `\\`")],
        ),
        (
            "a <b>c</b> <b>d</b>",
            &[
                ("md-html", "<b>", "write `**words**`"),
                ("md-html", "<b>", "write `**words**`"),
            ],
        ),
        (
            "<details>\n<summary>a</summary>\n\nb\n\n</details>",
            &[(
                "md-html",
                "<details>",
                "write the heading `#### Answer`; what follows it is folded",
            )],
        ),
        (
            "a\n\n<!-- b\nc -->",
            &[(
                "md-html",
                "<!-- b",
                "delete the comment; it would be public in the page's Markdown",
            )],
        ),
        (
            "a Vec<String>",
            &[("md-html", "<String>", "if it is code, put it in back-ticks")],
        ),
        ("</p>", &[("md-html", "</p>", "write the words alone")]),
    ]);
}

#[test]
fn tables_and_pictures() {
    assert_told(&[
        (
            "|é|b|\n|-|-|\n|c|d|e|\n|f|g|\n|h|\n",
            &[
                (
                    "md-table-columns",
                    "|c|d|e|",
                    "write `\\|` for a line that is no border of a cell",
                ),
                (
                    "md-table-columns",
                    "|h|",
                    "write `\\|` for a line that is no border of a cell",
                ),
            ],
        ),
        (
            "|a|b|\n|-|-|\nc\n",
            &[(
                "md-table-columns",
                "c",
                "leave an empty line after the table",
            )],
        ),
        ("![](ladder.png)", &[("img-alt", "![](ladder.png)", "")]),
        (
            "![a](../assets/ladder.png)",
            &[("link-scheme", "../assets/ladder.png", "ladder.png")],
        ),
        (
            "![a](https://x.org/y.png)",
            &[("link-scheme", "https://x.org/y.png", "")],
        ),
    ]);
}

#[test]
fn blocks() {
    assert_told(&[
        (
            "é\n\n```@salry\n```",
            &[("block-unknown", "@salry", "did you mean `@salary`?")],
        ),
        ("```@ jobs\n```", &[("block-unknown", "@", "")]),
        ("~~~ @jobs now\n~~~", &[("block-field", "now", "")]),
        ("- a\n\n  ```@jobs\n  ```", &[("block-field", "@jobs", "")]),
        (
            "```@skills\nrole = \"a\"\ngroup = \"b\"\n```",
            &[("block-field", "@skills", "")],
        ),
        ("```@levels\n```", &[("block-field", "@levels", "")]),
        (
            "```@chart\ntrend = \"a\"\n```",
            &[("block-field", "@chart", "")],
        ),
        (
            "```@jobs\nrole = \"a\"\nskill = \"b\"\n```",
            &[("block-field", "@jobs", "")],
        ),
        (
            "```@include\nsnippet = \"hnt\"\n```",
            &[("ref-unknown", "hnt", "did you mean `hint`?")],
        ),
        (
            "```@include\nsnippet = \"loop\"\n```",
            &[("block-field", "loop", "")],
        ),
        // What is wrong in a snippet is told where it is included.
        (
            "```@include\nsnippet = \"hint\"\n```",
            &[("link-scheme", "hint", "")],
        ),
    ]);
}

#[test]
fn a_wrong_field_of_a_block_is_told_inside_the_block() {
    let text = "é\n\n```@jobs\nrole = 1\n```\n";
    let (file, rendered) = (file(text), body(text));
    let told = told(&file, &rendered.diagnostics);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].0, told[0].1), ("block-field", "1"));
}
