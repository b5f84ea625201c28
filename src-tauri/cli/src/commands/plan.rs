//! Proposing a schedule for a cohort, and solving problem files.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use tilik_core::api::{Code, Failure};
use tilik_core::app::{AppError, write_file};
use tilik_core::domain::Severity;
use tilik_core::planner::{
    PlanRequest, ProblemFile, ProposedPlan, Search, Standing, Wish, propose,
};
use tilik_core::store::Access;

use super::Surrounded;
use super::conflict::{self, Teller};
use crate::arguments::{PlanWords, StandingName, WishName};
use crate::refusal::Refusal;
use crate::terminal::Answer;

pub(super) fn plan(around: &Surrounded<'_>, it: &PlanWords) -> Result<Answer, Refusal> {
    match (&it.dir, &it.problem, &it.output) {
        (_, Some(problem), Some(output)) => solve(around, it, problem, output),
        (Some(dir), ..) => for_cohort(around, it, dir),
        // The command line is checked before: one of the two is there.
        _ => Ok(Answer::default()),
    }
}

/// When the search has to end, if the person said so.
struct Patience(Option<Instant>);

impl Patience {
    fn of(it: &PlanWords) -> Self {
        let seconds = it.seconds.map(Duration::from_secs);
        Self(seconds.and_then(|seconds| Instant::now().checked_add(seconds)))
    }

    fn lasts(&self) -> bool {
        self.0.is_none_or(|end| Instant::now() < end)
    }
}

fn solve(
    around: &Surrounded<'_>,
    it: &PlanWords,
    problem: &Path,
    output: &Path,
) -> Result<Answer, Refusal> {
    let shown = problem.display().to_string();
    let text = fs::read_to_string(problem).map_err(|source| match source.kind() {
        std::io::ErrorKind::InvalidData => no_problem(&shown, &source),
        _ => Refusal::from(AppError::File {
            path: problem.to_owned(),
            source,
        }),
    })?;
    let problem = ProblemFile::read(&text).map_err(|fault| no_problem(&shown, &fault))?;
    let usual = Search::thorough(it.seed.into(), problem.size());
    let how = Search {
        steps: it.iterations.unwrap_or(usual.steps),
        ..usual
    };
    let patience = Patience::of(it);
    let found = problem.search(&how, &|_, _| patience.lasts());
    let mut plan = serde_json::to_string(&found.slots).map_err(AppError::from)?;
    plan.push('\n');
    write_file(output, plan.as_bytes())?;
    let file = output.display().to_string();
    let values = [
        ("file", file.as_str().into()),
        ("visits", found.slots.len().into()),
        ("objective", found.objective.into()),
        ("unmet", found.unmet.len().into()),
    ];
    Ok(Answer {
        json: json!({ "file": file, "objective": found.objective, "unmet": found.unmet }),
        lines: vec![around.words.say("cli-plan-solved", &values)],
        ..Answer::default()
    })
}

fn no_problem(path: &str, fault: &dyn std::error::Error) -> Refusal {
    let mut failure = Failure::of(Code::NotAProblem);
    failure.params.insert("path".into(), path.to_owned());
    failure.detail = fault.to_string();
    Refusal::Failed(failure)
}

fn for_cohort(around: &Surrounded<'_>, it: &PlanWords, dir: &Path) -> Result<Answer, Refusal> {
    let access = if it.apply {
        Access::Write
    } else {
        Access::Read
    };
    let mut session = around.open(dir, access)?;
    let (plan, now) = session.plan_and_now()?;
    let usual = Search::quick(it.seed.into());
    let how = Search {
        steps: it.iterations.unwrap_or(usual.steps),
        ..usual
    };
    let patience = Patience::of(it);
    let all = propose(&plan, &request(it), now, &how, &|_| patience.lasts());
    let Some(proposal) = all.into_iter().next() else {
        return Ok(Answer::default());
    };
    let mut lines = vec![summary(around, &proposal)];
    if proposal.cost.unknown_rides > 0 {
        let values = [("count", proposal.cost.unknown_rides.into())];
        lines.push(around.words.say("cli-plan-unknown", &values));
    }
    let teller = Teller::new(around.words, &session)?;
    for change in &proposal.changes {
        lines.push(format!("  {}", teller.visit_line(&change.after)));
    }
    let unmet: Vec<String> = proposal.unmet.iter().map(|it| teller.unmet(it)).collect();
    lines.extend(unmet.iter().cloned());
    let ending = if it.apply {
        "cli-plan-stored"
    } else {
        "cli-plan-shown"
    };
    lines.push(around.words.say(ending, &[]));
    let json = json!({ "proposal": &proposal, "applied": it.apply, "unmet_sentences": unmet });
    if it.apply {
        session.apply_proposal(proposal.changes, &proposal.removed)?;
        let mut left = session.conflicts(&[])?;
        left.retain(|it| it.severity != Severity::Note);
        lines.extend(conflict::sentences(around.words, &session, &left)?);
    }
    Ok(Answer {
        json,
        lines,
        ..Answer::default()
    })
}

fn request(it: &PlanWords) -> PlanRequest {
    PlanRequest {
        standing: match it.standing {
            StandingName::Keep => Standing::Keep,
            StandingName::Improve => Standing::Improve,
            StandingName::Replace => Standing::Replace,
        },
        wishes: vec![match it.wish {
            WishName::Balanced => Wish::Balanced,
            WishName::Travel => Wish::Travel,
            WishName::Fair => Wish::Fair,
            WishName::Slack => Wish::Slack,
        }],
        seed: it.seed,
        ..PlanRequest::default()
    }
}

fn summary(around: &Surrounded<'_>, it: &ProposedPlan) -> String {
    let moved = it.changes.iter().filter(|it| it.visit.is_some()).count();
    let values = [
        ("made", (it.changes.len() - moved).into()),
        ("moved", moved.into()),
        ("removed", it.removed.len().into()),
        ("travel", it.cost.travel.into()),
        ("away", it.cost.away.into()),
        ("worst", it.cost.worst_travel.into()),
    ];
    around.words.say("cli-plan-found", &values)
}
