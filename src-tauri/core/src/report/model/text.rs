//! The words of a document in reading order, for search, tests and comparison.
//! Must say exactly what the pages will show, page furniture apart.

use super::{Block, Cell, Document, Inline, ListItem, Signature};

/// The dotted line that stands for a name to be filled in by hand.
pub(crate) const BLANK_NAME: &str = "…………………………………";

/// What a list puts before its item.
pub(crate) fn marker(start: Option<u64>, index: usize, checked: Option<bool>) -> String {
    match (checked, start) {
        (Some(true), _) => "☑".to_owned(),
        (Some(false), _) => "☐".to_owned(),
        (None, Some(first)) => format!("{}.", first.saturating_add(index as u64)),
        (None, None) => "•".to_owned(),
    }
}

/// The lines of a signature: above the space for the signature, and below it.
pub(crate) fn signature_lines(signature: &Signature) -> (Vec<&str>, Vec<String>) {
    let above = [signature.place_and_date.as_str(), signature.role.as_str()];
    let name = if signature.name.is_empty() {
        BLANK_NAME
    } else {
        &signature.name
    };
    let mut below = vec![name.to_owned()];
    if !signature.nip.is_empty() {
        below.push(format!("NIP {}", signature.nip));
    }
    (
        above.into_iter().filter(|line| !line.is_empty()).collect(),
        below,
    )
}

/// All words of `document` in reading order, one block or cell to a line. Text repeated because
/// a page ended (table headers, merged cells) is there once.
pub fn text_of(document: &Document) -> String {
    let mut out = String::new();
    if let Some(header) = &document.header {
        for line in &header.lines {
            push(&mut out, &line.text);
        }
    }
    blocks(&document.blocks, &mut out);
    out
}

fn push(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn inlines(text: &[Inline], out: &mut String) {
    for inline in text {
        out.push_str(&inline.text);
    }
    out.push('\n');
}

fn cells(row: &[Cell], out: &mut String) {
    for cell in row {
        inlines(&cell.text, out);
    }
}

fn blocks(list: &[Block], out: &mut String) {
    for block in list {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => inlines(text, out),
            Block::List { start, items } => {
                for (
                    i,
                    ListItem {
                        checked,
                        blocks: content,
                    },
                ) in items.iter().enumerate()
                {
                    push(out, &marker(*start, i, *checked));
                    blocks(content, out);
                }
            }
            Block::Quote(content) => blocks(content, out),
            Block::Code(text) => push(out, text),
            Block::Table(table) => {
                table
                    .head
                    .iter()
                    .chain(&table.rows)
                    .for_each(|row| cells(row, out));
            }
            Block::Figure { caption, .. } => push(out, caption),
            Block::Gallery(pictures) => pictures.iter().for_each(|it| push(out, &it.caption)),
            Block::Letterhead(header) => header.lines.iter().for_each(|it| push(out, &it.text)),
            Block::Facts(facts) => {
                for fact in facts {
                    push(out, &fact.label);
                    push(out, ":");
                    inlines(&fact.value, out);
                }
            }
            Block::Signatures(signatures) => {
                for signature in signatures {
                    let (above, below) = signature_lines(signature);
                    above.iter().for_each(|line| push(out, line));
                    below.iter().for_each(|line| push(out, line));
                }
            }
            Block::Notes(notes) => {
                for note in notes {
                    push(out, &note.number.to_string());
                    blocks(&note.blocks, out);
                }
            }
            Block::Rule | Block::WritingLines(_) | Block::PageBreak => {}
        }
    }
}
