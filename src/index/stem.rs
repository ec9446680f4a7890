//! Conflation without knowing the language: the key under which forms of one word meet.

/// How many letters of a word its key keeps.
const KEPT: usize = 6;
/// Hangul writes a syllable in one character: two of them are a root, what follows is particles.
const KEPT_HANGUL: usize = 2;
/// Endings of Latin words that carry grammar more often than meaning, longest first.
const ENDINGS: [&str; 9] = ["ing", "ies", "ied", "ed", "es", "s", "ly", "e", "y"];
/// How many letters an ending must leave.
const LEFT: usize = 3;

/// The key of a folded word: at most six letters, without a short Latin ending or a doubled last letter.
///
/// Cutting words after a few letters is a stemmer for every alphabet at once (McNamee & Mayfield 2004
/// measured it across European languages); the endings help where words are shorter than the cut.
/// Numbers and pairs of ideographs are their own key.
///
/// ```
/// use hotcold::index::stem::stem;
/// assert_eq!(stem("delivered"), stem("delivery"));
/// assert_eq!(stem("returns"), stem("return"));
/// assert_eq!(stem("환불은"), stem("환불"));
/// assert_eq!(stem("12"), "12");
/// ```
pub fn stem(word: &str) -> &str {
    match word.chars().next() {
        Some(first) if first.is_ascii_digit() => word,
        Some('\u{AC00}'..='\u{D7A3}') => head(word, KEPT_HANGUL),
        Some(first) if first.is_ascii_alphabetic() => head(without_ending(word), KEPT),
        _ => head(word, KEPT),
    }
}

fn without_ending(word: &str) -> &str {
    let root = ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|root| root.len() >= LEFT))
        .unwrap_or(word);
    let mut letters = root.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && root.len() > LEFT => {
            root.strip_suffix(last).unwrap_or(root)
        }
        _ => root,
    }
}

/// The first `count` characters.
pub(crate) fn head(word: &str, count: usize) -> &str {
    match word.char_indices().nth(count) {
        Some((end, _)) => word.get(..end).unwrap_or(word),
        None => word,
    }
}
