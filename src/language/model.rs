//! The trained part: pieces of words, whose vectors of −1, 0 and 1 are summed to vote for a language.
//!
//! The shape is that of fastText (Joulin et al., "Bag of Tricks for Efficient Text Classification",
//! 2016; pruned as in their "FastText.zip", 2016), made small: pieces are hashed into slots, few slots
//! have a vector, and five numbers of a vector share a byte. What is summed are integers, so every
//! platform finds the same. `train/examples/language` makes `model/language.bin`.

/// How many slots pieces are hashed into.
pub const SLOTS: usize = 1 << 18;

/// How many slots have a vector: the pieces that tell most.
pub const ROWS: usize = 10_400;

/// How many numbers a vector has.
pub const WIDTH: usize = 30;

/// Numbers that share a byte: three to the fifth is 243.
pub const PACKED: usize = 5;

/// Slots whose vectors are counted together, so that a slot's vector is found: the bits of a `u128`.
pub const BLOCK: usize = 128;

/// How many bytes a class takes: its bias, then its weights.
pub const CLASS_BYTES: usize = 4 + WIDTH;

/// Pieces of words have at most this many characters, the edges of the word counted.
pub const LONGEST_PIECE: usize = 4;

/// Of longer words only the first characters are read.
const LONGEST_WORD: usize = 24;

/// The languages that the model tells apart, by the script they are written in (a place in
/// [`super::script::SCRIPTS`]). `und` stands for letters that are no language.
pub const CLASSES: [(usize, &[&str]); 4] = [
    (
        0,
        &[
            "af", "ar-Latn", "az", "bn-Latn", "bs", "ca", "cs", "cy", "da", "de", "el-Latn", "en",
            "eo", "es", "et", "eu", "fa-Latn", "fi", "fr", "ga", "gl", "ha", "hi-Latn", "hr", "hu",
            "id", "ig", "is", "it", "la", "lg", "lt", "lv", "mi", "ms", "nl", "nn", "no", "pcm",
            "pl", "pt", "ro", "sk", "sl", "sn", "so", "sq", "sr-Latn", "st", "sv", "sw", "ta-Latn",
            "te-Latn", "tl", "tn", "tr", "ts", "und", "ur-Latn", "vi", "xh", "yo", "zu",
        ],
    ),
    (1, &["be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"]),
    (2, &["ar", "fa", "ur"]),
    (3, &["hi", "mr", "ne"]),
];

/// A bit for each slot that has a vector; how many vectors stand before each block, of two bytes; the
/// vectors; a scale; the classes in order.
static BYTES: &[u8] = include_bytes!("../../model/language.bin");

const COUNTS: usize = SLOTS / 8;
const VECTORS: usize = COUNTS + SLOTS / BLOCK * 2;
const ROW_BYTES: usize = WIDTH / PACKED;

/// Where the scale and the classes begin in the file.
pub const TAIL: usize = VECTORS + ROWS * ROW_BYTES;

/// Bits that a sum of the pieces of one word takes.
const LANE: u32 = 12;

/// The numbers of a byte, one more each, in lanes of a word of the machine.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated while building: a wrong index does not build"
)]
static SPREAD: [u64; 243] = {
    let mut table = [0; 243];
    let mut byte = 0;
    while byte < table.len() {
        let (mut rest, mut lane) = (byte as u64, 0);
        while lane < PACKED as u32 {
            table[byte] |= (rest % 3) << (lane * LANE);
            rest /= 3;
            lane += 1;
        }
        byte += 1;
    }
    table
};

/// Calls `each` with the slot of every piece of a word: runs of one to five characters with the
/// word's edges, and the word as a whole.
pub fn pieces(word: &str, each: &mut dyn FnMut(usize)) {
    let mut letters = ['\0'; LONGEST_WORD + 2];
    let mut length = 1;
    let mut repeated = ('\0', 0);
    let mut hear = |letter: char| {
        // A letter drawn out ("sooooo") says nothing of the language.
        repeated = if repeated.0 == letter { (letter, repeated.1 + 1) } else { (letter, 1) };
        if let Some(slot) = letters.get_mut(length).filter(|_| repeated.1 <= 2) {
            *slot = letter;
            length += 1;
        }
    };
    for letter in word.chars() {
        match letter {
            '\0'..='\x7F' => hear(letter.to_ascii_lowercase()),
            _ => letter.to_lowercase().for_each(&mut hear),
        }
    }
    // The array's last place stays for the edge.
    length = length.min(LONGEST_WORD + 1);
    if let Some(edge) = letters.get_mut(length) {
        *edge = '\0';
    }
    let letters = letters.get(..=length).unwrap_or_default();
    for start in 0..letters.len() {
        let run = letters.get(start..).unwrap_or_default();
        let mut hash = SEED;
        for (end, letter) in run.iter().take(LONGEST_PIECE).enumerate() {
            hash = step(hash, *letter);
            // An edge alone is no piece.
            if end > 0 || *letter != '\0' {
                each(slot(hash));
            }
        }
    }
    if letters.len() > LONGEST_PIECE {
        each(slot(letters.iter().fold(!SEED, |hash, letter| step(hash, *letter))));
    }
}

/// FNV-1a over characters.
const SEED: u32 = 0x811C_9DC5;

fn step(hash: u32, letter: char) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}

