//! Proposals: progress, evidence, handing in.

use std::collections::BTreeMap;

use crate::domain::{
    Citation, Decision, Hash, Id, Kind, Programme, Proposal, Record, Submission, programme,
    programmes,
};
use crate::log::{SignedKind, SignedRecord};
use crate::store::{Statement, StoredSigned, Wanted};

use super::AppError;
use super::session::Session;
use super::views::{
    CitedObservation, CitingProposal, DecisionView, ProposalStatus, SubmissionView,
};

impl Session {
    /// The programme of the cohort; the first preset when its key is unknown.
    pub fn programme(&self) -> &'static Programme {
        let key = match self
            .store
            .record(self.store.cohort())
            .map(|stored| stored.record)
        {
            Ok(Record::Cohort(cohort)) => cohort.programme,
            _ => String::new(),
        };
        programme(&key).unwrap_or(&programmes()[0])
    }

    /// Every proposal with its standing, by author.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn proposal_statuses(&self) -> Result<Vec<ProposalStatus>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Proposal))?;
        let mine = self.my_reviews()?;
        let mut statuses = Vec::with_capacity(stored.len());
        for it in stored {
            if let Record::Proposal(proposal) = &it.record {
                statuses.push(self.status(it.doc, it.author, proposal, &mine)?);
            }
        }
        statuses.sort_by(|a, b| (&a.author_name, a.proposal).cmp(&(&b.author_name, b.proposal)));
        Ok(statuses)
    }

    fn status(
        &self,
        doc: Id,
        author: Id,
        proposal: &Proposal,
        mine: &BTreeMap<Hash, Id>,
    ) -> Result<ProposalStatus, AppError> {
        let newest = self.store.signed(SignedKind::Submission, Some(doc))?.pop();
        let submission = newest.as_ref().map(read_submission).transpose()?;
        let outcome = match &newest {
            Some(it) => {
                let last = self.decided_on(doc, it.hash)?.pop();
                last.map(|(_, decision)| decision.outcome)
            }
            None => None,
        };
        Ok(ProposalStatus {
            proposal: doc,
            title: proposal.title.clone(),
            author,
            author_name: self.name_of(author),
            progress: proposal.progress(self.programme()),
            submitted: submission.as_ref().map(|it| it.number),
            submission: newest.as_ref().map(|it| it.hash),
            submitted_at: newest.as_ref().map(|it| it.at),
            outcome,
            changed_since: submission.is_some_and(|it| it.content != *proposal),
            my_review: newest.and_then(|it| mine.get(&it.hash).copied()),
        })
    }

    /// Hands a proposal in: freezes its sealed text as the next submission and
    /// signs it. What is still a draft is sealed first, so nothing typed is
    /// left out.
    ///
    /// # Errors
    /// When the actor may not, or something is still wrong with the proposal.
    pub fn submit(&mut self, doc: Id) -> Result<SubmissionView, AppError> {
        if let Some(draft) = self.store.draft(self.actor.person, doc)? {
            self.save(doc, draft.record)?;
        }
        let stored = self.store.record(doc)?;
        let Record::Proposal(proposal) = stored.record else {
            return Err(AppError::OtherKind {
                stored: stored.record.kind(),
                given: Kind::Proposal,
            });
        };
        if !self.may_write(Kind::Proposal, stored.owner) || stored.removed {
            return Err(AppError::NotAllowed(Kind::Proposal));
        }
        if proposal.title.trim().is_empty() {
            return Err(AppError::Incomplete { field: "title" });
        }
        let earlier = self.store.signed(SignedKind::Submission, Some(doc))?;
        let number = u32::try_from(earlier.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let submission = Submission::freeze(doc, number, &proposal)?;
        let hash = self.sign(SignedKind::Submission, doc, &submission)?;
        self.submission(hash)
    }

    /// The submissions of a proposal, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn submissions(&mut self, proposal: Id) -> Result<Vec<SubmissionView>, AppError> {
        let signed = self.store.signed(SignedKind::Submission, Some(proposal))?;
        signed
            .into_iter()
            .map(|it| self.submission(it.hash))
            .collect()
    }

    /// One submission with its evidence and decisions.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn submission(&mut self, hash: Hash) -> Result<SubmissionView, AppError> {
        let stored = self.store.signed_value(hash)?;
        let submission = read_submission(&stored)?;
        let newest = self
            .store
            .signed(SignedKind::Submission, Some(stored.subject))?
            .pop();
        Ok(SubmissionView {
            id: hash,
            author: stored.author,
            author_name: self.name_of(stored.author),
            at: stored.at,
            fingerprint: submission.content_hash.fingerprint(),
            is_whole: submission.is_whole(),
            is_latest: newest.is_some_and(|it| it.hash == hash),
            evidence: self.evidence(&submission.citations)?,
            decisions: self.decisions_on(&stored, hash, &submission)?,
            submission,
        })
    }

    /// Looks citations up: the observation as it was, who, where, and whether
    /// it changed since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn evidence(&mut self, citations: &[Citation]) -> Result<Vec<CitedObservation>, AppError> {
        citations
            .iter()
            .map(|citation| self.cited(citation))
            .collect()
    }

    fn cited(&mut self, citation: &Citation) -> Result<CitedObservation, AppError> {
        let mut cited = CitedObservation {
            observation: citation.observation,
            version: citation.version,
            record: None,
            author_name: String::new(),
            site_name: String::new(),
            zone: Default::default(),
            changed_since: false,
            removed: false,
        };
        let Ok(current) = self.store.record(citation.observation) else {
            return Ok(cited);
        };
        cited.author_name = self.name_of(current.author);
        cited.changed_since = current.heads != [citation.version];
        cited.removed = current.removed;
        let then = self.store.record_at(citation.observation, citation.version);
        cited.record = then.ok().map(|state| state.record);
        if let Some(Record::Observation(observation)) = &cited.record
            && let Some(site) = observation.site
            && let Ok(Record::Site(site)) = self.store.record(site).map(|stored| stored.record)
        {
            cited.site_name = site.name;
            cited.zone = site.zone;
        }
        Ok(cited)
    }

    /// Every proposal that stands on an observation.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn cited_by(&self, observation: Id) -> Result<Vec<CitingProposal>, AppError> {
        let citing = self.store.cited_by(observation)?;
        let mut proposals = Vec::with_capacity(citing.len());
        for (proposal, version) in citing {
            let stored = self.store.record(proposal)?;
            proposals.push(CitingProposal {
                proposal,
                title: stored.record.title().to_owned(),
                author_name: self.name_of(stored.author),
                version,
            });
        }
        Ok(proposals)
    }

    /// Signs a value as the actor.
    pub(super) fn sign<T: serde::Serialize>(
        &mut self,
        kind: SignedKind,
        subject: Id,
        value: &T,
    ) -> Result<Hash, AppError> {
        let record = SignedRecord {
            kind,
            subject,
            body: serde_json::to_vec(value)?,
        };
        let hash = record.id();
        let at = self.now();
        self.store
            .seal(&self.signer, at, vec![Statement::Signed(record)])?;
        Ok(hash)
    }

    /// The signed decisions on a submission of `proposal`, oldest first.
    fn decided_on(
        &self,
        proposal: Id,
        submission: Hash,
    ) -> Result<Vec<(StoredSigned, Decision)>, AppError> {
        let mut found = Vec::new();
        for it in self.store.signed(SignedKind::Decision, Some(proposal))? {
            let decision: Decision = serde_json::from_str(&it.body)?;
            if decision.submission == submission {
                found.push((it, decision));
            }
        }
        Ok(found)
    }

    /// The author of a submission and those who have decided on it.
    pub(super) fn deciders_of(&self, submission: Hash) -> Result<(Id, Vec<Id>), AppError> {
        let stored = self.store.signed_value(submission)?;
        let decided = self.decided_on(stored.subject, submission)?.into_iter();
        Ok((stored.author, decided.map(|(it, _)| it.author).collect()))
    }

    /// The decisions on a submission, each with its review where the actor may know it.
    fn decisions_on(
        &self,
        stored: &StoredSigned,
        hash: Hash,
        submission: &Submission,
    ) -> Result<Vec<DecisionView>, AppError> {
        let decided = self.decided_on(stored.subject, hash)?;
        let deciders: Vec<_> = decided.iter().map(|(it, _)| it.author).collect();
        let view = |(it, decision): (StoredSigned, Decision)| {
            let may_know = self.may_know_of(it.author, stored.author, &deciders);
            Ok(DecisionView {
                id: it.hash,
                author: it.author,
                author_name: self.name_of(it.author),
                at: it.at,
                covers_text: decision.content_hash == submission.content_hash,
                review: match may_know {
                    true => self.sealed_review_of(it.author, hash)?,
                    false => None,
                },
                decision,
            })
        };
        decided.into_iter().map(view).collect()
    }
}

pub(super) fn read_submission(stored: &StoredSigned) -> Result<Submission, AppError> {
    Ok(serde_json::from_str(&stored.body)?)
}
