//! Rates and times from conversation events.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use hotcold::json::Json;
use hotcold::metrics::response_metrics;
use serde_json::{Value, json};

fn read(value: &Value) -> Json {
    serde_json::from_value(value.clone()).unwrap()
}

/// Cases write an event as `conversation at kind author`, then optional `key=value`; times are in minutes.
fn event(line: &Value) -> Value {
    let mut words = line.as_str().unwrap().split(' ');
    let mut next = || words.next().unwrap();
    let mut event = json!({
        "conversationId": next(),
        "at": next().parse::<f64>().unwrap() * 60_000.0,
        "kind": next(),
        "author": next(),
    });
    for word in words {
        let (key, value) = word.split_once('=').unwrap();
        event[key] = match key {
            "tags" => value.split(',').collect(),
            _ => value.into(),
        };
    }
    event
}

/// Whether everything that the case states is so; what it leaves out may be anything.
fn check(name: &str, path: &str, wanted: &Value, got: &Value) {
    match wanted {
        Value::Object(fields) => {
            for (key, wanted) in fields {
                check(name, &format!("{path}.{key}"), wanted, &got[key]);
            }
        }
        _ if wanted.is_number() => {
            assert_eq!(got.as_f64(), wanted.as_f64(), "{name}: {path}");
        }
        _ => assert_eq!(got, wanted, "{name}: {path}"),
    }
}

#[test]
fn each_case_has_its_figures() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("cases/metrics/metrics.json")).unwrap();
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let events: Value = case["events"].as_array().unwrap().iter().map(event).collect();
        let metrics = response_metrics(&read(&events), &read(&case["options"])).unwrap();
        let mut got = serde_json::to_value(metrics).unwrap();
        for group in ["byAgent", "byChannel", "byLanguage", "byTag"] {
            let list = got[group].as_array().unwrap().clone();
            let name = |item: &Value| item.get("name").unwrap_or(&item["agentId"]).clone();
            got[group] = list
                .iter()
                .map(|item| (name(item).as_str().unwrap().to_owned(), item.clone()))
                .collect();
        }
        check(name, "", &case["metrics"], &got);
    }
}

#[test]
fn the_order_of_events_does_not_matter() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("cases/metrics/metrics.json")).unwrap();
    for case in cases {
        let mut events: Vec<Value> = case["events"].as_array().unwrap().iter().map(event).collect();
        let forwards = response_metrics(&read(&json!(events)), &Json::Null).unwrap();
        events.reverse();
        assert_eq!(response_metrics(&read(&json!(events)), &Json::Null).unwrap(), forwards);
    }
}

#[test]
fn malformed_events_name_their_place() {
    let good = event(&json!("a 0 received customer"));
    let mut bad = good.clone();
    bad["kind"] = json!("sent");
    let error = response_metrics(&read(&json!([good, bad])), &Json::Null).unwrap_err();
    assert_eq!(error.path(), "events[1].kind");
    let options = read(&json!({"calendar": [[5, 1]]}));
    let error = response_metrics(&read(&json!([])), &options).unwrap_err();
    assert_eq!(error.to_string(), "options.calendar[0] must close after it opens");
}
