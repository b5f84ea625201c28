//! Where words may be broken. Indonesian: by syllables, with the affixes kept whole (Pedoman Umum
//! Ejaan Bahasa Indonesia, "pemenggalan kata"). Where only a dictionary could tell whether a
//! letter belongs to the root or to the affix (*catat-an* but *sela-tan*), no break is offered:
//! a missing break is only a wider space. English: by Liang's patterns, as TeX does.

use super::super::words::Language;

/// Words that the rules would break wrongly, or not at all, with their breaks.
const EXCEPTIONS: &[&str] = &[
    "ang-gar-an",
    "ar-ah-an",
    "at-as-an",
    "ba-wah-an",
    "ban-tu-an",
    "bel-a-jar",
    "bim-bing-an",
    "bu-lan-an",
    "ca-tat-an",
    "ga-bung-an",
    "gam-bar-an",
    "ha-rap-an",
    "ham-bat-an",
    "hu-bung-an",
    "ja-wab-an",
    "ke-ter-ang-an",
    "kum-pul-an",
    "kun-jung-an",
    "la-por-an",
    "la-yan-an",
    "lam-pir-an",
    "lu-lus-an",
    "ma-suk-an",
    "meng-a-jar",
    "meng-a-tur",
    "meng-am-bil",
    "meng-an-dung",
    "meng-ang-gap",
    "meng-e-nai",
    "meng-i-kuti",
    "meng-u-bah",
    "meng-u-kur",
    "pe-nge-lo-la-an",
    "pe-nge-ta-hu-an",
    "pe-ngi-rim-an",
    "pe-ngum-pul-an",
    "pe-ra-wan",
    "pe-ran-an",
    "pe-rem-pu-an",
    "pe-rin-tah",
    "pel-a-jar",
    "pel-a-jar-an",
    "pem-bel-a-jar-an",
    "peng-a-lam-an",
    "peng-a-was-an",
    "peng-am-bil-an",
    "peng-ang-gar-an",
    "peng-em-ba-li-an",
    "peng-em-bang-an",
    "per-u-bah-an",
    "pim-pin-an",
    "pro-gram",
    "pro-ses",
    "pro-yek",
    "ran-cang-an",
    "sa-sar-an",
    "sim-pul-an",
    "ta-hap-an",
    "tam-bah-an",
    "tang-gap-an",
    "tin-jau-an",
    "tu-lis-an",
    "usul-an",
];

/// The places, in bytes, where a lower-case word may be broken; ascending. Never leaves one letter
/// alone.
pub(super) fn breaks(word: &str, lang: Language) -> Vec<usize> {
    let letters = word.as_bytes();
    if letters.len() < 4 || !letters.iter().all(u8::is_ascii_lowercase) {
        return Vec::new();
    }
    match lang {
        Language::Id => indonesian(word),
        Language::En => english(word),
    }
}

fn english(word: &str) -> Vec<usize> {
    let mut at = 0;
    let syllables = hypher::hyphenate(word, hypher::Lang::English);
    let mut out: Vec<usize> = syllables
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    out.retain(|at| (2..=word.len().saturating_sub(2)).contains(at));
    out
}

fn indonesian(word: &str) -> Vec<usize> {
    let letters = word.as_bytes();
    let root = word.strip_suffix("nya").filter(|root| root.len() > 3);
    let root = root.unwrap_or(word);
    let mut out = match exception(root) {
        Some(known) => known,
        None => by_rule(root.as_bytes()),
    };
    if root.len() < word.len() {
        out.push(root.len());
    }
    out.retain(|at| (2..=letters.len() - 2).contains(at));
    out
}

/// The breaks of a listed word.
fn exception(word: &str) -> Option<Vec<usize>> {
    let same = |listed: &&&str| listed.bytes().filter(|b| *b != b'-').eq(word.bytes());
    let listed = EXCEPTIONS.iter().find(same)?;
    let hyphens = listed.bytes().enumerate().filter(|(_, byte)| *byte == b'-');
    Some(hyphens.enumerate().map(|(i, (at, _))| at - i).collect())
}

fn by_rule(word: &[u8]) -> Vec<usize> {
    let mut out = syllables(word);
    let starts = |prefixes: &[&str]| prefixes.iter().any(|p| word.starts_with(p.as_bytes()));
    if let Some(stem) = word.strip_suffix(b"an")
        && vowels(stem) >= 2
    {
        let at = stem.len();
        let is_kan = starts(&["me", "di", "ter", "ber"]) && word.ends_with(b"kan");
        if starts(&["pe", "ke"]) {
            // These prefixes ask for the suffix -an, never -kan.
            out.retain(|cut| !within_unit(word, *cut, at));
            if !out.contains(&at) {
                out.push(at);
            }
        } else if !is_kan && !is_vowel(word[at - 1]) {
            // It may be the end of the root, or the suffix.
            out.retain(|cut| *cut < unit_before(word, at));
        }
    }
    for range in doubtful(word) {
        out.retain(|cut| !range.contains(cut));
    }
    out
}

/// Whether a cut falls into the consonants before `at`, so that `at` takes its place.
fn within_unit(word: &[u8], cut: usize, at: usize) -> bool {
    cut >= unit_before(word, at) && cut < at && !is_vowel(word[at - 1]) && single(word, at)
}

/// One consonant (ng and the like count as one) stands between a vowel and `at`.
fn single(word: &[u8], at: usize) -> bool {
    let unit = unit_before(word, at);
    unit > 0 && is_vowel(word[unit - 1])
}

