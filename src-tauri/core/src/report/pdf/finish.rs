//! What printpdf leaves out or gets wrong: text maps, outline, metadata, language, page labels,
//! ids and dates.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, StringFormat, dictionary};

use super::super::ReportError;
use super::super::display::{Heading, LabelStyle, Pages, Place};
use super::super::model::Document;
use super::content::Content;
use super::glyphs::Unicode;
use super::{metadata, save, tags};

/// Completes and writes the file. The last page, which only shows each glyph once, goes.
pub(super) fn finish(
    mut file: File,
    pages: &Pages,
    document: &Document,
    created: DateTime<FixedOffset>,
    unicode: &Unicode,
    mut contents: Vec<Content>,
    threads: usize,
) -> Result<Vec<u8>, ReportError> {
    let mut page_ids: Vec<ObjectId> = file.page_iter().collect();
    drop_last_page(&mut file, &mut page_ids)?;
    text_maps(&mut file, unicode)?;
    let mut links = Vec::new();
    for (id, content) in page_ids.iter().zip(&mut contents) {
        operators(&mut file, *id, content)?;
        links.push(annotations(&mut file, *id, content)?);
    }
    let tags = tags::add(&mut file, pages, &contents, &page_ids, &links)?;
    drop(contents);
    let outline = outline(&mut file, pages, &page_ids);
    let id = identity(&file, document, created);
    let metadata = file.add_object(metadata::packet(document, created, &id));

    let catalog = file.catalog_mut()?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", Object::string_literal(document.lang.tag()));
    catalog.set("Metadata", metadata);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", tags);
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    let labels = labels(pages);
    if !labels.is_empty() {
        catalog.set("PageLabels", dictionary! { "Nums" => labels });
    }
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }

    let info = file.add_object(metadata::info(document, created));
    file.trailer.set("Info", info);
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    compress(&mut file, threads)?;
    save::save(&file, threads)
}

/// The series of page numbers.
fn labels(pages: &Pages) -> Vec<Object> {
    let mut out = Vec::new();
    for label in &pages.labels {
        let mut series = Dictionary::new();
        match label.style {
            LabelStyle::None => {}
            LabelStyle::Roman => series.set("S", "r"),
            LabelStyle::Arabic => series.set("S", "D"),
        }
        if label.first > 1 {
            series.set("St", label.first as i64);
        }
        out.push((label.page as i64).into());
        out.push(Object::Dictionary(series));
    }
    out
}

/// Takes the last page out of the file, with its content.
fn drop_last_page(file: &mut File, page_ids: &mut Vec<ObjectId>) -> Result<(), ReportError> {
    let Some(id) = page_ids.pop() else {
        return Ok(());
    };
    let page = file.get_dictionary(id)?;
    let parts = [b"Contents".as_slice(), b"Resources"].map(|key| page.get(key).cloned());
    let tree = page.get(b"Parent")?.as_reference()?;
    for part in parts.into_iter().flatten() {
        file.objects.remove(&part.as_reference()?);
    }
    file.objects.remove(&id);
    let tree = file.get_dictionary_mut(tree)?;
    tree.get_mut(b"Kids")?.as_array_mut()?.pop();
    tree.set("Count", page_ids.len() as i64);
    Ok(())
}

/// Gives a page its operators.
fn operators(file: &mut File, page: ObjectId, content: &mut Content) -> Result<(), ReportError> {
    let stream = file
        .get_dictionary(page)?
        .get(b"Contents")?
        .as_reference()?;
    let operators = std::mem::take(&mut content.operators);
    *file.get_object_mut(stream)? = Stream::new(Dictionary::new(), operators).into();
    Ok(())
}

/// Deflates all streams, on several processors.
fn compress(file: &mut File, threads: usize) -> Result<(), ReportError> {
    let streams = file.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) if stream.allows_compression && !stream.dict.has(b"Filter") => {
            Some(stream)
        }
        _ => None,
    });
    let mut streams: Vec<&mut Stream> = streams.collect();
    let deflated = super::at_once(threads, &streams, |stream| save::deflated(&stream.content));
    for (stream, deflated) in streams.iter_mut().zip(deflated) {
        let deflated = deflated?;
        if deflated.len() + 20 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    }
    Ok(())
}

/// A string of a PDF dictionary.
pub(super) fn text(words: &str) -> Object {
    if words.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        Object::string_literal(words)
    } else {
        Object::String(utf16(words), StringFormat::Hexadecimal)
    }
}

/// UTF-16 with its mark, as PDF strings have it.
fn utf16(words: &str) -> Vec<u8> {
    let mut out = vec![0xfe, 0xff];
    out.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    out
}

