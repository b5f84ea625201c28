//! GeoJSON (RFC 7946): points with properties, longitude first, WGS 84.

use serde::Serialize;

use super::ReportError;
use crate::domain::Coordinates;

/// Something with a place, or without one where it is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature<P> {
    /// Names it.
    pub id: String,
    /// Where it is.
    pub point: Option<Coordinates>,
    /// What is known about it.
    pub properties: P,
}

#[derive(Serialize)]
struct Collection<'a, P> {
    r#type: &'static str,
    features: Vec<Written<'a, P>>,
}

#[derive(Serialize)]
struct Written<'a, P> {
    r#type: &'static str,
    id: &'a str,
    geometry: Option<Point>,
    properties: &'a P,
}

#[derive(Serialize)]
struct Point {
    r#type: &'static str,
    /// Longitude, latitude.
    coordinates: [f64; 2],
}

/// Writes a collection of features. A point that is not on Earth counts as not known.
///
/// # Errors
/// When the properties cannot be written as JSON.
pub fn geojson<P: Serialize>(features: &[Feature<P>]) -> Result<Vec<u8>, ReportError> {
    let written = features.iter().map(|feature| Written {
        r#type: "Feature",
        id: &feature.id,
        geometry: feature.point.and_then(point),
        properties: &feature.properties,
    });
    let collection = Collection {
        r#type: "FeatureCollection",
        features: written.collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&collection)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn point(at: Coordinates) -> Option<Point> {
    at.is_on_earth().then_some(Point {
        r#type: "Point",
        coordinates: [at.longitude, at.latitude],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn longitude_comes_first_and_an_unknown_place_is_null() {
        let feature = |id: &str, point: Option<(f64, f64)>| Feature {
            id: id.to_owned(),
            point: point.map(|(latitude, longitude)| Coordinates {
                latitude,
                longitude,
                approximate: false,
            }),
            properties: json!({ "name": id }),
        };
        let features = [
            feature("a", Some((-8.21, 114.37))),
            feature("b", None),
            feature("c", Some((f64::NAN, 114.0))),
            feature("d", Some((-91.0, 0.0))),
        ];
        let value: Value = serde_json::from_slice(&geojson(&features).unwrap()).unwrap();
        assert_eq!(value["type"], "FeatureCollection");
        assert_eq!(
            value["features"][0]["geometry"],
            json!({ "type": "Point", "coordinates": [114.37, -8.21] })
        );
        assert_eq!(value["features"][0]["properties"]["name"], "a");
        for unknown in 1..4 {
            assert_eq!(value["features"][unknown]["geometry"], Value::Null);
        }
    }
}
