//! Many customers with one problem are noticed; many customers with many problems are not.

use hotcold::error::Code;
use hotcold::incident::{Incidents, Options};
use hotcold::json::Json;
use hotcold::message::Message;
use hotcold::text::Document;
use hotcold::verdict::Incident;
use serde_json::{Value, json};

const MINUTE: f64 = 60_000.0;
const DAY: f64 = 24.0 * 60.0 * MINUTE;

fn message(text: &str, customer: usize) -> Message {
    let mut message = Message::new(text);
    message.customer.id = Some(format!("customer {customer}"));
    message
}

fn observe(incidents: &mut Incidents, text: &str, customer: usize, now: f64) -> Option<Incident> {
    let message = message(text, customer);
    incidents.observe(&message, &Document::plain(text), true, now)
}

fn burst(incidents: &mut Incidents, count: usize, now: f64) -> Vec<Incident> {
    (0..count)
        .filter_map(|index| {
            observe(
                incidents,
                "the checkout page does not load",
                index,
                now + index as f64 * MINUTE,
            )
        })
        .collect()
}

#[test]
fn one_problem_in_many_words_is_one_incident() {
    let streams: Vec<Value> =
        serde_json::from_str(include_str!("cases/incident/streams.json")).unwrap();
    for stream in streams {
        let name = &stream["name"];
        let mut incidents = Incidents::new(Options::default());
        for (index, text) in stream["messages"].as_array().unwrap().iter().enumerate() {
            observe(&mut incidents, text.as_str().unwrap(), index, index as f64 * MINUTE);
        }
        let open = incidents.list(30.0 * MINUTE);
        let counts: Vec<u32> = open.iter().map(|incident| incident.count).collect();
        assert_eq!(json!(counts), stream["counts"], "{name}");
        for (incident, words) in open.iter().zip(stream["words"].as_array().unwrap()) {
            assert_eq!(json!(incident.words), *words, "{name}");
        }
    }
}

#[test]
fn the_alert_comes_once_and_the_incident_goes_on() {
    let mut incidents = Incidents::new(Options::default());
    let alerts = burst(&mut incidents, 14, 0.0);
    assert_eq!(alerts.len(), 1);
    assert_eq!((alerts[0].count, alerts[0].customers), (5, 5));
    let open = incidents.list(14.0 * MINUTE);
    assert_eq!((open[0].count, open[0].customers), (14, 14));
    assert_eq!((open[0].first_at, open[0].last_at), (0.0, 13.0 * MINUTE));
    assert_eq!(open[0].id, alerts[0].id);
}

#[test]
fn a_burst_after_the_cool_down_alerts_again() {
    let mut incidents = Incidents::new(Options::default());
    assert_eq!(burst(&mut incidents, 80, 0.0).len(), 2);
}

#[test]
fn an_incident_ends_after_a_silent_window() {
    let mut incidents = Incidents::new(Options::default());
    burst(&mut incidents, 6, 0.0);
    assert_eq!(incidents.list(65.0 * MINUTE).len(), 1);
    assert_eq!(incidents.list(66.0 * MINUTE), []);
    let text = "checkout page will not load";
    assert!(incidents.of(&Document::plain(text), 65.0 * MINUTE).is_some());
    assert!(incidents.of(&Document::plain(text), 66.0 * MINUTE).is_none());
}

#[test]
fn one_loud_customer_is_no_incident() {
    let mut incidents = Incidents::new(Options::default());
    for minute in 0..20 {
        let seen =
            observe(&mut incidents, "the checkout page does not load", minute % 2, minute as f64);
        assert_eq!(seen, None);
    }
}

#[test]
fn the_same_message_counts_once() {
    let mut incidents = Incidents::new(Options::default());
    for minute in 0..20 {
        let mut message = message("the checkout page does not load", minute);
        message.id = Some("same".into());
        let document = Document::plain("the checkout page does not load");
        assert_eq!(incidents.observe(&message, &document, true, 0.0), None);
    }
}

#[test]
fn cold_messages_are_no_incident() {
    let mut incidents = Incidents::new(Options::default());
    for customer in 0..20 {
        let text = "what a lovely blue bag";
        let message = message(text, customer);
        assert_eq!(incidents.observe(&message, &Document::plain(text), false, 0.0), None);
    }
}

