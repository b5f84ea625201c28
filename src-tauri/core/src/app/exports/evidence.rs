//! Observations as tables: one for the observations, one each for readings and photos, and one
//! for every instrument. Rows of the others name the observation they belong to.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Adoption, Answer, Consent, Id, Instrument, Kind, Observation, Question, QuestionKind, Record,
    Site, UtcMinute, Zone,
};
use crate::report::tables::{Grid, Value};
use crate::store::Wanted;

use super::super::AppError;
use super::super::session::Session;
use super::Export;

/// An observation and who made it.
pub(super) struct Seen {
    pub(super) id: Id,
    pub(super) author: Id,
    pub(super) it: Observation,
}

impl Session {
    /// Every sealed observation, the earliest first.
    pub(super) fn seen(&self) -> Result<Vec<Seen>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Observation))?;
        let mut seen: Vec<Seen> = stored
            .into_iter()
            .filter_map(|stored| match stored.record {
                Record::Observation(it) => Some(Seen {
                    id: stored.doc,
                    author: stored.author,
                    it,
                }),
                _ => None,
            })
            .collect();
        seen.sort_by_key(|seen| (seen.it.at, seen.id));
        Ok(seen)
    }

    pub(super) fn observation_grids(&self, export: &Export) -> Result<Vec<Grid>, AppError> {
        let seen = self.seen()?;
        let sites = self.sites()?;
        let table = Table {
            session: self,
            export,
            sites: &sites,
        };
        let mut grids = vec![
            table.observations(&seen),
            table.readings(&seen),
            table.photos(&seen),
        ];
        let with_answers = seen.iter().filter(|seen| !seen.it.answers.is_empty());
        let mut by_instrument: BTreeMap<Option<Id>, Vec<&Seen>> = BTreeMap::new();
        for seen in with_answers {
            by_instrument
                .entry(seen.it.instrument)
                .or_default()
                .push(seen);
        }
        for (instrument, seen) in by_instrument {
            grids.push(table.answers(instrument, &seen));
        }
        Ok(grids)
    }

    pub(super) fn title_or_none(&self, id: Option<Id>) -> String {
        id.map_or(String::new(), |id| self.title_of(id))
    }
}

struct Table<'a> {
    session: &'a Session,
    export: &'a Export,
    sites: &'a BTreeMap<Id, Site>,
}

