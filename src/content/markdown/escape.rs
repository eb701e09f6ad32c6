//! Words to HTML: the only place where characters become entities.

/// Appends words as they are read between tags. Control characters, which HTML forbids, are left out.
pub(in crate::content) fn text(html: &mut String, words: &str) {
    for letter in words.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            letter if is_forbidden(letter) => {}
            letter => html.push(letter),
        }
    }
}

/// Appends words as the value of an attribute in double quotes.
pub(in crate::content) fn attribute(html: &mut String, words: &str) {
    for (at, piece) in words.split('"').enumerate() {
        if at > 0 {
            html.push_str("&quot;");
        }
        text(html, piece);
    }
}

/// Appends an address as the value of an attribute: what an address cannot hold is percent-encoded,
/// what is encoded already stays.
pub(super) fn address(html: &mut String, address: &str) {
    for letter in address.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => percent(html, letter),
            letter if letter.is_control() => {}
            letter if letter.is_ascii() => html.push(letter),
            letter => percent(html, letter),
        }
    }
}

fn percent(html: &mut String, letter: char) {
    for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
        html.push_str(&format!("%{byte:02X}"));
    }
}

/// Control characters and the code points that Unicode keeps from being characters.
fn is_forbidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t'))
        || matches!(letter, '\u{fdd0}'..='\u{fdef}')
        || u32::from(letter) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    #[test]
    fn characters_that_mean_something_to_html_are_written_as_entities() {
        for (words, inside_a_tag) in [
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
            ("\"quoted\"", "&quot;quoted&quot;"),
            ("bell\u{7} and\u{ffff} nul\0", "bell and nul"),
            ("naïve ✓", "naïve ✓"),
        ] {
            let mut html = String::new();
            super::attribute(&mut html, words);
            assert_eq!(html, inside_a_tag);
        }
    }

    #[test]
    fn addresses_are_encoded_once() {
        for (address, encoded) in [
            ("https://x.org/a b?c=d&e", "https://x.org/a%20b?c=d&amp;e"),
            ("https://x.org/%20é\"", "https://x.org/%20%C3%A9%22"),
            ("https://x.org/\n", "https://x.org/"),
        ] {
            let mut html = String::new();
            super::address(&mut html, address);
            assert_eq!(html, encoded);
        }
    }
}
