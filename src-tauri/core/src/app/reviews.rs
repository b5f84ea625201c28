//! Reviews and decisions.

use std::collections::BTreeMap;

use crate::domain::{Decision, Hash, Id, Kind, Outcome, Record, Review, Role};
use crate::log::SignedKind;
use crate::store::{Stored, Wanted};

use super::AppError;
use super::proposals::read_submission;
use super::session::Session;
use super::views::{Entry, ProposalStatus, SubmissionView};

impl Session {
    /// Proposals that were handed in, those without a decision and waiting
    /// longest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn review_queue(&self) -> Result<Vec<ProposalStatus>, AppError> {
        let mut queue = self.proposal_statuses()?;
        queue.retain(|status| status.submission.is_some());
        queue.sort_by_key(|it| (it.outcome.is_some(), it.submitted_at, it.proposal));
        Ok(queue)
    }

    /// The actor's review of a submission, begun as a draft if there is none.
    ///
    /// # Errors
    /// When the actor is no instructor or there is no such submission.
    pub fn open_review(&mut self, submission: Hash) -> Result<Entry, AppError> {
        if let Some(review) = self.my_reviews()?.remove(&submission) {
            return self.entry(review);
        }
        if self.actor.role != Role::Instructor {
            return Err(AppError::NotAllowed(Kind::Review));
        }
        let proposal = self.store.signed_value(submission)?.subject;
        let review = Review {
            submission,
            proposal,
            ..Default::default()
        };
        self.create(Record::Review(review), None)
    }

    /// Every sealed review that the actor may know.
    pub(super) fn known_reviews(&self) -> Result<Vec<Stored>, AppError> {
        let (stored, _) = self.store.records(&Wanted::all(Kind::Review))?;
        let mut known = Vec::new();
        for it in stored {
            if let Record::Review(review) = &it.record
                && self.may_know(it.author, review)?
            {
                known.push(it);
            }
        }
        Ok(known)
    }

    /// Examiners judge apart. A coordinator may know every review, an instructor
    /// their own and those on texts they have decided on, a trainee those on their
    /// own proposals that led to a decision.
    pub(super) fn may_know(&self, reviewer: Id, review: &Review) -> Result<bool, AppError> {
        if self.actor.role == Role::Coordinator || reviewer == self.actor.person {
            return Ok(true);
        }
        let (author, deciders) = self.deciders_of(review.submission)?;
        Ok(self.may_know_of(reviewer, author, &deciders))
    }

    /// The same for a reviewer of a text by `author` that `deciders` have decided on.
    pub(super) fn may_know_of(&self, reviewer: Id, author: Id, deciders: &[Id]) -> bool {
        let (role, me) = (self.actor.role, self.actor.person);
        let decided = |by: Id| deciders.contains(&by);
        reviewer == me
            || match role {
                Role::Coordinator => true,
                Role::Instructor => decided(me),
                Role::Trainee => author == me && decided(reviewer),
            }
    }

    /// The actor's reviews by submission; where one is sealed, that one and no draft.
    pub(super) fn my_reviews(&self) -> Result<BTreeMap<Hash, Id>, AppError> {
        let sealed = self.sealed_reviews(self.actor.person)?;
        let drafts = self.store.drafts(self.actor.person, Kind::Review)?;
        let sealed = sealed.into_iter().map(|it| (it.doc, it.record));
        let drafts = drafts.into_iter().map(|it| (it.doc, it.record));
        let mut mine = BTreeMap::new();
        for (doc, record) in sealed.chain(drafts) {
            if let Record::Review(review) = record {
                mine.entry(review.submission).or_insert(doc);
            }
        }
        Ok(mine)
    }

    /// The review of a submission by one reviewer, once it is sealed.
    pub(super) fn sealed_review_of(
        &self,
        reviewer: Id,
        submission: Hash,
    ) -> Result<Option<Id>, AppError> {
        let sealed = self.sealed_reviews(reviewer)?;
        let found = sealed.iter().find(|it| is_of(&it.record, submission));
        Ok(found.map(|it| it.doc))
    }

    fn sealed_reviews(&self, reviewer: Id) -> Result<Vec<Stored>, AppError> {
        let theirs = Wanted {
            owner: Some(reviewer),
            ..Wanted::all(Kind::Review)
        };
        Ok(self.store.records(&theirs)?.0)
    }

    /// Signs a decision on the submission that `review` is about. The review is
    /// sealed first and travels inside the decision.
    ///
    /// # Errors
    /// [`AppError::Stale`] when a newer submission is there, [`AppError::Broken`]
    /// when the text is not what was signed.
    pub fn decide(&mut self, review: Id, outcome: Outcome) -> Result<SubmissionView, AppError> {
        if let Some(draft) = self.store.draft(self.actor.person, review)? {
            self.save(review, draft.record)?;
        }
        let stored = self.store.record(review)?;
        let Record::Review(content) = stored.record else {
            return Err(AppError::OtherKind {
                stored: stored.record.kind(),
                given: Kind::Review,
            });
        };
        if stored.owner != self.actor.person || self.actor.role != Role::Instructor {
            return Err(AppError::NotAllowed(Kind::Review));
        }
        let about = self.store.signed_value(content.submission)?;
        let submission = read_submission(&about)?;
        if !submission.is_whole() {
            return Err(AppError::Broken);
        }
        let newest = self
            .store
            .signed(SignedKind::Submission, Some(about.subject))?
            .pop();
        if newest.is_none_or(|it| it.hash != content.submission) {
            return Err(AppError::Stale);
        }
        let decision = Decision {
            submission: content.submission,
            content_hash: submission.content_hash,
            proposal: about.subject,
            outcome,
            review: content.clone(),
        };
        self.sign(SignedKind::Decision, about.subject, &decision)?;
        self.submission(content.submission)
    }

    /// What the actor noted for themselves about a record; never leaves this
    /// laptop.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn private_note(&self, subject: Id) -> Result<String, AppError> {
        Ok(self
            .store
            .private_note(self.actor.person, subject)?
            .unwrap_or_default())
    }

    /// Keeps such a note.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_private_note(&mut self, subject: Id, body: &str) -> Result<(), AppError> {
        Ok(self
            .store
            .keep_private_note(self.actor.person, subject, body)?)
    }
}

fn is_of(record: &Record, submission: Hash) -> bool {
    matches!(record, Record::Review(it) if it.submission == submission)
}
