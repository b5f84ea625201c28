//! The words of a letter, to be changed: the template an office has, the one it began with, and
//! the fields that may stand in it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Id, LetterKind, LetterTemplate, Site, letter_preset};
use crate::report::prints::FieldValue;
use crate::report::words::Language;

use super::super::AppError;
use super::super::session::Session;
use super::Setting;
use super::around::Around;
use super::letter::Fields;

/// A field that a letter may name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct LetterField {
    /// As it is written between braces.
    pub name: String,
    /// What it stands for in one of the letters; empty where nothing is known, and for a table.
    pub example: String,
}

/// The words of a letter in one language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct LetterView {
    /// Under this key the cohort keeps words of its own.
    pub key: String,
    /// The words that come with the app.
    pub preset: LetterTemplate,
    /// The fields, those of every letter first.
    pub fields: Vec<LetterField>,
}

impl Session {
    /// The words of a letter.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn letter_view(
        &self,
        kind: LetterKind,
        language: Language,
    ) -> Result<LetterView, AppError> {
        let setting = Setting {
            cohort: self.cohort_record()?,
            language,
        };
        let tag = setting.say("id", "en");
        let around = self.around()?;
        let own = match kind {
            LetterKind::Request => around.host_example(&setting, self.actor.person),
            LetterKind::Assignment => around.assigned(&setting, around.groups.first()),
        };
        let common = self.common_fields(&setting)?();
        let mut fields = common.listed(language);
        fields.extend(own.listed(language));
        Ok(LetterView {
            key: kind.key(tag),
            preset: letter_preset(kind, tag),
            fields,
        })
    }
}

impl Around {
    /// The fields of a host that is visited; without one they are there and empty.
    fn host_example(&self, setting: &Setting, nobody: Id) -> Fields {
        match self.sites.iter().find(|(id, _)| self.is_visited(**id)) {
            Some((id, site)) => self.host(setting, *id, site),
            None => self.host(setting, nobody, &Site::default()),
        }
    }
}

impl Fields {
    /// In the order in which they were put in, by their names in one language.
    fn listed(&self, language: Language) -> Vec<LetterField> {
        let field = |(id, en): &(String, String)| {
            let name = match language {
                Language::Id => id,
                Language::En => en,
            };
            LetterField {
                name: name.clone(),
                example: match self.values.get(name) {
                    Some(FieldValue::Text(text)) => text.clone(),
                    Some(FieldValue::Table(_)) | None => String::new(),
                },
            }
        };
        self.names.iter().map(field).collect()
    }
}
