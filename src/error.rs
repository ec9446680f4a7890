//! The one error of the crate: a code to branch on, a place and a sentence that says the cure.

use std::fmt;

/// What went wrong, as a closed set. The names are those of `TriageErrorCode` in the npm package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A value has the wrong type or is out of range.
    InvalidArgument,
    /// A rule cannot be understood.
    InvalidRule,
    /// A text is longer than the stated limit.
    InputTooLarge,
    /// Snapshot bytes are damaged or are not a snapshot.
    SnapshotCorrupt,
    /// A snapshot was written by a newer engine.
    SnapshotVersion,
    /// Model bytes are damaged or are not a model.
    ModelCorrupt,
    /// A model was written for another engine.
    ModelVersion,
    /// No reply or article has this id.
    UnknownId,
}

impl Code {
    /// The code as JavaScript sees it.
    ///
    /// ```
    /// assert_eq!(hotcold::error::Code::InvalidRule.as_str(), "INVALID_RULE");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidArgument => "INVALID_ARGUMENT",
            Self::InvalidRule => "INVALID_RULE",
            Self::InputTooLarge => "INPUT_TOO_LARGE",
            Self::SnapshotCorrupt => "SNAPSHOT_CORRUPT",
            Self::SnapshotVersion => "SNAPSHOT_VERSION",
            Self::ModelCorrupt => "MODEL_CORRUPT",
            Self::ModelVersion => "MODEL_VERSION",
            Self::UnknownId => "UNKNOWN_ID",
        }
    }
}

/// Shorthand for results of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// An error with a [`Code`], the path of the offending value and one sentence with the cure.
///
/// The path is put together while the error travels outwards: each reader adds its own step with
/// [`Error::inside`] or [`Error::inside_item`], so nothing is paid for paths while all is well.
///
/// ```
/// use hotcold::error::{Code, Error};
/// let error = Error::new(Code::InvalidRule, "must be a string; quote it")
///     .inside("pattern").inside("when").inside_item(3).inside("rules");
/// assert_eq!(error.to_string(), "rules[3].when.pattern must be a string; quote it");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: Code,
    path: String,
    text: String,
}

impl Error {
    /// An error without a path. `text` says what is wrong and the cure, without a final stop.
    pub fn new(code: Code, text: impl Into<String>) -> Self {
        Self { code, path: String::new(), text: text.into() }
    }

    /// [`Error::new`] with [`Code::InvalidArgument`].
    pub fn argument(text: impl Into<String>) -> Self {
        Self::new(Code::InvalidArgument, text)
    }

    /// The code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Where the offending value stands, as `rules[3].when.pattern`; empty when there is no place.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same error seen from the object that holds the value under `key`.
    #[must_use]
    pub fn inside(self, key: &str) -> Self {
        let path = match self.path.chars().next() {
            None => key.to_owned(),
            Some('[') => format!("{key}{}", self.path),
            Some(_) => format!("{key}.{}", self.path),
        };
        Self { path, ..self }
    }

    /// The same error seen from the list that holds the value at `index`.
    #[must_use]
    pub fn inside_item(self, index: usize) -> Self {
        let path = match self.path.chars().next() {
            None => format!("[{index}]"),
            Some('[') => format!("[{index}]{}", self.path),
            Some(_) => format!("[{index}].{}", self.path),
        };
        Self { path, ..self }
    }

    /// The same error under another code: a malformed value inside a rule is an `INVALID_RULE`.
    #[must_use]
    pub fn with_code(self, code: Code) -> Self {
        Self { code, ..self }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(formatter, "{} ", self.path)?;
        }
        formatter.write_str(&self.text)
    }
}

impl std::error::Error for Error {}
