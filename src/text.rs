//! From a raw string to a [`Document`]: cleaned, folded, split into tokens that remember their places.

pub mod clean;
pub mod document;
pub mod fold;
mod link;
pub mod offset;
mod split;
pub mod token;

pub use clean::html_to_text;
pub use document::Document;
pub use token::{Token, TokenKind};
