//! Batches on the example: files whole or not there, names unique, faults apart.

use std::fs;
use std::path::Path;

use super::*;

impl Office {
    fn folder(&self) -> std::path::PathBuf {
        self.desk.path().join("cetakan")
    }

    fn run(
        &mut self,
        batch: &Batch,
        items: &[SeriesItem],
        go_on: impl FnMut(&BatchStep) -> bool,
    ) -> BatchOutcome<AppError> {
        let folder = self.folder();
        let session = &mut self.session;
        batch.run(items, &folder, |job| session.prepare_print(job), go_on)
    }

    /// The names in the folder, sorted.
    fn found(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.folder()) else {
            return Vec::new();
        };
        let name = |entry: std::io::Result<fs::DirEntry>| {
            entry.unwrap().file_name().to_string_lossy().into_owned()
        };
        let mut names: Vec<_> = entries.map(name).collect();
        names.sort();
        names
    }

    fn is_whole(&self, name: &str) -> bool {
        let bytes = fs::read(self.folder().join(name)).unwrap();
        bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
    }
}

fn groups(files: BatchFiles) -> Batch {
    Batch {
        series: PrintSeries::GroupSchedule,
        sheet: Sheet::A4,
        landscape: true,
        language: Language::Id,
        files,
        imposition: Default::default(),
    }
}

#[test]
fn every_group_gets_a_file_and_each_is_named_before_it_is_made() {
    let mut office = Office::new();
    let items = office.series(PrintSeries::GroupSchedule);
    let mut steps = Vec::new();
    let outcome = office.run(&groups(BatchFiles::Each), &items, |step| {
        steps.push((step.number, step.of, step.name.clone()));
        true
    });
    let named = |number: u32| (number, 4, format!("Kelompok {number}"));
    assert_eq!(steps, [1, 2, 3, 4].map(named));
    let files = [1, 2, 3, 4].map(|number| format!("jadwal-kelompok-{number}.pdf"));
    assert_eq!(outcome.files, files);
    assert_eq!(office.found(), files);
    assert_eq!((outcome.printed, outcome.left), (4, 0));
    assert!(outcome.failed.is_empty() && outcome.stopped.is_none());
}

#[test]
fn ending_a_batch_leaves_only_whole_files() {
    let mut office = Office::new();
    let items = office.series(PrintSeries::GroupSchedule);
    let outcome = office.run(&groups(BatchFiles::Each), &items, |step| step.number <= 2);
    assert_eq!((outcome.printed, outcome.left), (2, 2));
    assert_eq!(office.found(), outcome.files);
    assert_eq!(outcome.files.len(), 2);
    assert!(outcome.files.iter().all(|name| office.is_whole(name)));

    // Of the one file there is nothing before all of it.
    fs::remove_dir_all(office.folder()).unwrap();
    let outcome = office.run(&groups(BatchFiles::One), &items, |step| step.number <= 2);
    assert_eq!((outcome.printed, outcome.left), (0, 4));
    assert!(office.found().is_empty() && outcome.files.is_empty());
}

#[test]
fn two_of_one_name_and_a_second_run_replace_nothing() {
    let mut office = Office::new();
    let one = office.series(PrintSeries::GroupSchedule).remove(0);
    let twice = [one.clone(), one];
    let batch = groups(BatchFiles::Each);
    office.run(&batch, &twice, |_| true);
    let before = fs::read(office.folder().join("jadwal-kelompok-1.pdf")).unwrap();
    fs::write(office.folder().join("jadwal-kelompok-1-2.pdf"), b"lain").unwrap();
    let outcome = office.run(&batch, &twice[..1], |_| true);
    assert_eq!(outcome.files, ["jadwal-kelompok-1-3.pdf"]);
    let kept = |name: &str| fs::read(office.folder().join(name)).unwrap();
    assert_eq!(kept("jadwal-kelompok-1.pdf"), before);
    assert_eq!(kept("jadwal-kelompok-1-2.pdf"), b"lain");
}

#[test]
fn a_failing_print_stops_no_other_and_is_named() {
    for files in [BatchFiles::Each, BatchFiles::One] {
        let mut office = Office::new();
        let mut items = office.series(PrintSeries::GroupSchedule);
        items.truncate(2);
        let gone = SeriesItem {
            subject: PrintSubject::Schedule(ScheduleFor::Group(Id::from_bytes([9; 16]))),
            name: "Kelompok yang hilang".into(),
            detail: String::new(),
        };
        items.insert(1, gone);
        let outcome = office.run(&groups(files), &items, |_| true);
        let failed: Vec<_> = outcome.failed.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(failed, ["Kelompok yang hilang"]);
        assert_eq!((outcome.printed, outcome.left), (2, 0));
        assert_eq!(office.found(), outcome.files);
    }
}

#[test]
fn a_folder_that_cannot_be_written_ends_the_batch_and_says_why() {
    let mut office = Office::new();
    // A file stands where the folder should be.
    fs::write(office.folder(), b"").unwrap();
    let items = office.series(PrintSeries::GroupSchedule);
    for files in [BatchFiles::Each, BatchFiles::One] {
        let outcome = office.run(&groups(files), &items, |_| true);
        assert!(matches!(outcome.stopped, Some(AppError::File { .. })));
        assert_eq!((outcome.printed, outcome.left), (0, 4), "{files:?}");
        assert!(outcome.files.is_empty());
    }
}

