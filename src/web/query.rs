//! What a reader chose, from a query string or a form: parsed once, at the door.

use std::borrow::Cow;

/// The longest query string that is read, in bytes.
const LONGEST: usize = 8 * 1024;

/// The most parameters that are read, known or not.
const MOST: usize = 200;

/// The parameters of a request that somebody knows, in the order in which they were written. Empty
/// ones are left out: a form sends its empty fields too.
///
/// ```
/// use career_guide::web::Query;
///
/// let query = Query::parse("roles=a,b&x=1&roles=c&q=two+words", &["roles", "q"])?;
/// assert_eq!(query.all("roles"), ["a", "b", "c"]);
/// assert_eq!(query.first("q"), "two words");
/// assert_eq!(query.first("x"), "");
/// # Ok::<(), career_guide::web::TooMuch>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

/// A query string that is longer, or has more parameters, than anybody can have meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

impl Query {
    /// Reads the parameters whose names are `known`; others change nothing. Escapes and `+` are
    /// decoded, bytes that are no UTF-8 replaced, characters that nobody can see dropped.
    ///
    /// # Errors
    ///
    /// If the text is longer than 8 kB or has more than 200 parameters.
    pub fn parse(text: &str, known: &[&str]) -> Result<Query, TooMuch> {
        if text.len() > LONGEST {
            return Err(TooMuch);
        }
        Self::read(text.as_bytes(), known, |c| !is_invisible(c))
    }

    /// The same for what a person types: what is too much is cut off.
    pub fn forgiving(text: &str, known: &[&str]) -> Query {
        let text = &text[..text.floor_char_boundary(LONGEST)];
        let parameters = text.match_indices('&').nth(MOST - 1);
        let text = parameters.map_or(text, |(end, _)| &text[..end]);
        Self::parse(text, known).unwrap_or_default()
    }

    /// The same for the body of a form, `application/x-www-form-urlencoded`, whose length is bounded
    /// elsewhere. Line breaks and tabs stay.
    ///
    /// # Errors
    ///
    /// If it has more than 200 parameters.
    pub fn of_form(body: &[u8], known: &[&str]) -> Result<Query, TooMuch> {
        Self::read(body, known, |c| {
            matches!(c, '\n' | '\t') || !is_invisible(c)
        })
    }

    fn read(text: &[u8], known: &[&str], keeps: fn(char) -> bool) -> Result<Query, TooMuch> {
        let mut pairs = Vec::new();
        for (number, (name, value)) in form_urlencoded::parse(text).enumerate() {
            if number == MOST {
                return Err(TooMuch);
            }
            let value: String = value.chars().filter(|c| keeps(*c)).collect();
            let value = value.trim();
            if known.contains(&&*name) && !value.is_empty() {
                pairs.push((Cow::into_owned(name), value.to_owned()));
            }
        }
        Ok(Query(pairs))
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first value of a parameter; empty if there is none.
    pub fn first(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(found, _)| found == name);
        found.map_or("", |(_, value)| value)
    }

    /// All values of a parameter, lists taken apart at their commas, each once, in order.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let mut all = Vec::new();
        let values = self.0.iter().filter(|(found, _)| found == name);
        for value in values.flat_map(|(_, value)| value.split(',')) {
            let value = value.trim();
            if !value.is_empty() && !all.contains(&value) {
                all.push(value);
            }
        }
        all
    }
}

/// Whether a character is one that a reader cannot see: controls, and marks that turn the direction
/// of what follows them.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_are_decoded_joined_and_cleaned() {
        for (text, all) in [
            ("", vec![]),
            ("a=", vec![]),
            ("a", vec![]),
            ("a=1", vec!["1"]),
            ("a=1,2&a=3", vec!["1", "2", "3"]),
            ("a=1%2C2&a=2,,+1+,3", vec!["1", "2", "3"]),
            ("a=two+words&b=x", vec!["two words"]),
            ("%61=caf%C3%A9", vec!["café"]),
            ("a=%ff", vec!["\u{fffd}"]),
            ("a=%00x%0d%0ay%E2%80%AE", vec!["xy"]),
            ("a=%zz%", vec!["%zz%"]),
            ("A=1&a[]=2&;a=3&a=4", vec!["4"]),
            ("&&&=&=1&a=1=2", vec!["1=2"]),
        ] {
            let query = Query::parse(text, &["a"]).unwrap();
            assert_eq!(query.all("a"), all, "{text}");
            assert_eq!(query.is_empty(), all.is_empty(), "{text}");
        }
        let form = Query::of_form(b"a=x%0D%0Ay%00&b=1", &["a"]).unwrap();
        assert_eq!(form.first("a"), "x\ny");
    }

    #[test]
    fn more_than_anybody_means_is_refused() {
        for (text, refused) in [
            (format!("a={}", "x".repeat(LONGEST - 2)), false),
            (format!("a={}", "x".repeat(LONGEST - 1)), true),
            ("a&".repeat(MOST), false),
            ("b&".repeat(MOST + 1), true),
        ] {
            assert_eq!(Query::parse(&text, &["a"]).is_err(), refused);
        }
    }

    #[test]
    fn of_what_is_typed_too_much_is_cut_off() {
        for (text, first) in [
            ("a=1", "1"),
            (&format!("a=1&b={}", "x".repeat(LONGEST)), "1"),
            (&format!("a=1{}", "&a=2".repeat(2 * MOST)), "1"),
        ] {
            assert_eq!(Query::forgiving(text, &["a"]).first("a"), first);
        }
        let long = Query::forgiving(&format!("a={}", "x".repeat(2 * LONGEST)), &["a"]);
        assert_eq!(long.first("a").len(), LONGEST - 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*|([a=&,%+;\\x00-\\x1f]|%[0-9a-f]{2}){0,60}") {
            if let Ok(query) = Query::parse(&text, &["a", ""]) {
                prop_assert!(query.all("a").iter().all(|value| !value.contains(is_invisible)));
            }
        }
    }
}
