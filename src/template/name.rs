//! What to call a person of whom only the full name is known.

use crate::text::fold::fold;

/// Languages in which the family name comes first.
const FAMILY_FIRST: [&str; 8] = ["ko", "zh", "ja", "hu", "vi", "km", "yue", "mn"];
/// Words before a name that are no name.
const TITLES: [&str; 12] =
    ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "mme", "sr", "sra"];
/// Words by which companies are known, and first halves of Arabic names.
const NOT_GIVEN: [&str; 14] = [
    "the", "ltd", "inc", "llc", "gmbh", "corp", "co", "abd", "abdul", "abdel", "abu", "عبد", "أبو",
    "ابو",
];
/// Frequent family names of languages that put them first, in Latin letters and folded: whoever has
/// one of them in front is not clearly called by it.
const FAMILY_NAMES: [&str; 44] = [
    "kim",
    "lee",
    "park",
    "choi",
    "jung",
    "jeong",
    "kang",
    "cho",
    "yoon",
    "jang",
    "lim",
    "han",
    "wang",
    "li",
    "zhang",
    "liu",
    "chen",
    "yang",
    "huang",
    "zhao",
    "wu",
    "zhou",
    "xu",
    "sun",
    "nguyen",
    "tran",
    "pham",
    "hoang",
    "vu",
    "phan",
    "sato",
    "suzuki",
    "takahashi",
    "tanaka",
    "watanabe",
    "ito",
    "yamamoto",
    "nagy",
    "kovacs",
    "toth",
    "szabo",
    "horvath",
    "varga",
    "kiss",
];

/// The given name, where it clearly comes first. A single word is taken whole; `Lima, Ana` gives
/// `Ana`. `None` for names of languages that put the family name first (by `language`, a base
/// language, by script, or by a frequent family name in front), for initials, companies and addresses.
pub(super) fn first_name(name: &str, language: Option<&str>) -> Option<String> {
    let name = name.trim();
    if name.is_empty() || name.contains('@') {
        return None;
    }
    if let Some((_, given)) = name.split_once(',') {
        return given.split_whitespace().next().filter(|word| is_given(word)).map(str::to_owned);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let [first, second, ..] = words.as_slice() else { return Some(name.to_owned()) };
    let titled = TITLES.contains(&plain(first).as_str());
    let given = if titled { second } else { first };
    let enough = words.len() > 1 + usize::from(titled);
    let family_first = language.is_some_and(|language| FAMILY_FIRST.contains(&language))
        || name.chars().any(is_east_asian)
        || FAMILY_NAMES.contains(&plain(given).as_str());
    let known = words.iter().any(|word| NOT_GIVEN.contains(&plain(word).as_str()));
    let fits = enough && !family_first && !known && is_given(given) && !is_shouted(given, &words);
    fits.then(|| (*given).to_owned())
}

/// Not an initial, not a number.
fn is_given(word: &str) -> bool {
    !word.ends_with('.') && word.chars().count() > 1 && !word.chars().any(|it| it.is_numeric())
}

/// `DUPONT Jean`: one word in capitals among others is the family name.
fn is_shouted(word: &str, words: &[&str]) -> bool {
    let shouted = |word: &str| !word.chars().any(char::is_lowercase);
    word.chars().any(char::is_uppercase) && shouted(word) && !words.iter().all(|it| shouted(it))
}

fn plain(word: &str) -> String {
    fold(word.trim_matches(['.', ',']))
}

fn is_east_asian(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}
