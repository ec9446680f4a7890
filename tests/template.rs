//! Rendering of saved replies.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests may fail")]

use hotcold::json::Json;
use hotcold::replies::Reply;
use hotcold::template::{RenderedReply, SegmentKind, render, render_reply};
use proptest::prelude::*;
use serde_json::{Value, json};

fn cases(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/cases/template/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn plain(value: &Value) -> Json {
    serde_json::from_value(value.clone()).unwrap()
}

fn context() -> Json {
    plain(&json!({
        "customer": {"name": "Ana Lima", "fullName": "Ana Maria Lima", "vip": true},
        "order": {
            "number": 1042, "total": 12.5, "zero": -0.0, "note": null, "empty": " ",
            "items": [{"name": "Lamp"}, {"name": "Rug"}],
            "trick": "{{customer.name}} [when] TODO",
        },
        "ग्राहक": {"नाम": "आशा"},
        "고객": {"이름": "민수"},
    }))
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().map(|text| text.as_str().unwrap()).collect()
}

fn kinds(reply: &RenderedReply) -> String {
    let kinds = reply.segments.iter().map(|segment| format!("{:?}", segment.kind));
    kinds.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn placeholders_and_holes_are_found() {
    let context = context();
    for case in cases("render") {
        let reply = render(case["body"].as_str().unwrap(), &context);
        let name = &case["name"];
        assert_eq!(reply.text, case["text"].as_str().unwrap(), "{name}");
        assert_eq!(reply.missing, texts(&case["missing"]), "{name}");
        assert_eq!(reply.holes, texts(&case["holes"]), "{name}");
        if let Some(wanted) = case["kinds"].as_str() {
            assert_eq!(kinds(&reply), wanted, "{name}");
        }
    }
}

#[test]
fn a_first_name_is_made_only_where_it_clearly_comes_first() {
    for case in cases("names") {
        let context =
            plain(&json!({"customer": {"name": case["name"], "language": case["language"]}}));
        let reply = render("{{customer.firstName|?}}", &context);
        assert_eq!(reply.text, case["first"].as_str().unwrap_or("?"), "{case}");
    }
}

#[test]
fn a_first_name_that_is_given_is_used_as_it_is() {
    let context = plain(&json!({"customer": {"name": "김 민수", "first_name": "민수"}}));
    assert_eq!(render("{{customer.firstName}}", &context).text, "민수");
}

#[test]
fn a_note_against_emoji_takes_them_out() {
    for case in cases("tone") {
        let context = plain(&json!({"customer": {"name": "Ana 🌸", "notes": case["notes"]}}));
        let reply = render("😀 Hi {{customer.name}} 👍🏽, bye 👩‍👩‍👧!", &context);
        let wanted = if case["emoji"] == true {
            "😀 Hi Ana 🌸 👍🏽, bye 👩‍👩‍👧!"
        } else {
            "Hi Ana, bye!"
        };
        assert_eq!(reply.text, wanted, "{case}");
    }
}

#[test]
fn a_blank_between_value_and_text_survives_the_loss_of_an_emoji() {
    let context = plain(&json!({"customer": {"name": "Ana", "notes": "no emoji"}}));
    assert_eq!(render("{{customer.name}}🎉 welcome", &context).text, "Ana welcome");
}

#[test]
fn the_variant_follows_the_reader_along_the_chain() {
    let reply = Reply {
        body: "hello".into(),
        language: Some("en".into()),
        variants: [("pt-PT", "olá"), ("zh", "你好"), ("de", "hallo")]
            .map(|(tag, body)| (tag.to_owned(), body.to_owned()))
            .to_vec(),
        ..Reply::default()
    };
    for (wanted, text, language) in [
        (Some("de"), "hallo", "de"),
        (Some("DE_AT"), "hallo", "de"),
        (Some("zh-Hant"), "你好", "zh"),
        (Some("pt-BR"), "olá", "pt-PT"),
        (Some("ko"), "hello", "en"),
        (None, "hello", "en"),
    ] {
        let rendered = render_reply(&reply, &Json::Null, wanted);
        assert_eq!((rendered.text.as_str(), rendered.language.as_str()), (text, language));
    }
    let context = plain(&json!({"customer": {"language": "de"}}));
    assert_eq!(render_reply(&reply, &context, None).text, "hallo");
    assert_eq!(render_reply(&reply, &context, Some("zh")).text, "你好");
}

#[test]
fn the_result_has_the_field_names_of_the_api() {
    let reply = render("{{x|y}} [z]", &Json::Null);
    let wanted = json!({
        "text": "y [z]",
        "segments": [
            {"text": "y", "kind": "fallback", "name": "x"},
            {"text": " ", "kind": "text"},
            {"text": "[z]", "kind": "hole", "name": "z"},
        ],
        "missing": [], "holes": ["[z]"], "language": "und",
    });
    assert_eq!(serde_json::to_value(&reply).unwrap(), wanted);
}

#[test]
fn hostile_bodies_end_soon() {
    for pattern in ["{{", "{{a", "{{a|", "[", "[a", "{{{{}}", "XXX", "A_", "😀 "] {
        let body = pattern.repeat(200_000 / pattern.len());
        let reply = render(&body, &plain(&json!({"customer": {"notes": "no emoji"}})));
        assert!(reply.text.len() <= body.len());
    }
}

proptest! {
    #[test]
    fn the_segments_make_up_the_text(body in "[a{}|\\[\\]. X'\n😀ñ]{0,60}") {
        let reply = render(&body, &Json::Null);
        let joined: String = reply.segments.iter().map(|segment| segment.text.as_str()).collect();
        prop_assert_eq!(&joined, &reply.text);
        for segment in &reply.segments {
            prop_assert_eq!(
                segment.kind == SegmentKind::Missing,
                segment.name.as_ref().is_some_and(|name| reply.missing.contains(name))
                    && segment.text.starts_with("{{") && segment.kind != SegmentKind::Hole
                    && segment.kind != SegmentKind::Fallback,
            );
        }
    }

    #[test]
    fn a_value_arrives_as_it_is(value in "\\PC{1,40}") {
        prop_assume!(!value.trim().is_empty());
        let context = Json::Object(vec![("v".into(), Json::Text(value.clone()))]);
        prop_assert_eq!(render("<{{v}}>", &context).text, format!("<{value}>"));
    }
}
