//! From a raw string to a [`Document`]: cleaned, folded, split into tokens that remember their places.

pub mod document;
pub mod fold;
pub mod letters;
pub mod offset;
pub mod phrases;
pub mod token;

pub use document::Document;
pub use token::{Token, TokenKind};
