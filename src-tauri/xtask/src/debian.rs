//! Debian and Ubuntu: which packages are missing, and installing them.

use crate::error::{Error, Outcome};
use crate::program::{Program, on_path};

/// A package and why it is needed.
pub(crate) struct Package {
    pub(crate) name: &'static str,
    pub(crate) why: &'static str,
}

const fn package(name: &'static str, why: &'static str) -> Package {
    Package { name, why }
}

/// Needed to build and open the window.
pub(crate) const BUILD: [Package; 4] = [
    package("build-essential", "C compiler and linker, for SQLite"),
    package("pkg-config", "finds the libraries below"),
    package("libwebkit2gtk-4.1-dev", "the window"),
    package(
        "xdg-utils",
        "opens finished PDFs in the person's own viewer",
    ),
];

/// Needed besides to test in the real window and to judge PDFs.
pub(crate) const TEST: [Package; 6] = [
    package("webkit2gtk-driver", "drives the window in tests"),
    package("xvfb", "a screen for the window in tests"),
    package("xauth", "keeps that screen private"),
    package("poppler-utils", "reads the text back out of PDFs"),
    package("qpdf", "checks that PDFs are well-formed"),
    package("fonts-noto-core", "Arabic and Javanese in the window"),
];

/// Installs what dpkg does not know as installed, telling what and why.
pub(crate) fn install(wanted: &[&Package]) -> Outcome {
    let missing = missing(wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    say!("These packages are missing and will be installed with apt-get:");
    for package in &missing {
        say!("    {:<24}{}", package.name, package.why);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    // Stale lists may still know the packages, so a failing update is not the end.
    if let Err(error) = apt_get(&["update"])?.run() {
        say!("    {error}; trying with the package lists at hand");
    }
    apt_get(&["install", "-y", "--no-install-recommends"])?
        .args(names)
        .run()
}

/// apt-get as root: waits for another apt to finish and asks no questions.
fn apt_get(args: &[&str]) -> Outcome<Program> {
    let quiet = [
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
    ];
    let program = if is_root()? {
        Program::new("env")
    } else if on_path("sudo").is_some() {
        Program::new("sudo").args(["env"])
    } else {
        let text = "installing needs root and there is no sudo; as root, run the same command again \
                    or install the packages above by hand";
        return Err(Error::Missing(text.into()));
    };
    Ok(program.args(quiet).args(args))
}

fn is_root() -> Outcome<bool> {
    Ok(Program::new("id").args(["-u"]).output()? == "0")
}

fn missing<'a>(wanted: &[&'a Package]) -> Outcome<Vec<&'a Package>> {
    let names = wanted.iter().map(|package| package.name);
    let answer = Program::new("dpkg-query")
        .args(["-W", "-f", "${Package} ${db:Status-Status}\\n"])
        .args(names)
        .output()?;
    Ok(wanted
        .iter()
        .copied()
        .filter(|package| !is_installed(&answer, package.name))
        .collect())
}

/// dpkg-query names only packages it has met, each with its state.
fn is_installed(answer: &str, name: &str) -> bool {
    answer
        .lines()
        .any(|line| line.split_once(' ') == Some((name, "installed")))
}

#[cfg(test)]
mod tests {
    use super::is_installed;

    #[test]
    fn a_removed_or_unknown_package_counts_as_missing() {
        let answer = "xvfb installed\nqpdf config-files\nlibxvfb-dev installed";
        assert!(is_installed(answer, "xvfb"));
        assert!(!is_installed(answer, "qpdf"), "only its settings are left");
        assert!(!is_installed(answer, "xauth"));
    }
}
