//! The Backend Career Guide: from a folder of Markdown to a guide in the browser.
//!
//! In reading order:

pub mod site;

pub mod content;

pub mod pages;

pub mod cli;
