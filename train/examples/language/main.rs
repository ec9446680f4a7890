//! Trains the language model that comes with the crate: `cargo run --release -p train --example language`.
//!
//! Texts by language (`sources`), some of them romanised (`roman`) → texts of every length (`samples`)
//! → vectors and classes (`fit`) → `model/language.bin` (`pack`). Same data, same bytes. Then `measure`
//! prints how often the detector is right; with `-- measure` it does that alone.

mod fit;
mod measure;
mod pack;
mod random;
mod roman;
mod samples;
mod sources;

use std::process::Command;

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
    if std::env::args().any(|argument| argument == "measure") {
        measure::print(&data);
        return;
    }
    if !std::path::Path::new(&data).join("parallel").exists() {
        println!("no data at {data}: nothing trained");
        return;
    }
    let source = sources::Source::read(&data, classes());
    let samples = samples::Samples::new(&classes(), &source);
    let model = fit::fit(classes(), &samples);
    let bytes = pack::bytes(&model, &source.apart);
    std::fs::write("model/language.bin", &bytes).expect("model/ can be written");
    eprintln!("model/language.bin: {} bytes", bytes.len());
    // The detector holds the model that it was built with, so the new one is built in first.
    let mut again = Command::new(env!("CARGO"));
    again.args(["run", "--release", "-p", "train", "--example", "language", "--", "measure"]);
    if !again.status().is_ok_and(|status| status.success()) {
        eprintln!("not measured: run this again with `-- measure`");
    }
}
