//! Who takes part: thirty trainees of fourteen provinces, ten instructors, four
//! groups.

use crate::domain::{Group, Person, Record, Role};

use super::super::AppError;
use super::Story;

/// The provinces that the report names. Five send a third participant in the
/// example's count of two or three each; the report gives no numbers.
const PROVINCES: [&str; 14] = [
    "Jawa Timur",
    "Jakarta",
    "Jawa Barat",
    "Papua",
    "Papua Barat",
    "Sumatera Selatan",
    "Sumatera Utara",
    "Sumatera Barat",
    "Maluku",
    "Maluku Utara",
    "Bengkulu",
    "Jambi",
    "Kalimantan Selatan",
    "Kalimantan Utara",
];

const GROUPS: [(&str, &str); 4] = [
    ("Kelompok 1", "Pelayanan terpadu satu tempat"),
    ("Kelompok 2", "Administrasi kependudukan"),
    ("Kelompok 3", "Festival dan perekonomian rakyat"),
    ("Kelompok 4", "Aparatur sebagai pelanggan internal"),
];

/// Group of each instructor, so that the groups have 2, 3, 3 and 2.
const INSTRUCTOR_GROUPS: [usize; 10] = [0, 0, 1, 1, 1, 2, 2, 2, 3, 3];

impl Story {
    pub(super) fn cast(&mut self) -> Result<(), AppError> {
        for (number, (name, focus)) in GROUPS.iter().enumerate() {
            let group = Group {
                name: (*name).to_owned(),
                position: number as f64 + 1.0,
                focus: (*focus).to_owned(),
            };
            let id = self.add(Record::Group(group))?;
            self.groups.push(id);
        }
        let trainees = (0..30).map(|number| {
            let province = PROVINCES[number % PROVINCES.len()];
            Person {
                name: format!("Peserta {:02} ({province})", number + 1),
                role: Role::Trainee,
                office: format!("Kementerian Agama, {province}"),
                province: province.to_owned(),
                group: Some(self.groups[number % self.groups.len()]),
                ..Default::default()
            }
        });
        let instructors = INSTRUCTOR_GROUPS
            .iter()
            .enumerate()
            .map(|(number, group)| Person {
                name: format!("Widyaiswara {:02}", number + 1),
                role: Role::Instructor,
                office: "Pusat Pendidikan dan Pelatihan Kementerian Agama".to_owned(),
                group: Some(self.groups[*group]),
                ..Default::default()
            });
        let people: Vec<Person> = trainees.chain(instructors).collect();
        let mut ids = self.session.take_in(people)?;
        self.instructors = ids.split_off(30);
        self.trainees = ids;
        Ok(())
    }
}
