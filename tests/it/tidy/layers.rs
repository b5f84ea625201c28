//! The order of the layers inside the core: each uses itself and those above.

use super::finding::Finding;
use super::source::Source;

/// From the top, which knows nothing, to the bottom, which may use all.
const LAYERS: [&str; 9] = [
    "domain", "planner", "log", "store", "import", "report", "exchange", "app", "api",
];

/// Modules beside the layers, which any of them may use and which use none.
const BESIDE: [&str; 0] = [];

const CORE: &str = "src-tauri/core/src/";

pub(crate) fn belongs_to_a_layer(source: &Source) -> Vec<Finding> {
    let Some(module) = top_module(source) else {
        return Vec::new();
    };
    if LAYERS.contains(&module) || BESIDE.contains(&module) {
        return Vec::new();
    }
    let advice =
        format!("`{module}` is in no layer; move it into one, or give it a place in LAYERS");
    vec![source.finding(1, "layer", advice)]
}

pub(crate) fn uses_only_layers_above(source: &Source) -> Vec<Finding> {
    let Some(module) = top_module(source) else {
        return Vec::new();
    };
    let own = LAYERS.iter().position(|layer| *layer == module);
    let below = |used: &str| {
        let used = LAYERS.iter().position(|layer| *layer == used);
        used.is_some_and(|used| own.is_none_or(|own| used > own))
    };
    let used = crate_paths(source)
        .into_iter()
        .filter(|(_, used)| below(used));
    let advice = |used| format!("`{module}` may not use `{used}`, which lies below it");
    used.map(|(line, used)| source.finding(line, "layer order", advice(used)))
        .collect()
}

/// `store` for core/src/store.rs and everything in core/src/store/.
fn top_module(source: &Source) -> Option<&str> {
    let path = source.path.strip_prefix(CORE)?.strip_suffix(".rs")?;
    let module = path.split('/').next()?;
    (path != "lib").then_some(module)
}

/// The modules of the crate's root that the code names, with their lines.
fn crate_paths(source: &Source) -> Vec<(usize, String)> {
    let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
    let code = code.join("\n");
    let up = "super::".repeat(depth(&source.path));
    let roots = [ends_of(&code, "crate::"), ends_of(&code, &up)].concat();
    roots
        .into_iter()
        .flat_map(|at| names_at(&code, at))
        .collect()
}

/// How many `super::` lead from this file's module to the root.
fn depth(path: &str) -> usize {
    let path = path.strip_prefix(CORE).unwrap_or(path);
    path.trim_end_matches("/mod.rs").split('/').count()
}

fn ends_of(code: &str, prefix: &str) -> Vec<usize> {
    code.match_indices(prefix)
        .filter(|(at, _)| {
            !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$')
        })
        .map(|(at, _)| at + prefix.len())
        .collect()
}

/// The names that follow at a place: one, or the first of each path in `{…}`.
fn names_at(code: &str, at: usize) -> Vec<(usize, String)> {
    let name = |from: usize| {
        let rest = &code[from..];
        let end = rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        (
            code[..from].matches('\n').count() + 1,
            rest[..end].to_owned(),
        )
    };
    if !code[at..].starts_with('{') {
        return vec![name(at)];
    }
    let mut names = Vec::new();
    let (mut depth, mut expecting) = (0_usize, false);
    for (offset, c) in code[at..].char_indices() {
        match c {
            '{' => (depth, expecting) = (depth + 1, depth == 0),
            '}' if depth == 1 => break,
            '}' => depth = depth.saturating_sub(1),
            ',' => expecting = depth == 1,
            _ if c.is_whitespace() => {}
            _ if expecting => {
                names.push(name(at + offset));
                expecting = false;
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::planted;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let source = planted(&format!("{CORE}{path}"), text);
        uses_only_layers_above(&source)
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn using_a_layer_below_is_found() {
        assert_eq!(lines("domain/site.rs", "\nuse crate::store::Cohort;"), [2]);
        assert_eq!(lines("log.rs", "fn f() -> crate::app::Changed {}"), [1]);
        assert_eq!(lines("report.rs", "use crate::exchange::Package;"), [1]);
    }

    #[test]
    fn using_a_layer_above_or_itself_is_fine() {
        assert!(
            lines(
                "store/log.rs",
                "use crate::{domain::Id, log::{Batch, app}, store};"
            )
            .is_empty()
        );
        assert!(lines("api.rs", "use crate::app;").is_empty());
        assert!(lines("domain.rs", "// not crate::store").is_empty());
        assert!(lines("domain.rs", "use other_crate::store;").is_empty());
    }

    #[test]
    fn groups_over_several_lines_are_read() {
        let text = "use crate::{\n    domain::{Id, Site},\n    app::Changed,\n};";
        assert_eq!(lines("store.rs", text), [3]);
    }

    #[test]
    fn climbing_to_the_root_is_seen_through() {
        assert_eq!(
            lines("domain/site.rs", "use super::super::store::Cohort;"),
            [1]
        );
        assert!(lines("report/model/page.rs", "use super::api::Page;").is_empty());
    }

    #[test]
    fn a_module_in_no_layer_is_found() {
        let found = |path: &str| belongs_to_a_layer(&planted(&format!("{CORE}{path}"), "")).len();
        assert_eq!(found("misc.rs"), 1);
        assert_eq!(found("lib.rs") + found("store/log.rs"), 0);
    }
}
