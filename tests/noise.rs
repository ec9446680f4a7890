//! Which messages need no answer, by the cases in `tests/cases/noise`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use hotcold::json::Json;
use hotcold::message::Message;
use hotcold::noise::{KINDS, detect};
use hotcold::text::Document;
use hotcold::verdict::Noise;
use proptest::prelude::*;
use serde_json::Value;

fn judge(message: &Value) -> Option<Noise> {
    let json: Json = serde_json::from_value(message.clone()).unwrap();
    let message = Message::from_json(json, 100_000).unwrap();
    detect(&message, &Document::plain(&message.text))
}

fn check(cases: &str) {
    let cases: Vec<Value> = serde_json::from_str(cases).unwrap();
    let mut failures = Vec::new();
    for case in &cases {
        let found = judge(&case["message"]);
        if found.as_ref().map(|noise| noise.kind) != case["noise"].as_str() {
            failures.push(format!("{}\n  found {found:?}, not {}", case["message"], case["noise"]));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn headers_tell_machines_from_people() {
    check(include_str!("cases/noise/headers.json"));
}

#[test]
fn automatic_replies_and_bounces_say_so_in_many_languages() {
    check(include_str!("cases/noise/mail.json"));
}

#[test]
fn spam_needs_several_cues() {
    check(include_str!("cases/noise/spam.json"));
}

#[test]
fn texts_without_a_meaning() {
    check(include_str!("cases/noise/gibberish.json"));
}

#[test]
fn small_talk() {
    check(include_str!("cases/noise/small_talk.json"));
}

#[test]
fn customers_are_never_noise() {
    check(include_str!("cases/noise/customers.json"));
}

#[test]
fn evidence_names_the_header_and_its_value() {
    let noise = judge(&serde_json::json!({
        "text": "I am away", "headers": { "Auto-Submitted": "auto-replied" }
    }));
    assert_eq!(noise.unwrap().evidence, ["header auto-submitted: auto-replied"]);
}

#[test]
fn spans_show_the_words() {
    let text = "  😀 Thank you!";
    let noise = judge(&serde_json::json!(text)).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let span = noise.spans[0];
    let slice = &units[span.start as usize..span.end as usize];
    assert_eq!(String::from_utf16(slice).unwrap(), "😀 Thank you!");
}

#[test]
fn long_hostile_texts_end_soon() {
    for piece in ["thanks ", "ㅇ", "1", "forward this to ", "$a[", "asdfg", "{{", "? "] {
        judge(&Value::from(piece.repeat(90_000 / piece.len())));
    }
}

proptest! {
    #[test]
    fn any_text_is_judged_and_spans_lie_inside(text in ".{0,60}") {
        if let Some(noise) = judge(&Value::from(text.clone())) {
            prop_assert!(KINDS.contains(&noise.kind));
            let length = text.encode_utf16().count() as u32;
            for span in noise.spans {
                prop_assert!(span.start < span.end && span.end <= length);
            }
        }
    }

    #[test]
    fn a_grievance_is_never_noise(before in "[a-z ]{0,20}", after in "[a-z !]{0,20}") {
        let text = format!("{before} I want a refund {after}");
        prop_assert_eq!(judge(&Value::from(text)), None);
    }
}
