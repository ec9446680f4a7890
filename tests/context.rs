//! The customer and the conversation as reasons.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use hotcold::context::{MAX_TOTAL, reasons};
use hotcold::message::{Author, Message};
use proptest::prelude::*;
use serde_json::Value;

const NOW: f64 = 1_750_000_000_000.0;
const HOUR: f64 = 3_600_000.0;

fn message(value: &Value) -> Message {
    let json = serde_json::from_value(value.clone()).unwrap();
    Message::from_json(json, 1000).unwrap()
}

fn total(message: &Message) -> f64 {
    reasons(message, Some(NOW)).iter().map(|reason| reason.weight).sum()
}

#[test]
fn each_case_gives_its_reasons() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("cases/context/reasons.json")).unwrap();
    for case in cases {
        let got: Vec<Value> = reasons(&message(&case["message"]), case["now"].as_f64())
            .iter()
            .map(|reason| serde_json::json!([reason.code, reason.weight, reason.label]))
            .collect();
        assert_eq!(Value::from(got), case["reasons"], "{}", case["name"]);
    }
}

#[test]
fn agents_give_no_reasons() {
    let mut message = Message::new("done");
    message.customer.vip = true;
    message.author = Author::Agent;
    assert_eq!(reasons(&message, None), []);
}

prop_compose! {
    fn any_message()(
        numbers in prop::collection::vec(0.0..1e8_f64, 3),
        flags in prop::collection::vec(any::<bool>(), 2),
        ages in prop::collection::vec(prop::option::of(-1e3..1e6_f64), 3),
    ) -> Message {
        let mut message = Message::new("hello");
        message.customer.complaints = numbers[0] % 12.0;
        message.thread.unanswered = numbers[1] % 12.0;
        message.customer.followers = numbers[2];
        message.customer.vip = flags[0];
        message.customer.verified = flags[1];
        message.customer.since = ages[0].map(|hours| NOW - hours * HOUR);
        message.customer.last_serious_at = ages[1].map(|hours| NOW - hours * HOUR);
        message.thread.waiting_since = ages[2].map(|hours| NOW - hours * HOUR);
        message
    }
}

proptest! {
    // Each of up to seven weights is rounded to four decimals.
    #[test]
    fn all_context_together_stays_under_its_cap(message in any_message()) {
        prop_assert!(total(&message) <= MAX_TOTAL + 7.0 * 0.00005);
    }

    #[test]
    fn more_of_anything_never_cools(message in any_message(), which in 0..8, more in 0.0..1e5_f64) {
        let mut hotter = message.clone();
        let earlier = |at: Option<f64>| Some(at.unwrap_or(NOW) - more * HOUR);
        match which {
            0 => hotter.customer.complaints += more,
            1 => hotter.thread.unanswered += more,
            2 => hotter.customer.followers += more,
            3 => hotter.customer.vip = true,
            4 => hotter.customer.verified = true,
            5 => hotter.customer.since = earlier(message.customer.since),
            6 => hotter.thread.waiting_since = earlier(message.thread.waiting_since),
            _ => {
                let at = message.customer.last_serious_at.unwrap_or(f64::NEG_INFINITY);
                hotter.customer.last_serious_at = Some((at + more * HOUR).max(NOW - more * HOUR));
            }
        }
        prop_assert!(total(&hotter) >= total(&message) - 14.0 * 0.00005);
    }
}
