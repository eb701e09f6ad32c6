//! One binary for all tests that cross modules.

mod broken;
mod guide;
mod http;
mod load;
mod pages;
mod tidy;
