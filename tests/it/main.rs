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
mod pages;
mod pictures;
mod search;
mod serving;
mod structured;
mod tidy;
mod tools;
mod watch;
