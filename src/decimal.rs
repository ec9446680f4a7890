//! Numbers as decimal text. What the standard library has for floats weighs a twentieth of the browser
//! build, since it serves every float; here stand prices, counts and seconds.

/// The whole numbers below this are floats without a gap.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// The digits that a float surely keeps.
const DIGITS: usize = 15;

/// Reads `12`, `-0.5` or `.5`; what follows the first 15 digits that count is cut off.
///
/// ```
/// assert_eq!(hotcold::decimal::parse("-12.50"), Some(-12.5));
/// assert_eq!(hotcold::decimal::parse("12 apples"), None);
/// ```
pub fn parse(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = || whole.bytes().chain(decimals.bytes());
    if digits().next().is_none() || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut mantissa = 0;
    let mut cut = 0;
    for digit in digits() {
        if mantissa < 10u64.pow(DIGITS as u32 - 1) {
            mantissa = mantissa * 10 + u64::from(digit - b'0');
        } else {
            cut += 1;
        }
    }
    let size = match decimals.len().checked_sub(cut) {
        Some(decimals) => mantissa as f64 / power(decimals),
        None => mantissa as f64 * power(cut - decimals.len()),
    };
    size.is_finite().then_some(if text.starts_with('-') { -size } else { size })
}

/// The number to 15 digits or as a whole number, without an exponent; nothing beyond 2⁵³.
///
/// ```
/// assert_eq!(hotcold::decimal::print(1200.0).as_deref(), Some("1200"));
/// assert_eq!(hotcold::decimal::print(-0.05).as_deref(), Some("-0.05"));
/// ```
pub fn print(number: f64) -> Option<String> {
    let size = number.abs();
    let scaled = |decimals| libm::round(size * power(decimals));
    let most = (1..=DIGITS).rev().find(|decimals| scaled(*decimals) < power(DIGITS)).unwrap_or(0);
    if size.is_nan() || size >= WHOLE {
        return None;
    }
    let digits = format!("{:0>width$}", scaled(most) as u64, width = most + 1);
    let (whole, rest) = digits.split_at_checked(digits.len() - most)?;
    let rest = rest.trim_end_matches('0');
    let sign = if number < 0.0 { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    Some([sign, whole, point, rest].concat())
}

fn power(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_decimal_is_no_number() {
        for text in ["", ".", "-", "e5", "1e3", "1.2.3", "0x1", "inf", "NaN", "1,5", " 1", "--1"] {
            assert_eq!(parse(text), None, "{text:?}");
        }
        assert_eq!(parse(&"9".repeat(400)), None);
    }

    #[test]
    fn long_ones_are_cut() {
        assert_eq!(parse("1.2345678901234567890"), Some(1.23456789012345));
        assert_eq!(parse("123456789012345678"), Some(123_456_789_012_345_000.0));
    }

    #[test]
    fn numbers_are_printed_as_the_standard_library_does() {
        for number in [0.0, 1.0, -1.5, 0.1, 19.99, 1e15, 0.000_001, -300.25, 1234.5678] {
            assert_eq!(print(number), Some(number.to_string()));
        }
        assert_eq!(print(0.1 + 0.2).as_deref(), Some("0.3"));
        assert_eq!(print(9_007_199_254_740_991.0).as_deref(), Some("9007199254740991"));
        assert_eq!([1e16, f64::NAN, f64::INFINITY].map(print), [None, None, None]);
    }

    proptest! {
        #[test]
        fn up_to_15_digits_are_exact(whole in -999_999_999_999_999i64..1_000_000_000_000_000, decimals in 0u32..=15) {
            let number = format!("{whole}e-{decimals}").parse::<f64>().unwrap();
            let text = print(number).unwrap();
            prop_assert_eq!(parse(&text), Some(number));
            prop_assert_eq!(text, number.to_string());
        }
    }
}
