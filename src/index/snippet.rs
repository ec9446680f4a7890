//! The passage of a text that shows best why it was found, and the sentences that answer a query.

use unicode_segmentation::UnicodeSegmentation;

use super::query::{Query, terms};
use super::stem::{head, stem};
use crate::text::Document;

/// The longest snippet, in characters.
pub const MAX_SNIPPET: usize = 160;
/// How many characters of a text are looked at: a long article says early what it is about.
const MAX_READ: usize = 20_000;
/// The most sentences of a summary, and its length in characters from which no more are added.
const SUMMARY_SENTENCES: usize = 3;
const SUMMARY_LENGTH: usize = 320;
/// What a further sentence must add, as a share of what the best one gives.
const SUMMARY_GAIN: f64 = 0.35;
/// What the first sentence gets on top, as a share of its worth, falling by half with each one after:
/// of two sentences that say the same the earlier one is the better opening.
const EARLY: f64 = 0.2;

/// What may stand after the end of a sentence.
const CLOSING: [char; 9] = ['"', '\'', '”', '’', '»', ')', ']', '」', '）'];

/// A word of the query in a text: byte range, place in characters, index of the word.
struct Place {
    start: usize,
    end: usize,
    first_char: usize,
    last_char: usize,
    word: usize,
}

/// The passage of at most [`MAX_SNIPPET`] characters that holds most of what the query's words are
/// worth. It begins and ends between words, never inside a grapheme; an ellipsis stands where text
/// is left out, and white space is single blanks. `worth` has one number for each word of the query.
pub fn snippet(text: &str, query: &Query, worth: &[f64]) -> String {
    let whole = text.trim();
    let text = opening(whole);
    if whole.len() <= text.len() && text.chars().count() <= MAX_SNIPPET {
        let mut out = String::with_capacity(text.len());
        push_words(text, &mut out);
        return out;
    }
    let places = places(text, query);
    let room = MAX_SNIPPET - 2;
    let (first, last) = best_window(&places, room, worth);
    let (start, end, used) = match (places.get(first), places.get(last)) {
        (Some(from), Some(to)) => (from.start, to.end, to.last_char - from.first_char),
        _ => (0, 0, 0),
    };
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    // Text that ends soon leaves its room to what stands before.
    let spare = room - used;
    let follows = after.chars().take(spare).count();
    let start = start - back(before, (spare / 3).max(spare - follows));
    let taken = text.get(start..end).unwrap_or_default().chars().count();
    let end = end + forth(after, room.saturating_sub(taken));
    let mut out = String::new();
    if start > 0 {
        out.push('…');
    }
    push_words(text.get(start..end).unwrap_or_default(), &mut out);
    if end < whole.len() {
        out.push('…');
    }
    out
}

/// What is looked at of a text: whole graphemes of its first [`MAX_READ`] characters.
fn opening(text: &str) -> &str {
    let opening = head(text, MAX_READ);
    match opening.grapheme_indices(true).next_back() {
        Some((last, _)) if opening.len() < text.len() => text.get(..last).unwrap_or_default(),
        _ => opening,
    }
}

