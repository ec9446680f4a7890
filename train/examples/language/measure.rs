//! How often the shipped detector is right, beside whatlang, on texts that it was not trained on.

use std::hint::black_box;
use std::time::Instant;

use hotcold::language::{Hint, code, detect, detect_text};
use hotcold::text::Document;

use crate::sources::{field, is_held_out, lines};

/// The 25 languages in which customers write most.
const COMMON: &str = "hin kor fas tel ell eng spa fra deu por ara zho jpn rus tur ita nld pol ind vie tha ben urd mar tam";

/// Prints one line for each kind of text.
pub fn print(data: &str) {
    let folder = format!("{data}/dev/langid");
    let files = ["lingua_testdata", "messages"].map(|name| format!("{folder}/{name}.jsonl"));
    if !files.iter().all(|file| std::path::Path::new(file).exists()) {
        println!("no samples at {folder}: nothing measured");
        return;
    }
    let [news, messages] = files.map(|file| lines(&file));
    let held_out = news.into_iter().filter(|row| is_held_out(&field(row, "text")));
    let rows: Vec<(String, String, String)> = held_out
        .chain(messages)
        .map(|row| {
            let kind = if row["script"] == "Latn" {
                "romanised"
            } else {
                row["kind"].as_str().unwrap_or_default()
            };
            let lang = field(&row, "lang");
            (
                kind.to_owned(),
                if lang == "is" { "isl".to_owned() } else { lang },
                field(&row, "text"),
            )
        })
        .collect();
    println!(
        "{:10} {:>6}  {:>7} {:>8}   {:>7} {:>8}",
        "% right", "texts", "hotcold", "whatlang", "of 25", "whatlang"
    );
    for kind in ["word", "pair", "sentence", "message", "romanised"] {
        let mut all = Tally::default();
        let mut common = Tally::default();
        for (_, lang, text) in rows.iter().filter(|row| row.0 == kind) {
            let ours = same(&detect_text(text, &[]).iso6393) == same(lang);
            let theirs = whatlang::detect_lang(text).is_some_and(|found| peer(found) == same(lang));
            all.add(ours, theirs);
            if COMMON.contains(lang.as_str()) {
                common.add(ours, theirs);
            }
        }
        println!(
            "{kind:10} {:6}  {:7.1} {:8.1}   {:7.1} {:8.1}",
            all.texts,
            all.percent(all.ours),
            all.percent(all.theirs),
            common.percent(common.ours),
            common.percent(common.theirs),
        );
    }
    print_time(rows.into_iter().filter(|row| row.0 == "message").map(|row| row.2));
}

/// How long a message of 140 characters takes, its reading into words apart.
fn print_time(texts: impl Iterator<Item = String>) {
    let long: Vec<String> = texts
        .filter(|text| text.chars().count() >= 140)
        .map(|text| text.chars().take(140).collect())
        .collect();
    let documents: Vec<Document> = long.iter().map(|text| Document::plain(text)).collect();
    let each = |start: Instant| start.elapsed().as_secs_f64() * 1e6 / long.len().max(1) as f64;
    let mut best = f64::MAX;
    for _ in 0..20 {
        let start = Instant::now();
        for document in &documents {
            black_box(detect(document, Hint::default()));
        }
        best = best.min(each(start));
    }
    println!("{best:.1} µs for each of {} messages of 140 characters", long.len());
}

#[derive(Default)]
struct Tally {
    texts: usize,
    ours: usize,
    theirs: usize,
}

impl Tally {
    fn add(&mut self, ours: bool, theirs: bool) {
        self.texts += 1;
        self.ours += usize::from(ours);
        self.theirs += usize::from(theirs);
    }

    fn percent(&self, right: usize) -> f64 {
        100.0 * right as f64 / self.texts.max(1) as f64
    }
}

/// Norwegian is one language in most lists.
fn same(iso: &str) -> &str {
    if matches!(iso, "nob" | "nno") { "nor" } else { iso }
}

/// How the peer's codes read in ours.
fn peer(found: whatlang::Lang) -> String {
    let iso = code::read(found.code()).map_or_else(|| "und".to_owned(), |tag| tag.iso6393);
    same(&iso).to_owned()
}
