//! Values by a string of the host's: ids of replies, names of agents.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Values, each under its key. They are listed in the order of the keys, so that no result depends on how a map
/// scatters them. One kind of map serves all kinds of values: in the browser build each further kind would
/// weigh two kilobytes.
///
/// ```
/// use hotcold::keyed::Keyed;
/// let mut counts: Keyed<u32> = Keyed::default();
/// counts.update("b", |count| *count += 2);
/// counts.update("a", |count| *count += 1);
/// assert_eq!(counts.iter().collect::<Vec<_>>(), [("a", &1), ("b", &2)]);
/// assert_eq!(counts.remove("a"), Some(1));
/// assert_eq!(counts.get("a"), None);
/// ```
#[derive(Clone, Debug)]
pub struct Keyed<T> {
    places: HashMap<Arc<str>, u32>,
    values: Vec<(Arc<str>, T)>,
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self { places: HashMap::new(), values: Vec::new() }
    }
}

impl<T> Keyed<T> {
    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.values.get(*self.places.get(key)? as usize).map(|(_, value)| value)
    }

    /// Changes the value under a key, which is put there if there was none.
    pub fn update(&mut self, key: &str, change: impl FnOnce(&mut T))
    where
        T: Default,
    {
        let known = self.places.get(key).copied();
        let place = known.unwrap_or_else(|| self.push(key.into(), T::default()));
        if let Some((_, value)) = self.values.get_mut(place as usize) {
            change(value);
        }
    }

    /// Puts a value under a key; gives the one that stood there.
    pub fn insert(&mut self, key: Arc<str>, value: T) -> Option<T> {
        let place = self.places.get(&key).copied();
        match place.and_then(|place| self.values.get_mut(place as usize)) {
            Some((_, old)) => Some(std::mem::replace(old, value)),
            None => {
                self.push(key, value);
                None
            }
        }
    }

    fn push(&mut self, key: Arc<str>, value: T) -> u32 {
        let place = self.values.len() as u32;
        self.places.insert(key.clone(), place);
        self.values.push((key, value));
        place
    }

    /// Takes out the value under a key.
    pub fn remove(&mut self, key: &str) -> Option<T> {
        let place = self.places.remove(key)?;
        let (_, value) = self.values.swap_remove(place as usize);
        if let Some((moved, _)) = self.values.get(place as usize) {
            self.places.insert(moved.clone(), place);
        }
        Some(value)
    }

    /// The keys and values, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        let mut places: Vec<(&str, u32)> =
            self.places.iter().map(|(key, place)| (&**key, *place)).collect();
        places.sort_unstable();
        places
            .into_iter()
            .filter_map(|(key, place)| Some((key, &self.values.get(place as usize)?.1)))
    }

    /// All values to change, in no stated order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.values.iter_mut().map(|(_, value)| value)
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl<T: PartialEq> PartialEq for Keyed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.values.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<T: Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.iter().collect::<Vec<_>>().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut keyed = Self::default();
        for (key, value) in Vec::<(String, T)>::deserialize(deserializer)? {
            keyed.insert(key.into(), value);
        }
        Ok(keyed)
    }
}