/// Gives every font the table from its glyphs to characters.
fn text_maps(file: &mut File, unicode: &Unicode) -> Result<(), ReportError> {
    let mut found = Vec::new();
    for object in file.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        let Ok(name) = font.get(b"BaseFont").and_then(Object::as_name) else {
            continue;
        };
        let Ok(map) = font.get(b"ToUnicode").and_then(Object::as_reference) else {
            continue;
        };
        if let Some(glyphs) = std::str::from_utf8(name)
            .ok()
            .and_then(|name| unicode.get(name))
        {
            found.push((map, cmap(glyphs)));
        }
    }
    for (id, content) in found {
        let stream = Stream::new(Dictionary::new(), content.into_bytes());
        *file.get_object_mut(id)? = Object::Stream(stream);
    }
    Ok(())
}

fn cmap(glyphs: &std::collections::BTreeMap<u16, String>) -> String {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let entries: Vec<(&u16, &String)> = glyphs.iter().filter(|(_, t)| !t.is_empty()).collect();
    for chunk in entries.chunks(100) {
        let _ = writeln!(out, "{} beginbfchar", chunk.len());
        for (glyph, characters) in chunk {
            let _ = write!(out, "<{glyph:04X}> <");
            for unit in characters.encode_utf16() {
                let _ = write!(out, "{unit:04X}");
            }
            out.push_str(">\n");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}

/// Makes a page's links objects of their own that say where they lead and print as they look
/// (flag 4), as PDF/UA-1, 7.18 asks. Drops the empty list of none.
fn annotations(
    file: &mut File,
    page: ObjectId,
    content: &Content,
) -> Result<Vec<ObjectId>, ReportError> {
    let dictionary = file.get_dictionary_mut(page)?;
    let Ok(Object::Array(found)) = dictionary.remove(b"Annots").ok_or(()) else {
        return Ok(Vec::new());
    };
    let mut ids = Vec::new();
    for (annotation, link) in found.into_iter().zip(&content.links) {
        let Object::Dictionary(mut annotation) = annotation else {
            continue;
        };
        annotation.set("F", 4);
        annotation.set("Contents", text(&link.words));
        annotation.remove(b"C");
        ids.push(file.add_object(annotation));
    }
    if !ids.is_empty() {
        let list: Vec<Object> = ids.iter().map(|id| (*id).into()).collect();
        file.get_dictionary_mut(page)?.set("Annots", list);
    }
    Ok(ids)
}

/// An outline entry before it is written.
struct Entry<'a> {
    heading: &'a Heading,
    id: ObjectId,
    parent: Option<usize>,
    children: Vec<usize>,
    /// Entries below it, all levels.
    below: i64,
}

/// Writes the nested outline; `None` without headings.
fn outline(file: &mut File, pages: &Pages, page_ids: &[ObjectId]) -> Option<ObjectId> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut top = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for heading in &pages.outline {
        while open
            .last()
            .is_some_and(|last| entries[*last].heading.level >= heading.level)
        {
            open.pop();
        }
        let index = entries.len();
        let parent = open.last().copied();
        match parent {
            Some(parent) => entries[parent].children.push(index),
            None => top.push(index),
        }
        open.iter().for_each(|i| entries[*i].below += 1);
        open.push(index);
        let id = file.new_object_id();
        entries.push(Entry {
            heading,
            id,
            parent,
            children: Vec::new(),
            below: 0,
        });
    }
    if entries.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let family = |children: &[usize], entries: &[Entry<'_>], count: i64| {
        let mut dictionary = Dictionary::new();
        if let (Some(first), Some(last)) = (children.first(), children.last()) {
            dictionary.set("First", entries[*first].id);
            dictionary.set("Last", entries[*last].id);
            dictionary.set("Count", count);
        }
        dictionary
    };
    for (index, entry) in entries.iter().enumerate() {
        let mut item = family(&entry.children, &entries, entry.below);
        let siblings = entry
            .parent
            .map_or(&top, |parent| &entries[parent].children);
        let at = siblings.iter().position(|i| *i == index).unwrap_or(0);
        if let Some(previous) = at.checked_sub(1).and_then(|i| siblings.get(i)) {
            item.set("Prev", entries[*previous].id);
        }
        if let Some(next) = siblings.get(at + 1) {
            item.set("Next", entries[*next].id);
        }
        item.set(
            "Parent",
            entry.parent.map_or(root, |parent| entries[parent].id),
        );
        item.set("Title", text(&entry.heading.title));
        let Heading { page: at, y, .. } = *entry.heading;
        if let Some(page) = page_ids.get(at).copied() {
            let y = Object::Real(super::above(pages, Place { page: at, y }));
            let target = vec![page.into(), "XYZ".into(), 0.into(), y, Object::Null];
            item.set("Dest", target);
        }
        file.set_object(entry.id, item);
    }
    let mut item = family(&top, &entries, entries.len() as i64);
    item.set("Type", "Outlines");
    file.set_object(root, item);
    Some(root)
}

/// The file's id, from all that is in it.
fn identity(file: &File, document: &Document, created: DateTime<FixedOffset>) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(document.title.as_bytes());
    hasher.update(document.author.as_bytes());
    hasher.update(created.to_rfc3339().as_bytes());
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hasher.update(&stream.content);
        }
    }
    let mut id = [0; 16];
    id.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    id
}
