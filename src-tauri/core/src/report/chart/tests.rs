//! What every chart keeps: unknown is never zero, labels stay inside and off each other, equal
//! figures give equal drawings.

use proptest::prelude::*;

use super::super::fonts::{FONTS, Widths};
use super::super::words::Language;
use super::label::{cut, width_of, wrap};
use super::*;
use crate::domain::{Better, Day, Milestone, Risk, Stakeholder, Term};

/// Left, top, right and bottom of every text, as a chart reckons them.
fn boxes(drawing: &Drawing) -> Vec<(String, [f32; 4])> {
    let text = |shape: &Shape| match shape {
        Shape::Text {
            at,
            text,
            size,
            anchor,
            ..
        } => {
            let width = width_of(text, *size);
            let left = match anchor {
                TextAnchor::Start => at.x,
                TextAnchor::Middle => at.x - width / 2.0,
                TextAnchor::End => at.x - width,
            };
            // Capitals reach up to 0.72 em; letters below the baseline 0.2 em.
            let place = [left, at.y - size * 0.72, left + width, at.y + size * 0.2];
            Some((text.clone(), place))
        }
        _ => None,
    };
    drawing.shapes.iter().filter_map(text).collect()
}

fn texts(drawing: &Drawing) -> Vec<String> {
    boxes(drawing).into_iter().map(|(text, _)| text).collect()
}

fn points(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Line { points, .. } => points.clone(),
        Shape::Path { start, steps, .. } => {
            let end = |step: &Step| match step {
                Step::Line { to } | Step::Curve { to, .. } => *to,
            };
            std::iter::once(*start)
                .chain(steps.iter().map(end))
                .collect()
        }
        Shape::Rect { at, to, .. } => vec![*at, *to],
        Shape::Circle { at, radius, .. } => vec![
            point(at.x - radius, at.y - radius),
            point(at.x + radius, at.y + radius),
        ],
        Shape::Text { .. } => Vec::new(),
    }
}

#[track_caller]
fn assert_sound(drawing: &Drawing, room: Room) {
    let slack = 0.6;
    assert!((drawing.width - room.width).abs() < 0.01);
    assert!(
        drawing.height <= room.height + slack,
        "{}: {} points high",
        drawing.title,
        drawing.height
    );
    let inside = |x: f32, y: f32| {
        x >= -slack && y >= -slack && x <= drawing.width + slack && y <= drawing.height + slack
    };
    for shape in &drawing.shapes {
        for at in points(shape) {
            assert!(inside(at.x, at.y), "{}: {shape:?}", drawing.title);
        }
    }
    let all = boxes(drawing);
    for (text, [left, top, right, bottom]) in &all {
        let fits = inside(*left, *top) && inside(*right, *bottom);
        assert!(fits, "{}: {text:?} leaves", drawing.title);
        assert!(!text.trim().is_empty());
    }
    for (i, (a, p)) in all.iter().enumerate() {
        for (b, q) in &all[i + 1..] {
            let apart = p[2] <= q[0] + 0.1
                || q[2] <= p[0] + 0.1
                || p[3] <= q[1] + 0.4
                || q[3] <= p[1] + 0.4;
            assert!(apart, "{}: {a:?} lies on {b:?} {p:?} {q:?}", drawing.title);
        }
    }
    assert!(!drawing.alt.trim().is_empty());
}

const ROOM: Room = Room {
    width: 480.0,
    height: 620.0,
};

fn a_gap(home: Option<f64>, site: Option<f64>, target: Option<f64>) -> Gap {
    Gap {
        name: "Waktu tunggu".to_owned(),
        unit: "hari".to_owned(),
        better: Better::Lower,
        home,
        site,
        target,
    }
}

fn stakeholder(name: &str, high_interest: bool, high_power: bool) -> Stakeholder {
    Stakeholder {
        name: name.to_owned(),
        high_interest,
        high_power,
        ..Stakeholder::default()
    }
}

fn milestone(term: Term, activity: &str, days: Option<u32>) -> Milestone {
    Milestone {
        term,
        activity: activity.to_owned(),
        days,
        ..Milestone::default()
    }
}

fn filled_bars(drawing: &Drawing, ink: Ink) -> usize {
    let bar = |shape: &&Shape| matches!(shape, Shape::Path { fill: Some(f), .. } if *f == ink);
    drawing.shapes.iter().filter(bar).count()
}

