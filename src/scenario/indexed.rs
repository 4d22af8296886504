//! Lists of figures that are asked for one line again and again: a vector that knows where the figures of a line stand.
//!
//! A study of two hundred sectors has thousands of observations, and every view asks for those of every line.

use super::figure::{Figure, Quantity};
use super::study::Assumption;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

/// What an entry of an indexed list is found by.
pub trait OfLine {
    /// The figure of the entry.
    fn figure(&self) -> &Figure;
}

impl OfLine for Figure {
    fn figure(&self) -> &Figure {
        self
    }
}

impl OfLine for Assumption {
    fn figure(&self) -> &Figure {
        &self.figure
    }
}

/// Positions of entries, by quantity and line.
type Places = BTreeMap<Quantity, BTreeMap<String, Vec<usize>>>;

/// A vector in its own order, with the places of the entries of each quantity and line; they are found when somebody first
/// asks, and forgotten with the first change.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Indexed<T> {
    rows: Vec<T>,
    #[serde(skip)]
    places: OnceLock<Places>,
}

impl<T: OfLine> Indexed<T> {
    /// The entries of a quantity and line with their positions, in the order of the list.
    pub fn of_line(&self, quantity: Quantity, line: &str) -> impl Iterator<Item = (usize, &T)> {
        let places = self.places.get_or_init(|| self.find_places()).get(&quantity).and_then(|lines| lines.get(line));
        places.into_iter().flatten().filter_map(|&at| Some((at, self.rows.get(at)?)))
    }

    fn find_places(&self) -> Places {
        let mut places = Places::new();
        for (at, row) in self.rows.iter().enumerate() {
            let figure = row.figure();
            let lines = places.entry(figure.quantity).or_default();
            match lines.get_mut(&figure.line) {
                Some(known) => known.push(at),
                None => drop(lines.insert(figure.line.clone(), vec![at])),
            }
        }
        places
    }
}

impl<T> Default for Indexed<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T> From<Vec<T>> for Indexed<T> {
    fn from(rows: Vec<T>) -> Self {
        Self { rows, places: OnceLock::new() }
    }
}

impl<T> FromIterator<T> for Indexed<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self::from(Vec::from_iter(rows))
    }
}

impl<T: PartialEq> PartialEq for Indexed<T> {
    /// Two studies that share a list are compared in every frame of a drag, so that a list is not compared with itself.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.rows == other.rows
    }
}

impl<T> Deref for Indexed<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.rows
    }
}

impl<T> DerefMut for Indexed<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        self.places.take();
        &mut self.rows
    }
}

impl<'a, T> IntoIterator for &'a Indexed<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Indexed<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.deref_mut().iter_mut()
    }
}
