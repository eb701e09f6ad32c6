//! Faults planted for the rules: a rule that sees nothing is seen.

use super::rust::{file_access, knowledge, layers, names};
use super::text::{dead_paths, inline_code, style};
use super::{Fault, LONGEST, length};

type Rule = fn(&str, &str) -> Vec<Fault>;

/// Rule, path, text, and the lines at which the rule must speak.
const PLANTED: &[(Rule, &str, &str, &[usize])] = &[
    (layers, "src/site.rs", "use crate::pages::Page;", &[1]),
    (
        layers,
        "src/site.rs",
        "use crate::site::Role;\nuse super::web;",
        &[2],
    ),
    (
        layers,
        "src/site/role.rs",
        "use super::pages;\nuse super::super::pages;",
        &[2],
    ),
    (
        layers,
        "src/site/role.rs",
        "mod tests {\n    use super::super::Id;\n}",
        &[],
    ),
    (
        layers,
        "src/site/role.rs",
        "mod tests {\n    use super::super::super::web;\n}",
        &[2],
    ),
    (
        layers,
        "src/pages.rs",
        "use crate::{\n    site::{Role, web},\n    content::load,\n};",
        &[3],
    ),
    (
        layers,
        "src/live.rs",
        "// crate::web\nfn f() -> &'static str { \"crate::web\" }",
        &[],
    ),
    (
        layers,
        "src/live.rs",
        "fn f() { let _ = ('\"', crate::web::app(), '\"'); }",
        &[1],
    ),
    (
        layers,
        "src/live.rs",
        "const A: &str = r#\"crate::web \" \"#; use crate::cli;",
        &[1],
    ),
    (layers, "src/web.rs", "use crate::content::load;", &[1]),
    (
        layers,
        "src/cli/serve.rs",
        "use crate::{content, live, pages, site, web};",
        &[],
    ),
    (layers, "src/extra.rs", "", &[1]),
    (layers, "src/main.rs", "use career_guide::{cli, web};", &[1]),
    (
        knowledge,
        "src/content.rs",
        "use pulldown_cmark::Parser;",
        &[1],
    ),
    (
        knowledge,
        "src/content/markdown/links.rs",
        "use pulldown_cmark::Parser;",
        &[],
    ),
    (knowledge, "src/live.rs", "\nuse actix_web::web;", &[2]),
    (knowledge, "src/web.rs", "use askama::Template;", &[1]),
    (
        file_access,
        "src/web/assets.rs",
        "use std::{fs};\nfn f() { fs::read(\"\"); }",
        &[2],
    ),
    (file_access, "src/pages.rs", "use std::fs::File;", &[1]),
    (file_access, "src/content.rs", "use std::fs;", &[]),
    (length, "src/web/mod.rs", "", &[1]),
    (names, "src/utils.rs", "", &[1]),
    (
        names,
        "src/web.rs",
        "\nfn get_role() {}\nfn target() {}\nmod helpers;",
        &[2, 4],
    ),
    (
        inline_code,
        "",
        "<p style=\"x\">\n<p class=\"style\">\n<p data-style=\"\">",
        &[1],
    ),
    (
        inline_code,
        "",
        "<script>\n<a onclick=\"x\">\n<p>once = on</p>",
        &[1, 2],
    ),
    (
        inline_code,
        "",
        "<script src=\"{{ layout.asset(\"search.js\") }}\" defer></script>\n\
         <script src=\"{{ layout.asset(\"other.js\") }}\" defer></script>\n\
         <script src=\"{{ layout.asset(\"search.js\") }}\" defer></script><script>x</script>",
        &[2, 3],
    ),
    (
        style,
        "",
        "a { margin-left: 1px }\n/* left: 0 */\nb { inset-inline: 0;\n  left: 0; }",
        &[1, 4],
    ),
    (
        style,
        "",
        "a { text-align: right; max-width: 1px }\nb { border-block-end: 0 }",
        &[1, 1],
    ),
    (
        style,
        "",
        "@import \"x.css\";\na { background: url(https://a.example/) }",
        &[1, 2],
    ),
    (
        dead_paths,
        "",
        "`src/lib.rs`, `src/none.rs`\n`/roles/x` `a\n\n[x](none.md)",
        &[4, 1],
    ),
    (
        dead_paths,
        "",
        "```\n`src/none.rs`\n```\n`tests/none/` `src/pages*`",
        &[4],
    ),
];

#[test]
fn every_rule_sees_planted_faults() {
    for (rule, path, text, lines) in PLANTED {
        let faults = rule(path, text);
        let seen: Vec<usize> = faults.iter().map(|(line, _)| *line).collect();
        assert_eq!(seen, *lines, "{path} {text:?}: {faults:?}");
    }
}

#[test]
fn long_files_are_seen() {
    assert_eq!(length("src/web.rs", &"\n".repeat(LONGEST)), []);
    assert_eq!(length("src/web.rs", &"\n".repeat(LONGEST + 1)).len(), 1);
}
