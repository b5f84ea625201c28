//! A heat table: rows × columns, each cell with words on a ground that grows darker. The words
//! say what the ground says.

use super::super::words::Language;
use super::brush::{Brush, LABEL, LINE, Mark, SMALL, head, label, pen, small};
use super::label::{cut, tidy, width_of, wrap};
use super::{Drawing, Ink, Room, TextAnchor, point};

/// What a heat table is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// Above it.
    pub title: String,
    /// What the rows are.
    pub row_axis: String,
    /// What the columns are.
    pub column_axis: String,
    /// The rows' names, from above.
    pub rows: Vec<String>,
    /// The columns' names, from the left.
    pub columns: Vec<String>,
    /// The cells, row by row; a missing cell is empty.
    pub cells: Vec<Vec<HeatCell>>,
    /// The grounds in use and what each means.
    pub legend: Vec<(u8, String)>,
    /// A line below; empty for none.
    pub note: String,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatCell {
    /// 0 (the drawing's ground) to 4.
    pub level: u8,
    /// Small in the corner; empty for none.
    pub corner: String,
    /// What it says.
    pub words: String,
}

const PAD: f32 = 3.0;
/// Narrower columns are numbered, their names told below.
const NAMED: f32 = 52.0;
/// No column is narrower.
const NARROWEST: f32 = 13.0;

/// The ground of a level.
pub(super) fn ground(level: u8) -> Ink {
    match level {
        0 => Ink::Ground,
        1 => Ink::Heat1,
        2 => Ink::Heat2,
        3 => Ink::Heat3,
        _ => Ink::Heat4,
    }
}

/// Draws the table. Columns that would be too narrow and rows that would be too low for the room
/// are left out and counted.
pub fn heat(table: &Heat, lang: Language, room: Room) -> Drawing {
    let room = room.usable();
    let mut brush = Brush::new(room.width);
    let mut y = 0.0;
    for line in wrap(&table.title, head().size, room.width, 2) {
        y += 12.0;
        brush.text(point(0.0, y - 2.5), &line, head());
    }
    let layout = Layout::of(table, room);
    y = layout.head(&mut brush, table, y + 2.0);
    let foot = layout.foot_height(table, room.width);
    let (heights, shown) = layout.heights(table, room.height - y - foot);
    for (row, height) in heights.iter().enumerate() {
        layout.row(&mut brush, table, row, y, *height);
        y += height;
    }
    if table.rows.is_empty() || table.columns.is_empty() {
        y += LINE;
        let none = lang.pick("Belum ada data.", "No data yet.");
        brush.words(point(0.0, y - 2.5), none, small().ink(Ink::Muted));
    }
    y = layout.foot(&mut brush, table, y + 5.0);
    let rest = (
        table.rows.len() - shown,
        table.columns.len() - layout.columns,
    );
    if rest != (0, 0) {
        y += LINE;
        let words = match lang {
            Language::Id => format!("+{} baris dan {} kolom lainnya", rest.0, rest.1),
            Language::En => format!("+{} rows and {} columns more", rest.0, rest.1),
        };
        brush.words(point(0.0, y - 2.5), &words, small().ink(Ink::Muted));
    }
    brush.finish(&table.title, alt(table), y + 2.0)
}

struct Layout {
    names: f32,
    /// Shown columns and their width.
    columns: usize,
    width: f32,
    /// Columns are numbered in place of named.
    numbered: bool,
}

impl Layout {
    fn of(table: &Heat, room: Room) -> Self {
        let widest = table.rows.iter().map(|name| width_of(&tidy(name), LABEL));
        let names = (widest.fold(0.0, f32::max) + 2.0 * PAD)
            .max(width_of(&table.row_axis, SMALL) + 2.0 * PAD)
            .min(room.width * 0.36);
        let most = ((room.width - names) / NARROWEST) as usize;
        let columns = table.columns.len().min(most);
        let width = (room.width - names) / columns.max(1) as f32;
        Layout {
            names,
            columns,
            width,
            numbered: width < NAMED && columns > 0,
        }
    }

    fn x(&self, column: usize) -> f32 {
        self.names + self.width * column as f32
    }

    fn head(&self, brush: &mut Brush, table: &Heat, top: f32) -> f32 {
        let looks = small().ink(Ink::Muted);
        let mut y = top;
        if !table.column_axis.is_empty() {
            y += LINE;
            let words = cut(&table.column_axis, SMALL, brush.width() - self.names - 30.0);
            brush.text(point(self.names + PAD, y - 3.0), &words, looks);
            let end = self.names + PAD + width_of(&words, SMALL) + 5.0;
            brush.arrow(point(end, y - 5.5), point(end + 16.0, y - 5.5), Ink::Muted);
        }
        let inner = self.width - 2.0 * PAD;
        let names: Vec<Vec<String>> = (0..self.columns)
            .map(|i| match self.numbered {
                true => vec![(i + 1).to_string()],
                false => wrap(&table.columns[i], SMALL, inner, 3),
            })
            .collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(0);
        for (i, name) in names.iter().enumerate() {
            for (line, words) in name.iter().enumerate() {
                let base = y + 9.0 * (line + 1 + lines - name.len()) as f32;
                let at = point(self.x(i) + self.width / 2.0, base);
                brush.text(at, words, small().anchored(TextAnchor::Middle));
            }
        }
        y += 9.0 * lines as f32 + 3.0;
        let axis = cut(&table.row_axis, SMALL, self.names - PAD);
        brush.text(point(0.0, y - 4.0), &axis, looks);
        y
    }

