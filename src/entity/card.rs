//! Numbers that check themselves: payment cards (Luhn, ISO/IEC 7812) and bank accounts (IBAN, ISO 13616).

use super::Finder;
use super::number::{Groups, only_digits};
use crate::text::letters::Letters;

const IBAN_LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// Finds account numbers: two letters, two digits and a rest that gives 1 modulo 97.
pub(super) fn scan_ibans(finder: &mut Finder) {
    let letters = finder.letters;
    let mut index = 0;
    while index < letters.len() {
        let end = if letters.is_boundary(index) { iban_end(letters, index) } else { None };
        match end {
            Some(end) => {
                let compact: String =
                    finder.folded(index, end).iter().filter(|letter| **letter != ' ').collect();
                finder.push("iban", index, end, Some(compact.to_ascii_uppercase()));
                index = end;
            }
            None => index += 1,
        }
    }
}

/// The end of the longest valid account number at `start`. The number may be written in groups, so
/// each end of a word is tried; the sum is carried along, so that nothing is read twice.
fn iban_end(letters: &Letters, start: usize) -> Option<usize> {
    let head: Vec<char> = (0..4).map(|step| letters.at(start + step)).collect();
    let is_head = matches!(head.as_slice(), [a, b, c, d]
        if a.is_ascii_lowercase() && b.is_ascii_lowercase() && c.is_ascii_digit() && d.is_ascii_digit());
    if !is_head {
        return None;
    }
    let (mut index, mut length, mut digits, mut rest) = (start + 4, 4, 0, 0);
    let mut best = None;
    while length <= *IBAN_LENGTHS.end() {
        let letter = letters.at(index);
        if let Some(value) = letter.to_digit(36).filter(|_| letter.is_ascii_alphanumeric()) {
            rest = append(rest, value);
            digits += usize::from(letter.is_ascii_digit());
            length += 1;
            index += 1;
            continue;
        }
        let whole = head.iter().filter_map(|letter| letter.to_digit(36)).fold(rest, append);
        if letters.is_boundary(index) && IBAN_LENGTHS.contains(&length) && digits >= 8 && whole == 1
        {
            best = Some(index);
        }
        if letter != ' ' || !letters.at(index + 1).is_ascii_alphanumeric() {
            break;
        }
        index += 1;
    }
    best
}

fn append(rest: u32, value: u32) -> u32 {
    (rest * if value < 10 { 10 } else { 100 } + value) % 97
}

/// Finds card numbers of 13 to 19 digits, written together or in the groups that cards show.
pub(super) fn scan_cards(finder: &mut Finder) {
    let letters = finder.letters;
    let mut index = 0;
    while index < letters.len() {
        if !letters.at(index).is_ascii_digit() || !letters.is_boundary(index) {
            index += 1;
            continue;
        }
        let run = Groups::read(letters, index, |letter| matches!(letter, ' ' | '-'));
        for first in 0..run.groups.len() {
            if let Some((start, end)) = card_at(letters, &run, first) {
                let number = only_digits(finder.folded(start, end));
                finder.push("card", start, end, Some(number));
            }
        }
        index = run.end;
    }
}

fn card_at(letters: &Letters, run: &Groups, first: usize) -> Option<(usize, usize)> {
    let groups = run.groups.get(first..)?;
    let together = groups.get(..1)?;
    let apart = [4, 4, 4, 4].as_slice();
    let candidates =
        [together, shaped(groups, apart), shaped(groups, &[4, 6, 5]), shaped(groups, &[4, 6, 4])];
    candidates.into_iter().find_map(|candidate| {
        let (start, end) = (candidate.first()?.0, candidate.last()?.1);
        let digits: Vec<u32> = letters
            .chars()
            .get(start..end)?
            .iter()
            .filter_map(|letter| letter.to_digit(10))
            .collect();
        let in_fours = candidate.len() == 4;
        (letters.is_boundary(end) && is_card(&digits, in_fours)).then_some((start, end))
    })
}

/// The first groups, if they have these lengths.
fn shaped<'a>(groups: &'a [(usize, usize)], lengths: &[usize]) -> &'a [(usize, usize)] {
    let head = groups.get(..lengths.len()).unwrap_or_default();
    let same = head.iter().zip(lengths).all(|((start, end), length)| end - start == *length);
    if same { head } else { &[] }
}

fn is_card(digits: &[u32], in_fours: bool) -> bool {
    // Lengths by the first digits that issuers use; any sixteen digits in fours look like a card.
    let length = digits.len();
    let known = match digits {
        [4, ..] => matches!(length, 13 | 16 | 19),
        [2 | 5, ..] => length == 16,
        [3, 4 | 7, ..] => length == 15,
        [3, 0 | 6 | 8, ..] => matches!(length, 14 | 16),
        [3, 5, ..] => (16..=19).contains(&length),
        [6, ..] => (13..=19).contains(&length),
        _ => in_fours && length == 16,
    };
    known && luhn(digits)
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => *digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        })
        .sum();
    sum > 0 && sum.is_multiple_of(10)
}
