//! What rules do with messages, by the cases in `tests/cases/rules`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use hotcold::entity;
use hotcold::error::Code;
use hotcold::json::Json;
use hotcold::message::Message;
use hotcold::noise;
use hotcold::rules::{Effects, Facts, RuleReport, RuleSet, Simulation};
use hotcold::text::Document;
use hotcold::verdict::{Intent, LanguageGuess, Level, Priority, Signal, Source};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(value: &Value) -> Json {
    serde_json::from_value(value.clone()).unwrap()
}

fn compile(rules: &Value) -> RuleSet {
    RuleSet::compile(&read(rules)).unwrap()
}

/// Gives `use_facts` the facts of a message; `language`, `signals` and the like come from the case.
fn with_facts<T>(case: &Value, use_facts: impl FnOnce(&Facts) -> T) -> T {
    let message = Message::from_json(read(&case["message"]), 100_000).unwrap();
    let document = Document::plain(&message.text);
    let subject = message.subject.as_deref().map(Document::plain);
    let language = LanguageGuess {
        language: case["language"].as_str().unwrap_or("und").to_owned(),
        iso6393: "und".to_owned(),
        script: "Zyyy".to_owned(),
        confidence: 0.9,
        reliable: true,
        mixed: false,
    };
    let signals: Vec<Signal> = ["urgent_request", "complaint"]
        .into_iter()
        .filter_map(|name| {
            let probability = case["signals"][name].as_f64()?;
            Some(Signal { name, probability, spans: Vec::new() })
        })
        .collect();
    let intents: Vec<Intent> = case["intents"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|id| Intent { id: id.as_str().unwrap().to_owned(), probability: 0.8 })
        .collect();
    let noise = noise::detect(&message, &document);
    let entities = entity::find(&document);
    let score = case["score"].as_f64().unwrap_or(0.2);
    use_facts(&Facts {
        message: &message,
        document: &document,
        subject: subject.as_ref(),
        language: &language,
        signals: &signals,
        intents: &intents,
        noise: noise.as_ref(),
        entities: &entities,
        score,
        priority: if score >= 0.5 { Priority::Hot } else { Priority::Cold },
        level: if score >= 0.5 { Level::High } else { Level::Low },
        now: case["now"].as_f64(),
    })
}

fn apply(rules: &Value, case: &Value) -> Effects {
    let rules = compile(rules);
    with_facts(case, |facts| rules.apply(facts))
}

fn fired(effects: &Effects) -> Vec<&str> {
    effects.firings.iter().map(|firing| firing.rule_id.as_str()).collect()
}

/// Whether a rule with this condition fires.
fn holds(when: Value, case: &Value) -> bool {
    let rules = json!([{ "id": "r", "when": when, "then": [{ "tag": "t" }] }]);
    !apply(&rules, case).firings.is_empty()
}

fn on(text: &str) -> Value {
    json!({ "message": text })
}

#[test]
fn the_rules_of_the_source_articles() {
    let file: Value = serde_json::from_str(include_str!("cases/rules/seeds.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let effects = apply(&file["rules"], case);
        assert_eq!(json!(effects.tags), case["tags"], "{case}");
        assert_eq!(json!(effects.assignee), case["assignee"], "{case}");
        assert_eq!(effects.close, case["close"].as_bool().unwrap_or(false), "{case}");
    }
}

#[test]
fn each_condition_has_one_meaning() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("cases/rules/conditions.json")).unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .filter(|case| holds(case["when"].clone(), case) != case["holds"].as_bool().unwrap())
        .map(Value::to_string)
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn errors_name_the_place_and_the_cure() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/rules/errors.json")).unwrap();
    for case in &cases {
        let error = RuleSet::compile(&read(&case["rules"])).expect_err(&case.to_string());
        assert_eq!(error.code(), Code::InvalidRule);
        assert_eq!(error.path(), case["path"].as_str().unwrap(), "{case}");
        let text = error.to_string();
        assert!(text.contains(case["says"].as_str().unwrap()), "{text}");
    }
}

#[test]
fn nesting_has_a_limit() {
    let nest = |depth: usize| {
        (0..depth).fold(
            json!({ "type": "channel", "in": ["chat"] }),
            |inner, _| json!({ "all": [inner] }),
        )
    };
    let rules = |depth| json!([{ "id": "r", "when": nest(depth), "then": [] }]);
    assert!(RuleSet::compile(&read(&rules(16))).is_ok());
    let error = RuleSet::compile(&read(&rules(17))).unwrap_err();
    assert!(error.to_string().ends_with("is nested deeper than 16; flatten it"));
}

