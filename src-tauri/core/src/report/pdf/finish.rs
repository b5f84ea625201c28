//! What printpdf leaves out or gets wrong: text maps, outline, metadata, language, page labels,
//! ids and dates.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, StringFormat, dictionary};

use super::super::ReportError;
use super::super::display::{Heading, LabelStyle, Pages};
use super::super::model::Document;
use super::glyphs::Unicode;

const PRODUCER: &str = concat!("Tilik ", env!("CARGO_PKG_VERSION"));

/// Completes and writes the file.
pub(super) fn finish(
    mut file: File,
    pages: &Pages,
    document: &Document,
    created: DateTime<FixedOffset>,
    unicode: &Unicode,
) -> Result<Vec<u8>, ReportError> {
    file.version = "1.7".to_owned();
    let page_ids: Vec<ObjectId> = file.page_iter().collect();
    text_maps(&mut file, unicode)?;
    for id in &page_ids {
        links(file.get_dictionary_mut(*id)?);
    }
    let outline = outline(&mut file, pages, &page_ids);
    let id = identity(&file, document, created);
    let metadata = metadata(document, created, &id);
    let metadata = file.add_object(metadata);

    let catalog = file.catalog_mut()?;
    catalog.remove(b"PageLayout");
    catalog.set("Language", Object::string_literal(document.lang.tag()));
    catalog.set("Metadata", metadata);
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set(
        "PageLabels",
        dictionary! {
            "Nums" => labels(pages),
        },
    );
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }

    let date = Object::string_literal(pdf_date(created));
    let mut info = dictionary! {
        "Title" => text(&document.title),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    };
    if !document.author.is_empty() {
        info.set("Author", text(&document.author));
    }
    let info = file.add_object(info);
    file.trailer.set("Info", info);
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    file.prune_objects();
    file.compress();
    let mut out = Vec::new();
    file.save_to(&mut out)?;
    Ok(out)
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

/// A string of a PDF dictionary.
fn text(words: &str) -> Object {
    if words.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        Object::string_literal(words)
    } else {
        Object::String(utf16(words), StringFormat::Hexadecimal)
    }
}

/// UTF-16 with its mark, as PDF strings have it.
pub(super) fn utf16(words: &str) -> Vec<u8> {
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

/// Makes a page's links print as they look (flag 4), and drops the empty list of none.
fn links(page: &mut Dictionary) {
    let none = match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
        Ok(annotations) => {
            for annotation in annotations.iter_mut() {
                if let Ok(link) = annotation.as_dict_mut() {
                    link.set("F", 4);
                    link.remove(b"C");
                }
            }
            annotations.is_empty()
        }
        Err(_) => false,
    };
    if none {
        page.remove(b"Annots");
    }
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
        let page = page_ids.get(entry.heading.page).copied();
        if let Some(page) = page {
            let height = pages
                .pages
                .get(entry.heading.page)
                .map_or(0.0, |it| it.size.1);
            let y = Object::Real(super::tidy(height - entry.heading.y + 6.0));
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

/// "D:20180320083000+07'00'".
fn pdf_date(at: DateTime<FixedOffset>) -> String {
    let offset = at.offset().local_minus_utc() / 60;
    let sign = if offset < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    format!(
        "D:{}{sign}{hours:02}'{minutes:02}'",
        at.format("%Y%m%d%H%M%S")
    )
}

/// The metadata packet, left readable.
fn metadata(document: &Document, created: DateTime<FixedOffset>, id: &[u8; 16]) -> Stream {
    let date = created.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    let id = data_encoding::HEXLOWER.encode(id);
    let title = escaped(&document.title);
    let author = match escaped(&document.author) {
        author if author.is_empty() => author,
        author => {
            format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n")
        }
    };
    let language = document.lang.tag();
    let packet = format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}',
    );
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(dictionary, packet.into_bytes()).with_compression(false)
}

/// Text between XML tags; characters that XML forbids are left out.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