/// Appends a text with every run of white space as one blank.
fn push_words(text: &str, out: &mut String) {
    for (number, word) in text.split_whitespace().enumerate() {
        if number > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

fn places(text: &str, query: &Query) -> Vec<Place> {
    let mut words: Vec<(&str, usize)> =
        query.words.iter().enumerate().map(|(at, word)| (word.stem.as_str(), at)).collect();
    words.sort_unstable();
    let document = Document::plain(text);
    let (mut byte, mut chars) = (0, 0);
    let found = terms(&document).filter_map(|(token, term)| {
        let at = words.binary_search_by_key(&stem(term), |(stem, _)| stem).ok()?;
        let word = words.get(at)?.1;
        let (start, end) = (token.start as usize, token.end as usize);
        chars += text.get(byte..start).unwrap_or_default().chars().count();
        byte = start;
        let length = text.get(start..end)?.chars().count();
        Some(Place { start, end, first_char: chars, last_char: chars + length, word })
    });
    // A longer word cannot be shown whole.
    found.filter(|place| place.last_char - place.first_char < MAX_SNIPPET / 2).collect()
}

/// The first and the last place of the window of `room` characters with the greatest worth.
fn best_window(places: &[Place], room: usize, worth: &[f64]) -> (usize, usize) {
    let worth_of = |place: &Place| worth.get(place.word).copied().unwrap_or_default();
    let mut counts = vec![0u32; worth.len()];
    let (mut first, mut best, mut best_worth, mut sum) = (0, (0, 0), 0.0, 0.0);
    for (last, place) in places.iter().enumerate() {
        if let Some(count) = counts.get_mut(place.word) {
            *count += 1;
            if *count == 1 {
                sum += worth_of(place);
            }
        }
        while let Some(left) = places.get(first).filter(|it| it.first_char + room < place.last_char)
        {
            first += 1;
            if let Some(count) = counts.get_mut(left.word) {
                *count -= 1;
                if *count == 0 {
                    sum -= worth_of(left);
                }
            }
        }
        // Sums that differ by rounding alone are equal; the earlier window stays.
        if sum > best_worth + 1e-9 {
            (best, best_worth) = ((first, last), sum);
        }
    }
    best
}

/// How many bytes to go back: to the start of the sentence, or else as far as `room` characters
/// allow, to the start of a word.
fn back(text: &str, room: usize) -> usize {
    let (mut chars, mut word, mut any) = (0, None, 0);
    // A full stop inside a number or an address ends nothing.
    let mut before_blank = false;
    for (start, grapheme) in text.grapheme_indices(true).rev() {
        let here = text.len() - start - grapheme.len();
        let blank = is_blank(grapheme);
        let ends = ends_sentence(grapheme) && (before_blank || blank || !grapheme.is_ascii());
        if ends && chars > 0 {
            return here;
        }
        if blank {
            word = Some(here);
        } else {
            any = here;
        }
        before_blank = blank;
        chars += grapheme.chars().count();
        if chars > room {
            return word.unwrap_or(any);
        }
    }
    text.len()
}

/// How many bytes to go on: as far as `room` characters allow, to the end of a word.
fn forth(text: &str, room: usize) -> usize {
    let (mut chars, mut word) = (0, None);
    for (start, grapheme) in text.grapheme_indices(true) {
        if is_blank(grapheme) {
            word = Some(start);
        }
        chars += grapheme.chars().count();
        if chars > room {
            return word.unwrap_or(start);
        }
    }
    text.len()
}

fn is_blank(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

fn ends_sentence(grapheme: &str) -> bool {
    matches!(
        grapheme,
        "." | "!" | "?" | "\n" | "\r\n" | "。" | "！" | "？" | "।" | "॥" | "؟" | "۔" | "…"
    )
}

/// One to three sentences of the text, in its order, that cover most of what the query's words are
/// worth; the first sentence when none of them occurs. Extractive: nothing is written anew.
pub fn summary(text: &str, query: &Query, worth: &[f64]) -> String {
    let sentences = sentences(opening(text));
    let covers: Vec<Vec<usize>> = sentences
        .iter()
        .map(|sentence| {
            let mut words: Vec<usize> =
                places(sentence, query).into_iter().map(|place| place.word).collect();
            words.sort_unstable();
            words.dedup();
            words
        })
        .collect();
    let mut left = worth.to_vec();
    let mut chosen: Vec<usize> = Vec::new();
    let (mut first_gain, mut length) = (0.0, 0);
    while chosen.len() < SUMMARY_SENTENCES && length < SUMMARY_LENGTH {
        let Some((at, gain)) = best_sentence(&covers, &left) else { break };
        if gain <= first_gain * SUMMARY_GAIN {
            break;
        }
        if chosen.is_empty() {
            first_gain = gain;
        }
        for word in covers.get(at).into_iter().flatten() {
            if let Some(worth) = left.get_mut(*word) {
                *worth = 0.0;
            }
        }
        length += sentences.get(at).map_or(0, |sentence| sentence.chars().count());
        chosen.push(at);
    }
    if chosen.is_empty() {
        chosen.push(0);
    }
    chosen.sort_unstable();
    let parts = chosen.iter().filter_map(|at| sentences.get(*at));
    parts.map(|sentence| short(sentence, query, worth)).collect::<Vec<_>>().join(" ")
}

/// The sentence that covers most of what is left; the earliest of equals.
fn best_sentence(covers: &[Vec<usize>], left: &[f64]) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    let mut early = 1.0 + EARLY;
    for (at, words) in covers.iter().enumerate() {
        let sum: f64 = words.iter().filter_map(|word| left.get(*word)).sum();
        let gain = sum * early;
        early = 1.0 + (early - 1.0) / 2.0;
        if gain > best.map_or(0.0, |(_, gain)| gain) {
            best = Some((at, gain));
        }
    }
    best
}

/// The sentences of a text; lines that only announce what follows are left out, if there are others.
fn sentences(text: &str) -> Vec<&str> {
    let all: Vec<&str> =
        text.unicode_sentences().map(str::trim).filter(|it| !it.is_empty()).collect();
    let whole: Vec<&str> = all
        .iter()
        .copied()
        .filter(|sentence| {
            let words = sentence.trim_end_matches(CLOSING);
            words.graphemes(true).next_back().is_some_and(ends_sentence)
        })
        .collect();
    if whole.is_empty() { all } else { whole }
}

fn short(sentence: &str, query: &Query, worth: &[f64]) -> String {
    if sentence.chars().count() > SUMMARY_LENGTH {
        return snippet(sentence, query, worth);
    }
    let mut out = String::with_capacity(sentence.len());
    push_words(sentence, &mut out);
    out
}
