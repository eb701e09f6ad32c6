//! An amount of money as people write it.

/// A number, and the currency that stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    pub number: f64,
    /// A sign or a code in upper case, as it was written; empty if there is none.
    pub currency: String,
}

/// Words after a number that multiply it.
const TIMES: [(&str, f64); 12] = [
    ("k", 1e3),
    ("thousand", 1e3),
    ("m", 1e6),
    ("mn", 1e6),
    ("mio", 1e6),
    ("million", 1e6),
    ("lakh", 1e5),
    ("lakhs", 1e5),
    ("lac", 1e5),
    ("crore", 1e7),
    ("crores", 1e7),
    ("cr", 1e7),
];

/// What a sign may stand for; a code of three letters stands for itself.
const SIGNS: [(&str, &[&str]); 8] = [
    ("$", &["USD", "CAD", "AUD", "NZD", "SGD"]),
    ("US$", &["USD"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("₹", &["INR"]),
    ("RS", &["INR"]),
    ("KR", &["SEK", "NOK", "DKK"]),
    ("FR", &["CHF"]),
];

impl Amount {
    /// Reads `120000`, `£55k`, `120,000.50`, `12,00,000`, `1.5 million`, `54 000 kr`; nothing if it is
    /// no amount from 1 to a thousand million, or if words stand beside it that are not understood.
    pub fn read(text: &str) -> Option<Amount> {
        let first = text.find(|c: char| c.is_ascii_digit())?;
        let last = text.rfind(|c: char| c.is_ascii_digit())?;
        let (before, digits, after) = (&text[..first], &text[first..=last], &text[last + 1..]);
        let after = after.trim().to_lowercase();
        let word = after.find(|c: char| !c.is_alphabetic());
        let (word, rest) = after.split_at(word.unwrap_or(after.len()));
        let (times, beside) = match TIMES.iter().find(|(times, _)| *times == word) {
            Some((_, times)) => (*times, rest),
            None => (1.0, after.as_str()),
        };
        let currencies: Vec<String> = [before.trim(), beside.trim()]
            .into_iter()
            .filter(|said| !said.is_empty())
            .map(str::to_uppercase)
            .collect();
        let currency = match currencies.as_slice() {
            [] => "",
            [one] if is_currency(one) => one,
            _ => return None,
        };
        let number = number(digits)? * times;
        (1.0..=1e9).contains(&number).then(|| Amount {
            number,
            currency: currency.to_owned(),
        })
    }

    /// Whether the amount can be one in this currency, an ISO 4217 code.
    pub fn may_be_in(&self, code: &str) -> bool {
        let mut signs = SIGNS.iter();
        match signs.find(|(sign, _)| *sign == self.currency) {
            Some((_, codes)) => codes.contains(&code),
            None => self.currency.is_empty() || self.currency == code,
        }
    }
}

fn is_currency(text: &str) -> bool {
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code || SIGNS.iter().any(|(sign, _)| *sign == text)
}

/// A number without words: groups of three, or of two above the last as India writes them, parted by
/// commas, points, spaces or apostrophes.
fn number(digits: &str) -> Option<f64> {
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '_');
    let digits: String = digits.chars().filter(|c| !is_space(*c)).collect();
    let (whole, cents) = match digits.rfind(['.', ',']) {
        // A separator before three digits parts thousands, before fewer or more it parts cents.
        Some(at) if digits.len() - at != 4 => (&digits[..at], &digits[at + 1..]),
        _ => (&digits[..], ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let (head, tail) = groups.split_first()?;
    let of = |length: usize, groups: &[&str]| groups.iter().all(|group| group.len() == length);
    let (last, upper) = tail.split_last().unwrap_or((&"000", &[]));
    if !(last.len() == 3 && (of(3, upper) || of(2, upper))) {
        return None;
    }
    format!("{head}{}.{cents}0", tail.concat()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, number, currency) in [
            ("120000", 120_000.0, ""),
            ("£55k", 55_000.0, "£"),
            ("120,000.50", 120_000.5, ""),
            ("54 000 kr", 54_000.0, "KR"),
            ("1.5m", 1_500_000.0, ""),
            ("1.5 million", 1_500_000.0, ""),
            ("12 lakh", 1_200_000.0, ""),
            ("₹12,00,000", 1_200_000.0, "₹"),
            ("5’200.50 CHF", 5200.5, "CHF"),
            ("€ 5.200", 5200.0, "€"),
            ("70k eur", 70_000.0, "EUR"),
            ("US$120,000", 120_000.0, "US$"),
            ("5.5 k", 5_500.0, ""),
            ("54\u{a0}000,50 kr", 54_000.5, "KR"),
            ("1.234.567", 1_234_567.0, ""),
            ("1,234,567.8", 1_234_567.8, ""),
            ("120'000 CHF", 120_000.0, "CHF"),
            ("55.000", 55_000.0, ""),
            ("12.5", 12.5, ""),
        ] {
            let amount = Amount::read(text).expect(text);
            assert_eq!(
                (amount.number, amount.currency.as_str()),
                (number, currency),
                "{text}"
            );
        }
        for text in [
            "",
            "k",
            "abc",
            "-5",
            "0",
            "0.1",
            "1e308",
            "1..2",
            "1 or 2",
            "1,0000,000",
            "5 bananas",
            "2 zillion",
            "€5 USD",
            "50% of 3",
            "10-20",
            "9999999999",
            "about a lot: 50",
            "٣٤",
        ] {
            assert_eq!(Amount::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_sign_may_stand_for_several_currencies() {
        let amount = Amount::read("$5000").unwrap();
        assert!(amount.may_be_in("CAD") && !amount.may_be_in("EUR"));
        assert!(Amount::read("5000").unwrap().may_be_in("EUR"));
    }
}
