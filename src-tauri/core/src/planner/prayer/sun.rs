//! Where the sun stands, after Jean Meeus, *Astronomical Algorithms*, second
//! edition (Willmann-Bell 1998): chapter 25 for the position (to 0.01°, which is
//! 2.4 seconds of time), chapter 28 for the equation of time, chapter 15 for the
//! hour angle of a height. Angles are in degrees unless a name says otherwise;
//! moments are minutes since 1970 UTC with fractions. The difference between UTC
//! and dynamical time, about a minute, moves the sun by 3″ and is left out.

/// Minutes since 1970 at the epoch J2000.0, 2000-01-01T12:00.
const J2000: f64 = 946_728_000.0 / 60.0;
const DAY: f64 = 1440.0;

/// The sun at one moment.
struct Sun {
    /// Declination, in radians.
    declination: f64,
    /// True minus mean solar time, in minutes.
    equation_of_time: f64,
}

impl Sun {
    fn at(moment: f64) -> Self {
        let t = (moment - J2000) / (DAY * 36_525.0);
        let mean_longitude = 280.466_46 + t * (36_000.769_83 + t * 0.000_303_2);
        let anomaly = (357.529_11 + t * (35_999.050_29 - t * 0.000_153_7)).to_radians();
        let centre = (1.914_602 - t * (0.004_817 + t * 0.000_014)) * anomaly.sin()
            + (0.019_993 - t * 0.000_101) * (2.0 * anomaly).sin()
            + 0.000_289 * (3.0 * anomaly).sin();
        let node = (125.04 - 1934.136 * t).to_radians();
        let nutation = -0.004_78 * node.sin();
        let apparent = (mean_longitude + centre - 0.005_69 + nutation).to_radians();
        let mean_obliquity =
            23.439_291_1 - t * (0.013_004_2 + t * (0.000_000_16 - t * 0.000_000_504));
        let obliquity = (mean_obliquity + 0.002_56 * node.cos()).to_radians();
        let right_ascension = (obliquity.cos() * apparent.sin())
            .atan2(apparent.cos())
            .to_degrees();
        let difference =
            mean_longitude - 0.005_718_3 - right_ascension + nutation * obliquity.cos();
        Self {
            declination: (obliquity.sin() * apparent.sin()).asin(),
            // Four minutes of time to a degree.
            equation_of_time: 4.0 * between(difference, -180.0, 180.0),
        }
    }
}

/// `value` moved by whole turns into `low..high`.
fn between(value: f64, low: f64, high: f64) -> f64 {
    low + (value - low).rem_euclid(high - low)
}

/// When the sun crosses the meridian of `longitude` within the day that begins
/// at `midnight`.
pub(super) fn transit(longitude: f64, midnight: f64) -> f64 {
    let noon_by = |moment: f64| 720.0 - 4.0 * longitude - Sun::at(moment).equation_of_time;
    let first = between(noon_by(midnight + DAY / 2.0), midnight, midnight + DAY);
    // The equation of time changes by half a minute a day at most, so that its
    // value at the transit itself needs one more step only.
    first + between(noon_by(first) - first, -DAY / 2.0, DAY / 2.0)
}

/// Before or after the transit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Morning,
    Evening,
}

/// A height of the sun.
#[derive(Clone, Copy)]
pub(super) enum Height {
    /// Degrees above the horizon.
    Fixed(f64),
    /// Where a shadow is longer than at noon by this multiple of what casts it.
    Shadow(f64),
}

/// When the sun reaches `height` on the `side` of `transit`; `None` when it does
/// not on that day.
pub(super) fn reaches(latitude: f64, transit: f64, height: Height, side: Side) -> Option<f64> {
    let latitude = latitude.to_radians();
    let noon = Sun::at(transit);
    let mut moment = transit;
    // Declination and equation of time are those of the event itself; four
    // rounds bring any place between the polar circles within a second.
    for _ in 0..4 {
        let sun = Sun::at(moment);
        let height = match height {
            Height::Fixed(degrees) => degrees.to_radians(),
            Height::Shadow(multiple) => {
                let shortest = (latitude - noon.declination).abs();
                if shortest >= std::f64::consts::FRAC_PI_2 {
                    return None;
                }
                (1.0 / (multiple + shortest.tan())).atan()
            }
        };
        let cosine = (height.sin() - latitude.sin() * sun.declination.sin())
            / (latitude.cos() * sun.declination.cos());
        if !(-1.0..=1.0).contains(&cosine) {
            return None;
        }
        let minutes = 4.0 * cosine.acos().to_degrees();
        let meridian = transit + noon.equation_of_time - sun.equation_of_time;
        moment = match side {
            Side::Morning => meridian - minutes,
            Side::Evening => meridian + minutes,
        };
    }
    Some(moment)
}
