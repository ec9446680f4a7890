//! Dates, times and deadlines.

use super::Finder;
use super::calendar::{Stamp, day_and_month, day_first, month_first, numeric};
use super::number::digits_end;
use super::time::{Half, clock, half_of, span};
use super::words::{Force, Word, words};
use crate::text::letters::{Letters, is_hangul};
use crate::text::phrases::Found;

/// Finds dates and times, and whether they are deadlines.
pub(super) fn scan(finder: &mut Finder) {
    let letters = finder.letters;
    let sentences = sentence_ends(letters);
    let text = finder.text;
    let mut dates =
        Dates { text, letters, lead: Lead::default(), found: Vec::new(), needs: Vec::new() };
    let mut index = 0;
    while index < letters.len() {
        let end = if letters.at(index).is_ascii_digit() {
            Some(dates.number(index))
        } else if letters.is_boundary(index) {
            dates.word(index)
        } else {
            None
        };
        index = end.unwrap_or(index + 1);
    }
    for date in dates.found {
        let needed = || {
            let sentence = sentences.partition_point(|end| *end <= date.start);
            let start = sentence.checked_sub(1).and_then(|before| sentences.get(before)).copied();
            let end = sentences.get(sentence).copied().unwrap_or(letters.len());
            let need = dates.needs.partition_point(|need| *need < start.unwrap_or(0));
            dates.needs.get(need).is_some_and(|need| *need < end)
        };
        let deadline = date.due || (date.presses && needed());
        finder.push_date("date", date.start, date.end, date.value, deadline);
    }
}

struct Date {
    start: usize,
    end: usize,
    value: Option<String>,
    /// Whether a word such as "by" makes it a deadline.
    due: bool,
    /// Whether it is a deadline as soon as something is needed in the same sentence.
    presses: bool,
}

/// A word such as "by" before a date.
#[derive(Clone, Copy)]
struct By {
    start: usize,
    force: Force,
}

/// The words just before a number or a day.
#[derive(Clone, Copy, Default)]
struct Lead {
    /// Where they end.
    end: usize,
    by: Option<By>,
    within: Option<usize>,
    half: Option<(usize, Half)>,
    hour: Option<usize>,
}

struct Dates<'a> {
    text: &'a str,
    letters: &'a Letters,
    lead: Lead,
    found: Vec<Date>,
    needs: Vec<usize>,
}