#[test]
fn the_widths_cover_both_weights_of_the_bundled_font() {
    for name in ["NotoSans-Regular", "NotoSans-Bold"] {
        let font = FONTS.iter().find(|font| font.name == name).unwrap();
        // The bundled Noto Sans has its ASCII letters in order from glyph 3 on.
        let widths = Widths::of(font);
        for (i, c) in (' '..='~').enumerate() {
            let real = widths.get(3 + i as u16);
            let told = width_of(&c.to_string(), 1000.0);
            assert!(told + 1.0 >= real, "{name} {c:?}: {told} < {real}");
        }
    }
}

#[test]
fn words_are_cut_and_wrapped_within_their_room() {
    assert_eq!(
        cut("Mall Pelayanan Publik", 10.0, 500.0),
        "Mall Pelayanan Publik"
    );
    let short = cut("Mall Pelayanan Publik", 10.0, 60.0);
    assert!(short.ends_with('…') && width_of(&short, 10.0) <= 60.0);
    let lines = wrap("satu dua tiga empat lima enam", 10.0, 50.0, 2);
    assert_eq!(lines.len(), 2);
    assert!(lines[1].ends_with('…'), "{lines:?}");
    assert_eq!(
        wrap(&"x".repeat(40), 10.0, 50.0, 9).concat(),
        "x".repeat(40)
    );
    assert!(wrap("", 10.0, 50.0, 3).is_empty());
}

#[test]
fn an_unknown_value_has_no_bar_and_says_so_while_zero_has_one() {
    let unknown = gap_bars(&a_gap(Some(7.0), None, Some(1.0)), Language::Id, 480.0);
    assert_eq!(filled_bars(&unknown, Ink::Site), 0);
    assert_eq!(filled_bars(&unknown, Ink::Home), 1);
    assert!(texts(&unknown).contains(&"belum diketahui".to_owned()));
    assert!(
        unknown.alt.contains("lokus belum diketahui"),
        "{}",
        unknown.alt
    );
    let zero = gap_bars(&a_gap(Some(7.0), Some(0.0), Some(1.0)), Language::En, 480.0);
    assert_eq!(filled_bars(&zero, Ink::Site), 1);
    assert!(texts(&zero).contains(&"0 hari".to_owned()));
    let no_number = gap_bars(&a_gap(Some(f64::NAN), None, None), Language::Id, 480.0);
    assert_eq!(filled_bars(&no_number, Ink::Home), 0);
    assert!(
        no_number
            .alt
            .contains("Kesenjangan ke target: belum diketahui")
    );
}

#[test]
fn a_gap_says_how_far_and_which_way_is_better() {
    let drawn = gap_bars(&a_gap(Some(7.0), Some(1.0), Some(2.0)), Language::Id, 480.0);
    let said = texts(&drawn).join("\n");
    assert!(said.contains("makin kecil makin baik"));
    assert!(said.contains("Kesenjangan ke target: −5 hari"), "{said}");
    let reached = gap_bars(&a_gap(Some(1.0), None, Some(2.0)), Language::En, 480.0);
    assert!(reached.alt.contains("already reached"));
}

#[test]
fn a_radar_leaves_the_axis_of_an_unknown_value_open() {
    let series = |values: &[Option<f64>]| Radar {
        title: "Nilai".to_owned(),
        axes: vec![
            "A".to_owned(),
            "B".to_owned(),
            "C".to_owned(),
            "D".to_owned(),
        ],
        most: 5.0,
        series: vec![Series {
            name: "Kantor sendiri".to_owned(),
            values: values.to_vec(),
        }],
    };
    let dots = |drawing: &Drawing| {
        let dot = |shape: &&Shape| matches!(shape, Shape::Circle { .. });
        drawing.shapes.iter().filter(dot).count()
    };
    let all = [Some(1.0), Some(2.0), Some(3.0), Some(4.0)];
    let whole = radar(&series(&all), Language::Id, ROOM);
    let open = radar(&series(&[Some(1.0), None, Some(3.0)]), Language::Id, ROOM);
    assert_eq!((dots(&whole), dots(&open)), (4, 2));
    assert!(open.alt.contains("B belum diketahui") && open.alt.contains("D belum diketahui"));
    assert_sound(&whole, ROOM);
}

#[test]
fn a_step_of_unknown_length_is_a_diamond_not_a_bar_of_no_days() {
    let steps = [
        milestone(Term::Short, "Membentuk tim", Some(5)),
        milestone(Term::Short, "Mengukur", None),
    ];
    let drawn = gantt(&steps.iter().collect::<Vec<_>>(), Language::Id, ROOM);
    assert_eq!(drawn.len(), 1);
    // One bar in the chart and one in the legend.
    assert_eq!(filled_bars(&drawn[0], Ink::Site), 2);
    assert!(
        drawn[0]
            .alt
            .contains("2. Mengukur: jangka pendek, belum diketahui")
    );
    assert!(gantt(&[], Language::Id, ROOM).is_empty());
}

