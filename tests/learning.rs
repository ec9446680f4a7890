//! Corrections have effect at once, on what they are about, and on little else.

use hotcold::features::Features;
use hotcold::json::Json;
use hotcold::learning::{Feedback, Kind, Learned, Lesson, MAX_TOTAL, Usage};
use hotcold::lexicon::Lexicon;
use hotcold::text::Document;
use hotcold::verdict::Priority;
use proptest::prelude::*;
use serde_json::{Value, json};

fn features(text: &str) -> Features {
    Features::read(&Document::plain(text), None, &Lexicon::default())
}

fn priority(learned: &Learned, text: &str) -> f64 {
    learned.recall(&features(text)).priority().map_or(0.0, |reason| reason.weight)
}

/// Marks a message whose own words give `base` log-odds.
fn mark(learned: &mut Learned, text: &str, priority: Priority, base: f64) {
    let features = features(text);
    let known = learned.recall(&features).priority().map_or(0.0, |reason| reason.weight);
    learned.learn(&Lesson::Priority(priority), &features, base + known);
}

/// Message, near-duplicate.
const PAIRS: [(&str, &str); 6] = [
    (
        "Win a free phone now, click the link before midnight",
        "Win a free tablet now, click this link before midnight",
    ),
    (
        "Our weekly server report: 3 errors, restart needed today",
        "Our weekly server report: 14 errors, restart needed today",
    ),
    ("मेरा पार्सल अभी तक नहीं आया, कृपया जल्दी देखें", "मेरा पार्सल अब तक नहीं आया, कृपया जल्दी देखें"),
    ("결제 페이지가 열리지 않아요 도와주세요", "결제 페이지가 안 열리지 않아요 도와주세요"),
    ("سفارش من هنوز نرسیده است لطفا پیگیری کنید", "سفارش من هنوز نیامده است لطفا پیگیری کنید"),
    (
        "Η παραγγελία μου δεν έφτασε ακόμα, τι γίνεται;",
        "Η παραγγελία μας δεν έφτασε ακόμα, τι γίνεται;",
    ),
];

#[test]
fn a_marked_message_and_its_near_duplicate_turn_at_once() {
    for (text, near) in PAIRS {
        let mut learned = Learned::default();
        mark(&mut learned, text, Priority::Cold, 2.0);
        assert!(2.0 + priority(&learned, text) < -0.9, "{text}");
        assert!(2.0 + priority(&learned, near) < 0.0, "{near}: {}", priority(&learned, near));
    }
}

#[test]
fn unrelated_messages_stay_nearly_as_they_were() {
    for (index, (text, _)) in PAIRS.iter().enumerate() {
        let mut learned = Learned::default();
        mark(&mut learned, text, Priority::Cold, 2.0);
        for (other, _) in PAIRS.iter().skip(index + 1) {
            assert!(priority(&learned, other).abs() < 0.3, "{text} on {other}");
        }
        assert!(priority(&learned, "My card was charged twice, please help").abs() < 0.3, "{text}");
    }
}

#[test]
fn a_reason_counts_alike_corrections() {
    let mut learned = Learned::default();
    for text in [
        "Win a free phone now, click the link before midnight",
        "Win a free tablet now, click the link before midnight",
        "Win a free laptop now, click the link before midnight",
        "Where did you take that photo of the beach?",
    ] {
        mark(&mut learned, text, Priority::Cold, 1.0);
    }
    let near = features("Win a free camera now, click the link before midnight");
    let reason = learned.recall(&near).priority().unwrap();
    assert_eq!(
        (reason.code.as_str(), reason.label.as_str()),
        ("marked_cold", "you marked 3 alike as cold")
    );
}

#[test]
fn the_latest_word_counts() {
    let mut learned = Learned::default();
    let text = "The printer on the third floor is out of paper";
    mark(&mut learned, text, Priority::Cold, 0.5);
    mark(&mut learned, text, Priority::Hot, 0.5);
    let reason = learned.recall(&features(text)).priority();
    assert!(0.5 + reason.as_ref().map_or(0.0, |reason| reason.weight) > 0.9);
    assert!(reason.is_none_or(|reason| reason.label == "you marked 1 alike as hot"));
}

#[test]
fn what_is_right_already_changes_nothing() {
    let mut learned = Learned::default();
    mark(&mut learned, "Lovely bag", Priority::Cold, -3.0);
    assert_eq!(priority(&learned, "Lovely bag"), 0.0);
}

