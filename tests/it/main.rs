//! One binary for all tests that cross modules.

mod app;
mod broken;
mod cli;
mod corpus;
mod guide;
mod http;
mod load;
mod lsp;
mod pages;
mod serving;
mod tidy;
mod watch;
