//! An observation as a print. Photos that may not leave stay out, and are counted.

use crate::domain::{Adoption, Id, Kind, Observation, Record};
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
        let zone = site.as_ref().map_or(setting.cohort.zone, |site| site.zone);
        let rules = setting.cohort.consent;
        let may_print = |photo: &&crate::domain::Photo| rules.lets_out(photo.consent);
        let photos: Vec<_> = it.photos.iter().filter(may_print).collect();
        *without_consent = u32::try_from(it.photos.len() - photos.len()).unwrap_or(u32::MAX);
        let print = ObservationPrint {
            lang: setting.language,
            title: it.title.clone(),
            cohort: setting.cohort.name.clone(),
            author: entry.author_name,
            site: site
                .as_ref()
                .map(|site| site.name.clone())
                .unwrap_or_default(),
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
            indicators: self.indicator_rows(setting, &it),
            photos: photos
                .into_iter()
                .map(|photo| prints::Photo {
                    media: photo.hash.to_string(),
                    caption: photo.caption.clone(),
                })
                .collect(),
        };
        let word = setting.say("observasi", "observation");
        Ok((prints::observation(&print), format!("{word} {}", it.title)))
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
