//! All integration tests, as one binary.

mod broken;
mod load;
