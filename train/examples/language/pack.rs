//! The file that the crate reads: which slots have a vector, the vectors, the classes.

use hotcold::language::model::{BLOCK, PACKED, SLOTS, WIDTH};

use crate::fit::Model;
use crate::samples::slots;
use crate::sources::Row;
use crate::words;

/// The bytes of `model/language.bin`. Probabilities are calibrated on texts of no training.
pub fn bytes(model: &Model, apart: &[Row]) -> Vec<u8> {
    let heat = best_heat(model, apart);
    eprintln!("heat {heat}");
    let mut bytes = vec![0; SLOTS / 8];
    let mut rows: u16 = 0;
    let mut counts = Vec::new();
    let mut vectors = Vec::new();
    for slot in 0..SLOTS {
        if slot % BLOCK == 0 {
            counts.extend(rows.to_le_bytes());
        }
        if model.kept[slot] {
            bytes[slot / 8] |= 1 << (slot % 8);
            rows += 1;
            vectors.extend(model.vectors[slot * WIDTH..(slot + 1) * WIDTH].chunks(PACKED).map(
                |numbers| {
                    let digit = |number: &f32| (model.rounded(*number) + 1) as u8;
                    numbers.iter().rev().fold(0, |byte, number| byte * 3 + digit(number))
                },
            ));
        }
    }
    bytes.extend(counts);
    bytes.extend(vectors);
    let largest = model.weights.iter().map(|weight| weight.abs()).fold(0.0, f32::max);
    let scale = largest / 127.0;
    bytes.extend((scale * model.step * heat).to_le_bytes());
    for (bias, weights) in model.biases.iter().zip(model.weights.chunks(WIDTH)) {
        bytes.extend((bias * heat).to_le_bytes());
        bytes.extend(weights.iter().map(|weight| (weight / scale).round() as i8 as u8));
    }
    bytes
}

/// The factor on all votes under which texts of no training are most likely.
fn best_heat(model: &Model, apart: &[Row]) -> f32 {
    let loss = |heat: f32| -> f32 {
        let surprise = |row: &Row| {
            let script = model.classes[row.class].script;
            let words = words(&row.text, script);
            let slots = words.iter().flat_map(|word| slots(word));
            let heard: Vec<u32> = slots.filter(|slot| model.kept[*slot as usize]).collect();
            let sum = model.sum(&heard, true);
            let (first, shares) = model.probabilities(&sum, script, heat);
            -libm::logf(shares[row.class - first].max(1e-9))
        };
        apart.iter().map(surprise).sum()
    };
    let heats = (4..=30).map(|tenth| tenth as f32 / 20.0);
    heats.min_by(|left, right| loss(*left).total_cmp(&loss(*right))).unwrap_or(1.0)
}
