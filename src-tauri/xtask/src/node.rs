//! Node and npm: which version is needed, and where to get it.

use crate::error::{Error, Outcome};
use crate::program::Program;

const WHERE: &str = "get Node 22 or 24 from https://nodejs.org/en/download \
    (Debian and Ubuntu: https://github.com/nodesource/distributions)";

/// npm is a script, and on Windows scripts carry their ending.
pub(crate) fn npm() -> Program {
    Program::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Fails unless node and npm are here and new enough for the UI's tools.
pub(crate) fn check() -> Outcome {
    let version = Program::new("node")
        .args(["--version"])
        .output()
        .map_err(|_| Error::Missing(format!("Node is not installed: {WHERE}")))?;
    if !is_new_enough(&version) {
        let text = format!("Node {version} is too old, 20.19, 22.12 or newer is needed: {WHERE}");
        return Err(Error::Missing(text));
    }
    if npm().args(["--version"]).succeeds() {
        Ok(())
    } else {
        Err(Error::Missing(format!(
            "npm is missing beside Node {version}: {WHERE}"
        )))
    }
}

/// Vite's own rule: 20.19 and its successors, 22.12 and everything later.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(20)), Some(Ok(minor))) => minor >= 19,
        (Some(Ok(22)), Some(Ok(minor))) => minor >= 12,
        (Some(Ok(major)), _) => major > 22,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn node_versions_are_judged_as_vite_does() {
        for good in ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v26.1.0"] {
            assert!(is_new_enough(good), "{good}");
        }
        for bad in ["v18.20.4", "v20.18.9", "v21.7.3", "v22.11.0", "", "nightly"] {
            assert!(!is_new_enough(bad), "{bad}");
        }
    }
}
