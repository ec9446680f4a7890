//! Places in a text: from bytes, as Rust counts, to UTF-16 code units, as JavaScript does.

/// How many bytes lie between two remembered places.
const STEP: usize = 256;

/// Finds the UTF-16 offset of a byte without counting from the start each time.
#[derive(Clone, Debug, Default)]
pub struct Utf16Offsets {
    /// The code units before the first character that starts at or after each multiple of [`STEP`].
    marks: Vec<(u32, u32)>,
}

impl Utf16Offsets {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        let mut next = 0;
        for (byte, character) in text.char_indices() {
            if byte >= next {
                marks.push((byte as u32, units));
                next = byte + STEP;
            }
            units += character.len_utf16() as u32;
        }
        Self { marks }
    }

    /// The UTF-16 offset of `byte` in the same `text` that [`Utf16Offsets::new`] read.
    ///
    /// ```
    /// use hotcold::text::offset::Utf16Offsets;
    /// let text = "a😀b";
    /// assert_eq!(Utf16Offsets::new(text).of(text, 5), 3);
    /// ```
    pub fn of(&self, text: &str, byte: u32) -> u32 {
        let after = self.marks.partition_point(|(start, _)| *start <= byte);
        let Some((start, units)) = after.checked_sub(1).and_then(|index| self.marks.get(index))
        else {
            return byte;
        };
        let between = text.get(*start as usize..byte as usize).unwrap_or_default();
        units + between.chars().map(|character| character.len_utf16() as u32).sum::<u32>()
    }
}
