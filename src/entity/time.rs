//! Times of the day and spans of time.

use super::calendar::Stamp;
use super::number::small;
use super::words::{Word, words};
use crate::text::letters::Letters;

/// Which half of the day a word before or after a time names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
}

/// A time that starts with the number at `start`: `17:30`, `5pm`, `17h30`, `오후 5시`, `शाम 5 बजे`.
/// `half` and `after_hour` are what stood before the number: `오후`, `ساعت`.
pub(super) fn clock(
    letters: &Letters,
    start: usize,
    half: Option<Half>,
    after_hour: bool,
) -> Option<Stamp> {
    let (hour, hour_end) = small(letters, start, 2)?;
    let minutes = minutes(letters, hour_end);
    let (minute, end) = minutes.unwrap_or((0, hour_end));
    let suffix = words()
        .word_where(letters, letters.skip_blanks(end), &|word| {
            matches!(word, Word::Clock | Word::Unit(..))
        })
        .filter(|found| found.meaning == Word::Clock);
    let dotted = letters.at(hour_end) == '.';
    let known = match (minutes, suffix) {
        (Some(_), suffix) => !dotted || suffix.is_some(),
        (None, suffix) => suffix.is_some() || after_hour,
    };
    if !known || hour > 24 || minute > 59 {
        return None;
    }
    let (end, half, sure) = match suffix {
        Some(found) => {
            let mark = letters.at(letters.skip_blanks(end));
            let half = match mark {
                'a' => Some(Half::Morning),
                'p' => Some(Half::Afternoon),
                _ => half,
            };
            let (minute_of, end) =
                east_asian_minutes(letters, found.end).unwrap_or((minute, found.end));
            return finish(letters, hour, minute_of, end, half, mark == 'u');
        }
        None => (end, half, minutes.is_some()),
    };
    let (half, end) =
        if after_hour { half_after(letters, end).unwrap_or((half, end)) } else { (half, end) };
    finish(letters, hour, minute, end, half, sure)
}

fn finish(
    letters: &Letters,
    hour: u32,
    minute: u32,
    end: usize,
    half: Option<Half>,
    sure: bool,
) -> Option<Stamp> {
    if letters.at(end).is_ascii_digit() {
        return None;
    }
    let hour = match half {
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ => hour % 24,
    };
    let sure = sure || half.is_some() || hour > 12;
    Some(Stamp { end, value: sure.then(|| format!("{hour:02}:{minute:02}")) })
}

/// `:30`, `h30`, `.30`, with seconds if there are.
fn minutes(letters: &Letters, end: usize) -> Option<(u32, usize)> {
    let two = |mark: usize| {
        let (number, end) = small(letters, mark + 1, 2)?;
        (end == mark + 3).then_some((number, end))
    };
    match letters.at(end) {
        ':' => {
            let (minute, minute_end) = two(end)?;
            let seconds = (letters.at(minute_end) == ':').then(|| two(minute_end)).flatten();
            let end = seconds.map_or(minute_end, |(_, end)| end);
            (letters.at(end) != ':').then_some((minute, end))
        }
        'h' | '.' => two(end),
        _ => None,
    }
}

/// `30분` and `30分` after the hour.
fn east_asian_minutes(letters: &Letters, end: usize) -> Option<(u32, usize)> {
    let (minute, end) = small(letters, letters.skip_blanks(end), 2)?;
    (minute < 60 && matches!(letters.at(end), '분' | '分')).then_some((minute, end + 1))
}

/// `عصر` after `ساعت ۵`.
fn half_after(letters: &Letters, end: usize) -> Option<(Option<Half>, usize)> {
    let start = letters.skip_blanks(end);
    let found = words()
        .word_where(letters, start, &|word| matches!(word, Word::Morning | Word::Afternoon))?;
    Some((half_of(found.meaning), found.end))
}

/// The half of the day that a word names.
pub(super) fn half_of(word: Word) -> Option<Half> {
    match word {
        Word::Morning => Some(Half::Morning),
        Word::Afternoon => Some(Half::Afternoon),
        _ => None,
    }
}

/// A span of time such as `24 hours` or `2 दिन`; its value is an ISO 8601 duration.
pub(super) fn span(letters: &Letters, start: usize) -> Option<Stamp> {
    let (number, end) = small(letters, start, 3)?;
    let found = words()
        .word_where(letters, letters.skip_blanks(end), &|word| matches!(word, Word::Unit(..)))?;
    let Word::Unit(part, unit) = found.meaning else { return None };
    Some(Stamp { end: found.end, value: Some(format!("P{part}{number}{unit}")) })
}
