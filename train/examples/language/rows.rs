//! Rows of text by language: parallel text, messages and news whose licences allow it, romanised
//! copies of some, our own lists of words, and noise. What is measured with is never trained on.

use std::collections::HashSet;
use std::path::Path;
use std::process::Command;

use hotcold::language::script::script_of;
use serde_json::Value;

use crate::random::Random;
use crate::{Class, classes, roman};

/// A class takes at most this many rows; one with fewer than half is repeated up to [`REPEATS`] times.
const MOST_ROWS: usize = 6000;
const REPEATS: usize = 6;

/// Languages of the world take twice as many: a short text is likelier in one of them.
const WIDE_SPREAD: [&str; 10] = ["en", "es", "fr", "de", "pt", "it", "ru", "ar", "id", "hi-Latn"];

/// Sets of messages and comments, beside the parallel text.
const MESSAGES: [&str; 8] = [
    "priority/afrisenti",
    "priority/goemotions_en",
    "priority/cesamard_complaints_en",
    "priority/smsa_id",
    "priority/arsarcasm_ar",
    "noise/sms_spam_en",
    "noise/germeval2018_de",
    "noise/davidson_abuse_en",
];

/// How the news samples name the languages of the model: their code, then ours.
const ISO_639_3: &str = "afr af aze az bel be bul bg cat ca ces cs cym cy dan da deu de ell el eng en est et eus eu fas fa fin fi fra fr gle ga heb he hin hi hrv hr hun hu ind id is is ita it kaz kk lav lv lit lt mar mr mkd mk mon mn msa ms nld nl nob no pol pl por pt ron ro rus ru slk sk slv sl som so spa es sqi sq srp sr swa sw swe sv tgl tl tur tr ukr uk urd ur vie vi xho xh yor yo zul zu ara ar";

/// A text and the place of its class.
#[derive(Clone)]
pub struct Row {
    pub class: usize,
    pub text: String,
}

struct Pool {
    classes: Vec<Class>,
    measured: HashSet<String>,
    rows: Vec<Vec<(u32, String)>>,
}

/// Rows for training, and rows held out.
pub fn read(data: &str) -> (Vec<Row>, Vec<Row>) {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let messages = lines(&format!("{data}/dev/langid/messages.jsonl"));
    let measured = messages.iter().map(|row| field(row, "text")).collect();
    let classes = classes();
    let mut pool = Pool { rows: vec![Vec::new(); classes.len()], classes, measured };
    pool.add_parallel(&format!("{data}/parallel"), &mut random);
    for name in MESSAGES {
        for row in lines(&format!("{data}/dev/{name}.jsonl")) {
            let tag = field(&row, "lang");
            pool.add(tag.split('-').next().unwrap_or_default(), &field(&row, "text"));
        }
    }
    let mut held_out = Vec::new();
    for row in lines(&format!("{data}/dev/langid/lingua_testdata.jsonl")) {
        let text = field(&row, "text");
        let Some(class) = tag_of(&field(&row, "lang")).and_then(|tag| pool.class(&tag, &text))
        else {
            continue;
        };
        if is_held_out(&text) {
            held_out.push(Row { class, text });
        } else {
            // News samples are few: they go before the rest.
            pool.rows[class].push((hash(&text) / 8, text));
        }
    }
    pool.add_own_words(&mut random);
    pool.add_noise(&mut random);
    (pool.rows(), held_out)
}

/// One news sample in four is for measuring; the accuracy test asks the same question.
fn is_held_out(text: &str) -> bool {
    hash(text).is_multiple_of(4)
}

impl Pool {
    fn class(&self, tag: &str, text: &str) -> Option<usize> {
        let mut counts = [0; 4];
        for script in text.chars().filter_map(script_of) {
            *counts.get_mut(script)? += 1;
        }
        let script = (0..4).max_by_key(|script| (counts[*script], 4 - script))?;
        let latin = format!("{tag}-Latn");
        self.classes.iter().position(|class| {
            class.script == script && (class.tag == tag || (tag == "sr" && class.tag == latin))
        })
    }

    fn add(&mut self, tag: &str, text: &str) {
        if let Some(class) = self.class(tag, text).filter(|_| !self.measured.contains(text)) {
            self.rows[class].push((hash(text), text.to_owned()));
        }
    }

    fn add_to(&mut self, tag: &str, order: u32, text: String) {
        let class = self.classes.iter().position(|class| class.tag == tag);
        self.rows[class.expect("a known class")].push((order, text));
    }

