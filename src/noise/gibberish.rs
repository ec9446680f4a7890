//! Texts without a meaning.

use super::cues::Cue;
use super::{Text, noise};
use crate::text::letters::{Letters, is_word};
use crate::verdict::Noise;

pub(super) fn detect(text: &Text) -> Option<Noise> {
    if text.subject_speaks() {
        return None;
    }
    let evidence = if is_one_letter(&text.letters) {
        "one letter over and over"
    } else if is_jamo_mash(&text.letters) || is_key_mash(text) {
        "keys pressed at random"
    } else if is_remnant(text) {
        "a remnant of a template"
    } else if is_angel_number(text) {
        "a search for number magic"
    } else {
        return None;
    };
    Some(noise("gibberish", evidence, text.whole()))
}

/// Letters that people repeat on purpose: laughter and tears.
fn is_feeling(letter: char) -> bool {
    matches!(
        letter,
        'ㅋ' | 'ㅎ' | 'ㅠ' | 'ㅜ' | 'ㅡ' | 'h' | 'w' | 'ه' | 'х' | '5' | '哈' | '笑' | '草'
    )
}

fn is_one_letter(letters: &Letters) -> bool {
    let mut words = letters.chars().iter().filter(|letter| is_word(**letter));
    let Some(first) = words.next() else { return false };
    let rest = words.clone().count();
    rest >= 4 && first.is_alphabetic() && !is_feeling(*first) && words.all(|letter| letter == first)
}

/// Single Korean letters that make no syllables, such as `ㅁㄴㅇㄹ`. The shorthand of chats (`ㄱㅅ`, `ㅇㅋ`)
/// has few different ones.
fn is_jamo_mash(letters: &Letters) -> bool {
    let all = || letters.chars().iter().filter(|letter| is_word(**letter));
    let mut kinds: Vec<char> = all().copied().filter(|letter| !is_feeling(*letter)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.len() >= 4 && all().all(|letter| matches!(letter, '\u{3131}'..='\u{3163}'))
}

/// The rows of the common keyboards.
const ROWS: [&str; 5] = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop"];

/// A few words, all of them runs along a row of keys or nearly without vowels.
fn is_key_mash(text: &Text) -> bool {
    if text.words == 0 || text.words > 3 {
        return false;
    }
    let chars = text.letters.chars();
    chars.split(|letter| !is_word(*letter)).filter(|word| !word.is_empty()).all(|word| {
        word.iter().all(char::is_ascii_lowercase) && (runs_along_keys(word) || lacks_vowels(word))
    })
}

fn runs_along_keys(word: &[char]) -> bool {
    word.len() >= 5
        && word.windows(5).any(|keys| {
            let run: String = keys.iter().collect();
            let back: String = keys.iter().rev().collect();
            ROWS.iter().any(|row| row.contains(&run) || row.contains(&back))
        })
}

fn lacks_vowels(word: &[char]) -> bool {
    let vowels =
        word.iter().filter(|letter| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).count();
    (vowels == 0 && word.len() >= 6) || (word.len() >= 8 && vowels * 8 <= word.len())
}

/// What a program leaves behind that printed its own source: `$config[code] not found`, `{{name}}`.
fn is_remnant(text: &Text) -> bool {
    if text.words > 6 {
        return false;
    }
    let plain: String = text.letters.chars().iter().collect();
    let plain = plain.trim();
    let marked = |open: &str, close: &str| {
        plain.split_once(open).is_some_and(|(_, rest)| rest.contains(close))
    };
    let variable =
        plain.starts_with('$') && (marked("[", "]") || marked("{", "}") || marked("->", ""));
    variable
        || (plain.starts_with("{{") && plain.ends_with("}}"))
        || (plain.starts_with("{%") && plain.ends_with("%}"))
        || (plain.starts_with("<%") && plain.ends_with("%>"))
        || matches!(plain, "[object object]" | "undefined" | "null" | "nan")
        || (plain.starts_with("optad-") && text.words <= 2)
        || plain.starts_with("lorem ipsum")
}

/// Words for "what does … mean".
const MEANINGS: &str = "what does|meaning of|τι σημαίνει|τι σημαινει|qué significa|was bedeutet|que signifie|cosa significa|o que significa|что значит|ne anlama gelir|क्या मतलब|معنی";

/// `218 angel number`, or nothing but a question for the meaning of a number with repeated digits.
fn is_angel_number(text: &Text) -> bool {
    let chars = text.letters.chars();
    let digits: String = chars.iter().filter(|letter| letter.is_ascii_digit()).collect();
    if digits.is_empty() || text.words > 8 {
        return false;
    }
    if text.has(Cue::Angel) {
        return true;
    }
    let rest: String = chars.iter().filter(|letter| !letter.is_ascii_digit()).collect();
    let rest = rest.trim_matches(|letter: char| !is_word(letter)).trim_end_matches(" mean");
    let asks = MEANINGS.split('|').any(|meaning| {
        let meaning: String = Letters::new(meaning).chars().iter().collect();
        rest.trim() == meaning
    });
    asks && has_magic(&digits)
}

/// Three or four digits, one of them twice. Codes such as 404 are errors that people ask about.
fn has_magic(digits: &str) -> bool {
    let is_error = digits.len() == 3 && digits.starts_with(['4', '5']);
    let repeats = || {
        digits
            .char_indices()
            .any(|(index, digit)| digits.rfind(digit).is_some_and(|last| last > index))
    };
    (3..=4).contains(&digits.len()) && !is_error && repeats()
}
