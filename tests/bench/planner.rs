//! The proposer on the problem files beside OR-tools' CP-SAT on the same model and
//! machine, what one try costs, and how fast a plan of twenty groups is judged.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tilik_core::domain::{Cohort, Coordinates, Day, Id, Site, UtcMinute};
use tilik_core::planner::{
    Plan, PlanRequest, PlanVisit, ProblemFile, Search, allowed_spots, evaluate, propose,
};

/// What was known before: by annealing and by CP-SAT, in steps of five minutes.
const KNOWN: [(&str, i64, u64); 2] = [("small", 1561, 10), ("large", 5135, 45)];

/// Seconds CP-SAT may search.
const LIMIT: u64 = 60;

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = ortools(folder);
    for (name, known, aim) in KNOWN {
        let file = folder.join(format!("fixtures/planner/{name}.json"));
        let problem = ProblemFile::read(&std::fs::read_to_string(&file)?)?;
        let how = Search {
            threads: 1,
            ..Search::thorough(1, problem.size())
        };
        let before = cpu()?;
        let found = problem.search(&how, &|_, _| true);
        let spent = cpu()?.saturating_sub(before);
        let steps = how.steps * u64::from(how.runs);
        let violations = found.unmet.len();
        println!(
            "  {name:<8} ours      {:>6}   {:>6.1} CPU s   {violations} violations   (aim ≤ {known} within {aim} CPU s)",
            found.objective,
            spent.as_secs_f64()
        );
        println!(
            "  {name:<8} one try   {:>9.3} µs   (aim < 100 µs)",
            spent.as_secs_f64() * 1e6 / steps as f64
        );
        match &python {
            Ok(python) => cp_sat(python, folder, &file, name)?,
            Err(why) => println!("  {name:<8} CP-SAT    not measured: {why}"),
        }
    }
    judging()
}

/// The processor time of this process.
fn cpu() -> Result<Duration, Box<dyn Error>> {
    // Fields 14 and 15 of /proc/self/stat, counted after the name in brackets,
    // in hundredths of a second.
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else {
        return Ok(START.elapsed());
    };
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or("")
        .split_whitespace()
        .collect();
    let ticks = |at: usize| -> Result<u64, Box<dyn Error>> {
        Ok(fields
            .get(at)
            .ok_or("a field of the process is missing")?
            .parse()?)
    };
    Ok(Duration::from_millis(10 * (ticks(11)? + ticks(12)?)))
}

/// Where the system does not tell processor time, the clock has to do.
static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);

/// A Python that has OR-tools, made under target/ the first time.
fn ortools(folder: &Path) -> Result<PathBuf, String> {
    let home = folder.join("../target/ortools");
    let python = home.join("bin/python");
    let runs = |program: &Path, words: &[&str]| {
        let output = Command::new(program).args(words).output();
        output.is_ok_and(|it| it.status.success())
    };
    if runs(&python, &["-c", "import ortools"]) {
        return Ok(python);
    }
    let venv = home.to_string_lossy().into_owned();
    if !runs(Path::new("python3"), &["-m", "venv", &venv]) {
        return Err("python3 -m venv did not work".into());
    }
    let wanted = ["-m", "pip", "install", "--quiet", "ortools==9.15.6755"];
    if runs(&python, &wanted) && runs(&python, &["-c", "import ortools"]) {
        Ok(python)
    } else {
        Err("OR-tools cannot be had from the package index".into())
    }
}

fn cp_sat(python: &Path, folder: &Path, file: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let output = Command::new(python)
        .arg(folder.join("bench/cp_sat.py"))
        .arg(file)
        .arg(LIMIT.to_string())
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    println!("  {name:<8} CP-SAT    {}", said.trim());
    Ok(())
}

/// Twenty groups and forty sites, as the window would judge them.
fn judging() -> Result<(), Box<dyn Error>> {
    let id = |kind: u8, number: u8| {
        let mut bytes = [kind; 16];
        bytes[15] = number;
        Id::from_bytes(bytes)
    };
    let start = Day::new(2018, 3, 20).ok_or("no such day")?;
    let site = |number: u8| Site {
        name: format!("Lokus {number}"),
        hours: "Mo-Fr 08:00-15:30; PH off".into(),
        capacity: Some(1 + u32::from(number.is_multiple_of(3))),
        coordinates: Some(Coordinates {
            latitude: -8.2 + 0.02 * f64::from(number % 7),
            longitude: 114.4 - 0.02 * f64::from(number / 7),
            approximate: true,
        }),
        ..Default::default()
    };
    let mut plan = Plan {
        groups: (0..20).map(|number| id(1, number)).collect(),
        sites: (0..40)
            .map(|number| (id(2, number), site(number)))
            .collect::<BTreeMap<_, _>>(),
        cohort: Cohort {
            start,
            end: start.plus(4),
            ..Default::default()
        },
        ..Default::default()
    };
    plan.cohort.planning.visits_per_group = Some(6);
    plan.cohort.planning.base_coordinates = site(0).coordinates;
    let how = Search::quick(1);
    let (begun, before) = (Instant::now(), cpu()?);
    let all = propose(&plan, &PlanRequest::default(), UtcMinute(0), &how, &|_| {
        true
    });
    println!(
        "  cohort   four proposals for 20 groups × 40 sites {:>8.2} s, {:.1} CPU s",
        begun.elapsed().as_secs_f64(),
        cpu()?.saturating_sub(before).as_secs_f64()
    );
    let proposal = all.into_iter().next().ok_or("nothing was proposed")?;
    plan.visits = (0_u8..)
        .zip(proposal.changes)
        .map(|(number, change)| PlanVisit {
            id: id(3, number),
            visit: change.after,
        })
        .collect();
    let times = 50;
    let begun = Instant::now();
    for _ in 0..times {
        std::hint::black_box(evaluate(&plan));
    }
    let whole = begun.elapsed().as_secs_f64() * 1e3 / f64::from(times);
    let slot = plan.visits.first().ok_or("no visit was proposed")?.clone();
    let begun = Instant::now();
    let mut tried = 0;
    for _ in 0..times {
        tried += std::hint::black_box(allowed_spots(&plan, &slot, start.plus(1))).len();
    }
    let spots = begun.elapsed().as_secs_f64() * 1e3 / f64::from(times);
    println!(
        "  cohort   whole plan of {} visits judged {whole:>10.2} ms; all spots of a day {spots:.2} ms, {:.1} µs a move   (aim < 100 µs)",
        plan.visits.len(),
        // 204 starts less the length of the visit are tried on a day.
        spots * 1e3 / 186.0
    );
    println!(
        "  cohort   {} spots of a day were allowed",
        tried / times as usize
    );
    Ok(())
}
