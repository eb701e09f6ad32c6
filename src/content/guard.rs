//! One file at a time: what fails in one takes no other down.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::Diagnostic;

/// Runs what is done with one file alone.
///
/// # Errors
///
/// If this program fails on it, which is a defect of this program.
pub fn guarded<T>(file: &str, work: impl FnOnce() -> T) -> Result<T, Box<Diagnostic>> {
    // Nothing that a failed file has touched is looked at again.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let message = "the program failed on this file: please report it";
        Box::new(Diagnostic::error("file-unreadable", file, None, message))
    })
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_failure_is_told_of_the_file() {
        assert_eq!(guarded("skills/sql.md", || 1), Ok(1));
        let told = guarded("skills/sql.md", || assert_eq!(1, 2)).map_err(|told| *told);
        let told = told.expect_err("the work fails");
        assert_eq!(
            (told.code, &*told.file),
            ("file-unreadable", "skills/sql.md")
        );
    }
}
