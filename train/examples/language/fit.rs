//! Fits vectors and classes by stochastic gradient descent with a rate of each number's own (Duchi et
//! al., "Adaptive Subgradient Methods", 2011). From [`ROUNDED_FROM`] on, sums are taken of the vectors
//! as they will be shipped, rounded to −1, 0 and 1, while the gradient moves what lies behind them
//! (the straight-through estimator of Bengio et al., 2013).

use hotcold::language::model::{BUCKETS, PACKED, WIDTH, pieces};

use crate::random::Random;
use crate::rows::Row;
use crate::{Class, classes, words};

const EPOCHS: usize = 8;
const RATE: f32 = 0.1;
const ROUNDED_FROM: f32 = 0.3;

/// What a shipped 1 stands for, in root mean squares of the numbers behind.
const STEP: f32 = 1.2;

/// How often the step is measured anew.
const STEP_EVERY: usize = 20_000;

/// What was learned.
pub struct Model {
    classes: Vec<Class>,
    vectors: Vec<f32>,
    weights: Vec<f32>,
    biases: Vec<f32>,
    step: f32,
}

struct Rates {
    vectors: Vec<f32>,
    weights: Vec<f32>,
}

/// Fits the rows.
pub fn fit(rows: &[Row]) -> Model {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let classes = classes();
    let mut start =
        |size: usize| -> Vec<f32> { (0..size).map(|_| random.around_zero() * 0.1).collect() };
    let mut model = Model {
        vectors: start(BUCKETS * WIDTH),
        weights: start(classes.len() * WIDTH),
        biases: vec![0.0; classes.len()],
        classes,
        step: 1.0,
    };
    let mut rates = Rates {
        vectors: vec![0.01; model.vectors.len()],
        weights: vec![0.01; model.weights.len()],
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let total = (EPOCHS * rows.len()) as f32;
    let mut seen = 0;
    for epoch in 0..EPOCHS {
        for index in (1..order.len()).rev() {
            order.swap(index, random.below(index + 1));
        }
        let mut loss = 0.0;
        for index in &order {
            if seen % STEP_EVERY == 0 {
                model.measure_step();
            }
            let progress = seen as f32 / total;
            seen += 1;
            let row = &rows[*index];
            let text = vary(row, model.classes[row.class].tag, &mut random);
            let buckets = buckets(&text, model.classes[row.class].script);
            let rate = RATE * (1.0 - progress).max(0.02);
            loss += model.learn(&buckets, row.class, rate, progress > ROUNDED_FROM, &mut rates);
        }
        eprintln!("epoch {epoch}: loss {:.4}", loss / rows.len() as f32);
    }
    model.measure_step();
    model
}

/// A row as it is, or a few words of it: short texts matter. Persian is also written with the yeh and
/// kaf of Arabic keyboards.
fn vary(row: &Row, tag: &str, random: &mut Random) -> String {
    let words: Vec<&str> = row.text.split_whitespace().collect();
    let mut text = row.text.clone();
    if words.len() > 2 && random.below(2) == 1 {
        let length = 1 + random.below(words.len().min(5));
        let first = random.below(words.len() - length + 1);
        text = words[first..first + length].join(" ");
    }
    match (tag, random.below(8)) {
        ("fa", 0 | 1) => text.replace('ی', "ي").replace('ک', "ك"),
        ("ar", 0) => text.replace('ي', "ی"),
        _ => text,
    }
}

fn buckets(text: &str, script: usize) -> Vec<usize> {
    let mut buckets = Vec::new();
    for word in words(text, script) {
        pieces(&word, &mut |bucket| buckets.push(bucket));
    }
    buckets
}

impl Model {
    fn measure_step(&mut self) {
        let squares: f32 = self.vectors.iter().map(|number| number * number).sum();
        self.step = STEP * (squares / self.vectors.len() as f32).sqrt();
    }

    fn rounded(&self, number: f32) -> f32 {
        (number / self.step).round().clamp(-1.0, 1.0)
    }

    /// The sum of the pieces' vectors, by the root of their number.
    fn sum(&self, buckets: &[usize], rounded: bool) -> [f32; WIDTH] {
        let mut sum = [0.0; WIDTH];
        for bucket in buckets {
            for (sum, number) in sum.iter_mut().zip(&self.vectors[bucket * WIDTH..]) {
                *sum += if rounded { self.rounded(*number) * self.step } else { *number };
            }
        }
        sum.map(|number| number / (buckets.len().max(1) as f32).sqrt())
    }

    /// The probabilities of the classes of a script, from the first of them on.
    fn probabilities(&self, sum: &[f32; WIDTH], script: usize, heat: f32) -> (usize, Vec<f32>) {
        let first = self.classes.iter().position(|class| class.script == script).unwrap_or(0);
        let group = self.classes[first..].iter().take_while(|class| class.script == script).count();
        let votes = (first..first + group).map(|class| {
            let weights = &self.weights[class * WIDTH..(class + 1) * WIDTH];
            (self.biases[class] + sum.iter().zip(weights).map(|(a, b)| a * b).sum::<f32>()) * heat
        });
        let votes: Vec<f32> = votes.collect();
        let top = votes.iter().copied().fold(f32::MIN, f32::max);
        let powers: Vec<f32> = votes.iter().map(|vote| libm::expf(vote - top)).collect();
        let total: f32 = powers.iter().sum();
        (first, powers.into_iter().map(|power| power / total).collect())
    }

    fn learn(
        &mut self,
        buckets: &[usize],
        class: usize,
        rate: f32,
        rounded: bool,
        rates: &mut Rates,
    ) -> f32 {
        if buckets.is_empty() {
            return 0.0;
        }
        let sum = self.sum(buckets, rounded);
        let (first, mut errors) = self.probabilities(&sum, self.classes[class].script, 1.0);
        let loss = -libm::logf(errors[class - first].max(1e-9));
        errors[class - first] -= 1.0;
        let mut blame = [0.0; WIDTH];
        for (other, error) in (first..).zip(errors) {
            self.biases[other] -= rate * error;
            for (place, (blame, sum)) in (other * WIDTH..).zip(blame.iter_mut().zip(&sum)) {
                *blame += error * self.weights[place];
                adapt(&mut self.weights[place], &mut rates.weights[place], error * sum, rate);
            }
        }
        let share = 1.0 / (buckets.len() as f32).sqrt();
        for bucket in buckets {
            for (place, blame) in (bucket * WIDTH..).zip(&blame) {
                adapt(&mut self.vectors[place], &mut rates.vectors[place], blame * share, rate);
            }
        }
        loss
    }

    /// The file: vectors, scale, classes. Probabilities are calibrated on rows that were held out.
    pub fn bytes(&self, held_out: &[Row]) -> Vec<u8> {
        let heat = self.best_heat(held_out);
        eprintln!("heat {heat}");
        let mut bytes = Vec::new();
        for numbers in self.vectors.chunks(PACKED) {
            let packed = numbers
                .iter()
                .rev()
                .fold(0, |byte, number| byte * 3 + (self.rounded(*number) as i32 + 1));
            bytes.push(packed as u8);
        }
        let largest = self.weights.iter().map(|weight| weight.abs()).fold(0.0, f32::max);
        let scale = largest / 127.0;
        bytes.extend((scale * self.step * heat).to_le_bytes());
        for (bias, weights) in self.biases.iter().zip(self.weights.chunks(WIDTH)) {
            bytes.extend((bias * heat).to_le_bytes());
            bytes.extend(weights.iter().map(|weight| (weight / scale).round() as i8 as u8));
        }
        bytes
    }

    /// The factor on all votes under which rows of no training are most likely.
    fn best_heat(&self, held_out: &[Row]) -> f32 {
        let loss = |heat: f32| -> f32 {
            let surprise = |row: &Row| {
                let script = self.classes[row.class].script;
                let sum = self.sum(&buckets(&row.text, script), true);
                let (first, shares) = self.probabilities(&sum, script, heat);
                -libm::logf(shares[row.class - first].max(1e-9))
            };
            held_out.iter().map(surprise).sum()
        };
        let heats = (4..=30).map(|tenth| tenth as f32 / 20.0);
        heats.min_by(|left, right| loss(*left).total_cmp(&loss(*right))).unwrap_or(1.0)
    }
}

fn adapt(number: &mut f32, squares: &mut f32, gradient: f32, rate: f32) {
    *squares += gradient * gradient;
    *number -= rate * gradient / squares.sqrt();
}
