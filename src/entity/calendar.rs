//! Days of the calendar, in digits and with names of months.

use super::number::{digits_end, small};
use super::words::{Word, words};
use crate::text::letters::Letters;

/// A date, a time or a span of time, as found.
pub(super) struct Stamp {
    /// The index one past it.
    pub(super) end: usize,
    /// Its normal form, if there is one.
    pub(super) value: Option<String>,
}

/// A date in digits: `2024-05-12`, `12.05.2024`, `5/12/24`, `2024. 5. 12.`, `2024年5月12日`.
pub(super) fn numeric(letters: &Letters, start: usize) -> Option<Stamp> {
    east_asian(letters, start).or_else(|| western(letters, start))
}

fn western(letters: &Letters, start: usize) -> Option<Stamp> {
    let (first, first_end) = small(letters, start, 4)?;
    let separator = letters.at(first_end);
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let next = |end: usize| {
        let after = end + 1;
        // `2024. 5. 12.`, as Korean and German write it.
        (letters.at(end) == separator)
            .then(|| if separator == '.' { letters.skip_blanks(after) } else { after })
    };
    let second_start = next(first_end)?;
    let (second, second_end) = small(letters, second_start, 2)?;
    let third_start = next(second_end)?;
    let (third, third_end) = small(letters, third_start, 4)?;
    let width = |start: usize, end: usize| end - start;
    let goes_on = matches!(letters.at(third_end), '-' | '/' | '.')
        && letters.at(third_end + 1).is_ascii_digit();
    if goes_on {
        return None;
    }
    let value = match (width(start, first_end), width(third_start, third_end)) {
        (4, 1 | 2) => {
            is_year(first).then_some(())?;
            day_of(first, second, third)
        }
        (1 | 2, 4) => {
            is_year(third).then_some(())?;
            day_month(first, second, separator)?.and_then(|(day, month)| day_of(third, month, day))
        }
        (1 | 2, 2) if separator != '-' => day_month(first, second, separator)?
            .and_then(|(day, month)| day_of(2000 + third, month, day)),
        _ => return None,
    };
    // A year of the Persian calendar keeps no ISO form, but has its months and days.
    let is_day = (1..=12).contains(&second) || (1..=12).contains(&first);
    let end = if letters.at(third_end) == 't' {
        third_end + clock_tail(letters, third_end)
    } else {
        third_end
    };
    (is_day && letters.is_boundary(end)).then_some(Stamp { end, value })
}

/// The length of `T17:30:00Z` after an ISO date.
fn clock_tail(letters: &Letters, start: usize) -> usize {
    let mut end = start + 1;
    while letters.at(end).is_ascii_digit() || matches!(letters.at(end), ':' | '.' | '+' | '-' | 'z')
    {
        end += 1;
    }
    end - start
}

/// Day and month of two numbers: outer `None` when they are neither, inner when they could be both.
fn day_month(first: u32, second: u32, separator: char) -> Option<Option<(u32, u32)>> {
    let day_first = (1..=31).contains(&first) && (1..=12).contains(&second);
    let month_first = (1..=12).contains(&first) && (1..=31).contains(&second);
    match (day_first, month_first) {
        (true, false) => Some(Some((first, second))),
        (false, true) if separator != '.' => Some(Some((second, first))),
        // With dots the day always comes first.
        (true, true) if separator == '.' || first == second => Some(Some((first, second))),
        (true, true) => Some(None),
        _ => None,
    }
}

/// `2024年5月12日`, `5月12日`, `2024년 5월 12일`, `5월 12일`.
fn east_asian(letters: &Letters, start: usize) -> Option<Stamp> {
    let part = |start: usize, longest: usize, units: [char; 2]| {
        let (number, end) = small(letters, start, longest)?;
        units.contains(&letters.at(end)).then_some((number, end + 1))
    };
    let year = part(start, 4, ['年', '년']).filter(|(year, _)| is_year(*year));
    let month_start = year.map_or(start, |(_, end)| letters.skip_blanks(end));
    let (month, month_end) = part(month_start, 2, ['月', '월'])?;
    let (day, end) = part(letters.skip_blanks(month_end), 2, ['日', '일'])
        .or_else(|| part(letters.skip_blanks(month_end), 2, ['号', '號']))?;
    let value = match year {
        Some((year, _)) => day_of(year, month, day),
        None => day_without_year(month, day),
    };
    value.is_some().then_some(Stamp { end, value })
}

