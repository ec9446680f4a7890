//! Texts by language: parallel text, messages and news whose licences allow it, our own messages,
//! romanised copies of some, our own lists of words, and noise. What is measured with is never
//! trained on.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::process::Command;

use hotcold::language::script::script_of;
use serde_json::Value;

use crate::random::Random;
use crate::{Class, roman};

/// A shelf of a class takes at most this many texts.
const MOST_TEXTS: usize = 16_000;

/// Sets of messages and comments whose licences allow training.
const MESSAGES: [&str; 9] = [
    "priority/afrisenti",
    "priority/goemotions_en",
    "priority/cesamard_complaints_en",
    "priority/smsa_id",
    "priority/arsarcasm_ar",
    "noise/sms_spam_en",
    "noise/germeval2018_de",
    "noise/davidson_abuse_en",
    "noise/mlma_ar_fr",
];

/// How the news samples name the languages of the model: their code, then ours.
const ISO_639_3: &str = "afr af ara ar aze az bel be bos bs bul bg cat ca ces cs cym cy dan da deu de ell el eng en epo eo est et eus eu fas fa fin fi fra fr gle ga heb he hin hi hrv hr hun hu ind id is is isl is ita it kaz kk lat la lav lv lit lt lug lg mar mr mkd mk mon mn mri mi msa ms nld nl nno nn nob no pol pl por pt ron ro rus ru slk sk slv sl sna sn som so sot st spa es sqi sq srp sr swa sw swe sv tgl tl tsn tn tso ts tur tr ukr uk urd ur vie vi xho xh yor yo zul zu";

/// Where a text comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// News samples.
    News,
    /// Messages, real and our own, and our own words.
    Own,
    /// Parallel text.
    Parallel,
}

/// A text and the place of its class.
pub struct Row {
    pub class: usize,
    pub text: String,
}

/// The texts of all classes.
pub struct Source {
    classes: Vec<Class>,
    measured: HashSet<String>,
    texts: Vec<[BTreeSet<(u32, String)>; 3]>,
    /// A few news samples, apart, to calibrate probabilities with.
    pub apart: Vec<Row>,
}

impl Source {
    /// Reads everything under `data` and our own corpus.
    pub fn read(data: &str, classes: Vec<Class>) -> Self {
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        let messages = lines(&format!("{data}/dev/langid/messages.jsonl"));
        let mut source = Self {
            measured: messages.iter().map(|row| field(row, "text")).collect(),
            texts: (0..classes.len()).map(|_| Default::default()).collect(),
            classes,
            apart: Vec::new(),
        };
        source.add_parallel(&format!("{data}/parallel"), &mut random);
        for name in MESSAGES {
            for row in lines(&format!("{data}/dev/{name}.jsonl")) {
                let tag = field(&row, "lang");
                source.add(
                    Shelf::Own,
                    tag.split('-').next().unwrap_or_default(),
                    &field(&row, "text"),
                );
            }
        }
        source.add_news(data);
        source.add_corpus();
        source.add_own_words(&mut random);
        source.add_noise(&mut random);
        source
    }

    /// The texts of a class on a shelf.
    pub fn texts(&self, class: usize, shelf: Shelf) -> impl Iterator<Item = &str> {
        self.texts[class][shelf as usize].iter().take(MOST_TEXTS).map(|(_, text)| text.as_str())
    }

    fn class(&self, tag: &str, text: &str) -> Option<usize> {
        let mut counts = [0; 4];
        for script in text.chars().filter_map(script_of) {
            *counts.get_mut(script)? += 1;
        }
        let script = (0..4).max_by_key(|script| (counts[*script], 4 - script))?;
        let latin = format!("{tag}-Latn");
        self.classes
            .iter()
            .position(|class| class.script == script && (class.tag == tag || (class.tag == latin)))
    }

    fn add(&mut self, shelf: Shelf, tag: &str, text: &str) {
        if let Some(class) = self.class(tag, text).filter(|_| !self.measured.contains(text)) {
            self.texts[class][shelf as usize].insert((hash(text), text.to_owned()));
        }
    }

    fn add_to(&mut self, shelf: Shelf, tag: &str, text: String) {
        if let Some(class) = self.classes.iter().position(|class| class.tag == tag) {
            self.texts[class][shelf as usize].insert((hash(&text), text));
        }
    }

