//! From a raw string to a [`Document`]: cleaned, folded, split into tokens that remember their places.

mod character;
pub mod clean;
pub mod document;
pub mod fold;
pub mod letters;
mod link;
pub mod offset;
pub mod phrases;
mod split;
pub mod token;

pub use clean::html_to_text;
pub use document::Document;
pub use token::{Token, TokenKind};