    /// The lines of a cell.
    fn cell(&self, cell: &HeatCell, most: usize) -> Vec<String> {
        wrap(&cell.words, LABEL, self.width - 2.0 * PAD, most)
    }

    /// How high each shown row is, and how many are shown. Rows share what room there is; a
    /// cell with too many words says how it goes on.
    fn heights(&self, table: &Heat, room: f32) -> (Vec<f32>, usize) {
        let need = |row: usize| {
            let cells = table.cells.get(row).into_iter().flatten();
            let lines = cells
                .take(self.columns)
                .map(|cell| {
                    let corner = if cell.corner.is_empty() { 0.0 } else { 7.0 };
                    self.cell(cell, 60).len() as f32 * LINE + corner
                })
                .fold(0.0, f32::max);
            let name = wrap(&table.rows[row], LABEL, self.names - PAD, 2).len() as f32 * LINE;
            lines.max(name).max(LINE) + 2.0 * PAD
        };
        let mut heights: Vec<f32> = (0..table.rows.len()).map(need).collect();
        let least = LINE + 2.0 * PAD + 7.0;
        let fits = ((room / least) as usize).max(1);
        heights.truncate(fits);
        let total: f32 = heights.iter().sum();
        if total > room {
            let over: f32 = heights.iter().map(|height| (height - least).max(0.0)).sum();
            let free = room - heights.iter().map(|height| height.min(least)).sum::<f32>();
            let keep = (free / over.max(0.01)).clamp(0.0, 1.0);
            for height in &mut heights {
                *height = height.min(least) + (*height - least).max(0.0) * keep;
            }
        }
        let shown = heights.len();
        (heights, shown)
    }

    fn row(&self, brush: &mut Brush, table: &Heat, row: usize, y: f32, height: f32) {
        let name = wrap(&table.rows[row], LABEL, self.names - PAD, 2);
        let top = y + (height - name.len() as f32 * LINE) / 2.0;
        for (line, words) in name.iter().enumerate() {
            brush.text(
                point(0.0, top + LINE * (line + 1) as f32 - 2.5),
                words,
                label(),
            );
        }
        let empty = HeatCell::default();
        for column in 0..self.columns {
            let cell = table.cells.get(row).and_then(|row| row.get(column));
            let cell = cell.unwrap_or(&empty);
            let (left, right) = (self.x(column), self.x(column) + self.width);
            let corners = (point(left, y), point(right, y + height));
            brush.rect(
                corners.0,
                corners.1,
                Some(ground(cell.level)),
                Some(pen(Ink::Line, 0.5)),
            );
            let corner = if cell.corner.is_empty() { 0.0 } else { 7.0 };
            let words = cut(&cell.corner, 6.5, self.width - PAD);
            let looks = super::brush::Looks {
                size: 6.5,
                ..small().ink(Ink::Muted).anchored(TextAnchor::End)
            };
            brush.text(point(right - 2.0, y + 7.0), &words, looks);
            let most = (((height - 2.0 * PAD - corner) / LINE + 0.01) as usize).max(1);
            let lines = self.cell(cell, most);
            let block = lines.len() as f32 * LINE;
            let top = (y + (height - block) / 2.0).max(y + PAD + corner * 0.6);
            for (line, words) in lines.iter().enumerate() {
                let at = point(
                    left + self.width / 2.0,
                    top + LINE * (line + 1) as f32 - 2.5,
                );
                brush.text(at, words, label().anchored(TextAnchor::Middle));
            }
        }
    }

    /// The names of numbered columns, the note.
    fn foot_lines(&self, table: &Heat, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        if self.numbered {
            let names: Vec<String> = (0..self.columns)
                .map(|i| format!("{} {}", i + 1, tidy(&table.columns[i])))
                .collect();
            lines.extend(wrap(&names.join(" · "), SMALL, width, 12));
        }
        lines.extend(wrap(&table.note, SMALL, width, 4));
        lines
    }

    fn foot_height(&self, table: &Heat, width: f32) -> f32 {
        let legend = table.legend.iter();
        let legend: f32 = legend.map(|(_, words)| width_of(words, SMALL) + 26.0).sum();
        let rows = (legend / width).ceil() + self.foot_lines(table, width).len() as f32;
        rows * LINE + LINE + 10.0
    }

    fn foot(&self, brush: &mut Brush, table: &Heat, top: f32) -> f32 {
        let items: Vec<(Mark, &str)> = table
            .legend
            .iter()
            .map(|(level, words)| (Mark::Ground(ground(*level)), words.as_str()))
            .collect();
        let mut y = brush.legend(top, 0.0, &items);
        for line in self.foot_lines(table, brush.width()) {
            y += LINE;
            brush.words(point(0.0, y - 2.5), &line, small().ink(Ink::Muted));
        }
        y
    }
}

fn alt(table: &Heat) -> String {
    let rows = table.rows.iter().zip(&table.cells).map(|(row, cells)| {
        let said = table
            .columns
            .iter()
            .zip(cells)
            .filter_map(|(column, cell)| {
                let words = tidy(&cell.words);
                (!words.is_empty()).then(|| format!("{}: {words}", tidy(column)))
            });
        let said: Vec<String> = said.collect();
        let said = if said.is_empty() {
            "–".to_owned()
        } else {
            said.join(", ")
        };
        format!("{} – {said}", tidy(row))
    });
    let rows: Vec<String> = rows.collect();
    let note = if table.note.is_empty() {
        String::new()
    } else {
        format!(" {}", table.note)
    };
    format!("{}. {}.{note}", tidy(&table.title), rows.join("; "))
}