impl Table<'_> {
    fn site(&self, seen: &Seen) -> Option<&Site> {
        seen.it.site.and_then(|id| self.sites.get(&id))
    }

    fn zone(&self, seen: &Seen) -> Zone {
        let base = self.export.setting.cohort.zone;
        self.site(seen).map_or(base, |site| site.zone)
    }

    /// The columns by which the rows of other tables name their observation.
    fn keys(&self) -> Vec<String> {
        self.export.columns([
            ("ID observasi", "Observation ID"),
            ("Observasi", "Observation"),
            ("Lokus", "Site"),
            ("Waktu", "Time"),
            ("Zona", "Zone"),
            ("Pengamat", "Observer"),
        ])
    }

    fn key(&self, seen: &Seen) -> Vec<Value> {
        let zone = self.zone(seen);
        vec![
            Value::text(seen.id.to_string()),
            Value::text(&seen.it.title),
            Value::text(self.site(seen).map_or("", |site| site.name.as_str())),
            Value::Moment(seen.it.at.local(zone)),
            Value::text(zone.label()),
            Value::text(self.session.name_of(seen.author)),
        ]
    }

    fn observations(&self, all: &[Seen]) -> Grid {
        let mut columns = self.keys();
        columns.extend(self.export.columns([
            ("Instrumen", "Instrument"),
            ("Praktik", "Practice"),
            ("Catatan", "Note"),
            ("Kunci keberhasilan", "Key to success"),
            ("Pelajaran", "Lesson"),
            ("Keputusan", "Verdict"),
            ("Alasan", "Reason"),
            ("Tindak lanjut", "Follow-up"),
            ("Jumlah foto", "Photos"),
        ]));
        let rows = all.iter().map(|seen| {
            let mut row = self.key(seen);
            let it = &seen.it;
            let photos = u32::try_from(it.photos.len()).ok();
            row.extend([
                Value::text(self.session.title_or_none(it.instrument)),
                Value::text(self.session.title_or_none(it.practice)),
                Value::text(&it.note),
                Value::text(&it.key_to_success),
                Value::text(&it.lesson),
                Value::text(self.verdict(it.adoption)),
                Value::text(&it.reason),
                Value::text(&it.follow_up),
                Value::number(photos),
            ]);
            row
        });
        Grid {
            name: self.export.say("Observasi", "Observations").to_owned(),
            columns,
            rows: rows.collect(),
        }
    }

    fn verdict(&self, adoption: Option<Adoption>) -> &'static str {
        match adoption {
            Some(Adoption::Adopt) => self.export.say("adopsi", "adopt"),
            Some(Adoption::Adapt) => self.export.say("adaptasi", "adapt"),
            Some(Adoption::NotForUs) => self.export.say("tidak cocok", "not for us"),
            None => "",
        }
    }

    fn readings(&self, all: &[Seen]) -> Grid {
        let mut columns = self.keys();
        columns.extend(self.export.columns([
            ("Indikator", "Indicator"),
            ("Satuan", "Unit"),
            ("Nilai lokus", "Site value"),
            ("Nilai asal", "Home value"),
            ("Sumber", "Source"),
        ]));
        let mut rows = Vec::new();
        for seen in all {
            for reading in &seen.it.readings {
                let (name, unit) = self.session.indicator_words(reading.indicator);
                let mut row = self.key(seen);
                row.extend([
                    Value::text(name),
                    Value::text(unit),
                    Value::number(reading.site_value),
                    Value::number(reading.home_value),
                    Value::text(&reading.source),
                ]);
                rows.push(row);
            }
        }
        Grid {
            name: self.export.say("Nilai indikator", "Readings").to_owned(),
            columns,
            rows,
        }
    }

    fn photos(&self, all: &[Seen]) -> Grid {
        let mut columns = self.keys();
        columns.extend(self.export.columns([
            ("Keterangan foto", "Caption"),
            ("Diambil", "Taken"),
            ("Persetujuan", "Consent"),
            ("Sidik berkas", "File hash"),
        ]));
        let mut rows = Vec::new();
        for seen in all {
            for photo in &seen.it.photos {
                let taken = |at: UtcMinute| Value::Moment(at.local(self.zone(seen)));
                let consent = match photo.consent {
                    Consent::Unmarked => self.export.say("belum ditandai", "not marked"),
                    Consent::Given => self.export.say("diberikan", "given"),
                    Consent::NobodyShown => {
                        self.export.say("tidak ada yang dikenali", "nobody shown")
                    }
                    Consent::Refused => self.export.say("ditolak", "refused"),
                };
                let mut row = self.key(seen);
                row.extend([
                    Value::text(&photo.caption),
                    photo.taken.map_or(Value::Empty, taken),
                    Value::text(consent),
                    Value::text(photo.hash.to_string()),
                ]);
                rows.push(row);
            }
        }
        Grid {
            name: self.export.say("Foto", "Photos").to_owned(),
            columns,
            rows,
        }
    }

    /// The answers to one instrument, a column for each question; answers to questions that it no
    /// longer has come last, under the names they were kept by.
    fn answers(&self, id: Option<Id>, all: &[&Seen]) -> Grid {
        let instrument = match id.and_then(|id| self.session.store.record(id).ok()) {
            Some(stored) => match stored.record {
                Record::Instrument(instrument) => instrument,
                _ => Instrument::default(),
            },
            None => Instrument::default(),
        };
        let asked = instrument.questions.iter();
        let asked = asked.filter(|question| question.kind != QuestionKind::Note);
        let mut questions: Vec<Question> = asked.cloned().collect();
        let known: BTreeSet<&str> = instrument
            .questions
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let others: BTreeSet<&String> =
            all.iter().flat_map(|seen| seen.it.answers.keys()).collect();
        for name in others.into_iter().filter(|it| !known.contains(it.as_str())) {
            questions.push(Question {
                name: name.clone(),
                ..Question::default()
            });
        }
        let mut columns = self.keys();
        columns.extend(questions.iter().map(|question| {
            let label = question.label.trim();
            let twin = |it: &&Question| it.label.trim() == label;
            match label {
                "" => question.name.clone(),
                _ if questions.iter().filter(twin).count() > 1 => {
                    format!("{label} ({})", question.name)
                }
                _ => label.to_owned(),
            }
        }));
        let rows = all.iter().map(|seen| {
            let mut row = self.key(seen);
            let cell = |question: &Question| match seen.it.answers.get(&question.name) {
                Some(answer) => answered(question, answer),
                None => Value::Empty,
            };
            row.extend(questions.iter().map(cell));
            row
        });
        let name = match instrument.name.trim() {
            "" => self.export.say("Instrumen", "Instrument").to_owned(),
            name => name.to_owned(),
        };
        Grid {
            name,
            columns,
            rows: rows.collect(),
        }
    }
}

/// An answer as a value; what is not as its question wants it stays the words that were typed.
fn answered(question: &Question, answer: &Answer) -> Value {
    let label = |name: &String| {
        let choice = question.choices.iter().find(|choice| choice.name == *name);
        let label = choice.map(|choice| choice.label.trim()).unwrap_or_default();
        if label.is_empty() { name } else { label }.to_owned()
    };
    let text = match answer {
        Answer::One(text) => text,
        Answer::Many(names) => {
            return Value::text(names.iter().map(label).collect::<Vec<_>>().join("; "));
        }
    };
    match question.kind {
        QuestionKind::Integer | QuestionKind::Decimal => match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => Value::Number(number),
            _ => Value::text(text),
        },
        QuestionKind::Date => match text.trim().parse::<crate::domain::Day>() {
            Ok(day) => Value::Day(day.0),
            Err(_) => Value::text(text),
        },
        QuestionKind::SelectOne | QuestionKind::SelectMultiple => Value::text(label(text)),
        QuestionKind::Text | QuestionKind::Note | QuestionKind::Acknowledge => Value::text(text),
    }
}
