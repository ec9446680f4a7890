//! Character references of HTML: numbers, and the names that mail programs and editors write.

/// The longest reference that is looked at, in bytes.
const LONGEST: usize = 12;

/// The names of U+00A0 to U+00FF, in order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// The names of U+03B1 to U+03C9, in order; with a capital, of the letters 32 before.
const GREEK: &str = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";

const OTHERS: [(&str, char); 26] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bull", '•'),
    ("hellip", '…'),
    ("euro", '€'),
    ("trade", '™'),
];

/// What the numbers 128 to 159 mean to those who write them: Windows-1252, as the HTML standard says.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The character of the reference that `text` begins with, and the reference's length in bytes.
pub fn decode(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    if let Some(number) = body.strip_prefix('#') {
        let hex = number.starts_with(['x', 'X']);
        let digits = number.get(usize::from(hex)..)?;
        let radix = if hex { 16 } else { 10 };
        let is_digit = |byte: &u8| char::from(*byte).is_digit(radix);
        let length = digits.bytes().take(LONGEST).take_while(is_digit).count();
        let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
        let character = match code {
            0x80..=0x9F => WINDOWS.chars().nth(code as usize - 0x80)?,
            _ => char::from_u32(code).filter(|character| *character != '\0')?,
        };
        let ends = digits.get(length..)?.starts_with(';');
        return Some((character, 2 + usize::from(hex) + length + usize::from(ends)));
    }
    let length = body.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let name = body.get(..length)?;
    body.get(length..)?.strip_prefix(';')?;
    Some((named(name)?, length + 2))
}

fn named(name: &str) -> Option<char> {
    if let Some((_, character)) = OTHERS.iter().find(|(known, _)| *known == name) {
        return Some(*character);
    }
    if let Some(place) = LATIN.split(' ').position(|known| known == name) {
        return char::from_u32(0xA0 + place as u32);
    }
    let lower = name.to_ascii_lowercase();
    let place = GREEK.split(' ').position(|known| known == lower)? as u32;
    let capital = name.starts_with(|first: char| first.is_ascii_uppercase());
    char::from_u32(if capital { 0x391 } else { 0x3B1 } + place)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn names_and_numbers_are_decoded() {
        for (reference, character) in [
            ("&amp;", '&'),
            ("&eacute;", 'é'),
            ("&yuml;", 'ÿ'),
            ("&Omega;", 'Ω'),
            ("&omega;", 'ω'),
            ("&#39;", '\''),
            ("&#x1F600;", '😀'),
            ("&#146;", '’'),
        ] {
            assert_eq!(decode(reference), Some((character, reference.len())), "{reference}");
        }
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in ["& more", "&co", "&unknown;", "&#;", "&#xD800;", "&"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
