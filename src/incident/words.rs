//! The words of a message that tell its topic, weighed by rarity.

use serde::{Deserialize, Serialize};

use crate::text::fold::fold;
use crate::text::{Document, Token, TokenKind};

/// How many words of a message are compared: its rarest.
pub(super) const MAX_WORDS: usize = 16;

/// How far into a message its topic is looked for, in tokens: who reports a problem names it early.
const MAX_TOKENS: usize = 1_000;

/// Slots of the table of word counts.
const SLOTS: usize = 8_192;

/// After this many messages all counts are halved, so that rarity follows the times.
const HALVE_AT: u32 = 20_000;

/// How many messages the first guess of a word's rarity is worth.
const PRIOR: f64 = 50.0;

/// A word of a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Word {
    /// Of the word without its ending.
    pub hash: u32,
    /// Of the whole word.
    pub form: u32,
    /// The square of its rarity: its share in a likeness.
    pub weight: f64,
    /// Its place among the tokens.
    pub token: usize,
}

/// The telling words of a message, each once, in the order of their hashes.
pub(super) fn read(document: &Document, rarity: &Rarity) -> Vec<Word> {
    let mut words: Vec<Word> = stems(document)
        .map(|(token, stem)| {
            let weight = rarity.of(stem);
            Word { hash: stem.hash, form: stem.form, weight: weight * weight, token }
        })
        .collect();
    words.sort_unstable_by_key(|word| (word.hash, word.token));
    words.dedup_by_key(|word| word.hash);
    words.sort_unstable_by(|a, b| b.weight.total_cmp(&a.weight).then(a.hash.cmp(&b.hash)));
    words.truncate(MAX_WORDS);
    words.sort_unstable_by_key(|word| word.hash);
    words
}

/// A word without its ending.
#[derive(Clone, Copy)]
struct Stem {
    hash: u32,
    form: u32,
    /// Letters of the whole word.
    letters: usize,
}

impl Stem {
    /// Cuts to the first letters: endings change, and a syllable of Hangul is worth several letters.
    fn new(word: &str, is_gram: bool) -> Self {
        let is_hangul = word.chars().next().is_some_and(|letter| matches!(letter, '가'..='힣'));
        let letters = match word.chars().take(20).count() {
            // Two characters of Chinese or Japanese are mostly a word with a meaning.
            _ if is_gram => 6,
            syllables if is_hangul => syllables * 2,
            letters => letters,
        };
        let kept = if is_hangul { 2 } else { 5 };
        let end = word.char_indices().nth(kept).map_or(word.len(), |(end, _)| end);
        Self { hash: hash(word.get(..end).unwrap_or(word)), form: hash(word), letters }
    }
}

fn stems(document: &Document) -> impl Iterator<Item = (usize, Stem)> {
    let tokens = document.tokens().iter().enumerate().take(MAX_TOKENS);
    tokens.filter(|(_, token)| names_a_topic(token)).map(|(index, token)| {
        (index, Stem::new(document.folded(token), token.kind == TokenKind::Gram))
    })
}

fn names_a_topic(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Gram | TokenKind::Hashtag)
}

/// FNV-1a (Fowler, Noll, Vo).
pub(super) fn hash(text: &str) -> u32 {
    text.bytes()
        .fold(0x811C_9DC5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// In how many topics each word occurred, by hash; words that share a slot share a count.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Rarity {
    /// Empty until the first message.
    counts: Vec<u16>,
    messages: u32,
    #[serde(skip)]
    common: Common,
}

impl Rarity {
    /// Counts each word of a message once.
    pub fn add(&mut self, document: &Document) {
        self.counts.resize(SLOTS, 0);
        let mut hashes: Vec<u32> = stems(document).map(|(_, stem)| stem.hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        for hash in hashes {
            if let Some(count) = self.counts.get_mut(slot(hash)) {
                *count = count.saturating_add(1);
            }
        }
        self.messages += 1;
        if self.messages >= HALVE_AT {
            self.messages /= 2;
            self.counts.iter_mut().for_each(|count| *count /= 2);
        }
    }

    /// Inverse document frequency (Spärck Jones, 1972) over the messages seen and a guess: before much
    /// has been seen, short words are taken for common ones (Zipf's law of abbreviation), and so are
    /// the words of every complaint.
    fn of(&self, stem: Stem) -> f64 {
        let share = match stem.letters {
            _ if self.common.0.binary_search(&stem.hash).is_ok() => 0.6,
            0..=2 => 0.5,
            3 => 0.25,
            4 => 0.12,
            5 => 0.05,
            6 => 0.02,
            _ => 0.01,
        };
        let count = self.counts.get(slot(stem.hash)).copied().unwrap_or_default();
        let log =
            libm::log((f64::from(self.messages) + PRIOR) / (f64::from(count) + PRIOR * share));
        // Below zero would mean: in more topics than messages, which only shared slots bring about.
        log.max(0.0)
    }

    pub fn is_sound(&self) -> bool {
        (self.counts.is_empty() || self.counts.len() == SLOTS) && self.messages < HALVE_AT
    }
}

fn slot(hash: u32) -> usize {
    (hash ^ (hash >> 13)) as usize % SLOTS
}

/// The hashes of [`COMMON`], sorted.
#[derive(Clone, Debug)]
struct Common(Vec<u32>);

impl Default for Common {
    fn default() -> Self {
        let mut hashes: Vec<u32> =
            COMMON.split_whitespace().map(|word| Stem::new(&fold(word), false).hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes)
    }
}

/// Words that say "where is my …", "please help" or "my order does not work" of anything: no incident is about
/// them. Of other words the short ones count as common until the stream says otherwise.
const COMMON: &str = "
    about after again already also another because been before being cannot can't could customer does doesn't doesnt
    don't every from getting have hello help hour hours isn't issue item just like minute morning need
    never order please problem product really service should since some still thank thanks that their
    then there these they thing think this times today trying until want were what when where which while will with
    won't work working would wrong yesterday your
    aber bestellung bitte danke funktioniert habe hallo ihre immer keine kein können meine mein nicht
    noch problem schon seit sind warum werden wieder wird
    avec avoir bonjour commande dans depuis encore fonctionne merci notre pourquoi pour problème quand
    suis toujours votre vous
    ahora buenas cuando desde donde está estoy funciona gracias hola pedido pero porque problema puedo
    puede sigue tengo agora ainda quando consigo estou meu minha obrigado você
    ancora buongiorno funziona grazie ordine perché sono bestelling bedankt niet waarom werkt
    γιατί δεν είναι ευχαριστώ έχω καλημέρα λειτουργεί μπορώ μπορείτε παραγγελία παρακαλώ πρόβλημα ακόμα
    заказ здравствуйте почему пожалуйста спасибо работает проблема когда можно меня нужно опять помогите
    merhaba lütfen neden çalışmıyor sipariş sorun teşekkürler
    नहीं क्या लेकिन कृपया मेरा मेरी मेरे मुझे मदद आपका आपकी समस्या अभी क्यों नमस्ते ऑर्डर रहा रही रहे काम
    దయచేసి నాకు మీరు లేదు నేను ఎందుకు సమస్య సహాయం ఆర్డర్ పనిచేయడం
    لطفا سلام چرا سفارش نمی‌شود نمیشود مشکل ممنون هنوز است شده
    مرحبا لماذا مشكلة شكرا فضلك الرجاء طلبي
    안녕하세요 문제 도와주세요 주문 아직 있습니다 없습니다 합니다 않습니다 감사합니다 계속
";
