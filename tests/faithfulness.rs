//! Reasons are faithful: the words they mark are the words that made the message hot. Over the test part of the own
//! corpus, which no weight was trained on, marked words are deleted and the score is asked for again.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::ops::Range;

use hotcold::engine::Engine;
use hotcold::json::Json;
use hotcold::text::{Document, TokenKind};
use hotcold::verdict::{Priority, Reason, Source, Span, Verdict};
use serde_json::Value;

/// How many times the drop of random words that of marked words is at least.
const FACTOR: f64 = 5.0;

/// How many spans are deleted at once.
const TOP: usize = 3;

/// At most this share of reasons that speak for hot may mark words without which the score is higher, by more than
/// [`RISE`]: what new neighbours say to each other cannot be known beforehand.
const WRONG_WAY: f64 = 0.02;
const RISE: f64 = 0.01;

/// At most this share of hot messages may have no word marked that speaks for hot.
const UNEXPLAINED: f64 = 0.01;

/// The words of a text (all tokens but marks), in UTF-16 code units.
struct Words(Vec<Range<usize>>);

impl Words {
    fn of(text: &str) -> Self {
        let document = Document::message(text, false);
        let words = document.tokens().iter().filter(|token| token.kind != TokenKind::Mark);
        Self(words.map(|token| range(&document.span(token.start, token.end))).collect())
    }

    fn inside(&self, spans: &[Range<usize>]) -> usize {
        let within = |word: &Range<usize>| {
            spans.iter().any(|span| span.start <= word.start && word.end <= span.end)
        };
        self.0.iter().filter(|word| within(word)).count()
    }

    /// Whether a span begins where a word begins and ends where one ends.
    fn are(&self, span: &Range<usize>) -> bool {
        self.0.iter().any(|word| word.start == span.start)
            && self.0.iter().any(|word| word.end == span.end)
    }

    /// As many words as asked for, none of which touches the spans; `None` when there are too few.
    fn random(
        &self,
        count: usize,
        spans: &[Range<usize>],
        dice: &mut Dice,
    ) -> Option<Vec<Range<usize>>> {
        let touched = |word: &Range<usize>| {
            spans.iter().any(|span| span.start < word.end && word.start < span.end)
        };
        let mut free: Vec<_> = self.0.iter().filter(|word| !touched(word)).collect();
        if free.len() < count {
            return None;
        }
        Some((0..count).map(|_| free.swap_remove(dice.below(free.len())).clone()).collect())
    }
}

/// A seeded sequence (xorshift, Marsaglia 2003).
struct Dice(u32);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end
    }
}

fn range(span: &Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// The text without some ranges of UTF-16 code units.
fn without(text: &str, ranges: &[Range<usize>]) -> String {
    let units = text.encode_utf16().enumerate();
    let rest: Vec<u16> = units
        .filter(|(index, _)| !ranges.iter().any(|range| range.contains(index)))
        .map(|(_, unit)| unit)
        .collect();
    String::from_utf16(&rest).unwrap()
}

fn triage(engine: &Engine, text: &str) -> Verdict {
    engine.triage(Json::Text(text.into()), &Json::Null).unwrap()
}

fn fnv1a32(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The texts of the test part, as `train/corpus/GUIDE.md` defines it.
fn test_part() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/train/corpus");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        for line in fs::read_to_string(file).unwrap().lines() {
            let record: Value = serde_json::from_str(line).unwrap();
            let text = record["text"].as_str().unwrap();
            if fnv1a32(record["pair"].as_str().unwrap_or(text)).is_multiple_of(5) {
                texts.push(text.to_owned());
            }
        }
    }
    texts
}

/// The messages of the test part that the model calls hot.
fn hot(engine: &Engine) -> Vec<(String, Verdict)> {
    let judged = test_part().into_iter().map(|text| {
        let verdict = triage(engine, &text);
        (text, verdict)
    });
    judged.filter(|(_, verdict)| verdict.priority == Priority::Hot).collect()
}

/// The reasons of the model that speak for hot, with their places; strongest first.
fn reasons(verdict: &Verdict) -> impl Iterator<Item = (&Reason, Vec<Range<usize>>)> {
    let model = verdict.reasons.iter().filter(|reason| reason.source == Source::Model);
    model
        .filter(|reason| reason.weight > 0.0)
        .map(|reason| (reason, reason.spans.iter().map(range).collect()))
}

fn log_odds(score: f64) -> f64 {
    let score = score.clamp(1e-4, 1.0 - 1e-4);
    (score / (1.0 - score)).ln()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

#[test]
fn every_span_of_a_reason_is_words_of_the_message() {
    let engine = Engine::new(&Json::Null).unwrap();
    let judged = hot(&engine);
    let mut unexplained = 0;
    for (text, verdict) in &judged {
        let words = Words::of(text);
        for span in verdict.reasons.iter().flat_map(|reason| &reason.spans).map(range) {
            assert!(words.are(&span), "{text}: {span:?}");
        }
        unexplained += usize::from(reasons(verdict).all(|(_, spans)| spans.is_empty()));
    }
    println!("{unexplained} of {} hot messages have no marked words", judged.len());
    assert!((unexplained as f64) < UNEXPLAINED * judged.len() as f64);
}

#[test]
fn without_the_marked_words_the_score_falls_and_without_others_it_does_not() {
    let engine = Engine::new(&Json::Null).unwrap();
    let mut dice = Dice(0x9E37_79B9);
    // The score as it is, without the marked words and without as many others.
    let mut scores: Vec<[f64; 3]> = Vec::new();
    for (text, verdict) in hot(&engine) {
        let words = Words::of(&text);
        let mut top: Vec<_> = Vec::new();
        for span in reasons(&verdict).flat_map(|(_, spans)| spans) {
            if top.len() < TOP && !top.contains(&span) {
                top.push(span);
            }
        }
        let count = words.inside(&top);
        // A message of which nearly everything is marked has no words to compare with.
        let Some(others) = words.random(count, &top, &mut dice).filter(|_| count > 0) else {
            continue;
        };
        let [marked, random] =
            [top, others].map(|spans| triage(&engine, &without(&text, &spans)).score);
        scores.push([verdict.score, marked, random]);
    }
    for (name, unit) in [("score", (|score| score) as fn(f64) -> f64), ("log-odds", log_odds)] {
        let drop = |which: usize| scores.iter().map(move |of| unit(of[0]) - unit(of[which]));
        let (marked, random) = (mean(drop(1)), mean(drop(2)));
        let size = mean(drop(2).map(f64::abs));
        println!(
            "{}: mean drop in {name} {marked:.4} without marked words, {random:.4} without random ones (size {size:.4})",
            scores.len()
        );
        // Random words are mostly those that make a message colder: their drop may be below zero.
        assert!(marked >= FACTOR * random.abs());
    }
}

#[test]
fn hardly_any_reason_marks_words_without_which_the_message_would_be_hotter() {
    let engine = Engine::new(&Json::Null).unwrap();
    let (mut all, mut wrong) = (0, Vec::new());
    for (text, verdict) in hot(&engine) {
        for (reason, spans) in reasons(&verdict).filter(|(_, spans)| !spans.is_empty()) {
            all += 1;
            let after = triage(&engine, &without(&text, &spans)).score;
            if after > verdict.score + RISE {
                wrong.push(format!("{} {} → {after}: {text}", reason.code, verdict.score));
            }
        }
    }
    println!("{} of {all} reasons mark words that hold the score down", wrong.len());
    assert!((wrong.len() as f64) < WRONG_WAY * f64::from(all), "{wrong:#?}");
}
