//! HTML in Markdown: what an editor may have wanted, and how to write it.

/// The name of a tag, `br` of `<br/>`, lower case; `!--` of a comment.
pub(super) fn name(tag: &str) -> String {
    let inside = tag.trim_start_matches(['<', '/']);
    match inside.starts_with('!') {
        true => "!--".to_owned(),
        false => inside
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .take(40)
            .collect::<String>()
            .to_ascii_lowercase(),
    }
}

/// What to write instead of the tag of this name.
pub(super) fn instead(name: &str) -> &'static str {
    match name {
        "!--" => "delete the comment; it would be public in the page's Markdown",
        "a" => "write `[words](skill:sql)` or `[words](https://…)`",
        "b" | "strong" => "write `**words**`",
        "i" | "em" => "write `*words*`",
        "br" => "end the line with a backslash: `\\`",
        "code" | "kbd" | "samp" | "tt" => "put the words in back-ticks",
        "pre" => "put the lines between ``` and ```",
        "details" | "summary" => "write the heading `#### Answer`; what follows it is folded",
        "img" | "picture" | "figure" => "write `![what it shows](file.png \"caption\")`",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "write `## Heading`",
        "hr" => "write `---` between two empty lines",
        "ul" | "ol" | "li" => "begin the lines with `- ` or `1. `",
        "blockquote" | "q" => "begin the line with `> `",
        "table" | "tr" | "td" | "th" | "thead" | "tbody" => "write the rows as `| one | two |`",
        "p" | "div" | "span" | "section" | "font" | "center" | "u" => "write the words alone",
        "script" | "style" | "iframe" | "video" | "object" | "embed" => {
            "leave it out; link to it with `[words](https://…)`"
        }
        _ => "if it is code, put it in back-ticks",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_name_of_a_tag_is_read_from_any_form_of_it() {
        for (tag, name) in [
            ("<br/>", "br"),
            ("</Details>", "details"),
            ("<img src=x>", "img"),
            ("<!-- x -->", "!--"),
            ("<h1>", "h1"),
        ] {
            assert_eq!(super::name(tag), name, "{tag}");
        }
    }
}
