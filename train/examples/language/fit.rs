//! Fits vectors and classes by stochastic gradient descent with a rate of each vector's own (Duchi et
//! al., "Adaptive Subgradient Methods", 2011). From [`ROUNDED_FROM`] on, sums are taken of the vectors
//! as they will be shipped, rounded to −1, 0 and 1, while the gradient moves what lies behind them
//! (the straight-through estimator of Bengio et al., 2013).

use hotcold::language::model::{BUCKETS, PACKED, WIDTH};

use crate::random::Random;
use crate::samples::{Samples, buckets};
use crate::sources::Row;
use crate::{Class, words};
use hotcold::language::model::ROWS;

/// How many texts are drawn.
const DRAWS: usize = 3_000_000;
const RATE: f32 = 0.1;
const ROUNDED_FROM: f32 = 0.5;

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
    alive: Vec<bool>,
    worth: Vec<f32>,
    taylor: bool,
}

struct Rates {
    vectors: Vec<f32>,
    weights: Vec<f32>,
}

/// Fits what is drawn from the samples.
pub fn fit(classes: Vec<Class>, samples: &Samples) -> Model {
    let draws = std::env::var("DRAWS").map_or(DRAWS, |d| d.parse().unwrap());
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut start =
        |size: usize| -> Vec<f32> { (0..size).map(|_| random.around_zero() * 0.1).collect() };
    let mut model = Model {
        vectors: start(BUCKETS * WIDTH),
        weights: start(classes.len() * WIDTH),
        biases: vec![0.0; classes.len()],
        classes,
        step: 1.0,
        alive: vec![true; BUCKETS],
        worth: vec![0.0; BUCKETS],
        taylor: std::env::var("TAYLOR").is_ok(),
    };
    let mut rates =
        Rates { vectors: vec![0.01; BUCKETS], weights: vec![0.01; model.weights.len()] };
    let mut pieces = Vec::new();
    let mut loss = 0.0;
    for seen in 0..draws {
        if seen % STEP_EVERY == 0 {
            model.measure_step();
        }
        let progress = seen as f32 / draws as f32;
        let class = samples.draw(&mut random, &mut pieces);
        for (at, many) in [(0.25, 4), (0.35, 2), (0.45, 1)] {
            if seen == (at * draws as f32) as usize { model.prune(many * ROWS); }
        }
        pieces.retain(|piece| model.alive[*piece as usize]);
        let rate = RATE * (1.0 - progress).max(0.02);
        loss += model.learn(&pieces, class, rate, progress > ROUNDED_FROM, &mut rates);
        if (seen + 1) % (draws / 10) == 0 {
            eprintln!("{:3.0} %: loss {:.4}", progress * 100.0, loss / (draws / 10) as f32);
            loss = 0.0;
        }
    }
    model.measure_step();
    model
}

impl Model {
    fn prune(&mut self, keep: usize) {
        let mut order: Vec<usize> = (0..BUCKETS).filter(|b| self.alive[*b]).collect();
        order.sort_by(|a, b| self.worth[*b].total_cmp(&self.worth[*a]));
        for b in order.iter().skip(keep) {
            self.alive[*b] = false;
            self.vectors[b * WIDTH..(b + 1) * WIDTH].fill(0.0);
        }
        let used = order.iter().filter(|b| self.worth[**b] > 0.0).count();
        eprintln!("prune to {keep} of {} used {used}", order.len());
        self.worth.fill(0.0);
    }

    fn measure_step(&mut self) {
        let squares: f32 = self.vectors.iter().map(|number| number * number).sum();
        let alive = self.alive.iter().filter(|a| **a).count() * WIDTH;
        self.step = STEP * (squares / alive as f32).sqrt();
    }

