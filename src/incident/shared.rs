//! A word that the messages of a topic share, shown only when enough customers used it.

use serde::{Deserialize, Serialize};

use super::words::Word;

/// A form of a word may be shown once this many distinct customers used it.
const SHARED_BY: usize = 3;

/// How many forms of a word are told apart.
const MAX_FORMS: usize = 4;

/// The longest word that is shown, in bytes.
const MAX_TEXT: usize = 100;

/// A word of a topic.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Shared {
    /// Of the word without its ending.
    pub hash: u32,
    /// How many messages hold it.
    pub count: u16,
    /// Its weight in the latest of them.
    pub weight: f64,
    /// What may be shown of it.
    pub text: Option<String>,
    /// With which endings it was used, until one of them may be shown.
    forms: Vec<Form>,
}

/// A form of a word and the first customers who used it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Form {
    hash: u32,
    customers: Vec<u32>,
}

impl Shared {
    /// A word that no message holds yet.
    pub fn new(hash: u32) -> Self {
        Self { hash, count: 0, weight: 0.0, text: None, forms: Vec::new() }
    }

    /// Counts the word of a message, `text` in it.
    pub fn add(&mut self, word: &Word, text: &str, customer: u32) {
        self.count = self.count.saturating_add(1);
        self.weight = word.weight;
        if self.text.is_none() && text.len() <= MAX_TEXT && self.is_shared(word.form, customer) {
            self.text = Some(text.to_owned());
            self.forms.clear();
        }
    }

    /// Whether with this customer enough have used this very form.
    fn is_shared(&mut self, hash: u32, customer: u32) -> bool {
        let Some(form) = self.forms.iter_mut().find(|form| form.hash == hash) else {
            if self.forms.len() < MAX_FORMS {
                self.forms.push(Form { hash, customers: vec![customer] });
            }
            return false;
        };
        if !form.customers.contains(&customer) {
            form.customers.push(customer);
        }
        form.customers.len() >= SHARED_BY
    }
}
