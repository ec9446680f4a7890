//! Regular expressions of rules, on folded text.
//!
//! The engine is `regex-lite`: linear in time, a tenth of the size of `regex`, and without Unicode tables.
//! Folding makes up for them: text and pattern meet in one case, without diacritics and with ASCII digits,
//! and `\w` is widened to the letters of all scripts. The tests hold this against `regex`.

use std::ops::Range;

use regex_lite::{Regex, RegexBuilder};

use crate::error::{Error, Result};
use crate::text::fold::fold;
use crate::text::letters::Letters;

/// The most memory that a compiled pattern takes, in bytes.
const SIZE: usize = 1 << 20;

/// The letters, marks and digits beyond ASCII, by what stands between them: punctuation, symbols, emoji
/// and private characters. Sources: the Unicode blocks, and the marks of Arabic and the Indic scripts.
const LETTERS: &str = "\
    \u{AA}\u{B5}\u{BA}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{37D}\u{37F}-\u{386}\u{388}-\u{481}\u{483}-\u{559}\
    \u{560}-\u{588}\u{591}-\u{5BD}\u{5BF}\u{5C1}-\u{5C7}\u{5D0}-\u{5F2}\u{610}-\u{61A}\u{620}-\u{669}\
    \u{66E}-\u{6D3}\u{6D5}-\u{6FF}\u{710}-\u{963}\u{966}-\u{96F}\u{971}-\u{DF3}\u{E01}-\u{E3A}\
    \u{E40}-\u{E4E}\u{E50}-\u{E59}\u{E80}-\u{F00}\u{F18}-\u{F39}\u{F3E}-\u{FC6}\u{1000}-\u{1049}\
    \u{1050}-\u{10FA}\u{10FC}-\u{135F}\u{1380}-\u{13FF}\u{1401}-\u{166C}\u{166F}-\u{167F}\u{1681}-\u{169A}\
    \u{16A0}-\u{16EA}\u{16EE}-\u{1773}\u{1780}-\u{17D3}\u{17D7}\u{17DC}\u{17DD}\u{17E0}-\u{17E9}\u{1810}-\u{1FFC}\
    \u{200C}\u{200D}\u{2071}\u{207F}\u{214E}\u{2C00}-\u{2DFF}\u{3005}-\u{3007}\u{3021}-\u{302F}\u{3031}-\u{3035}\
    \u{3038}-\u{303C}\u{3041}-\u{309A}\u{309D}-\u{309F}\u{30A1}-\u{30FA}\u{30FC}-\u{318F}\u{31A0}-\u{31BF}\
    \u{31F0}-\u{31FF}\u{3400}-\u{4DBF}\u{4E00}-\u{A48C}\u{A4D0}-\u{D7FB}\u{F900}-\u{FD3D}\u{FD50}-\u{FDFB}\
    \u{FE70}-\u{FEFC}\u{10000}-\u{1CFFF}\u{20000}-\u{3FFFF}";

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    regex: Regex,
    exact: bool,
}

/// A text as patterns see it.
pub(super) struct Readable<'a> {
    plain: &'a str,
    folded: String,
    letters: Letters,
}

impl<'a> Readable<'a> {
    pub(super) fn new(plain: &'a str) -> Self {
        let letters = Letters::new(plain);
        Self { plain, folded: letters.chars().iter().collect(), letters }
    }

    /// The place in the text of a stretch of its folded form.
    fn place(&self, folded: Range<usize>) -> Range<usize> {
        let index = |end| self.folded.get(..end).map_or(0, |before| before.chars().count());
        let [start, end] = [folded.start, folded.end].map(|end| self.letters.place(index(end)));
        start as usize..end as usize
    }
}

impl Pattern {
    /// Compiles a pattern; `exact` ones look at the text as it was written.
    pub(super) fn new(source: &str, exact: bool) -> Result<Self> {
        let source = if exact { source.to_owned() } else { widen(source)? };
        RegexBuilder::new(&source)
            .case_insensitive(!exact)
            .size_limit(SIZE)
            .build()
            .map(|regex| Self { regex, exact })
            .map_err(|error| Error::argument(format!("is no valid pattern: {error}")))
    }

    pub(super) fn is_match(&self, text: &Readable) -> bool {
        self.regex.is_match(if self.exact { text.plain } else { &text.folded })
    }

    /// Where the pattern matches first, in bytes of the text as it was written.
    pub(super) fn find(&self, text: &Readable) -> Option<Range<usize>> {
        match self.exact {
            true => self.regex.find(text.plain).map(|found| found.range()),
            false => self.regex.find(&text.folded).map(|found| text.place(found.range())),
        }
    }
}

