//! The same blocks for another typesetter, Typst: its markup, and the program from PyPI that
//! reads it. Sheet, margins, fonts, sizes and spacing are those of our own prints.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tilik_core::report::model::{Block, Document, Inline, Table};

/// The version compared with.
const VERSION: &str = "0.15.2";
const SCRIPT: &str = include_str!("typst.py");

/// The look of our prints: 18 mm to the sides and above, 20 mm below, Noto Serif 10.5 pt with
/// 1.416 em from line to line, headings in Noto Sans, tables with thin lines.
const PREAMBLE: &str = r##"
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 20mm), footer: context {
  set text(font: "Noto Sans", size: 8pt, fill: luma(90))
  line(length: 100%, stroke: 0.4pt + luma(110))
  v(-6pt)
  [#document.title #h(1fr) Halaman #counter(page).display() dari #counter(page).final().first()]
})
#set text(font: ("Noto Serif", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Javanese"), size: 10.5pt, lang: "id", top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: 0.416em, spacing: 0.96em)
#show heading: set text(font: "Noto Sans", hyphenate: false)
#show heading.where(level: 1): set text(size: 1.5em)
#show heading.where(level: 2): set text(size: 1.22em)
#show heading.where(level: 3): set text(size: 1.08em)
#show heading: set block(above: 1.5em, below: 0.8em)
#show link: set text(fill: rgb(24, 66, 128))
#show raw: set text(font: "Noto Sans Mono", size: 9.45pt)
#set table(stroke: 0.5pt + luma(110), inset: 3pt, fill: (_, y) => if y == 0 { rgb(236, 238, 240) })
#show table: set par(justify: false)
#show table.cell: set text(size: 10pt)
#set list(indent: 4pt, body-indent: 8pt)
#set enum(indent: 4pt, body-indent: 8pt)
"##;

/// The document in Typst's markup.
pub(crate) fn markup(document: &Document) -> String {
    let mut out = String::new();
    let _ = write!(out, "#set document(title: {})", quoted(&document.title));
    out.push_str(PREAMBLE);
    blocks(&document.blocks, &mut out);
    out
}

fn blocks(blocks: &[Block], out: &mut String) {
    for it in blocks {
        block(it, out);
        out.push_str("\n\n");
    }
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Heading { level, text, .. } => {
            let _ = write!(out, "#heading(level: {level})[");
            inlines(text, out);
            out.push(']');
        }
        Block::Paragraph { text, .. } => inlines(text, out),
        Block::List { start, items } => {
            let _ = match start {
                Some(first) => write!(out, "#enum(start: {first}, "),
                None => write!(out, "#list("),
            };
            for item in items {
                content(&item.blocks, out);
                out.push_str(", ");
            }
            out.push(')');
        }
        Block::Quote(inner) => {
            out.push_str("#quote(block: true)");
            content(inner, out);
        }
        Block::Code(text) => {
            let _ = write!(out, "#raw(block: true, {})", quoted(text));
        }
        Block::Table(it) => table(it, out),
        Block::PageBreak => out.push_str("#pagebreak()"),
        Block::Contents { depth } => {
            let _ = write!(out, "#outline(depth: {depth})");
        }
        Block::Rule => out.push_str("#line(length: 100%, stroke: 0.6pt)"),
        _ => {}
    }
}

fn content(inner: &[Block], out: &mut String) {
    out.push('[');
    blocks(inner, out);
    out.push(']');
}

fn table(table: &Table, out: &mut String) {
    let _ = write!(
        out,
        "#table(columns: {}, table.header(",
        table.columns.len()
    );
    let cells = |row: &[tilik_core::report::model::Cell], out: &mut String| {
        for cell in row {
            out.push('[');
            inlines(&cell.text, out);
            out.push_str("], ");
        }
    };
    table.head.iter().for_each(|row| cells(row, out));
    out.push_str("), ");
    table.rows.iter().for_each(|row| cells(row, out));
    out.push(')');
}

fn inlines(text: &[Inline], out: &mut String) {
    for inline in text {
        let mut ends = 0;
        let style = inline.style;
        let address = inline.link.as_deref().filter(|link| link.contains(':'));
        if let Some(address) = address {
            let _ = write!(out, "#link({})[", quoted(address));
            ends += 1;
        }
        for (wanted, name) in [
            (style.bold, "#strong["),
            (style.italic, "#emph["),
            (style.strike, "#strike["),
            (style.superscript, "#super["),
        ] {
            if wanted {
                out.push_str(name);
                ends += 1;
            }
        }
        if style.code {
            let _ = write!(out, "#raw({})", quoted(&inline.text));
        } else {
            words(&inline.text, out);
        }
        out.push_str(&"]".repeat(ends));
        if let Some(note) = &inline.note {
            out.push_str("#footnote");
            content(note.blocks(), out);
        }
    }
}

/// Words in markup: what means something there is escaped.
fn words(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\n' => out.push_str(" \\\n"),
            '\\' | '#' | '$' | '*' | '_' | '`' | '<' | '>' | '@' | '~' | '[' | ']' | '/' | '-'
            | '+' | '=' | '\'' | '"' | '(' | ';' | '.' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
}

fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.replace('\n', "\\n"))
}

/// The Python that has Typst: the machine's own, or one set up in `folder` for this.
pub(crate) fn python(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let own = PathBuf::from("python3");
    let place = folder.join("typst-python");
    let ours = place.join("bin/python");
    for python in [&own, &ours] {
        if has_typst(python) {
            return Ok(python.clone());
        }
    }
    quietly(Command::new(own).args(["-m", "venv"]).arg(&place))?;
    let wanted = format!("typst=={VERSION}");
    quietly(Command::new(&ours).args(["-m", "pip", "install", "-q", &wanted]))?;
    Ok(ours)
}

fn has_typst(python: &Path) -> bool {
    let check =
        format!("import importlib.metadata as m, sys; sys.exit(m.version('typst') != '{VERSION}')");
    quietly(Command::new(python).args(["-c", &check])).is_ok()
}

fn quietly(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    let ended = command.status()?;
    if ended.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {ended}").into())
    }
}

/// A run of Typst, not yet started.
pub(crate) fn command(python: &Path, source: &Path, target: &Path, fonts: &Path) -> Command {
    let mut command = Command::new(python);
    command.args(["-c", SCRIPT]).args([source, target, fonts]);
    command
}
