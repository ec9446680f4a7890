//! A document as features: the one function that training and inference share.
//!
//! Features are hashed into [`BUCKETS`] buckets. The groups have scales of their own, so that a long
//! message does not outweigh its words by its mere length: words (single, pairs), concepts (what the
//! lexicon knows, single and in pairs, which reach across languages) and style. Pieces of words are no
//! features: the lexicon's stems carry inflection, and without pieces the model is right more often
//! (.810 of the own test part against .806), smaller and faster.

use crate::lexicon::{Found, Lexicon};
use crate::text::{Document, Token, TokenKind};

/// Base-two logarithm of [`BUCKETS`].
pub const BUCKET_BITS: u32 = 18;

/// How many buckets features are hashed into.
pub const BUCKETS: u32 = 1 << BUCKET_BITS;

/// Which scale a feature has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Words and pairs of words.
    Word,
    /// Concepts and pairs of concepts.
    Concept,
    /// How it is written: marks, capitals, length.
    Style,
}

/// One hashed feature and the tokens it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Below [`BUCKETS`].
    pub bucket: u32,
    /// Which scale it has.
    pub group: Group,
    /// The first token.
    pub token: u32,
    /// How many tokens; 0 when it belongs to no place in the text (the subject, the length).
    pub tokens: u32,
    /// Whether only the first and the last of them count: what stands between the two is not read.
    pub pair: bool,
}

impl Feature {
    /// How many tokens it was read from.
    pub fn size(&self) -> u32 {
        if self.pair { self.tokens.min(2) } else { self.tokens }
    }

    /// Adds to the value of each token it was read from.
    pub fn add_to(&self, values: &mut [f32], value: f32) {
        let tokens = values.iter_mut().skip(self.token as usize).take(self.tokens as usize);
        for (place, sum) in (1..).zip(tokens) {
            if !self.pair || place == 1 || place == self.tokens {
                *sum += value;
            }
        }
    }
}

/// The features of a message, in the order of its text.
#[derive(Clone, Debug, Default)]
pub struct Features {
    list: Vec<Feature>,
    words: u32,
    concepts: u32,
}

impl Features {
    /// Reads the features of a text and, for an e-mail, of its subject.
    ///
    /// ```
    /// use hotcold::{features::Features, lexicon::Lexicon, text::Document};
    /// let document = Document::plain("charged twice");
    /// let features = Features::read(&document, None, &Lexicon::default());
    /// assert!(!features.list().is_empty());
    /// ```
    pub fn read(document: &Document, subject: Option<&Document>, lexicon: &Lexicon) -> Self {
        let mut features = Self::default();
        if let Some(subject) = subject {
            features.add_document(subject, false);
            features.add_concepts(&lexicon.find(subject), false);
        }
        features.add_document(document, true);
        features.add_concepts(&lexicon.find(document), true);
        features.add_style(document);
        features
    }

    /// The features.
    pub fn list(&self) -> &[Feature] {
        &self.list
    }

    /// The value of each feature of a group: the inverse root of the group's size, 1 for style.
    pub fn scale(&self, group: Group) -> f32 {
        let count = match group {
            Group::Word => self.words,
            Group::Concept => self.concepts,
            Group::Style => 1,
        };
        1.0 / libm::sqrtf(count.max(1) as f32)
    }

    fn push(&mut self, group: Group, hash: u32, token: usize, tokens: u32) {
        match group {
            Group::Word => self.words += 1,
            Group::Concept => self.concepts += 1,
            Group::Style => {}
        }
        let bucket = spread(hash) >> (32 - BUCKET_BITS);
        self.list.push(Feature { bucket, group, token: token as u32, tokens, pair: false });
    }

    /// A feature of the first and the last of some tokens.
    fn push_pair(&mut self, group: Group, hash: u32, token: usize, tokens: u32) {
        self.push(group, hash, token, tokens);
        self.list.last_mut().into_iter().for_each(|feature| feature.pair = true);
    }

    fn add_document(&mut self, document: &Document, placed: bool) {
        let place = |tokens: u32| if placed { tokens } else { 0 };
        let mut previous = START;
        let mut before = START;
        for (index, token) in document.tokens().iter().enumerate() {
            let Some(word) = word_hash(document, token) else { continue };
            self.push(Group::Word, word, index, place(1));
            let first = index.saturating_sub(1);
            let pair = mix(previous, word);
            self.push_pair(Group::Word, pair, first, place((index - first + 1) as u32));
            if token.kind == TokenKind::Word {
                // A pair with one word between carries "not … working" and "still … waiting".
                let skip = mix(mix(before, SKIP), word);
                let first = index.saturating_sub(2);
                self.push_pair(Group::Word, skip, first, place((index - first + 1) as u32));
            }
            before = previous;
            previous = word;
        }
        let last = document.tokens().len().saturating_sub(1);
        self.push(Group::Word, mix(previous, END), last, place(1));
    }

    fn add_concepts(&mut self, found: &[Found], placed: bool) {
        let place = |tokens: u32| if placed { tokens } else { 0 };
        for (index, one) in found.iter().enumerate() {
            let first = one.token as usize;
            let single = mix(CONCEPT, u32::from(one.concept));
            self.push(Group::Concept, single, first, place(one.tokens));
            let near = found
                .iter()
                .skip(index + 1)
                .take(CONCEPT_PAIRS)
                .take_while(|other| other.token - one.token <= CONCEPT_REACH)
                .filter(|other| other.token >= one.token + one.tokens);
            for other in near {
                let pair = mix(single, u32::from(other.concept));
                let tokens = other.token + other.tokens - one.token;
                self.push_pair(Group::Concept, pair, first, place(tokens));
            }
        }
    }

