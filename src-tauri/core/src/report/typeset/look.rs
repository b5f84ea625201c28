//! How the words of a paragraph look.

use super::super::display::Color;
use super::super::model::{Align, Face, Style};

/// How a paragraph looks where its spans do not say otherwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextLook {
    pub face: Face,
    pub size: f32,
    pub style: Style,
    pub color: Color,
    pub align: Align,
    /// Line height as a multiple of the font's own.
    pub leading: f32,
}

impl TextLook {
    pub(crate) fn bold(self) -> Self {
        TextLook {
            style: Style {
                bold: true,
                ..self.style
            },
            ..self
        }
    }

    pub(crate) fn sized(self, size: f32) -> Self {
        TextLook { size, ..self }
    }

    pub(crate) fn aligned(self, align: Align) -> Self {
        TextLook { align, ..self }
    }
}
