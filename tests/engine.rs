//! The whole way from a message to a verdict, by the native engine.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;

use hotcold::engine::Engine;
use hotcold::error::Code;
use hotcold::json::Json;
use hotcold::verdict::{Priority, Span, Verdict};
use proptest::prelude::*;
use serde_json::{Value, json};

fn to_json(value: Value) -> Json {
    serde_json::from_value(value).unwrap()
}

fn engine() -> Engine {
    Engine::new(&Json::Null).unwrap()
}

fn triage(engine: &Engine, text: &str) -> Verdict {
    engine.triage(Json::Text(text.into()), &Json::Null).unwrap()
}

/// The words of a span, as JavaScript's `text.slice(start, end)` gives them.
fn slice(text: &str, span: &Span) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap()
}

#[test]
fn the_messages_of_the_source_articles_get_their_priority_and_reasons_in_their_words() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/seeds.json")).unwrap();
    let engine = engine();
    let mut wrong = Vec::new();
    for case in &cases {
        let text = case["text"].as_str().unwrap();
        let verdict = triage(&engine, text);
        assert_eq!(verdict.language.language, case["lang"].as_str().unwrap(), "{text}");
        if json!(verdict.priority) != case["priority"] {
            wrong.push(format!("{} {text}", verdict.score));
        }
        let sign = if verdict.priority == Priority::Hot { 1.0 } else { -1.0 };
        let reason = verdict.reasons.iter().find(|reason| reason.weight * sign > 0.0);
        let spans = reason.map(|reason| reason.spans.as_slice()).unwrap_or_default();
        assert!(
            spans.iter().any(|span| !slice(text, span).trim().is_empty()),
            "{text}: {reason:?}"
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_wrong_value_is_named_by_its_path_and_nothing_is_lost() {
    let mut engine = engine();
    engine.set_rules(&to_json(json!([{"id": "pay", "when": {"type": "contains", "any": ["pay"]}, "then": [{"tag": "Payment"}]}]))).unwrap();
    let error = engine.set_rules(&to_json(json!([{"id": "a", "when": {"any": [{"type": "matches", "pattern": "("}]}, "then": []}]))).unwrap_err();
    assert_eq!(error.code(), Code::InvalidRule);
    assert!(error.to_string().starts_with("rules[0].when.any[0].pattern"), "{error}");
    assert_eq!(triage(&engine, "I want to pay").tags, ["Payment"]);

    let replies =
        json!([{"id": "a", "title": "A", "body": "a"}, {"id": "b", "title": 3, "body": "b"}]);
    let error = engine.upsert_replies(&to_json(replies)).unwrap_err();
    assert!(error.to_string().starts_with("replies[1].title"), "{error}");
    assert!(engine.find_replies("", &Json::Null).unwrap().is_empty());
}

#[test]
fn too_long_is_an_error_and_not_a_cut() {
    let engine = Engine::new(&to_json(json!({"maxLength": 10}))).unwrap();
    assert!(engine.triage(Json::Text("😀😀😀😀😀".into()), &Json::Null).is_ok());
    let error = engine.triage(Json::Text("😀😀😀😀😀a".into()), &Json::Null).unwrap_err();
    assert_eq!(error.code(), Code::InputTooLarge);
    assert!(error.to_string().starts_with("message.text"), "{error}");
}

#[test]
fn what_was_learned_survives_a_snapshot_and_is_forgotten_on_demand() {
    let mut engine = engine();
    let text = "My payment left the account twice and nobody answers";
    assert_eq!(triage(&engine, text).priority, Priority::Hot);
    let feedback = json!({"type": "priority", "message": text, "priority": "cold"});
    for _ in 0..3 {
        engine.learn(&to_json(feedback.clone())).unwrap();
    }
    assert_eq!(triage(&engine, text).priority, Priority::Cold);

    let mut again = self::engine();
    again.restore(&engine.save()).unwrap();
    assert_eq!(triage(&again, text), triage(&engine, text));
    assert_eq!(again.revision(), engine.revision());
    again.forget();
    assert_eq!(triage(&again, text).score, triage(&self::engine(), text).score);
}

#[test]
fn rules_tag_assign_close_and_suggest() {
    let engine = Engine::new(&to_json(json!({
        "replies": [{"id": "twice", "title": "Charged twice", "body": "Sorry, {{customer.firstName|there}}."}],
        "rules": [
            {"id": "payment", "when": {"type": "contains", "any": ["payment", "भुगतान"]}, "then": [{"tag": "Payment"}, {"assign": "Mina"}]},
            {"id": "twice", "when": {"type": "contains", "any": ["twice"]}, "then": [{"suggestReply": "twice"}]},
            {"id": "vip", "when": {"type": "field", "path": "customer.vip", "equals": true}, "then": [{"tag": "VIP"}]}
        ]
    })))
    .unwrap();
    let message = json!({"id": "1", "text": "payment taken twice", "customer": {"vip": true}});
    let verdict = engine.triage(to_json(message), &Json::Null).unwrap();
    assert_eq!(verdict.tags, ["Payment", "VIP"]);
    assert_eq!(verdict.assignee.as_deref(), Some("Mina"));
    assert_eq!(verdict.replies[0].id, "twice");
    let reply =
        engine.render_reply("twice", &to_json(json!({"customer": {"name": "Ana Diaz"}}))).unwrap();
    assert_eq!(reply.text, "Sorry, Ana.");
    assert_eq!(engine.render_reply("none", &Json::Null).unwrap_err().code(), Code::UnknownId);
}

/// Every message of every development set is judged, with all spans inside its text.
#[test]
fn all_development_messages_are_judged() {
    let data = std::env::var_os("HOTCOLD_DATA").map_or("../shared/data".into(), PathBuf::from);
    let Ok(folder) = fs::read_dir(data.join("dev/priority")) else {
        eprintln!("skipped: no development data at {}", data.display());
        return;
    };
    let engine = engine();
    let mut judged = 0;
    for file in folder {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        // One in twenty keeps a debug build short; the command runs over all (see README).
        for line in text.lines().step_by(20) {
            let message: Json = serde_json::from_str(line).unwrap();
            let length = message.get("text").unwrap().text().unwrap().encode_utf16().count();
            let verdict = engine.triage(message, &Json::Null).unwrap();
            let spans = verdict.reasons.iter().flat_map(|reason| &reason.spans);
            let spans = spans.chain(verdict.signals.iter().flat_map(|signal| &signal.spans));
            assert!(spans.map(|span| span.end as usize).all(|end| end <= length), "{line}");
            judged += 1;
        }
    }
    assert!(judged > 1_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text gets a verdict; its spans lie inside the text and cut no character.
    #[test]
    fn any_text_is_judged(text in "\\PC{0,200}", html in any::<bool>()) {
        thread_local!(static ENGINE: Engine = engine());
        let verdict = ENGINE.with(|engine| {
            engine.triage(to_json(json!({"text": text.clone(), "html": html})), &Json::Null).unwrap()
        });
        prop_assert!((0.0..=1.0).contains(&verdict.score));
        for span in verdict.reasons.iter().flat_map(|reason| &reason.spans) {
            prop_assert!(span.start < span.end);
            slice(&text, span);
        }
        for entity in &verdict.entities {
            let span = Span { start: entity.start, end: entity.end };
            prop_assert_eq!(&slice(&text, &span), &entity.text);
        }
    }
}
