//! Why a command was refused: a failure of the core, or something only a
//! command line can get wrong.

use std::collections::BTreeMap;

use serde::Serialize;

use tilik_core::api::Failure;
use tilik_core::app::AppError;

use crate::words::Words;

/// Why a command was refused.
pub(crate) enum Refusal {
    /// The core says so.
    Failed(Failure),
    /// No group or person, or more than one, has this name.
    Name { key: &'static str, name: String },
    /// There is more than one to choose from, or none; id and title of each.
    Choose(Vec<(String, String)>),
    /// There are no prayer times; the sentence's key and what it names.
    Prayer { key: &'static str, value: String },
    /// A file that is to be read as text is none.
    NotText { path: String },
    /// What was asked for is put together for paper and has no data of its own.
    OnlyPaper,
}

/// A refusal as programs read it.
#[derive(Serialize)]
pub(crate) struct Spelled {
    code: String,
    params: BTreeMap<String, String>,
    detail: String,
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::Failed(error.into())
    }
}

impl Refusal {
    /// The refusal with a fact its sentence may need, unless it is known.
    pub(crate) fn about(self, name: &str, value: impl ToString) -> Self {
        match self {
            Self::Failed(mut failure) => {
                let known = failure.params.entry(name.to_owned()).or_default();
                if known.is_empty() {
                    *known = value.to_string();
                }
                Self::Failed(failure)
            }
            other => other,
        }
    }

    /// For programs.
    pub(crate) fn spelled(&self) -> Spelled {
        let own = |code: &str, name: &str, value: String| Spelled {
            code: code.to_owned(),
            params: BTreeMap::from([(name.to_owned(), value)]),
            detail: String::new(),
        };
        match self {
            Self::Failed(failure) => Spelled {
                code: Words::code(failure.code),
                params: failure.params.clone(),
                detail: failure.detail.clone(),
            },
            Self::Name { key, name } => own(key, "name", name.clone()),
            Self::Choose(choices) => {
                let ids: Vec<&str> = choices.iter().map(|(id, _)| id.as_str()).collect();
                own("choose-one", "ids", ids.join(" "))
            }
            Self::Prayer { key, value } => own(key, "value", value.clone()),
            Self::NotText { path } => own("not-text", "path", path.clone()),
            Self::OnlyPaper => own("only-paper", "format", "json".to_owned()),
        }
    }

    /// For people.
    pub(crate) fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Failed(failure) => words.failure(failure),
            Self::Name { key, name } => words.say(&format!("cli-{key}"), &[("name", name.into())]),
            Self::Choose(choices) if choices.is_empty() => words.say("cli-choose-none", &[]),
            Self::Choose(choices) => {
                let mut text = words.say("cli-choose-one", &[]);
                for (id, title) in choices {
                    text.push_str(&format!("\n  {id}  {title}"));
                }
                text
            }
            Self::Prayer { key, value } => {
                words.say(&format!("cli-{key}"), &[("value", value.into())])
            }
            Self::NotText { path } => words.say("cli-not-text", &[("path", path.into())]),
            Self::OnlyPaper => words.say("cli-only-paper", &[]),
        }
    }
}
