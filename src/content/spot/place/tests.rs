use super::{Part, place};

/// Part, path and word at the `|` of a text.
fn found(text: &str) -> Option<(Part, String, String)> {
    let offset = text.find('|').expect("there is a mark");
    let text = text.replacen('|', "", 1);
    let place = place(&text, 0..text.len(), offset)?;
    let word = text[place.span].to_owned();
    Some((place.part, place.pointer, word))
}

#[test]
fn a_place_is_known_however_little_is_written() {
    use Part::{Header, Key, Value};
    for (text, part, pointer, word) in [
        ("|", Key, "", ""),
        ("ti|", Key, "", "ti"),
        ("title = 'x'\n|\nb = 1", Key, "", ""),
        ("ti|tle = 'x'", Key, "", "title"),
        ("status = |", Value, "/status", ""),
        ("status = dr|", Value, "/status", "dr"),
        ("status = \"|", Value, "/status", ""),
        ("status = \"dr|\nb = 1", Value, "/status", "dr"),
        ("status = \"é|\"", Value, "/status", "é"),
        ("status = |\r\nb = 1", Value, "/status", ""),
        ("tags = [|", Value, "/tags/0", ""),
        ("tags = ['a', '|b']", Value, "/tags/1", "b"),
        ("tags = [\n  'a',\n  |\n]", Value, "/tags/1", ""),
        ("skills = [{ skill = '|' }]", Value, "/skills/0/skill", ""),
        ("skills = [{}, { |", Key, "/skills/1", ""),
        ("skills = [{ a = 1, b|", Key, "/skills/0", "b"),
        ("a = { b = { c = '|' } }", Value, "/a/b/c", ""),
        ("[work]\npl|", Key, "/work", "pl"),
        ("[work]\nplace = '|'", Value, "/work/place", ""),
        ("work.|", Key, "/work", ""),
        ("work.place = '|'", Value, "/work/place", ""),
        ("[[s]]\n[[s]]\nid = '|'", Value, "/s/1/id", ""),
        ("[[s]]\n[s.a]\nid = '|'", Value, "/s/0/a/id", ""),
        (
            "[[s]]\n[[s.b]]\n[[s.b]]\nid = '|'",
            Value,
            "/s/0/b/1/id",
            "",
        ),
        ("[wo|]", Header, "", "wo"),
        ("[[|", Header, "", ""),
        ("[work.|", Header, "/work", ""),
        ("tags = [ 'a\nb = '|'", Value, "/b", ""),
        ("text = '''\na |b'''", Value, "/text", "\na b"),
    ] {
        let expected = Some((part, pointer.to_owned(), word.to_owned()));
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn some_places_expect_nothing() {
    for text in [
        "a = 1 # |",
        "a = 'b' |",
        "a |",
        "a = |'b'",
        "[a] |",
        "a = 'b'|",
    ] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn a_place_knows_the_keys_beside_it() {
    for (text, keys) in [
        (
            "a = 1\n|\nb = 2\n[c]\nd = 1\n[[e]]\nf = 2",
            vec!["a", "b", "c", "e"],
        ),
        ("a = 1\n[c]\n|\nd = 1\n[e]\nf = 1", vec!["d"]),
        ("x = [{ a = 1 }, { b = 2, | }]", vec!["b"]),
        ("a|b = 1\nc = 1", vec!["c"]),
    ] {
        let offset = text.find('|').expect("there is a mark");
        let text = text.replacen('|', "", 1);
        let place = place(&text, 0..text.len(), offset).expect("a key can stand there");
        assert_eq!(place.present, keys, "{text}");
    }
}
