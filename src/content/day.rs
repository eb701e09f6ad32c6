//! Days as people write them.

use jiff::civil::Date;

/// The names of the months; three letters of one are enough.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that somebody means who does not write it as TOML does: `20.11.2026`, `2026/11/20`,
/// `20 November 2026`. Nothing if it could be another day as well.
pub fn day(written: &str) -> Option<Date> {
    let parts: Vec<&str> = written
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    let number = |part: &str| part.parse::<i16>().ok();
    let year = |part: &str| number(part).filter(|_| part.len() == 4);
    if let (Some(year), Some(month), Some(day)) = (year(first), number(second), number(third)) {
        return date(year, month, day);
    }
    let year = year(third)?;
    match (month(first), month(second), number(first), number(second)) {
        (Some(month), _, _, Some(day)) | (_, Some(month), Some(day), _) => date(year, month, day),
        (_, _, Some(day), Some(month)) if written.contains('.') => date(year, month, day),
        (_, _, Some(day), Some(month)) if day > 12 || day == month => date(year, month, day),
        (_, _, Some(month), Some(day)) if day > 12 => date(year, month, day),
        _ => None,
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok()
}

fn month(word: &str) -> Option<i16> {
    let word = word.to_lowercase();
    let place = MONTHS
        .iter()
        .position(|month| word.len() >= 3 && month.starts_with(&word))?;
    i16::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_read_if_it_can_be_no_other() {
        for (written, expected) in [
            ("20.11.2026", Some("2026-11-20")),
            ("1.2.2026", Some("2026-02-01")),
            ("2026/11/20", Some("2026-11-20")),
            ("2026-1-2", Some("2026-01-02")),
            ("11/20/2026", Some("2026-11-20")),
            ("20/11/2026", Some("2026-11-20")),
            ("20 November 2026", Some("2026-11-20")),
            ("Nov 20, 2026", Some("2026-11-20")),
            ("5/5/2026", Some("2026-05-05")),
            ("10/11/2026", None),
            ("2026-13-01", None),
            ("31.02.2026", None),
            ("20.11.26", None),
            ("spring", None),
            ("1.5", None),
        ] {
            let found = day(written).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{written}");
        }
    }
}
