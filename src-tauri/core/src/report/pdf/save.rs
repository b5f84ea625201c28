//! The bytes of a file: small objects packed into compressed streams, and the table of where
//! everything lies as a stream, too (ISO 32000-1, 7.5.7 and 7.5.8). lopdf can do the same, but
//! copies every object first; a tagged booklet has some fifty thousand.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document as File, Object, ObjectId, StringFormat};

use super::super::ReportError;

/// The level of compression. The highest takes half again the time for a hundredth of the size.
const LEVEL: u32 = 6;
/// How many objects share a stream; a reader unpacks them all to get at one.
const TOGETHER: usize = 200;

/// Where an object lies: at a distance from the file's beginning, or in a stream of several.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    At(usize),
    Within(usize, usize),
}

/// Deflated bytes.
pub(super) fn deflated(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Writes the file, packing on so many threads.
pub(super) fn save(file: &File, threads: usize) -> Result<Vec<u8>, ReportError> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = vec![Place::Nowhere; file.max_id as usize + 1];
    let mut small: Vec<(ObjectId, &Object)> = Vec::new();
    for (id, object) in &file.objects {
        let Object::Stream(stream) = object else {
            small.push((*id, object));
            continue;
        };
        enter(&mut places, id.0 as usize, Place::At(out.len()));
        write!(out, "{} 0 obj", id.0)?;
        add_stream(&mut out, &stream.dict, &stream.content);
    }
    let groups: Vec<&[(ObjectId, &Object)]> = small.chunks(TOGETHER).collect();
    let packed = super::at_once(threads, &groups, |group| pack(group));
    for (group, packed) in groups.iter().zip(packed) {
        let (first, bytes) = packed?;
        let number = places.len();
        enter(&mut places, number, Place::At(out.len()));
        for (index, (id, _)) in group.iter().enumerate() {
            enter(&mut places, id.0 as usize, Place::Within(number, index));
        }
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", "ObjStm");
        dictionary.set("N", group.len() as i64);
        dictionary.set("First", first as i64);
        dictionary.set("Filter", "FlateDecode");
        write!(out, "{number} 0 obj")?;
        add_stream(&mut out, &dictionary, &bytes);
    }
    table(file, places, &mut out)?;
    Ok(out)
}

fn enter(places: &mut Vec<Place>, number: usize, place: Place) {
    if places.len() <= number {
        places.resize(number + 1, Place::Nowhere);
    }
    places[number] = place;
}

/// The table of places, and where it lies.
fn table(file: &File, mut places: Vec<Place>, out: &mut Vec<u8>) -> Result<(), ReportError> {
    let (number, start) = (places.len(), out.len());
    places.push(Place::At(start));
    let mut rows = Vec::with_capacity(places.len() * 7);
    for (number, place) in places.iter().enumerate() {
        let (kind, a, b) = match *place {
            // The list of free numbers begins and ends with number 0.
            Place::Nowhere if number == 0 => (0, 0, 65_535),
            Place::Nowhere => (0, 0, 0),
            Place::At(distance) => (1, distance, 0),
            Place::Within(stream, index) => (2, stream, index),
        };
        rows.push(kind);
        rows.extend_from_slice(&(a as u32).to_be_bytes());
        rows.extend_from_slice(&(b as u16).to_be_bytes());
    }
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", "XRef");
    dictionary.set("Size", places.len() as i64);
    dictionary.set("W", vec![1.into(), 4.into(), 2.into()]);
    for key in ["Root", "Info", "ID"] {
        if let Ok(value) = file.trailer.get(key.as_bytes()) {
            dictionary.set(key, value.clone());
        }
    }
    dictionary.set("Filter", "FlateDecode");
    write!(out, "{number} 0 obj")?;
    add_stream(out, &dictionary, &deflated(&rows)?);
    write!(out, "startxref\n{start}\n%%EOF\n")?;
    Ok(())
}

