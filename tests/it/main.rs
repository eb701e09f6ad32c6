//! One binary for all tests that cross modules.

mod app;
mod audit;
mod authoring;
mod broken;
mod cli;
mod corpus;
mod downloads;
mod fix;
mod guide;
mod handbook;
mod http;
mod load;
mod lsp;
mod memory;
mod pages;
mod pictures;
mod search;
mod serving;
mod structured;
mod tidy;
mod tools;
mod watch;
