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

/// The longest query string that a redirect repeats, in bytes: no page has more to say, and no reply
/// grows with its request.
const LONGEST_QUERY: usize = 2000;

/// A path and the query string of a request (empty for none) as they are written in a `Location`:
/// what may not stand there is escaped, and it begins with one slash, so that it never leads to
/// another host. A query string stands before the fragment and after what the path itself asks for.
pub fn location(path: &str, query: &str) -> String {
    let (path, fragment) = match path.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (path, None),
    };
    let mut location = String::from("/");
    escape(path.trim_start_matches(['/', '\\']), &mut location);
    if !query.is_empty() && query.len() <= LONGEST_QUERY {
        location.push(if path.contains('?') { '&' } else { '?' });
        escape(query, &mut location);
    }
    if let Some(fragment) = fragment {
        location.push('#');
        escape(fragment, &mut location);
    }
    location
}

/// Appends `text` with all escaped that may not stand in an address.
fn escape(text: &str, location: &mut String) {
    for byte in text.bytes() {
        let is_foreign = matches!(
            byte,
            b'"' | b'#' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
        );
        match byte {
            b'!'..=b'~' if !is_foreign => location.push(char::from(byte)),
            _ => location.push_str(&format!("%{byte:02X}")),
        }
    }
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
        let long = "x".repeat(LONGEST_QUERY + 1);
        for (path, query, expected) in [
            ("/roles/x#levels", "", "/roles/x#levels"),
            ("//evil.example", "", "/evil.example"),
            ("/\\evil.example", "", "/evil.example"),
            ("/café au lait", "", "/caf%C3%A9%20au%20lait"),
            ("/a\r\nSet-Cookie: b", "", "/a%0D%0ASet-Cookie:%20b"),
            ("/a%20b?q=1", "", "/a%20b?q=1"),
            ("/a", "q=1&b=%2F%0d", "/a?q=1&b=%2F%0d"),
            ("/", "//evil.example", "/?//evil.example"),
            ("/a?q=1#b", "q=2", "/a?q=1&q=2#b"),
            ("/a#b", "q=c#d", "/a?q=c%23d#b"),
            ("/a", "é\r\nSet-Cookie: b", "/a?%C3%A9%0D%0ASet-Cookie:%20b"),
            ("/a#b", &long, "/a#b"),
        ] {
            assert_eq!(location(path, query), expected);
        }
    }
}
