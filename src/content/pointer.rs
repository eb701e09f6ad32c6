//! JSON pointers: paths into a table, `/source/0/url`.

/// The parts of a JSON pointer: `/source/0/url` gives `source`, `0`, `url`.
pub fn steps(pointer: &str) -> impl Iterator<Item = String> {
    pointer
        .split('/')
        .skip(1)
        .map(|step| step.replace("~1", "/").replace("~0", "~"))
}

/// The pointer to the table or list that holds a value: `/source/0` for `/source/0/url`.
pub fn parent(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// The pointer to a key of the table at a pointer.
pub fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}
