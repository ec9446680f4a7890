//! The bytes of a model.
//!
//! ```text
//! "HCMODEL1"  crc32 of all that follows (u32)
//! feature version (u8)   bucket bits (u8)   name (text)
//! intents: count (varint), each a text
//! lexicon: beginnings, words, stems; each list in the order of hashes: count (varint), then the gaps between hashes as
//!   two streams, low bytes (u8 each) and what is above them (varint each), then the concepts (u8 each)
//! heads: hot, the signals in their order, the intents; each: scale (f32), bias (f32)
//! any signal (f32)
//! rows: count (varint); then four streams, so that like stands beside like and packs well:
//!   gap to the bucket before (varint each) · entries in the row (u8 each) · head (u8 an entry) · weight (i8 an entry)
//! ```
//! A text is its length (varint) and UTF-8; numbers are little-endian; varints hold seven bits a byte, low first.

use super::linear::{HeadScale, Model, Rows};
use super::signal::SignalName;
use crate::checksum::crc32;
use crate::error::{Code, Error, Result};
use crate::features::{BUCKET_BITS, BUCKETS};
use crate::lexicon::{Lexicon, Meaning};

const MAGIC: &[u8; 8] = b"HCMODEL1";

/// The lists of the lexicon, in their order.
const LISTS: [fn(u8) -> Meaning; 3] = [|_| Meaning::Beginning, Meaning::Whole, Meaning::Stem];

/// Raised whenever [`crate::features`] changes what a bucket means.
const FEATURE_VERSION: u8 = 2;

impl Model {
    /// The model that comes with the crate.
    ///
    /// ```
    /// use hotcold::{model::{Head, Model}, text::Document};
    /// let model = Model::bundled().unwrap();
    /// let features = model.features(&Document::plain("Thank you so much!"), None);
    /// assert!(model.read(&features).log_odds(Head::Hot) < 0.0);
    /// ```
    pub fn bundled() -> Result<Self> {
        Self::decode(include_bytes!("../../model/triage.bin"))
    }

    /// Reads a model from its bytes.
    ///
    /// # Errors
    /// `MODEL_CORRUPT` when the bytes are damaged, `MODEL_VERSION` when they were made for another engine.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        decode(bytes)
    }

    /// The bytes of the model, for [`Model::decode`].
    pub fn encode(&self) -> Vec<u8> {
        encode(self)
    }
}

