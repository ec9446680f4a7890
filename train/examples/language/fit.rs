//! Fits vectors and classes by stochastic gradient descent with a rate of each vector's own (Duchi et
//! al., "Adaptive Subgradient Methods", 2011). On the way the slots that add least to the sums lose
//! their vectors ([`PRUNED`]). From [`ROUNDED_FROM`] on, sums are taken of the vectors as they will be
//! shipped, rounded to −1, 0 and 1, while the gradient moves what lies behind them (the
//! straight-through estimator of Bengio et al., 2013).

use hotcold::language::model::{ROWS, SLOTS, WIDTH};

use crate::Class;
use crate::random::Random;
use crate::samples::Samples;

/// How many texts are drawn.
const DRAWS: usize = 4_000_000;
const RATE: f32 = 0.1;

/// Biases see every text, so they move less: this part of the rate.
const BIAS_RATE: f32 = 0.05;

/// At which share of the draws how many vectors are kept, in [`ROWS`].
const PRUNED: [(f32, usize); 3] = [(0.25, 4), (0.35, 2), (0.45, 1)];
const ROUNDED_FROM: f32 = 0.5;

/// One piece in so many is not heard while learning, so that none is relied upon (Srivastava et al.,
/// "Dropout", 2014).
const UNHEARD: usize = 5;

/// What a shipped 1 stands for, in root mean squares of the numbers behind.
const STEP: f32 = 1.2;

/// How often the step is measured anew.
const STEP_EVERY: usize = 20_000;

/// What was learned.
pub struct Model {
    pub classes: Vec<Class>,
    /// Of every slot; of those without a vector, zeros.
    pub vectors: Vec<f32>,
    pub kept: Vec<bool>,
    pub weights: Vec<f32>,
    pub biases: Vec<f32>,
    /// What a shipped 1 stands for.
    pub step: f32,
    /// How much each slot added to the sums.
    worth: Vec<f32>,
}

struct Rates {
    vectors: Vec<f32>,
    weights: Vec<f32>,
}

/// Fits what is drawn from the samples.
pub fn fit(classes: Vec<Class>, samples: &Samples) -> Model {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut start =
        |size: usize| -> Vec<f32> { (0..size).map(|_| random.around_zero() * 0.1).collect() };
    let mut model = Model {
        vectors: start(SLOTS * WIDTH),
        kept: vec![true; SLOTS],
        weights: start(classes.len() * WIDTH),
        biases: vec![0.0; classes.len()],
        classes,
        step: 1.0,
        worth: vec![0.0; SLOTS],
    };
    let mut rates = Rates { vectors: vec![0.01; SLOTS], weights: vec![0.01; model.weights.len()] };
    let mut pieces = Vec::new();
    let mut loss = 0.0;
    for seen in 0..DRAWS {
        let progress = seen as f32 / DRAWS as f32;
        for (_, many) in PRUNED.iter().filter(|(at, _)| seen == (at * DRAWS as f32) as usize) {
            model.prune(many * ROWS);
        }
        if seen % STEP_EVERY == 0 {
            model.measure_step();
        }
        let class = samples.draw(&mut random, &mut pieces);
        pieces.retain(|slot| model.kept[*slot as usize] && random.below(UNHEARD) > 0);
        let rate = RATE * (1.0 - progress).max(0.02);
        loss += model.learn(&pieces, class, rate, progress > ROUNDED_FROM, &mut rates);
        if (seen + 1) % (DRAWS / 10) == 0 {
            eprintln!("{:3.0} %: loss {:.4}", progress * 100.0, loss / (DRAWS / 10) as f32);
            loss = 0.0;
        }
    }
    model.measure_step();
    model
}

impl Model {
    /// Keeps the vectors that added most to the sums.
    fn prune(&mut self, most: usize) {
        let mut order: Vec<usize> = (0..SLOTS).filter(|slot| self.kept[*slot]).collect();
        order.sort_by(|left, right| self.worth[*right].total_cmp(&self.worth[*left]));
        for slot in order.into_iter().skip(most) {
            self.kept[slot] = false;
            self.vectors[slot * WIDTH..(slot + 1) * WIDTH].fill(0.0);
        }
        self.worth.fill(0.0);
    }

    fn measure_step(&mut self) {
        let squares: f32 = self.vectors.iter().map(|number| number * number).sum();
        let numbers = self.kept.iter().filter(|kept| **kept).count() * WIDTH;
        self.step = STEP * (squares / numbers as f32).sqrt();
    }

    /// A number as it is shipped.
    pub fn rounded(&self, number: f32) -> i8 {
        i8::from(number > self.step / 2.0) - i8::from(number < -self.step / 2.0)
    }

    /// The sum of the pieces' vectors, by the root of their number.
    pub fn sum(&self, pieces: &[u32], rounded: bool) -> [f32; WIDTH] {
        let mut sum = [0.0; WIDTH];
        for piece in pieces {
            let vector = &self.vectors[*piece as usize * WIDTH..][..WIDTH];
            if rounded {
                for (sum, number) in sum.iter_mut().zip(vector) {
                    *sum += f32::from(self.rounded(*number));
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
    pub fn probabilities(&self, sum: &[f32; WIDTH], script: usize, heat: f32) -> (usize, Vec<f32>) {
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
            self.biases[other] -= rate * BIAS_RATE * error;
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
            let square: f32 = vector.iter().map(|number| number * number).sum();
            self.worth[piece] += share * share * square;
            for (number, blame) in vector.iter_mut().zip(&blame) {
                *number -= rate * blame;
            }
        }
        loss
    }
}
