//! What holds of the search of replies and articles whatever is in it.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests may fail")]

use std::collections::BTreeMap;

use hotcold::articles::{Article, Articles, Text};
use hotcold::index::SearchOptions;
use hotcold::index::snippet::MAX_SNIPPET;
use hotcold::replies::{Replies, Reply};
use hotcold::text::Document;
use hotcold::verdict::Match;
use proptest::prelude::*;

fn entries() -> impl Strategy<Value = Vec<(u8, String, String)>> {
    let text = "(refund|refunds|card|cards|parcel|पार्सल|환불은|환불| ){0,6}";
    proptest::collection::vec((0..6u8, text, text), 0..120)
}

fn everything(replies: &Replies) -> Vec<Vec<Match>> {
    let options = SearchOptions { limit: Some(50), ..SearchOptions::default() };
    let mut all = vec![replies.find("re car", &options), replies.find("", &options)];
    for message in ["refund my card", "पार्सल 환불", "parcels"] {
        all.push(replies.suggest(&Document::plain(message), None, &options));
    }
    all
}

proptest! {
    #[test]
    fn only_what_is_in_the_index_counts(entries in entries(), gone in 0..6u8) {
        let reply = |(id, title, body): &(u8, String, String)| Reply {
            id: id.to_string(),
            title: title.clone(),
            body: body.clone(),
            ..Reply::default()
        };
        // Replaced many times and removed, against built once in another order.
        let mut lived = Replies::default();
        for entry in &entries {
            lived.upsert(reply(entry));
        }
        lived.remove(&gone.to_string());
        let last: BTreeMap<u8, _> = entries.iter().map(|entry| (entry.0, entry)).collect();
        let mut fresh = Replies::default();
        for (_, entry) in last.iter().rev().filter(|(id, _)| **id != gone) {
            fresh.upsert(reply(entry));
        }
        prop_assert_eq!(everything(&lived), everything(&fresh));
    }

    #[test]
    fn a_snippet_is_short_and_cut_between_graphemes(
        body in "(refund|e\u{301}e\u{301}|नमस्ते|ก็|👩‍👩‍👧|[a-z]{1,9}|。| |\\. |\n){0,120}",
    ) {
        let mut articles = Articles::default();
        let text = Text { title: "refund".into(), body: body.clone(), ..Text::default() };
        articles.upsert(Article { id: "1".into(), texts: vec![text], ..Article::default() });
        let found = articles.search(&Document::plain("refund"), None, &SearchOptions::default());
        let Some(snippet) = &found[0].snippet else { return Ok(()) };
        prop_assert!(snippet.chars().count() <= MAX_SNIPPET, "{}", snippet);
        let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
        let inner = snippet.trim_matches('…');
        prop_assert!(body.contains(inner), "{:?} in {:?}", inner, body);
        let torn = inner.starts_with(['\u{301}', '\u{200d}', 'े', '्', '็']);
        prop_assert!(!torn, "{:?}", inner);
        let document = Document::plain(&body);
        let is_found = document.tokens().iter().any(|token| document.folded(token) == "refund");
        prop_assert!(!is_found || inner.contains("refund"));
    }

    #[test]
    fn scores_and_places_are_in_range(message in "\\PC{0,40}", title in "\\PC{0,20}") {
        let mut replies = Replies::default();
        replies.upsert(Reply { id: "1".into(), title, body: message.clone(), ..Reply::default() });
        let length = message.encode_utf16().count() as u32;
        let options = SearchOptions::default();
        for found in [
            replies.suggest(&Document::plain(&message), Some("en"), &options),
            replies.find(&message, &options),
        ].concat() {
            prop_assert!((0.0..=1.0).contains(&found.score));
            for span in found.spans {
                prop_assert!(span.start < span.end && span.end <= length);
            }
        }
    }
}
