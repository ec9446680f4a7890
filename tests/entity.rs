//! Which things are found in a text, by the cases in `tests/cases/entity`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use hotcold::entity::{KINDS, find, redact};
use hotcold::text::Document;
use hotcold::verdict::Entity;
use proptest::prelude::*;
use serde_json::Value;

fn check(cases: &str) {
    let cases: Vec<Value> = serde_json::from_str(cases).unwrap();
    let mut failures = Vec::new();
    for case in &cases {
        let text = case["text"].as_str().unwrap();
        let found: Vec<Value> = find(&Document::plain(text)).iter().map(shape).collect();
        if found != *case["entities"].as_array().unwrap() {
            failures.push(format!(
                "{text}\n  found {}\n  not   {}",
                Value::from(found),
                case["entities"]
            ));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// An entity as the cases write it: kind, words, value, and `"deadline"`.
fn shape(entity: &Entity) -> Value {
    let mut shape = vec![Value::from(entity.kind), Value::from(entity.text.clone())];
    shape.extend(entity.value.clone().map(Value::from));
    if entity.deadline == Some(true) {
        shape.push(Value::from("deadline"));
    }
    Value::from(shape)
}

#[test]
fn links_addresses_and_handles() {
    check(include_str!("cases/entity/links.json"));
}

#[test]
fn cards_and_accounts_that_check() {
    check(include_str!("cases/entity/cards.json"));
}

#[test]
fn money_in_many_currencies() {
    check(include_str!("cases/entity/money.json"));
}

#[test]
fn order_numbers_of_many_shapes() {
    check(include_str!("cases/entity/orders.json"));
}

#[test]
fn dates_times_and_deadlines() {
    check(include_str!("cases/entity/dates.json"));
}

#[test]
fn telephone_numbers() {
    check(include_str!("cases/entity/phones.json"));
}

#[test]
fn numbers_that_are_nothing() {
    check(include_str!("cases/entity/traps.json"));
}

#[test]
fn long_hostile_texts_end_soon() {
    for piece in [
        "1 ", "a@", "order ", "(1", "1-", "by by ", "1.", "#1", "$", "오늘", "GB11 ", "http://(",
        "9,",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let entities = find(&Document::plain(&text));
        assert!(entities.len() <= text.len());
    }
}

proptest! {
    #[test]
    fn entities_are_slices_in_order_that_never_overlap(text in messages()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut last = 0;
        for entity in find(&Document::plain(&text)) {
            prop_assert!(KINDS.contains(&entity.kind));
            prop_assert!(last <= entity.start && entity.start < entity.end);
            let slice = units.get(entity.start as usize..entity.end as usize).unwrap();
            prop_assert_eq!(String::from_utf16(slice).unwrap(), entity.text);
            last = entity.end;
        }
    }

    #[test]
    fn redacted_text_with_the_originals_put_back_is_the_source(text in messages()) {
        let all: Vec<String> = KINDS.iter().map(|kind| (*kind).to_owned()).collect();
        let redacted = redact(&text, Some(&all)).unwrap();
        let mut units: Vec<u16> = redacted.text.encode_utf16().collect();
        for entity in &redacted.entities {
            let start = entity.start as usize;
            units.splice(start..start + entity.kind.len() + 2, entity.text.encode_utf16());
        }
        prop_assert_eq!(String::from_utf16(&units).unwrap(), text);
    }
}

/// Texts that hold pieces of entities among anything.
fn messages() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("ada@example.org".to_owned()),
        Just("#12345 ".to_owned()),
        Just("by Friday 5pm ".to_owned()),
        Just("오늘까지".to_owned()),
        Just("₹1,23,456.50".to_owned()),
        Just("+91 98765 43210".to_owned()),
        Just("4111 1111 1111 1111".to_owned()),
        Just("https://x.io/(a)".to_owned()),
        Just("😀".to_owned()),
        Just("@name".to_owned()),
        "[0-9 .,:/#@+$€-]{0,12}",
        ".{0,8}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}
