//! A text as folded characters that remember their places: what the hand-written scanners walk over.

use super::character::spaceless;
pub use super::character::{is_emoji, is_hangul};
use super::fold::fold_into;

/// Folded characters of a text. Digits of every script are ASCII, full-width forms are plain, runs of
/// white space are one blank (or one line feed, if the run holds one), and joiners and direction marks
/// are gone.
///
/// ```
/// use hotcold::text::letters::Letters;
/// let letters = Letters::new("सं.  १२");
/// assert_eq!(letters.chars().iter().collect::<String>().ends_with(". 12"), true);
/// assert_eq!(letters.place(letters.len()), "सं.  १२".len() as u32);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Letters {
    chars: Vec<char>,
    places: Vec<u32>,
    end: u32,
}

impl Letters {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut letters = Self {
            chars: Vec::with_capacity(text.len()),
            places: Vec::with_capacity(text.len()),
            end: text.len() as u32,
        };
        let mut folded = String::new();
        for (byte, character) in text.char_indices() {
            let place = byte as u32;
            let plain = plain(character);
            if plain.is_ascii_graphic() {
                letters.push(plain.to_ascii_lowercase(), place);
            } else if plain.is_whitespace() {
                letters.push_space(if plain == '\n' { '\n' } else { ' ' }, place);
            } else if !is_invisible(plain) {
                folded.clear();
                fold_into(plain.encode_utf8(&mut [0; 4]), &mut folded);
                folded.chars().for_each(|letter| letters.push(letter, place));
            }
        }
        letters
    }

    fn push(&mut self, letter: char, place: u32) {
        self.chars.push(letter);
        self.places.push(place);
    }

    fn push_space(&mut self, space: char, place: u32) {
        match self.chars.last_mut() {
            Some(last) if *last == ' ' || *last == '\n' => {
                if space == '\n' {
                    *last = space;
                }
            }
            _ => self.push(space, place),
        }
    }

    /// The folded characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The character at `index`; NUL outside the text, so that scanners can look around freely.
    pub fn at(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or('\0')
    }

    /// The character before `index`; NUL at the start.
    pub fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\0', |index| self.at(index))
    }

    /// The byte of the text at which the character at `index` starts; the end of the text past the last one.
    pub fn place(&self, index: usize) -> u32 {
        self.places.get(index).copied().unwrap_or(self.end)
    }

    /// Whether a word may start or end between `index - 1` and `index`.
    pub fn is_boundary(&self, index: usize) -> bool {
        !joined(self.before(index), self.at(index))
    }

    /// The index one past the word that goes on at `index`; digits written onto a word are not part of it.
    pub fn word_end(&self, mut index: usize) -> usize {
        while !self.is_boundary(index) && !self.at(index).is_ascii_digit() {
            index += 1;
        }
        index
    }

    /// The index after the blanks at `index`.
    pub fn skip_blanks(&self, index: usize) -> usize {
        index + usize::from(self.at(index) == ' ')
    }
}

/// Whether two neighbours belong to one word. Scripts without spaces have no such words, and a change
/// between Hangul and another script ends one: particles are written onto foreign words and numbers.
pub fn joined(left: char, right: char) -> bool {
    is_word(left)
        && is_word(right)
        && !is_unspaced(left)
        && !is_unspaced(right)
        && is_hangul(left) == is_hangul(right)
}

/// Whether a character is part of a word: a letter, a digit, or a mark that letters carry.
pub fn is_word(character: char) -> bool {
    character.is_alphanumeric() || is_mark(character)
}

/// The combining marks that `char::is_alphanumeric` leaves out and that stand inside words: accents,
/// Arabic vowels, viramas and nuktas of the Indic scripts, Thai and Lao tones.
fn is_mark(character: char) -> bool {
    match u32::from(character) {
        0x300..=0x36f | 0x64b..=0x65f | 0xe47..=0xe4e | 0xec8..=0xecd => true,
        // Each Indic block of 128 has its nukta at 3C and its virama at 4D.
        code @ 0x900..=0xd7f => matches!(code & 0x7f, 0x3c | 0x4d),
        _ => false,
    }
}

/// Whether a character belongs to a script that writes no spaces between words.
pub fn is_unspaced(character: char) -> bool {
    spaceless(character).is_some()
}

/// The zero of each script whose digits people write.
const ZEROS: [u32; 22] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0x1946, 0x1c50, 0xa9d0,
];

/// ASCII for digits of other scripts, full-width forms and typographic apostrophes.
fn plain(character: char) -> char {
    let code = u32::from(character);
    match code {
        0..0x80 => character,
        0x2018 | 0x2019 | 0x2bc => '\'',
        0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(character),
        _ => {
            let after = ZEROS.partition_point(|zero| *zero <= code);
            let zero = after.checked_sub(1).and_then(|index| ZEROS.get(index));
            zero.and_then(|zero| char::from_digit(code - zero, 10)).unwrap_or(character)
        }
    }
}

/// Characters that change nothing a reader sees: joiners, direction marks, variation selectors.
fn is_invisible(character: char) -> bool {
    matches!(u32::from(character),
        0..0x20 | 0x7f | 0xad | 0x61c | 0x640 | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069
        | 0xfe00..=0xfe0f | 0xfeff)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Letters::new(text).chars().iter().collect()
    }

    #[test]
    fn digits_of_every_script_become_ascii() {
        assert_eq!(read("१२३ ۴۵۶ ٧٨٩ ౧౨౩ １２３"), "123 456 789 123 123");
    }

    #[test]
    fn zeros_are_sorted() {
        assert!(ZEROS.is_sorted());
    }

    #[test]
    fn runs_of_blanks_are_one_and_keep_a_line_feed() {
        assert_eq!(read("a \t b \r\n c"), "a b\nc");
    }

    #[test]
    fn joiners_and_direction_marks_disappear() {
        assert_eq!(read("می\u{200c}خواهم\u{200f}"), read("میخواهم"));
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "é  १२x";
        let letters = Letters::new(text);
        let x = letters.chars().iter().position(|letter| *letter == 'x').unwrap();
        assert_eq!(text.get(letters.place(x) as usize..), Some("x"));
    }

    #[test]
    fn particles_end_foreign_words() {
        let letters = Letters::new("pay로 結済");
        assert!(letters.is_boundary(3));
        assert!(!letters.is_boundary(2));
        assert!(letters.is_boundary(6));
    }
}
