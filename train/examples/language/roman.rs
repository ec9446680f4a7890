//! Texts as people write them with Latin letters when they have no other keyboard.

use crate::random::Random;

const DEVANAGARI: &str = "क k ख kh ग g घ gh ङ n च ch छ ch ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n प p फ f ब b भ bh म m य y र r ल l व v श sh ष sh स s ह h";
const DEVANAGARI_VOWELS: &str =
    "अ a आ a इ i ई i उ u ऊ u ए e ऐ ai ओ o औ au ऑ o ऋ ri ा a ि i ी i ु u ू u े e ै ai ो o ौ au ॉ o ृ ri";
const TELUGU: &str = "క k ఖ kh గ g ఘ gh ఙ n చ ch ఛ ch జ j ఝ jh ఞ n ట t ఠ th డ d ఢ dh ణ n త th థ th ద d ధ dh న n ప p ఫ ph బ b భ bh మ m య y ర r ఱ r ల l ళ l వ v శ sh ష sh స s హ h";
const TELUGU_VOWELS: &str = "అ a ఆ aa ఇ i ఈ ee ఉ u ఊ oo ఋ ru ఎ e ఏ e ఐ ai ఒ o ఓ o ఔ au ా a ి i ీ i ు u ూ u ృ ru ె e ే e ై ai ొ o ో o ౌ au";
const GREEK: &str = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s τ t υ i φ f χ x ψ ps ω o";

/// What some write instead.
const HABITS: [(&str, &str); 6] =
    [("v", "w"), ("f", "ph"), ("ch", "chh"), ("i", "ee"), ("u", "oo"), ("ai", "e")];
const GREEK_HABITS: [(&str, &str); 7] =
    [("v", "b"), ("i", "h"), ("th", "8"), ("ks", "3"), ("x", "h"), ("ps", "c"), ("o", "w")];

fn find(table: &'static str, letter: char) -> Option<&'static str> {
    let mut entries = table.split(' ');
    while let (Some(key), Some(value)) = (entries.next(), entries.next()) {
        if key.starts_with(letter) {
            return Some(value);
        }
    }
    None
}

/// Hindi: the inherent vowel is left out at the end of words and between open syllables.
pub fn hindi(text: &str, random: &mut Random) -> Vec<String> {
    let habit = HABITS.get(random.below(HABITS.len() * 2));
    let by_habit = |plain: &'static str| match habit {
        Some((usual, other)) if *usual == plain => other,
        _ => plain,
    };
    let word = |word: &str| {
        let letters: Vec<char> = word.chars().filter(|letter| *letter != '\u{93c}').collect();
        let is_sign = |letter: char| matches!(letter, '\u{93e}'..='\u{94c}');
        let mut out = String::new();
        for (place, letter) in letters.iter().enumerate() {
            let next = letters.get(place + 1).copied();
            if let Some(consonant) = find(DEVANAGARI, *letter) {
                out.push_str(by_habit(consonant));
                let marked = next.is_some_and(|next| is_sign(next) || next == '\u{94d}');
                let ends = place > 0
                    && !next.is_some_and(|next| next.is_alphabetic() || next == '\u{902}');
                let open = place > 1
                    && next.is_some_and(|next| find(DEVANAGARI, next).is_some())
                    && letters.get(place + 2).is_some_and(|after| is_sign(*after));
                if !marked && !ends && !open {
                    out.push('a');
                }
            } else if let Some(vowel) = find(DEVANAGARI_VOWELS, *letter) {
                out.push_str(by_habit(vowel));
            } else if matches!(letter, '\u{901}' | '\u{902}') {
                out.push('n');
            } else if letter.is_ascii() {
                out.push(*letter);
            }
        }
        out
    };
    text.split_whitespace().map(word).collect()
}

/// Telugu: every vowel is written.
pub fn telugu(text: &str) -> Vec<String> {
    let word = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let mut out = String::new();
        for (place, letter) in letters.iter().enumerate() {
            let next = letters.get(place + 1).copied();
            if let Some(consonant) = find(TELUGU, *letter) {
                out.push_str(consonant);
                if !next.is_some_and(|next| matches!(next, '\u{c3e}'..='\u{c4d}')) {
                    out.push('a');
                }
            } else if let Some(vowel) = find(TELUGU_VOWELS, *letter) {
                out.push_str(vowel);
            } else if *letter == 'ం' {
                let labial = next.is_none_or(|next| "పబమ".contains(next));
                out.push(if labial { 'm' } else { 'n' });
            } else if letter.is_ascii() {
                out.push(*letter);
            }
        }
        out
    };
    text.split_whitespace().map(word).collect()
}

/// Greek: by sound, or by the look of the letters.
pub fn greek(text: &str, random: &mut Random) -> String {
    let habits: Vec<_> = GREEK_HABITS.iter().filter(|_| random.below(3) == 0).collect();
    let plain = hotcold::text::fold::fold(text);
    let plain =
        plain.replace("ου", "ou").replace("ευ", "eu").replace("αυ", "au").replace("μπ", "b");
    let letter = |letter: char| match find(GREEK, letter) {
        Some(usual) => {
            let habit = habits.iter().find(|habit| habit.0 == usual);
            habit.map_or(usual, |habit| habit.1).to_owned()
        }
        None if letter.is_ascii() => letter.to_string(),
        None => String::new(),
    };
    plain.chars().map(letter).collect()
}
