//! How far apart two words are, up to a few typing errors.

/// Typing errors that are forgiven in a word of so many characters: none below four, one up to
/// seven, two from there on.
pub(super) fn forgiven(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The least number of typing errors (a character too many, too few, wrong, or two swapped) between
/// `typed` and any beginning of `word`, if at most `most`. This is the restricted edit distance of
/// Damerau and Levenshtein; the first character must be among the first two of `word`.
pub(super) fn errors(typed: &[char], word: &str, most: usize) -> Option<usize> {
    let first = typed.first()?;
    if !word.chars().take(2).any(|letter| letter == *first) {
        return None;
    }
    let word: Vec<char> = word.chars().take(typed.len() + most).collect();
    let width = word.len() + 1;
    let (mut before, mut above): (Vec<usize>, Vec<usize>) = (vec![0; width], (0..width).collect());
    let mut typed_before = None;
    for (row, letter) in typed.iter().enumerate() {
        let mut here = Vec::with_capacity(width);
        here.push(row + 1);
        for (column, other) in word.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(width);
            let wrong = at(&above, column) + usize::from(letter != other);
            let extra = at(&above, column + 1) + 1;
            let lacking = at(&here, column) + 1;
            let mut least = wrong.min(extra).min(lacking);
            let other_before = column.checked_sub(1).and_then(|column| word.get(column));
            if typed_before == Some(other) && other_before == Some(letter) {
                least = least.min(at(&before, column - 1) + 1);
            }
            here.push(least);
        }
        if here.iter().min() > Some(&most) {
            return None;
        }
        typed_before = Some(letter);
        before = std::mem::replace(&mut above, here);
    }
    above.into_iter().min().filter(|errors| *errors <= most)
}

#[cfg(test)]
mod tests {
    use super::errors;

    fn between(typed: &str, word: &str) -> Option<usize> {
        errors(&typed.chars().collect::<Vec<_>>(), word, 2)
    }

    #[test]
    fn counts_each_kind_of_error_once() {
        assert_eq!(between("refund", "refund"), Some(0));
        assert_eq!(between("refnud", "refund"), Some(1), "swapped");
        assert_eq!(between("refnd", "refund"), Some(1), "too few");
        assert_eq!(between("reffund", "refund"), Some(1), "too many");
        assert_eq!(between("refumd", "refund"), Some(1), "wrong");
        assert_eq!(between("erfund", "refund"), Some(1), "swapped at the start");
        assert_eq!(between("rfnud", "refund"), Some(2));
        assert_eq!(between("rxfxxd", "refund"), None);
    }

    #[test]
    fn measures_against_the_beginning_of_a_longer_word() {
        assert_eq!(between("cancle", "cancellation"), Some(1));
        assert_eq!(between("cancel", "cancellation"), Some(0));
        assert_eq!(between("환불요청", "환불신청"), Some(1));
    }
}