/// Objects in one stream: where the first begins, and the deflated bytes.
fn pack(group: &[(ObjectId, &Object)]) -> std::io::Result<(usize, Vec<u8>)> {
    let (mut numbers, mut bodies) = (Vec::new(), Vec::new());
    for (id, object) in group {
        write!(numbers, "{} {} ", id.0, bodies.len())?;
        add(&mut bodies, object);
        bodies.push(b'\n');
    }
    let first = numbers.len();
    numbers.extend_from_slice(&bodies);
    Ok((first, deflated(&numbers)?))
}

fn add_stream(out: &mut Vec<u8>, dictionary: &Dictionary, content: &[u8]) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary.iter().filter(|(key, _)| *key != b"Length") {
        add_entry(out, key, value);
    }
    add_entry(out, b"Length", &(content.len() as i64).into());
    out.extend_from_slice(b">>stream\n");
    out.extend_from_slice(content);
    out.extend_from_slice(b"\nendstream\nendobj\n");
}

fn add(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(true) => out.extend_from_slice(b"true"),
        Object::Boolean(false) => out.extend_from_slice(b"false"),
        Object::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) if value.is_finite() => {
            out.extend_from_slice(value.to_string().as_bytes());
        }
        Object::Real(_) => out.push(b'0'),
        Object::Name(name) => add_name(out, name),
        Object::String(bytes, format) => add_string(out, bytes, format),
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                add_apart(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => {
            out.extend_from_slice(b"<<");
            for (key, value) in dictionary.iter() {
                add_entry(out, key, value);
            }
            out.extend_from_slice(b">>");
        }
        Object::Reference((number, generation)) => {
            out.extend_from_slice(format!("{number} {generation} R").as_bytes());
        }
        // Streams are objects of their own; there is none inside another.
        Object::Stream(_) => out.extend_from_slice(b"null"),
    }
}

fn add_entry(out: &mut Vec<u8>, key: &[u8], value: &Object) {
    add_name(out, key);
    add_apart(out, value);
}

/// Adds an object with a space before it where it would run into what stands there.
fn add_apart(out: &mut Vec<u8>, object: &Object) {
    let delimits = matches!(
        object,
        Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
    );
    let parted = matches!(out.last(), Some(b'[' | b']' | b'>' | b')'));
    if !delimits && !parted {
        out.push(b' ');
    }
    add(out, object);
}

fn add_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        match byte {
            b'#' | b'/' | b'%' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' => {
                out.extend_from_slice(format!("#{byte:02X}").as_bytes());
            }
            b'!'..=b'~' => out.push(*byte),
            _ => out.extend_from_slice(format!("#{byte:02X}").as_bytes()),
        }
    }
}

fn add_string(out: &mut Vec<u8>, bytes: &[u8], format: &StringFormat) {
    if *format == StringFormat::Hexadecimal {
        out.push(b'<');
        out.extend(data_encoding::HEXUPPER.encode(bytes).into_bytes());
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::{Stream, dictionary};

    #[test]
    fn every_kind_of_object_is_read_back_as_it_was() {
        let mut file = File::with_version("1.7");
        let odd = dictionary! {
            "Nama" => Object::Name(b"a b#/(".to_vec()),
            "Teks" => Object::string_literal("(kurung) \\ \r akhir"),
            "Heksa" => Object::String(vec![0, 13, 255], StringFormat::Hexadecimal),
            "Angka" => vec![1.into(), (-2).into(), Object::Real(0.25), Object::Null, true.into()],
            "Isi" => vec![Object::Dictionary(dictionary! { "A" => vec![Object::Array(Vec::new())] })],
        };
        let mut ids: Vec<ObjectId> = (0..450).map(|_| file.add_object(odd.clone())).collect();
        let stream = Stream::new(dictionary! { "X" => 1 }, b"isi\nendstream? belum".to_vec());
        ids.push(file.add_object(stream.clone()));
        let pages = file.add_object(
            dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 },
        );
        let root = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        file.trailer.set("Root", root);
        for threads in [1, 3] {
            let read = File::load_mem(&save(&file, threads).unwrap()).unwrap();
            for id in &ids[..450] {
                assert_eq!(read.get_dictionary(*id).unwrap(), &odd);
            }
            let found = read.get_object(ids[450]).unwrap().as_stream().unwrap();
            assert_eq!(found.content, stream.content);
            assert!(read.catalog().is_ok());
        }
    }
}
