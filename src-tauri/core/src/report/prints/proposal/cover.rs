//! The cover: what it is, whose, of which cohort, where and when.

use super::super::super::model::{Block, Inline, Role};
use super::{ProposalPrint, line};

/// The cover, without the page break after it.
pub(super) fn cover(print: &ProposalPrint) -> Vec<Block> {
    let lang = print.lang;
    let mut blocks = vec![
        Block::Space(100.0),
        line(print.kind().to_uppercase(), Role::Subtitle),
        Block::Space(10.0),
        line(print.title(), Role::Title),
        Block::Space(110.0),
    ];
    blocks.push(Block::Paragraph {
        text: vec![Inline::plain(lang.pick("Disusun oleh", "Written by"))],
        role: Role::Subtitle,
    });
    let author = &print.author;
    let nip = match author.nip.trim() {
        "" => String::new(),
        nip => format!("NIP {nip}"),
    };
    if !author.name.trim().is_empty() {
        blocks.push(Block::Paragraph {
            text: vec![Inline::bold(author.name.as_str())],
            role: Role::Subtitle,
        });
    }
    for text in [&nip, &author.position, &author.office] {
        if !text.trim().is_empty() {
            blocks.push(line(text.as_str(), Role::Subtitle));
        }
    }
    blocks.push(Block::Space(130.0));
    for text in [&print.programme, &print.cohort] {
        if !text.trim().is_empty() {
            blocks.push(line(text.as_str(), Role::Subtitle));
        }
    }
    let place = [&print.place, &print.year];
    let place: Vec<&str> = place.into_iter().map(|s| s.trim()).collect();
    let place: Vec<&str> = place.into_iter().filter(|s| !s.is_empty()).collect();
    if !place.is_empty() {
        blocks.push(Block::Space(14.0));
        blocks.push(Block::Paragraph {
            text: vec![Inline::bold(place.join(", ").to_uppercase())],
            role: Role::Subtitle,
        });
    }
    let state = if print.version.is_empty() {
        lang.pick("Naskah, belum diajukan", "Draft, not handed in yet")
            .to_owned()
    } else {
        let version = lang.pick("Pengajuan", "Submission");
        format!("{version} {} · {}", print.version, print.submitted)
    };
    blocks.push(Block::Space(8.0));
    blocks.push(line(state, Role::Subtitle));
    blocks
}
