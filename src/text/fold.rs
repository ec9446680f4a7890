//! Folding: the form under which spellings of one word compare equal.
//!
//! Case, width, presentation forms and diacritics go; so do the choices that keyboards make for
//! people (Arabic or Persian yeh, a joiner between the parts of a Persian word, curly quotes, the
//! digits of a script). What a reader would call another letter stays: Indic vowel signs, kana
//! voicing, Thai tones. Sources: Unicode Standard chapter 3.13 (case folding), UAX #15
//! (compatibility decomposition); the departures from them stand in `tests/text/fold_table.rs`.

mod table;

use table::{FIRSTS, LENGTHS, PLACES, TARGETS};

/// Where the digits of scripts beyond the basic plane begin.
const ASTRAL_ZEROS: [u32; 24] = [
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50,
    0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

/// The folded form of `text`. Folding it again changes nothing.
///
/// ```
/// use hotcold::text::fold::fold;
/// assert_eq!(fold("Straße ΛΌΓΟΣ ＡＢＣ"), "strasse λογοσ abc");
/// assert_eq!(fold("می‌خواهم ۱۲۳"), fold("ميخواهم 123"));
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded form of `text` to `out`; nothing before it is touched.
pub fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    if text.is_ascii() {
        out.push_str(text);
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for character in text.chars() {
        match character {
            '\0'..='\x7F' => out.push(character.to_ascii_lowercase()),
            // Hangul syllables and ideographs are the bulk of the texts that hold them.
            '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => out.push(character),
            '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}' => push_jamo(character, start, out),
            '\u{3099}' | '\u{FF9E}' => push_voiced(1, start, out),
            '\u{309A}' | '\u{FF9F}' => push_voiced(2, start, out),
            _ => push_folded(character, out),
        }
    }
}

fn push_folded(character: char, out: &mut String) {
    let code = character as u32;
    // The mathematical letters stand in the table where the basic plane has none of its own.
    let slot = match code {
        0x1D400..=0x1D7FF => code - 0x1D400 + 0xE000,
        0xE000..=0xF8FF => return out.push(character),
        0x1F3FB..=0x1F3FF | 0xE0000..=0xE0FFF => return,
        0x10000.. => return push_astral(character, out),
        _ => code,
    };
    let run = FIRSTS.partition_point(|first| u32::from(*first) <= slot).checked_sub(1);
    let found = run.and_then(|run| {
        let steps = slot - u32::from(*FIRSTS.get(run)?);
        let length = *LENGTHS.get(run)?;
        let place = usize::from(*PLACES.get(run)?);
        let target = TARGETS.get(place >> 5..(place >> 5) + (place & 31))?;
        (steps < u32::from(length >> 1)).then_some((target, length & 1 == 1, steps))
    });
    match found {
        Some((target, true, steps)) => {
            let first = target.chars().next().map_or(0, u32::from);
            out.extend(char::from_u32(first + steps));
        }
        Some((target, false, _)) => out.push_str(target),
        None => out.extend(character.to_lowercase()),
    }
}

fn push_astral(character: char, out: &mut String) {
    let code = character as u32;
    let value =
        ASTRAL_ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10));
    match value {
        Some(value) => out.extend(char::from_digit(value, 10)),
        None => out.extend(character.to_lowercase()),
    }
}

/// The last character that this call has written.
fn last_since(start: usize, out: &str) -> Option<char> {
    out.get(start..)?.chars().next_back()
}

fn replace_last(composed: Option<char>, out: &mut String) {
    if let Some(composed) = composed {
        out.pop();
        out.push(composed);
    }
}

/// Writes a vowel or a final consonant of Hangul, into the syllable before it where there is one
/// (Unicode Standard, 3.12 "Conjoining Jamo Behavior").
fn push_jamo(jamo: char, start: usize, out: &mut String) {
    const SYLLABLES: u32 = 0xAC00;
    let code = jamo as u32;
    let composed = match last_since(start, out).map(u32::from) {
        Some(lead @ 0x1100..=0x1112) if code < 0x11A8 => {
            char::from_u32(SYLLABLES + ((lead - 0x1100) * 21 + (code - 0x1161)) * 28)
        }
        Some(open @ 0xAC00..=0xD7A3) if code >= 0x11A8 && (open - SYLLABLES).is_multiple_of(28) => {
            char::from_u32(open + code - 0x11A7)
        }
        _ => None,
    };
    match composed {
        Some(_) => replace_last(composed, out),
        None => out.push(jamo),
    }
}

/// Voices the kana before: one step for the voiced mark, two for the half-voiced one. A mark that
/// fits nothing is dropped.
fn push_voiced(steps: u32, start: usize, out: &mut String) {
    let Some(last) = last_since(start, out) else { return };
    let code = last as u32;
    let hiragana = if (0x30A1..=0x30FE).contains(&code) { code - 0x60 } else { code };
    let voiced = match (hiragana, steps) {
        (0x3046, 1) => code + 0x4E,
        (0x304B..=0x3061, 1) if hiragana % 2 == 1 => code + 1,
        (0x3064 | 0x3066 | 0x3068 | 0x309D, 1) => code + 1,
        (0x306F | 0x3072 | 0x3075 | 0x3078 | 0x307B, _) => code + steps,
        (0x308F..=0x3092, 1) if code != hiragana => code + 8,
        _ => return,
    };
    replace_last(char::from_u32(voiced), out);
}
