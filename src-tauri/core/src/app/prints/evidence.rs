//! An observation as a print. Photos that may not leave stay out, and are counted.

use crate::domain::{
    Adoption, Answer, Id, Instrument, Kind, Observation, Photo, Question, Record, Site,
};
use crate::report::model::Document;
use crate::report::prints::{self, ObservationPrint, Verdict};
use crate::report::words;

use super::super::AppError;
use super::super::session::Session;
use super::Setting;

impl Session {
    pub(super) fn observation_print(
        &self,
        setting: &Setting,
        id: Id,
        without_consent: &mut u32,
    ) -> Result<(Document, String), AppError> {
        let entry = self.entry(id)?;
        let Record::Observation(it) = entry.draft.unwrap_or(entry.record) else {
            let stored = self.store.record(id)?.record.kind();
            return Err(AppError::OtherKind {
                stored,
                given: Kind::Observation,
            });
        };
        let site = it.site.and_then(|id| self.sites().ok()?.remove(&id));
        let print = self.observed(setting, &it, site.as_ref(), entry.author_name);
        *without_consent = u32::try_from(print.left_out).unwrap_or(u32::MAX);
        let word = setting.say("observasi", "observation");
        Ok((
            prints::observation(&print, setting.letterhead()),
            format!("{word} {}", it.title),
        ))
    }

    /// An observation in words; photos that may not be printed are only counted.
    pub(super) fn observed(
        &self,
        setting: &Setting,
        it: &Observation,
        site: Option<&Site>,
        author: String,
    ) -> ObservationPrint {
        let zone = site.map_or(setting.cohort.zone, |site| site.zone);
        let (photos, left_out) = printable(setting, &it.photos);
        let instrument = it.instrument.and_then(|id| self.instrument(id));
        ObservationPrint {
            lang: setting.language,
            title: it.title.clone(),
            cohort: setting.cohort.name.clone(),
            author,
            site: site.map(|site| site.name.clone()).unwrap_or_default(),
            focus: site.map(|site| site.foci.join(", ")).unwrap_or_default(),
            when: setting.moment(it.at, zone),
            note: it.note.clone(),
            practice: it.practice.map(|id| self.title_of(id)).unwrap_or_default(),
            key_to_success: it.key_to_success.clone(),
            lesson: it.lesson.clone(),
            verdict: it.adoption.map(|adoption| match adoption {
                Adoption::Adopt => Verdict::Adopt,
                Adoption::Adapt => Verdict::Adapt,
                Adoption::NotForUs => Verdict::NotForUs,
            }),
            reason: it.reason.clone(),
            follow_up: it.follow_up.clone(),
            answers: answers(it, instrument.as_ref(), setting),
            caution: instrument
                .as_ref()
                .map(|it| it.caution.clone())
                .unwrap_or_default(),
            instrument: instrument.map_or_else(
                || setting.say("Instrumen", "Instrument").to_owned(),
                |it| it.name,
            ),
            indicators: self.indicator_rows(setting, it),
            photos,
            left_out,
        }
    }

    fn instrument(&self, id: Id) -> Option<Instrument> {
        match self.store.record(id).ok()?.record {
            Record::Instrument(instrument) => Some(instrument),
            _ => None,
        }
    }

    fn indicator_rows(&self, setting: &Setting, it: &Observation) -> Vec<prints::Indicator> {
        let number = |value: Option<f64>| {
            value
                .map(|value| words::number(value, 2, setting.language))
                .unwrap_or_default()
        };
        let row = |reading: &crate::domain::Reading| {
            let (name, unit) = self.indicator_words(reading.indicator);
            let (home, site) = (number(reading.home_value), number(reading.site_value));
            prints::Indicator {
                name,
                unit,
                home,
                site,
                source: reading.source.clone(),
            }
        };
        it.readings.iter().map(row).collect()
    }

    pub(in crate::app) fn indicator_words(&self, id: Id) -> (String, String) {
        match self.store.record(id).map(|stored| stored.record) {
            Ok(Record::Indicator(it)) => (it.name, it.unit),
            _ => (String::new(), String::new()),
        }
    }

    pub(in crate::app) fn title_of(&self, id: Id) -> String {
        self.store
            .record(id)
            .map(|it| it.record.title().to_owned())
            .unwrap_or_default()
    }
}

/// The photos that may leave, and how many may not.
pub(super) fn printable(setting: &Setting, photos: &[Photo]) -> (Vec<prints::Photo>, usize) {
    let rules = setting.cohort.consent;
    let may_leave = photos.iter().filter(|it| rules.lets_out(it.consent));
    let printed = may_leave.map(|it| prints::Photo {
        media: it.hash.to_string(),
        caption: it.caption.clone(),
    });
    let printed: Vec<_> = printed.collect();
    let left_out = photos.len() - printed.len();
    (printed, left_out)
}

/// Questions with their answers: in the order of the instrument, then what it no longer asks.
fn answers(
    it: &Observation,
    instrument: Option<&Instrument>,
    setting: &Setting,
) -> Vec<(String, String)> {
    let questions = instrument.map_or(&[][..], |it| &it.questions);
    let mut out = Vec::new();
    for question in questions {
        if let Some(answer) = it.answers.get(&question.name) {
            out.push((
                question.label.clone(),
                answer_words(answer, Some(question), setting),
            ));
        }
    }
    let is_asked = |name: &String| questions.iter().any(|question| question.name == *name);
    for (name, answer) in it.answers.iter().filter(|(name, _)| !is_asked(name)) {
        out.push((name.clone(), answer_words(answer, None, setting)));
    }
    out
}

fn answer_words(answer: &Answer, question: Option<&Question>, setting: &Setting) -> String {
    let choices = question.map_or(&[][..], |it| &it.choices);
    let label = |name: &String| {
        let found = choices.iter().find(|choice| choice.name == *name);
        found.map_or(name, |choice| &choice.label).clone()
    };
    let words = match answer {
        Answer::One(name) => label(name),
        Answer::Many(names) => names.iter().map(label).collect::<Vec<_>>().join("; "),
    };
    if words.trim().is_empty() {
        setting.say("tidak diisi", "not answered").to_owned()
    } else {
        words
    }
}
