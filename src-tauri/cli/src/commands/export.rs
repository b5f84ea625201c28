//! Prints and their data, written to a file.

use std::str::FromStr;

use serde_json::{Value, json};

use tilik_core::app::{
    AppError, AttendanceFor, ChangesFor, CoachingFor, ExportFormat, ExportJob, ExportSubject,
    LetterFor, ListRequest, PocketJob, PrintJob, PrintSubject, ReportFor, ScheduleFor, Session,
    write_file,
};
use tilik_core::domain::{Hash, Id, Kind, Record, Role};
use tilik_core::store::Access;

use super::Surrounded;
use super::changes::since;
use super::render::written;
use crate::arguments::{Export, Format, What};
use crate::refusal::Refusal;
use crate::terminal::Answer;

pub(super) fn export(around: &Surrounded<'_>, it: Export) -> Result<Answer, Refusal> {
    let mut session = around.open(&it.dir, Access::Read)?;
    let subject = match subject(&mut session, &it)? {
        ExportSubject::Print(subject) => subject,
        whole => return convert(around, &mut session, &it, whole),
    };
    match it.format {
        Format::Pdf => {
            let paper = it.sheet.paper(it.what.lies_across());
            let job = PrintJob {
                subject,
                sheet: paper.size,
                landscape: paper.landscape,
                language: around.words.language,
            };
            let file = session.prepare_print(&job)?.typeset()?;
            write_file(&it.output, &file.pdf)?;
            let pages = usize::try_from(file.pages).unwrap_or(usize::MAX);
            Ok(written(around, &it.output, pages, &file.warnings))
        }
        Format::Json => {
            let mut text = serde_json::to_string_pretty(&data(&mut session, subject)?)?;
            text.push('\n');
            write_file(&it.output, text.as_bytes())?;
            let file = it.output.display().to_string();
            Ok(Answer {
                json: json!({ "file": file }),
                lines: vec![around.words.say("cli-written", &[("file", file.into())])],
                ..Answer::default()
            })
        }
        _ => convert(around, &mut session, &it, ExportSubject::Print(subject)),
    }
}

/// Writes the data in the format of another program.
fn convert(
    around: &Surrounded<'_>,
    session: &mut Session,
    it: &Export,
    subject: ExportSubject,
) -> Result<Answer, Refusal> {
    let paper = it.sheet.paper(it.what.lies_across());
    let exported = session.export(&ExportJob {
        subject,
        format: match it.format {
            Format::Pdf => ExportFormat::Pdf,
            Format::Docx => ExportFormat::Docx,
            Format::Json => ExportFormat::Json,
            Format::Xlsx => ExportFormat::Xlsx,
            Format::Csv => ExportFormat::Csv,
            Format::Ics => ExportFormat::Ics,
            Format::Geojson => ExportFormat::GeoJson,
            Format::Md => ExportFormat::Md,
        },
        language: around.words.language,
        sheet: paper.size,
        landscape: paper.landscape,
        personal: it.data.personal,
        draft: it.data.draft,
        csv: it.data.csv(),
        table: it.data.table.clone(),
    })?;
    let is_zip = |name: &str| name.to_ascii_lowercase().ends_with(".zip");
    let file = it.output.display().to_string();
    if !exported.tables.is_empty() && !is_zip(&file) {
        return Err(AppError::ChooseTable(exported.tables).into());
    }
    write_file(&it.output, &exported.bytes)?;
    Ok(Answer {
        json: json!({ "file": file, "warnings": exported.warnings }),
        lines: vec![around.words.say("cli-written", &[("file", file.into())])],
        warnings: around.warnings(&exported.warnings),
        is_bad: false,
    })
}

