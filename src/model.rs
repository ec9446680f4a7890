//! The trained model: features in, log-odds of each head out, and the words that caused them.

pub mod linear;
pub mod signal;
mod store;

pub use linear::{Head, Model, Reading};
