//! By when the first answer is due.

#![allow(clippy::panic, clippy::indexing_slicing, clippy::unwrap_used)]

use hotcold::due::{Calendar, Targets, due};
use hotcold::json::Json;
use hotcold::message::{Author, Message};
use hotcold::verdict::Level;
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(value: &Value) -> Json {
    serde_json::from_value(value.clone()).unwrap()
}

fn level(name: &Value) -> Level {
    match name.as_str().unwrap() {
        "urgent" => Level::Urgent,
        "high" => Level::High,
        "normal" => Level::Normal,
        "low" => Level::Low,
        other => panic!("{other}"),
    }
}

#[test]
fn each_case_is_due_when_it_should() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/due/due.json")).unwrap();
    for case in cases {
        let targets = match case.get("targets") {
            Some(targets) => Targets::from_json(&read(targets)).unwrap(),
            None => Targets::default(),
        };
        let calendar = match case.get("calendar") {
            Some(calendar) => Calendar::from_json(&read(calendar)).unwrap(),
            None => Calendar::default(),
        };
        let message = Message::from_json(read(&case["message"]), 1000).unwrap();
        let due = due(&targets, &calendar, &message, level(&case["level"]), case["now"].as_f64());
        let due = due.map_or(Value::Null, |due| {
            json!([due.first_response_at, due.warn_at, due.target, due.state])
        });
        assert_eq!(due, case["due"], "{}", case["name"]);
    }
}

#[test]
fn malformed_options_name_their_place() {
    let cases = [
        (
            json!({"email": {"urgnt": 1}}),
            "email.urgnt is no level; use urgent, high, normal or low",
        ),
        (
            json!({"email": {"high": 0}}),
            "email.high must be above zero; use null to promise nothing",
        ),
        (json!({"email": 5}), "email must be an object, not a number"),
    ];
    for (targets, error) in cases {
        assert_eq!(Targets::from_json(&read(&targets)).unwrap_err().to_string(), error);
    }
    let cases = [
        (json!([]), "has no open span; leave it out for always open"),
        (
            json!([[0, 5], [4, 9]]),
            "[1] begins before the one ahead of it ends; sort and join the spans",
        ),
        (json!([[0, 5], [9, 9]]), "[1] must close after it opens"),
        (json!([[0, "5"]]), "[0][1] must be a finite number, not a string"),
        (json!([[0]]), "[0] must be a pair [open, close]"),
    ];
    for (calendar, error) in cases {
        assert_eq!(Calendar::from_json(&read(&calendar)).unwrap_err().to_string(), error);
    }
}

#[test]
fn nobody_waits_for_an_answer_to_an_agent() {
    let mut message = Message::new("done");
    message.received_at = Some(0.0);
    message.author = Author::Agent;
    let due = due(&Targets::default(), &Calendar::default(), &message, Level::High, None);
    assert_eq!(due, None);
}

fn calendar(gaps: &[(u32, u32)]) -> Calendar {
    let mut at = 0.0;
    let spans = gaps.iter().map(|(closed, open)| {
        let begin = at + f64::from(*closed);
        at = begin + f64::from(*open);
        Json::List(vec![Json::Number(begin), Json::Number(at)])
    });
    Calendar::from_json(&Json::List(spans.collect())).unwrap()
}

proptest! {
    #[test]
    fn a_longer_target_is_never_due_earlier(
        gaps in prop::collection::vec((0..9_000_000_u32, 1..9_000_000_u32), 1..20),
        start in 0..20_000_000_u32,
        target in 1..20_000_000_u32,
        more in 0..9_000_000_u32,
    ) {
        let mut message = Message::new("hi");
        message.received_at = Some(f64::from(start));
        let at = |target: u32| {
            let row = Json::Object(vec![("high".into(), Json::Number(f64::from(target)))]);
            let targets = Targets::from_json(&Json::Object(vec![("default".into(), row)])).unwrap();
            due(&targets, &calendar(&gaps), &message, Level::High, None)
        };
        match (at(target), at(target + more)) {
            (Some(short), Some(long)) => {
                prop_assert!(long.first_response_at >= short.first_response_at);
                prop_assert!(short.warn_at <= short.first_response_at);
            }
            (short, long) => prop_assert!(long.is_none() || short.is_some()),
        }
    }

    #[test]
    fn open_time_until_an_answer_is_due_is_the_target(
        gaps in prop::collection::vec((0..900_u32, 1..900_u32), 1..20),
        start in 0..2_000_u32,
        target in 1..2_000_u32,
    ) {
        let calendar = calendar(&gaps);
        if let Some(end) = calendar.after(f64::from(start), f64::from(target)) {
            prop_assert_eq!(calendar.between(f64::from(start), end), f64::from(target));
        }
    }
}
