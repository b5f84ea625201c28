//! Dates, times and numbers in words, as Indonesian and English offices write them.
//! Pure: knows no clock and no paper.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::Zone;

/// The language of a print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    /// The BCP 47 tag, as a PDF's `Language` wants it.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Id => "id-ID",
            Language::En => "en-GB",
        }
    }

    /// The one of two that is in this language.
    pub fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Language::Id => id,
            Language::En => en,
        }
    }
}

const DAYS: [[&str; 7]; 2] = [
    [
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    ],
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
];

const MONTHS: [[&str; 12]; 2] = [
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// "Selasa" or "Tuesday".
pub fn day_name(date: NaiveDate, lang: Language) -> &'static str {
    DAYS[lang as usize][date.weekday().num_days_from_monday() as usize]
}

/// "Maret" or "March".
pub fn month_name(date: NaiveDate, lang: Language) -> &'static str {
    MONTHS[lang as usize][date.month0() as usize]
}

/// "20 Maret 2018" or "20 March 2018".
pub fn date(date: NaiveDate, lang: Language) -> String {
    format!("{} {} {}", date.day(), month_name(date, lang), date.year())
}

/// "Selasa, 20 Maret 2018" or "Tuesday, 20 March 2018".
pub fn day_date(day: NaiveDate, lang: Language) -> String {
    format!("{}, {}", day_name(day, lang), date(day, lang))
}

/// The shortest honest way to write two days: "20–24 Maret 2018", "30 Maret – 2 April 2018".
pub fn date_range(first: NaiveDate, last: NaiveDate, lang: Language) -> String {
    let (first, last) = if first <= last {
        (first, last)
    } else {
        (last, first)
    };
    if first == last {
        date(first, lang)
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{}", first.day(), date(last, lang))
    } else if first.year() == last.year() {
        format!(
            "{} {} – {}",
            first.day(),
            month_name(first, lang),
            date(last, lang)
        )
    } else {
        format!("{} – {}", date(first, lang), date(last, lang))
    }
}

/// "08.30" in Indonesian, "08:30" in English.
pub fn time(at: NaiveTime, lang: Language) -> String {
    let sign = match lang {
        Language::Id => '.',
        Language::En => ':',
    };
    format!("{:02}{sign}{:02}", at.hour(), at.minute())
}

/// "08.30–10.15 WIB"; a range that ends on a later day says how many days later: "(+1)".
pub fn time_range(start: NaiveDateTime, end: NaiveDateTime, zone: Zone, lang: Language) -> String {
    let later = (end.date() - start.date()).num_days();
    let mark = if later > 0 {
        format!(" (+{later})")
    } else {
        String::new()
    };
    let (from, to) = (time(start.time(), lang), time(end.time(), lang));
    format!("{from}–{to}{mark} {}", zone.label())
}

/// "Selasa, 20 Maret 2018, 08.30 WIB".
pub fn moment(at: NaiveDateTime, zone: Zone, lang: Language) -> String {
    format!(
        "{}, {} {}",
        day_date(at.date(), lang),
        time(at.time(), lang),
        zone.label()
    )
}

/// A whole number in groups of three: "1.250.000" or "1,250,000".
pub fn whole(number: i64, lang: Language) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    if number < 0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(if lang == Language::Id { '.' } else { ',' });
        }
        out.push(digit);
    }
    out
}

/// A number with at most `places` decimals and no trailing zeros: "3,25" or "3.25".
/// What is not a finite number is written "–".
pub fn number(value: f64, places: usize, lang: Language) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = format!("{value:.*}", places.min(12));
    let (head, tail) = text.split_once('.').unwrap_or((&text, ""));
    let tail = tail.trim_end_matches('0');
    let grouped = match head.parse::<i64>() {
        Ok(n) if head.starts_with('-') && n == 0 => {
            if tail.is_empty() {
                "0".to_owned()
            } else {
                "-0".to_owned()
            }
        }
        Ok(n) => whole(n, lang),
        Err(_) => head.to_owned(),
    };
    let comma = if lang == Language::Id { ',' } else { '.' };
    if tail.is_empty() {
        grouped
    } else {
        format!("{grouped}{comma}{tail}")
    }
}

/// "Rp1.250.000" (whole rupiah), as the spelling rules of Indonesian want it: no space.
pub fn rupiah(amount: i64, lang: Language) -> String {
    if amount < 0 {
        format!("-Rp{}", whole(amount, lang).trim_start_matches('-'))
    } else {
        format!("Rp{}", whole(amount, lang))
    }
}

/// A number in roman numerals; 0 and what is beyond 3999 in figures.
pub fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn dates_read_as_an_office_writes_them() {
        let d = day(2018, 3, 20);
        assert_eq!(day_date(d, Language::Id), "Selasa, 20 Maret 2018");
        assert_eq!(day_date(d, Language::En), "Tuesday, 20 March 2018");
        assert_eq!(day_name(day(2018, 3, 25), Language::Id), "Minggu");
    }

    #[test]
    fn date_ranges_say_each_part_once() {
        assert_eq!(
            date_range(day(2018, 3, 20), day(2018, 3, 24), Language::Id),
            "20–24 Maret 2018"
        );
        assert_eq!(
            date_range(day(2018, 3, 30), day(2018, 4, 2), Language::Id),
            "30 Maret – 2 April 2018"
        );
        assert_eq!(
            date_range(day(2018, 3, 20), day(2018, 3, 20), Language::En),
            "20 March 2018"
        );
        assert_eq!(
            date_range(day(2018, 12, 31), day(2019, 1, 2), Language::Id),
            "31 Desember 2018 – 2 Januari 2019"
        );
    }

    #[test]
    fn roman_numerals_subtract() {
        let written = [1, 4, 9, 14, 40, 1994, 3999].map(roman);
        let wanted = ["I", "IV", "IX", "XIV", "XL", "MCMXCIV", "MMMCMXCIX"];
        assert_eq!(written, wanted);
        assert_eq!([0, 4000].map(roman), ["0", "4000"]);
    }

    #[test]
    fn times_carry_the_zone_and_a_later_day() {
        let at = |d, h, m| day(2018, 3, d).and_hms_opt(h, m, 0).unwrap();
        assert_eq!(
            time_range(at(20, 8, 30), at(20, 10, 15), Zone::Wib, Language::Id),
            "08.30–10.15 WIB"
        );
        assert_eq!(
            time_range(at(20, 22, 0), at(21, 1, 0), Zone::Wit, Language::En),
            "22:00–01:00 (+1) WIT"
        );
        assert_eq!(
            moment(at(20, 8, 5), Zone::Wita, Language::Id),
            "Selasa, 20 Maret 2018, 08.05 WITA"
        );
    }

    #[test]
    fn numbers_use_the_decimal_comma_in_indonesian() {
        assert_eq!(number(3.25, 2, Language::Id), "3,25");
        assert_eq!(number(1234.5, 2, Language::En), "1,234.5");
        assert_eq!(number(-0.5, 1, Language::Id), "-0,5");
        assert_eq!(number(80.0, 2, Language::Id), "80");
        assert_eq!(number(f64::NAN, 2, Language::Id), "–");
        assert_eq!(number(-0.001, 1, Language::Id), "0");
        assert_eq!(rupiah(1_250_000, Language::Id), "Rp1.250.000");
        assert_eq!(rupiah(-500, Language::En), "-Rp500");
        assert_eq!(whole(i64::MIN, Language::Id), "-9.223.372.036.854.775.808");
    }
}
