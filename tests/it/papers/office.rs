//! The example as an office has it in use: a logo on its paper, photos in an observation, a slot
//! moved since the release, attendance taken at one visit. And the prints made of it.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use tilik_core::app::{
    AttendanceFor, ChangesFor, CoachingFor, LetterFor, ListRequest, PersonPresence, PocketJob,
    PrintSeries, PrintSubject, ReportFor, ScheduleFor, Session,
};
use tilik_core::domain::{Consent, Day, Id, Kind, Photo, Presence, Record, Role, UtcMinute};
use tilik_core::report::impose::{Fold, Imposition};
use tilik_core::report::words::Language;
use tilik_core::store::Access;

use super::Paper;
use crate::cohorts::Place;

/// The observation that gets photos.
const SEEN: &str = "Bayi pulang membawa akta";

pub(super) struct Office {
    pub(super) session: Session,
    /// The visit whose attendance was taken.
    taken: Id,
    _place: Place,
}

impl Office {
    pub(super) fn open() -> Self {
        let place = Place::example();
        let session = place.open(Access::Write).unwrap();
        let mut office = Self {
            taken: session.store().cohort(),
            session,
            _place: place,
        };
        office.give_a_logo();
        office.take_photos();
        office.take_attendance();
        office.move_a_visit();
        office
    }

    fn all(&self, kind: Kind) -> Vec<(Id, Record)> {
        let request = ListRequest {
            kind,
            site: None,
            author: None,
            with_removed: false,
            limit: None,
            offset: 0,
        };
        let entries = self.session.list(&request).unwrap().entries;
        let mut all: Vec<_> = entries.into_iter().map(|it| (it.id, it.record)).collect();
        all.sort_by_cached_key(|(id, record)| match record {
            Record::Visit(visit) => (visit.start.0, visit.groups.len().to_string(), *id),
            record => (0, record.title().to_owned(), *id),
        });
        all
    }

    fn named(&self, kind: Kind, name: &str) -> Id {
        let all = self.all(kind);
        let found = all.iter().find(|(_, it)| it.title().starts_with(name));
        found.unwrap_or_else(|| panic!("no {name}")).0
    }

    fn give_a_logo(&mut self) {
        let logo = self.session.keep_photo("logo.png", &disc()).unwrap();
        for (id, record) in self.all(Kind::Cohort) {
            let Record::Cohort(mut cohort) = record else {
                continue;
            };
            cohort.letterhead.logo = Some(logo.hash);
            self.session.save(id, Record::Cohort(cohort)).unwrap();
        }
    }

    /// Three photos with captions, one of them not to be printed.
    fn take_photos(&mut self) {
        let id = self.named(Kind::Observation, SEEN);
        let Record::Observation(mut seen) = self.session.entry(id).unwrap().record else {
            panic!("no observation");
        };
        for (number, caption, consent) in [
            (1, "Loket pencatatan kelahiran", Consent::NobodyShown),
            (
                2,
                "Papan alur layanan, dari pendaftaran sampai akta diserahkan",
                Consent::Given,
            ),
            (3, "Ruang tunggu", Consent::Unmarked),
        ] {
            let bytes = scene(number);
            let photo = self.session.keep_photo("foto.png", &bytes).unwrap();
            seen.photos.push(Photo {
                caption: caption.to_owned(),
                consent,
                ..photo
            });
        }
        let author = self.session.entry(id).unwrap().author;
        let coordinator = self.coordinator();
        self.session.act_as(author).unwrap();
        self.session.save(id, Record::Observation(seen)).unwrap();
        self.session.act_as(coordinator).unwrap();
    }

    fn coordinator(&self) -> Id {
        let people = self.all(Kind::Person);
        let is = |it: &Record| matches!(it, Record::Person(it) if it.role == Role::Coordinator);
        people.iter().find(|(_, it)| is(it)).unwrap().0
    }

    /// The first visit of a group alone: all present but three.
    fn take_attendance(&mut self) {
        let visits = self.all(Kind::Visit);
        let alone = |it: &Record| matches!(it, Record::Visit(it) if it.groups.len() == 1 && it.site.is_some());
        self.taken = visits.iter().find(|(_, it)| alone(it)).unwrap().0;
        let sheet = self.session.attendance_of(self.taken).unwrap();
        let marks = sheet
            .people
            .iter()
            .enumerate()
            .map(|(at, it)| PersonPresence {
                person: it.person,
                presence: match at {
                    2 => Some(Presence::Excused),
                    4 => Some(Presence::Absent),
                    5 => None,
                    _ => Some(Presence::Present),
                },
            });
        let marks: Vec<_> = marks.collect();
        self.session.mark_attendance(self.taken, &marks).unwrap();
    }

    /// The last visit begins and ends half an hour later, after the release.
    fn move_a_visit(&mut self) {
        let visits = self.all(Kind::Visit);
        let on_site = |it: &Record| matches!(it, Record::Visit(it) if it.groups.len() == 1);
        let (id, record) = visits.into_iter().rfind(|(_, it)| on_site(it)).unwrap();
        let Record::Visit(mut visit) = record else {
            return;
        };
        visit.start = UtcMinute(visit.start.0 + 30);
        visit.end = UtcMinute(visit.end.0 + 30);
        self.session.save(id, Record::Visit(visit)).unwrap();
    }

