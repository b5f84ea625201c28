//! Options about paper: its size, how it lies, how it is folded.

use clap::{Args, ValueEnum};

use tilik_core::report::impose::{Fold, Imposition};
use tilik_core::report::{Paper, Sheet};

#[derive(Args)]
pub(crate) struct SheetChoice {
    /// Paper size.
    #[arg(long, value_enum, default_value_t)]
    paper: SheetName,
    /// Short side across.
    #[arg(long, conflicts_with = "landscape")]
    portrait: bool,
    /// Long side across; schedules, changes and summaries lie so by themselves.
    #[arg(long)]
    landscape: bool,
}

impl SheetChoice {
    /// The paper, lying as asked or else as `landscape` says.
    pub(crate) fn paper(&self, landscape: bool) -> Paper {
        Paper {
            size: match self.paper {
                SheetName::A4 => Sheet::A4,
                SheetName::F4 => Sheet::F4,
            },
            landscape: self.landscape || (landscape && !self.portrait),
        }
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum SheetName {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// Folio, 215 × 330 mm.
    F4,
}

#[derive(Args)]
pub(crate) struct PocketChoice {
    /// How a pocket schedule is folded.
    #[arg(long, value_enum, default_value_t)]
    fold: FoldName,
    /// Pages of a pocket schedule one after the other, for printers that print on one side.
    #[arg(long)]
    in_order: bool,
}

impl PocketChoice {
    /// How its pages are arranged.
    pub(crate) fn imposition(&self) -> Imposition {
        Imposition {
            fold: match self.fold {
                FoldName::Half => Fold::Half,
                FoldName::Quarter => Fold::Quarter,
            },
            in_order: self.in_order,
        }
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum FoldName {
    /// Two pages on a side: A5 on A4.
    Half,
    /// Four pages on a side: A6 on A4.
    #[default]
    Quarter,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schedule_lies_across_unless_told_otherwise() {
        let sheet = |portrait, landscape| SheetChoice {
            paper: SheetName::F4,
            portrait,
            landscape,
        };
        assert!(sheet(false, false).paper(true).landscape);
        assert!(!sheet(true, false).paper(true).landscape);
        assert!(!sheet(false, false).paper(false).landscape);
        assert!(sheet(false, true).paper(false).landscape);
    }
}
