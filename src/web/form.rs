//! The one form of each address, and the other ways to write it.

/// A path with its escapes decoded and its superfluous parts dropped: `//Roles/index.html` is
/// `/Roles`. Nothing if no file and no page could ever have such a path: it climbs (`..`), hides
/// (`.git`), smuggles (`%2F`, `%5C`, control characters), or is not UTF-8.
pub fn tidy(path: &str) -> Option<String> {
    let mut segments: Vec<String> = Vec::new();
    for segment in path.strip_prefix('/')?.split('/') {
        let segment = decoded(segment)?;
        let is_foreign = |c: char| c.is_control() || c == '/' || c == '\\';
        if segment.starts_with('.') || segment.contains(is_foreign) {
            return None;
        }
        segments.push(segment);
    }
    segments.retain(|segment| !segment.is_empty());
    if segments
        .last()
        .is_some_and(|last| last.eq_ignore_ascii_case("index.html"))
    {
        segments.pop();
    }
    Some(format!("/{}", segments.join("/")))
}

/// A path as it is written in a `Location`: what may not stand there is escaped, and it begins with
/// one slash, so that it never leads to another host.
pub fn location(path: &str) -> String {
    let mut location = String::from("/");
    for byte in path.trim_start_matches(['/', '\\']).bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => {
                escape(byte, &mut location)
            }
            b'!'..=b'~' => location.push(char::from(byte)),
            _ => escape(byte, &mut location),
        }
    }
    location
}

fn escape(byte: u8, text: &mut String) {
    text.push_str(&format!("%{byte:02X}"));
}

/// A segment without percent escapes.
fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, tail @ ..] = tail else {
            return None;
        };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push(u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_ways_to_write_a_path_lead_to_one() {
        for (path, tidied) in [
            ("/", "/"),
            ("/roles", "/roles"),
            ("/roles/", "/roles"),
            ("//roles///x//", "/roles/x"),
            ("/Roles", "/Roles"),
            ("/roles/index.html", "/roles"),
            ("/INDEX.HTML", "/"),
            ("/%72oles/c%2B%2b", "/roles/c++"),
            ("/caf%C3%A9", "/café"),
            ("///evil.example/", "/evil.example"),
        ] {
            assert_eq!(tidy(path).as_deref(), Some(tidied), "{path}");
        }
    }

    #[test]
    fn hostile_paths_have_no_form() {
        for path in [
            "",
            "roles",
            "*",
            "/..",
            "/a/../b",
            "/%2e%2e/x",
            "/.git/config",
            "/./x",
            "/a%2Fb",
            "/a%5cb",
            "/a\\b",
            "/%00",
            "/a%0d%0ab",
            "/%ff",
            "/%C0%AE",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
        ] {
            assert_eq!(tidy(path), None, "{path}");
        }
    }

    #[test]
    fn a_location_stays_on_this_host() {
        for (path, expected) in [
            ("/roles/x#levels", "/roles/x#levels"),
            ("//evil.example", "/evil.example"),
            ("/\\evil.example", "/evil.example"),
            ("/café au lait", "/caf%C3%A9%20au%20lait"),
            ("/a\r\nSet-Cookie: b", "/a%0D%0ASet-Cookie:%20b"),
            ("/a%20b?q=1", "/a%20b?q=1"),
        ] {
            assert_eq!(location(path), expected);
        }
    }
}
