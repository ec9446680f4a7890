//! Kinds of characters that matter for splitting (Unicode 16 blocks).

/// White space, and characters that show nothing and join nothing.
pub fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Whether a character is a syllable or letter of Korean.
pub fn is_hangul(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7FF}')
}

/// Whether a character begins an emoji.
pub fn is_emoji(character: char) -> bool {
    matches!(character, '\u{1F000}'..='\u{1F0FF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F300}'..='\u{1FAFF}'
        | '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23FA}' | '\u{2600}'..='\u{27BF}'
        | '\u{2B1B}'..='\u{2B1C}' | '\u{2B50}' | '\u{2B55}')
}

/// The scripts whose words are not told apart by spaces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spaceless {
    /// Chinese characters and kana, which Japanese mixes.
    Ideographs,
    /// Thai.
    Thai,
    /// Lao.
    Lao,
    /// Khmer.
    Khmer,
    /// Burmese and its neighbours.
    Myanmar,
}

/// The script without spaces that a character belongs to.
pub fn spaceless(character: char) -> Option<Spaceless> {
    match character {
        '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}'
        | '々'
        | '〇'
        | '〻'
        | '\u{3041}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{FF66}'..='\u{FF9F}' => Some(Spaceless::Ideographs),
        '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' => Some(Spaceless::Thai),
        '\u{E81}'..='\u{ECE}' | '\u{EDC}'..='\u{EDF}' => Some(Spaceless::Lao),
        '\u{1780}'..='\u{17D3}' | '\u{17DD}' => Some(Spaceless::Khmer),
        '\u{1000}'..='\u{103F}' | '\u{1050}'..='\u{108F}' | '\u{AA60}'..='\u{AA7F}' => {
            Some(Spaceless::Myanmar)
        }
        _ => None,
    }
}

/// Whether a character belongs to the one before it.
pub fn is_extending(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
        | '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}' | '\u{200C}' | '\u{200D}'
        | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
        | '\u{EB1}' | '\u{EB4}'..='\u{EBC}' | '\u{EC8}'..='\u{ECE}'
        | '\u{17B4}'..='\u{17D3}' | '\u{17DD}'
        | '\u{102B}'..='\u{103E}' | '\u{1056}'..='\u{1059}' | '\u{105E}'..='\u{1060}'
        | '\u{1062}'..='\u{1064}' | '\u{1067}'..='\u{106D}' | '\u{1071}'..='\u{1074}'
        | '\u{1082}'..='\u{108D}' | '\u{108F}')
}
