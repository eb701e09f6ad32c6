//! Which words stand where: the index proper. The one file that knows tantivy.
//!
//! A unit is a place of a page; its number is that of the order in which it was added. Nothing is
//! kept but stems and their positions, in memory.

use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::query::{
    Bm25StatisticsProvider, BoostQuery, DisjunctionMaxQuery, EnableScoring, PhraseQuery, Query,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexSettings, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::words::Word;

/// What a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Title,
    /// Other names of the page.
    Names,
    Heading,
    Text,
}

const PARTS: [Part; 4] = [Part::Title, Part::Names, Part::Heading, Part::Text];

/// The stems of a unit with their positions, by what they stand in.
#[derive(Debug, Default)]
pub struct Unit([Vec<(usize, String)>; PARTS.len()]);

/// Between the last word of a text and the first of the next, so that no phrase runs over the end.
const GAP: usize = 8;

impl Unit {
    /// Adds the words of a text. `stem` makes the stem of a word, or of a part of one.
    pub fn add(&mut self, part: Part, words: &[Word], mut stem: impl FnMut(&str) -> String) {
        let stems = &mut self.0[part as usize];
        let mut position = stems.last().map_or(0, |(last, _)| last + GAP);
        for word in words {
            stems.push((position, stem(&word.whole)));
            stems.extend(
                word.parts
                    .iter()
                    .enumerate()
                    .map(|(at, it)| (position + at, stem(it))),
            );
            position += word.parts.len().max(1);
        }
    }
}

/// All units, ready to be asked.
pub struct Postings {
    searcher: Searcher,
    fields: [Field; PARTS.len()],
}

/// What the writer may use before it is done, in bytes; the smallest it accepts is 15 MB.
const BUDGET: usize = 50_000_000;

const IN_MEMORY: &str = "an index in memory is written and read without failure";

impl Postings {
    pub fn new(units: impl Iterator<Item = Unit>) -> Self {
        let mut schema = Schema::builder();
        let fields = PARTS.map(|part| schema.add_text_field(&format!("{part:?}"), options(part)));
        let settings = IndexSettings {
            docstore_compress_dedicated_thread: false,
            ..IndexSettings::default()
        };
        let builder = Index::builder().schema(schema.build()).settings(settings);
        let mut writer: SingleSegmentIndexWriter = builder
            .single_segment_index_writer(RamDirectory::create(), BUDGET)
            .expect(IN_MEMORY);
        for unit in units {
            writer
                .add_document(document(unit, &fields))
                .expect(IN_MEMORY);
        }
        let index = writer.finalize().expect(IN_MEMORY);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader: tantivy::IndexReader = reader.try_into().expect(IN_MEMORY);
        Postings {
            searcher: reader.searcher(),
            fields,
        }
    }

    /// The number of units.
    pub fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// In how many units a stem stands, in that part of them where most have it.
    pub fn frequency(&self, stem: &str) -> u64 {
        let frequency = |part: Part| {
            let term = self.term(part, stem);
            self.searcher.doc_freq(&term).expect(IN_MEMORY)
        };
        PARTS.into_iter().map(frequency).max().unwrap_or_default()
    }

    /// Gives `each` the units in which one of the stems stands in one of the parts, with the best
    /// score of these by BM25. Stems and parts have their own factors; all are taken to be as rare
    /// as the commonest, so that a rare form of a word is worth no more than the word.
    pub fn with_any(
        &self,
        stems: &[(String, f32)],
        parts: &[(Part, f32)],
        each: &mut dyn FnMut(usize, f32),
    ) {
        let frequency = stems.iter().map(|(stem, _)| self.frequency(stem)).max();
        let queries = stems.iter().flat_map(|(stem, factor)| {
            parts.iter().map(move |(part, weight)| {
                let term = self.term(*part, stem);
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                boxed(BoostQuery::new(boxed(query), factor * weight))
            })
        });
        let best = DisjunctionMaxQuery::new(queries.collect());
        self.ask(&best, frequency.unwrap_or_default(), each);
    }

    /// Gives `each` the units in which the stems follow one another in one of the parts.
    pub fn with_phrase(
        &self,
        stems: &[String],
        parts: &[(Part, f32)],
        each: &mut dyn FnMut(usize, f32),
    ) {
        let queries = parts.iter().map(|(part, weight)| {
            let terms: Vec<Term> = stems.iter().map(|stem| self.term(*part, stem)).collect();
            match <[Term; 1]>::try_from(terms) {
                Ok([term]) => {
                    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    boxed(BoostQuery::new(boxed(query), *weight))
                }
                Err(terms) => boxed(BoostQuery::new(boxed(PhraseQuery::new(terms)), *weight)),
            }
        });
        let best = DisjunctionMaxQuery::new(queries.collect());
        let rarest = stems.iter().map(|stem| self.frequency(stem)).min();
        self.ask(&best, rarest.unwrap_or_default(), each);
    }

    fn ask(&self, query: &dyn Query, frequency: u64, each: &mut dyn FnMut(usize, f32)) {
        let statistics = Alike {
            postings: self,
            frequency,
        };
        let scoring = EnableScoring::enabled_from_statistics_provider(&statistics, &self.searcher);
        let weight = query.weight(scoring).expect(IN_MEMORY);
        for segment in self.searcher.segment_readers() {
            let mut each = |unit: u32, score: f32| each(unit as usize, score);
            weight.for_each(segment, &mut each).expect(IN_MEMORY);
        }
    }

    fn term(&self, part: Part, stem: &str) -> Term {
        Term::from_field_text(self.fields[part as usize], stem)
    }
}

fn boxed(query: impl Query) -> Box<dyn Query> {
    Box::new(query)
}

/// How words of a part are kept. That a page has many names must not make each of them worth less.
fn options(part: Part) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
        .set_fieldnorms(part != Part::Names);
    TextOptions::default().set_indexing_options(indexing)
}

fn document(unit: Unit, fields: &[Field]) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    for (stems, field) in unit.0.into_iter().zip(fields) {
        let tokens = stems.into_iter().map(|(position, text)| Token {
            position,
            text,
            ..Token::default()
        });
        let text = PreTokenizedString {
            text: String::new(),
            tokens: tokens.collect(),
        };
        document.add_pre_tokenized_text(*field, text);
    }
    document
}

/// The words of a usual title or heading.
const USUAL_LENGTH: u64 = 4;

/// The statistics of the index, in which all terms are equally rare, and titles and headings are
/// measured by each other: most units have none.
struct Alike<'a> {
    postings: &'a Postings,
    frequency: u64,
}

impl Bm25StatisticsProvider for Alike<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let part = PARTS
            .into_iter()
            .find(|part| self.postings.fields[*part as usize] == field);
        match part {
            Some(Part::Title | Part::Heading) => Ok(USUAL_LENGTH * self.postings.len()),
            _ => self.postings.searcher.total_num_tokens(field),
        }
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.postings.len())
    }

    fn doc_freq(&self, _: &Term) -> tantivy::Result<u64> {
        Ok(self.frequency)
    }
}