    /// One of a series, by name.
    fn one(&mut self, series: PrintSeries, name: &str) -> PrintSubject {
        let items = self.session.print_series(series, Language::Id).unwrap();
        let found = items.iter().find(|it| it.name.contains(name));
        found
            .unwrap_or_else(|| panic!("no {name} in {items:?}"))
            .subject
    }

    pub(super) fn plan(&self) -> Vec<Paper> {
        let group = self.named(Kind::Group, "Kelompok 2");
        let person = self.named(Kind::Person, "Peserta 01");
        let pocket = |whom, fold| {
            let imposition = Imposition {
                fold,
                in_order: false,
            };
            PrintSubject::Pocket(PocketJob { whom, imposition })
        };
        let day = Day::new(2018, 3, 21).unwrap();
        let changes = ChangesFor {
            since: 1,
            who: ScheduleFor::Cohort,
        };
        vec![
            Paper::across(
                "schedule-cohort",
                PrintSubject::Schedule(ScheduleFor::Cohort),
            )
            .twice(),
            Paper::across(
                "schedule-group",
                PrintSubject::Schedule(ScheduleFor::Group(group)),
            ),
            Paper::upright(
                "schedule-person",
                PrintSubject::Schedule(ScheduleFor::Person(person)),
            ),
            Paper::across("changes", PrintSubject::Changes(changes)),
            Paper::upright(
                "pocket-quarter",
                pocket(ScheduleFor::Group(group), Fold::Quarter),
            ),
            Paper::upright("pocket-half", pocket(ScheduleFor::Cohort, Fold::Half)),
            Paper::upright(
                "attendance-day",
                PrintSubject::Attendance(AttendanceFor::Day(day)),
            )
            .twice(),
            Paper::upright(
                "attendance-taken",
                PrintSubject::Attendance(AttendanceFor::Visit(self.taken)),
            ),
            Paper::upright(
                "letter-request",
                PrintSubject::Letter(LetterFor::Host(self.named(Kind::Site, "Mall Pelayanan"))),
            )
            .twice(),
            Paper::upright(
                "letter-assignment",
                PrintSubject::Letter(LetterFor::Group(group)),
            ),
        ]
    }

    pub(super) fn field(&self) -> Vec<Paper> {
        let site = self.named(Kind::Site, "Mall Pelayanan");
        let group = self.named(Kind::Group, "Kelompok 1");
        let author = self
            .session
            .entry(self.named(Kind::Observation, SEEN))
            .unwrap()
            .author;
        let form = self.all(Kind::Instrument)[0].0;
        vec![
            Paper::upright(
                "observation",
                PrintSubject::Observation(self.named(Kind::Observation, SEEN)),
            ),
            Paper::upright(
                "report-person",
                PrintSubject::Report(ReportFor::Person(author)),
            ),
            Paper::upright(
                "report-group",
                PrintSubject::Report(ReportFor::Group(group)),
            ),
            Paper::upright("report-site", PrintSubject::Report(ReportFor::Site(site))).twice(),
            Paper::upright("form", PrintSubject::Form(form)).twice(),
        ]
    }

    pub(super) fn proposals(&mut self) -> Vec<Paper> {
        let trainee = self.named(Kind::Person, "Peserta 01");
        let instructor = self.named(Kind::Person, "Widyaiswara 01");
        let proposal = self.one(PrintSeries::Proposal, "");
        let submission = self.one(PrintSeries::NewestSubmission, "");
        let review = self.one(PrintSeries::Review, "");
        vec![
            Paper::upright("proposal", proposal),
            Paper::upright("submission", submission).twice(),
            Paper::upright("review", review).twice(),
            Paper::across(
                "coaching-trainee",
                PrintSubject::Coaching(CoachingFor::Trainee(trainee)),
            ),
            Paper::across(
                "coaching-instructor",
                PrintSubject::Coaching(CoachingFor::Instructor(instructor)),
            ),
            Paper::across(
                "summary",
                PrintSubject::Summary(ScheduleFor::Person(trainee)),
            )
            .twice(),
        ]
    }

    pub(super) fn whole(&self) -> Vec<Paper> {
        vec![Paper::upright("booklet", PrintSubject::Booklet)]
    }
}

/// A logo: a ring in the colours of nobody.
fn disc() -> Vec<u8> {
    png(120, 120, |x, y| {
        let (x, y) = (f64::from(x) - 60.0, f64::from(y) - 60.0);
        let far = x.hypot(y);
        match far {
            ..22.0 => Rgb([40, 110, 80]),
            40.0..56.0 => Rgb([40, 110, 80]),
            _ => Rgb([255, 255, 255]),
        }
    })
}

/// A photo of stripes and a sky, for want of a real one.
fn scene(number: u32) -> Vec<u8> {
    png(900, 600, |x, y| {
        let stripe = (x / 60 + y / (40 * number)).is_multiple_of(2);
        match (y < 200, stripe) {
            (true, _) => Rgb([150, 180, 205]),
            (false, true) => Rgb([120, 110, 90]),
            (false, false) => Rgb([185, 175, 150]),
        }
    })
}

fn png(wide: u32, high: u32, ink: impl Fn(u32, u32) -> Rgb<u8>) -> Vec<u8> {
    let picture = RgbImage::from_fn(wide, high, ink);
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}
