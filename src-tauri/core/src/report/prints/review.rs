//! The sheet of one review: scores with reasons, comments, decision and signature.

use super::super::model::{
    Align, Block, Cell, Column, Document, Inline, Letterhead, Look, Role, Signature, Table, Width,
    from_markdown,
};
use super::super::words::Language;
use super::terms::terms;
use super::{facts, heading, line};

/// The score for one criterion; numbers come formatted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// What is judged.
    pub criterion: String,
    /// Its weight; empty if all weigh the same.
    pub weight: String,
    /// The score; empty if not given.
    pub score: String,
    /// Why.
    pub reason: String,
}

/// A comment on a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// The section it hangs on; empty for a comment on the whole.
    pub section: String,
    /// The words commented on; empty for a comment on the whole.
    pub passage: String,
    /// Whether it is settled.
    pub resolved: bool,
    /// Who wrote it.
    pub author: String,
    /// When, formatted.
    pub when: String,
    /// The comment, in Markdown.
    pub text: String,
}

/// What a review sheet is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewPrint {
    /// The language.
    pub lang: Language,
    /// The proposal's title.
    pub proposal: String,
    /// Who wrote the proposal.
    pub author: String,
    /// The cohort's name.
    pub cohort: String,
    /// The version that was submitted, with the digits people compare.
    pub version: String,
    /// All digits of the submitted text's hash, in groups; empty for none.
    pub hash: String,
    /// What is to be said because a newer submission is there; empty if this is the newest.
    pub stale: String,
    /// When it was submitted, formatted.
    pub submitted: String,
    /// The office's letterhead.
    pub letterhead: Option<Letterhead>,
    /// Who reviewed, with their role.
    pub reviewer: String,
    /// The scores.
    pub scores: Vec<Score>,
    /// The weighted total; empty for none.
    pub total: String,
    /// The grade of the total, or why there is none yet; empty for none.
    pub grade: String,
    /// The comments.
    pub comments: Vec<Comment>,
    /// The decision; empty if there is none yet.
    pub decision: String,
    /// Why, in Markdown.
    pub reason: String,
    /// The words above the signature; empty for none.
    pub statement: String,
    /// Who signs.
    pub signatures: Vec<Signature>,
}

/// Makes the print.
pub fn review(print: &ReviewPrint) -> Document {
    let words = terms(print.lang);
    let mut blocks = vec![line(words.review.to_uppercase(), Role::Title)];
    if !print.cohort.is_empty() {
        blocks.push(line(print.cohort.as_str(), Role::Subtitle));
    }
    blocks.push(facts([
        (words.proposal, &print.proposal),
        (words.author, &print.author),
        (words.version, &print.version),
        (words.submitted, &print.submitted),
        (words.reviewer, &print.reviewer),
    ]));
    if !print.stale.is_empty() {
        blocks.push(Block::Paragraph {
            text: vec![Inline::bold(print.stale.as_str())],
            role: Role::Body,
        });
    }
    if !print.scores.is_empty() {
        blocks.push(heading(2, words.scores));
        blocks.push(Block::Table(scores(print)));
        if !print.grade.is_empty() {
            blocks.push(line(print.grade.as_str(), Role::Body));
        }
    }
    blocks.push(heading(2, words.comments));
    if print.comments.is_empty() {
        blocks.push(line(words.no_comments, Role::Body));
    }
    for (i, comment) in print.comments.iter().enumerate() {
        blocks.extend(comment_blocks(i + 1, comment, print.lang));
    }
    blocks.push(heading(2, words.decision));
    let decision = match print.decision.as_str() {
        "" => Inline::plain(print.lang.pick("Belum diputuskan.", "Not decided yet.")),
        decision => Inline::bold(decision),
    };
    blocks.push(Block::Paragraph {
        text: vec![decision],
        role: Role::Body,
    });
    blocks.extend(from_markdown(&print.reason));
    if !print.statement.is_empty() {
        blocks.push(heading(2, words.signature_words));
        blocks.push(line(print.statement.as_str(), Role::Body));
    }
    if !print.hash.is_empty() {
        let words = print
            .lang
            .pick("Sidik lengkap teks", "Full hash of the text");
        blocks.push(line(format!("{words}: {}", print.hash), Role::Small));
    }
    if !print.signatures.is_empty() {
        blocks.push(Block::Signatures(print.signatures.clone()));
    }
    Document {
        title: format!("{} – {}", words.review, print.proposal),
        lang: print.lang,
        author: print.reviewer.clone(),
        header: print.letterhead.clone(),
        look: Look::default(),
        blocks,
    }
}

/// Where the comment hangs, the passage as a quotation, who commented when, and the comment.
fn comment_blocks(number: usize, comment: &Comment, lang: Language) -> Vec<Block> {
    let place = match comment.section.trim() {
        "" => lang.pick("Tentang keseluruhan", "On the whole"),
        section => section,
    };
    let mut text = vec![Inline::bold(format!("{number}. {place}"))];
    if comment.resolved {
        let settled = lang.pick("sudah diselesaikan", "settled");
        text.push(Inline::plain(format!(" ({settled})")));
    }
    let role = Role::Body;
    let mut out = vec![Block::Paragraph { text, role }];
    if !comment.passage.trim().is_empty() {
        let text = vec![Inline::italic(format!("“{}”", comment.passage.trim()))];
        out.push(Block::Quote(vec![Block::Paragraph { text, role }]));
    }
    let who = [&comment.author, &comment.when];
    let who: Vec<&str> = who
        .into_iter()
        .map(|s| s.as_str())
        .filter(|s| !s.is_empty())
        .collect();
    if !who.is_empty() {
        out.push(line(who.join(", "), Role::Small));
    }
    out.extend(from_markdown(&comment.text));
    out
}

fn scores(print: &ReviewPrint) -> Table {
    let words = terms(print.lang);
    let weighted = print.scores.iter().any(|score| !score.weight.is_empty());
    let share = |share, align| Column {
        width: Width::Share(share),
        align,
    };
    let mut columns = vec![
        share(6.0, Align::Center),
        share(34.0, Align::Start),
        share(12.0, Align::Center),
        share(48.0, Align::Start),
    ];
    let mut head = vec![words.number, words.criterion, words.score, words.reason];
    if weighted {
        columns.insert(2, share(11.0, Align::Center));
        head.insert(2, words.weight);
    }
    let or_none = |text: &str| Cell::plain(if text.is_empty() { words.none } else { text });
    let mut rows = Vec::new();
    for (i, score) in print.scores.iter().enumerate() {
        let mut row = vec![
            Cell::plain((i + 1).to_string()),
            Cell::plain(score.criterion.as_str()),
        ];
        if weighted {
            row.push(or_none(&score.weight));
        }
        row.push(or_none(&score.score));
        row.push(Cell::plain(score.reason.as_str()));
        rows.push(row);
    }
    if !print.total.is_empty() {
        let mut row = vec![Cell::default(), Cell::new(vec![Inline::bold(words.total)])];
        if weighted {
            row.push(Cell::default());
        }
        row.push(Cell::new(vec![Inline::bold(print.total.as_str())]));
        rows.push(row);
    }
    Table {
        columns,
        head: vec![head.into_iter().map(Cell::plain).collect()],
        rows,
        ..Table::default()
    }
}
