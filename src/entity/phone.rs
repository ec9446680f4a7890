//! Telephone numbers, by their shape.

use std::sync::OnceLock;

use super::Finder;
use super::number::{Groups, digits_end, only_digits};
use crate::text::letters::Letters;
use crate::text::phrases::Phrases;

/// The most groups of digits that are read on.
const MAX_GROUPS: usize = 7;

/// Words after which any seven digits or more are a telephone number.
const WORDS: &str = "phone|phone number|tel|tel.|telephone|mobile|mobile no|mob|cell|call|call me|call me at|call me on|call us|whatsapp|whatsapp number|sms|number is|contact|telefon|telefonnummer|handy|handynummer|rückruf|teléfono|móvil|celular|telefone|téléphone|portable|telefono|cellulare|telefoon|numer telefonu|тел|тел.|телефон*|cep|τηλ|τηλ.|τηλέφωνο*|κινητό*|फोन|फ़ोन|मोबाइल|मोबाइल नंबर|फोन नंबर|संपर्क|व्हाट्सएप|ఫోన్*|మొబైల్*|ఫోన్ నంబర్*|تلفن|موبایل|شماره تماس|شماره موبایل|شماره تلفن|تماس|هاتف|جوال|واتساب|전화*|전화번호*|휴대폰*|핸드폰*|연락처*|电话*|手机*|手机号*|電話*|携帯*|電話番号*|โทร*|เบอร์*|điện thoại|sđt|telepon|hp|טלפון";

fn words() -> &'static Phrases<()> {
    static LEXICON: OnceLock<Phrases<()>> = OnceLock::new();
    LEXICON.get_or_init(|| Phrases::new([((), WORDS)]))
}

/// Finds numbers such as `+91 98765 43210`, `010-1234-5678`, `(212) 555-0123`, `۰۹۱۲۳۴۵۶۷۸۹`.
pub(super) fn scan(finder: &mut Finder) {
    let letters = finder.letters;
    let mut index = 0;
    let mut announced = None;
    while index < letters.len() {
        if is_start(letters, index) && finder.is_free(index, index + 1) {
            let run = Run::read(letters, index);
            let is_announced = announced.is_some_and(|end| is_near(letters, end, index));
            let number = only_digits(finder.folded(index, run.end));
            if is_phone(&run, &number, is_announced) {
                let value = match number.strip_prefix("00") {
                    Some(rest) => format!("+{rest}"),
                    None if run.plus => format!("+{number}"),
                    None => number,
                };
                finder.push("phone", index, run.end, Some(value));
            }
            index = run.end.max(index + 1);
            continue;
        }
        let word = if letters.is_boundary(index) { words().word(letters, index) } else { None };
        if let Some(word) = word {
            announced = Some(word.word_end);
        }
        index = word.map_or(index + 1, |word| word.end);
    }
}

/// Whether only marks and blanks (and a short word such as "is") stand between a word and its number.
fn is_near(letters: &Letters, end: usize, start: usize) -> bool {
    let between = letters.chars().get(end..start).unwrap_or(&['\n']);
    between.len() <= 6 && !between.contains(&'\n')
}

fn is_start(letters: &Letters, index: usize) -> bool {
    let opens = match letters.at(index) {
        '+' => letters.at(index + 1).is_ascii_digit() || letters.at(index + 1) == '(',
        '(' => letters.at(index + 1).is_ascii_digit() || letters.at(index + 1) == '+',
        letter => letter.is_ascii_digit(),
    };
    let tied = matches!(letters.before(index), '.' | ',' | '-' | '/' | ':' | '#' | '_' | '=')
        && !letters.before(index.saturating_sub(1)).is_whitespace();
    opens && letters.is_boundary(index) && !(tied && letters.at(index).is_ascii_digit())
}

struct Run {
    plus: bool,
    /// The lengths of the groups of digits.
    lengths: Vec<usize>,
    /// Whether a single digit stands alone behind another group, as in a version or a list; `(0)` may.
    lone: bool,
    /// Whether something stands between the groups.
    parted: bool,
    end: usize,
}

impl Run {
    fn read(letters: &Letters, start: usize) -> Self {
        let mut lengths = Vec::new();
        let mut plus = false;
        let mut lone = false;
        let mut index = start;
        let mut end = start;
        loop {
            // At most an opening bracket and a plus sign, or a closing bracket and one separator.
            let mut marks = 0;
            while marks < 3
                && matches!(
                    letters.at(index),
                    '+' | '(' | ')' | ' ' | '-' | '.' | '\u{2010}' | '\u{2011}'
                )
            {
                let sign = letters.at(index) == '+';
                if sign && !lengths.is_empty() {
                    return Self { plus, lone, parted: lengths.len() > 1, lengths, end };
                }
                plus |= sign;
                marks += 1;
                index += 1;
            }
            let group = Groups::read(letters, index, |_| false);
            let too_many = lengths.len() == MAX_GROUPS;
            if group.digits() == 0 || too_many || !letters.is_boundary(group.end) {
                return Self { plus, lone, parted: lengths.len() > 1, lengths, end };
            }
            lone |= !lengths.is_empty() && group.digits() == 1 && letters.at(index) != '0';
            lengths.extend(group.lengths());
            index = digits_end(letters, index);
            end = index;
        }
    }
}

fn is_phone(run: &Run, number: &str, announced: bool) -> bool {
    let digits = number.len();
    if run.lone || run.lengths.len() > 6 || !(7..=15).contains(&digits) {
        return false;
    }
    let first = number.chars().next().unwrap_or_default();
    let lengths = run.lengths.as_slice();
    if run.plus || announced {
        return run.plus || digits >= 7;
    }
    if number.starts_with("00") {
        return digits >= 10;
    }
    match first {
        '0' => (9..=12).contains(&digits) && lengths.len() <= 5,
        // India and China write mobile numbers as one run of ten or eleven digits.
        '6'..='9' if digits == 10 && !run.parted => true,
        '6'..='9' if matches!(lengths, [5, 5]) => true,
        '1' if digits == 11 && !run.parted => number.chars().nth(1).is_some_and(|next| next >= '3'),
        // North America, with the area code apart; toll-free numbers with 1 in front.
        '2'..='9' => matches!(lengths, [3, 3, 4]),
        '1' => matches!(lengths, [1, 3, 3, 4] | [4, 3, 3] | [4, 3, 4] | [4, 2, 4] | [3, 4, 4]),
        _ => false,
    }
}
