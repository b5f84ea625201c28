//! Scores and decisions as tables. Examiners judge apart: what others gave is shown to an
//! instructor only where their own decision is in.

use crate::domain::{Id, Outcome, Record, Review, UtcMinute};
use crate::report::tables::{Grid, Value};

use super::super::AppError;
use super::super::session::Session;
use super::super::views::{DecisionView, SubmissionView};
use super::Export;

/// A review with what it is about.
struct Judged {
    reviewer: Id,
    review: Review,
    about: SubmissionView,
}

impl Judged {
    fn decision(&self) -> Option<&DecisionView> {
        let mut decisions = self.about.decisions.iter().rev();
        decisions.find(|it| it.author == self.reviewer)
    }
}

impl Session {
    pub(super) fn score_grids(&mut self, export: &Export) -> Result<Vec<Grid>, AppError> {
        let judged = self.judged()?;
        Ok(vec![
            self.scores(export, &judged),
            self.decisions(export, &judged),
        ])
    }

    /// The reviews that the actor may know, by proposal, submission and reviewer.
    fn judged(&mut self) -> Result<Vec<Judged>, AppError> {
        let mut judged = Vec::new();
        for stored in self.known_reviews()? {
            if let Record::Review(review) = stored.record {
                let about = self.submission(review.submission)?;
                judged.push(Judged {
                    reviewer: stored.author,
                    review,
                    about,
                });
            }
        }
        judged.sort_by_key(|it| {
            let name = self.name_of(it.reviewer);
            let of = &it.about;
            (
                of.author_name.clone(),
                of.submission.proposal,
                of.submission.number,
                name,
                it.reviewer,
            )
        });
        Ok(judged)
    }

    fn keys(&self, export: &Export) -> Vec<String> {
        export.columns([
            ("Usulan", "Proposal"),
            ("Penulis", "Author"),
            ("Pengajuan ke-", "Submission"),
            ("Penelaah", "Reviewer"),
        ])
    }

    fn key(&self, it: &Judged) -> Vec<Value> {
        vec![
            Value::text(&it.about.submission.content.title),
            Value::text(&it.about.author_name),
            Value::number(Some(it.about.submission.number)),
            Value::text(self.name_of(it.reviewer)),
        ]
    }

    fn scores(&self, export: &Export, all: &[Judged]) -> Grid {
        let mut columns = self.keys(export);
        columns.extend(export.columns([
            ("Kriteria", "Criterion"),
            ("Nilai", "Score"),
            ("Nilai tertinggi", "Out of"),
            ("Alasan", "Reason"),
        ]));
        let mut rows = Vec::new();
        for it in all {
            for criterion in &self.programme().rubric {
                let score = it.review.scores.get(&criterion.key);
                let mut row = self.key(it);
                row.extend([
                    Value::text(export.setting.pick(&criterion.title)),
                    Value::number(score.and_then(|score| score.level)),
                    Value::number(Some(criterion.levels)),
                    Value::text(score.map_or("", |score| score.reason.as_str())),
                ]);
                rows.push(row);
            }
        }
        Grid {
            name: export.say("Nilai", "Scores").to_owned(),
            columns,
            rows,
        }
    }

    fn decisions(&self, export: &Export, all: &[Judged]) -> Grid {
        let mut columns = self.keys(export);
        columns.extend(export.columns([
            ("Keputusan", "Decision"),
            ("Waktu", "Time"),
            ("Zona", "Zone"),
            ("Ulasan", "Summary"),
            ("Jumlah komentar", "Comments"),
        ]));
        let zone = export.setting.cohort.zone;
        let rows = all.iter().map(|it| {
            let decision = it.decision();
            let outcome = decision.map(|it| match it.decision.outcome {
                Outcome::Approve => export.say("disetujui", "approved"),
                Outcome::Revise => export.say("perlu perbaikan", "to be revised"),
                Outcome::Reject => export.say("ditolak", "rejected"),
            });
            let at = decision.map(|it| Value::Moment(UtcMinute::of_seconds(it.at).local(zone)));
            let mut row = self.key(it);
            row.extend([
                Value::text(outcome.unwrap_or_default()),
                at.unwrap_or_default(),
                Value::text(zone.label()),
                Value::text(&it.review.summary),
                Value::number(u32::try_from(it.review.comments.len()).ok()),
            ]);
            row
        });
        Grid {
            name: export.say("Keputusan", "Decisions").to_owned(),
            columns,
            rows: rows.collect(),
        }
    }
}
