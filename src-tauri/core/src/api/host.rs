//! The one open cohort of a window, and the app's own folder.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::app::{
    AppError, Batch, BatchFiles, BatchOutcome, BatchStep, ExportJob, Exported, Home, NewCohort,
    Opened, PrintJob, Printed, RecentCohort, Session, Surroundings,
};
use crate::planner::{PlanRequest, ProposedPlan, Search, SearchStep, propose};
use crate::store::Access;

use super::{Code, Failure};

/// What a window works with.
pub struct Host {
    home: Home,
    surroundings: Surroundings,
    session: Mutex<Option<Session>>,
    /// The number of the newest preview asked for; one is made at a time.
    newest_preview: AtomicU64,
    preview: Mutex<()>,
}

impl Host {
    /// A host whose own folder is `home`.
    pub fn new(home: PathBuf, surroundings: Surroundings) -> Self {
        Self {
            home: Home::new(home),
            surroundings,
            session: Mutex::new(None),
            newest_preview: AtomicU64::new(0),
            preview: Mutex::new(()),
        }
    }

    /// The app's own folder.
    pub const fn home(&self) -> &Home {
        &self.home
    }

    /// Runs `work` on the open cohort.
    ///
    /// # Errors
    /// [`Code::NothingOpen`] when none is, else what `work` says.
    pub fn with<T>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T, AppError>,
    ) -> Result<T, Failure> {
        let mut session = self.session();
        let session = session
            .as_mut()
            .ok_or_else(|| Failure::of(Code::NothingOpen))?;
        Ok(work(session)?)
    }

    /// Opens the cohort in `folder`, closing the one that was open.
    ///
    /// # Errors
    /// When it cannot be opened; the one before stays closed.
    pub fn open(&self, folder: &Path) -> Result<Opened, Failure> {
        *self.session() = None;
        let surroundings = self.surroundings.clone();
        self.take(Session::open(folder, Access::Write, surroundings)?)
    }

    /// Makes a cohort in the app's own folder and opens it.
    ///
    /// # Errors
    /// When something is missing or the disk cannot be written.
    pub fn found(&self, new: &NewCohort) -> Result<Opened, Failure> {
        *self.session() = None;
        let folder = self.home.folder_for(&new.name);
        self.take(Session::found(&folder, new, self.surroundings.clone())?)
    }

    /// Opens the built-in example, laying it out the first time.
    ///
    /// # Errors
    /// When the disk cannot be written.
    pub fn open_example(&self) -> Result<Opened, Failure> {
        let folder = self.home.example_folder();
        if !folder.join("cohort.db").is_file() {
            *self.session() = None;
            return self.take(Session::example(&folder, self.surroundings.clone())?);
        }
        self.open(&folder)
    }

    /// Makes a print of the open cohort. What it needs is read first, so that
    /// typesetting does not keep others waiting.
    ///
    /// # Errors
    /// When what is to be printed is not there.
    pub fn print(&self, job: &PrintJob) -> Result<Printed, Failure> {
        let ready = self.with(|session| session.prepare_print(job))?;
        Ok(ready.finish()?)
    }

    /// Makes an export of the open cohort; as with a print, typesetting keeps nobody waiting.
    ///
    /// # Errors
    /// When it cannot be had in this format or something is not there.
    pub fn export(&self, job: &ExportJob) -> Result<Exported, Failure> {
        let ready = self.with(|session| session.prepare_export(job))?;
        Ok(ready.finish()?)
    }

    /// Makes a print to be looked at; `None` when a newer one was asked for before its turn came.
    ///
    /// # Errors
    /// When what is to be printed is not there.
    pub fn preview(&self, job: &PrintJob) -> Result<Option<Printed>, Failure> {
        let turn = self.newest_preview.fetch_add(1, Ordering::Relaxed) + 1;
        let _one_at_a_time = self.preview.lock().unwrap_or_else(PoisonError::into_inner);
        if self.newest_preview.load(Ordering::Relaxed) != turn {
            return Ok(None);
        }
        self.print(job).map(Some)
    }

    /// Prints a whole series into `folder`. `go_on` hears of each print before it is made, and
    /// ends the batch by `false`. Others work on meanwhile.
    ///
    /// # Errors
    /// When no cohort is open or the series cannot be listed; what fails later stands in the
    /// outcome.
    pub fn print_batch(
        &self,
        batch: &Batch,
        folder: &Path,
        go_on: impl FnMut(&BatchStep) -> bool,
    ) -> Result<BatchOutcome<Failure>, Failure> {
        let items = self.with(|session| session.print_series(batch.series, batch.language))?;
        let prepare = |job: &PrintJob| self.with(|session| session.prepare_print(job));
        let outcome = batch.run(&items, folder, prepare, go_on);
        self.note_saved(batch, folder, &outcome.files);
        Ok(outcome)
    }

    /// Not being able to remember is no reason to call a batch failed.
    fn note_saved(&self, batch: &Batch, folder: &Path, files: &[String]) {
        let note = |session: &mut Session| match (batch.files, files.first()) {
            (_, None) => Ok(()),
            (BatchFiles::Each, Some(_)) => {
                session.note_saved_print(folder, u32::try_from(files.len()).ok())
            }
            (_, Some(file)) => session.note_saved_print(&folder.join(file), None),
        };
        self.with(note).ok();
    }

    /// Proposes schedules for the open cohort. The plan is read first, so that
    /// the search keeps nobody waiting; `watch` hears where it stands and ends it
    /// by `false`.
    ///
    /// # Errors
    /// When no cohort is open or it cannot be read.
    pub fn propose(
        &self,
        request: &PlanRequest,
        watch: &(dyn Fn(SearchStep) -> bool + Sync),
    ) -> Result<Vec<ProposedPlan>, Failure> {
        let (plan, now) = self.with(|session| session.plan_and_now())?;
        let quick = Search::quick(u64::from(request.seed));
        let how = match request.thorough {
            true => Search {
                steps: quick.steps * 8,
                ..quick
            },
            false => quick,
        };
        Ok(propose(&plan, request, now, &how, watch))
    }

    /// Closes the open cohort.
    pub fn close(&self) {
        *self.session() = None;
    }

    fn take(&self, session: Session) -> Result<Opened, Failure> {
        let opened = session.opened()?;
        let name = session.cohort_record()?.name;
        let recent = RecentCohort {
            folder: opened.folder.clone(),
            name,
            opened_at: self.surroundings.clock.now(),
            is_there: true,
        };
        // Not being able to remember is no reason not to open.
        self.home.remember(recent).ok();
        *self.session() = Some(session);
        Ok(opened)
    }

    /// A panic in one use-case leaves the session itself whole: what was being
    /// written is in a transaction that never committed.
    fn session(&self) -> MutexGuard<'_, Option<Session>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
