//! How well replies and articles are found in the development data, where it is at hand.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests may fail")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use hotcold::articles::{Article, Articles, Text};
use hotcold::index::SearchOptions;
use hotcold::replies::{Replies, Reply};
use hotcold::text::Document;
use serde_json::Value;

/// The folder with public data sets, if this machine has one.
fn data() -> Option<PathBuf> {
    let root = std::env::var_os("HOTCOLD_DATA")
        .map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    root.is_dir().then_some(root)
}

fn lines(path: PathBuf) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn string(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

#[test]
#[ignore = "measures; run with --ignored --nocapture where the data is"]
fn measure_recall_of_articles() {
    let Some(root) = data() else {
        println!("skipped: set HOTCOLD_DATA to the folder with the data sets");
        return;
    };
    for name in ["adguard_kb_multi", "bankfaq_en", "covid_faq_de_en", "psiphon_faq_multi"] {
        let folder = root.join("dev/retrieval").join(name);
        let mut indexes: BTreeMap<String, Articles> = BTreeMap::new();
        for line in lines(folder.join("articles.jsonl")) {
            let text = Text {
                title: string(&line, "title"),
                body: string(&line, "body"),
                ..Text::default()
            };
            let article =
                Article { id: string(&line, "id"), texts: vec![text], ..Article::default() };
            indexes.entry(string(&line, "lang")).or_default().upsert(article);
        }
        let mut found = BTreeMap::<String, (f64, f64)>::new();
        for query in lines(folder.join("queries.jsonl")) {
            let language = string(&query, "lang");
            let group = if language == "en" { "en" } else { "other" };
            let Some(articles) = indexes.get(&language) else { continue };
            let text = string(&query, "text");
            let options = SearchOptions { limit: Some(3), ..SearchOptions::default() };
            let hits = articles.search(&Document::plain(&text), None, &options);
            let relevant = query["relevant"].as_array().unwrap();
            let hit = hits.iter().any(|hit| relevant.iter().any(|id| id == hit.id.as_str()));
            for group in [group, language.as_str()] {
                let (sum, all) = found.entry(group.to_owned()).or_default();
                *sum += f64::from(u8::from(hit));
                *all += 1.0;
            }
        }
        let parts: Vec<String> =
            found.iter().map(|(group, (sum, all))| format!("{group} {:.3}", sum / all)).collect();
        println!("{name}: recall@3 {}", parts.join(", "));
    }
}

#[test]
#[ignore = "measures; run with --ignored --nocapture where the data is"]
fn measure_suggestions_from_few_examples() {
    let Some(root) = data() else {
        println!("skipped: set HOTCOLD_DATA to the folder with the data sets");
        return;
    };
    for name in ["banking77", "clinc150"] {
        let path = root.join("../peers/splits").join(format!("{name}.json"));
        let Ok(text) = std::fs::read_to_string(path) else {
            println!("skipped {name}: its splits are not there");
            continue;
        };
        let split: Value = serde_json::from_str(&text).unwrap();
        for shots in ["1", "3", "10"] {
            let (mut first, mut third, mut all) = (0.0, 0.0, 0.0);
            for seed in ["0", "1", "2"] {
                let mut replies = Replies::default();
                for (id, title) in split["titles"].as_object().unwrap() {
                    let examples = split["fewshot"][shots][seed].as_array().unwrap();
                    replies.upsert(Reply {
                        id: id.clone(),
                        title: title.as_str().unwrap().to_owned(),
                        examples: examples
                            .iter()
                            .filter(|example| example[1] == id.as_str())
                            .map(|example| example[0].as_str().unwrap().to_owned())
                            .collect(),
                        ..Reply::default()
                    });
                }
                for test in split["test"].as_array().unwrap().iter().take(1000) {
                    let message = Document::plain(test[0].as_str().unwrap());
                    let hits = replies.suggest(&message, None, &SearchOptions::default());
                    let place = hits.iter().position(|hit| test[1] == hit.id.as_str());
                    first += f64::from(u8::from(place == Some(0)));
                    third += f64::from(u8::from(place.is_some()));
                    all += 1.0;
                }
            }
            println!("{name} k={shots}: top1 {:.3} top3 {:.3}", first / all, third / all);
        }
    }
}
