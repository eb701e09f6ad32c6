//! The currencies of ISO 4217.

/// Whether `code` is the alphabetic code of a currency in use: `USD`.
pub fn is_currency(code: &str) -> bool {
    // Asked of every word of every text: nearly none has the shape of a code.
    let is_code = code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase());
    is_code && CODES.split_whitespace().any(|known| known == code)
}

/// ISO 4217:2015, list one of January 2026, without funds, metals and test codes; with the lev, in
/// which figures up to 2025 were published.
const CODES: &str = "
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
    KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR
    MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

#[cfg(test)]
mod tests {
    use super::is_currency;

    #[test]
    fn currencies_in_use_are_known_and_others_are_not() {
        for (code, known) in [
            ("USD", true),
            ("EUR", true),
            ("DEM", false),
            ("US", false),
            ("", false),
        ] {
            assert_eq!(is_currency(code), known, "{code}");
        }
    }
}
