//! Parts of a document that lie, flow or count differently.

/// What changes from here on; see [`Block::Section`](super::Block::Section). A section stays on
/// the page where it begins unless the orientation or the numbering changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Whether the sheet's long side lies across; `None` for the document's own paper.
    pub landscape: Option<bool>,
    /// How many columns the text has, at most 3; 0 and 1 are the plain page.
    pub columns: u8,
    /// How its pages are numbered.
    pub numbering: Numbering,
}

/// How pages are numbered. Anything but [`Numbering::Continue`] starts a new page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// As before; at the beginning of a document: arabic from 1.
    #[default]
    Continue,
    /// No number and no foot line: a cover.
    None,
    /// i, ii, iii: what stands before the main matter. Goes on counting after earlier roman pages.
    Roman,
    /// From 1.
    Arabic,
}
