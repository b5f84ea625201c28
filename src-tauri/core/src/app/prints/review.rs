//! A review as a print, with the decision if there is one.

use crate::domain::{Id, Kind, Outcome, Record, Review};
use crate::report::model::{Document, Signature};
use crate::report::prints::{self, Comment, ReviewPrint, Score};
use crate::report::words;

use super::super::AppError;
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
        let view = self.submission(review.submission)?;
        let decision = view.decisions.iter().rev().find(|it| it.author == reviewer);
        let print = ReviewPrint {
            lang: setting.language,
            proposal: view.submission.content.title.clone(),
            author: view.author_name.clone(),
            cohort: setting.cohort.name.clone(),
            version: format!("{} · {}", view.submission.number, view.fingerprint),
            submitted: setting.seconds(view.at),
            reviewer: reviewer_name.clone(),
            scores: self.score_rows(setting, &review),
            total: String::new(),
            comments: comments(&review, &reviewer_name),
            decision: decision
                .map(|it| outcome_word(setting, it))
                .unwrap_or_default(),
            reason: review.summary.clone(),
            statement: decision
                .map(|it| statement(setting, it, &view))
                .unwrap_or_default(),
            signatures: vec![Signature {
                place_and_date: decision.map(|it| date(setting, it)).unwrap_or_default(),
                role: setting.say("Penelaah,", "Reviewer,").to_owned(),
                name: reviewer_name,
                nip: String::new(),
            }],
        };
        let word = setting.say("tinjauan", "review");
        Ok((
            prints::review(&print),
            format!("{word} {}", view.submission.content.title),
        ))
    }

    fn score_rows(&self, setting: &Setting, review: &Review) -> Vec<Score> {
        let rows = self.programme().rubric.iter().map(|criterion| {
            let score = review.scores.get(&criterion.key);
            let level = score.and_then(|score| score.level);
            Score {
                criterion: setting.pick(&criterion.title).to_owned(),
                weight: String::new(),
                score: level
                    .map(|level| format!("{level}/{}", criterion.levels))
                    .unwrap_or_default(),
                reason: score.map(|score| score.reason.clone()).unwrap_or_default(),
            }
        });
        rows.collect()
    }
}

fn comments(review: &Review, reviewer: &str) -> Vec<Comment> {
    let mut comments: Vec<_> = review.comments.iter().collect();
    comments.sort_by(|a, b| {
        a.1.position
            .total_cmp(&b.1.position)
            .then_with(|| a.0.cmp(b.0))
    });
    let dress = |(_, comment): (&String, &crate::domain::Comment)| Comment {
        passage: comment
            .anchor
            .as_ref()
            .map(|anchor| anchor.exact.clone())
            .unwrap_or_default(),
        author: reviewer.to_owned(),
        when: String::new(),
        text: comment.body.clone(),
    };
    comments.into_iter().map(dress).collect()
}

pub(super) fn outcome_word(setting: &Setting, it: &DecisionView) -> String {
    let word = match it.decision.outcome {
        Outcome::Approve => setting.say("Disetujui", "Approved"),
        Outcome::Revise => setting.say("Perlu perbaikan", "To be revised"),
        Outcome::Reject => setting.say("Ditolak", "Rejected"),
    };
    word.to_owned()
}

fn date(setting: &Setting, it: &DecisionView) -> String {
    let minute = crate::domain::UtcMinute(i32::try_from(it.at / 60).unwrap_or(i32::MAX));
    let date = words::date(minute.day(setting.cohort.zone).0, setting.language);
    let place = &setting.cohort.letterhead.place;
    if place.is_empty() {
        date
    } else {
        format!("{place}, {date}")
    }
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
