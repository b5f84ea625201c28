//! Letter templates: the words that an office may change, with fields to fill in.
//!
//! Pure data: knows what a template consists of, not what its fields stand for.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use specta::Type;

/// The letters that Tilik knows.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "lowercase")]
pub enum LetterKind {
    /// Asks a host to receive the cohort (surat permohonan kunjungan).
    Request,
    /// Sends people on the visit (surat tugas).
    Assignment,
}

impl LetterKind {
    /// Under this key a cohort keeps its own template in the language `tag` ("id", "en").
    pub fn key(self, tag: &str) -> String {
        let kind = match self {
            Self::Request => "request",
            Self::Assignment => "assignment",
        };
        format!("{kind}-{tag}")
    }
}

/// A letter with `{{fields}}`. What a field stands for is said by the print.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct LetterTemplate {
    /// In the middle above the number; empty for a letter to somebody.
    pub title: String,
    /// The office's number.
    pub number: String,
    /// What is attached; empty leaves the line out.
    pub attachment: String,
    /// What it is about.
    pub subject: String,
    /// To whom, a line each.
    pub recipient: String,
    /// Markdown.
    pub body: String,
    /// Who signs, such as "Ketua Panitia,".
    pub signer: String,
    /// Who gets a copy, a line each.
    pub cc: String,
}

#[derive(Deserialize)]
struct Preset {
    kind: LetterKind,
    language: String,
    template: LetterTemplate,
}

/// The template that comes with the app for a letter in the language `tag`.
pub fn letter_preset(kind: LetterKind, tag: &str) -> LetterTemplate {
    static PRESETS: OnceLock<Vec<Preset>> = OnceLock::new();
    // The file is part of the binary and a test reads it; were it broken, an empty letter would
    // still be printed.
    let presets = PRESETS.get_or_init(|| {
        serde_json::from_str(include_str!("presets/letters.json")).unwrap_or_default()
    });
    let found = presets
        .iter()
        .find(|it| it.kind == kind && it.language == tag);
    found.map(|it| it.template.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_words_in_both_languages() {
        for kind in [LetterKind::Request, LetterKind::Assignment] {
            for tag in ["id", "en"] {
                let template = letter_preset(kind, tag);
                assert!(template.body.len() > 100, "{}", kind.key(tag));
                assert!(template.number.contains("{{"), "{}", kind.key(tag));
            }
        }
    }
}
