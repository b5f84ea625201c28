//! The words of the command line, from the same message files as the window's.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde::Serialize;
use unic_langid::LanguageIdentifier;

use tilik_core::api::Failure;
use tilik_core::report::words::Language;

const ID: [&str; 3] = [
    include_str!("../../../ui/text/id/shared.ftl"),
    include_str!("../../../ui/text/id/cli.ftl"),
    include_str!("../../../ui/text/id/rule.ftl"),
];
const EN: [&str; 3] = [
    include_str!("../../../ui/text/en/shared.ftl"),
    include_str!("../../../ui/text/en/cli.ftl"),
    include_str!("../../../ui/text/en/rule.ftl"),
];

/// The messages of one language.
pub(crate) struct Words {
    pub(crate) language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        let texts = match language {
            Language::Id => ID,
            Language::En => EN,
        };
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Marks around inserted values would show as boxes on many terminals.
        bundle.set_use_isolating(false);
        for text in texts {
            // A faulty message costs only itself; a test finds it.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(it, _)| it);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The message `key`; the key itself where there is none.
    pub(crate) fn say(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|it| it.value()) else {
            return key.to_owned();
        };
        let arguments: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned()
    }

    /// A code as it is written in message keys and JSON.
    pub(crate) fn code(code: impl Serialize) -> String {
        match serde_json::to_value(code) {
            Ok(serde_json::Value::String(text)) => text,
            _ => String::new(),
        }
    }

    /// What went wrong, where, and what can be done.
    pub(crate) fn failure(&self, failure: &Failure) -> String {
        let code = Self::code(failure.code);
        let known = self.bundle.has_message(&format!("failure-{code}"));
        let code = if known { code.as_str() } else { "unknown" };
        let values: Vec<(&str, FluentValue<'_>)> = failure
            .params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().into()))
            .collect();
        let mut text = self.say(&format!("failure-{code}"), &values);
        let places = [
            "path", "name", "sheet", "sheets", "row", "column", "value", "field",
        ];
        for place in places {
            let value = failure.params.get(place).filter(|value| !value.is_empty());
            if let Some(value) = value {
                let key = format!("failure-{place}");
                let shown = if self.bundle.has_message(&key) {
                    self.say(&key, &values)
                } else {
                    value.clone()
                };
                text.push_str(if place == "path" || place == "name" {
                    ": "
                } else {
                    ", "
                });
                text.push_str(&shown);
            }
        }
        text.push_str(".\n");
        text.push_str(&self.say(&format!("failure-{code}-todo"), &values));
        if !known && !failure.detail.is_empty() {
            text.push_str(&format!("\n({})", failure.detail));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tilik_core::api::Code;

    #[test]
    fn every_message_file_is_well_formed() {
        for text in ID.into_iter().chain(EN) {
            if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                panic!("{errors:?}");
            }
        }
    }

    #[test]
    fn a_failure_says_what_where_and_what_to_do_in_both_languages() {
        let mut failure = Failure::of(Code::NotACohort);
        failure.params.insert("path".into(), "D:\\angkatan".into());
        for language in [Language::Id, Language::En] {
            let text = Words::new(language).failure(&failure);
            assert!(text.contains("D:\\angkatan"), "{text}");
            assert!(!text.contains("failure-"), "{text}");
            assert_eq!(text.lines().count(), 2, "{text}");
        }
    }

    #[test]
    fn what_should_not_happen_is_told_with_its_detail() {
        let mut failure = Failure::of(Code::Internal);
        failure.detail = "disk I/O error".into();
        let text = Words::new(Language::Id).failure(&failure);
        assert!(text.contains("disk I/O error"), "{text}");
    }
}