fn encode(model: &Model) -> Vec<u8> {
    let mut body = vec![FEATURE_VERSION, BUCKET_BITS as u8];
    put_text(&mut body, &model.name);
    put_varint(&mut body, model.intents.len() as u32);
    for intent in &model.intents {
        put_text(&mut body, intent);
    }
    put_lexicon(&mut body, &model.lexicon);
    for head in &model.heads {
        body.extend(head.scale.to_le_bytes());
        body.extend(head.bias.to_le_bytes());
    }
    body.extend(model.any_signal.to_le_bytes());
    let rows = &model.rows;
    put_varint(&mut body, rows.len() as u32);
    let mut previous = 0;
    for (bucket, _) in rows.iter() {
        put_varint(&mut body, bucket - previous);
        previous = bucket;
    }
    body.extend(rows.iter().map(|(_, entries)| entries.len() as u8));
    body.extend(rows.iter().flat_map(|(_, entries)| entries.iter().map(|entry| entry.0)));
    body.extend(rows.iter().flat_map(|(_, entries)| entries.iter().map(|entry| entry.1 as u8)));

    let mut bytes = MAGIC.to_vec();
    bytes.extend(crc32(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

fn decode(bytes: &[u8]) -> Result<Model> {
    let mut reader = Reader(bytes);
    if reader.take(MAGIC.len())? != MAGIC {
        return Err(corrupt());
    }
    let checksum = reader.array().map(u32::from_le_bytes)?;
    if checksum != crc32(reader.0) {
        return Err(corrupt());
    }
    if reader.byte()? != FEATURE_VERSION || u32::from(reader.byte()?) != BUCKET_BITS {
        return Err(Error::new(
            Code::ModelVersion,
            "the model was made for another version of this package; use the model that comes with it",
        ));
    }
    let name = reader.text()?;
    let count = reader.varint()?;
    let intents = (0..count).map(|_| reader.text()).collect::<Result<Vec<_>>>()?;
    let lexicon = read_lexicon(&mut reader)?;
    let heads = (0..1 + SignalName::ALL.len() + intents.len())
        .map(|_| {
            let scale = reader.array().map(f32::from_le_bytes)?;
            let bias = reader.array().map(f32::from_le_bytes)?;
            Ok(HeadScale { scale, bias })
        })
        .collect::<Result<Vec<_>>>()?;
    let any_signal = reader.array().map(f32::from_le_bytes)?;
    let rows = read_rows(&mut reader, heads.len())?;
    Ok(Model { name, intents, lexicon, heads, any_signal, rows })
}

fn put_lexicon(body: &mut Vec<u8>, lexicon: &Lexicon) {
    for meaning in LISTS {
        let concept = |entry: &Meaning| match *entry {
            Meaning::Beginning => 0,
            Meaning::Whole(concept) | Meaning::Stem(concept) => concept,
        };
        let mut list: Vec<(u32, u8)> = lexicon
            .entries()
            .iter()
            .map(|(hash, entry)| (*hash, *entry, concept(entry)))
            .filter(|(_, entry, concept)| meaning(*concept) == *entry)
            .map(|(hash, _, concept)| (hash, concept))
            .collect();
        list.sort_unstable();
        list.dedup();
        let before = std::iter::once(0).chain(list.iter().map(|(hash, _)| *hash));
        let gaps: Vec<u32> = list.iter().zip(before).map(|((hash, _), last)| hash - last).collect();
        put_varint(body, list.len() as u32);
        body.extend(gaps.iter().map(|gap| *gap as u8));
        gaps.iter().for_each(|gap| put_varint(body, gap >> 8));
        body.extend(list.iter().map(|(_, concept)| *concept));
    }
}

fn read_lexicon(reader: &mut Reader) -> Result<Lexicon> {
    let mut entries = Vec::new();
    for meaning in LISTS {
        let count = reader.varint()? as usize;
        let low = reader.take(count)?;
        let mut hash = 0_u32;
        let mut hashes = Vec::with_capacity(count);
        for low in low {
            let gap = reader.varint()?.checked_mul(1 << 8).ok_or_else(corrupt)? | u32::from(*low);
            hash = hash.checked_add(gap).ok_or_else(corrupt)?;
            hashes.push(hash);
        }
        let concepts = reader.take(count)?;
        let list = hashes.into_iter().zip(concepts);
        entries.extend(list.map(|(hash, concept)| (hash, meaning(*concept))));
    }
    Ok(Lexicon::new(&entries))
}

fn read_rows(reader: &mut Reader, heads: usize) -> Result<Rows> {
    let count = reader.varint()?;
    let mut bucket = 0_u32;
    let mut buckets = Vec::new();
    for _ in 0..count {
        bucket =
            bucket.checked_add(reader.varint()?).filter(|b| *b < BUCKETS).ok_or_else(corrupt)?;
        buckets.push(bucket);
    }
    let sizes = reader.take(buckets.len())?;
    let total = sizes.iter().map(|size| usize::from(*size)).sum();
    let targets = reader.take(total)?;
    let weights = reader.take(total)?;
    if targets.iter().any(|head| usize::from(*head) >= heads) {
        return Err(corrupt());
    }
    let mut entries = targets.iter().zip(weights).map(|(head, weight)| (*head, *weight as i8));
    let mut rows = Rows::default();
    for (bucket, size) in buckets.into_iter().zip(sizes) {
        rows.push(bucket, entries.by_ref().take(usize::from(*size)));
    }
    Ok(rows)
}

fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_varint(bytes, text.len() as u32);
    bytes.extend(text.as_bytes());
}

fn put_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn corrupt() -> Error {
    Error::new(Code::ModelCorrupt, "the model is damaged or is no model; fetch it again")
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(length).ok_or_else(corrupt)?;
        self.0 = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| corrupt())
    }

    fn byte(&mut self) -> Result<u8> {
        self.array().map(|[byte]| byte)
    }

    fn varint(&mut self) -> Result<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(corrupt())
    }

    fn text(&mut self) -> Result<String> {
        let length = self.varint()? as usize;
        String::from_utf8(self.take(length)?.to_vec()).map_err(|_| corrupt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_model_is_written_as_it_was_read() {
        let bytes = include_bytes!("../../model/triage.bin");
        assert!(Model::bundled().unwrap().encode() == bytes);
    }
}