    fn add_parallel(&mut self, folder: &str, random: &mut Random) {
        let entries = std::fs::read_dir(folder).expect("the parallel text");
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let mut parts = name.split('.');
            let (Some(source), Some(tag), Some("tsv")) = (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            if source.ends_with("_SA")
                || source.ends_with("_doubtful")
                || source.starts_with("bible")
            {
                continue;
            }
            for (index, line) in unpacked(&path).lines().enumerate() {
                // The settings of a telephone are many and all alike.
                let skipped = source == "aosp_settings" && index % 3 > 0;
                if let Some((foreign, english)) = line.split_once('\t').filter(|_| !skipped) {
                    self.add_pair(tag, foreign, english, random);
                }
            }
        }
    }

    fn add_pair(&mut self, tag: &str, foreign: &str, english: &str, random: &mut Random) {
        self.add(if tag == "fil" { "tl" } else { tag }, foreign);
        let order = hash(foreign);
        match tag {
            "de" | "fr" | "pt" => self.add("en", english),
            "hi" => {
                let words = with_english(roman::hindi(foreign, random), english, random);
                self.add_to("hi-Latn", order, words);
            }
            "te" => {
                let words = with_english(roman::telugu(foreign), english, random);
                self.add_to("te-Latn", order, words);
            }
            "el" => self.add_to("el-Latn", order, roman::greek(foreign, random)),
            _ => {}
        }
    }

    /// Words of languages that no data stands for, alone and thrown together.
    fn add_own_words(&mut self, random: &mut Random) {
        for line in include_str!("words.txt").lines() {
            let Some((tag, words)) = line.split_once('\t') else { continue };
            let words: Vec<&str> = words.split(' ').collect();
            for word in &words {
                self.add_to(tag, 0, (*word).to_owned());
            }
            for _ in 0..words.len() * 6 {
                let text: Vec<&str> =
                    (0..2 + random.below(4)).map(|_| *random.pick(&words)).collect();
                self.add_to(tag, 1, text.join(" "));
            }
        }
    }

    /// Letters that fall when a hand or a cat lies on the keyboard.
    fn add_noise(&mut self, random: &mut Random) {
        let keys: [&[u8]; 3] =
            [b"abcdefghijklmnopqrstuvwxyz", b"asdfghjkl", b"bcdfghjklmnpqrstvwxzqwerty"];
        for _ in 0..1500 {
            let word = |random: &mut Random| -> String {
                let keys = *random.pick(&keys);
                (0..3 + random.below(9)).map(|_| char::from(*random.pick(keys))).collect()
            };
            let text: Vec<String> = (0..1 + random.below(4)).map(|_| word(random)).collect();
            self.add_to("und", 1, text.join(" "));
        }
    }

    fn rows(self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (class, mut list) in self.rows.into_iter().enumerate() {
            list.sort();
            list.dedup_by(|left, right| left.1 == right.1);
            let is_wide_spread = WIDE_SPREAD.contains(&self.classes[class].tag);
            list.truncate(if is_wide_spread { 2 * MOST_ROWS } else { MOST_ROWS });
            let repeats = (MOST_ROWS / 2 / list.len().max(1)).clamp(1, REPEATS);
            for (_, text) in list {
                rows.extend(std::iter::repeat_n(Row { class, text }, repeats));
            }
        }
        rows
    }
}

/// As people mix them: some words are English.
fn with_english(mut words: Vec<String>, english: &str, random: &mut Random) -> String {
    let english: Vec<&str> = english.split(' ').collect();
    if words.len() > 1 && random.below(3) > 0 {
        for _ in 0..=words.len() / 4 {
            let place = random.below(words.len());
            words[place] = (*random.pick(&english)).to_owned();
        }
    }
    words.join(" ")
}

fn tag_of(iso: &str) -> Option<String> {
    let mut entries = ISO_639_3.split(' ');
    while let (Some(key), Some(tag)) = (entries.next(), entries.next()) {
        if key == iso {
            return Some(tag.to_owned());
        }
    }
    None
}

fn lines(path: &str) -> Vec<Value> {
    let text = unpacked(Path::new(path));
    text.lines().map(|line| serde_json::from_str(line).expect("a row of JSON")).collect()
}

fn field(row: &Value, name: &str) -> String {
    row[name].as_str().unwrap_or_default().to_owned()
}

fn unpacked(path: &Path) -> String {
    if path.extension().is_some_and(|extension| extension == "gz") {
        let output = Command::new("gzip").arg("-dc").arg(path).output().expect("gzip runs");
        return String::from_utf8(output.stdout).expect("text");
    }
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn hash(text: &str) -> u32 {
    let hash = text
        .bytes()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)).wrapping_mul(0x9E37_79B1)
}
