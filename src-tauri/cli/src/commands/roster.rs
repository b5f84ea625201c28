//! Rosters: what a file holds, what is doubtful in it, and taking it in.

use std::path::Path;

use fluent_bundle::FluentValue;
use serde_json::json;

use tilik_core::app::{AppError, RosterOutcome, preview_roster};
use tilik_core::domain::Role;
use tilik_core::import::roster::{ImportProblem, Mapping, RosterField, RosterPreview};
use tilik_core::store::Access;

use super::Surrounded;
use crate::refusal::Refusal;
use crate::terminal::Answer;
use crate::words::Words;

pub(super) fn import(
    around: &Surrounded<'_>,
    dir: &Path,
    file: &Path,
    dry_run: bool,
) -> Result<Answer, Refusal> {
    // A wrong folder is said before a long file is read.
    let access = if dry_run { Access::Read } else { Access::Write };
    let mut session = around.open(dir, access)?;
    let bytes = super::render::read(file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let preview = preview_roster(&bytes, &name, &Mapping::default())
        .map_err(|error| Refusal::from(error).about("name", file.display()))?;
    let mut lines = found(around.words, &preview);
    let mut outcome = None;
    if dry_run {
        lines.push(around.words.say("cli-dry-run", &[]));
    } else {
        let done = session.import_roster(&preview.people)?;
        lines.push(taken_in(around.words, &done));
        outcome = Some(done);
    }
    let problems: Vec<String> = preview
        .problems
        .iter()
        .map(|it| problem(around.words, it))
        .collect();
    lines.splice(2..2, problems.iter().map(|line| format!("  {line}")));
    Ok(Answer {
        json: json!({ "preview": preview, "outcome": outcome, "problem_sentences": problems }),
        lines,
        ..Answer::default()
    })
}

/// Who was found where, how many problems, and what was left out. The problems
/// themselves go after the second line.
fn found(words: &Words, preview: &RosterPreview) -> Vec<String> {
    let of = |role| preview.people.iter().filter(|it| it.role == role).count();
    let mut lines = vec![
        words.say(
            "cli-roster-found",
            &[
                ("people", preview.people.len().into()),
                ("trainees", of(Role::Trainee).into()),
                ("instructors", of(Role::Instructor).into()),
                ("coordinators", of(Role::Coordinator).into()),
                ("sheet", preview.sheet.as_str().into()),
                ("row", preview.header_row.into()),
            ],
        ),
        words.say(
            "cli-roster-problems",
            &[("count", preview.problems.len().into())],
        ),
    ];
    let unread: Vec<&str> = preview
        .columns
        .iter()
        .filter(|it| it.field.is_none() && !it.heading.is_empty())
        .map(|it| it.heading.as_str())
        .collect();
    if !unread.is_empty() {
        lines.push(words.say(
            "cli-roster-unread",
            &[("columns", unread.join(", ").into())],
        ));
    }
    for it in &preview.ignored_rows {
        lines.push(words.say(
            "cli-roster-ignored",
            &[("row", it.row.into()), ("text", it.text.as_str().into())],
        ));
    }
    lines
}

fn taken_in(words: &Words, outcome: &RosterOutcome) -> String {
    words.say(
        "cli-roster-taken",
        &[
            ("added", outcome.added.len().into()),
            ("groups", outcome.groups_made.into()),
            ("already", outcome.already_there.into()),
        ],
    )
}

/// Where, what, and the value as the file has it.
fn problem(words: &Words, it: &ImportProblem) -> String {
    let field = it
        .field
        .map_or(String::new(), |field| field_name(words, field));
    let values: [(&str, FluentValue<'_>); 6] = [
        ("sheet", it.sheet.as_str().into()),
        ("row", it.row.into()),
        ("column", it.column.as_deref().unwrap_or_default().into()),
        ("field", field.into()),
        ("value", it.value.as_str().into()),
        ("other", it.other_row.unwrap_or_default().into()),
    ];
    let place = if it.column.is_some() {
        "cli-cell"
    } else {
        "cli-row"
    };
    let gravity = words.say(&format!("cli-gravity-{}", Words::code(it.gravity)), &[]);
    format!(
        "{}: {} ({gravity})",
        words.say(place, &values),
        words.say(&format!("cli-problem-{}", Words::code(it.code)), &values),
    )
}

fn field_name(words: &Words, field: RosterField) -> String {
    words.say(&format!("cli-field-{}", Words::code(field)), &[])
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        AppError::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tilik_core::import::roster::{Gravity, ImportProblemCode as Code};
    use tilik_core::report::words::Language;

    #[test]
    fn every_problem_has_a_sentence_with_its_place_in_both_languages() {
        let codes = [
            Code::NipDamaged,
            Code::NipMissing,
            Code::NipRepeated,
            Code::NipNotDigits,
            Code::NipLength,
            Code::NipBirthDate,
            Code::NipAppointment,
            Code::NipSex,
            Code::NikNotNip,
            Code::NipApostrophe,
            Code::NipSpaces,
            Code::NipSigns,
            Code::NameMissing,
            Code::NameRepeated,
            Code::RoleUnknown,
            Code::RoleConcluded,
            Code::GenderUnknown,
            Code::PhoneNotText,
            Code::FormulaError,
            Code::ColumnUnused,
            Code::HeadingChanged,
            Code::AnotherRoster,
        ];
        for language in [Language::Id, Language::En] {
            let words = Words::new(language);
            for code in codes {
                let it = ImportProblem {
                    gravity: Gravity::Warning,
                    sheet: "Lembar1".into(),
                    row: 12,
                    column: Some("C".into()),
                    field: Some(RosterField::Nip),
                    code,
                    value: "1.9E17".into(),
                    other_row: Some(9),
                };
                let text = problem(&words, &it);
                assert!(text.contains("Lembar1") && text.contains("12"), "{text}");
                assert!(!text.contains("cli-") && !text.contains('{'), "{text}");
            }
        }
    }
}
