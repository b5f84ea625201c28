//! What is written to the terminal, and the exit code. A reader that has gone
//! away (`… | head`) is no failure.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use serde_json::Value;

use crate::refusal::Refusal;
use crate::words::Words;

/// What a command has to say.
#[derive(Default)]
pub(crate) struct Answer {
    /// For programs: one document.
    pub(crate) json: Value,
    /// For people, on standard output.
    pub(crate) lines: Vec<String>,
    /// For people, on standard error: what should be looked at.
    pub(crate) warnings: Vec<String>,
    /// Whether what was asked turned out not to be so: exit code 1.
    pub(crate) is_bad: bool,
}

/// Where answers go.
pub(crate) struct Terminal<'a> {
    pub(crate) words: &'a Words,
    pub(crate) json: bool,
}

impl Terminal<'_> {
    /// Writes an answer; the exit code says whether it is a good one.
    pub(crate) fn answer(&self, answer: &Answer) -> ExitCode {
        let code = ExitCode::from(u8::from(answer.is_bad));
        let written = if self.json {
            write_lines(io::stdout().lock(), &[answer.json.to_string()])
        } else {
            write_lines(io::stderr().lock(), &answer.warnings)
                .and_then(|()| write_lines(io::stdout().lock(), &answer.lines))
        };
        match written {
            Ok(()) => code,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => code,
            Err(_) => ExitCode::FAILURE,
        }
    }

    /// Writes why a command was refused.
    pub(crate) fn refuse(&self, refusal: &Refusal) -> ExitCode {
        let text = if self.json {
            // Strings alone can always be written as JSON.
            serde_json::to_string(&refusal.spelled()).unwrap_or_default()
        } else {
            refusal.sentence(self.words)
        };
        // Where standard error is closed there is nowhere left to say so.
        write_lines(io::stderr().lock(), &[text]).ok();
        ExitCode::FAILURE
    }
}

fn write_lines(mut out: impl Write, lines: &[String]) -> io::Result<()> {
    for line in lines {
        writeln!(out, "{}", printable(line))?;
    }
    out.flush()
}

/// Names and notes come from anywhere; what could steer a terminal is left out.
fn printable(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_note_cannot_steer_the_terminal() {
        let mut out = Vec::new();
        write_lines(&mut out, &["\u{1b}[2Jloket\u{7}\tterpadu".into()]).unwrap();
        assert_eq!(out, "[2Jloket\tterpadu\n".as_bytes());
    }

    #[test]
    fn a_reader_that_went_away_is_noticed_not_panicked_on() {
        let error = write_lines(Gone, &["x".into()]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    }
}
