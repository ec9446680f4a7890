//! Scripts: which one a letter belongs to, and what language it alone decides.

/// A script, as ISO 15924 names it, and the language that is written in it when that is but one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Script {
    /// The ISO 15924 code.
    pub code: &'static str,
    /// The language, where the script decides it.
    pub language: Option<&'static str>,
}

/// The scripts, in an order that ties are decided by.
pub const SCRIPTS: [Script; 28] = [
    shared("Latn"),
    shared("Cyrl"),
    shared("Arab"),
    shared("Deva"),
    only("Hang", "ko"),
    shared("Hani"),
    only("Jpan", "ja"),
    only("Grek", "el"),
    only("Telu", "te"),
    only("Thai", "th"),
    only("Hebr", "he"),
    only("Beng", "bn"),
    only("Taml", "ta"),
    only("Gujr", "gu"),
    only("Guru", "pa"),
    only("Knda", "kn"),
    only("Mlym", "ml"),
    only("Orya", "or"),
    only("Sinh", "si"),
    only("Mymr", "my"),
    only("Khmr", "km"),
    only("Laoo", "lo"),
    only("Tibt", "bo"),
    only("Geor", "ka"),
    only("Armn", "hy"),
    only("Ethi", "am"),
    only("Thaa", "dv"),
    only("Mong", "mn"),
];

/// Places in [`SCRIPTS`].
pub const LATIN: usize = 0;
/// Chinese characters.
pub const HAN: usize = 5;
/// Kana.
pub const KANA: usize = 6;

/// Where the letters of each script are: first, last, place in [`SCRIPTS`].
const RANGES: [(u16, u16, u8); 62] = [
    (0x41, 0x5A, 0),
    (0x61, 0x7A, 0),
    (0xAA, 0xAA, 0),
    (0xB5, 0xB5, 7),
    (0xBA, 0xBA, 0),
    (0xC0, 0xD6, 0),
    (0xD8, 0xF6, 0),
    (0xF8, 0x2AF, 0),
    (0x370, 0x3FF, 7),
    (0x400, 0x52F, 1),
    (0x531, 0x58A, 24),
    (0x5D0, 0x5F2, 10),
    (0x620, 0x63F, 2),
    (0x641, 0x64A, 2),
    (0x66E, 0x66F, 2),
    (0x671, 0x6D3, 2),
    (0x6D5, 0x6D5, 2),
    (0x6EE, 0x6EF, 2),
    (0x6FA, 0x6FF, 2),
    (0x750, 0x77F, 2),
    (0x780, 0x7B1, 26),
    (0x8A0, 0x8C9, 2),
    (0x900, 0x963, 3),
    (0x971, 0x97F, 3),
    (0x980, 0x9E3, 11),
    (0x9F0, 0x9FE, 11),
    (0xA01, 0xA5E, 14),
    (0xA70, 0xA75, 14),
    (0xA81, 0xAE3, 13),
    (0xB01, 0xB63, 17),
    (0xB82, 0xBD7, 12),
    (0xC00, 0xC63, 8),
    (0xC80, 0xCE3, 15),
    (0xD00, 0xD63, 16),
    (0xD7A, 0xD7F, 16),
    (0xD81, 0xDDF, 18),
    (0xE01, 0xE3A, 9),
    (0xE40, 0xE4E, 9),
    (0xE81, 0xECE, 21),
    (0xF40, 0xFBC, 22),
    (0x1000, 0x103F, 19),
    (0x1050, 0x108F, 19),
    (0x10A0, 0x10FF, 23),
    (0x1100, 0x11FF, 4),
    (0x1200, 0x135A, 25),
    (0x1780, 0x17D3, 20),
    (0x1820, 0x18AA, 27),
    (0x1C80, 0x1C8F, 1),
    (0x1C90, 0x1CBF, 23),
    (0x1E00, 0x1EFF, 0),
    (0x1F00, 0x1FFF, 7),
    (0x2D80, 0x2DDF, 25),
    (0x3005, 0x3005, 5),
    (0x3041, 0x30FF, 6),
    (0x3105, 0x312F, 5),
    (0x3131, 0x318E, 4),
    (0x31F0, 0x31FF, 6),
    (0x3400, 0x9FFF, 5),
    (0xAC00, 0xD7A3, 4),
    (0xF900, 0xFAFF, 5),
    (0xFB50, 0xFEFC, 2),
    (0xFF66, 0xFF9F, 6),
];

const fn shared(code: &'static str) -> Script {
    Script { code, language: None }
}

const fn only(code: &'static str, language: &'static str) -> Script {
    Script { code, language: Some(language) }
}

/// The place in [`SCRIPTS`] of a letter's script; `None` for what is no letter of a known one.
pub fn script_of(character: char) -> Option<usize> {
    let code = match character as u32 {
        0..=0x7F => return character.is_ascii_alphabetic().then_some(LATIN),
        // Fullwidth letters, and ideographs beyond the basic plane.
        0xFF21..=0xFF3A | 0xFF41..=0xFF5A => return Some(LATIN),
        0x20000..=0x323AF => return Some(HAN),
        code => u16::try_from(code).ok()?,
    };
    let after = RANGES.partition_point(|(first, ..)| *first <= code);
    let (_, last, script) = RANGES.get(after.checked_sub(1)?)?;
    (code <= *last).then_some(usize::from(*script))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_in_order() {
        assert!(RANGES.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert!(RANGES.iter().all(|(first, last, script)| {
            first <= last && usize::from(*script) < SCRIPTS.len()
        }));
    }

    #[test]
    fn letters_know_their_script() {
        for (letter, code) in [
            ('a', "Latn"),
            ('ß', "Latn"),
            ('я', "Cyrl"),
            ('ש', "Hebr"),
            ('پ', "Arab"),
            ('ह', "Deva"),
            ('한', "Hang"),
            ('ㅇ', "Hang"),
            ('中', "Hani"),
            ('の', "Jpan"),
            ('ω', "Grek"),
            ('త', "Telu"),
        ] {
            assert_eq!(script_of(letter).map(|script| SCRIPTS[script].code), Some(code));
        }
        assert_eq!(script_of('1'), None);
        assert_eq!(script_of('😀'), None);
    }
}
