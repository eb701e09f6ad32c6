//! Sections, headings, words, links, references.

use super::super::super::Target;
use super::{body, file, page};
use crate::site::{Block, Kind, Link, Part};

const DIVIDED: &str = "Lead in words.\n\n## Pay & *more*\n\nOne, two – `three`.\n\n### Pay & more\n\n#### Deep {#own-Id .x onclick=y}\n\n\
     > ## Quoted\n\n# First\n\n- ### Listed\n\n## Pay & more\n";

#[test]
fn the_second_level_divides_a_body_into_sections() {
    let body = body(DIVIDED);
    let codes: Vec<_> = body.diagnostics.iter().map(|it| it.code).collect();
    assert_eq!(codes, ["md-h1", "md-heading-duplicate", "md-empty-section"]);
    assert_eq!(
        body.anchors,
        [
            "pay-more",
            "pay-more-2",
            "own-id",
            "quoted",
            "first",
            "listed",
            "pay-more-3"
        ]
    );
    let body = body.value;
    let sections: Vec<_> = body
        .sections
        .iter()
        .map(|section| (&*section.id, &*section.title, &*section.text))
        .collect();
    assert_eq!(
        sections,
        [
            (
                "pay-more",
                "Pay & more",
                "One, two – three. Pay & more Deep Quoted"
            ),
            ("first", "First", "Listed"),
            ("pay-more-3", "Pay & more", ""),
        ]
    );
    let headings: Vec<_> = body.sections[0]
        .headings
        .iter()
        .map(|h| (h.level, &*h.id, &*h.title))
        .collect();
    assert_eq!(
        headings,
        [
            (3, "pay-more-2", "Pay & more"),
            (4, "own-id", "Deep"),
            (3, "quoted", "Quoted")
        ]
    );
    assert_eq!(body.words, 3 + 2 + 3 + 2 + 1 + 1 + 1 + 1 + 2);
}

#[test]
fn sections_keep_what_stands_in_them() {
    assert_eq!(
        page(&body(DIVIDED).value),
        "<p>Lead in words.</p>\n{pay-more}\n<p>One, two – <code>three</code>.</p>\n\
         <h3 id=\"pay-more-2\">Pay &amp; more</h3>\n<h4 id=\"own-id\">Deep</h4>\n\
         <blockquote>\n<h3 id=\"quoted\">Quoted</h3>\n</blockquote>\n{first}\n\
         <ul>\n<li><h3 id=\"listed\">Listed</h3>\n</li>\n</ul>\n{pay-more-3}\n"
    );
}

const STEPS: &str = "```@steps\nsteps = [\n  { title = \"Read\", text = \"One *good* book\" },\n  \
     { title = \"Build\", text = \"It\" },\n]\n```\n";

#[test]
fn the_lead_and_steps_can_be_searched_for() {
    let body = body(&format!(
        "Lead *in* words.[^n]\n\n{STEPS}\n## Section\n\n{STEPS}More.\n\n[^n]: Note.\n"
    ))
    .value;
    let steps = "Read One good book Build It";
    assert_eq!(body.lead_text, format!("Lead in words. {steps}"));
    assert_eq!(body.sections[0].text, format!("{steps} More."));
}

#[test]
fn words_are_those_that_a_reader_reads() {
    for (text, words) in [
        ("one – two", 2),
        ("o*n*e `two`\\\nthree\n- four\n- five", 5),
        ("a\n```sql\nSELECT 1;\n```\nb", 2),
        ("a[^n]\n\n[^n]: b\n\n    ```\n    c\n    ```\n\n    d\n", 3),
        ("| a | b |\n|---|---|\n| c | d |", 4),
        ("a[^n] b[^bls]\n\n[^n]: three words more", 5),
        (&format!("one\n\n{STEPS}\ntwo"), 8),
        ("![a picture](ladder.png)", 2),
    ] {
        assert_eq!(body(text).value.words, words, "{text}");
    }
}

#[test]
fn each_document_is_linked_once_and_each_link_is_a_reference() {
    let text = "<skill:sql> [a](skill:sql#joins) [b](role:backend-developer) [c](guide:here) \
                [d](#e) [f](skill:nope) [g][h] [i][h] ![j](ladder.png)\n\n[h]: term:idempotency#k\n";
    let file = file(text);
    let rendered = body(text);
    let link = |kind, id: &str| Link {
        kind,
        id: id.to_owned(),
    };
    assert_eq!(
        rendered.value.links,
        [
            link(Kind::Skill, "sql"),
            link(Kind::Role, "backend-developer"),
            link(Kind::Term, "idempotency"),
        ]
    );
    let told: Vec<_> = rendered
        .references
        .iter()
        .map(|reference| {
            let target = match &reference.target {
                Target::Document { kind, id, anchor } => {
                    format!("{kind}:{id}#{}", anchor.as_deref().unwrap_or_default())
                }
                other => format!("{other:?}"),
            };
            (&file[reference.span.clone()], target)
        })
        .collect();
    let told: Vec<_> = told.iter().map(|(at, target)| (*at, &**target)).collect();
    assert_eq!(
        told,
        [
            ("skill:sql", "skill:sql#"),
            ("skill:sql#joins", "skill:sql#joins"),
            ("role:backend-developer", "role:backend-developer#"),
            ("guide:here", "guide:here#"),
            ("#e", "guide:here#e"),
            ("skill:nope", "skill:nope#"),
            ("ladder.png", "Asset(\"ladder.png\")"),
            ("term:idempotency#k", "term:idempotency#k"),
        ]
    );
}

#[test]
fn a_block_is_a_part_of_its_own() {
    let text = "a\n\n```@figure\nusage = \"languages-2025\"\nfigure = \"sql\"\n```\n\nb\n";
    let rendered = body(text);
    assert_eq!(rendered.diagnostics, []);
    let [
        Part::Html(before),
        Part::Block(Block::Figure(figure)),
        Part::Html(after),
    ] = &*rendered.value.lead
    else {
        panic!("{:?}", rendered.value.lead);
    };
    assert_eq!(
        (&**before, &*figure.figure, &**after),
        ("<p>a</p>\n", "sql", "<p>b</p>\n")
    );
    let mut references = rendered.references.iter();
    let figure = references.find(|reference| matches!(reference.target, Target::Figure { .. }));
    let span = figure.expect("a reference to the figure").span.clone();
    assert_eq!(&file(text)[span], "sql");
}
