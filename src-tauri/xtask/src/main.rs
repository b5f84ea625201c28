//! `cargo xtask`: sets Tilik up, runs, tests, times and bundles it.
//!
//! Nothing but the standard library, so that it compiles in a second on a
//! machine that has only Rust; it knows programs and folders, never the domain.

/// Tells the person at the terminal. Unlike `println!` it does not mind when
/// nobody listens any more, as in `cargo xtask help | head -1`.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

mod bench;
mod bindings;
mod bundle;
mod debian;
mod error;
mod fingerprint;
mod node;
mod program;
mod run;
mod steps;
mod system;
mod test;
mod ui;
mod workspace;

use error::{Error, Outcome};
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  run [ARGS]      set everything up, build, and open the app (ARGS go to it)
  test            set everything up and run every test, in the real window too
  check           the fast part of `test`: no installing, no window
  bench [NAME]    time the release build against its floors
  bindings        write ui/src/ipc/gen anew from the command list
  bundle          make the .deb and the AppImage
  help            this text

Needs Rust and Node 20.19 or newer. On Debian and Ubuntu `run` and `test` install
what else is missing; elsewhere they say what to install.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Outcome {
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args),
    };
    match command {
        "run" => run::run(rest),
        "bench" => bench::bench(rest),
        "test" => alone(command, rest).and_then(|()| test::test()),
        "check" => alone(command, rest).and_then(|()| test::check()),
        "bindings" => alone(command, rest).and_then(|()| bindings::write()),
        "bundle" => alone(command, rest).and_then(|()| bundle::bundle()),
        "help" | "--help" | "-h" => {
            say!("{HELP}");
            Ok(())
        }
        unknown => Err(Error::Usage(format!("no command `{unknown}`\n\n{HELP}"))),
    }
}

/// Refuses arguments that would otherwise be ignored in silence.
fn alone(command: &str, rest: &[String]) -> Outcome {
    match rest.first() {
        None => Ok(()),
        Some(extra) => Err(Error::Usage(format!("`{command}` takes no `{extra}`"))),
    }
}