impl Dates<'_> {
    /// Looks at the number at `start`; returns the index to go on from.
    fn number(&mut self, start: usize) -> usize {
        let letters = self.letters;
        let after_number = matches!(letters.before(start), '.' | ',' | '/' | ':' | '-' | '+' | '#')
            && (letters.at(start.saturating_sub(2)).is_ascii_digit()
                || letters.before(start) == '#');
        if after_number || !letters.is_boundary(start) {
            return digits_end(letters, start);
        }
        let lead = self.lead_at(start);
        let half = lead.half.map(|(_, half)| half);
        let day = numeric(letters, start).or_else(|| day_first(letters, start));
        if let Some(stamp) = day {
            return self.add(start, stamp, lead.by, false);
        }
        if let Some(stamp) = clock(letters, start, half, lead.hour.is_some()) {
            let first = lead.half.map(|(start, _)| start).or(lead.hour).unwrap_or(start);
            return self.add_time(first, stamp, lead.by);
        }
        let day = if lead.by.is_some() { day_and_month(letters, start) } else { None };
        match day {
            Some(stamp) => self.add(start, stamp, lead.by, false),
            None => self.span(start, lead),
        }
    }

    /// A span of time counts only as a deadline: after "within" or before its counterparts.
    fn span(&mut self, start: usize, lead: Lead) -> usize {
        let letters = self.letters;
        let Some(stamp) = span(letters, start) else { return digits_end(letters, start) };
        let inside = suffix(letters, stamp.end, &|word| word == Word::Inside);
        let Some(first) = lead.within.or(inside.map(|_| start)) else {
            return stamp.end;
        };
        let end = inside.map_or(stamp.end, |found| found.end);
        self.found.push(Date { start: first, end, value: stamp.value, due: true, presses: false });
        end
    }

    /// Looks at the word at `start`; returns the index to go on from if the word means something.
    fn word(&mut self, start: usize) -> Option<usize> {
        let letters = self.letters;
        let found = words().word_where(letters, start, &leads)?;
        let end = found.end;
        let mut lead = self.lead_at(start);
        lead.end = found.word_end;
        match found.meaning {
            Word::Day(value, presses) => {
                let stamp = Stamp { end, value: Some(value.to_owned()) };
                return Some(self.add(start, stamp, lead.by, presses));
            }
            Word::Due(value) => {
                let value = Some(value.to_owned());
                self.found.push(Date { start, end, value, due: true, presses: false });
                return Some(end);
            }
            Word::Month(_) | Word::PersianMonth => {
                // "You may 3 times", "they march 5 miles": a month is written with a capital.
                let written = self.text.get(letters.place(start) as usize..)?;
                let is_lower = written.chars().next().is_some_and(char::is_lowercase);
                let stamp =
                    month_first(letters, start).filter(|_| lead.by.is_some() || !is_lower)?;
                return Some(self.add(start, stamp, lead.by, false));
            }
            Word::By(force) => {
                lead.by = Some(By { start, force });
                let within = words().word_where(letters, start, &|word| word == Word::Within);
                lead.within = within.map(|_| start);
            }
            Word::Within => lead.within = Some(start),
            Word::Morning | Word::Afternoon => {
                lead.half = half_of(found.meaning).map(|half| (start, half));
            }
            Word::Hour => lead.hour = Some(start),
            Word::Need => {
                self.needs.push(start);
                return Some(end);
            }
            _ => return Some(end),
        }
        self.lead = lead;
        Some(found.word_end)
    }

    /// What leads up to `start` without anything in between.
    fn lead_at(&self, start: usize) -> Lead {
        let near = self.letters.skip_blanks(self.lead.end) == start;
        if near { self.lead } else { Lead::default() }
    }

    fn add(&mut self, start: usize, stamp: Stamp, by: Option<By>, presses: bool) -> usize {
        self.push(start, stamp, by, presses, &[Force::Always, Force::Days])
    }

    fn add_time(&mut self, start: usize, stamp: Stamp, by: Option<By>) -> usize {
        self.push(start, stamp, by, false, &[Force::Always])
    }

    /// Keeps a date; words around it make it a deadline if they have enough force, and otherwise where
    /// something is needed.
    fn push(
        &mut self,
        start: usize,
        stamp: Stamp,
        by: Option<By>,
        presses: bool,
        enough: &[Force],
    ) -> usize {
        let (end, till) = self.tail(stamp.end);
        let forces = [by.map(|by| by.force), till];
        let due = forces.iter().flatten().any(|force| enough.contains(force));
        let presses = presses || forces.iter().any(Option::is_some);
        let start = by.map_or(start, |by| by.start);
        self.found.push(Date { start, end, value: stamp.value, due, presses });
        end
    }

    /// Where a date ends, with the word for "until" behind it, and the force of that word.
    fn tail(&self, end: usize) -> (usize, Option<Force>) {
        let letters = self.letters;
        let word_end = letters.word_end(end);
        let wanted = &|word| matches!(word, Word::Till(_));
        match suffix(letters, end, wanted).or_else(|| suffix(letters, word_end, wanted)) {
            Some(Found { end, meaning: Word::Till(force), .. }) => (end, Some(force)),
            // Endings belong to the word, but Korean particles do not.
            _ if is_hangul(letters.before(end)) => (end, None),
            _ => (word_end, None),
        }
    }
}

/// A word of this meaning that follows at `end`.
fn suffix(letters: &Letters, end: usize, wanted: &dyn Fn(Word) -> bool) -> Option<Found<Word>> {
    words().word_where(letters, letters.skip_blanks(end), wanted)
}

/// Whether a word is looked for on its own, not only next to a number.
fn leads(word: Word) -> bool {
    !matches!(word, Word::Till(_) | Word::Inside | Word::Unit(..) | Word::Clock)
}

fn sentence_ends(letters: &Letters) -> Vec<usize> {
    let ends = |(index, letter): (usize, &char)| {
        let end = match letter {
            '!' | '?' | '\n' | '。' | '।' | '؟' | '۔' | '…' => true,
            '.' => matches!(letters.at(index + 1), ' ' | '\n' | '\0'),
            _ => false,
        };
        end.then_some(index + 1)
    };
    letters.chars().iter().enumerate().filter_map(ends).collect()
}