#[test]
fn a_dated_chart_names_months_and_dates() {
    let mut first = milestone(Term::Short, "Membentuk tim", Some(5));
    first.start = Day::new(2018, 3, 26);
    let second = milestone(Term::Medium, "Membuka loket", Some(30));
    let drawn = gantt(&[&first, &second], Language::Id, ROOM);
    assert!(
        texts(&drawn[0]).contains(&"Apr 2018".to_owned()),
        "{:?}",
        texts(&drawn[0])
    );
    assert!(
        drawn[0].alt.contains("26–30 Maret 2018"),
        "{}",
        drawn[0].alt
    );
    assert!(
        drawn[0].alt.contains("2 April – 11 Mei 2018"),
        "{}",
        drawn[0].alt
    );
}

#[test]
fn risks_stand_in_their_cell_and_unrated_ones_below() {
    let risk = |likelihood, impact| Risk {
        likelihood,
        impact,
        ..Risk::default()
    };
    let risks = [
        risk(Some(3), Some(4)),
        risk(Some(3), Some(4)),
        risk(None, Some(4)),
    ];
    let drawn = risk_matrix(&risks.iter().collect::<Vec<_>>(), Language::Id, ROOM);
    let said = texts(&drawn);
    assert!(said.contains(&"1, 2".to_owned()), "{said:?}");
    assert!(said.contains(&"Belum dinilai: 3".to_owned()), "{said:?}");
}

#[test]
fn what_finds_no_room_is_counted() {
    let many: Vec<Stakeholder> = (0..400)
        .map(|i| stakeholder(&format!("Pihak {i}"), true, true))
        .collect();
    let drawn = quadrant(&many.iter().collect::<Vec<_>>(), Language::Id, ROOM);
    assert_sound(&drawn, ROOM);
    let shown = texts(&drawn)
        .iter()
        .filter(|text| text.contains("Pihak"))
        .count();
    let rest = format!("+{} lainnya, lihat tabel", 400 - shown);
    assert!(texts(&drawn).contains(&rest), "{rest}");
    let steps: Vec<Bar> = (0..400)
        .map(|i| Bar {
            name: format!("Batang {i}"),
            value: (i % 3 > 0).then_some(f64::from(i)),
        })
        .collect();
    assert_sound(&bars("Jumlah", "orang", &steps, Language::Id, ROOM), ROOM);
}

#[test]
fn sixty_stakeholders_two_hundred_steps_and_a_hundred_risks_do_not_collide() {
    let people: Vec<Stakeholder> = (0..60)
        .map(|i| {
            stakeholder(
                &format!("Dinas {i} Kabupaten Banyuwangi"),
                i % 2 == 0,
                i % 3 == 0,
            )
        })
        .collect();
    let drawn = quadrant(&people.iter().collect::<Vec<_>>(), Language::Id, ROOM);
    assert_sound(&drawn, ROOM);
    let said = texts(&drawn);
    for i in 0..60 {
        let named = format!("{}. Dinas {i} ", i + 1);
        let times = said.iter().filter(|text| text.starts_with(&named)).count();
        assert_eq!(times, 1, "{named}");
    }
    let terms = [Term::Short, Term::Medium, Term::Long];
    let steps: Vec<Milestone> = (0..200)
        .map(|i| {
            milestone(
                terms[i % 3],
                &format!("Kegiatan {i}"),
                (i % 7 > 0).then_some(10),
            )
        })
        .collect();
    let drawn = gantt(&steps.iter().collect::<Vec<_>>(), Language::En, ROOM);
    let rows: usize = drawn
        .iter()
        .map(|one| {
            texts(one)
                .iter()
                .filter(|text| text.contains("Kegiatan"))
                .count()
        })
        .sum();
    assert_eq!(rows, 200);
    drawn.iter().for_each(|one| assert_sound(one, ROOM));
    let risks: Vec<Risk> = (0..100)
        .map(|i| Risk {
            likelihood: Some(1 + i % 5),
            impact: Some(1 + i / 5 % 5),
            ..Risk::default()
        })
        .collect();
    assert_sound(
        &risk_matrix(&risks.iter().collect::<Vec<_>>(), Language::Id, ROOM),
        ROOM,
    );
}

