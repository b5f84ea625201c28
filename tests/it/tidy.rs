//! The shape of the source, kept by a test: who may name what, which layer may
//! use which, how files open, and what never belongs in them.
//!
//! Each rule is a pure function from a source file to findings, and is tried
//! here on planted bad text.

mod everywhere;
mod finding;
mod layers;
mod rust;
mod source;
mod texts;
mod web;
mod window;

use finding::Finding;
use source::Source;

/// Every rule that looks at one file at a time.
const RULES: [fn(&Source) -> Vec<Finding>; 18] = [
    everywhere::short,
    everywhere::named_for_what_it_is,
    everywhere::nothing_put_off,
    everywhere::no_machine_paths,
    rust::opens_with_its_purpose,
    rust::crates_stay_in_their_place,
    rust::no_debug_output,
    rust::tests_do_not_sleep,
    layers::uses_only_layers_above,
    layers::belongs_to_a_layer,
    web::opens_with_its_purpose,
    web::only_ipc_talks_to_tauri,
    web::features_stand_alone,
    web::no_debug_output,
    web::preferences_stay_in_shared,
    window::policy_is_strict,
    window::scripts_cannot_name_addresses,
    texts::keys_are_well_formed,
];

#[test]
fn the_source_is_tidy() {
    let sources = source::all();
    assert!(
        sources.len() > 10,
        "the walk found only {} files",
        sources.len()
    );
    let each = RULES.iter().flat_map(|rule| sources.iter().flat_map(rule));
    let mut findings: Vec<String> = each
        .chain(texts::both_languages(&sources))
        .map(|finding| finding.to_string())
        .collect();
    findings.sort();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}
