//! A proposal or one of its submissions as a print. Photos without consent stay out, and are
//! counted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{Hash, Id, Kind, Person, Proposal, Record, Role, citations_in, in_order};
use crate::report::model::{Document, Signature};
use crate::report::prints::{
    self, Approval, Author, Decided, Evidence, ProposalPrint, Section, SheetTable, Standing,
};
use crate::store::Wanted;

use super::super::AppError;
use super::super::session::Session;
use super::super::views::{CitedObservation, SubmissionView};
use super::Setting;
use super::evidence::printable;
use super::review::outcome_word;

/// Whose proposal it is, and how far it has come when it is printed.
struct Stage {
    author: Id,
    author_name: String,
    coach: Person,
    version: String,
    submitted: String,
    decisions: Vec<Decided>,
    /// Seconds since 1970, for the year on the cover.
    at: u32,
}

/// Which instructors have coached each trainee.
pub(super) struct Coaches(BTreeMap<Id, BTreeSet<Id>>);

impl Session {
    pub(super) fn proposal_print(
        &mut self,
        setting: &Setting,
        id: Id,
        without_consent: &mut u32,
    ) -> Result<(Document, String), AppError> {
        let coaches = self.coaches()?;
        let (print, title) = self.draft_facts(setting, id, &coaches)?;
        *without_consent += left_out(&print);
        Ok((prints::proposal(&print), title))
    }

    /// A proposal in words, as it stands.
    pub(super) fn draft_facts(
        &mut self,
        setting: &Setting,
        id: Id,
        coaches: &Coaches,
    ) -> Result<(ProposalPrint, String), AppError> {
        let entry = self.entry(id)?;
        let stage = Stage {
            author: entry.author,
            author_name: entry.author_name,
            coach: self.only_coach(entry.author, coaches),
            version: String::new(),
            submitted: String::new(),
            decisions: Vec::new(),
            at: entry.changed_at,
        };
        let Record::Proposal(proposal) = entry.draft.unwrap_or(entry.record) else {
            let stored = self.store.record(id)?.record.kind();
            return Err(AppError::OtherKind {
                stored,
                given: Kind::Proposal,
            });
        };
        let print = self.proposal_facts(setting, &proposal, stage)?;
        Ok((print, proposal.title))
    }

    pub(super) fn submission_print(
        &mut self,
        setting: &Setting,
        hash: Hash,
        without_consent: &mut u32,
    ) -> Result<(Document, String), AppError> {
        let view = self.submission(hash)?;
        let coaches = self.coaches()?;
        let print = self.submission_facts(setting, &view, &coaches)?;
        *without_consent += left_out(&print);
        Ok((prints::proposal(&print), view.submission.content.title))
    }

    /// A submission in words, as it was handed in.
    pub(super) fn submission_facts(
        &mut self,
        setting: &Setting,
        view: &SubmissionView,
        coaches: &Coaches,
    ) -> Result<ProposalPrint, AppError> {
        let stage = Stage {
            author: view.author,
            author_name: view.author_name.clone(),
            coach: self.only_coach(view.author, coaches),
            version: format!("{} · {}", view.submission.number, view.fingerprint),
            submitted: setting.seconds(view.at),
            decisions: decisions(setting, view),
            at: view.at,
        };
        self.proposal_facts(setting, &view.submission.content, stage)
    }

    fn proposal_facts(
        &mut self,
        setting: &Setting,
        proposal: &Proposal,
        stage: Stage,
    ) -> Result<ProposalPrint, AppError> {
        let programme = self.programme();
        let person = self.person_of(stage.author);
        let sections = self.sections(setting, proposal);
        let texts = sections.iter().map(|section| section.text.as_str());
        let mut citations = Vec::new();
        for citation in texts.flat_map(citations_in) {
            if !citations.contains(&citation) {
                citations.push(citation);
            }
        }
        let cited = self.evidence(&citations)?;
        let evidence: Vec<Evidence> = cited.iter().map(|it| evidence(setting, it)).collect();
        let place = &setting.cohort.letterhead.place;
        let signatures = approvers(setting, &stage, &person);
        Ok(ProposalPrint {
            letterhead: setting.letterhead(),
            kind: setting.pick(&programme.proposal_name).to_owned(),
            title: proposal.title.clone(),
            author: Author {
                name: stage.author_name,
                nip: person.nip.clone(),
                position: person.position.clone(),
                office: person.office.clone(),
            },
            programme: setting.pick(&programme.name).to_owned(),
            cohort: setting.cohort.name.clone(),
            place: place.clone(),
            year: year(setting, stage.at),
            version: stage.version,
            submitted: stage.submitted,
            approval: Approval {
                signatures,
                decisions: stage.decisions,
            },
            numbering: programme.chapters,
            sections,
            evidence,
            ..self.with_tables(setting, proposal)
        })
    }

    /// A print with nothing but the proposal's tables.
    fn with_tables(&self, setting: &Setting, proposal: &Proposal) -> ProposalPrint {
        let targets = in_order(&proposal.targets).into_iter();
        ProposalPrint {
            lang: setting.language,
            stakeholders: owned(&in_order(&proposal.stakeholders)),
            milestones: owned(&in_order(&proposal.milestones)),
            targets: targets.map(|target| self.gap_of(target)).collect(),
            risks: owned(&in_order(&proposal.risks)),
            budget: owned(&in_order(&proposal.budget)),
            ..ProposalPrint::default()
        }
    }

