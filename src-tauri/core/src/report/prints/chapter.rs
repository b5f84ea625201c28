//! Prints as parts of a longer print: their headings stand below those of the longer one.

use super::super::model::{Block, Document, Role};

/// The level of the smallest headings.
const LOWEST: u8 = 6;

/// Lets the headings among `blocks` begin at `level`, whatever level they were written with.
/// Those inside lists and quotes go along, and none of them rises above `level`.
pub(super) fn below(level: u8, mut blocks: Vec<Block>) -> Vec<Block> {
    let level = level.min(LOWEST);
    let own = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let highest = own.min().or_else(|| highest(&blocks)).unwrap_or(level);
    lower(&mut blocks, i16::from(level) - i16::from(highest), level);
    blocks
}

fn highest(blocks: &[Block]) -> Option<u8> {
    let of = |block: &Block| match block {
        Block::Heading { level, .. } => Some(*level),
        Block::Quote(inner) => highest(inner),
        Block::List { items, .. } => items.iter().filter_map(|it| highest(&it.blocks)).min(),
        _ => None,
    };
    blocks.iter().filter_map(of).min()
}

fn lower(blocks: &mut [Block], by: i16, top: u8) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                *level = u8::try_from(i16::from(*level) + by)
                    .unwrap_or(top)
                    .clamp(top, LOWEST);
            }
            Block::Quote(inner) => lower(inner, by, top),
            Block::List { items, .. } => {
                items
                    .iter_mut()
                    .for_each(|it| lower(&mut it.blocks, by, top));
            }
            _ => {}
        }
    }
}

/// A whole print as a part of another, with headings from `level`: without its own title and
/// letterhead, for how it lies and counts is for the longer print to say.
pub(super) fn part(level: u8, document: Document) -> Vec<Block> {
    let content = document.blocks.into_iter().filter(|block| {
        let is_title = matches!(
            block,
            Block::Paragraph {
                role: Role::Title,
                ..
            }
        );
        let is_paper = matches!(
            block,
            Block::Letterhead(_) | Block::Section(_) | Block::Contents { .. }
        );
        !is_title && !is_paper
    });
    below(level, content.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::from_markdown;

    #[test]
    fn headings_go_below_and_keep_their_distance() {
        let blocks = from_markdown("# satu\n\n### tiga\n\n> ## dua\n");
        let levels = |blocks: &[Block]| -> Vec<u8> {
            let of = |block: &Block| match block {
                Block::Heading { level, .. } => Some(*level),
                Block::Quote(inner) => highest(inner),
                _ => None,
            };
            blocks.iter().filter_map(of).collect()
        };
        assert_eq!(levels(&below(3, blocks.clone())), [3, 5, 4]);
        assert_eq!(levels(&below(6, blocks.clone())), [6, 6, 6]);
        assert_eq!(levels(&below(1, blocks)), [1, 3, 2]);
        let deep = from_markdown("> # kutipan\n\n### tiga\n\n#### empat\n");
        assert_eq!(levels(&below(2, deep)), [2, 2, 3]);
    }
}