/// Where the consonant that ends before `at` begins.
fn unit_before(word: &[u8], at: usize) -> usize {
    match at.checked_sub(2) {
        Some(start) if is_pair(word[start], word[start + 1]) => start,
        _ => at.saturating_sub(1),
    }
}

/// Places around prefixes before a vowel, where the last consonant may belong to either side:
/// *ber-ada* but *be-rangkat*, *meng-ajar* but *me-ngirim*.
fn doubtful(word: &[u8]) -> Vec<std::ops::RangeInclusive<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    // Prefixes stand in front of each other: ke-ber-ada-an, di-per-oleh.
    for _ in 0..3 {
        let rest = &word[at..];
        let long = [&b"meng"[..], b"peng", b"ber", b"ter", b"per"];
        let found = long.iter().find(|p| rest.starts_with(p));
        if let Some(prefix) = found
            && rest.get(prefix.len()).is_some_and(|c| is_vowel(*c))
        {
            let end = at + prefix.len();
            out.push(unit_before(word, end)..=end);
        }
        let open = [&b"mem"[..], b"pem", b"di", b"ke", b"se"];
        let next = found.or_else(|| open.iter().find(|p| rest.starts_with(p)));
        match next {
            Some(prefix) if rest.len() > prefix.len() + 3 => at += prefix.len(),
            _ => break,
        }
    }
    out
}

/// The breaks between syllables: before a single consonant, else after the first one; never
/// within a diphthong.
fn syllables(word: &[u8]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut vowel: Option<usize> = None;
    for (i, letter) in word.iter().enumerate() {
        if !is_vowel(*letter) {
            continue;
        }
        if let Some(before) = vowel {
            let between = &word[before + 1..i];
            let cut = match between {
                [] if is_diphthong(word[before], *letter) => None,
                [] => Some(i),
                [_] => Some(before + 1),
                [a, b] if is_pair(*a, *b) => Some(before + 1),
                [a, b, _, ..] if is_pair(*a, *b) => Some(before + 3),
                [_, ..] => Some(before + 2),
            };
            out.extend(cut);
        }
        vowel = Some(i);
    }
    out
}

fn vowels(letters: &[u8]) -> usize {
    letters.iter().filter(|letter| is_vowel(**letter)).count()
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn is_diphthong(a: u8, b: u8) -> bool {
    matches!(&[a, b], b"ai" | b"au" | b"ei" | b"oi")
}

/// Two letters for one consonant.
fn is_pair(a: u8, b: u8) -> bool {
    matches!(&[a, b], b"ng" | b"ny" | b"sy" | b"kh")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn broken(word: &str) -> String {
        let mut out = String::new();
        let cuts = breaks(word, Language::Id);
        for (i, letter) in word.char_indices() {
            if cuts.contains(&i) {
                out.push('-');
            }
            out.push(letter);
        }
        out
    }

    #[test]
    fn words_are_broken_by_syllable_and_affixes_stay_whole() {
        for word in [
            "mem-per-tang-gung-ja-wab-kan",
            "nya-man",
            "pe-me-rin-tah-an",
            "pe-la-yan-an",
            "ke-se-hat-an",
            "mas-ya-ra-kat",
            "pen-di-dik-an",
            "me-la-ku-kan",
            "pe-la-yan-an-nya",
            "kan-tor-nya",
            "ban-jir",
            "ma-kan",
            "pan-tai",
            "sau-da-ra",
            "swas-ta",
            "ul-tra",
            "bang-krut",
            "la-por-an",
            "kun-jung-an",
            "ki-an",
            "per-tang-gung-ja-wab-an",
            "pe-nyu-sun-an",
            "pe-rem-pu-an",
        ] {
            // Only "masyarakat" has sy.
            let want = if word == "mas-ya-ra-kat" {
                "ma-sya-ra-kat"
            } else {
                word
            };
            assert_eq!(broken(&want.replace('-', "")), want);
        }
    }

    #[test]
    fn where_only_a_dictionary_knows_nothing_is_broken() {
        assert_eq!(broken("selatan"), "se-latan");
        assert_eq!(broken("berangkat"), "berang-kat");
        assert_eq!(broken("mengirim"), "mengi-rim");
    }

    #[test]
    fn english_words_are_broken_by_patterns() {
        let cuts = |word: &str| breaks(word, Language::En);
        assert_eq!(cuts("hyphenation"), [2, 6], "hy-phen-ation");
        assert_eq!(cuts("extensive"), [2, 5], "ex-ten-sive");
        assert_eq!(cuts("cohort"), [2], "co-hort");
        assert!(cuts("Cohort").is_empty() && cuts("eye").is_empty());
    }

    #[test]
    fn no_letter_stands_alone_and_names_numbers_and_addresses_stay_whole() {
        assert_eq!(broken("ikut"), "ikut");
        assert_eq!(broken("melalui"), "me-la-lui");
        for whole in ["Banyuwangi", "RSUD", "b2b", "www.id", "é", "", "a"] {
            assert_eq!(breaks(whole, Language::Id), Vec::<usize>::new(), "{whole}");
        }
    }

    proptest! {
        #[test]
        fn any_word_is_broken_in_order_and_within_itself(word in "[a-z]{0,60}") {
            for lang in [Language::Id, Language::En] {
                let cuts = breaks(&word, lang);
                prop_assert!(cuts.is_sorted());
                prop_assert!(cuts.iter().all(|cut| *cut >= 2 && cut + 2 <= word.len()));
            }
        }
    }
}
