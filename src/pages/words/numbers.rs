//! Numbers and amounts of money as a reader sees them.

/// What stands before an amount, by ISO 4217 code. Dollars say whose they are.
const SYMBOLS: [(&str, &str); 8] = [
    ("USD", "US$"),
    ("CAD", "CA$"),
    ("AUD", "A$"),
    ("NZD", "NZ$"),
    ("GBP", "£"),
    ("EUR", "€"),
    ("JPY", "¥"),
    ("INR", "₹"),
];

/// The sign of a currency, or its code where it has none of its own: `US$`, `SEK`.
pub fn currency(code: &str) -> &str {
    SYMBOLS
        .into_iter()
        .find_map(|(of, symbol)| (of == code).then_some(symbol))
        .unwrap_or(code)
}

/// An amount with its currency: `US$135,980`, `CA$56.49`, `SEK 53,500` with a space that does not break.
pub fn money(value: f64, code: &str) -> String {
    let space = if currency(code) == code { "\u{a0}" } else { "" };
    format!("{}{space}{}", currency(code), amount(value))
}

/// An amount of money for an axis whose title names the currency: `$140k`, `£1.2M`, `54k`.
pub fn money_short(value: f64, code: &str) -> String {
    let symbol = match currency(code) {
        "US$" => "$",
        symbol if symbol == code => "",
        symbol => symbol,
    };
    format!("{symbol}{}", short(value))
}

/// An amount of money without its currency: whole from a thousand on, else with cents where it
/// has any: `135,980`, `56.49`.
pub fn amount(value: f64) -> String {
    let cents = value.abs() < 1_000.0 && value.fract() != 0.0;
    fixed(value, if cents { 2 } else { 0 })
}

/// A number with thousands separators and so many decimal places: `1,687,890`, `58.2`, `−3.0`.
pub fn fixed(value: f64, places: usize) -> String {
    let digits = format!("{:.places$}", value.abs());
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if value < 0.0 && !is_zero { "−" } else { "" };
    format!("{sign}{}{rest}", separated(whole))
}

/// Thousands or millions where they need at most one decimal place, else all digits.
fn short(value: f64) -> String {
    let tenths = |unit: f64| (value / unit * 10.0).fract() == 0.0;
    let scaled = |unit: f64, letter: &str| format!("{}{letter}", value / unit);
    match value.abs() {
        size if size >= 1e6 && tenths(1e6) => scaled(1e6, "M"),
        size if size >= 1e3 && tenths(1e3) => scaled(1e3, "k"),
        _ => amount(value),
    }
}

fn separated(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A whole number with thousands separators: `1,687,890`.
pub fn count(number: i64) -> String {
    fixed(number as f64, 0)
}

/// A number with at most one decimal place: `64.2`, `16`.
pub fn decimal(number: f64) -> String {
    let text = fixed(number, 1);
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_name_their_currency() {
        for (code, value, words) in [
            ("USD", 135_980.0, "US$135,980"),
            ("GBP", 55_587.0, "£55,587"),
            ("EUR", 75_854.0, "€75,854"),
            ("SEK", 53_500.0, "SEK\u{a0}53,500"),
            ("CAD", 56.49, "CA$56.49"),
            ("CAD", 56.5, "CA$56.50"),
            ("CAD", 56.0, "CA$56"),
            ("EUR", 75_854.4, "€75,854"),
        ] {
            assert_eq!(money(value, code), words);
        }
    }

    #[test]
    fn axes_have_short_amounts() {
        for (code, value, words) in [
            ("USD", 0.0, "$0"),
            ("USD", 40.0, "$40"),
            ("USD", 140_000.0, "$140k"),
            ("USD", 2_500.0, "$2.5k"),
            ("USD", 1_250.0, "$1,250"),
            ("GBP", 1_200_000.0, "£1.2M"),
            ("SEK", 54_000.0, "54k"),
        ] {
            assert_eq!(money_short(value, code), words);
        }
    }

    #[test]
    fn counts_and_decimals() {
        assert_eq!(count(1_687_890), "1,687,890");
        assert_eq!(count(-500), "−500");
        assert_eq!(decimal(64.2), "64.2");
        assert_eq!(decimal(16.0), "16");
    }

    #[test]
    fn numbers_have_separators_and_a_true_minus() {
        for (value, places, words) in [
            (1_687_890.0, 0, "1,687,890"),
            (627.0, 0, "627"),
            (58.25, 1, "58.2"),
            (-3.0, 1, "−3.0"),
            (-0.01, 1, "0.0"),
            (-12_345.6, 1, "−12,345.6"),
        ] {
            assert_eq!(fixed(value, places), words);
        }
    }
}
