//! A review as a print, with the decision if there is one.

use crate::domain::{Id, Kind, Outcome, Record, Review, in_order};
use crate::log::SignedKind;
use crate::report::model::{Document, Signature};
use crate::report::prints::{self, Comment, ReviewPrint, Score};
use crate::report::words;

use super::super::AppError;
use super::super::proposals::read_submission;
use super::super::session::Session;
use super::super::views::{DecisionView, SubmissionView};
use super::Setting;

impl Session {
    pub(super) fn review_print(
        &mut self,
        setting: &Setting,
        id: Id,
    ) -> Result<(Document, String), AppError> {
        let entry = self.entry(id)?;
        let (reviewer, reviewer_name) = (entry.author, entry.author_name);
        let Record::Review(review) = entry.draft.unwrap_or(entry.record) else {
            let stored = self.store.record(id)?.record.kind();
            return Err(AppError::OtherKind {
                stored,
                given: Kind::Review,
            });
        };
        if !self.may_know(reviewer, &review)? {
            return Err(AppError::HiddenReview);
        }
        let view = self.submission(review.submission)?;
        let decision = view.decisions.iter().rev().find(|it| it.author == reviewer);
        let nip = self.person_of(reviewer).nip;
        let signature = Signature {
            place_and_date: decision
                .map(|it| setting.place_and(setting.day(it.at)))
                .unwrap_or_default(),
            role: setting.say("Penelaah,", "Reviewer,").to_owned(),
            name: reviewer_name.clone(),
            nip,
        };
        let print = ReviewPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            proposal: view.submission.content.title.clone(),
            author: view.author_name.clone(),
            cohort: setting.cohort.name.clone(),
            version: format!("{} · {}", view.submission.number, view.fingerprint),
            hash: grouped(&view.submission.content_hash.to_string()),
            stale: self.stale(setting, &view)?,
            submitted: setting.seconds(view.at),
            reviewer: reviewer_name.clone(),
            scores: self.score_rows(setting, &review),
            total: self.total(setting, &review),
            grade: self.grade(setting, &review),
            comments: self.comments(setting, &review, &reviewer_name),
            decision: decision
                .map(|it| outcome_word(setting, it))
                .unwrap_or_default(),
            reason: review.summary.clone(),
            statement: decision
                .map(|it| statement(setting, it, &view))
                .unwrap_or_default(),
            signatures: vec![signature],
        };
        let word = setting.say("tinjauan", "review");
        Ok((
            prints::review(&print),
            format!("{word} {}", view.submission.content.title),
        ))
    }

    fn score_rows(&self, setting: &Setting, review: &Review) -> Vec<Score> {
        let programme = self.programme();
        let rows = programme.rubric.iter().map(|criterion| {
            let score = review.scores.get(&criterion.key);
            let level = score.and_then(|score| score.level);
            let share = programme.share(criterion) * 100.0;
            Score {
                criterion: setting.pick(&criterion.title).to_owned(),
                weight: format!("{}%", words::number(share, 1, setting.language)),
                score: level
                    .map(|level| format!("{level}/{}", criterion.levels))
                    .unwrap_or_default(),
                reason: score.map(|score| score.reason.clone()).unwrap_or_default(),
            }
        });
        rows.collect()
    }

    fn total(&self, setting: &Setting, review: &Review) -> String {
        match self.programme().total(review) {
            Some(total) => words::number(total, 2, setting.language),
            None => setting.say("belum lengkap", "incomplete").to_owned(),
        }
    }

    /// The grade, with a word of caution where its cut-off was read in no public source.
    fn grade(&self, setting: &Setting, review: &Review) -> String {
        let programme = self.programme();
        let Some(total) = programme.total(review) else {
            let open = setting.say(
                "Predikat belum dapat ditentukan: belum semua kriteria dinilai.",
                "No grade yet: not every criterion is scored.",
            );
            return open.to_owned();
        };
        let Some(band) = programme.grade(total) else {
            return String::new();
        };
        let word = setting.say("Predikat", "Grade");
        let label = setting.pick(&band.label);
        let caution = match band.verified {
            true => "",
            false => setting.say(
                " (batas nilai belum diverifikasi)",
                " (cut-offs not verified)",
            ),
        };
        format!("{word}: {label}{caution}.")
    }

    /// What to say when the review is about a submission that is not the newest.
    fn stale(&self, setting: &Setting, view: &SubmissionView) -> Result<String, AppError> {
        if view.is_latest {
            return Ok(String::new());
        }
        let (this, proposal) = (view.submission.number, view.submission.proposal);
        let signed = self.store.signed(SignedKind::Submission, Some(proposal))?;
        let newest = signed.last().map(read_submission).transpose()?;
        let newest = newest.map_or(this, |it| it.number);
        Ok(match setting.language {
            words::Language::Id => format!(
                "Lembar ini menilai pengajuan ke-{this}. Sudah ada pengajuan yang lebih baru, ke-{newest}."
            ),
            words::Language::En => format!(
                "This sheet is about submission {this}. There is a newer one, submission {newest}."
            ),
        })
    }

    /// How prints head a section: by its key where the programme does not know it.
    pub(in crate::app) fn section_title<'a>(&'a self, setting: &Setting, key: &'a str) -> &'a str {
        let sections = &self.programme().sections;
        let guide = sections.iter().find(|guide| guide.key == key);
        guide.map_or(key, |guide| setting.pick(&guide.title))
    }

    fn comments(&self, setting: &Setting, review: &Review, reviewer: &str) -> Vec<Comment> {
        let section = |key: &str| self.section_title(setting, key).to_owned();
        let dress = |comment: &crate::domain::Comment| {
            let anchor = comment.anchor.as_ref();
            Comment {
                section: anchor.map(|it| section(&it.section)).unwrap_or_default(),
                passage: anchor.map(|it| it.exact.clone()).unwrap_or_default(),
                resolved: comment.resolved,
                author: reviewer.to_owned(),
                when: String::new(),
                text: comment.body.clone(),
            }
        };
        in_order(&review.comments).into_iter().map(dress).collect()
    }
}

/// Digits in groups of four.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

pub(super) fn outcome_word(setting: &Setting, it: &DecisionView) -> String {
    let word = match it.decision.outcome {
        Outcome::Approve => setting.say("Disetujui", "Approved"),
        Outcome::Revise => setting.say("Perlu perbaikan", "To be revised"),
        Outcome::Reject => setting.say("Ditolak", "Rejected"),
    };
    word.to_owned()
}

/// Who, and unchanged: said apart, since they are two facts.
fn statement(setting: &Setting, it: &DecisionView, view: &SubmissionView) -> String {
    if !it.covers_text || !view.is_whole {
        return setting
            .say(
                "Isi tidak cocok dengan tanda tangan. Jangan dipakai.",
                "The text does not match the signature. Do not use it.",
            )
            .to_owned();
    }
    let when = setting.seconds(it.at);
    let who = &it.author_name;
    let fingerprint = &view.fingerprint;
    match setting.language {
        words::Language::Id => format!(
            "Asli. Ditandatangani {who}, {when}; isi tidak berubah. Sidik teks {fingerprint}."
        ),
        words::Language::En => format!(
            "Genuine. Signed by {who}, {when}; the text is unchanged. Fingerprint {fingerprint}."
        ),
    }
}
