//! Linear heads over hashed features: weights of one byte, rows by bucket.

use super::reading::Reading;
use super::signal::SignalName;
use crate::features::{BUCKETS, Features};
use crate::lexicon::Lexicon;
use crate::text::Document;

/// What a model can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Is it hot?
    Hot,
    /// Does it give this signal?
    Signal(SignalName),
    /// Is it about the intent at this place of [`Model::intents`]?
    Intent(usize),
}

impl Head {
    /// Its place in [`Model::heads`].
    pub fn index(self) -> usize {
        match self {
            Self::Hot => 0,
            Self::Signal(signal) => 1 + signal as usize,
            Self::Intent(intent) => 1 + SignalName::ALL.len() + intent,
        }
    }
}

/// How a head's sum of weights becomes calibrated log-odds: `sum * scale + bias`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadScale {
    /// Log-odds a unit of weight.
    pub scale: f32,
    /// Log-odds of a message without any feature.
    pub bias: f32,
}

/// The log-odds that any hot signal holds are cut off here.
pub const MOST_ANY: f64 = 4.0;

/// A trained model.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its name, as verdicts give it.
    pub name: String,
    /// The ids of the intents it knows.
    pub intents: Vec<String>,
    /// The words whose meaning it knows.
    pub lexicon: Lexicon,
    /// One for each head: hot, the signals, the intents.
    pub heads: Vec<HeadScale>,
    /// How much of the log-odds that any hot signal holds goes into the log-odds of hot.
    pub any_signal: f32,
    /// The weights.
    pub rows: Rows,
}

impl Model {
    /// The features of a message, with the concepts this model knows.
    pub fn features(&self, document: &Document, subject: Option<&Document>) -> Features {
        Features::read(document, subject, &self.lexicon)
    }

    /// Asks every head about a message.
    pub fn read<'a>(&'a self, features: &'a Features) -> Reading<'a> {
        let mut sums = vec![0.0_f32; self.heads.len()];
        for feature in features.list() {
            let value = features.scale(feature.group);
            for (head, weight) in self.rows.get(feature.bucket) {
                if let Some(sum) = sums.get_mut(usize::from(*head)) {
                    *sum += f32::from(*weight) * value;
                }
            }
        }
        for (sum, head) in sums.iter_mut().zip(&self.heads) {
            *sum = *sum * head.scale + head.bias;
        }
        Reading::new(self, features, sums)
    }
}

/// The probability of log-odds.
///
/// ```
/// assert_eq!(hotcold::model::linear::logistic(0.0), 0.5);
/// ```
pub fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// The log-odds of a probability, kept within ±10.
pub fn log_odds(probability: f64) -> f64 {
    libm::log(probability / (1.0 - probability)).clamp(-10.0, 10.0)
}

/// Weights by bucket: a bitmap of the buckets that have any, with counts for finding the row at once.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// For each 32 buckets: which have a row, and how many rows stand before them.
    blocks: Vec<(u32, u32)>,
    /// Where each row starts in `entries`.
    starts: Vec<u32>,
    entries: Vec<(u8, i8)>,
}

impl Rows {
    /// Adds the row of a bucket; buckets come in rising order.
    pub fn push(&mut self, bucket: u32, row: impl Iterator<Item = (u8, i8)>) {
        if self.blocks.is_empty() {
            self.blocks.resize(BUCKETS as usize / 32 + 1, (0, 0));
        }
        let block = bucket as usize / 32;
        let rows = self.starts.len() as u32;
        if let Some((bits, before)) = self.blocks.get_mut(block) {
            if *bits == 0 {
                *before = rows;
            }
            *bits |= 1 << (bucket % 32);
        }
        self.starts.push(self.entries.len() as u32);
        self.entries.extend(row);
    }

    /// The head and weight pairs of a bucket.
    pub fn get(&self, bucket: u32) -> &[(u8, i8)] {
        let Some((bits, before)) = self.blocks.get(bucket as usize / 32) else { return &[] };
        let bit = 1 << (bucket % 32);
        if bits & bit == 0 {
            return &[];
        }
        self.row((before + (bits & (bit - 1)).count_ones()) as usize)
    }

    /// How many buckets have a row.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether no bucket has a row.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The rows with their buckets, in rising order.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[(u8, i8)])> {
        let buckets = self.blocks.iter().enumerate().flat_map(|(block, (bits, _))| {
            (0..32).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| block as u32 * 32 + bit)
        });
        buckets.enumerate().map(|(index, bucket)| (bucket, self.row(index)))
    }

    fn row(&self, index: usize) -> &[(u8, i8)] {
        let start = self.starts.get(index).copied().unwrap_or_default() as usize;
        let end = self.starts.get(index + 1).map_or(self.entries.len(), |end| *end as usize);
        self.entries.get(start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Model {
        let mut rows = Rows::default();
        rows.push(3, [(0, 5), (2, -7)].into_iter());
        rows.push(4, [(1, 1)].into_iter());
        rows.push(BUCKETS - 1, [(19, 127)].into_iter());
        let heads = vec![HeadScale { scale: 0.5, bias: -1.0 }; 21];
        let lexicon =
            Lexicon::new(&Lexicon::parse_line("money: refund*, money back", 1).unwrap().1);
        Model {
            name: "small".into(),
            intents: vec!["order/status".into()],
            lexicon,
            heads,
            any_signal: 0.5,
            rows,
        }
    }

    #[test]
    fn rows_are_found_by_bucket() {
        let rows = small().rows;
        assert_eq!(rows.get(3), [(0, 5), (2, -7)]);
        assert_eq!(rows.get(4), [(1, 1)]);
        assert_eq!(rows.get(5), []);
        assert_eq!(rows.get(BUCKETS - 1), [(19, 127)]);
        assert_eq!(rows.iter().map(|(bucket, _)| bucket).collect::<Vec<_>>(), [3, 4, BUCKETS - 1]);
    }

    #[test]
    fn a_model_survives_its_bytes() {
        let model = small();
        let again = Model::decode(&model.encode()).unwrap();
        assert_eq!(again.name, model.name);
        assert_eq!(again.intents, model.intents);
        assert_eq!(again.lexicon.entries(), model.lexicon.entries());
        assert_eq!(again.heads, model.heads);
        assert_eq!(again.any_signal, model.any_signal);
        assert!(again.rows.iter().eq(model.rows.iter()));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let bytes = small().encode();
        for place in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[place] ^= 0x10;
            assert!(Model::decode(&damaged).is_err(), "byte {place}");
            assert!(Model::decode(&bytes[..place]).is_err(), "cut at {place}");
        }
    }
}