/// A day before the name of a month: `12 May 2024`, `12. Mai`, `12 de mayo de 2024`, `12 मई`.
pub(super) fn day_first(letters: &Letters, start: usize) -> Option<Stamp> {
    let (day, end) = small(letters, start, 2)?;
    let end = after_ordinal(letters, end);
    let found = month_at(letters, after_small_words(letters, end))?;
    with_year(letters, day, found.meaning, found.word_end)
}

/// A day after the name of a month that starts at `start`: `May 12, 2024`, `May 12th`.
pub(super) fn month_first(letters: &Letters, start: usize) -> Option<Stamp> {
    let found = month_at(letters, start)?;
    let day_start = letters.skip_blanks(found.word_end);
    let (day, end) = small(letters, day_start, 2)?;
    let end = after_ordinal(letters, end);
    // `May 12:30` is a time, `Mar 10%` a share, `mai 2.5` a number.
    let goes_on =
        matches!(letters.at(end), '.' | ',' | ':') && letters.at(end + 1).is_ascii_digit();
    if goes_on || letters.at(end) == '%' {
        return None;
    }
    with_year(letters, day, found.meaning, end)
}

fn month_at(letters: &Letters, start: usize) -> Option<crate::text::phrases::Found<Word>> {
    words().word_where(letters, start, &|word| matches!(word, Word::Month(_) | Word::PersianMonth))
}

fn with_year(letters: &Letters, day: u32, month: Word, end: usize) -> Option<Stamp> {
    if !(1..=31).contains(&day) || !letters.is_boundary(end) {
        return None;
    }
    let comma = end + usize::from(matches!(letters.at(end), ',' | '.'));
    let year_start = after_small_words(letters, comma);
    let year = small(letters, year_start, 4)
        .filter(|(year, year_end)| is_year(*year) && letters.is_boundary(*year_end));
    let end = year.map_or(end, |(_, end)| end);
    let value = match (month, year) {
        (Word::Month(month), Some((year, _))) => day_of(year, month, day),
        (Word::Month(month), None) => day_without_year(month, day),
        _ => None,
    };
    Some(Stamp { end, value })
}

/// Past `.`, `st`, `nd`, `rd`, `th`, `er`, `º`.
fn after_ordinal(letters: &Letters, end: usize) -> usize {
    let pair = [letters.at(end), letters.at(end + 1)];
    match pair {
        ['s', 't'] | ['n', 'd'] | ['r', 'd'] | ['t', 'h'] | ['e', 'r'] => end + 2,
        ['.' | 'º' | 'ª', _] => end + 1,
        _ => end,
    }
}

/// Past a blank and `of`, `de`, `del`, `του`.
fn after_small_words(letters: &Letters, end: usize) -> usize {
    let start = letters.skip_blanks(end);
    let small_words: [&[char]; 4] =
        [&['o', 'f', ' '], &['d', 'e', ' '], &['d', 'e', 'l', ' '], &['τ', 'ο', 'υ', ' ']];
    let step = small_words.iter().find(|word| {
        letters.chars().get(start..start + word.len()).is_some_and(|letters| letters == **word)
    });
    start + step.map_or(0, |word| word.len())
}

fn is_year(year: u32) -> bool {
    (1300..=1450).contains(&year) || (1900..=2199).contains(&year)
}

fn day_of(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    (year >= 1900 && is_day(month, day) && (leap || (month, day) != (2, 29)))
        .then(|| format!("{year}-{month:02}-{day:02}"))
}

fn day_without_year(month: u32, day: u32) -> Option<String> {
    is_day(month, day).then(|| format!("--{month:02}-{day:02}"))
}

fn is_day(month: u32, day: u32) -> bool {
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// A day and a month alone, `12.05.` or `12/05`: only after a word such as "by", since it could be
/// any two numbers.
pub(super) fn day_and_month(letters: &Letters, start: usize) -> Option<Stamp> {
    let (first, first_end) = small(letters, start, 2)?;
    let separator = letters.at(first_end);
    if !matches!(separator, '/' | '.') {
        return None;
    }
    let (second, second_end) = small(letters, first_end + 1, 2)?;
    let end =
        if separator == '.' && letters.at(second_end) == '.' { second_end + 1 } else { second_end };
    let value =
        day_month(first, second, separator)?.and_then(|(day, month)| day_without_year(month, day));
    (digits_end(letters, end) == end && letters.is_boundary(end)).then_some(Stamp { end, value })
}
