//! The trained part: pieces of words, hashed to vectors of −1, 0 and 1, whose sum votes for a language.
//!
//! The shape is that of fastText (Joulin et al., "Bag of Tricks for Efficient Text Classification",
//! 2016), made small: five numbers of a vector share a byte. What is summed are integers, so every
//! platform finds the same. `train/examples/language` makes `model/language.bin`.

/// How many buckets pieces are hashed into.
pub const BUCKETS: usize = 262144;

/// rows
pub const ROWS: usize = 10800;

/// How many numbers a vector has.
pub const WIDTH: usize = 30;

/// Numbers that share a byte: three to the fifth is 243.
pub const PACKED: usize = 5;

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

/// The vectors, five numbers a byte; then a scale; then the classes in order.
static BYTES: &[u8] = include_bytes!("../../model/language.bin");

/// Calls `each` with the bucket of every piece of a word: runs of one to three characters with the
/// word's edges, and the word as a whole.
pub fn pieces(word: &str, each: &mut dyn FnMut(usize)) {
    let mut letters = ['\0'; LONGEST_WORD + 2];
    let mut length = 1;
    let mut repeated = ('\0', 0);
    for letter in word.chars().flat_map(char::to_lowercase) {
        // A letter drawn out ("sooooo") says nothing of the language.
        repeated = if repeated.0 == letter { (letter, repeated.1 + 1) } else { (letter, 1) };
        if repeated.1 > 2 {
            continue;
        }
        if length > LONGEST_WORD {
            break;
        }
        if let Some(slot) = letters.get_mut(length) {
            *slot = letter;
            length += 1;
        }
    }
    let letters = letters.get(..=length).unwrap_or_default();
    for size in 1..=LONGEST_PIECE {
        for run in letters.windows(size).filter(|run| *run != ['\0']) {
            each(bucket(run, size as u32));
        }
    }
    if letters.len() > LONGEST_PIECE {
        each(bucket(letters, 0));
    }
}

/// FNV-1a over characters, spread by Fibonacci hashing (Knuth, 6.4).
fn bucket(run: &[char], seed: u32) -> usize {
    let hash = run
        .iter()
        .fold(0x811C_9DC5 ^ seed, |hash, letter| (hash ^ *letter as u32).wrapping_mul(0x0100_0193));
    let spread = (hash ^ (hash >> 15)).wrapping_mul(0x9E37_79B1);
    ((u64::from(spread) * BUCKETS as u64) >> 32) as usize
}

/// What the words of a text say together.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    sums: [i32; WIDTH],
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
        pieces(word, &mut |bucket| {
            let row = WIDTH / PACKED;
            let bytes = BYTES.get(bucket * row..(bucket + 1) * row).unwrap_or_default();
            for (sums, byte) in self.sums.chunks_mut(PACKED).zip(bytes) {
                let mut rest = i32::from(*byte);
                for sum in sums {
                    *sum += rest % 3 - 1;
                    rest /= 3;
                }
            }
            self.pieces += 1;
        });
    }

    /// Takes in what another part of the text says.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum += more;
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
        let (_, tail) = BYTES.split_at(BYTES.len().min(BUCKETS * WIDTH / PACKED));
        let (scale, rest) = float(tail);
        let scale = scale / libm::sqrt(f64::from(self.pieces.max(1)));
        let classes = classes.iter().zip(rest.chunks(CLASS_BYTES).skip(before));
        let mut votes: Vec<(&'static str, f64)> = classes
            .map(|(tag, class)| {
                let (bias, weights) = float(class);
                let pairs = self.sums.iter().zip(weights);
                let sum: i32 = pairs.map(|(sum, weight)| sum * i32::from(*weight as i8)).sum();
                let prior = if expected(tag) { libm::log(EXPECTED) } else { 0.0 };
                (*tag, f64::from(sum) * scale + bias + prior)
            })
            .collect();
        let top = votes.iter().map(|vote| vote.1).fold(f64::MIN, f64::max);
        let total: f64 = votes.iter().map(|vote| libm::exp(vote.1 - top)).sum();
        for vote in &mut votes {
            vote.1 = libm::exp(vote.1 - top) / total;
        }
        votes
    }
}

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
        assert_eq!(BYTES.len(), BUCKETS * WIDTH / PACKED + 4 + classes * CLASS_BYTES);
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
