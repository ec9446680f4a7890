//! What the host knows around a message, as reasons: the customer's past and the wait so far.
//!
//! | code | when | weight in log-odds | at most |
//! |---|---|---|---|
//! | `past_trouble` | earlier complaints; serious trouble before | 0.2 a complaint (up to 0.5), and 0.5 for serious trouble, halved every 90 days | 0.8 |
//! | `repeat_contact` | two or more messages without an answer, this one counted | 0.25 for each after the first | 0.75 |
//! | `vip` | the host says so | 0.5 | 0.5 |
//! | `long_time_customer` | customer for a year or longer | 0.1 a year | 0.3 |
//! | `followers` | more than 1,000 | 0.15 for each power of ten above 1,000 | 0.6 |
//! | `verified` | verified account | 0.2 | 0.2 |
//! | `waiting` | waiting for more than an hour | 0.1 for each doubling of an hour | 0.5 |
//!
//! No weight falls when its input rises. Together they never exceed [`MAX_TOTAL`]: beyond it all are
//! scaled down alike, so that context can lift a doubtful message but never turns praise hot.

use crate::message::{Author, Message};
use crate::verdict::{Reason, Source, round};

/// The most that all context together adds to the log-odds of hot.
pub const MAX_TOTAL: f64 = 1.5;

const HOUR: f64 = 3_600_000.0;
const DAY: f64 = 24.0 * HOUR;
const YEAR: f64 = 365.25 * DAY;

/// The reasons that lie in the customer and the conversation, in the order of the table; none for a
/// message that no customer wrote.
///
/// `now` is in milliseconds since 1970; without it the time of the message stands in, and without
/// either the reasons that need a clock are left out (serious trouble then counts half).
///
/// ```
/// use hotcold::{context, message::Message};
/// let mut message = Message::new("Where is my parcel?");
/// message.customer.vip = true;
/// let reasons = context::reasons(&message, None);
/// assert_eq!((reasons[0].code.as_str(), reasons[0].weight), ("vip", 0.5));
/// ```
pub fn reasons(message: &Message, now: Option<f64>) -> Vec<Reason> {
    if message.author != Author::Customer {
        return Vec::new();
    }
    let now = now.or(message.received_at);
    let parts: Vec<Part> = [
        past_trouble(message, now),
        repeat_contact(message),
        message.customer.vip.then(|| Part::new("vip", 0.5, "important customer".into())),
        long_time(message, now),
        followers(message.customer.followers),
        message.customer.verified.then(|| Part::new("verified", 0.2, "verified account".into())),
        waiting(message, now),
    ]
    .into_iter()
    .flatten()
    .collect();
    let total: f64 = parts.iter().map(|part| part.weight).sum();
    let scale = if total > MAX_TOTAL { MAX_TOTAL / total } else { 1.0 };
    parts.into_iter().map(|part| part.reason(scale)).filter(|reason| reason.weight > 0.0).collect()
}

struct Part {
    code: &'static str,
    weight: f64,
    label: String,
}

impl Part {
    fn new(code: &'static str, weight: f64, label: String) -> Self {
        Self { code, weight, label }
    }

    fn reason(self, scale: f64) -> Reason {
        Reason {
            source: Source::Context,
            code: self.code.to_owned(),
            label: self.label,
            weight: round(self.weight * scale),
            spans: Vec::new(),
        }
    }
}

fn past_trouble(message: &Message, now: Option<f64>) -> Option<Part> {
    let customer = &message.customer;
    let complaints = (customer.complaints * 0.2).min(0.5);
    let serious = customer.last_serious_at.map_or(0.0, |at| {
        // Without a clock its age is taken as one half-life.
        let age = now.map_or(90.0 * DAY, |now| (now - at).max(0.0));
        0.5 * libm::exp(-age / (90.0 * DAY) * std::f64::consts::LN_2)
    });
    let label = if serious > 0.0 {
        "serious trouble before".to_owned()
    } else {
        counted(customer.complaints, "complaint before", "complaints before")
    };
    above_zero("past_trouble", (complaints + serious).min(0.8), label)
}

fn repeat_contact(message: &Message) -> Option<Part> {
    let unanswered = message.thread.unanswered;
    let weight = (0.25 * (unanswered - 1.0)).min(0.75);
    above_zero(
        "repeat_contact",
        weight,
        counted(unanswered, "message without an answer", "messages without an answer"),
    )
}

fn long_time(message: &Message, now: Option<f64>) -> Option<Part> {
    let years = (now? - message.customer.since?) / YEAR;
    let weight = if years < 1.0 { 0.0 } else { (0.1 * years).min(0.3) };
    above_zero(
        "long_time_customer",
        weight,
        format!("customer for {}", counted(years, "year", "years")),
    )
}

fn followers(followers: f64) -> Option<Part> {
    let weight = (0.15 * libm::log10(followers.max(1.0) / 1000.0)).min(0.6);
    above_zero("followers", weight, counted(followers, "follower", "followers"))
}

fn waiting(message: &Message, now: Option<f64>) -> Option<Part> {
    let hours = (now? - message.thread.waiting_since?) / HOUR;
    let weight = (0.1 * libm::log2(hours.max(1.0))).min(0.5);
    let label = if hours < 48.0 {
        counted(hours, "hour", "hours")
    } else {
        counted(hours / 24.0, "day", "days")
    };
    above_zero("waiting", weight, format!("waiting for {label}"))
}

fn above_zero(code: &'static str, weight: f64, label: String) -> Option<Part> {
    (weight > 0.0).then(|| Part::new(code, weight, label))
}

/// The whole part of a number with the noun that agrees with it.
fn counted(number: f64, one: &str, many: &str) -> String {
    let number = number as u64;
    format!("{number} {}", if number == 1 { one } else { many })
}
