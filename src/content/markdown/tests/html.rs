//! Markdown in, HTML out.

use super::{body, page};
use crate::content::Severity;

fn assert_pages(pairs: &[(&str, &str)]) {
    for (markdown, html) in pairs {
        let rendered = body(markdown);
        assert_eq!(page(&rendered.value).trim_end(), *html, "{markdown}");
        let mut found = rendered.diagnostics;
        found.retain(|it| it.severity == Severity::Error);
        assert_eq!(found, [], "{markdown}");
    }
}

#[test]
fn flow() {
    assert_pages(&[
        (
            "a *b* **c** `d<e`",
            "<p>a <em>b</em> <strong>c</strong> <code>d&lt;e</code></p>",
        ),
        (
            "a & b &copy; &lt;i> \\<b",
            "<p>a &amp; b © &lt;i&gt; &lt;b</p>",
        ),
        ("a\\\nb\nc", "<p>a<br>\nb\nc</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            "3. a\n\n4. b",
            "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>",
        ),
        (
            "- [x] a\n- [ ] b",
            "<ul>\n<li><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\"> a</li>\n\
             <li><input type=\"checkbox\" disabled=\"\" aria-label=\"Done\"> b</li>\n</ul>",
        ),
        ("> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>"),
        (
            "> [!WARNING]\n> a",
            "<div class=\"callout warning\" role=\"note\"><p class=\"callout-title\">Warning</p>\n\
             <p>a</p>\n</div>",
        ),
        // What other dialects would make of these stays as it is written.
        (
            "$50k to $90k, ~60k~\n: b \"c\" [[d]]",
            "<p>$50k to $90k, ~60k~\n: b \"c\" [[d]]</p>",
        ),
        ("---\na: b\n---\n", "<hr>\n{a-b}"),
    ]);
}

#[test]
fn links() {
    assert_pages(&[
        (
            "<skill:sql>",
            "<p><a href=\"/skills/sql\">SQL &amp; joins</a></p>",
        ),
        (
            "[how *it* works](skill:sql#joins)",
            "<p><a href=\"/skills/sql#joins\">how <em>it</em> works</a></p>",
        ),
        (
            "[about](page:about \"us\")",
            "<p><a href=\"/about\" title=\"us\">about</a></p>",
        ),
        (
            "<term:idempotency> [w](term:idempotency)",
            "<p><a href=\"/glossary/idempotency\" class=\"term\" title=\"Twice is &quot;once&quot;.\">\
             Idempotency</a> <a href=\"/glossary/idempotency\" class=\"term\" \
             title=\"Twice is &quot;once&quot;.\">w</a></p>",
        ),
        (
            "<https://x.org/?a=b&c>",
            "<p><a href=\"https://x.org/?a=b&amp;c\" rel=\"external noopener\">https://x.org/?a=b&amp;c</a></p>",
        ),
        (
            "[w](<https://x.org/a b>)",
            "<p><a href=\"https://x.org/a%20b\" rel=\"external noopener\">w</a></p>",
        ),
        (
            "[w][x]\n\n[x]: https://x.org",
            "<p><a href=\"https://x.org\" rel=\"external noopener\">w</a></p>",
        ),
        ("<a@x.org>", "<p><a href=\"mailto:a@x.org\">a@x.org</a></p>"),
        (
            "[w](#pay) [v](/salaries)",
            "<p><a href=\"#pay\">w</a> <a href=\"/salaries\">v</a></p>",
        ),
        // Other files tell whether these exist; a reader never gets a link to nothing.
        ("<skill:none> [w](rol:x)", "<p>none w</p>"),
        (
            "[a <https://x.org> b](skill:sql)",
            "<p><a href=\"/skills/sql\">a https://x.org b</a></p>",
        ),
    ]);
}

#[test]
fn sources_and_notes() {
    assert_pages(&[
        (
            "a[^ons-2025] b[^bls], again[^bls].",
            "<p>a<sup class=\"cite\"><a href=\"#source-ons-2025\" id=\"cite-ons-2025\" \
             aria-label=\"Source 2\">2</a></sup> b<sup class=\"cite\"><a href=\"#source-bls\" \
             id=\"cite-bls\" aria-label=\"Source 1\">1</a></sup>, again<sup class=\"cite\">\
             <a href=\"#source-bls\" id=\"cite-bls-2\" aria-label=\"Source 1\">1</a></sup>.</p>",
        ),
        (
            "[a[^bls]](skill:sql)",
            "<p><a href=\"/skills/sql\">a<sup class=\"cite\">1</sup></a></p>",
        ),
        ("a \\[^bls] `[^bls]`", "<p>a [^bls] <code>[^bls]</code></p>"),
        (
            "a[^My *note*]\n\n[^my *note*]: b",
            "<p>a<sup class=\"note\"><a href=\"#note-my-note\" id=\"noteref-my-note\" \
             aria-label=\"Note 3\">3</a></sup></p>",
        ),
    ]);
}