fn subject(session: &mut Session, it: &Export) -> Result<ExportSubject, Refusal> {
    Ok(ExportSubject::Print(match it.what {
        What::Roster => return Ok(ExportSubject::Roster),
        What::Observations => return Ok(ExportSubject::Observations),
        What::Scores => return Ok(ExportSubject::Scores),
        What::Sites => return Ok(ExportSubject::Sites),
        What::Everything => return Ok(ExportSubject::Everything),
        What::Schedule => PrintSubject::Schedule(of(session, it)?),
        What::Changes => PrintSubject::Changes(ChangesFor {
            since: since(session, it.since)?,
            who: of(session, it)?,
        }),
        What::Observation => PrintSubject::Observation(one_of(session, Kind::Observation, it)?),
        What::Proposal => PrintSubject::Proposal(one_of(session, Kind::Proposal, it)?),
        What::Review => PrintSubject::Review(one_of(session, Kind::Review, it)?),
        What::Coaching => PrintSubject::Coaching(coached(session, it)?),
        What::Pocket => PrintSubject::Pocket(PocketJob {
            whom: of(session, it)?,
            imposition: it.pocket.imposition(),
        }),
        What::Attendance => PrintSubject::Attendance(match (&it.id, it.day) {
            (Some(_), _) => AttendanceFor::Visit(one_of(session, Kind::Visit, it)?),
            (None, Some(day)) => AttendanceFor::Day(day),
            (None, None) => AttendanceFor::Cohort,
        }),
        What::Form => PrintSubject::Form(one_of(session, Kind::Instrument, it)?),
        What::Report => PrintSubject::Report(match (site(session, it)?, of(session, it)?) {
            (Some(id), _) => ReportFor::Site(id),
            (None, ScheduleFor::Cohort) => ReportFor::Cohort,
            (None, ScheduleFor::Group(id)) => ReportFor::Group(id),
            (None, ScheduleFor::Person(id)) => ReportFor::Person(id),
        }),
        What::Request => {
            PrintSubject::Letter(site(session, it)?.map_or(LetterFor::Hosts, LetterFor::Host))
        }
        What::Assignment => PrintSubject::Letter(match of(session, it)? {
            ScheduleFor::Group(id) => LetterFor::Group(id),
            _ if it.each_group => LetterFor::Groups,
            _ => LetterFor::Cohort,
        }),
        What::Summary => PrintSubject::Summary(of(session, it)?),
        What::Booklet => PrintSubject::Booklet,
        What::Submission => {
            let handed_in = session
                .proposal_statuses()?
                .into_iter()
                .filter_map(|status| {
                    let title = format!("{} ({})", status.title, status.author_name);
                    Some((status.submission?, title))
                });
            let newest: Vec<(Hash, String)> = handed_in.collect();
            PrintSubject::Submission(chosen(newest, it.id.as_deref())?)
        }
    }))
}

/// The log of the person named, or of the only one there is, by their role.
fn coached(session: &Session, it: &Export) -> Result<CoachingFor, Refusal> {
    let people = titles(session, Kind::Person)?;
    let id = match &it.person {
        Some(name) => named(people, name, "no-person", "which-person")?,
        None => chosen(people, it.id.as_deref())?,
    };
    let role = match session.entry(id)?.record {
        Record::Person(person) => person.role,
        _ => Role::default(),
    };
    Ok(match role {
        Role::Instructor => CoachingFor::Instructor(id),
        Role::Trainee | Role::Coordinator => CoachingFor::Trainee(id),
    })
}

fn of(session: &Session, it: &Export) -> Result<ScheduleFor, Refusal> {
    whose(session, it.group.as_deref(), it.person.as_deref())
}

/// Whom a schedule is for, by name.
pub(super) fn whose(
    session: &Session,
    group: Option<&str>,
    person: Option<&str>,
) -> Result<ScheduleFor, Refusal> {
    Ok(match (group, person) {
        (Some(name), _) => {
            let groups = titles(session, Kind::Group)?;
            ScheduleFor::Group(named(groups, name, "no-group", "which-group")?)
        }
        (None, Some(name)) => {
            let people = titles(session, Kind::Person)?;
            ScheduleFor::Person(named(people, name, "no-person", "which-person")?)
        }
        (None, None) => ScheduleFor::Cohort,
    })
}

fn site(session: &Session, it: &Export) -> Result<Option<Id>, Refusal> {
    let Some(name) = &it.site else {
        return Ok(None);
    };
    let sites = titles(session, Kind::Site)?;
    named(sites, name, "no-site", "which-site").map(Some)
}

/// Every record of a kind with its title, and its author where one alone would
/// not tell records apart.
fn titles(session: &Session, kind: Kind) -> Result<Vec<(Id, String)>, AppError> {
    let all = session.list(&ListRequest {
        kind,
        site: None,
        author: None,
        with_removed: false,
        limit: None,
        offset: 0,
    })?;
    let titled = all.entries.into_iter().map(|entry| {
        let title = entry.record.title().lines().next().unwrap_or_default();
        let title = match kind {
            Kind::Group | Kind::Person | Kind::Site => title.to_owned(),
            _ => format!("{title} ({})", entry.author_name),
        };
        (entry.id, title)
    });
    Ok(titled.collect())
}

/// The one whose name is `name`, or else the only one whose name holds it;
/// an id will do as well.
fn named(
    all: Vec<(Id, String)>,
    name: &str,
    none: &'static str,
    many: &'static str,
) -> Result<Id, Refusal> {
    let wanted = name.trim().to_lowercase();
    let exact =
        |(id, title): &&(Id, String)| title.to_lowercase() == wanted || id.to_string() == wanted;
    if let Some((id, _)) = all.iter().find(exact) {
        return Ok(*id);
    }
    let mut holding = all
        .iter()
        .filter(|(_, title)| title.to_lowercase().contains(&wanted));
    let refused = |key| {
        let name = name.to_owned();
        Err(Refusal::Name { key, name })
    };
    match (holding.next(), holding.next()) {
        (Some((id, _)), None) => Ok(*id),
        (None, _) => refused(none),
        (Some(_), Some(_)) => refused(many),
    }
}

fn one_of(session: &Session, kind: Kind, it: &Export) -> Result<Id, Refusal> {
    chosen(titles(session, kind)?, it.id.as_deref())
}

