//! Making a PDF: a booklet of some 600 pages, beside Typst on the same text and beside the least
//! that the same pages can cost. Each runs as a process of its own, by turns, so that processor
//! time and peak memory are its own and a busy machine slows all.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use tilik_core::report::display::Pages;
use tilik_core::report::model::{Block, Document};
use tilik_core::report::words::Language;
use tilik_core::report::{Paper, lay_out, write};

use crate::{booklet, raw, typst};

/// How often each is run; the median counts.
const TURNS: usize = 3;
/// What the issue asks for: processor time, peak memory and size against Typst, and processor
/// time against the floor.
const AIMS: [f64; 4] = [0.3, 0.25, 0.5, 1.6];

/// What one run took.
#[derive(Clone, Copy, Default)]
struct Cost {
    /// Seconds of all processors, and how many of them went into writing the file.
    cpu: f64,
    writing: f64,
    wall: f64,
    /// KiB.
    peak: f64,
    pages: f64,
    bytes: f64,
}

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let place = |name: &str| folder.path().join(name);
    let markdown = booklet::markdown()?;
    let source = place("buku.md");
    fs::write(&source, &markdown)?;
    let here = std::env::current_exe()?;
    let child = |mode: &str, target: &Path| {
        let mut command = Command::new(&here);
        command.arg(mode).args([&source, target]);
        command
    };
    let theirs = theirs(&here, &markdown, folder.path());
    let mut costs = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..TURNS {
        costs[0].push(cost(child("--typeset", &place("a.pdf")), &place("a.pdf"))?);
        costs[1].push(cost(child("--raw", &place("b.pdf")), &place("b.pdf"))?);
        if let Ok((python, typ, fonts)) = &theirs {
            let target = place("c.pdf");
            costs[2].push(cost(typst::command(python, typ, &target, fonts), &target)?);
        }
    }
    let [ours, floor, typst] = costs.map(median);
    println!(
        "  {:<22}{:>9}{:>9}{:>10}{:>9}{:>8}",
        "", "CPU s", "wall s", "peak MB", "MB", "pages"
    );
    line("ours", &ours);
    line("the same pages, raw", &floor);
    println!(
        "  {:<22}{:>9.2}   (the raw writer alone {:.2} s)",
        "  of ours, writing", ours.writing, floor.writing
    );
    aim("CPU against raw", ours.cpu / floor.cpu, AIMS[3]);
    match theirs {
        Err(why) => println!("  Typst cannot be had here ({why}); ours stands alone"),
        Ok(_) => {
            line("Typst 0.15.2", &typst);
            aim("CPU against Typst", ours.cpu / typst.cpu, AIMS[0]);
            aim("memory against Typst", ours.peak / typst.peak, AIMS[1]);
            aim("size against Typst", ours.bytes / typst.bytes, AIMS[2]);
        }
    }
    Ok(())
}

/// Python with Typst, the booklet in its markup, and the folder of our fonts.
fn theirs(
    here: &Path,
    markdown: &str,
    folder: &Path,
) -> Result<(PathBuf, PathBuf, PathBuf), Box<dyn Error>> {
    let python = typst::python(here.parent().ok_or("a program lies in a folder")?)?;
    let source = folder.join("buku.typ");
    fs::write(&source, typst::markup(&document(markdown)))?;
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/fonts");
    Ok((python, source, fonts))
}

fn document(markdown: &str) -> Document {
    let mut document = Document::from_markdown(markdown, "Buku angkatan", Language::Id);
    document.title = "Buku angkatan".into();
    document.blocks.insert(0, Block::Contents { depth: 2 });
    document
}

/// What a run of the program says it took, or what the wall clock says of it.
fn cost(mut command: Command, target: &Path) -> Result<Cost, Box<dyn Error>> {
    let start = Instant::now();
    let output = command.output()?;
    let wall = start.elapsed().as_secs_f64();
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(format!("{}: {why}", output.status).into());
    }
    let said = String::from_utf8(output.stdout)?;
    let numbers: Result<Vec<f64>, _> = said.split_whitespace().map(str::parse).collect();
    let numbers = numbers?;
    let at = |place: usize| numbers.get(place).copied().unwrap_or_default();
    Ok(Cost {
        cpu: at(0),
        writing: at(3),
        wall,
        peak: at(1),
        pages: at(2),
        bytes: fs::metadata(target)?.len() as f64,
    })
}

fn median(mut costs: Vec<Cost>) -> Cost {
    costs.sort_by(|a, b| a.cpu.total_cmp(&b.cpu));
    costs.get(costs.len() / 2).copied().unwrap_or_default()
}

fn line(what: &str, cost: &Cost) {
    println!(
        "  {what:<22}{:>9.2}{:>9.2}{:>10.0}{:>9.2}{:>8.0}",
        cost.cpu,
        cost.wall,
        cost.peak / 1024.0,
        cost.bytes / 1e6,
        cost.pages
    );
}

fn aim(what: &str, ratio: f64, aim: f64) {
    println!("  {what:<22}{ratio:>9.2} ×   (aim {aim} ×)");
}

/// Runs as the child of a bench: `--typeset` or `--raw`, the Markdown, the PDF. Says seconds of
/// the processors, peak memory in KiB, pages, and the seconds that writing took.
pub(crate) fn child(mode: &str, source: &str, target: &str) -> Result<(), Box<dyn Error>> {
    let document = document(&fs::read_to_string(source)?);
    let (pages, _) = lay_out(&document, &Paper::default(), &|_| None);
    let before = seconds()?;
    fs::write(target, file(mode, &pages, &document)?)?;
    let (cpu, peak) = (seconds()?, peak()?);
    println!("{cpu} {peak} {} {}", pages.pages.len(), seconds()? - before);
    Ok(())
}

fn file(mode: &str, pages: &Pages, document: &Document) -> Result<Vec<u8>, Box<dyn Error>> {
    let created = chrono::DateTime::from_timestamp(1_521_500_000, 0).ok_or("no such time")?;
    Ok(match mode {
        "--raw" => raw::write(pages)?,
        _ => write(pages, document, created.fixed_offset())?,
    })
}

/// Processor seconds of this process so far, all threads, from Linux.
fn seconds() -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat
        .rsplit_once(')')
        .map_or("", |(_, rest)| rest)
        .split_whitespace()
        .collect();
    let ticks = |place: usize| fields.get(place).and_then(|it| it.parse::<f64>().ok());
    let (user, system) = (ticks(11).ok_or("no time")?, ticks(12).ok_or("no time")?);
    // Ticks of a hundredth of a second on every Linux we know of.
    Ok((user + system) / 100.0)
}

/// The most memory this process has had, in KiB, from Linux.
fn peak() -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("no peak")?.parse()?)
}
