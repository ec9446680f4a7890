//! Snapshots give back what was learned, and notice damage.

use hotcold::error::Code;
use hotcold::features::Features;
use hotcold::learning::{Kind, Lesson};
use hotcold::lexicon::Lexicon;
use hotcold::message::Message;
use hotcold::snapshot::{State, decode, encode};
use hotcold::text::Document;
use hotcold::verdict::Priority;
use proptest::prelude::*;

fn state() -> State {
    let mut state = State { revision: 3, ..State::default() };
    let text = "The parcel never came";
    let features = Features::read(&Document::plain(text), None, &Lexicon::default());
    let use_ = Lesson::Use { kind: Kind::Reply, id: "r1".into(), accepted: true };
    state.learned.learn(&Lesson::Priority(Priority::Hot), &features, -1.0);
    state.learned.learn(&Lesson::Tag { tag: "parcel".into(), wanted: true }, &features, 0.0);
    state.learned.learn(&use_, &features, 0.0);
    for minute in 0..5 {
        let mut message = Message::new("checkout page is broken");
        message.id = Some(format!("m{minute}"));
        let document = Document::plain(&message.text);
        state.incidents.observe(&message, &document, true, f64::from(minute) * 6e4);
    }
    state
}

#[test]
fn a_state_survives_its_bytes() {
    let state = state();
    let again = decode(&encode(&state)).unwrap();
    assert_eq!(again.revision, 3);
    assert_eq!(again.learned, state.learned);
    assert_eq!(again.incidents.list(3e5), state.incidents.list(3e5));
    assert_eq!(again.incidents.list(3e5).len(), 1);
}

#[test]
fn every_changed_byte_is_noticed() {
    let bytes = encode(&State { learned: state().learned, ..State::default() });
    for place in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x10;
        assert_eq!(decode(&damaged).unwrap_err().code(), Code::SnapshotCorrupt, "byte {place}");
        assert!(decode(&bytes[..place]).is_err(), "cut at {place}");
    }
}

#[test]
fn a_newer_snapshot_is_refused_by_name() {
    let mut bytes = encode(&State::default());
    bytes[12] = 2;
    let checksum = hotcold::checksum::crc32(&bytes[12..]);
    bytes[8..12].copy_from_slice(&checksum.to_le_bytes());
    assert_eq!(decode(&bytes).unwrap_err().code(), Code::SnapshotVersion);
}

#[test]
fn a_snapshot_holds_no_text() {
    let mut state = State::default();
    let secret = "supercalifragilistic";
    let message = Message::new(format!("my {secret} checkout page is broken"));
    let document = Document::plain(&message.text);
    let features = Features::read(&document, None, &Lexicon::default());
    state.learned.learn(&Lesson::Priority(Priority::Hot), &features, -1.0);
    state.incidents.observe(&message, &document, true, 0.0);
    let bytes = encode(&state);
    for word in [secret, "checkout", "broken"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
    }
}

proptest! {
    #[test]
    fn random_bytes_are_refused(body in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(decode(&body).is_err());
    }

    /// Even with a valid frame around it a random body neither panics nor takes much memory.
    #[test]
    fn a_framed_random_body_is_a_state_or_an_error(body in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut rest = vec![1, 0];
        rest.extend(&body);
        let mut bytes = b"HCSNAP01".to_vec();
        bytes.extend(hotcold::checksum::crc32(&rest).to_le_bytes());
        bytes.extend(rest);
        if let Ok(state) = decode(&bytes) {
            prop_assert!(state.learned.is_sound() && state.incidents.is_sound());
        }
    }
}
