//! The JSON Schema of each struct that TOML is read into, derived from the struct itself.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use jsonschema::Validator;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::pointer::steps;

/// Schemas made so far. Making one costs about as much as reading ten files, so a load keeps them.
#[derive(Default)]
pub struct Schemas(RwLock<HashMap<String, Arc<Schema>>>);

impl Schemas {
    /// The schema of `T`.
    pub fn of<T: JsonSchema>(&self) -> Arc<Schema> {
        let id = T::schema_id();
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(schema) = known.get(id.as_ref()) {
            return Arc::clone(schema);
        }
        drop(known);
        let schema = Arc::new(Schema::new::<T>());
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(id.into_owned()).or_insert(schema))
    }
}

/// A schema without references inside, so that a path in a value is a path in the schema.
pub struct Schema {
    pub root: Value,
    pub validator: Validator,
}

impl Schema {
    fn new<T: JsonSchema>() -> Self {
        let mut root = SchemaSettings::draft2020_12()
            .with(|settings| settings.inline_subschemas = true)
            .into_generator()
            .into_root_schema_for::<T>()
            .to_value();
        simplify(&mut root);
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .should_ignore_unknown_formats(true)
            .build(&root)
            .expect("schemars derives valid schemas");
        Schema { root, validator }
    }

    /// What the schema says of the value at a JSON pointer.
    pub fn at(&self, pointer: &str) -> &Value {
        steps(pointer).fold(&self.root, |schema, step| inside(schema, &step))
    }
}

/// What a schema says of one member of a table or list.
pub fn inside<'a>(schema: &'a Value, step: &str) -> &'a Value {
    let named = schema.get("properties").and_then(|named| named.get(step));
    named
        .or_else(|| schema.get("items"))
        .or_else(|| schema.get("additionalProperties"))
        .unwrap_or(&Value::Null)
}

/// Takes out what TOML cannot say: `null`, and the two ways in which an optional or documented enum
/// hides its list of words.
fn simplify(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if let Some(choices) = map.get("anyOf").and_then(Value::as_array) {
                let some = choices.iter().find(|choice| choice["type"] != "null");
                if let Some(some) = some.and_then(Value::as_object).cloned() {
                    map.remove("anyOf");
                    for (key, value) in some {
                        map.entry(key).or_insert(value);
                    }
                }
            }
            if let Some(words) = map.get("oneOf").and_then(words_of) {
                map.remove("oneOf");
                map.insert("type".to_owned(), json!("string"));
                map.insert("enum".to_owned(), words);
            }
            without_null(map);
            map.values_mut().for_each(simplify);
        }
        Value::Array(items) => items.iter_mut().for_each(simplify),
        _ => {}
    }
}

/// The words of an enum whose variants are documented one by one.
fn words_of(choices: &Value) -> Option<Value> {
    let mut words = Vec::new();
    for choice in choices.as_array()? {
        match (choice.get("const"), choice.get("enum")) {
            (Some(word), _) => words.push(word.clone()),
            (None, Some(list)) => words.extend(list.as_array()?.iter().cloned()),
            (None, None) => return None,
        }
    }
    Some(Value::Array(words))
}

fn without_null(map: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(words)) = map.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Schemas;
    use crate::site::{Edition, Usage};

    #[test]
    fn optional_and_documented_enums_are_lists_of_words() {
        let schemas = Schemas::default();
        let edition = schemas.of::<Edition>();
        for (pointer, words) in [
            ("/covers", json!(["base", "total"])),
            ("/figures/0/covers", json!(["base", "total"])),
            ("/figures/7/baseline", json!(["computer-jobs", "all-jobs"])),
        ] {
            assert_eq!(edition.at(pointer)["enum"], words, "{pointer}");
            assert_eq!(edition.at(pointer)["type"], "string", "{pointer}");
        }
    }

    #[test]
    fn no_schema_speaks_of_null() {
        fn speaks(schema: &Value) -> bool {
            match schema {
                Value::Null => true,
                Value::String(text) => text == "null",
                Value::Array(items) => items.iter().any(speaks),
                Value::Object(map) => map.values().any(speaks),
                _ => false,
            }
        }
        assert!(!speaks(&Schemas::default().of::<Usage>().root));
        assert!(!speaks(&Schemas::default().of::<Edition>().root));
    }
}
