//! What the operating system must bring: installed where we can, named where
//! we cannot.

use crate::debian;
use crate::error::{Error, Outcome};
use crate::program::{Program, on_path};
use std::fs;

/// How much of the system is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// To build and open the window.
    Build,
    /// To run the tests in it as well.
    Test,
}

/// Makes sure that the system has what is needed, or says what to install.
pub(crate) fn prepare(need: Need) -> Outcome {
    match std::env::consts::OS {
        "linux" => linux(need),
        "macos" => macos(),
        "windows" => windows(),
        other => {
            say!("Tilik is not tried on {other}; going on and hoping for the best.");
            Ok(())
        }
    }
}

fn linux(need: Need) -> Outcome {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    match family(&release) {
        Family::Debian => {
            let tests = debian::TEST.iter().filter(|_| need == Need::Test);
            let wanted: Vec<_> = debian::BUILD.iter().chain(tests).collect();
            debian::install(&wanted)
        }
        Family::Fedora => by_hand(
            need,
            "sudo dnf install gcc pkgconf-pkg-config webkit2gtk4.1-devel xdg-utils",
            "sudo dnf install webkit2gtk-driver xorg-x11-server-Xvfb xorg-x11-xauth poppler-utils \
             qpdf google-noto-naskh-arabic-fonts",
        ),
        Family::Arch => by_hand(
            need,
            "sudo pacman -S --needed base-devel webkit2gtk-4.1 xdg-utils",
            "sudo pacman -S --needed webkitgtk-6.0 xorg-server-xvfb xorg-xauth poppler qpdf \
             noto-fonts",
        ),
        Family::Other => by_hand(
            need,
            "your distribution's C compiler, pkg-config, WebKitGTK 4.1 development files, xdg-utils",
            "your distribution's WebKitWebDriver, Xvfb, xauth, poppler-utils, qpdf, Noto fonts",
        ),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Family {
    Debian,
    Fedora,
    Arch,
    Other,
}

/// Reads ID and ID_LIKE of os-release(5), so that derivatives count.
fn family(release: &str) -> Family {
    let ids: Vec<&str> = release
        .lines()
        .filter_map(|line| {
            line.strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
        })
        .flat_map(|value| value.trim_matches('"').split(' '))
        .collect();
    let is = |id| ids.contains(&id);
    match () {
        () if is("debian") || is("ubuntu") => Family::Debian,
        () if is("fedora") || is("rhel") => Family::Fedora,
        () if is("arch") => Family::Arch,
        () => Family::Other,
    }
}

/// Other Linuxes: the build cannot do without the library, so that is checked;
/// the test programs are checked by name.
fn by_hand(need: Need, build: &str, test: &str) -> Outcome {
    if !Program::new("pkg-config")
        .args(["--exists", "webkit2gtk-4.1"])
        .succeeds()
    {
        return Err(Error::Missing(format!(
            "WebKitGTK 4.1 was not found. Install:\n    {build}"
        )));
    }
    let tools = ["WebKitWebDriver", "Xvfb", "xauth", "pdftotext", "qpdf"];
    let missing: Vec<_> = tools
        .into_iter()
        .filter(|tool| on_path(tool).is_none())
        .collect();
    if need == Need::Build || missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join(", ");
    Err(Error::Missing(format!(
        "The tests need {missing}. Install:\n    {test}"
    )))
}

fn macos() -> Outcome {
    if Program::new("xcode-select").args(["-p"]).succeeds() {
        return Ok(());
    }
    let text =
        "Apple's command line tools are missing. Install them with:\n    xcode-select --install";
    Err(Error::Missing(text.into()))
}

/// WebView2 comes with Windows 11 and with Edge; without it the app builds but
/// does not open, so its absence is said and not fatal.
fn windows() -> Outcome {
    const CLIENT: &str =
        r"Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    const CLIENT_32: &str =
        r"Software\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let keys = [
        format!(r"HKCU\{CLIENT}"),
        format!(r"HKLM\{CLIENT}"),
        format!(r"HKLM\{CLIENT_32}"),
    ];
    let found = |key: &String| {
        Program::new("reg")
            .args(["query", key.as_str(), "/v", "pv"])
            .succeeds()
    };
    if !keys.iter().any(found) {
        say!(
            "WebView2 was not found and the window needs it. Get the Evergreen Bootstrapper from\n    \
             https://developer.microsoft.com/microsoft-edge/webview2/"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Family, family};

    #[test]
    fn derivatives_are_treated_as_what_they_are_made_from() {
        assert_eq!(family("ID=debian\nVERSION_ID=\"12\""), Family::Debian);
        assert_eq!(
            family("ID=linuxmint\nID_LIKE=\"ubuntu debian\""),
            Family::Debian
        );
        assert_eq!(
            family("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\""),
            Family::Fedora
        );
        assert_eq!(family("ID=endeavouros\nID_LIKE=arch"), Family::Arch);
        assert_eq!(family(""), Family::Other);
    }
}