#[test]
fn tags_and_intents_are_given_to_alike_messages_only() {
    let mut learned = Learned::default();
    let text = features("Please send me the invoice for order 1234");
    let near = features("Please send me an invoice for order 99");
    let other = features("The new blue bag looks great");
    learned.learn(&Lesson::Tag { tag: "invoice".into(), wanted: true }, &text, 0.0);
    learned.learn(&Lesson::Intent("payment/invoice".into()), &text, 0.0);
    let names =
        |list: Vec<(String, f64)>| list.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(learned.recall(&near).tags()), ["invoice"]);
    assert_eq!(names(learned.recall(&near).intents()), ["payment/invoice"]);
    assert!(
        learned.recall(&other).tags().is_empty() && learned.recall(&other).intents().is_empty()
    );

    learned.learn(&Lesson::Tag { tag: "invoice".into(), wanted: false }, &text, 0.0);
    learned.learn(&Lesson::Intent("order/status".into()), &text, 0.0);
    assert!(learned.recall(&text).tags().is_empty());
    assert_eq!(names(learned.recall(&text).intents()), ["order/status"]);
}

#[test]
fn accepted_replies_rise_and_rejected_ones_sink() {
    let mut learned = Learned::default();
    let text = features("Do you ship to Norway?");
    let reply = |id: &str, accepted| Lesson::Use { kind: Kind::Reply, id: id.into(), accepted };
    for _ in 0..3 {
        learned.learn(&reply("shipping", true), &text, 0.0);
    }
    learned.learn(&reply("refund", false), &text, 0.0);
    let near = features("Do you ship to Sweden?");
    let boost = |id: &str| learned.recall(&near).boost(Kind::Reply, id);
    assert!(boost("shipping") > 0.5 && boost("refund") < -0.3);
    assert_eq!(boost("unknown"), 0.0);
    assert_eq!(learned.recall(&near).boost(Kind::Article, "shipping"), 0.0);
    assert_eq!(learned.usage(Kind::Reply, "shipping"), Usage { accepted: 3, rejected: 0 });
}

#[test]
fn forgetting_leaves_nothing() {
    let mut learned = Learned::default();
    mark(&mut learned, "Lovely bag", Priority::Hot, -3.0);
    learned.forget();
    assert_eq!(learned, Learned::default());
}

#[test]
fn malformed_feedback_names_its_place() {
    let cases = [
        (
            json!({"type": "mood"}),
            "type must be \"priority\", \"tag\", \"intent\", \"reply\" or \"article\"",
        ),
        (json!({"type": "tag", "message": "x", "tag": "t"}), "wanted is missing; add it"),
        (
            json!({"type": "tag", "message": "x", "tag": "", "wanted": true}),
            "tag must not be empty",
        ),
        (
            json!({"type": "intent", "intent": "a/b", "message": {"text": 5}}),
            "message.text must be a string, not a number",
        ),
    ];
    for (feedback, error) in cases {
        let json: Json = serde_json::from_value(feedback).unwrap();
        assert_eq!(Feedback::from_json(&json, 100).unwrap_err().to_string(), error);
    }
}

#[test]
fn feedback_reads_messages_as_objects_or_strings() {
    let read = |message: Value| {
        let json = json!({"type": "reply", "message": message, "replyId": "r", "accepted": false});
        Feedback::from_json(&serde_json::from_value(json).unwrap(), 100).unwrap()
    };
    assert_eq!(read(json!("hi")).lesson, read(json!({"text": "hi"})).lesson);
    assert_eq!(read(json!({"text": "hi"})).message.text, "hi");
}

#[test]
fn memory_is_bounded() {
    let mut learned = Learned::default();
    for number in 0..700 {
        let words: String = (0..40)
            .map(|place| format!("w{} ", (number * 40 + place) * 7919 % 1_000_003))
            .collect();
        mark(&mut learned, &words, Priority::Hot, -1.0);
    }
    assert!(learned.is_sound());
    for number in 0..300 {
        let lesson = Lesson::Tag { tag: format!("t{number}"), wanted: true };
        learned.learn(&lesson, &features("one two three"), 0.0);
    }
    assert!(learned.is_sound());
    assert_eq!(learned.recall(&features("one two three")).tags().len(), 256);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_taught_stays_within_bounds(
        lessons in prop::collection::vec(("[a-d ]{0,12}", any::<bool>(), -12.0..12.0_f64), 0..40),
        asked in "[a-d ]{0,12}",
    ) {
        let mut learned = Learned::default();
        for (text, hot, base) in &lessons {
            let priority = if *hot { Priority::Hot } else { Priority::Cold };
            mark(&mut learned, text, priority, *base);
        }
        prop_assert!(learned.is_sound());
        prop_assert!(priority(&learned, &asked).abs() <= MAX_TOTAL);
    }
}
