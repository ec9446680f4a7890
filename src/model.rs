//! The trained model: features in, log-odds of each head out, and the words that caused them.

pub mod linear;
pub mod reading;
pub mod signal;
mod store;

pub use linear::{Head, Model};
pub use reading::Reading;
