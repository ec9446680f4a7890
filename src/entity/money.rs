//! Sums of money: a number next to the sign, code or name of a currency.

use super::Finder;
use super::currency::{Currency, currencies, powers};
use crate::text::letters::{Letters, is_hangul};

/// The most digits an amount has.
const MAX_DIGITS: usize = 18;

/// Finds sums such as `₹1,234.50`, `50 هزار تومان`, `3만원`, `1.234,50 €`.
pub(super) fn scan(finder: &mut Finder) {
    let letters = finder.letters;
    let mut index = 0;
    while index < letters.len() {
        let sum = if letters.at(index).is_ascii_digit() {
            number_first(letters, index)
        } else if letters.is_boundary(index) {
            currency_first(letters, index)
        } else {
            None
        };
        match sum {
            Some(sum) => {
                // `ريال` with an Arabic yeh is the money of several countries.
                let is_shared = finder.raw(index, sum.end).contains("ريال");
                let value = sum.value.filter(|_| !is_shared);
                finder.push("money", index, sum.end, value);
                index = sum.end;
            }
            None => index = after(letters, index),
        }
    }
}

struct Sum {
    end: usize,
    value: Option<String>,
}

/// The next index to look at: past the whole number, so that no part of it is taken for another one.
fn after(letters: &Letters, mut index: usize) -> usize {
    index += 1;
    if letters.before(index).is_ascii_digit() {
        while is_inside_number(letters, index) {
            index += 1;
        }
    }
    index
}

fn is_inside_number(letters: &Letters, index: usize) -> bool {
    let letter = letters.at(index);
    letter.is_ascii_digit()
        || (letter != ' ' && is_separator(letter) && letters.at(index + 1).is_ascii_digit())
}

fn currency_first(letters: &Letters, start: usize) -> Option<Sum> {
    let found = currencies().word(letters, start).filter(|found| found.meaning.leads)?;
    let amount = Amount::read(letters, letters.skip_blanks(found.end), true)?;
    // `$500 USD`: the code after the number says it more exactly.
    let (currency, end) = match following_currency(letters, amount.end) {
        Some((currency, end)) if currency.leads => (currency, end),
        _ => (found.meaning, amount.end),
    };
    Some(Sum { end, value: amount.value(currency) })
}

fn number_first(letters: &Letters, start: usize) -> Option<Sum> {
    if !letters.is_boundary(start) || matches!(letters.before(start), '.' | ',' | '#' | '/') {
        return None;
    }
    let amount = Amount::read(letters, start, false)?;
    let (currency, end) = following_currency(letters, amount.end)?;
    Some(Sum { end, value: amount.value(currency) })
}

fn following_currency(letters: &Letters, end: usize) -> Option<(Currency, usize)> {
    let start = letters.skip_blanks(end);
    let found = currencies().word(letters, start)?;
    // `5 $10`: the sign belongs to the next number.
    if letters.at(found.end).is_ascii_digit() {
        return None;
    }
    Some((found.meaning, end_of(letters, found.end, found.word_end)))
}

/// Endings belong to the word, but Korean particles do not.
fn end_of(letters: &Letters, end: usize, word_end: usize) -> usize {
    if is_hangul(letters.before(end)) { end } else { word_end }
}

/// An amount: its digits without separators, and where the decimals start.
struct Amount {
    digits: String,
    whole: usize,
    power: usize,
    end: usize,
}

impl Amount {
    /// `has_currency` when it stands before the number already.
    fn read(letters: &Letters, start: usize, has_currency: bool) -> Option<Self> {
        let mut digits = String::new();
        let mut groups: Vec<(char, usize)> = Vec::new();
        let mut separator = '\0';
        let mut end = start;
        loop {
            let mut length = 0;
            while letters.at(end + length).is_ascii_digit() {
                digits.push(letters.at(end + length));
                length += 1;
                if digits.len() > MAX_DIGITS {
                    return None;
                }
            }
            if length == 0 {
                return None;
            }
            groups.push((separator, length));
            end += length;
            separator = letters.at(end);
            if !is_separator(separator) || !letters.at(end + 1).is_ascii_digit() {
                break;
            }
            let three = (1..4).all(|step| letters.at(end + step).is_ascii_digit())
                && !letters.at(end + 4).is_ascii_digit();
            if separator == ' ' && (!three || length > 3) {
                break;
            }
            end += 1;
        }
        // `12%`, `17:30` and `12/05` are no amounts.
        if matches!(letters.at(end), '%' | ':' | '/') && letters.at(end + 1) != '-' {
            return None;
        }
        let decimals = decimals(&groups)?;
        let whole = digits.len() - decimals;
        let blank = letters.skip_blanks(end);
        let power =
            powers().word(letters, blank).filter(|found| found.meaning.sure || !has_currency);
        let (power, end) = power.map_or((0, end), |found| {
            (found.meaning.exponent, end_of(letters, found.end, found.word_end))
        });
        Some(Self { digits, whole, power, end })
    }

    fn value(mut self, currency: Currency) -> Option<String> {
        if currency.code.is_empty() {
            return None;
        }
        self.whole += self.power;
        while self.digits.len() < self.whole {
            self.digits.push('0');
        }
        let (whole, decimals) = self.digits.split_at_checked(self.whole)?;
        let whole = whole.trim_start_matches('0');
        let mut value = String::from(if whole.is_empty() { "0" } else { whole });
        // `1.50 lakh` is a whole number again.
        let is_whole = self.power > 0 && decimals.bytes().all(|digit| digit == b'0');
        if !(decimals.is_empty() || is_whole) {
            value.push('.');
            value.push_str(decimals);
            if decimals.len() == 1 {
                value.push('0');
            }
        }
        value.push(' ');
        value.push_str(currency.code);
        Some(value)
    }
}

fn is_separator(letter: char) -> bool {
    // U+066B and U+066C are the Arabic decimal and thousands separators, U+060C the Arabic comma.
    matches!(letter, '.' | ',' | ' ' | '\'' | '\u{66b}' | '\u{66c}' | '\u{60c}')
}

/// How many digits stand after the decimal mark; `None` when the groups make no number.
///
/// Of two different separators the last is the decimal mark. A single one before exactly three digits
/// parts thousands, unless the number starts with a lone digit zero, which the caller's text seldom has.
fn decimals(groups: &[(char, usize)]) -> Option<usize> {
    let (_, inner) = groups.split_first()?;
    let Some(((last, length), thousands)) = inner.split_last() else { return Some(0) };
    let same = thousands.iter().filter(|(separator, _)| separator == last).count();
    let is_decimal = match last {
        '\u{66b}' => true,
        '.' | ',' => same == 0 && (!thousands.is_empty() || *length != 3),
        _ => false,
    };
    let parted = if is_decimal { thousands } else { inner };
    // Thousands come in threes; India parts the higher ones in twos.
    let (low, high) = match parted.split_last() {
        Some(((_, low), high)) => {
            (*low == 3, high.iter().all(|(_, length)| matches!(length, 2 | 3)))
        }
        None => (true, true),
    };
    (low && high).then_some(if is_decimal { *length } else { 0 })
}
