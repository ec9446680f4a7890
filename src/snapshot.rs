//! What an engine has learned, as bytes.
//!
//! ```text
//! "HCSNAP01"  crc32 of all that follows (u32)  version (u16)  state (postcard)
//! ```
//! Numbers are little-endian. Snapshots hold hashes, weights, counts, message ids and the words that three or more
//! customers share in an incident; never a message's text.

use serde::{Deserialize, Serialize};

use crate::checksum::crc32;
use crate::error::{Code, Error, Result};
use crate::incident::Incidents;
use crate::learning::Learned;

const MAGIC: &[u8; 8] = b"HCSNAP01";

/// Raised whenever the layout of [`State`] changes or [`crate::features`] changes what a bucket means.
const VERSION: u16 = 1;

/// The state of an engine that outlives it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct State {
    /// What the team taught.
    pub learned: Learned,
    /// The topics of the stream; options are not part of it.
    pub incidents: Incidents,
    /// How often the state was changed.
    pub revision: u32,
}

/// The bytes of `state`.
///
/// ```
/// use hotcold::snapshot::{State, decode, encode};
/// let state = State { revision: 7, ..State::default() };
/// assert_eq!(decode(&encode(&state)).unwrap().revision, 7);
/// ```
pub fn encode(state: &State) -> Vec<u8> {
    // Writing to memory cannot fail, and a state holds nothing that postcard refuses.
    let body = postcard::to_allocvec(state).unwrap_or_default();
    let version = VERSION.to_le_bytes();
    let mut bytes = Vec::with_capacity(MAGIC.len() + 6 + body.len());
    bytes.extend(MAGIC);
    bytes.extend([0; 4]);
    bytes.extend(version);
    bytes.extend(body);
    let checksum = crc32(bytes.get(MAGIC.len() + 4..).unwrap_or_default());
    if let Some(place) = bytes.get_mut(MAGIC.len()..MAGIC.len() + 4) {
        place.copy_from_slice(&checksum.to_le_bytes());
    }
    bytes
}

/// The state in `bytes`.
///
/// # Errors
/// `SNAPSHOT_CORRUPT` when the bytes are damaged or are no snapshot, `SNAPSHOT_VERSION` when a newer engine
/// wrote them.
pub fn decode(bytes: &[u8]) -> Result<State> {
    let rest = bytes.strip_prefix(MAGIC).ok_or_else(corrupt)?;
    let (checksum, rest) = rest.split_first_chunk().ok_or_else(corrupt)?;
    if u32::from_le_bytes(*checksum) != crc32(rest) {
        return Err(corrupt());
    }
    let (version, body) = rest.split_first_chunk().ok_or_else(corrupt)?;
    if u16::from_le_bytes(*version) > VERSION {
        return Err(Error::new(
            Code::SnapshotVersion,
            "the snapshot was written by a newer version of this package; update the package",
        ));
    }
    if u16::from_le_bytes(*version) != VERSION {
        return Err(corrupt());
    }
    let (state, after) = postcard::take_from_bytes::<State>(body).map_err(|_| corrupt())?;
    let is_sound = after.is_empty() && state.learned.is_sound() && state.incidents.is_sound();
    is_sound.then_some(state).ok_or_else(corrupt)
}

fn corrupt() -> Error {
    Error::new(
        Code::SnapshotCorrupt,
        "the snapshot is damaged or is no snapshot; start without it or take an older copy",
    )
}
