//! The search of a Site: its index, made beside the pages, and what is asked of it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::{Query, Store};
use crate::pages::{self, Rendered, SearchAsked};
use crate::search::{Index, LONGEST_QUESTION};
use crate::site::{HitKind, Site};

/// The index of a Site, which takes a while to make: until then there is none.
#[derive(Default)]
pub struct Search {
    index: Arc<OnceLock<Index>>,
    begun: AtomicBool,
}

impl Search {
    /// Begins to make the index of `site` on a thread of its own; once.
    pub fn begin(&self, site: &Arc<Site>) {
        if self.begun.swap(true, Ordering::Relaxed) {
            return;
        }
        let (site, index) = (site.clone(), self.index.clone());
        let work = move || {
            let started = Instant::now();
            index.get_or_init(|| Index::new(&site));
            let seconds = started.elapsed().as_secs_f32();
            tracing::info!("the search is ready after {seconds:.1} s");
        };
        let thread = std::thread::Builder::new().name("search".to_owned());
        if let Err(error) = thread.spawn(work) {
            tracing::error!("there is no search: {error}");
        }
    }

    /// Makes the index now, unless another thread does.
    pub fn finish(&self, site: &Site) {
        self.begun.store(true, Ordering::Relaxed);
        self.index.get_or_init(|| Index::new(site));
    }

    /// The index, if it is made; if nobody has begun to make it, that happens now.
    fn index(&self, site: &Arc<Site>) -> Option<&Index> {
        self.begin(site);
        self.index.get()
    }
}

/// The page that answers a search.
pub fn answer(store: &Store, query: &Query) -> Rendered {
    let kind = HitKind::from_word(query.first("kind"));
    let question = cut(query.first("q"));
    let asked = SearchAsked { question, kind };
    let index = store
        .search
        .index(&store.site)
        .filter(|_| !question.is_empty());
    let found = index.map(|index| index.search(&store.site, question, kind));
    pages::search(&store.site, asked, found.as_ref())
}

/// The names that fit what has been typed so far, as JSON.
pub fn suggest(store: &Store, query: &Query) -> Rendered {
    let text = cut(query.first("q"));
    let index = store.search.index(&store.site).filter(|_| !text.is_empty());
    let found = index.map_or_else(Vec::new, |index| index.suggest(text));
    pages::suggestions(&found)
}

/// What is read of a question.
fn cut(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_QUESTION);
    end.map_or(text, |(end, _)| text[..end].trim_end())
}
