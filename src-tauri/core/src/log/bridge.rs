//! The bridge between a record's JSON and Automerge's objects: objects are maps,
//! arrays are lists, and the sections of a proposal are texts that several
//! people may edit at once.

use automerge::ScalarValue;
use automerge::hydrate::Value as Hydrated;
use autosurgeon::reconcile::{LoadKey, MapReconciler, NoKey, TextReconciler};
use autosurgeon::{Reconcile, Reconciler};
use serde_json::{Map, Value};

use crate::domain::Kind;

/// What Automerge holds, as JSON. Bytes, counters and unknown scalars, which we
/// never write, become null.
pub(super) fn to_json(value: &Hydrated) -> Value {
    match value {
        Hydrated::Scalar(scalar) => match scalar {
            ScalarValue::Str(text) => Value::String(text.to_string()),
            ScalarValue::Int(number) | ScalarValue::Timestamp(number) => (*number).into(),
            ScalarValue::Uint(number) => (*number).into(),
            ScalarValue::F64(number) => {
                serde_json::Number::from_f64(*number).map_or(Value::Null, Value::Number)
            }
            ScalarValue::Boolean(flag) => Value::Bool(*flag),
            ScalarValue::Bytes(_) | ScalarValue::Counter(_) | ScalarValue::Null => Value::Null,
            ScalarValue::Unknown { .. } => Value::Null,
        },
        Hydrated::Map(map) => Value::Object(
            map.iter()
                .map(|(key, entry)| (key.to_string(), to_json(&entry.value)))
                .collect(),
        ),
        Hydrated::List(list) => {
            Value::Array(list.iter().map(|entry| to_json(&entry.value)).collect())
        }
        Hydrated::Text(text) => Value::String(text.to_string()),
    }
}

/// A whole document, to be reconciled.
pub(super) struct Root<'a> {
    pub(super) kind: Kind,
    pub(super) removed: bool,
    pub(super) value: &'a Value,
}

impl Reconcile for Root<'_> {
    type Key<'a> = NoKey;

    fn reconcile<R: Reconciler>(&self, mut reconciler: R) -> Result<(), R::Error> {
        let mut map = reconciler.map()?;
        map.put("removed", self.removed)?;
        // Only where a whole group edits one text is it worth the fifteenfold
        // loading time of a text object.
        let shared_text = self.kind == Kind::Proposal;
        map.put(
            "value",
            Node {
                value: self.value,
                path: Path::Record { shared_text },
            },
        )
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Path {
    Record { shared_text: bool },
    Sections,
    Plain,
}

impl Path {
    fn child(self, key: &str) -> Self {
        match self {
            Self::Record { shared_text: true } if key == "sections" => Self::Sections,
            _ => Self::Plain,
        }
    }
}

struct Node<'a> {
    value: &'a Value,
    path: Path,
}

impl Reconcile for Node<'_> {
    type Key<'a> = NoKey;

    fn key(&self) -> LoadKey<NoKey> {
        LoadKey::NoKey
    }

    fn reconcile<R: Reconciler>(&self, mut reconciler: R) -> Result<(), R::Error> {
        match self.value {
            Value::Null => reconciler.none(),
            Value::Bool(flag) => reconciler.boolean(*flag),
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(integer), _) => reconciler.i64(integer),
                (None, float) => reconciler.f64(float.unwrap_or_default()),
            },
            Value::String(text) => reconciler.str(text),
            Value::Array(items) => items
                .iter()
                .map(|value| Node {
                    value,
                    path: Path::Plain,
                })
                .collect::<Vec<_>>()
                .reconcile(reconciler),
            Value::Object(fields) => self.reconcile_fields(fields, &mut reconciler),
        }
    }
}

impl Node<'_> {
    fn reconcile_fields<R: Reconciler>(
        &self,
        fields: &Map<String, Value>,
        reconciler: &mut R,
    ) -> Result<(), R::Error> {
        let mut map = reconciler.map()?;
        let gone: Vec<String> = map
            .entries()
            .map(|(key, _)| key.to_string())
            .filter(|key| !fields.contains_key(key))
            .collect();
        for (key, value) in fields {
            match (self.path, value) {
                (Path::Sections, Value::String(text)) => map.put(key, SharedText(text))?,
                _ => map.put(
                    key,
                    Node {
                        value,
                        path: self.path.child(key),
                    },
                )?,
            }
        }
        for key in gone {
            map.delete(key)?;
        }
        Ok(())
    }
}

/// A text that several people may edit at once.
struct SharedText<'a>(&'a str);

impl Reconcile for SharedText<'_> {
    type Key<'a> = NoKey;

    fn reconcile<R: Reconciler>(&self, mut reconciler: R) -> Result<(), R::Error> {
        reconciler.text()?.update(self.0)?;
        Ok(())
    }
}
