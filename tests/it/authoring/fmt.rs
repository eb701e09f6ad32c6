use super::{replace, run, said_of, text, write};
use crate::serving::site;

#[test]
fn fmt_gives_a_document_its_canonical_form_and_check_only_asks_for_it() {
    let folder = site(None);
    assert_eq!(run(&folder, &["fmt"]).0, Some(0));
    assert_eq!(
        run(&folder, &["fmt", "--check"]).0,
        Some(0),
        "once is enough"
    );
    let form = text(&folder, "glossary/api.md");
    let title = "title = \"API\"\n";
    let moved = form.replace(title, "").replace(
        "skills = [\"http\"]",
        "skills=['http'] # why\ntitle   = 'API'",
    );
    assert_ne!(moved, form);
    write(&folder, "glossary/api.md", &moved);
    replace(&folder, "glossary/on-call.md", "title = ", "title ");
    let (code, said, err) = run(&folder, &["fmt", "--check"]);
    assert_eq!(code, Some(1), "{err}");
    assert!(said.starts_with("glossary/api.md\n"), "{said}");
    assert!(
        said.contains("glossary/on-call.md: left as it is, since"),
        "{said}"
    );
    assert!(said.contains("1 of 17 files would change"), "{said}");
    assert_eq!(text(&folder, "glossary/api.md"), moved);
    let other = run(&folder, &["fmt", "--check", "skills/sql.md"]);
    assert_eq!(other.0, Some(0), "{}", other.1);
    let (code, said, err) = run(&folder, &["fmt", "content/glossary/api.md"]);
    assert_eq!(code, Some(0), "{said}{err}");
    let expected = form.replace("skills = [\"http\"]", "skills = [\"http\"] # why");
    assert_eq!(text(&folder, "glossary/api.md"), expected);
    for (file, words) in [
        ("glossary/none.md", "there is no file `glossary/none.md`"),
        (
            "usage/databases-2025.toml",
            "only documents have a canonical form",
        ),
    ] {
        let (code, _, err) = run(&folder, &["fmt", file]);
        assert_eq!(code, Some(1));
        assert!(err.contains(words), "{err}");
    }
}

/// A new document is in canonical form, so that its editor sees only what is theirs.
#[test]
fn a_new_document_needs_no_formatting() {
    let folder = site(None);
    for kind in ["role", "skill", "career-path", "learning", "job"] {
        assert_eq!(run(&folder, &["new", kind, "fresh"]).0, Some(0));
    }
    let (_, said, _) = run(&folder, &["fmt", "--check"]);
    assert!(!said.contains("fresh"), "{said}");
    assert_eq!(run(&folder, &["fmt"]).0, Some(0));
    assert_eq!(said_of(&folder, "skills/sql.md"), [""; 0]);
}
