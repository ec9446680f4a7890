//! The generator of `src/text/fold/table.rs`: what Unicode says, then what recall needs on top.

use std::cmp::Reverse;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters whose plain form Unicode does not give, and choices of our own.
const CHOICES: &[(&str, &str)] = &[
    ("đɖɗðƌ", "d"),
    ("ł", "l"),
    ("øɔ", "o"),
    ("ħ", "h"),
    ("ŧ", "t"),
    ("ıɨ", "i"),
    ("ɓ", "b"),
    ("ƙĸ", "k"),
    ("ƴ", "y"),
    ("ŋɲ", "n"),
    ("əǝɛ", "e"),
    ("ɣ", "g"),
    ("ʉ", "u"),
    ("ƒ", "f"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ß", "ss"),
    ("ς", "σ"),
    ("ґ", "г"),
    ("ә", "а"),
    // Arabic letters that keyboards of neighbouring languages write with another code.
    ("ٱٲٳٵ", "ا"),
    ("ةہھەۃ", "ه"),
    ("يىېے", "ی"),
    ("كڪ", "ک"),
    // Devanagari and Bengali nasal marks are written for each other.
    ("\u{901}", "\u{902}"),
    // Malayalam chillu letters: one code, or consonant and virama.
    ("ൺ", "ണ്"),
    ("ൻ", "ന്"),
    ("ർ", "ര്"),
    ("ൽ", "ല്"),
    ("ൾ", "ള്"),
    ("ൿ", "ക്"),
    ("‘’‚‛ʼʹʻʽ′`´׳＇", "'"),
    ("“”„‟″״«»", "\""),
    ("‐‑‒–—―−", "-"),
    ("\u{a0}\u{2028}\u{2029}", " "),
];

/// Marks and format characters that fold to nothing.
const REMOVED: &[(u32, u32)] = &[
    (0xAD, 0xAD),
    (0x300, 0x36F), // combining diacritics
    (0x483, 0x489), // Cyrillic
    (0x591, 0x5BD), // Hebrew points
    (0x5BF, 0x5BF),
    (0x5C1, 0x5C2),
    (0x5C4, 0x5C5),
    (0x5C7, 0x5C7),
    (0x610, 0x61A), // Arabic marks
    (0x61C, 0x61C),
    (0x640, 0x640), // tatweel
    (0x64B, 0x65F),
    (0x670, 0x670),
    (0x6D6, 0x6DC),
    (0x6DF, 0x6E4),
    (0x6E7, 0x6E8),
    (0x6EA, 0x6ED),
    (0x8CA, 0x8E1),
    (0x8E3, 0x8FF),
    (0x93C, 0x93C), // nuktas
    (0x9BC, 0x9BC),
    (0xA3C, 0xA3C),
    (0xABC, 0xABC),
    (0xB3C, 0xB3C),
    (0xC3C, 0xC3C),
    (0xCBC, 0xCBC),
    (0x115F, 0x1160), // Hangul fillers
    (0x3164, 0x3164),
    (0xFFA0, 0xFFA0),
    (0x180B, 0x180F),
    (0x1AB0, 0x1ACE),
    (0x1DC0, 0x1DFF),
    (0x200B, 0x200F), // zero width, direction
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x20D0, 0x20F0),
    (0x302A, 0x302F),
    (0xFE00, 0xFE0F), // variation selectors
    (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0x1F3FB, 0x1F3FF), // skin tones
    (0xE0000, 0xE0FFF),
];

/// Stretches that the table leaves alone: composed at run time, or too rare to pay for.
const KEPT: &[(u32, u32)] = &[
    (0x1100, 0x11FF), // jamo, composed at run time
    (0x1D00, 0x1DBF), // phonetic letters
    (0x2190, 0x22FF), // arrows and operators: "not equal" is no "equal"
    (0x2A00, 0x2AFF),
    (0x2E80, 0x2FDF), // radicals
    (0x3040, 0x33FF), // kana, enclosed and squared forms
    (0xA640, 0xABFF), // letters of scholars and of small scripts
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF), // ideographs of old encodings
    (0xFBEA, 0xFDEF), // Arabic ligatures of whole syllables
    (0xFDFA, 0xFDFB),
    (0x1D6A8, 0x1D7CB), // mathematical Greek
];

fn within(ranges: &[(u32, u32)], code: u32) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
}

/// Where the decimal digits of each script begin.
const ZEROS: &[u32] = &[
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
];

fn digit(code: u32) -> Option<char> {
    let zero = ZEROS.iter().filter(|zero| **zero <= code).max()?;
    char::from_digit(code - zero, 36).filter(char::is_ascii_digit)
}