#[test]
fn notes_are_numbered_after_the_sources_in_the_order_of_their_mention() {
    let notes = body("a[^y] b[^x] c[^y]\n\n[^x]: X.\n\n    - x\n\n[^y]: Y *y*.\n\n[^z]: Z.\n")
        .value
        .notes;
    let told: Vec<_> = notes
        .iter()
        .map(|note| (&*note.id, note.number, &*note.html))
        .collect();
    assert_eq!(
        told,
        [
            (
                "note-y",
                3,
                "<p>Y <em>y</em>. <a class=\"back\" href=\"#noteref-y\" aria-label=\"Back to the text\">↩\u{fe0e}</a></p>\n"
            ),
            (
                "note-x",
                4,
                "<p>X.</p>\n<ul>\n<li>x</li>\n</ul>\n<p><a class=\"back\" href=\"#noteref-x\" \
                 aria-label=\"Back to the text\">↩\u{fe0e}</a></p>\n"
            ),
        ]
    );
}

#[test]
fn pictures() {
    let picture = "<img src=\"/assets/ladder.png\" alt=\"A &quot;b&quot; c\" width=\"640\" height=\"480\" \
                   loading=\"lazy\" decoding=\"async\">";
    assert_pages(&[
        (
            "![A \"b\" *c*](ladder.png \"Five < six\")",
            &format!("<figure>{picture}<figcaption>Five &lt; six</figcaption></figure>"),
        ),
        (
            "![A \"b\" c](ladder.png)\n",
            &format!("<figure>{picture}</figure>"),
        ),
        ("![A \"b\" c](ladder.png) d", &format!("<p>{picture} d</p>")),
        ("d ![A \"b\" c](ladder.png)", &format!("<p>d {picture}</p>")),
        (
            "[![A \"b\" c](ladder.png)](skill:sql)",
            &format!("<p><a href=\"/skills/sql\">{picture}</a></p>"),
        ),
        (
            "![a ![b](c.png) [d](skill:sql)](new.svg)",
            "<figure><img src=\"/assets/new.svg\" alt=\"a b d\" loading=\"lazy\" decoding=\"async\"></figure>",
        ),
    ]);
}

#[test]
fn tables() {
    assert_pages(&[
        (
            "| | Pay | x |\n|---|--:|:-:|\n| a \\| b | 1 | |\n",
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: A guide\"><table>\n\
             <thead><tr><td></td><th scope=\"col\" class=\"end\">Pay</th><th scope=\"col\" class=\"center\">x</th>\
             </tr></thead>\n<tbody>\n<tr><td>a | b</td><td class=\"end\">1</td><td class=\"center\"></td></tr>\n\
             </tbody></table></div>",
        ),
        (
            "## \"P\"\n\n|a|\n|-|\n\n|b|\n|-|\n",
            "{p}\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: &quot;P&quot;\"><table>\n\
             <thead><tr><th scope=\"col\">a</th></tr></thead>\n</table></div>\n\
             <div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: &quot;P&quot; (2)\"><table>\n\
             <thead><tr><th scope=\"col\">b</th></tr></thead>\n</table></div>",
        ),
    ]);
}

#[test]
fn code() {
    assert_pages(&[
        (
            "```sql\nSELECT 1;\n```",
            "<pre tabindex=\"0\" class=\"code\"><code class=\"language-sql\"><span class=\"h-k\">SELECT </span>\
             <span class=\"h-n\">1</span>;\n</code></pre>",
        ),
        (
            "~~~ x\"y>\n<b>\n~~~",
            "<pre tabindex=\"0\" class=\"code\"><code class=\"language-x&quot;y&gt;\">&lt;b&gt;\n</code></pre>",
        ),
        (
            "    a\n",
            "<pre tabindex=\"0\" class=\"code\"><code>a\n</code></pre>",
        ),
    ]);
}

#[test]
fn answers_are_folded_up_to_the_next_heading_of_their_level() {
    assert_pages(&[(
        "## Try\n\n#### Answer\n\na\n\n##### b\n\n```@jobs\n```\n\n#### Answer\n\nc\n\n## Next\n\n> #### Answer\n",
        "{try}\n<details class=\"answer\"><summary>Answer</summary>\n<p>a</p>\n<h5 id=\"b\">b</h5>\n{block}\n\
         </details>\n<details class=\"answer\"><summary>Answer</summary>\n<p>c</p>\n</details>\n{next}\n\
         <blockquote>\n<h4 id=\"answer\">Answer</h4>\n</blockquote>",
    )]);
}

#[test]
fn a_snippet_stands_in_place_of_the_block_that_names_it() {
    assert_pages(&[(
        "x[^n]\n\n```@include\nsnippet = \"note\"\n```\n\n[^n]: Outside.\n",
        "<p>x<sup class=\"note\"><a href=\"#note-n\" id=\"noteref-n\" aria-label=\"Note 3\">3</a></sup></p>\n\
         <p>Noted<sup class=\"note\"><a href=\"#note-n-2\" id=\"noteref-n-2\" aria-label=\"Note 4\">4</a></sup>.</p>",
    )]);
}