#[test]
fn what_comes_every_day_at_this_hour_is_no_incident() {
    let mut incidents = Incidents::new(Options::default());
    let alerts: Vec<usize> =
        (0..6).map(|day| burst(&mut incidents, 6, f64::from(day) * DAY).len()).collect();
    assert_eq!(alerts, [1, 0, 0, 0, 0, 0]);
    assert_eq!(burst(&mut incidents, 30, 6.0 * DAY).len(), 1);
    // At another hour six are as unusual as on the first day.
    assert_eq!(burst(&mut incidents, 6, 7.5 * DAY).len(), 1);
}

#[test]
fn words_are_shown_only_when_three_customers_used_them() {
    let mut incidents = Incidents::new(Options::default());
    for (customer, text) in [
        "checkout broken, ask Priscilla",
        "checkout broken, ask Priscilla",
        "checkout broken",
        "checkout broken",
        "checkout broken",
    ]
    .iter()
    .enumerate()
    {
        observe(&mut incidents, text, customer, 0.0);
    }
    let words = &incidents.list(0.0)[0].words;
    assert!(words.contains(&"checkout".to_owned()) && !words.contains(&"Priscilla".to_owned()));
}

#[test]
fn a_word_that_only_begins_alike_is_not_shown() {
    let mut incidents = Incidents::new(Options::default());
    for (customer, name) in
        ["Margaret", "Margareta", "Margaretha", "Margarethe", "Margarita"].iter().enumerate()
    {
        observe(&mut incidents, &format!("checkout broken, ask {name}"), customer, 0.0);
    }
    assert_eq!(incidents.list(0.0)[0].words, ["checkout", "broken"]);
}

#[test]
fn a_long_letter_joins_a_short_complaint() {
    let mut incidents = Incidents::new(Options::default());
    burst(&mut incidents, 5, 0.0);
    let letter = "Good morning, yesterday my daughter wanted to buy the green jacket for her brother, who has his \
        birthday on Sunday, and although she tried three browsers the checkout page did not load at all";
    assert!(incidents.of(&Document::plain(letter), 6.0 * MINUTE).is_some());
    let letter = letter.replace("checkout page", "photo of the jacket");
    assert!(incidents.of(&Document::plain(&letter), 6.0 * MINUTE).is_none());
}

#[test]
fn a_usual_topic_outlives_a_flood_of_single_messages() {
    let mut incidents = Incidents::new(Options::default());
    burst(&mut incidents, 6, 0.0);
    for number in 0..2_000_usize {
        let text = format!("zq{number}xy vb{}ww kj{}pp", number * 31, number * 17);
        observe(&mut incidents, &text, number, 0.5 * DAY);
    }
    assert_eq!(burst(&mut incidents, 6, DAY), []);
}

#[test]
fn the_first_messages_are_the_examples() {
    let mut incidents = Incidents::new(Options::default());
    for number in 0..9 {
        let mut message = message("the checkout page does not load", number);
        message.id = Some(format!("m{number}"));
        let document = Document::plain("the checkout page does not load");
        incidents.observe(&message, &document, true, 0.0);
    }
    assert_eq!(incidents.list(0.0)[0].example_ids, ["m0", "m1", "m2", "m3", "m4"]);
}

#[test]
fn memory_is_bounded_and_a_flood_forgets_the_silent_first() {
    let mut incidents = Incidents::new(Options::default());
    for number in 0..3_000_usize {
        let text = format!("zq{number}xy vb{}ww kj{}pp", number * 31, number * 17);
        observe(&mut incidents, &text, number, number as f64);
    }
    assert!(incidents.is_sound());
    assert!(burst(&mut incidents, 5, 4_000.0).len() == 1);
}

#[test]
fn options_are_checked() {
    let read = |json: Value| Options::from_json(&serde_json::from_value::<Json>(json).unwrap());
    assert_eq!(read(json!({"minimum": 9})).unwrap().minimum, 9.0);
    let error = read(json!({"window": 0})).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::InvalidArgument, "window"));
    assert_eq!(read(json!({"coolDown": -1})).unwrap_err().path(), "coolDown");
}
