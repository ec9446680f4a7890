//! Logistic regression on sparse examples by FTRL-proximal (McMahan et al., "Ad click prediction", 2013):
//! learning rates of each bucket's own, and an L1 term that leaves most weights at zero.

use hotcold::features::BUCKETS;

/// One labelled example of a head.
pub struct Labelled<'a> {
    pub features: &'a [(u32, f32)],
    pub positive: bool,
    pub weight: f32,
    /// Which source it comes from; each has an intercept of its own that is not shipped, so that a
    /// source's share of positives does not leak into its words.
    pub source: usize,
}

/// How to fit.
#[derive(Clone, Copy)]
pub struct Settings {
    pub alpha: f64,
    pub l1: f64,
    pub l2: f64,
    pub epochs: usize,
}

/// What was learned: a weight a bucket.
pub struct Weights {
    pub buckets: Vec<f32>,
    pub intercept: f64,
}

impl Weights {
    /// The sum before calibration.
    pub fn sum(&self, features: &[(u32, f32)]) -> f64 {
        let words: f64 = features
            .iter()
            .map(|(bucket, value)| f64::from(self.buckets[*bucket as usize]) * f64::from(*value))
            .sum();
        words + self.intercept
    }
}

#[derive(Clone, Copy, Default)]
struct Coordinate {
    z: f64,
    n: f64,
}

impl Coordinate {
    fn weight(self, settings: &Settings) -> f64 {
        if self.z.abs() <= settings.l1 {
            return 0.0;
        }
        let rate = (1.0 + self.n.sqrt()) / settings.alpha + settings.l2;
        -(self.z - self.z.signum() * settings.l1) / rate
    }

    fn update(&mut self, gradient: f64, settings: &Settings) {
        let sigma = ((self.n + gradient * gradient).sqrt() - self.n.sqrt()) / settings.alpha;
        self.z += gradient - sigma * self.weight(settings);
        self.n += gradient * gradient;
    }
}

/// Fits the examples in a shuffled order that depends on nothing but their number.
pub fn fit(examples: &[Labelled], settings: Settings) -> Weights {
    let free = Settings { l1: 0.0, l2: 0.0, ..settings };
    let mut coordinates = vec![Coordinate::default(); BUCKETS as usize];
    let sources = examples.iter().map(|example| example.source + 1).max().unwrap_or(1);
    let mut intercepts = vec![Coordinate::default(); sources];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..settings.epochs {
        shuffle(&mut order, &mut random);
        for index in &order {
            let example = &examples[*index];
            let sum: f64 = example
                .features
                .iter()
                .map(|(bucket, value)| {
                    coordinates[*bucket as usize].weight(&settings) * f64::from(*value)
                })
                .sum::<f64>()
                + intercepts[example.source].weight(&free);
            let probability = 1.0 / (1.0 + libm::exp(-sum));
            let target = f64::from(u8::from(example.positive));
            let error = (probability - target) * f64::from(example.weight);
            for (bucket, value) in example.features {
                coordinates[*bucket as usize].update(error * f64::from(*value), &settings);
            }
            intercepts[example.source].update(error, &free);
        }
    }
    Weights {
        buckets: coordinates.iter().map(|c| c.weight(&settings) as f32).collect(),
        intercept: intercepts[0].weight(&free),
    }
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for index in (1..order.len()).rev() {
        // xorshift64* (Vigna 2016): good enough to mix, and the same everywhere.
        *random ^= *random >> 12;
        *random ^= *random << 25;
        *random ^= *random >> 27;
        let draw = random.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        order.swap(index, draw as usize % (index + 1));
    }
}
