//! Where and when prayer times are asked for.

use clap::Args;

use tilik_core::domain::{Coordinates, Day, Zone};

#[derive(Args)]
pub(crate) struct Prayer {
    /// Latitude and longitude in degrees, south and west negative, such as -8.2192,114.3691.
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true, value_parser = place)]
    pub(crate) at: Coordinates,
    /// WIB, WITA or WIT; or Asia/Jakarta, Asia/Pontianak, Asia/Makassar, Asia/Jayapura.
    #[arg(long, value_parser = zone)]
    pub(crate) zone: Zone,
    /// First day, such as 2018-03-20.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Day,
    /// Last day; the first one when left out.
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<Day>,
}

/// A point such as `-8.2192,114.3691`.
fn place(text: &str) -> Result<Coordinates, String> {
    let degrees = |part: &str| part.trim().parse::<f64>().ok();
    let pair = text.split_once(',');
    let pair =
        pair.and_then(|(latitude, longitude)| Some((degrees(latitude)?, degrees(longitude)?)));
    let (latitude, longitude) =
        pair.ok_or("expected LAT,LON in degrees, such as -8.2192,114.3691")?;
    let place = Coordinates {
        latitude,
        longitude,
        approximate: false,
    };
    if place.is_on_earth() {
        Ok(place)
    } else {
        Err("latitude must lie in -90..90 and longitude in -180..180".to_owned())
    }
}

/// A zone by its abbreviation or by the name it has in the tz database.
fn zone(text: &str) -> Result<Zone, String> {
    match text.to_ascii_lowercase().as_str() {
        "wib" | "asia/jakarta" | "asia/pontianak" => Ok(Zone::Wib),
        "wita" | "asia/makassar" => Ok(Zone::Wita),
        "wit" | "asia/jayapura" => Ok(Zone::Wit),
        _ => {
            Err("expected WIB, WITA, WIT, Asia/Jakarta, Asia/Makassar or Asia/Jayapura".to_owned())
        }
    }
}
