//! Going through blocks in reading order.

use super::{Block, Inline};

/// What a walk meets.
pub(crate) enum Part<'a> {
    /// A block, before what is in it.
    Block(&'a Block),
    /// A piece of text.
    Inline(&'a Inline),
}

/// Shows every block and every piece of text to `see`; footnotes are not entered.
pub(crate) fn walk<'a>(blocks: &'a [Block], see: &mut dyn FnMut(Part<'a>)) {
    for block in blocks {
        see(Part::Block(block));
        let mut inlines = |text: &'a [Inline]| text.iter().for_each(|it| see(Part::Inline(it)));
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => inlines(text),
            Block::Table(table) => {
                let rows = table.head.iter().chain(&table.rows);
                rows.flatten().for_each(|cell| inlines(&cell.text));
            }
            Block::Facts(facts) => facts.iter().for_each(|fact| inlines(&fact.value)),
            Block::List { items, .. } => items.iter().for_each(|item| walk(&item.blocks, see)),
            Block::Quote(blocks) => walk(blocks, see),
            Block::Notes(notes) => notes.iter().for_each(|note| walk(note.blocks(), see)),
            _ => {}
        }
    }
}
