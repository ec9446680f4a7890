//! Fitted heads to a model of one-byte weights.

use hotcold::features::BUCKETS;
use hotcold::lexicon::Lexicon;
use hotcold::model::linear::{HeadScale, Model, Rows};
use hotcold::model::signal::SignalName;

use crate::FittedHead;

/// The name under which verdicts speak of this model.
const NAME: &str = "2026-11";

/// How many weights a head may keep: the hot head, a signal, an intent.
const HOT_WEIGHTS: usize = 16_000;
const SIGNAL_WEIGHTS: usize = 700;
const INTENT_WEIGHTS: usize = 80;

/// How many steps a weight has that is larger than all but one in fifty of its head: fewer steps pack smaller.
const LEVELS: f32 = 8.0;

/// Quantises the heads: hot, the signals, the intents. Kept are the weights that move scores most, by their size
/// and by `usual`, the root of the sum of squares of each bucket's values in the examples.
pub fn pack(
    intents: Vec<String>,
    lexicon: Lexicon,
    heads: &[FittedHead],
    any_signal: f32,
    usual: &[f32],
) -> Model {
    let mut scales = Vec::new();
    let mut rows: Vec<Vec<(u8, i8)>> = vec![Vec::new(); BUCKETS as usize];
    for (index, head) in heads.iter().enumerate() {
        let budget = match index {
            0 => HOT_WEIGHTS,
            _ if index <= SignalName::ALL.len() => SIGNAL_WEIGHTS,
            _ => INTENT_WEIGHTS,
        };
        let weights = &head.weights.buckets;
        let mut order: Vec<usize> = (0..weights.len()).filter(|at| weights[*at] != 0.0).collect();
        let moves = |at: usize| weights[at].abs() * usual[at];
        order.sort_by(|left, right| moves(*right).total_cmp(&moves(*left)).then(left.cmp(right)));
        order.truncate(budget);
        let mut sizes: Vec<f32> = order.iter().map(|at| weights[*at].abs()).collect();
        sizes.sort_by(|left, right| right.total_cmp(left));
        // The few largest weights may be clipped; the many small ones keep their steps.
        let unit = sizes.get(sizes.len() / 50).map_or(1.0, |size| size / LEVELS);
        for at in order {
            let quantised = (weights[at] / unit).round().clamp(-127.0, 127.0) as i8;
            if quantised != 0 {
                rows[at].push((index as u8, quantised));
            }
        }
        scales.push(HeadScale {
            scale: (f64::from(unit) * head.scale) as f32,
            bias: head.bias as f32,
        });
    }
    let mut packed = Rows::default();
    for (bucket, row) in rows.into_iter().enumerate().filter(|(_, row)| !row.is_empty()) {
        packed.push(bucket as u32, row.into_iter());
    }
    Model { name: NAME.into(), intents, lexicon, heads: scales, any_signal, rows: packed }
}
