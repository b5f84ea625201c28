//! Reading, listing and finding records, each dressed with what a screen shows
//! around it.

use crate::domain::{Hash, Id, Record};
use crate::store::{Draft, StoreError, Stored, Wanted};

use super::AppError;
use super::session::Session;
use super::views::{Entry, HistoryLine, Hit, ListRequest, Listing};

impl Session {
    /// The record with everything a screen shows around it.
    ///
    /// # Errors
    /// When neither a record nor a draft of the actor has this id.
    pub fn entry(&self, doc: Id) -> Result<Entry, AppError> {
        let draft = self.store.draft(self.actor.person, doc)?;
        match (self.store.record(doc), draft) {
            (Ok(stored), draft) => Ok(self.dress(stored, draft.map(|draft| draft.record))),
            (Err(StoreError::NoRecord(_)), Some(draft)) => Ok(self.dress_draft(draft)),
            (Err(error), _) => Err(error.into()),
        }
    }

    /// Some records of a kind, with the drafts of the actor that are not yet
    /// sealed before them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn list(&self, request: &ListRequest) -> Result<Listing, AppError> {
        let wanted = Wanted {
            kind: request.kind,
            site: request.site,
            author: request.author,
            owner: None,
            with_removed: request.with_removed,
            limit: request.limit,
            offset: request.offset,
        };
        let (stored, total) = self.store.records(&wanted)?;
        let drafts = self.store.drafts(self.actor.person, request.kind)?;
        let mut entries: Vec<Entry> = drafts
            .iter()
            .filter(|draft| draft.nonce.is_some() && request.offset == 0)
            .map(|draft| self.dress_draft(draft.clone()))
            .collect();
        for it in stored {
            let draft = drafts.iter().find(|draft| draft.doc == it.doc);
            entries.push(self.dress(it, draft.map(|draft| draft.record.clone())));
        }
        Ok(Listing { entries, total })
    }

    /// The history of a record, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn history(&self, doc: Id) -> Result<Vec<HistoryLine>, AppError> {
        let versions = self.store.versions(doc)?;
        let dress = |it: crate::store::Version| HistoryLine {
            number: it.number,
            version: it.version,
            author_name: self.name_of(it.author),
            at: it.at,
            removed: it.removed,
        };
        Ok(versions.into_iter().rev().map(dress).collect())
    }

    /// The record as it was at `version`.
    ///
    /// # Errors
    /// When the record or the version is unknown.
    pub fn record_at(&mut self, doc: Id, version: Hash) -> Result<Record, AppError> {
        Ok(self.store.record_at(doc, version)?.record)
    }

    /// Records whose words match, best first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn search(&self, query: &str, limit: u32) -> Result<Vec<Hit>, AppError> {
        let found = self.store.search(query, limit.min(200))?;
        let dress = |it: crate::store::Found| Hit {
            id: it.doc,
            kind: it.kind,
            title: it.title,
            snippet: it.snippet,
        };
        Ok(found.into_iter().map(dress).collect())
    }

    fn dress(&self, stored: Stored, draft: Option<Record>) -> Entry {
        let problems = draft.as_ref().unwrap_or(&stored.record).problems();
        Entry {
            id: stored.doc,
            owner: stored.owner,
            author: stored.author,
            author_name: self.name_of(stored.author),
            created_at: stored.created_at,
            changed_at: stored.changed_at,
            removed: stored.removed,
            version: stored.heads.first().copied(),
            may_edit: self.may_write(stored.record.kind(), stored.owner),
            record: stored.record,
            draft,
            problems,
        }
    }

    fn dress_draft(&self, draft: Draft) -> Entry {
        Entry {
            id: draft.doc,
            owner: draft.owner,
            author: self.actor.person,
            author_name: self.actor.name.clone(),
            created_at: draft.at,
            changed_at: draft.at,
            removed: false,
            version: None,
            problems: draft.record.problems(),
            record: draft.record.clone(),
            draft: Some(draft.record),
            may_edit: true,
        }
    }
}