    /// The sum of the pieces' vectors, by the root of their number.
    fn sum(&self, pieces: &[u32], rounded: bool) -> [f32; WIDTH] {
        let mut sum = [0.0; WIDTH];
        let half = self.step / 2.0;
        for piece in pieces {
            let vector = &self.vectors[*piece as usize * WIDTH..][..WIDTH];
            if rounded {
                for (sum, number) in sum.iter_mut().zip(vector) {
                    *sum += f32::from(i8::from(*number > half) - i8::from(*number < -half));
                }
            } else {
                for (sum, number) in sum.iter_mut().zip(vector) {
                    *sum += number;
                }
            }
        }
        let scale = if rounded { self.step } else { 1.0 } / (pieces.len().max(1) as f32).sqrt();
        sum.map(|number| number * scale)
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
        pieces: &[u32],
        class: usize,
        rate: f32,
        rounded: bool,
        rates: &mut Rates,
    ) -> f32 {
        if pieces.is_empty() {
            return 0.0;
        }
        let sum = self.sum(pieces, rounded);
        let (first, mut errors) = self.probabilities(&sum, self.classes[class].script, 1.0);
        let loss = -libm::logf(errors[class - first].max(1e-9));
        errors[class - first] -= 1.0;
        let mut blame = [0.0; WIDTH];
        for (other, error) in (first..).zip(errors) {
            if error.abs() < 1e-5 {
                continue;
            }
            self.biases[other] -= rate * 0.05 * error;
            for (place, (blame, sum)) in (other * WIDTH..).zip(blame.iter_mut().zip(&sum)) {
                *blame += error * self.weights[place];
                let gradient = error * sum;
                rates.weights[place] += gradient * gradient;
                self.weights[place] -= rate * gradient / rates.weights[place].sqrt();
            }
        }
        let share = 1.0 / (pieces.len() as f32).sqrt();
        let blame = blame.map(|blame| blame * share);
        let square = blame.iter().map(|blame| blame * blame).sum::<f32>() / WIDTH as f32;
        for piece in pieces {
            let piece = *piece as usize;
            rates.vectors[piece] += square;
            let rate = rate / rates.vectors[piece].sqrt();
            let vector = &mut self.vectors[piece * WIDTH..(piece + 1) * WIDTH];
            if self.taylor {
                let dot: f32 = vector.iter().zip(&blame).map(|(a, b)| a * b).sum();
                self.worth[piece] += dot * dot;
            } else {
                self.worth[piece] += share * share * vector.iter().map(|a| a * a).sum::<f32>();
            }
            for (number, blame) in vector.iter_mut().zip(&blame) {
                *number -= rate * blame;
            }
        }
        loss
    }

    pub fn guess(&self, text: &str, script: usize, rounded: bool) -> (&'static str, f32) {
        let mut pieces = Vec::new();
        for w in words(text, script) {
            pieces.extend(buckets(&w.to_lowercase()));
        }
        pieces.retain(|piece| self.alive[*piece as usize]);
        let sum = self.sum(&pieces, rounded);
        let (first, shares) = self.probabilities(&sum, script, 1.0);
        let best = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap();
        (self.classes[first + best].tag, shares[best])
    }

    /// The file: vectors, scale, classes. Probabilities are calibrated on texts of no training.
    pub fn bytes(&self, apart: &[Row]) -> Vec<u8> {
        let heat = self.best_heat(apart);
        eprintln!("heat {heat}");
        let mut bytes = Vec::new();
        let half = self.step / 2.0;
        for numbers in self.vectors.chunks(PACKED) {
            let trit = |number: &f32| 1 + u8::from(*number > half) - u8::from(*number < -half);
            bytes.push(numbers.iter().rev().fold(0, |byte, number| byte * 3 + trit(number)));
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

    /// The factor on all votes under which texts of no training are most likely.
    fn best_heat(&self, apart: &[Row]) -> f32 {
        let loss = |heat: f32| -> f32 {
            let surprise = |row: &Row| {
                let script = self.classes[row.class].script;
                let pieces: Vec<u32> =
                    words(&row.text, script).iter().flat_map(|word| buckets(word)).filter(|p| self.alive[*p as usize]).collect();
                let sum = self.sum(&pieces, true);
                let (first, shares) = self.probabilities(&sum, script, heat);
                -libm::logf(shares[row.class - first].max(1e-9))
            };
            apart.iter().map(surprise).sum()
        };
        let heats = (4..=30).map(|tenth| tenth as f32 / 20.0);
        heats.min_by(|left, right| loss(*left).total_cmp(&loss(*right))).unwrap_or(1.0)
    }
}