/// The pattern for folded text: its letters folded, `\w` and `\W` for all scripts. `\b` would see no word in
/// other scripts than Latin, silently, so it is refused beside them.
fn widen(source: &str) -> Result<String> {
    let mut out = String::with_capacity(source.len());
    let mut in_class = false;
    let mut has_boundary = false;
    let mut characters = source.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('w') if in_class => out.extend([r"\w", LETTERS]),
                Some('w') => out.extend([r"[\w", LETTERS, "]"]),
                Some('W') if in_class => {
                    return Err(Error::argument(r"has \W inside brackets; write [^\w] instead"));
                }
                Some('W') => out.extend([r"[^\w", LETTERS, "]"]),
                next => {
                    has_boundary |= next.is_some_and(|next| matches!(next, 'b' | 'B') && !in_class);
                    out.extend(['\\'].into_iter().chain(next));
                }
            },
            ' '..='~' => {
                in_class = match character {
                    '[' => true,
                    ']' => false,
                    _ => in_class,
                };
                out.push(character);
            }
            _ => {
                let folded = fold(character.encode_utf8(&mut [0; 4]));
                let several = !in_class && folded.chars().nth(1).is_some();
                out.extend(match several {
                    true => ["(?:", &folded, ")"],
                    false => ["", &folded, ""],
                });
            }
        }
    }
    if has_boundary && !source.is_ascii() {
        return Err(Error::argument(
            r"has \b, which knows only Latin words; write (^|\W) before and (\W|$) after instead",
        ));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(pattern: &str, text: &str) -> bool {
        Pattern::new(pattern, false).unwrap().is_match(&Readable::new(text))
    }

    #[test]
    fn a_letter_of_any_script_is_a_word_character() {
        let theirs = regex::Regex::new(r"^\w$").unwrap();
        let ours = Regex::new(&widen(r"^\w$").unwrap()).unwrap();
        for character in ('\u{80}'..='\u{FFFF}').filter(|it| theirs.is_match(&it.to_string())) {
            let folded = fold(&character.to_string());
            // Ties between words, the large Roman numerals and a raised tilde.
            let is_sign = matches!(
                character,
                '\u{203F}' | '\u{2040}' | '\u{2054}' | '\u{2180}'..='\u{2188}' | '\u{2E2F}'
            );
            let is_one = folded.chars().count() == 1 && theirs.is_match(&folded);
            assert!(!is_one || is_sign || ours.is_match(&folded), "{character:?} {folded:?}");
        }
    }

    #[test]
    fn punctuation_symbols_and_emoji_are_no_word_characters() {
        for sign in "«»¿¡·×÷–—‘’“”…€₹₩→★✓،؛؟٪۔।॥॰๏。、！？「」・￥😀🚚♥️☎\u{a0}\u{3000}".chars()
        {
            assert!(finds(r"^\W*$", &sign.to_string()), "{sign:?}");
            assert!(!finds(r"\w", &sign.to_string()), "{sign:?}");
        }
    }

    /// The pattern with its letters folded and its classes as they were.
    fn folded(pattern: &str) -> String {
        let each = |it: char| if it.is_ascii() { it.to_string() } else { fold(&it.to_string()) };
        pattern.chars().map(each).collect()
    }

    #[test]
    fn patterns_of_every_script_match_as_regex_matches_folded_text() {
        let texts = [
            "मेरा रिफंड कब आएगा? ऑर्डर १२३४५",
            "결제 페이지 오류가 나요, 주문 #A-17",
            "سفارش من نرسید؛ ۴۵۶",
            "నా ఆర్డర్ రాలేదు 789",
            "Η ΠΑΡΑΓΓΕΛΊΑ μου δεν ήρθε «ακόμα»",
            "Où est ma COMMANDE n° 12 ?",
            "Straße gesperrt – STRASSE offen",
            "ОПЛАТА списана дважды!!",
            "order  no. 77\nsecond line",
        ];
        let patterns = [
            r"रिफंड\s+कब",
            r"오류|error",
            r"(?:سفارش|order)\W+\w+",
            r"ఆర్డర్\s\S+",
            r"παραγγελία",
            r"commande n.?\s*\d+",
            r"straße",
            r"дважды!{2,}$",
            r"[α-ω]+ μου",
            r"^\w+ \w+",
            r"#[a-z]-\d{2}",
            r"[^\w\s]$",
            r"(?i)ORDER",
            r"\border\b",
            r"\d{3,}",
            r"second$",
        ];
        for pattern in patterns {
            let theirs =
                regex::RegexBuilder::new(&folded(pattern)).case_insensitive(true).build().unwrap();
            for text in texts {
                let readable = Readable::new(text);
                let expected =
                    theirs.find(&readable.folded).map(|found| readable.place(found.range()));
                let found = Pattern::new(pattern, false).unwrap().find(&readable);
                assert_eq!(found, expected, "{pattern} in {text}");
            }
        }
    }

    #[test]
    fn a_match_is_found_at_its_place_in_the_text_as_written() {
        let text = "Η  ΠΑΡΑΓΓΕΛΊΑ μου";
        let found = Pattern::new("παραγγελία", false).unwrap().find(&Readable::new(text)).unwrap();
        assert_eq!(text.get(found), Some("ΠΑΡΑΓΓΕΛΊΑ"));
    }

    #[test]
    fn exact_patterns_see_the_text_as_written() {
        let is_match = |text| Pattern::new("Café", true).unwrap().is_match(&Readable::new(text));
        assert!(is_match("im Café"));
        assert!(!is_match("im café") && !is_match("im Cafe"));
    }

    #[test]
    fn what_would_silently_never_match_is_refused() {
        for (pattern, says) in [
            (r"\bरिफंड\b", "has \\b"),
            (r"[\W]", r"[^\w]"),
            ("a(", "valid"),
            (r"\p{Greek}", "valid"),
        ] {
            let error = Pattern::new(pattern, false).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
