//! The Backend Career Guide: from a folder of Markdown to a guide in the browser.
//!
//! In reading order:

/// The guide as a value: plain data, and the questions asked of it.
pub mod site;

/// Files to a `Site`, or everything that is wrong with them.
pub mod content;

/// A `Site` to text: one struct and one template per page.
pub mod pages;

/// The newest `Site`, and how it stays the newest.
pub mod live;

/// What a reader looks for, in a `Site`.
pub mod search;

/// A guide as a search engine sees it, and what is wrong with that.
pub mod audit;

/// HTTP: addresses, statuses, headers, bytes.
pub mod web;

/// The content in an editor's program: completion, diagnostics, definitions.
pub mod lsp;

/// The command line: reads flags and environment, wires the rest, reports.
pub mod cli;
