//! Numbers, dates and lists as a reader sees them. One place, so that all pages agree.

mod numbers;

use jiff::civil::Date;

pub use numbers::{count, currency, decimal, fixed, money, money_short};

use crate::site::{Document, PayRow, Period, Role, Unit, UsageRow};

/// The value of a usage figure with its unit: `64.2%`, `+16%`, `1,687,890 jobs`.
pub fn usage_value(row: &UsageRow) -> String {
    value(row.figure.value, row.usage.unit)
}

/// A value with its unit.
pub fn value(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Percent => format!("{}%", decimal(value)),
        Unit::PercentChange if value > 0.0 => format!("+{}%", decimal(value)),
        Unit::PercentChange => format!("{}%", decimal(value)),
        Unit::People => format!("{} people", count(value.round() as i64)),
        Unit::Jobs => format!("{} jobs", count(value.round() as i64)),
        Unit::Years => format!("{} years", decimal(value)),
        Unit::Occupations => counted(value.round() as usize, "occupation", "occupations"),
        Unit::Score => decimal(value),
    }
}

/// Text with code in back-ticks, as a doc comment has it, as HTML.
pub fn with_code(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    pieces
        .map(|(place, piece)| {
            let piece = askama::filters::escape(piece, askama::filters::Html);
            let piece = piece.expect("strings can be escaped");
            match place % 2 {
                0 => piece.to_string(),
                _ => format!("<code>{piece}</code>"),
            }
        })
        .collect()
}

/// A date: `20 November 2026`.
pub fn day(date: Date) -> String {
    format!(
        "{} {} {}",
        date.day(),
        MONTHS[date.month() as usize - 1],
        date.year()
    )
}

/// A date in a table: `20 Nov 2026`.
pub fn day_short(date: Date) -> String {
    format!(
        "{} {} {}",
        date.day(),
        &MONTHS[date.month() as usize - 1][..3],
        date.year()
    )
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The currency in words: `US dollars`; the code where the guide has no words.
pub fn currency_name(currency: &str) -> &str {
    match currency {
        "USD" => "US dollars",
        "CAD" => "Canadian dollars",
        "AUD" => "Australian dollars",
        "GBP" => "pounds sterling",
        "EUR" => "euros",
        "SEK" => "Swedish kronor",
        "NOK" => "Norwegian kroner",
        "DKK" => "Danish kroner",
        "CHF" => "Swiss francs",
        "INR" => "Indian rupees",
        code => code,
    }
}

/// The middle half of a pay figure in a short sentence part: `US$105,210 to US$171,980 a year`.
pub fn middle_half(row: &PayRow) -> Option<String> {
    let (low, high) = (row.figure.p25?, row.figure.p75?);
    let currency = row.currency();
    Some(format!(
        "{} to {} {}",
        money(low, currency),
        money(high, currency),
        per(row)
    ))
}

/// `a year`, for after an amount.
pub fn per(row: &PayRow) -> &'static str {
    Period::label(row.period())
}

/// Words joined as in a sentence: `a, b and c`.
pub fn list<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// A number of things: `1 role`, `3 roles`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        count(number as i64),
        if number == 1 { one } else { many }
    )
}

/// The words with their first letter in upper case: `book by Google` gives `Book by Google`.
pub fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The same words with a small first letter, unless they begin with an abbreviation or a name:
/// `SQL` and `DevOps engineer` stay.
pub fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    let word = words.split_whitespace().next().unwrap_or_default();
    match word.chars().skip(1).any(char::is_uppercase) {
        true => words.to_owned(),
        false => first.chain(letters).collect(),
    }
}

/// A role inside a sentence: `backend developer`, `Go backend developer`.
pub fn role_in_text(role: &Document<Role>) -> String {
    match &role.in_text {
        Some(words) => words.clone(),
        None => lower_first(&role.meta.title),
    }
}

/// The article before a word, by its first letter: `a backend developer`, `an API engineer`.
pub fn with_article(words: &str) -> String {
    let vowel = words.starts_with(|c: char| "aeiouAEIOU".contains(c));
    format!("{} {words}", if vowel { "an" } else { "a" })
}

/// The first of the candidates that is short enough for the title of a page (65 characters).
pub fn fitting_title(candidates: &[String]) -> String {
    candidates
        .iter()
        .find(|title| title.chars().count() <= 65)
        .or(candidates.last())
        .cloned()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn values_and_dates() {
        assert_eq!(value(-1.0, Unit::PercentChange), "−1%");
        assert_eq!(value(16.0, Unit::PercentChange), "+16%");
        assert_eq!(day(date(2026, 5, 3)), "3 May 2026");
        assert_eq!(day_short(date(2026, 11, 20)), "20 Nov 2026");
    }

    #[test]
    fn words_join_as_in_a_sentence() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(lower_first("Backend developer"), "backend developer");
        assert_eq!(lower_first("SQL"), "SQL");
        assert_eq!(lower_first("DevOps engineer"), "DevOps engineer");
        assert_eq!(with_article("API engineer"), "an API engineer");
    }
}