#[test]
fn a_practice_table_numbers_its_columns_when_their_names_find_no_room() {
    let table = Heat {
        title: "Praktik dan peminat".to_owned(),
        row_axis: "Praktik".to_owned(),
        column_axis: "Peserta".to_owned(),
        rows: (0..8).map(|i| format!("Praktik nomor {i}")).collect(),
        columns: (1..=30)
            .map(|i| format!("Peserta {i:02} (Papua)"))
            .collect(),
        cells: (0..8)
            .map(|row| {
                let cell = |column| HeatCell {
                    level: ((row + column) % 5) as u8,
                    corner: String::new(),
                    words: if column % 2 == 0 {
                        "A".to_owned()
                    } else {
                        String::new()
                    },
                };
                (0..30).map(cell).collect()
            })
            .collect(),
        legend: vec![(3, "A diadopsi".to_owned()), (1, "B diadaptasi".to_owned())],
        note: "Sel kosong: belum diketahui.".to_owned(),
    };
    let drawn = heat(&table, Language::Id, ROOM);
    assert_sound(&drawn, ROOM);
    assert!(
        texts(&drawn)
            .iter()
            .any(|text| text.contains("30 Peserta 30"))
    );
}

fn value() -> impl Strategy<Value = Option<f64>> {
    prop::option::of(prop_oneof![
        -1e9..1e9,
        Just(0.0),
        Just(f64::MAX),
        Just(f64::MIN),
        Just(f64::NAN),
    ])
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z ]{0,40}", "\\PC{0,30}", "[W]{60,120}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_gap_stays_inside(name in name(), unit in name(), h in value(), s in value(), t in value()) {
        let gap = Gap { name, unit, better: Better::Higher, home: h, site: s, target: t };
        for lang in [Language::Id, Language::En] {
            let drawn = gap_bars(&gap, lang, 300.0);
            assert_sound(&drawn, Room { width: 300.0, height: 200.0 });
            prop_assert_eq!(drawn, gap_bars(&gap, lang, 300.0));
        }
    }

    #[test]
    fn any_people_stay_inside(
        people in prop::collection::vec((name(), any::<bool>(), any::<bool>()), 0..70),
        height in 200f32..700.0,
    ) {
        let people: Vec<_> = people.iter().map(|(n, i, p)| stakeholder(n, *i, *p)).collect();
        let people: Vec<_> = people.iter().collect();
        let room = Room { width: 360.0, height };
        let drawn = quadrant(&people, Language::En, room);
        assert_sound(&drawn, room);
        prop_assert_eq!(drawn, quadrant(&people, Language::En, room));
    }

    #[test]
    fn any_steps_stay_inside(
        steps in prop::collection::vec(
            (name(), 0usize..3, prop::option::of(any::<u32>()), prop::option::of(-9000i64..9000)),
            0..40),
    ) {
        let terms = [Term::Short, Term::Medium, Term::Long];
        let steps: Vec<_> = steps
            .iter()
            .map(|(n, term, days, start)| Milestone {
                start: start.map(|days| Day::new(2018, 3, 20).unwrap().plus(days)),
                ..milestone(terms[*term], n, *days)
            })
            .collect();
        for drawn in gantt(&steps.iter().collect::<Vec<_>>(), Language::Id, ROOM) {
            assert_sound(&drawn, ROOM);
        }
    }

    #[test]
    fn any_risks_stay_inside(
        risks in prop::collection::vec((prop::option::of(0u32..7), prop::option::of(0u32..7)), 0..300),
    ) {
        let risks: Vec<_> = risks
            .iter()
            .map(|(likelihood, impact)| Risk {
                likelihood: *likelihood,
                impact: *impact,
                ..Risk::default()
            })
            .collect();
        let room = Room { width: 440.0, height: 420.0 };
        assert_sound(&risk_matrix(&risks.iter().collect::<Vec<_>>(), Language::Id, room), room);
    }

    #[test]
    fn any_radar_and_bars_stay_inside(
        axes in prop::collection::vec(name(), 0..20),
        values in prop::collection::vec(value(), 0..20),
        most in -1.0..1e6f64,
    ) {
        let of = Radar {
            title: "Perbandingan".to_owned(),
            axes: axes.clone(),
            most,
            series: vec![Series { name: "Lokus".to_owned(), values: values.clone() }; 3],
        };
        let room = Room { width: 420.0, height: 420.0 };
        assert_sound(&radar(&of, Language::En, room), room);
        let rows: Vec<Bar> = axes
            .into_iter()
            .zip(values)
            .map(|(name, value)| Bar { name, value })
            .collect();
        assert_sound(&bars("Jumlah", "hari", &rows, Language::Id, room), room);
    }
}
