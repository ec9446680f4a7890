//! Trains the language model that comes with the crate: `cargo run --release -p train --example language`.
//!
//! Rows of text by language (`rows`), some of them romanised (`roman`) → vectors and classes (`fit`) →
//! `model/language.bin`. Same data, same bytes.

mod fit;
mod random;
mod roman;
mod rows;

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
    let (rows, held_out) = rows::read(&data);
    eprintln!("{} rows, {} held out", rows.len(), held_out.len());
    let model = fit::fit(&rows);
    let bytes = model.bytes(&held_out);
    std::fs::write("model/language.bin", &bytes).expect("model/ can be written");
    eprintln!("model/language.bin: {} bytes", bytes.len());
}
