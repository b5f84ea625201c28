//! Five days, four groups at different places at the same time. One slot ends
//! after the hall has closed, so that the newcomer sees a conflict and its fix.

use crate::domain::{Id, Record, Visit, VisitKind};

use super::super::AppError;
use super::{Story, at};

type Slot = (
    u32,
    (u32, u32),
    (u32, u32),
    VisitKind,
    &'static str,
    &'static str,
);

type Parallel = (u32, (u32, u32), (u32, u32), [&'static str; 4]);

/// Day, begin, end, what, site, title: slots of the whole cohort.
const TOGETHER: &[Slot] = &[
    (
        20,
        (9, 0),
        (10, 30),
        VisitKind::Briefing,
        "pemkab",
        "Penerimaan rombongan",
    ),
    (
        20,
        (10, 30),
        (11, 30),
        VisitKind::Briefing,
        "pemkab",
        "Paparan inovasi daerah",
    ),
    (20, (11, 30), (13, 0), VisitKind::Prayer, "", "Ishoma"),
    (
        20,
        (13, 0),
        (14, 30),
        VisitKind::Briefing,
        "",
        "Pembagian kelompok dan pengarahan",
    ),
    (21, (11, 30), (12, 45), VisitKind::Prayer, "", "Ishoma"),
    (
        21,
        (15, 30),
        (16, 30),
        VisitKind::Briefing,
        "",
        "Diskusi hasil hari pertama",
    ),
    (22, (11, 30), (12, 45), VisitKind::Prayer, "", "Ishoma"),
    (
        23,
        (11, 30),
        (13, 0),
        VisitKind::Prayer,
        "",
        "Salat Jumat dan ishoma",
    ),
    (
        23,
        (15, 30),
        (16, 30),
        VisitKind::Briefing,
        "",
        "Penyusunan rancangan perubahan",
    ),
    (
        24,
        (9, 0),
        (11, 30),
        VisitKind::Briefing,
        "",
        "Pemaparan hasil kelompok",
    ),
    (24, (11, 30), (12, 45), VisitKind::Prayer, "", "Ishoma"),
    (24, (13, 0), (14, 0), VisitKind::Briefing, "", "Penutupan"),
];

/// Day, begin, end, then the site of each group.
const APART: &[Parallel] = &[
    (21, (8, 15), (9, 45), ["mpp", "gontor", "kemenag", "pemkab"]),
    (
        21,
        (10, 15),
        (11, 25),
        ["kemenag", "pemkab", "mpp", "gontor"],
    ),
    (
        21,
        (13, 0),
        (14, 30),
        ["wisata", "wisata", "pemkab", "wisata"],
    ),
    (22, (8, 15), (9, 45), ["gontor", "mpp", "gontor", "mpp"]),
    (
        22,
        (10, 15),
        (11, 25),
        ["pemkab", "kemenag", "wisata", "pemkab"],
    ),
    (
        22,
        (13, 20),
        (14, 30),
        ["wisata", "mpp", "wisata", "kemenag"],
    ),
    (23, (8, 0), (9, 30), ["mpp", "wisata", "mpp", "gontor"]),
    (
        23,
        (10, 0),
        (11, 15),
        ["wisata", "pemkab", "kemenag", "wisata"],
    ),
];

impl Story {
    pub(super) fn plan(&mut self) -> Result<(), AppError> {
        self.now(at(12, 14, 0));
        for (day, (h1, m1), (h2, m2), what, site, title) in TOGETHER {
            let visit = Visit {
                what: *what,
                title: (*title).to_owned(),
                site: self.sites.get(site).copied(),
                groups: Vec::new(),
                start: at(*day, *h1, *m1),
                end: at(*day, *h2, *m2),
                lead: None,
                transport: String::new(),
                note: String::new(),
                pinned: false,
            };
            self.add_visit(visit)?;
        }
        for (day, (h1, m1), (h2, m2), sites) in APART {
            for (number, site) in sites.iter().enumerate() {
                let visit = Visit {
                    what: VisitKind::Visit,
                    title: String::new(),
                    site: self.sites.get(site).copied(),
                    groups: vec![self.groups[number]],
                    start: at(*day, *h1, *m1),
                    end: at(*day, *h2, *m2),
                    lead: Some(self.lead_of(number)),
                    transport: String::new(),
                    note: String::new(),
                    pinned: false,
                };
                self.add_visit(visit)?;
            }
        }
        self.now(at(15, 9, 0));
        self.session.release("Jadwal awal".to_owned())?;
        Ok(())
    }

    fn add_visit(&mut self, visit: Visit) -> Result<(), AppError> {
        let id = self.add(Record::Visit(visit.clone()))?;
        self.visits.push((id, visit));
        Ok(())
    }

    /// The first instructor of each group leads it.
    fn lead_of(&self, group: usize) -> Id {
        self.instructors[[0, 2, 5, 8][group]]
    }
}
