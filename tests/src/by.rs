//! Ways of saying which element is meant, preferably as a person would.

use serde_json::{Value, json};
use std::fmt;

/// Which element is meant; only visible ones are found.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// A CSS selector. Finds hidden elements too, such as file inputs.
    Css(&'a str),
    /// An ARIA role (`button`, `heading`, `dialog`, …) and the accessible name.
    Role(&'a str, &'a str),
    /// The field with this label, visible or in `aria-label`.
    Label(&'a str),
    /// The innermost element containing this text.
    Text(&'a str),
}

impl By<'_> {
    /// The arguments for the page's `locate` script.
    pub(crate) fn arguments(&self) -> Vec<Value> {
        match self {
            Self::Css(selector) => vec![json!("css"), json!(selector)],
            Self::Role(role, name) => vec![json!("role"), json!(name), json!(role)],
            Self::Label(label) => vec![json!("label"), json!(label)],
            Self::Text(text) => vec![json!("text"), json!(text)],
        }
    }
}

impl fmt::Display for By<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Css(selector) => write!(f, "`{selector}`"),
            Self::Role(role, name) => write!(f, "the {role} “{name}”"),
            Self::Label(label) => write!(f, "the field “{label}”"),
            Self::Text(text) => write!(f, "the text “{text}”"),
        }
    }
}