    fn add_news(&mut self, data: &str) {
        for row in lines(&format!("{data}/dev/langid/lingua_testdata.jsonl")) {
            let text = field(&row, "text");
            let Some(tag) = tag_of(&field(&row, "lang")).filter(|_| !is_held_out(&text)) else {
                continue;
            };
            match self.class(&tag, &text) {
                Some(class) if hash(&text) % 20 == 1 => self.apart.push(Row { class, text }),
                _ => self.add(Shelf::News, &tag, &text),
            }
        }
    }

    fn add_corpus(&mut self) {
        let entries = std::fs::read_dir("train/corpus").expect("the corpus, from the root");
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "jsonl")) {
            for row in lines(&path.to_string_lossy()) {
                let tag = field(&row, "lang").replace("nb", "no");
                match tag.strip_suffix("-Latn") {
                    Some(_) => self.add_to(Shelf::Own, &tag, field(&row, "text")),
                    None => self.add(Shelf::Own, &tag, &field(&row, "text")),
                }
            }
        }
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
        let tag = if tag == "fil" { "tl" } else { tag };
        self.add(Shelf::Parallel, tag, &without_loans(foreign, english));
        match tag {
            "de" | "fr" | "pt" | "nl" | "it" => self.add(Shelf::Parallel, "en", english),
            "hi" => {
                let words = with_english(roman::hindi(foreign, random), english, random);
                self.add_to(Shelf::Parallel, "hi-Latn", words);
            }
            "te" => {
                let words = with_english(roman::telugu(foreign), english, random);
                self.add_to(Shelf::Parallel, "te-Latn", words);
            }
            "el" => self.add_to(Shelf::Parallel, "el-Latn", roman::greek(foreign, random)),
            _ => {}
        }
    }

    /// Words of languages that little data stands for, alone and thrown together.
    fn add_own_words(&mut self, random: &mut Random) {
        for line in include_str!("words.txt").lines() {
            let Some((tag, words)) = line.split_once('\t') else { continue };
            let words: Vec<&str> = words.split(' ').collect();
            for word in &words {
                self.add_to(Shelf::Own, tag, (*word).to_owned());
            }
            for _ in 0..words.len() * 2 {
                let text: Vec<&str> =
                    (0..2 + random.below(4)).map(|_| *random.pick(&words)).collect();
                self.add_to(Shelf::Own, tag, text.join(" "));
            }
        }
    }

    /// Letters that fall when a hand or a cat lies on the keyboard.
    fn add_noise(&mut self, random: &mut Random) {
        let keys: [&[u8]; 3] =
            [b"abcdefghijklmnopqrstuvwxyz", b"asdfghjkl", b"bcdfghjklmnpqrstvwxzqwerty"];
        for _ in 0..3000 {
            let word = |random: &mut Random| -> String {
                let keys = *random.pick(&keys);
                (0..3 + random.below(9)).map(|_| char::from(*random.pick(keys))).collect()
            };
            let text: Vec<String> = (0..1 + random.below(4)).map(|_| word(random)).collect();
            self.add_to(Shelf::Own, "und", text.join(" "));
        }
    }
}

/// Half of the news samples is for measuring.
pub fn is_held_out(text: &str) -> bool {
    hash(text).is_multiple_of(2)
}

/// Words that stand in the English too are names or loans: they say nothing of the language.
fn without_loans(foreign: &str, english: &str) -> String {
    let english = english.to_lowercase();
    let english: Vec<&str> = english.split(|c: char| !c.is_alphanumeric()).collect();
    let is_loan = |word: &&str| {
        let word = word.to_lowercase();
        english.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
    };
    let kept: Vec<&str> = foreign.split_whitespace().filter(|word| !is_loan(word)).collect();
    kept.join(" ")
}

/// As people mix them: some words are English.
fn with_english(mut words: Vec<String>, english: &str, random: &mut Random) -> String {
    let english: Vec<&str> = english.split(' ').collect();
    if words.len() > 2 && random.below(3) > 0 {
        for _ in 0..=words.len() * random.below(5) / 8 {
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

/// The rows of a file of JSON lines.
pub fn lines(path: &str) -> Vec<Value> {
    let text = unpacked(Path::new(path));
    text.lines().map(|line| serde_json::from_str(line).expect("a row of JSON")).collect()
}

/// A field of a row, as text.
pub fn field(row: &Value, name: &str) -> String {
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
