//! Runs of digits, the raw material of most entities.

use crate::text::letters::Letters;

/// Groups of digits with single separators between them.
pub(super) struct Groups {
    /// Each group: the index of its first digit and one past its last.
    pub(super) groups: Vec<(usize, usize)>,
    /// The index one past the last digit.
    pub(super) end: usize,
}

impl Groups {
    /// Reads digits from `start` on; `separates` says what may stand once between two groups.
    pub(super) fn read(letters: &Letters, start: usize, separates: impl Fn(char) -> bool) -> Self {
        let mut groups = Vec::new();
        let mut index = start;
        let mut end = start;
        loop {
            let last = digits_end(letters, index);
            if last == index {
                return Self { groups, end };
            }
            groups.push((index, last));
            end = last;
            if !separates(letters.at(last)) {
                return Self { groups, end };
            }
            index = last + 1;
        }
    }

    /// How many digits the groups hold.
    pub(super) fn digits(&self) -> usize {
        self.groups.iter().map(|(start, end)| end - start).sum()
    }

    /// The lengths of the groups.
    pub(super) fn lengths(&self) -> Vec<usize> {
        self.groups.iter().map(|(start, end)| end - start).collect()
    }
}

/// The index one past the digits at `start`.
pub(super) fn digits_end(letters: &Letters, start: usize) -> usize {
    let mut end = start;
    while letters.at(end).is_ascii_digit() {
        end += 1;
    }
    end
}

/// The number at `start`, if it has at most `longest` digits, and the index after it.
pub(super) fn small(letters: &Letters, start: usize, longest: usize) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut end = start;
    while let Some(digit) = letters.at(end).to_digit(10) {
        if end - start == longest {
            return None;
        }
        value = value * 10 + digit;
        end += 1;
    }
    (end > start).then_some((value, end))
}

/// The digits among the letters, as text.
pub(super) fn only_digits(letters: &[char]) -> String {
    letters.iter().filter(|letter| letter.is_ascii_digit()).collect()
}
