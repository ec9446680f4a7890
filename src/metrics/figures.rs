//! Waits counted and summed up.

use serde::Serialize;

use crate::verdict::round;

/// An answered wait.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wait {
    pub length: f64,
    /// The open time in it, with a calendar.
    pub open: Option<f64>,
    /// Whether it kept its target, where there is one.
    pub in_time: Option<bool>,
    /// Whether it is the first since the conversation was opened, or opened anew.
    pub is_first: bool,
}

/// The waits of a group.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub received: u32,
    pub answered: u32,
    pub waits: Vec<Wait>,
}

impl Tally {
    pub fn add(&mut self, messages: u32, wait: Option<Wait>) {
        self.received += messages;
        if let Some(wait) = wait {
            self.answered += messages;
            self.waits.push(wait);
        }
    }

    pub fn figures(&self, name: &str) -> Figures {
        Figures {
            name: name.to_owned(),
            received: self.received,
            answered: self.answered,
            response_rate: share(self.answered, self.received),
            first_response: Times::of(&self.waits, true),
            response: Times::of(&self.waits, false),
        }
    }
}

/// A part of a whole, 0..1; `None` when there is no whole.
pub(super) fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| round(f64::from(part) / f64::from(whole)))
}

/// How the team answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseMetrics {
    /// Messages of customers.
    pub received: u32,
    /// Those of them that a person answered.
    pub answered: u32,
    /// Public replies of persons.
    pub replies: u32,
    /// Answered of received, 0..1; `null` without messages.
    pub response_rate: Option<f64>,
    /// The first wait of each conversation and after each closing or reopening.
    pub first_response: Times,
    /// Every wait.
    pub response: Times,
    /// By the agent who answered, in the order of the ids.
    pub by_agent: Vec<AgentFigures>,
    /// By channel, in the order of names; messages without one are in no group, as below.
    pub by_channel: Vec<Figures>,
    /// By language.
    pub by_language: Vec<Figures>,
    /// By tag; a message with two tags counts in both.
    pub by_tag: Vec<Figures>,
    /// Messages received by hour of the day, 24 of them.
    pub hours: Vec<u32>,
    /// Messages received by weekday, seven of them, Sunday first as in `Date.prototype.getDay`.
    pub weekdays: Vec<u32>,
}

/// The figures of a channel, a language or a tag.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The channel, language or tag.
    pub name: String,
    /// Messages of customers.
    pub received: u32,
    /// Those of them that a person answered.
    pub answered: u32,
    /// Answered of received, 0..1; `null` without messages.
    pub response_rate: Option<f64>,
    /// As in [`ResponseMetrics`].
    pub first_response: Times,
    /// As in [`ResponseMetrics`].
    pub response: Times,
}

/// The figures of an agent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgentFigures {
    /// The agent.
    pub agent_id: String,
    /// Public replies.
    pub replies: u32,
    /// Messages answered by them.
    pub answered: u32,
    /// First waits that this agent ended.
    pub first_response: Times,
    /// All waits that this agent ended.
    pub response: Times,
}

/// How long customers waited for their answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Times {
    /// Answered waits.
    pub count: u32,
    /// The mean in milliseconds; `null` without waits, as below.
    pub mean: Option<f64>,
    /// The median; of an even number the mean of the middle two.
    pub median: Option<f64>,
    /// The 90th percentile: the shortest wait that nine in ten do not exceed (nearest rank).
    pub p90: Option<f64>,
    /// The share of waits with a target that kept it, 0..1. With a calendar only open time counts.
    pub within_target: Option<f64>,
    /// The same in open time, when a calendar is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business: Option<Spread>,
}

/// A mean, a median and a 90th percentile in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// The median.
    pub median: f64,
    /// The 90th percentile.
    pub p90: f64,
}

impl Times {
    pub(super) fn of(waits: &[Wait], only_first: bool) -> Self {
        let chosen = || waits.iter().filter(|wait| wait.is_first || !only_first);
        let spread = Spread::of(chosen().map(|wait| wait.length).collect());
        let judged = chosen().filter(|wait| wait.in_time.is_some()).count() as u32;
        let kept = chosen().filter(|wait| wait.in_time == Some(true)).count() as u32;
        Self {
            count: chosen().count() as u32,
            mean: spread.map(|spread| spread.mean),
            median: spread.map(|spread| spread.median),
            p90: spread.map(|spread| spread.p90),
            within_target: share(kept, judged),
            business: Spread::of(chosen().filter_map(|wait| wait.open).collect()),
        }
    }
}

impl Spread {
    /// `None` of no values.
    fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_unstable_by(f64::total_cmp);
        let count = values.len();
        let at = |place: usize| values.get(place).copied();
        let median = (at((count.checked_sub(1)?) / 2)? + at(count / 2)?) / 2.0;
        Some(Self {
            mean: round(values.iter().sum::<f64>() / count as f64),
            median: round(median),
            p90: round(at((count * 9).div_ceil(10) - 1)?),
        })
    }
}