/// The id given, or the only one there is.
fn chosen<T: Copy + ToString + FromStr>(
    all: Vec<(T, String)>,
    id: Option<&str>,
) -> Result<T, Refusal> {
    let parsed = id.and_then(|id| id.trim().parse().ok());
    match (parsed, id, all.as_slice()) {
        (Some(id), _, _) => Ok(id),
        (None, None, [(only, _)]) => Ok(*only),
        _ => {
            let choices = all.into_iter().map(|(id, title)| (id.to_string(), title));
            Err(Refusal::Choose(choices.collect()))
        }
    }
}

/// What a print is made of, with names where the records have ids.
fn data(session: &mut Session, subject: PrintSubject) -> Result<Value, Refusal> {
    Ok(match subject {
        PrintSubject::Schedule(who) | PrintSubject::Pocket(PocketJob { whom: who, .. }) => {
            schedule(session, who)?
        }
        PrintSubject::Changes(wanted) => serde_json::to_value(session.changes_since(wanted)?)?,
        PrintSubject::Observation(id)
        | PrintSubject::Proposal(id)
        | PrintSubject::Review(id)
        | PrintSubject::Form(id) => serde_json::to_value(session.entry(id)?)?,
        PrintSubject::Submission(hash) => serde_json::to_value(session.submission(hash)?)?,
        PrintSubject::Coaching(who) => coaching(session, who)?,
        PrintSubject::Attendance(_)
        | PrintSubject::Report(_)
        | PrintSubject::Letter(_)
        | PrintSubject::Summary(_)
        | PrintSubject::Booklet => return Err(Refusal::OnlyPaper),
    })
}

fn coaching(session: &Session, who: CoachingFor) -> Result<Value, Refusal> {
    let name = |id: Id| {
        let stored = session.store().record(id).ok();
        stored.map_or(String::new(), |it| it.record.title().to_owned())
    };
    let lines = session.coaching_of(who)?.into_iter().map(|(by, it)| {
        json!({
            "day": it.day,
            "instructor": name(by),
            "trainee": it.trainee.map(name),
            "topic": it.topic,
            "advice": it.advice,
        })
    });
    Ok(json!({ "coaching": lines.collect::<Vec<_>>() }))
}

fn schedule(session: &Session, who: ScheduleFor) -> Result<Value, Refusal> {
    let cohort = session.cohort_record()?;
    let name = |id: Id| {
        let stored = session.store().record(id).ok();
        stored.map_or(String::new(), |it| it.record.title().to_owned())
    };
    let visits = session.visits_for(who)?.into_iter().map(|it| {
        let site = it.visit.site.and_then(|id| session.store().record(id).ok());
        let zone = match site.as_ref().map(|it| &it.record) {
            Some(Record::Site(site)) => site.zone,
            _ => cohort.zone,
        };
        let local =
            |at: tilik_core::domain::UtcMinute| at.local(zone).format("%Y-%m-%dT%H:%M").to_string();
        json!({
            "id": it.id,
            "start": local(it.visit.start),
            "end": local(it.visit.end),
            "zone": zone,
            "what": it.visit.what,
            "title": it.visit.title,
            "site": site.map(|it| it.record.title().to_owned()),
            "groups": it.visit.groups.iter().map(|id| name(*id)).collect::<Vec<_>>(),
            "lead": it.visit.lead.map(name),
            "transport": it.visit.transport,
            "note": it.visit.note,
        })
    });
    let visits: Vec<Value> = visits.collect();
    Ok(json!({ "cohort": cohort.name, "start": cohort.start, "end": cohort.end, "visits": visits }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(number: u8, name: &str) -> (Id, String) {
        (Id::from_bytes([number; 16]), name.to_owned())
    }

    fn found(name: &str) -> Result<Id, &'static str> {
        let all = vec![
            group(1, "Kelompok 1"),
            group(2, "Kelompok 10"),
            group(3, "Panitia"),
        ];
        named(all, name, "none", "many").map_err(|refusal| match refusal {
            Refusal::Name { key, .. } => key,
            _ => "other",
        })
    }

    #[test]
    fn a_group_is_found_by_its_whole_name_before_a_part_of_another() {
        assert_eq!(found("kelompok 1"), Ok(Id::from_bytes([1; 16])));
        assert_eq!(found("panit"), Ok(Id::from_bytes([3; 16])));
        assert_eq!(found("Kelompok"), Err("many"));
        assert_eq!(found("Kelompok 7"), Err("none"));
        let id = Id::from_bytes([2; 16]);
        assert_eq!(found(&id.to_string()), Ok(id));
    }

    #[test]
    fn the_only_one_needs_no_id() {
        assert!(matches!(chosen(vec![group(1, "a")], None), Ok(id) if id == group(1, "").0));
        let two = || vec![group(1, "a"), group(2, "b")];
        assert!(matches!(chosen(two(), None), Err(Refusal::Choose(all)) if all.len() == 2));
        assert!(matches!(
            chosen(two(), Some("abc")),
            Err(Refusal::Choose(_))
        ));
    }
}