    fn add_style(&mut self, document: &Document) {
        let mut shouts = 0;
        let mut letters = 0;
        let mut words = 0;
        let mut exclamations = 0;
        let mut questions = 0;
        for token in document.tokens() {
            let raw = document.raw(token);
            match token.kind {
                TokenKind::Word => {
                    words += 1;
                    letters += raw.chars().count();
                    if raw.chars().nth(1).is_some() && raw.chars().all(char::is_uppercase) {
                        shouts += 1;
                    }
                }
                TokenKind::Gram => words += 1,
                TokenKind::Mark => {
                    exclamations += raw.chars().filter(|mark| matches!(mark, '!' | '！')).count();
                    questions += raw.chars().filter(|mark| is_question(*mark)).count();
                }
                _ => {}
            }
        }
        let mut style = |name: u32, class: usize| {
            self.push(Group::Style, mix(STYLE + name, class as u32), 0, 0);
        };
        style(0, bits(words));
        style(1, exclamations.min(3));
        style(2, questions.min(2));
        // A shout is several capital words, not one abbreviation.
        style(3, usize::from(shouts > 1 && shouts * 2 > words));
        style(4, usize::from(letters == 0));
    }
}

const START: u32 = 1;
const END: u32 = 2;
const SKIP: u32 = 3;
const STYLE: u32 = 16;
const CONCEPT: u32 = 0x632B_E5AB;

/// How far apart, in tokens, two concepts can stand and still be a pair.
const CONCEPT_REACH: u32 = 5;

/// How many followers a concept is paired with at most.
const CONCEPT_PAIRS: usize = 6;

/// The hash under which a token counts as a word; `None` for tokens that say nothing by themselves.
fn word_hash(document: &Document, token: &Token) -> Option<u32> {
    let class = match token.kind {
        TokenKind::Word | TokenKind::Gram | TokenKind::Hashtag | TokenKind::Emoji => {
            return Some(text_hash(document.folded(token)));
        }
        // Marks count in runs of up to three, so that "!!!!!!!" is "!!!".
        TokenKind::Mark => {
            let raw = document.raw(token);
            return Some(raw.chars().take(3).fold(0x51, |hash, mark| step(hash, mark as u32)));
        }
        // Which number it is says little; that there is one, and how long, says something.
        TokenKind::Number => 8 + document.folded(token).len().min(7) as u32,
        TokenKind::Link => 5,
        TokenKind::Handle => 6,
    };
    Some(class)
}

/// Hashes a word; a letter that stands three or more times in a row counts twice ("sooooo" is "soo").
fn text_hash(word: &str) -> u32 {
    let mut hash = 0x811C_9DC5;
    let mut last = '\0';
    let mut run = 0;
    for letter in word.chars() {
        run = if letter == last { run + 1 } else { 0 };
        last = letter;
        if run < 2 {
            hash = step(hash, letter as u32);
        }
    }
    hash
}

/// FNV-1a over 32-bit units (Fowler, Noll, Vo).
fn step(hash: u32, unit: u32) -> u32 {
    (hash ^ unit).wrapping_mul(0x0100_0193)
}

fn mix(left: u32, right: u32) -> u32 {
    step(step(left ^ 0x5bd1_e995, right), right >> 16)
}

/// Spreads the hash over its high bits, of which buckets are made (Fibonacci hashing, Knuth 6.4).
fn spread(hash: u32) -> u32 {
    (hash ^ (hash >> 15)).wrapping_mul(0x9E37_79B1)
}

fn is_question(mark: char) -> bool {
    matches!(mark, '?' | '？' | '؟' | '\u{37e}')
}

/// The number of binary digits: a length class that grows with the logarithm.
fn bits(number: usize) -> usize {
    (usize::BITS - number.leading_zeros()) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buckets(text: &str) -> Vec<u32> {
        Features::read(&Document::plain(text), None, &Lexicon::default())
            .list()
            .iter()
            .map(|f| f.bucket)
            .collect()
    }

    #[test]
    fn every_feature_names_tokens_of_the_document() {
        let document = Document::plain("Still no refund!! जवाब नहीं 😡");
        for feature in Features::read(&document, None, &Lexicon::default()).list() {
            assert!(feature.bucket < BUCKETS);
            assert!((feature.token + feature.tokens) as usize <= document.tokens().len());
        }
    }

    #[test]
    fn a_pair_is_read_from_its_two_ends() {
        let document = Document::plain("still no refund");
        let features = Features::read(&document, None, &Lexicon::default());
        let read_from = |feature: &Feature| {
            let mut values = [0.0; 3];
            feature.add_to(&mut values, 1.0);
            assert_eq!(values.iter().sum::<f32>(), feature.size() as f32);
            values
        };
        let all: Vec<[f32; 3]> = features.list().iter().map(read_from).collect();
        assert!(all.contains(&[1.0, 0.0, 1.0]) && all.contains(&[0.0, 1.0, 1.0]));
        assert!(!all.contains(&[1.0, 1.0, 1.0]));
    }

    #[test]
    fn case_and_long_letters_do_not_change_words() {
        assert_eq!(buckets("soooo bad")[..2], buckets("Sooooooo bad")[..2]);
    }

    #[test]
    fn an_empty_text_has_only_its_frame() {
        assert!(buckets("").len() < 10);
    }
}