#[test]
fn one_file_holds_every_print_and_is_the_same_twice() {
    let mut office = Office::new();
    let items = office.series(PrintSeries::GroupSchedule);
    let outcome = office.run(&groups(BatchFiles::OneBothSides), &items, |_| true);
    assert_eq!(outcome.files, ["jadwal-setiap-kelompok.pdf"]);
    assert!(office.is_whole(&outcome.files[0]));
    // On both sides: four schedules, each on sheets of its own.
    let mut pages = |files| office.run(&groups(files), &items, |_| true).pages;
    let (apart, both_sides) = (pages(BatchFiles::One), pages(BatchFiles::OneBothSides));
    assert_eq!(apart, pages(BatchFiles::Each));
    assert!(both_sides >= apart && outcome.pages == both_sides);
    let kept = |name: &str| fs::read(office.folder().join(name)).unwrap();
    let again = kept("jadwal-setiap-kelompok-3.pdf");
    assert_eq!(kept(&outcome.files[0]), again);
}

#[test]
fn every_series_lists_what_can_be_printed() {
    let mut office = Office::new();
    for series in PrintSeries::ALL {
        let items = office.series(series);
        assert!(!items.is_empty(), "{series:?}");
        assert!(items.iter().all(|it| !it.name.is_empty()), "{series:?}");
        let batch = Batch {
            series,
            ..groups(BatchFiles::Each)
        };
        for item in [items.first(), items.last()].into_iter().flatten() {
            let job = batch.job(item.subject);
            assert!(office.session.prepare_print(&job).is_ok(), "{item:?}");
        }
    }
    let all = office.series(PrintSeries::Submission);
    let newest = office.series(PrintSeries::NewestSubmission);
    assert!(newest.iter().all(|it| all.contains(it)));
}

#[test]
fn the_print_centre_remembers_habits_and_what_is_still_there() {
    let mut office = Office::new();
    assert_eq!(
        office.session.print_habits().unwrap(),
        PrintHabits::default()
    );
    let habits = PrintHabits {
        what: "schedule".into(),
        sheet: Some(Sheet::F4),
        files: BatchFiles::One,
        ..PrintHabits::default()
    };
    office.session.keep_print_habits(&habits).unwrap();
    assert_eq!(office.session.print_habits().unwrap(), habits);

    let path = |name: &str| office.desk.path().join(name);
    let (kept, gone) = (path("a.pdf"), path("b.pdf"));
    fs::write(&kept, b"").unwrap();
    fs::write(&gone, b"").unwrap();
    let mut note = |path: &Path| office.session.note_saved_print(path, None).unwrap();
    note(&kept);
    note(&gone);
    note(&kept);
    fs::remove_file(&gone).unwrap();
    let saved = office.session.saved_prints().unwrap();
    let paths: Vec<_> = saved.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths, [kept.to_str().unwrap()]);
}

#[test]
fn a_review_is_listed_and_printed_for_nobody_who_may_not_know_it() {
    let mut office = Office::new();
    let all = office.series(PrintSeries::Review);
    let reviewer = |office: &Office, item: &SeriesItem| match item.subject {
        PrintSubject::Review(id) => office.session.store.record(id).unwrap().author,
        _ => panic!("no review"),
    };
    let author = reviewer(&office, &all[0]);
    let instructors = office.session.people().unwrap().into_iter();
    let other = instructors
        .filter(|(id, person)| person.role == Role::Instructor && *id != author)
        .map(|(id, _)| id)
        .next()
        .unwrap();
    let batch = groups(BatchFiles::Each);
    let job = batch.job(all[0].subject);

    office.session.act_as(other).unwrap();
    assert!(office.series(PrintSeries::Review).is_empty());
    let refused = office.session.prepare_print(&job);
    assert!(matches!(refused, Err(AppError::HiddenReview)));

    office.session.act_as(author).unwrap();
    assert_eq!(office.series(PrintSeries::Review).len(), all.len());
    assert!(office.session.prepare_print(&job).is_ok());
}

#[test]
fn a_decision_names_its_review_only_to_those_who_may_know_it() {
    let mut office = Office::new();
    let statuses = office.session.proposal_statuses().unwrap();
    let decided = statuses.iter().find(|it| it.outcome.is_some()).unwrap();
    let (hash, author) = (decided.submission.unwrap(), decided.author);
    let made = |office: &mut Office, actor: Id| {
        office.session.act_as(actor).unwrap();
        let statuses = office.session.proposal_statuses().unwrap();
        let seen = statuses.iter().find(|it| it.submission == Some(hash));
        assert_eq!(seen.unwrap().outcome, decided.outcome);
        let mut view = office.session.submission(hash).unwrap();
        (view.decisions.pop().unwrap(), seen.unwrap().my_review)
    };
    let coordinator = office.session.actor().person;
    let (decision, _) = made(&mut office, coordinator);
    let review = decision.review;
    assert!(review.is_some());
    let people = office.session.people().unwrap();
    let stranger = |role: Role| {
        let mut others = people.iter();
        let found =
            others.find(|(id, it)| it.role == role && ![author, decision.author].contains(id));
        found.unwrap().0
    };
    for person in [stranger(Role::Instructor), stranger(Role::Trainee)] {
        assert_eq!(made(&mut office, person).0.review, None);
        assert!(office.session.known_reviews().unwrap().is_empty());
    }
    assert_eq!(made(&mut office, author).0.review, review);
    let (own, mine) = made(&mut office, decision.author);
    assert_eq!((own.review, mine), (review, review));
}
