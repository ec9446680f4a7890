//! Search of saved replies and help articles.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests may fail")]

use hotcold::articles::{Article, Articles, Text};
use hotcold::error::Code;
use hotcold::index::SearchOptions;
use hotcold::index::snippet::MAX_SNIPPET;
use hotcold::json::Json;
use hotcold::replies::{Replies, Reply};
use hotcold::text::Document;
use hotcold::verdict::Match;
use serde_json::{Value, json};

fn cases(name: &str) -> Value {
    let path = format!("{}/tests/cases/search/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn plain(value: &Value) -> Json {
    serde_json::from_value(value.clone()).unwrap()
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn replies(cases: &Value) -> Replies {
    let mut replies = Replies::default();
    for reply in items(&cases["replies"]) {
        replies.upsert(Reply::from_json(&plain(reply)).unwrap());
    }
    replies
}

fn articles(cases: &Value) -> Articles {
    let mut articles = Articles::default();
    for article in items(&cases["articles"]) {
        articles.upsert(Article::from_json(&plain(article)).unwrap());
    }
    articles
}

fn ids(matches: &[Match]) -> Vec<&str> {
    matches.iter().map(|found| found.id.as_str()).collect()
}

/// The words that spans mark, cut as JavaScript does.
fn marked(text: &str, found: &Match) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = found.spans.iter();
    words
        .map(|span| String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap())
        .collect()
}

#[test]
fn the_reply_that_answers_comes_first() {
    let cases = cases("replies");
    let replies = replies(&cases);
    for case in items(&cases["suggest"]) {
        let message = Document::plain(case["message"].as_str().unwrap());
        let language = case["language"].as_str();
        let found = replies.suggest(&message, language, &SearchOptions::default());
        assert_eq!(found.first().map(|found| found.id.as_str()), case["first"].as_str(), "{case}");
        if let Some(why) = case["why"].as_array() {
            assert_eq!(json!(found[0].why), json!(why), "{case}");
        }
        if let Some(text) = case["text"].as_str() {
            assert_eq!(found[0].snippet.as_deref(), Some(text), "{case}");
        }
    }
}

#[test]
fn the_picker_finds_what_is_meant_while_it_is_typed() {
    let cases = cases("replies");
    let replies = replies(&cases);
    for case in items(&cases["find"]) {
        let typed = case["typed"].as_str().unwrap();
        let found = replies.find(typed, &SearchOptions::default());
        let mut wanted: Vec<&str> = items(&case["ids"]).map(|id| id.as_str().unwrap()).collect();
        let mut got = ids(&found);
        if case["anyOrder"] == true {
            wanted.sort_unstable();
            got.sort_unstable();
        }
        assert_eq!(got, wanted, "{case}");
        if let Some(why) = case["why"].as_array() {
            assert_eq!(json!(found[0].why), json!(why), "{case}");
        }
        if let Some(score) = case["score"].as_f64() {
            assert_eq!(found[0].score, score, "{case}");
        }
    }
}

#[test]
fn the_article_that_explains_comes_first_and_hidden_ones_never_come() {
    let cases = cases("articles");
    let articles = articles(&cases);
    for case in items(&cases["search"]) {
        let query = Document::plain(case["query"].as_str().unwrap());
        let found = articles.search(&query, None, &SearchOptions::default());
        assert_eq!(found[0].id, case["first"].as_str().unwrap(), "{case}");
        assert_eq!(found[0].language.as_deref(), case["language"].as_str(), "{case}");
        for hidden in ["draft", "archived", "private"] {
            assert!(!ids(&found).contains(&hidden), "{case}");
        }
        if let Some(snippet) = case["snippet"].as_str() {
            assert_eq!(found[0].snippet.as_deref(), Some(snippet), "{case}");
        }
    }
    assert_eq!(articles.get("draft").map(|draft| draft.is_public()), Some(false));
}

#[test]
fn an_article_answers_in_its_own_sentences_with_the_link_below() {
    let cases = cases("articles");
    let articles = articles(&cases);
    for case in items(&cases["render"]) {
        let query = case["query"].as_str().map(Document::plain);
        let id = case["id"].as_str().unwrap();
        let rendered = articles.render(id, query.as_ref(), case["language"].as_str()).unwrap();
        assert_eq!(rendered.summary, case["summary"].as_str().unwrap(), "{case}");
        if let Some(url) = case["url"].as_str() {
            assert_eq!(rendered.url, url, "{case}");
        }
        let wanted = match rendered.url.as_str() {
            "" => rendered.summary.clone(),
            url => format!("{}\n{url}", rendered.summary),
        };
        assert_eq!(rendered.text, wanted, "{case}");
    }
    assert_eq!(articles.render("none", None, None).unwrap_err().code(), Code::UnknownId);
}

#[test]
fn spans_mark_the_words_that_were_found() {
    let replies = replies(&cases("replies"));
    for (message, words) in [
        ("😀 I was CHARGED twice, twice", vec!["CHARGED", "twice", "twice"]),
        ("कहाँ है मेरा पार्सल", vec!["कहाँ", "है", "मेरा", "पार्सल"]),
    ] {
        let found = replies.suggest(&Document::plain(message), None, &SearchOptions::default());
        assert_eq!(marked(message, &found[0]), words);
    }
    let found = replies.find("😀 twice refu zzz", &SearchOptions::default());
    assert_eq!(marked("😀 twice refu zzz", &found[0]), ["twice", "refu"]);
}

#[test]
fn what_nothing_fits_scores_low() {
    let replies = replies(&cases("replies"));
    let score = |message: &str| {
        let message = Document::plain(message);
        let found = replies.suggest(&message, None, &SearchOptions::default());
        found.first().map_or(0.0, |found| found.score)
    };
    assert!(score("where is my parcel") > 0.6);
    assert!(
        score("the band played a lovely song on the beach last night, is there a record") < 0.3
    );
    assert_eq!(score("xylophone"), 0.0);
    assert_eq!(score("?! 😀"), 0.0);
}

#[test]
fn options_limit_and_filter() {
    let replies = replies(&cases("replies"));
    let options = |json: Value| SearchOptions::from_json(&plain(&json)).unwrap();
    let find = |json: Value| {
        let found = replies.find("", &options(json));
        found.into_iter().map(|found| found.id).collect::<Vec<_>>()
    };
    assert_eq!(find(json!({"limit": 2})), ["parcel", "refund"]);
    assert_eq!(find(json!({"limit": 0})), [""; 0]);
    assert_eq!(find(json!({"tags": ["account"]})), ["cancel", "password"]);
    assert_eq!(find(json!({"scope": "web", "limit": 9})).len(), 4, "all but those of the shop");
    let message = Document::plain("you charged me twice, where is my parcel");
    let suggest = |json: Value| replies.suggest(&message, None, &options(json)).len();
    assert_eq!(suggest(json!({})), 3);
    assert_eq!(suggest(json!({"limit": 1})), 1);
    assert_eq!(suggest(json!({"minScore": 1})), 0);
    assert_eq!(suggest(json!({"tags": ["payment"]})), 1);
    for (wrong, message) in [
        (json!({"limit": 1.5}), "limit must be a whole number from 0 to 1000"),
        (json!({"minScore": 2}), "minScore must be from 0 to 1"),
        (json!({"tags": ["a", 1]}), "tags[1] must be a string, not a number"),
        (json!(3), "must be an object, not a number"),
    ] {
        let error = SearchOptions::from_json(&plain(&wrong)).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn wrong_entries_are_refused_with_their_place() {
    for (wrong, message) in [
        (json!({"title": "t", "body": ""}), "id is missing; add it"),
        (json!({"id": "", "title": "t", "body": ""}), "id must not be empty"),
        (json!({"id": 1, "title": "t"}), "body is missing; add it"),
        (
            json!({"id": 1, "title": "t", "body": "", "variants": {"de": 1}}),
            "variants.de must be a string, not a number",
        ),
        (json!({"id": 1, "title": "t", "body": "", "usage": -1}), "usage must not be negative"),
    ] {
        assert_eq!(Reply::from_json(&plain(&wrong)).unwrap_err().to_string(), message);
    }
    for (wrong, message) in [
        (
            json!({"id": 1, "title": "t", "body": "", "format": "pdf"}),
            "format must be \"html\", \"markdown\" or \"text\"",
        ),
        (
            json!({"id": 1, "title": "t", "body": "", "translations": {"de": {"title": "t"}}}),
            "translations.de.body is missing; add it",
        ),
    ] {
        assert_eq!(Article::from_json(&plain(&wrong)).unwrap_err().to_string(), message);
    }
}

#[test]
fn a_numeric_id_becomes_a_string() {
    let reply = Reply::from_json(&plain(&json!({"id": 42, "title": "t", "body": ""}))).unwrap();
    assert_eq!(reply.id, "42");
}

#[test]
fn a_snippet_shows_the_passage_and_not_more() {
    let filler = "Nothing of interest stands in this sentence. ".repeat(20);
    let body = format!("{filler}Since version 2.5 the zebra sleeps  in the shed. {filler}");
    let mut articles = Articles::default();
    let text = Text { title: "Animals".into(), body, ..Text::default() };
    articles.upsert(Article { id: "1".into(), texts: vec![text], ..Article::default() });
    let found = articles.search(&Document::plain("zebra shed"), None, &SearchOptions::default());
    let snippet = found[0].snippet.as_deref().unwrap();
    assert!(
        snippet.starts_with("…Since version 2.5 the zebra sleeps in the shed. Nothing"),
        "{snippet}"
    );
    assert!(snippet.ends_with('…'), "{snippet}");
}

#[test]
fn hostile_texts_end_soon() {
    let long = "a".repeat(50_000);
    let marks = format!("word{}", "\u{301}".repeat(50_000));
    for body in ["[".repeat(50_000), "](".repeat(25_000), "<a".repeat(25_000), long, marks] {
        for format in ["markdown", "html"] {
            let article = json!({"id": "1", "title": "word", "body": body, "format": format});
            let mut articles = Articles::default();
            articles.upsert(Article::from_json(&plain(&article)).unwrap());
            let query = Document::plain("word");
            let found = articles.search(&query, None, &SearchOptions::default());
            let snippet = found[0].snippet.as_deref().unwrap_or_default();
            assert!(snippet.chars().count() <= MAX_SNIPPET);
            articles.render("1", Some(&query), None).unwrap();
        }
    }
}
