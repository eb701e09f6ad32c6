//! What a page is about, for machines: one graph of schema.org things as JSON-LD.
//!
//! Everything said here stands on the page too, in the same words and with the same dates.

mod graph;
mod occupation;
mod thing;

use crate::site::{Address, Site};

pub use graph::graph;
use thing::Thing;

/// The graph of an address as the text of a script element; nothing where there is nothing to say.
pub fn json_ld(site: &Site, address: &Address, here: &str) -> Option<String> {
    let things = graph(site, address, here);
    if things.is_empty() {
        return None;
    }
    let graph = Graph {
        context: "https://schema.org",
        graph: things,
    };
    let json = serde_json::to_string(&graph).expect("a graph has only text for keys");
    Some(inert(&json))
}

#[derive(serde::Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Thing>,
}

/// JSON that no text in it can lead out of a script element.
fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => inert.push_str("\\u003c"),
            '>' => inert.push_str("\\u003e"),
            '&' => inert.push_str("\\u0026"),
            '\u{2028}' => inert.push_str("\\u2028"),
            '\u{2029}' => inert.push_str("\\u2029"),
            other => inert.push(other),
        }
    }
    inert
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn no_text_leads_out_of_the_element() {
        let value = "</script><!-- & \u{2028}";
        let json = serde_json::to_string(value).unwrap();
        let safe = inert(&json);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), value);
    }
}