/// Spreads a hash over the slots (Knuth, 6.4, "Fibonacci hashing").
fn slot(hash: u32) -> usize {
    let spread = (hash ^ (hash >> 15)).wrapping_mul(0x9E37_79B1);
    (spread >> (32 - SLOTS.trailing_zeros())) as usize
}

/// The vector of a slot, packed.
fn vector(slot: usize) -> Option<&'static [u8]> {
    let block = slot / BLOCK;
    let bits = u128::from_le_bytes(*BYTES.get(block * (BLOCK / 8)..)?.first_chunk()?);
    let bit = 1 << (slot % BLOCK);
    if bits & bit == 0 {
        return None;
    }
    let count = u16::from_le_bytes(*BYTES.get(COUNTS + block * 2..)?.first_chunk()?);
    let row = usize::from(count) + (bits & (bit - 1)).count_ones() as usize;
    BYTES.get(VECTORS + row * ROW_BYTES..VECTORS + (row + 1) * ROW_BYTES)
}

/// What the words of a text say together.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// Of so few words that sixteen bits hold them.
    sums: [i16; WIDTH],
    pieces: u32,
}

impl Default for Evidence {
    fn default() -> Self {
        Self { sums: [0; WIDTH], pieces: 0 }
    }
}

impl Evidence {
    /// Hears a word.
    pub fn add_word(&mut self, word: &str) {
        let mut lanes = [0_u64; ROW_BYTES];
        let mut found = 0;
        pieces(word, &mut |slot| {
            if let Some(vector) = vector(slot) {
                for (lanes, byte) in lanes.iter_mut().zip(vector) {
                    *lanes += SPREAD.get(usize::from(*byte)).copied().unwrap_or_default();
                }
                found += 1;
            }
        });
        for (sums, lanes) in self.sums.chunks_mut(PACKED).zip(lanes) {
            for (lane, sum) in (0..).zip(sums) {
                let lane = (lanes >> (lane * LANE) & ((1 << LANE) - 1)) as i16;
                *sum = sum.saturating_add(lane - found);
            }
        }
        self.pieces += found as u32;
    }

    /// Takes in what another part of the text says.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum = sum.saturating_add(*more);
        }
        self.pieces += other.pieces;
    }

    /// The probability of each language of a script, where the model knows any. What is `expected`
    /// counts [`EXPECTED`] times as much.
    pub fn probabilities(
        &self,
        script: usize,
        expected: &dyn Fn(&str) -> bool,
    ) -> Vec<(&'static str, f64)> {
        let mut before = 0;
        for (known, classes) in CLASSES {
            if known == script {
                return self.vote(before, classes, expected);
            }
            before += classes.len();
        }
        Vec::new()
    }

    fn vote(
        &self,
        before: usize,
        classes: &[&'static str],
        expected: &dyn Fn(&str) -> bool,
    ) -> Vec<(&'static str, f64)> {
        let (_, tail) = BYTES.split_at(BYTES.len().min(TAIL));
        let (scale, rest) = float(tail);
        let likelier = libm::log(EXPECTED);
        let scale = scale / libm::sqrt(f64::from(self.pieces.max(1)));
        let classes = classes.iter().zip(rest.chunks(CLASS_BYTES).skip(before));
        let mut votes: Vec<(&'static str, f64)> = classes
            .map(|(tag, class)| {
                let (bias, weights) = float(class);
                let pairs = self.sums.iter().zip(weights);
                let sum: i32 =
                    pairs.map(|(sum, weight)| i32::from(*sum) * i32::from(*weight as i8)).sum();
                let prior = if expected(tag) { likelier } else { 0.0 };
                (*tag, f64::from(sum) * scale + bias + prior)
            })
            .collect();
        let top = votes.iter().map(|vote| vote.1).fold(f64::MIN, f64::max);
        let mut total = 0.0;
        for vote in &mut votes {
            let below = vote.1 - top;
            vote.1 = if below > HOPELESS { libm::exp(below) } else { 0.0 };
            total += vote.1;
        }
        for vote in &mut votes {
            vote.1 /= total;
        }
        votes
    }
}

/// So far below the best vote, none is worth the exponential.
const HOPELESS: f64 = -20.0;

/// How much more likely a language is when the host expects it.
pub const EXPECTED: f64 = 20.0;

fn float(bytes: &[u8]) -> (f64, &[u8]) {
    match bytes.split_first_chunk() {
        Some((number, rest)) => (f64::from(f32::from_le_bytes(*number)), rest),
        None => (0.0, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_every_class() {
        let classes: usize = CLASSES.iter().map(|(_, classes)| classes.len()).sum();
        assert_eq!(BYTES.len(), TAIL + 4 + classes * CLASS_BYTES);
        let rows: u32 = BYTES[..COUNTS].iter().map(|bits| bits.count_ones()).sum();
        assert_eq!(rows as usize, ROWS);
    }

    #[test]
    fn probabilities_add_up() {
        let mut evidence = Evidence::default();
        evidence.add_word("naturellement");
        let votes = evidence.probabilities(0, &|_| false);
        let total: f64 = votes.iter().map(|vote| vote.1).sum();
        assert!((total - 1.0).abs() < 1e-9);
        assert_eq!(votes.len(), CLASSES[0].1.len());
    }
}
