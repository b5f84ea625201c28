//! The coaching log as a print: of one trainee or of one instructor.

use crate::domain::{Coaching, Id, Kind, Record};
use crate::report::model::{Document, Signature};
use crate::report::prints::{self, CoachingPrint, CoachingSide, Session as Line};
use crate::report::words;
use crate::store::Wanted;

use super::super::AppError;
use super::super::session::Session;
use super::{CoachingFor, Setting};

impl Session {
    pub(super) fn coaching_print(
        &self,
        setting: &Setting,
        who: CoachingFor,
    ) -> Result<(Document, String), AppError> {
        let (id, side) = match who {
            CoachingFor::Trainee(id) => (id, CoachingSide::Trainee),
            CoachingFor::Instructor(id) => (id, CoachingSide::Instructor),
        };
        // A person who is not there is an error, not an empty card.
        self.store.record(id)?;
        let person = self.person_of(id);
        let entries = self.coaching_of(who)?;
        let lines = entries.iter().map(|(author, it)| Line {
            day: words::day_date(it.day.0, setting.language),
            other: match who {
                CoachingFor::Trainee(_) => self.name_of(*author),
                CoachingFor::Instructor(_) => {
                    it.trainee.map(|id| self.name_of(id)).unwrap_or_default()
                }
            },
            topic: it.topic.clone(),
            advice: it.advice.clone(),
        });
        let print = CoachingPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            cohort: setting.cohort.name.clone(),
            programme: setting.pick(&self.programme().name).to_owned(),
            side,
            name: person.name.clone(),
            nip: person.nip.clone(),
            office: person.office.clone(),
            lines: lines.collect(),
            signatures: vec![Signature {
                place_and_date: String::new(),
                role: match side {
                    CoachingSide::Trainee => setting.say("Peserta,", "Trainee,").to_owned(),
                    CoachingSide::Instructor => setting.say("Coach,", "Coach,").to_owned(),
                },
                name: person.name.clone(),
                nip: person.nip.clone(),
            }],
        };
        let word = setting.say("kartu bimbingan", "coaching log");
        Ok((prints::coaching(&print), format!("{word} {}", person.name)))
    }

    /// The sealed coaching entries of one person, by day, each with who wrote it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn coaching_of(&self, who: CoachingFor) -> Result<Vec<(Id, Coaching)>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Coaching))?;
        let mut found = Vec::new();
        for it in stored {
            let Record::Coaching(entry) = it.record else {
                continue;
            };
            let concerns = match who {
                CoachingFor::Trainee(id) => entry.trainee == Some(id),
                CoachingFor::Instructor(id) => it.author == id,
            };
            if concerns {
                found.push((it.doc, it.author, entry));
            }
        }
        found.sort_by_key(|(doc, _, entry)| (entry.day, *doc));
        Ok(found
            .into_iter()
            .map(|(_, by, entry)| (by, entry))
            .collect())
    }
}
