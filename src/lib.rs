//! Message triage inside the browser: a customer's message comes in, a verdict goes out.
//!
//! Data flows one way, and each stage knows the one before it and nothing else:
//!
//! 1. [`message`]: the plain object from the host, checked.
//! 2. [`text`]: cleaned of quotes, signatures and HTML, folded, split into tokens that remember their places.
//! 3. [`language`]: which language and script.
//! 4. [`features`]: the document as numbers; training and inference share this one function.
//! 5. [`model`]: features to signals, intents and the words that cause them.
//! 6. [`verdict`]: everything together, as plain data.

pub mod checksum;
pub mod error;
pub mod features;
pub mod json;
pub mod language;
pub mod message;
pub mod model;
pub mod text;
pub mod verdict;
