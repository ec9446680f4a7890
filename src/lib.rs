//! Message triage inside the browser: a customer's message comes in, a verdict goes out.
//!
//! Data flows one way, and each stage knows the one before it and nothing else:
//!
//! 1. [`message`]: the plain object from the host, checked.
//! 2. [`text`]: cleaned of quotes, signatures and HTML, folded, split into tokens that remember their places.
//! 3. [`language`]: which language and script.
//! 4. [`lexicon`] and [`features`]: what the words mean, and the document as numbers; training and inference share them.
//! 5. [`model`]: features to signals, intents and the words that cause them.
//! 6. [`noise`] and [`entity`]: why no answer is needed, and what is named.
//! 7. [`priority`], with [`context`] and [`learning`]: reasons add up to one calibrated score.
//! 8. [`rules`]: what the team wants done.
//! 9. [`replies`] and [`articles`], over one [`index`], filled in by [`template`].
//! 10. [`due`], [`incident`] and [`metrics`]: the desk over time.
//!
//! [`engine`] calls them in order and is the only thing with a state, which [`snapshot`] keeps.
//!
//! ```
//! use hotcold::{engine::Engine, json::Json, verdict::Priority};
//! let engine = Engine::new(&Json::Null).unwrap();
//! let message = Json::Text("You charged me twice and nobody answers my emails!".into());
//! let verdict = engine.triage(message, &Json::Null).unwrap();
//! assert_eq!(verdict.priority, Priority::Hot);
//! ```

pub mod articles;
pub mod checksum;
pub mod context;
pub mod decimal;
pub mod due;
pub mod engine;
pub mod entity;
pub mod error;
pub mod features;
pub mod incident;
pub mod index;
pub mod intent;
pub mod json;
pub mod keyed;
pub mod language;
pub mod learning;
pub mod lexicon;
pub mod message;
pub mod metrics;
pub mod model;
pub mod noise;
pub mod priority;
pub mod replies;
pub mod rules;
pub mod snapshot;
pub mod template;
pub mod text;
pub mod verdict;
#[cfg(target_family = "wasm")]
pub mod wasm;