/// One step towards the folded form; [`folded`] walks until nothing changes.
fn step(character: char) -> String {
    let lower: String = character.to_lowercase().collect();
    for candidate in [character.to_string(), lower.clone()] {
        if let Some((_, plain)) = CHOICES.iter().find(|(from, _)| from.contains(&candidate)) {
            return plain.to_string();
        }
    }
    let code = character as u32;
    if within(REMOVED, code) {
        return String::new();
    }
    if let Some(digit) = digit(code) {
        return digit.to_string();
    }
    // Halfwidth jamo stand for the letters of a keyboard, not for parts of a syllable.
    if let 0xFFA1..=0xFFDC = code {
        let letter = match code {
            0xFFA1..=0xFFBE => code - 0xFFA1 + 0x3131,
            0xFFC2..=0xFFC7 => code - 0xFFC2 + 0x314F,
            0xFFCA..=0xFFCF => code - 0xFFCA + 0x3155,
            0xFFD2..=0xFFD7 => code - 0xFFD2 + 0x315B,
            0xFFDA..=0xFFDC => code - 0xFFDA + 0x3161,
            _ => code,
        };
        return char::from_u32(letter).unwrap().to_string();
    }
    if within(KEPT, code) {
        return lower;
    }
    let parts: String = character.nfkd().collect();
    let spacing_mark =
        parts.starts_with(' ') && parts.chars().nth(1).is_some_and(is_combining_mark);
    if spacing_mark { lower } else { parts.chars().flat_map(char::to_lowercase).collect() }
}

/// The folded form of one character.
pub fn folded(character: char) -> String {
    let mut form = character.to_string();
    loop {
        let next: String = form.chars().map(step).collect();
        if next == form {
            return form;
        }
        form = next;
    }
}

/// The slots of the table in order: the basic plane, and the mathematical letters in place of private use.
fn slots() -> impl Iterator<Item = (u16, char)> {
    (0x80..0xE400)
        .filter_map(|slot: u32| {
            let code = if slot < 0xE000 { slot } else { slot - 0xE000 + 0x1D400 };
            char::from_u32(code).map(|character| (slot as u16, character))
        })
        .chain(('\u{F900}'..='\u{FFFF}').map(|character| (character as u16, character)))
}

fn runs() -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (slot, character) in slots() {
        // Voiced marks of kana are composed at run time.
        if matches!(character, '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}') {
            continue;
        }
        let target = folded(character);
        if target == character.to_lowercase().collect::<String>() {
            continue;
        }
        let open = runs.last_mut().filter(|run| run.first + run.length == slot && run.length < 127);
        if let Some(run) = open {
            if run.target == target && !(run.counting && run.length > 1) {
                run.counting = false;
                run.length += 1;
                continue;
            }
            if run.counting && target == run.counted(run.length) {
                run.length += 1;
                continue;
            }
        }
        let counting = target.chars().count() == 1;
        runs.push(Run { first: slot, length: 1, target, counting });
    }
    runs
}

struct Run {
    first: u16,
    length: u16,
    target: String,
    /// Whether each next character goes to the next target.
    counting: bool,
}

impl Run {
    fn counted(&self, steps: u16) -> String {
        let first = self.target.chars().next().map_or(0, u32::from);
        char::from_u32(first + u32::from(steps)).map(String::from).unwrap_or_default()
    }
}

/// The table as Rust source.
pub fn source() -> String {
    let runs = runs();
    let mut by_length: Vec<&str> = runs.iter().map(|run| run.target.as_str()).collect();
    by_length.sort_by_key(|target| (Reverse(target.len()), *target));
    let mut targets = String::new();
    for target in by_length {
        if !targets.contains(target) {
            targets.push_str(target);
        }
    }
    let firsts = runs.iter().map(|run| format!("0x{:X}", run.first));
    let lengths = runs.iter().map(|run| (run.length << 1 | u16::from(run.counting)).to_string());
    let places = runs.iter().map(|run| {
        let place = targets.find(&run.target).unwrap();
        assert!(place < 1 << 11 && run.target.len() < 1 << 5, "the packing has no room");
        (place << 5 | run.target.len()).to_string()
    });
    let mut source =
        String::from("//! Made by `tests/text/fold_table.rs`, which says how; do not edit.\n\n");
    array(&mut source, "The slot each run begins at.", "FIRSTS: [u16", firsts);
    array(
        &mut source,
        "Twice the length of each run, odd when its targets count up.",
        "LENGTHS: [u8",
        lengths,
    );
    array(
        &mut source,
        "Where each run's target lies: 11 bits of place, 5 of length.",
        "PLACES: [u16",
        places,
    );
    writeln!(source, "/// All targets.").unwrap();
    writeln!(source, "pub const TARGETS: &str = \"{}\";", targets.escape_default()).unwrap();
    source
}

fn array(source: &mut String, about: &str, name: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    writeln!(source, "/// {about}\n#[rustfmt::skip]\npub static {name}; {}] = [", items.len())
        .unwrap();
    let mut line = String::from("   ");
    for item in items {
        if line.len() + item.len() > 97 {
            writeln!(source, "{line}").unwrap();
            line = String::from("   ");
        }
        write!(line, " {item},").unwrap();
    }
    writeln!(source, "{line}\n];\n").unwrap();
}