#[test]
fn the_first_rule_decides_and_tags_add_up() {
    let rules = json!([
        { "id": "a", "when": { "all": [] }, "then": [{ "tag": "x" }, { "assign": "Jack" }, { "priority": "hot" }] },
        { "id": "b", "when": { "all": [] }, "then": [{ "tag": "y" }, { "assign": "Ann" }, { "priority": "cold" }, { "level": "urgent" }] },
        { "id": "c", "when": { "all": [] }, "then": [{ "untag": "x" }, { "tag": "y" }, { "level": "low" }, { "suggestReply": "r1" }] }
    ]);
    let effects = apply(&rules, &on("hello"));
    assert_eq!(effects.tags, ["y"]);
    assert_eq!(effects.untags, ["x"]);
    assert_eq!(effects.assignee.as_deref(), Some("Jack"));
    assert_eq!(effects.priority, Some(Priority::Hot));
    assert_eq!(effects.level, Some(Level::Urgent));
    assert_eq!(effects.suggest_replies, ["r1"]);
}

#[test]
fn stop_ends_the_pass_and_disabled_rules_sleep() {
    let rules = json!([
        { "id": "asleep", "when": { "all": [] }, "then": [], "enabled": false, "stop": true },
        { "id": "no match", "when": { "type": "contains", "any": ["zebra"] }, "then": [], "stop": true },
        { "id": "stops", "when": { "all": [] }, "then": [], "stop": true },
        { "id": "after", "when": { "all": [] }, "then": [] }
    ]);
    assert_eq!(fired(&apply(&rules, &on("hello"))), ["stops"]);
}

#[test]
fn added_scores_come_with_their_words() {
    let rules = json!([{
        "id": "urgent", "name": "Urgent words",
        "when": { "type": "contains", "any": ["urgent", "asap"] },
        "then": [{ "addScore": 1.5 }, { "notify": "slack:#urgent", "data": { "a": [1] } }]
    }]);
    let effects = apply(&rules, &on("😀 URGENT please"));
    assert_eq!(effects.add_score, 1.5);
    let reason = &effects.reasons[0];
    assert_eq!(
        (reason.source, reason.code.as_str(), reason.label.as_str()),
        (Source::Rule, "urgent", "Urgent words")
    );
    assert_eq!((reason.spans[0].start, reason.spans[0].end), (3, 9));
    assert_eq!(effects.notify, [read(&json!({ "notify": "slack:#urgent", "data": { "a": [1] } }))]);
}

#[test]
fn a_firing_says_what_each_condition_saw() {
    let rules = json!([{
        "id": "r",
        "when": { "all": [
            { "any": [{ "type": "language", "in": ["ko"] }, { "type": "contains", "any": ["pay", "refund"] }] },
            { "none": [{ "type": "field", "path": "customer.vip", "equals": true }] },
            { "type": "signal", "name": "complaint", "atLeast": 0.4 }
        ] },
        "then": [{ "tag": "x" }]
    }]);
    let case = json!({
        "message": { "text": "Refund my payment", "customer": { "vip": false } },
        "language": "en", "signals": { "complaint": 0.61239 }
    });
    let effects = apply(&rules, &case);
    let firing = &effects.firings[0];
    assert_eq!(
        serde_json::to_value(firing).unwrap(),
        json!({
            "ruleId": "r",
            "actions": [{ "tag": "x" }],
            "trace": [
                { "path": "when.all[0].any[0]", "seen": "en", "matched": false },
                { "path": "when.all[0].any[1]", "seen": "pay, refund", "matched": true },
                { "path": "when.all[1].none[0]", "seen": false, "matched": false },
                { "path": "when.all[2]", "seen": 0.6124, "matched": true }
            ]
        })
    );
}

#[test]
fn long_values_are_shortened_in_traces() {
    let case = json!({ "message": { "text": "x", "fields": { "note": "n".repeat(500) } } });
    let rules = json!([{ "id": "r", "when": { "type": "field", "path": "fields.note", "exists": true }, "then": [] }]);
    let effects = apply(&rules, &case);
    let Json::Text(seen) = &effects.firings[0].trace[0].seen else { panic!("no text") };
    assert_eq!(seen.chars().count(), 80);
}

