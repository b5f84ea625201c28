//! What a file says of itself: the dictionary that old readers show, and the XMP packet.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::model::Document;
use super::finish::text;

const PRODUCER: &str = concat!("Tilik ", env!("CARGO_PKG_VERSION"));

/// The information dictionary.
pub(super) fn info(document: &Document, created: DateTime<FixedOffset>) -> Dictionary {
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
    info
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
pub(super) fn packet(document: &Document, created: DateTime<FixedOffset>, id: &[u8; 16]) -> Stream {
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