    /// The tables of a proposal in plain words.
    pub(in crate::app) fn tables(&self, setting: &Setting, proposal: &Proposal) -> Vec<SheetTable> {
        prints::proposal_tables(&self.with_tables(setting, proposal))
    }

    /// The preset's sections in its order, then what somebody wrote under keys it does not know.
    fn sections(&self, setting: &Setting, proposal: &Proposal) -> Vec<Section> {
        let guides = &self.programme().sections;
        let written = |key: &str| proposal.sections.get(key).cloned().unwrap_or_default();
        let known = guides.iter().map(|guide| Section {
            title: setting.pick(&guide.title).to_owned(),
            text: written(&guide.key),
        });
        let keys: BTreeSet<&str> = guides.iter().map(|guide| guide.key.as_str()).collect();
        let others = proposal
            .sections
            .iter()
            .filter(|(key, text)| !keys.contains(key.as_str()) && !text.trim().is_empty());
        let others = others.map(|(key, text)| Section {
            title: key.clone(),
            text: text.clone(),
        });
        known.chain(others).collect()
    }

    pub(super) fn person_of(&self, id: Id) -> Person {
        match self.store.record(id).map(|stored| stored.record) {
            Ok(Record::Person(person)) => person,
            _ => Person::default(),
        }
    }

    /// Which instructors have coached whom, by the coaching log.
    pub(super) fn coaches(&self) -> Result<Coaches, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Coaching))?;
        let mut coaches: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
        for it in stored {
            if let Record::Coaching(coaching) = &it.record
                && let Some(trainee) = coaching.trainee
            {
                coaches.entry(trainee).or_default().insert(it.author);
            }
        }
        Ok(Coaches(coaches))
    }

    /// Whoever alone has coached a trainee; nobody in particular where there are several.
    fn only_coach(&self, trainee: Id, coaches: &Coaches) -> Person {
        let Some(coaches) = coaches.0.get(&trainee).filter(|it| it.len() == 1) else {
            return Person::default();
        };
        let only = coaches.first().map(|only| self.person_of(*only));
        only.filter(|it| it.role == Role::Instructor)
            .unwrap_or_default()
    }
}

/// Places for the author, the coach, the mentor and the examiner to sign. Only the author is
/// known for certain; the coach is named when exactly one instructor has coached them.
fn approvers(setting: &Setting, stage: &Stage, person: &Person) -> Vec<Signature> {
    let place = |role: &str, of: &Person| Signature {
        place_and_date: String::new(),
        role: role.to_owned(),
        name: of.name.clone(),
        nip: of.nip.clone(),
    };
    let blank = Person::default();
    // The day is written by hand, when all have signed.
    let town = &setting.cohort.letterhead.place;
    let place_and_date = match town.as_str() {
        "" => String::new(),
        town => format!("{town}, …………………… {}", year(setting, stage.at)),
    };
    vec![
        place(setting.say("Peserta,", "Trainee,"), person),
        Signature {
            place_and_date,
            ..place("Coach,", &stage.coach)
        },
        place("Mentor,", &blank),
        place(setting.say("Penguji,", "Examiner,"), &blank),
    ]
}

/// How many photos stay out, since the consent of those shown is not marked or was refused.
fn left_out(print: &ProposalPrint) -> u32 {
    let all: usize = print.evidence.iter().map(|it| it.left_out).sum();
    u32::try_from(all).unwrap_or(u32::MAX)
}

fn owned<T: Clone>(rows: &[&T]) -> Vec<T> {
    rows.iter().map(|row| (*row).clone()).collect()
}

fn year(setting: &Setting, at: u32) -> String {
    setting.day(at).0.year().to_string()
}

fn decisions(setting: &Setting, view: &SubmissionView) -> Vec<Decided> {
    let decided = view.decisions.iter().map(|it| Decided {
        outcome: outcome_word(setting, it),
        by: it.author_name.clone(),
        when: setting.seconds(it.at),
        digits: view.fingerprint.clone(),
        covers_text: it.covers_text && view.is_whole,
    });
    decided.collect()
}

/// A citation as the list of evidence shows it.
fn evidence(setting: &Setting, it: &CitedObservation) -> Evidence {
    let citation = crate::domain::Citation {
        observation: it.observation,
        version: it.version,
    };
    let Some(Record::Observation(seen)) = &it.record else {
        return Evidence {
            citation,
            title: setting
                .say("(belum ada di laptop ini)", "(not on this laptop yet)")
                .to_owned(),
            author: it.author_name.clone(),
            site: String::new(),
            when: String::new(),
            standing: Standing::Missing,
            photos: Vec::new(),
            left_out: 0,
        };
    };
    let (photos, left_out) = printable(setting, &seen.photos);
    Evidence {
        citation,
        title: seen.title.clone(),
        author: it.author_name.clone(),
        site: it.site_name.clone(),
        when: setting.moment(seen.at, it.zone),
        standing: match (it.removed, it.changed_since) {
            (true, _) => Standing::Removed,
            (false, true) => Standing::Changed,
            (false, false) => Standing::Unchanged,
        },
        photos,
        left_out,
    }
}
