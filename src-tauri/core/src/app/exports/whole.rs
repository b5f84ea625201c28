//! Everything of a cohort as JSON for other programs: the sealed records and the signed values.
//! Drafts, private notes, keys and removed records stay out, and so do reviews that the actor may
//! not know.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::domain::{Decision, Hash, Id, Kind, Record, Release, Role, Submission};
use crate::log::SignedKind;
use crate::store::{Stored, Wanted};

use super::super::AppError;
use super::super::session::Session;
use super::{Export, ExportFormat, ExportSubject, Exported, file_name};

/// The version of the form below; rises when a program that reads it must know.
const VERSION: u32 = 1;

/// A cohort, or some kinds of its records.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct WholeExport {
    /// "tilik".
    pub format: String,
    /// Of the form.
    pub version: u32,
    /// The cohort's id, which is also the id of its record.
    pub cohort: Id,
    /// When it was written, in seconds since 1970.
    pub at: u32,
    /// Whether NIP, telephone numbers and gender are in it.
    pub with_personal_numbers: bool,
    /// By kind, then by time and id.
    pub records: Vec<WholeRecord>,
    /// Proposals as they were handed in.
    pub submissions: Vec<SignedExport<Submission>>,
    /// Decisions on them.
    pub decisions: Vec<SignedExport<Decision>>,
    /// Released itineraries.
    pub releases: Vec<SignedExport<Release>>,
}

/// A record and where it comes from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct WholeRecord {
    /// Names it.
    pub id: Id,
    /// Whose it is.
    pub owner: Id,
    /// Who made it.
    pub author: Id,
    /// Seconds since 1970.
    pub created_at: u32,
    /// Seconds since 1970.
    pub changed_at: u32,
    /// Its newest version.
    pub version: Option<Hash>,
    /// Its kind and fields.
    #[serde(flatten)]
    pub record: Record,
}

/// A signed value and who signed it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SignedExport<T> {
    /// Names it.
    pub id: Hash,
    /// Who signed.
    pub author: Id,
    /// Seconds since 1970.
    pub at: u32,
    /// What was signed.
    pub value: T,
}

impl Session {
    pub(super) fn as_json(
        &mut self,
        export: &Export,
        subject: &ExportSubject,
    ) -> Result<Exported, AppError> {
        let (kinds, word): (&[Kind], _) = match subject {
            ExportSubject::Roster => (
                &[Kind::Person, Kind::Group],
                export.say("daftar peserta", "roster"),
            ),
            ExportSubject::Observations => (
                &[
                    Kind::Site,
                    Kind::Instrument,
                    Kind::Practice,
                    Kind::Indicator,
                    Kind::Observation,
                ],
                export.say("observasi", "observations"),
            ),
            ExportSubject::Sites => (&[Kind::Site], export.say("lokus", "sites")),
            ExportSubject::Scores => (&[Kind::Review], export.say("penilaian", "scores")),
            ExportSubject::Everything => (Kind::ALL, export.say("data", "data")),
            ExportSubject::Print(_) => return Err(AppError::NoSuchFormat(subject.formats())),
        };
        let whole = self.whole(kinds, export.personal)?;
        let mut bytes = serde_json::to_vec_pretty(&whole)?;
        bytes.push(b'\n');
        let name = format!("{word} {}", export.setting.cohort.name);
        Ok(Exported {
            bytes,
            file_name: file_name(&name, ExportFormat::Json),
            warnings: Vec::new(),
            tables: Vec::new(),
        })
    }

    fn whole(&mut self, kinds: &[Kind], personal: bool) -> Result<WholeExport, AppError> {
        let mut records = Vec::new();
        for kind in kinds {
            let mut stored = match kind {
                Kind::Review => self.known_reviews()?,
                kind => self.store.records(&Wanted::all(*kind))?.0,
            };
            stored.sort_by_key(|it| (it.created_at, it.doc));
            records.extend(stored.into_iter().map(|it| whole_record(it, personal)));
        }
        let is_about = |kind| kinds.contains(&kind);
        let mut decisions: Vec<SignedExport<Decision>> =
            self.signed_values(SignedKind::Decision, is_about(Kind::Review))?;
        let actor = self.actor.clone();
        if actor.role == Role::Instructor {
            // Where the actor has not decided, what others decided is not theirs to know yet.
            let own: Vec<Hash> = decisions
                .iter()
                .filter(|it| it.author == actor.person)
                .map(|it| it.value.submission)
                .collect();
            decisions.retain(|it| own.contains(&it.value.submission));
        }
        let submissions: Vec<SignedExport<Submission>> =
            self.signed_values(SignedKind::Submission, is_about(Kind::Proposal))?;
        if actor.role == Role::Trainee {
            let own = submissions.iter().filter(|it| it.author == actor.person);
            let own: Vec<Hash> = own.map(|it| it.id).collect();
            decisions.retain(|it| own.contains(&it.value.submission));
        }
        Ok(WholeExport {
            format: "tilik".to_owned(),
            version: VERSION,
            cohort: self.store.cohort(),
            at: self.now(),
            with_personal_numbers: personal,
            records,
            submissions,
            decisions,
            releases: self.signed_values(SignedKind::Release, is_about(Kind::Visit))?,
        })
    }

    fn signed_values<T: DeserializeOwned>(
        &self,
        kind: SignedKind,
        wanted: bool,
    ) -> Result<Vec<SignedExport<T>>, AppError> {
        if !wanted {
            return Ok(Vec::new());
        }
        let signed = self.store.signed(kind, None)?.into_iter();
        let one = |it: crate::store::StoredSigned| -> Result<SignedExport<T>, AppError> {
            Ok(SignedExport {
                id: it.hash,
                author: it.author,
                at: it.at,
                value: serde_json::from_str(&it.body)?,
            })
        };
        signed.map(one).collect()
    }
}

fn whole_record(it: Stored, personal: bool) -> WholeRecord {
    WholeRecord {
        id: it.doc,
        owner: it.owner,
        author: it.author,
        created_at: it.created_at,
        changed_at: it.changed_at,
        version: it.heads.first().copied(),
        record: if personal {
            it.record
        } else {
            without_numbers(it.record)
        },
    }
}

/// The record without what names or reaches a person beyond their name and office.
fn without_numbers(record: Record) -> Record {
    match record {
        Record::Person(mut person) => {
            person.nip.clear();
            person.phone.clear();
            person.gender = None;
            Record::Person(person)
        }
        Record::Site(mut site) => {
            for contact in &mut site.contacts {
                contact.phone.clear();
            }
            Record::Site(site)
        }
        other => other,
    }
}
