//! Trains the language model that comes with the crate: `cargo run --release -p train --example language`.
//!
//! Texts by language (`sources`), some of them romanised (`roman`) → texts of every length (`samples`)
//! → vectors and classes (`fit`) → `model/language.bin`. Same data, same bytes.

mod fit;
mod random;
mod roman;
mod samples;
mod sources;

use hotcold::language::model::CLASSES;
use hotcold::language::script::script_of;
use hotcold::text::{Document, TokenKind};

/// A language as the model knows it.
#[derive(Clone, Copy)]
pub struct Class {
    pub tag: &'static str,
    pub script: usize,
}

/// All classes, in the order of the file.
pub fn classes() -> Vec<Class> {
    let with_script = |(script, tags): (usize, &[&'static str])| {
        tags.iter().map(|tag| Class { tag, script }).collect()
    };
    CLASSES.into_iter().flat_map::<Vec<Class>, _>(with_script).collect()
}

/// The words of a text that are written in a script.
pub fn words(text: &str, script: usize) -> Vec<String> {
    let document = Document::plain(text);
    let words = document.tokens().iter().filter(|token| token.kind == TokenKind::Word);
    let words = words.map(|token| document.raw(token).to_owned());
    words.filter(|word| word.chars().find_map(script_of) == Some(script)).collect()
}

fn main() {
    let data = std::env::var("HOTCOLD_DATA").unwrap_or_else(|_| "../shared/data".into());
    let source = sources::Source::read(&data, classes());
    let samples = samples::Samples::new(&classes(), &source);
    eprintln!("read");
    let model = fit::fit(classes(), &samples);
    quick(&model, &data);
    let bytes = model.bytes(&source.apart);
    std::fs::write(std::env::var("OUT").unwrap_or("model/language.bin".into()), &bytes)
        .expect("model/ can be written");
    eprintln!("model/language.bin: {} bytes", bytes.len());
}

fn quick(model: &fit::Model, data: &str) {
    use std::collections::BTreeMap;
    let common = "hin fas eng spa fra deu por ara rus tur ita nld pol ind vie urd mar";
    let free = "kor tel ell zho jpn tha ben tam";
    for rounded in [false, true] {
        let mut tally: BTreeMap<String, [usize; 3]> = BTreeMap::new();
        for name in ["messages", "lingua_testdata"] {
            for row in sources::lines(&format!("{data}/dev/langid/{name}.jsonl")) {
                let text = sources::field(&row, "text");
                let lang = sources::field(&row, "lang");
                let lang = if lang == "is" { "isl".to_owned() } else { lang };
                let kind = sources::field(&row, "kind");
                if name != "messages" && !sources::is_held_out(&text) {
                    continue;
                }
                let mut counts = [0; 4];
                for s in text.chars().filter_map(script_of) {
                    if s < 4 {
                        counts[s] += 1;
                    }
                }
                let script = (0..4).max_by_key(|s| (counts[*s], 4 - *s)).unwrap();
                let latin = row["script"] == "Latn";
                let (iso, sure) = if counts[script] == 0 || free.contains(&lang) {
                    (lang.clone(), 1.0)
                } else {
                    let (tag, sure) = model.guess(&text, script, rounded);
                    (
                        hotcold::language::code::read(tag).map_or("und".to_owned(), |t| t.iso6393),
                        sure,
                    )
                };
                let mut keys = vec![format!("{kind} all")];
                if common.contains(&lang) || free.contains(&lang) {
                    keys.push(format!("{kind} 25"));
                }
                if common.contains(&lang) && script == 0
                    || lang == "rus"
                    || lang == "hin"
                    || lang == "mar"
                    || lang == "urd"
                    || lang == "fas"
                    || lang == "ara"
                {
                    keys.push(format!("{kind} {lang}{}", if latin { "-Latn" } else { "" }));
                }
                if lang == "nob" || lang == "nno" {
                    keys.push(format!("{kind} {lang}"));
                }
                let right =
                    iso == lang || lang == "nno" && iso == "nob" || lang == "nob" && iso == "nno";
                for key in keys {
                    let t = tally.entry(key).or_default();
                    t[0] += 1;
                    t[1] += usize::from(right);
                    t[2] += usize::from(sure < 0.3);
                }
            }
        }
        let mut line = String::new();
        for (key, [all, right, und]) in &tally {
            line += &format!(
                "{key} {:.1} ({:.0})| ",
                100.0 * *right as f64 / *all as f64,
                100.0 * *und as f64 / *all as f64
            );
        }
        eprintln!("rounded {rounded}: {line}");
    }
}
