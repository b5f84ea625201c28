//! Rules for the window's settings: what its pages may load and run.

use super::finding::Finding;
use super::source::Source;

const SETTINGS: &str = "src-tauri/tauri.conf.json";

pub(crate) fn policy_is_strict(source: &Source) -> Vec<Finding> {
    if source.path != SETTINGS {
        return Vec::new();
    }
    let settings: serde_json::Value = serde_json::from_str(&source.text).unwrap();
    let Some(policy) = settings["app"]["security"]["csp"].as_str() else {
        let advice = "set app.security.csp: without it every page may load everything";
        return vec![source.finding(1, "content policy", advice)];
    };
    let line = source
        .lines()
        .find(|(_, line)| line.contains("\"csp\""))
        .map_or(1, |found| found.0);
    let loose = policy.split([' ', ';']).filter(|word| is_loose(word));
    let advice = |word| format!("`{word}` lets strangers in; take it out of the policy");
    let mut found: Vec<_> = loose
        .map(|word| source.finding(line, "content policy", advice(word)))
        .collect();
    if !policy.starts_with("default-src 'none'") {
        let advice = "begin the policy with `default-src 'none'`, then allow what is needed";
        found.push(source.finding(line, "content policy", advice));
    }
    found
}

/// Tauri's own channel is the only address; no wildcard, nothing unsafe.
fn is_loose(word: &str) -> bool {
    let own = ["ipc:", "http://ipc.localhost", "blob:"];
    word.contains("unsafe") || word.contains('*') || (word.contains(':') && !own.contains(&word))
}

/// A page that names its scripts by address could be made to name others.
pub(crate) fn scripts_cannot_name_addresses(source: &Source) -> Vec<Finding> {
    if source.extension() != "html" || !source.within("ui") {
        return Vec::new();
    }
    let advice = "pages load only what is bundled; copy it into ui";
    source.findings(source.lines(), "remote page part", advice, |line| {
        ["src=\"http", "href=\"http", "src=\"//", "href=\"//"]
            .iter()
            .any(|bad| line.contains(bad))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::planted;

    fn found(policy: &str) -> usize {
        let text = format!("{{\"app\":{{\"security\":{{\n\"csp\": \"{policy}\"}}}}}}");
        policy_is_strict(&planted(SETTINGS, &text)).len()
    }

    #[test]
    fn a_loose_policy_is_found() {
        assert_eq!(
            found("default-src 'none'; script-src 'self' 'unsafe-inline'"),
            1
        );
        assert_eq!(found("default-src 'none'; img-src https://peta.id"), 1);
        assert_eq!(found("default-src 'self'"), 1);
        assert_eq!(policy_is_strict(&planted(SETTINGS, "{}")).len(), 1);
    }

    #[test]
    fn a_strict_policy_is_fine() {
        assert_eq!(
            found("default-src 'none'; img-src 'self' blob:; connect-src ipc:"),
            0
        );
    }

    #[test]
    fn a_script_from_elsewhere_is_found() {
        let page = "<!doctype html>\n<script src=\"https://cdn.id/x.js\"></script>";
        assert_eq!(
            scripts_cannot_name_addresses(&planted("ui/index.html", page))[0].line,
            2
        );
    }
}