#[test]
fn agents_and_notes_set_off_no_rule_unless_it_says_so() {
    let always = json!([{ "id": "r", "when": { "all": [] }, "then": [] }]);
    let agents = json!([{ "id": "r", "when": { "type": "field", "path": "author", "in": ["agent"] }, "then": [] }]);
    let notes = json!([{ "id": "r", "when": { "any": [
        { "type": "field", "path": "visibility", "equals": "note" },
        { "type": "field", "path": "author", "equals": "customer" }
    ] }, "then": [] }]);
    let fires = |rules, author, visibility| {
        let case =
            json!({ "message": { "text": "hi", "author": author, "visibility": visibility } });
        !apply(rules, &case).firings.is_empty()
    };
    assert!(fires(&always, "customer", "public"));
    assert!(!fires(&always, "agent", "public"));
    assert!(!fires(&always, "customer", "note"));
    assert!(fires(&agents, "agent", "public"));
    assert!(!fires(&agents, "customer", "public"));
    assert!(!fires(&agents, "agent", "note"));
    assert!(fires(&notes, "agent", "note"));
}

#[test]
fn a_dry_run_counts_and_explains() {
    let rules = compile(&json!([
        { "id": "spam", "when": { "type": "contains", "any": ["prize"] }, "then": [{ "close": true }], "stop": true },
        { "id": "prize", "when": { "type": "contains", "any": ["prize"] }, "then": [{ "tag": "prize" }] },
        { "id": "zebra", "when": { "type": "contains", "any": ["zebra"] }, "then": [{ "tag": "zebra" }] }
    ]));
    let mut simulation = Simulation::new(&rules);
    for (id, text) in [("m1", "a prize"), ("m2", "hello"), ("m3", "the prize")] {
        let case = json!({ "message": { "id": id, "text": text } });
        with_facts(&case, |facts| simulation.observe(facts));
    }
    let reports: Vec<RuleReport> = simulation.finish();
    let summary: Vec<_> =
        reports.iter().map(|report| (report.fired, report.shadowed, report.never_fired)).collect();
    assert_eq!(summary, [(2, 0, false), (0, 2, true), (0, 0, true)]);
    assert_eq!(reports[1].shadowed_by, ["spam"]);
    let examples: Vec<_> =
        reports[0].examples.iter().map(|example| example.message_id.as_deref()).collect();
    assert_eq!(examples, [Some("m1"), Some("m3")]);
    assert!(reports[0].examples[0].trace[0].matched);
}

#[test]
fn a_thousand_rules_and_a_long_text_end_soon() {
    let rules: Vec<Value> = (0..1_000)
        .map(|index| json!({
            "id": format!("r{index}"),
            "when": { "type": "contains", "any": [format!("word{index}"), "a".repeat(index % 50 + 1), "aaaab"] },
            "then": [{ "tag": "x" }]
        }))
        .collect();
    let effects = apply(&Value::from(rules), &on(&"a".repeat(50_000)));
    assert_eq!(effects.firings.len(), 1_000);
}

proptest! {
    #[test]
    fn contains_finds_every_substring_whatever_the_case(before in ".{0,10}", word in "[a-zA-Zа-яА-Я가-힣क-ह]{1,8}", after in ".{0,10}") {
        let when = json!({ "type": "contains", "any": [word.to_uppercase()] });
        let text = format!("{before}{word}{after}");
        prop_assert!(holds(when, &on(&text)));
    }

    #[test]
    fn rules_are_a_pure_function(text in ".{0,40}") {
        let rules = json!([{ "id": "r", "when": { "type": "matches", "pattern": "\\w+" }, "then": [{ "tag": "w" }] }]);
        prop_assert_eq!(apply(&rules, &on(&text)), apply(&rules, &on(&text)));
    }

    #[test]
    fn any_json_is_rules_or_an_error(text in r#"\[\{"id":"a","when":\{[a-z":,\[\]{}]{0,30}\},"then":\[\]\}\]"#) {
        let compiled = serde_json::from_str::<Json>(&text).map(|json| RuleSet::compile(&json));
        if let Ok(Err(error)) = compiled {
            prop_assert_eq!(error.code(), Code::InvalidRule);
        }
    }
}
