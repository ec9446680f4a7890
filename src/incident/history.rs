//! How many messages of a topic came at each hour of earlier days.

use serde::{Deserialize, Serialize};

pub(super) const HOUR: f64 = 3_600_000.0;

/// A moment in milliseconds as hours since 1970.
pub(super) fn hour_of(at: f64) -> f64 {
    libm::floor(at / HOUR)
}

/// The hour that is being counted, and the hours before.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct History {
    hour: f64,
    count: u32,
    past: Vec<Past>,
}

/// What came at one hour of the day, over all days: the sum and the sum of squares. Days on which nothing
/// came need no entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Past {
    of_day: u8,
    sum: u32,
    squares: u32,
}

impl History {
    /// Counts a message; one that comes late counts for the current hour.
    pub fn add(&mut self, at: f64) {
        let hour = hour_of(at);
        if hour > self.hour {
            self.close_hour();
            self.hour = hour;
        }
        self.count = self.count.saturating_add(1);
    }

    fn close_hour(&mut self) {
        let count = std::mem::take(&mut self.count);
        if count == 0 {
            return;
        }
        let of_day = hour_of_day(self.hour);
        let squares = count.saturating_mul(count);
        match self.past.iter_mut().find(|past| past.of_day == of_day) {
            Some(past) => {
                past.sum = past.sum.saturating_add(count);
                past.squares = past.squares.saturating_add(squares);
            }
            None => self.past.push(Past { of_day, sum: count, squares }),
        }
    }

    /// How many messages are usual within an hour at `now`: mean + `deviations` · σ over the same hour of all days
    /// since `first_hour`; 0 without history.
    pub fn usual(&self, now: f64, first_hour: f64, deviations: f64) -> f64 {
        let hour = hour_of(now);
        let days = libm::floor((hour - first_hour) / 24.0);
        let of_day = hour_of_day(hour);
        let Some(past) = self.past.iter().find(|past| past.of_day == of_day) else { return 0.0 };
        if days < 1.0 {
            return 0.0;
        }
        let mean = f64::from(past.sum) / days;
        let variance = f64::from(past.squares) / days - mean * mean;
        // Independent arrivals vary by their mean (Poisson), however alike the few days seen were.
        mean + deviations * libm::sqrt(variance.max(mean))
    }

    pub fn is_sound(&self) -> bool {
        self.hour.is_finite() && self.past.len() <= 24
    }
}

fn hour_of_day(hour: f64) -> u8 {
    (hour - libm::floor(hour / 24.0) * 24.0) as u8
}
