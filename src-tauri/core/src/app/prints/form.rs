//! A blank observation sheet of an instrument.

use crate::domain::{Id, Indicator, Kind, Question, QuestionKind, Record};
use crate::report::model::Document;
use crate::report::prints::{self, FormAnswer, FormPrint, FormQuestion};
use crate::store::Wanted;

use super::super::AppError;
use super::super::session::Session;
use super::Setting;

/// Lines for a free answer.
const LINES: usize = 3;
/// More indicators than this do not fit a sheet that is filled in standing.
const INDICATORS: usize = 12;

impl Session {
    pub(super) fn form_print(
        &self,
        setting: &Setting,
        id: Id,
    ) -> Result<(Document, String), AppError> {
        let entry = self.entry(id)?;
        let Record::Instrument(instrument) = entry.draft.unwrap_or(entry.record) else {
            let stored = self.store.record(id)?.record.kind();
            return Err(AppError::OtherKind {
                stored,
                given: Kind::Instrument,
            });
        };
        let version = setting.say("versi", "version");
        let indicators = self.indicators()?;
        let more_indicators = indicators.len().saturating_sub(INDICATORS);
        let indicators = indicators.into_iter().take(INDICATORS);
        let print = FormPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            cohort: setting.cohort.name.clone(),
            instrument: format!("{} ({version} {})", instrument.name, instrument.version),
            caution: instrument.caution.clone(),
            questions: instrument.questions.iter().map(question).collect(),
            indicators: indicators.map(|it| (it.name, it.unit)).collect(),
            more_indicators,
            author: self.actor.name.clone(),
        };
        let word = setting.say("lembar", "sheet");
        Ok((prints::form(&print), format!("{word} {}", instrument.name)))
    }

    /// By name.
    fn indicators(&self) -> Result<Vec<Indicator>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Indicator))?;
        let all = stored.into_iter().filter_map(|it| match it.record {
            Record::Indicator(indicator) => Some(indicator),
            _ => None,
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by(|a, b| (&a.name, &a.unit).cmp(&(&b.name, &b.unit)));
        Ok(all)
    }
}

fn question(it: &Question) -> FormQuestion {
    let choices = || {
        it.choices
            .iter()
            .map(|choice| choice.label.clone())
            .collect()
    };
    FormQuestion {
        label: it.label.clone(),
        hint: it.hint.clone(),
        answer: match it.kind {
            QuestionKind::Text => FormAnswer::Text(LINES),
            QuestionKind::Integer | QuestionKind::Decimal => FormAnswer::Number,
            QuestionKind::Date => FormAnswer::Date,
            QuestionKind::SelectOne => FormAnswer::One(choices()),
            QuestionKind::SelectMultiple => FormAnswer::Many(choices()),
            QuestionKind::Note => FormAnswer::Words,
            QuestionKind::Acknowledge => FormAnswer::Tick,
        },
        required: it.required,
    }
}
