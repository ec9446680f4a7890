//! What the model is shown: single words, pairs, pieces of sentences and whole texts, drawn anew each
//! time, so that short texts are practised as much as long ones.

use std::collections::HashMap;

use hotcold::language::model::pieces;
use hotcold::text::fold::fold;

use crate::random::Random;
use crate::sources::{Shelf, Source};
use crate::{Class, words};

/// Whole texts are cut after this many words.
const MOST_WORDS: usize = 24;

/// How likely each shelf of a class is to be drawn from, where it holds anything.
const SHARES: [(Shelf, usize); 3] = [(Shelf::News, 15), (Shelf::Own, 5), (Shelf::Parallel, 10)];

/// Languages that a short text is likelier in, and how much likelier: those that customers of the
/// seed languages and of the world write most, then those that are seldom written or that are hardly
/// told from a greater neighbour.
const LIKELY: [(usize, &[&str]); 4] = [
    (14, &["en", "hi-Latn"]),
    (
        12,
        &[
            "es", "fr", "de", "pt", "it", "id", "nl", "pl", "tr", "vi", "ru", "hi", "mr", "ar",
            "fa", "ur",
        ],
    ),
    (5, &["sv", "da", "no", "fi", "cs", "ro", "hu", "uk", "bg", "sr", "hr", "ms", "tl", "sw"]),
    (1, &["bs", "la", "eo", "mi", "ts", "lg", "ur-Latn", "ta-Latn", "bn-Latn"]),
];
const LIKELY_ELSE: usize = 3;

/// A word as the model sees it, and as it is seen when typed without its marks.
struct Spelling {
    pieces: Vec<u32>,
    bare: Vec<u32>,
}

struct Stock {
    class: usize,
    shelves: Vec<(usize, Vec<Vec<u32>>)>,
    /// Every word once.
    vocabulary: Vec<u32>,
}

/// All rows, ready to be drawn from.
pub struct Samples {
    spellings: Vec<Spelling>,
    stocks: Vec<Stock>,
    /// Places in `stocks`, each as often as it is likely.
    lots: Vec<usize>,
}

impl Samples {
    /// Takes in the rows of all classes.
    pub fn new(classes: &[Class], source: &Source) -> Self {
        let mut samples = Self { spellings: Vec::new(), stocks: Vec::new(), lots: Vec::new() };
        for (place, class) in classes.iter().enumerate() {
            let mut known = HashMap::new();
            let mut shelves = Vec::new();
            for (shelf, share) in SHARES {
                let texts = source.texts(place, shelf);
                let rows: Vec<Vec<u32>> = texts
                    .map(|text| samples.learn_words(text, *class, &mut known))
                    .filter(|row| !row.is_empty())
                    .collect();
                if !rows.is_empty() {
                    shelves.push((share, rows));
                }
            }
            let mut vocabulary: Vec<u32> = known.into_values().collect();
            vocabulary.sort_unstable();
            let lot = likelihood(class.tag);
            if !shelves.is_empty() {
                samples.lots.extend(std::iter::repeat_n(samples.stocks.len(), lot));
                samples.stocks.push(Stock { class: place, shelves, vocabulary });
            }
        }
        samples
    }

    fn learn_words(
        &mut self,
        text: &str,
        class: Class,
        known: &mut HashMap<String, u32>,
    ) -> Vec<u32> {
        let place = |word: String| {
            *known.entry(word.to_lowercase()).or_insert_with_key(|word| {
                let bare = without_marks(word, class.tag);
                self.spellings.push(Spelling { pieces: slots(word), bare: slots(&bare) });
                self.spellings.len() as u32 - 1
            })
        };
        words(text, class.script).into_iter().map(place).collect()
    }

    /// Draws a text: its class, and the slots of its pieces into `slots`.
    pub fn draw(&self, random: &mut Random, slots: &mut Vec<u32>) -> usize {
        let stock = &self.stocks[*random.pick(&self.lots)];
        slots.clear();
        let bare = random.below(6) == 0;
        let mut add = |word: u32| {
            let spelling = &self.spellings[word as usize];
            slots.extend(if bare { &spelling.bare } else { &spelling.pieces });
        };
        let kind = random.below(20);
        if kind < 4 {
            add(*random.pick(&stock.vocabulary));
            return stock.class;
        }
        let total = stock.shelves.iter().map(|shelf| shelf.0).sum();
        let mut lot = random.below(total);
        let shelf = stock.shelves.iter().find(|(share, _)| {
            let found = lot < *share;
            lot = lot.wrapping_sub(*share);
            found
        });
        let Some((_, rows)) = shelf else { return stock.class };
        let row = random.pick(rows);
        let length = match kind {
            4..8 => 1,
            8..12 => 2,
            12..15 => 3 + random.below(3),
            _ => MOST_WORDS,
        };
        let length = length.min(row.len());
        let first = random.below(row.len() - length + 1);
        row[first..first + length].iter().for_each(|word| add(*word));
        stock.class
    }
}

fn likelihood(tag: &str) -> usize {
    let listed = LIKELY.iter().find(|(_, tags)| tags.contains(&tag));
    listed.map_or(LIKELY_ELSE, |(lot, _)| *lot)
}

/// A word as it is typed on a keyboard that lacks letters of the language.
fn without_marks(word: &str, tag: &str) -> String {
    match tag {
        "fa" | "ur" => word.replace('ی', "ي").replace('ک', "ك"),
        "ar" => word.replace('ي', "ی").replace(['أ', 'إ', 'آ'], "ا"),
        "ru" => word.replace('ё', "е"),
        "hi" | "mr" | "ne" | "und" => word.to_owned(),
        _ => fold(word),
    }
}

/// The slots of a word's pieces.
pub fn slots(word: &str) -> Vec<u32> {
    let mut slots = Vec::new();
    pieces(word, &mut |slot| slots.push(slot as u32));
    slots
}
