//! `/editors` and `/editors/codes`: what can be written, and what `check` says, for whoever writes.

use askama::Template;

use crate::site::{Address, BlockEntry, CodeEntry, DataEntry, FieldEntry, FormEntry, KindEntry};
use crate::site::{FieldNeed, Kind, Site};

use super::flow::{ContentsEntry, entries};
use super::layout::Layout;
use super::words::{counted, with_code};

/// Every field, block and form, as the program that reads them knows them.
#[derive(Template)]
#[template(path = "editors.html")]
pub struct EditorsPage<'a> {
    layout: Layout<'a>,
    contents: Vec<ContentsEntry>,
    shared: String,
    kinds: Vec<KindView<'a>>,
    data: Vec<DataView<'a>>,
    blocks: Vec<BlockView<'a>>,
    forms: Vec<FormView<'a>>,
    codes: String,
}

struct KindView<'a> {
    id: &'static str,
    title: &'static str,
    about: String,
    file: String,
    path: String,
    link: String,
    fields: String,
    sections: Vec<&'a str>,
}

struct DataView<'a> {
    entry: &'a DataEntry,
    about: String,
    fields: String,
}

struct BlockView<'a> {
    entry: &'a BlockEntry,
    about: String,
    fields: String,
}

struct FormView<'a> {
    write: &'a str,
    means: String,
}

impl<'a> EditorsPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let handbook = &site.handbook;
        let kinds: Vec<KindView> = handbook.kinds.iter().map(KindView::new).collect();
        let first = [("begin", "How to begin"), ("every-file", "Every file")];
        let last = [
            ("data-files", "Data files"),
            ("links-and-notes", "Links, notes, pictures"),
            ("blocks", "Blocks"),
            ("codes", "What check says"),
        ];
        let own = kinds.iter().map(|kind| (kind.id, kind.title));
        EditorsPage {
            layout: Layout::new(
                site,
                &Address::Editors,
                "For editors: every field, block and link form",
                "How to write a page of the guide: the fields of each kind of file, the blocks that show figures, the forms of links, and what the checks say.",
                "For editors",
            ),
            contents: entries(first.into_iter().chain(own).chain(last)),
            shared: fields(&handbook.shared),
            data: handbook.data.iter().map(DataView::new).collect(),
            blocks: handbook.blocks.iter().map(BlockView::new).collect(),
            forms: handbook.forms.iter().map(FormView::new).collect(),
            codes: counted(handbook.codes.len(), "code", "codes"),
            kinds,
        }
    }
}

impl<'a> KindView<'a> {
    fn new(entry: &'a KindEntry) -> Self {
        let kind = entry.kind;
        KindView {
            id: kind.folder(),
            title: kind.index_title(),
            about: with_code(&entry.about),
            file: format!("{}/*.md", kind.folder()),
            path: match kind {
                Kind::Page => "/…".to_owned(),
                kind => format!("/{}/…", kind.folder()),
            },
            link: format!("<{}:…>", kind.word()),
            fields: fields(&entry.fields),
            sections: entry.sections().map(|section| section.title).collect(),
        }
    }
}

impl<'a> DataView<'a> {
    fn new(entry: &'a DataEntry) -> Self {
        DataView {
            entry,
            about: with_code(&entry.about),
            fields: fields(&entry.fields),
        }
    }
}

impl<'a> BlockView<'a> {
    fn new(entry: &'a BlockEntry) -> Self {
        BlockView {
            entry,
            about: with_code(&entry.about),
            fields: fields(&entry.fields),
        }
    }
}

impl<'a> FormView<'a> {
    fn new(entry: &'a FormEntry) -> Self {
        FormView {
            write: &entry.write,
            means: with_code(&entry.means),
        }
    }
}

/// A list of fields, those inside them included.
#[derive(Template)]
#[template(path = "partials/fields.html")]
struct Fields<'a> {
    fields: Vec<FieldView<'a>>,
}

struct FieldView<'a> {
    name: &'a str,
    need: &'static str,
    help: String,
    holds: String,
    inside: String,
}

fn fields(entries: &[FieldEntry]) -> String {
    let list = Fields {
        fields: entries.iter().map(field).collect(),
    };
    match list.fields.is_empty() {
        true => String::new(),
        false => list.render().expect("templates write to memory"),
    }
}

fn field(entry: &FieldEntry) -> FieldView<'_> {
    FieldView {
        name: &entry.name,
        need: match entry.need {
            FieldNeed::Required => "required",
            FieldNeed::Optional | FieldNeed::Default(_) => "",
        },
        help: with_code(&entry.help),
        holds: with_code(&holds(entry)),
        inside: fields(&entry.fields),
    }
}

/// `One of "must", "nice".`
fn holds(entry: &FieldEntry) -> String {
    let words: Vec<String> = entry.words.iter().map(|word| format!("`{word}`")).collect();
    let words = words.join(", ");
    let mut said = match (entry.holds.as_str(), words.is_empty()) {
        (holds, true) => holds.to_owned(),
        ("one of the words", false) => format!("one of {words}"),
        (holds, false) => format!("{holds}: {words}"),
    };
    if let FieldNeed::Default(default) = &entry.need {
        said.push_str(&format!("; `{default}` if left out"));
    }
    let first = said.remove(0).to_uppercase();
    format!("{first}{said}.")
}

/// Every code of `check` with an example and its fix.
#[derive(Template)]
#[template(path = "editor_codes.html")]
pub struct CodesPage<'a> {
    layout: Layout<'a>,
    codes: Vec<CodeView<'a>>,
}

struct CodeView<'a> {
    entry: &'a CodeEntry,
    severities: String,
    title: String,
    cause: String,
}

impl<'a> CodesPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let codes = site.handbook.codes.iter();
        CodesPage {
            layout: Layout::new(
                site,
                &Address::EditorsCodes,
                "What check says: every code, with its fix",
                "Each message of the guide's checks by its code: what is wrong, why that matters, lines that show the mistake and the same lines as they should be.",
                "What check says",
            ),
            codes: codes.map(CodeView::new).collect(),
        }
    }
}

impl<'a> CodeView<'a> {
    fn new(entry: &'a CodeEntry) -> Self {
        CodeView {
            entry,
            severities: entry.severities.join(" or "),
            title: with_code(&entry.title),
            cause: with_code(&entry.cause),
        }
    }
}
