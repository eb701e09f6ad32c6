//! One binary for all tests that cross modules.

mod app;
mod authoring;
mod broken;
mod cli;
mod corpus;
mod fix;
mod guide;
mod http;
mod load;
mod lsp;
mod memory;
mod pages;
mod serving;
mod tidy;
mod tools;
mod watch;
