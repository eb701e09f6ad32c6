//! All that a guide serves: what links lead to from the home page, what sitemaps list, and what pages
//! are made of.

mod probes;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rayon::ThreadPool;
use rayon::prelude::*;

pub use probes::{Form, Probes};

use super::address::{Home, Origin};
use super::fetch::{Fetcher, Reply};
use super::page::Page;
use super::robots::Robots;
use super::sitemap::Sitemap;

/// Requests that are under way at once.
const AT_ONCE: usize = 4;

pub const ROBOTS: &str = "/robots.txt";

/// A guide, crawled.
pub struct Crawl {
    pub home: Home,
    pub now: Timestamp,
    /// By path and query.
    pub visits: BTreeMap<String, Visit>,
    pub robots: Robots,
    pub sitemaps: Vec<Sitemap>,
    pub probes: Probes,
    /// How many addresses were asked for.
    pub asked: usize,
    /// How many pages and files may be asked for.
    pub most: usize,
    /// Whether there were more.
    pub is_cut: bool,
}

/// What an address has answered.
pub struct Visit {
    /// The reply, or why there is none. Its body is kept only if it is XML or a feed.
    pub reply: Result<Reply, String>,
    /// Links from the home page to here; nothing if no link leads here.
    pub clicks: Option<usize>,
    /// What a 200 reply of HTML says.
    pub page: Option<Page>,
}

impl Visit {
    /// The status, or 0 if there is no reply.
    pub fn status(&self) -> u16 {
        self.reply.as_ref().map_or(0, |reply| reply.status)
    }

    /// Whether a page or its headers forbid to index it.
    pub fn is_noindex(&self) -> bool {
        let header = self.reply.as_ref().map_or("", |reply| &reply.robots);
        let meta = self.page.as_ref().map_or("", |page| &page.robots);
        let forbids = |text: &str| {
            let mut words = text.split([',', ':', ' ']);
            words.any(|word| word == "noindex" || word == "none")
        };
        forbids(header) || forbids(meta)
    }
}

impl Crawl {
    /// Crawls what answers at `origin`, `most` pages and files of it.
    ///
    /// # Errors
    ///
    /// If the home page cannot be had.
    pub fn of(origin: &Origin, now: Timestamp, most: usize) -> Result<Self, String> {
        let fetcher = Fetcher::new(origin);
        let cannot = |why: &str| format!("cannot crawl `{}`: {why}", origin.at("/"));
        let threads = rayon::ThreadPoolBuilder::new().num_threads(AT_ONCE);
        let threads = threads
            .build()
            .map_err(|error| cannot(&error.to_string()))?;
        let first = visit(&fetcher, "/", Some(0));
        let Some(page) = &first.page else {
            return Err(cannot(&match &first.reply {
                Ok(reply) => format!("it answers {} with `{}`", reply.status, reply.media_type),
                Err(why) => why.clone(),
            }));
        };
        let mut crawl = Crawl {
            home: Home::new(origin, page.canonicals.first().map(String::as_str)),
            now,
            visits: BTreeMap::new(),
            robots: Robots::default(),
            sitemaps: Vec::new(),
            probes: Probes::default(),
            asked: 0,
            most,
            is_cut: false,
        };
        crawl.follow(
            &fetcher,
            &threads,
            BTreeSet::from(["/".to_owned()]),
            Some(0),
        );
        crawl.read_lists(&fetcher);
        crawl.follow(&fetcher, &threads, crawl.listed(), None);
        crawl.fetch(&fetcher, &threads, crawl.resources(), None);
        crawl.probes = Probes::of(&crawl, &fetcher, &threads);
        crawl.asked = crawl.visits.len() + crawl.probes.count();
        Ok(crawl)
    }

    /// The HTML pages that answer with 200.
    pub fn html(&self) -> impl Iterator<Item = (&str, &Visit, &Page)> {
        self.visits
            .iter()
            .filter_map(|(address, visit)| Some((&**address, visit, visit.page.as_ref()?)))
    }

    /// The pages that a search engine may index under their own address. What a query asks may name
    /// the page it is asked of as canonical; then it is not another page.
    pub fn indexed(&self) -> impl Iterator<Item = (&str, &Visit, &Page)> {
        self.html().filter(|(address, visit, page)| {
            let is_of_another = address.contains('?')
                && page.canonicals.first().is_some_and(|canonical| {
                    self.home
                        .place(address, canonical)
                        .is_some_and(|it| it.address != *address)
                });
            !visit.is_noindex() && !is_of_another
        })
    }

    /// Asks for addresses, and for what their pages link to, until nothing is new.
    fn follow(
        &mut self,
        fetcher: &Fetcher,
        threads: &ThreadPool,
        mut addresses: BTreeSet<String>,
        mut clicks: Option<usize>,
    ) {
        while !addresses.is_empty() {
            let asked = self.fetch(fetcher, threads, addresses, clicks);
            clicks = clicks.map(|clicks| clicks + 1);
            // What a query asks can lead to ever more queries.
            let plain = asked.iter().filter(|address| !address.contains('?'));
            addresses = plain.flat_map(|address| self.links(address)).collect();
        }
    }

    fn links(&self, address: &str) -> Vec<String> {
        let page = self
            .visits
            .get(address)
            .and_then(|visit| visit.page.as_ref());
        let links = page.into_iter().flat_map(|page| &page.links);
        let places = links.filter_map(|link| self.home.place(address, link));
        places.map(|place| place.address).collect()
    }

    /// Asks for those addresses that are new, and gives them.
    fn fetch(
        &mut self,
        fetcher: &Fetcher,
        threads: &ThreadPool,
        addresses: BTreeSet<String>,
        clicks: Option<usize>,
    ) -> Vec<String> {
        let new = addresses
            .into_iter()
            .filter(|it| !self.visits.contains_key(it));
        let mut new: Vec<String> = new.collect();
        let room = self.most.saturating_sub(self.visits.len());
        self.is_cut |= new.len() > room;
        new.truncate(room);
        let visited: Vec<Visit> = threads.install(|| {
            let all = new.par_iter();
            all.map(|address| visit(fetcher, address, clicks)).collect()
        });
        self.visits.extend(new.iter().cloned().zip(visited));
        new
    }

    /// Reads robots.txt, the sitemaps that it names, and `/sitemap.xml`.
    fn read_lists(&mut self, fetcher: &Fetcher) {
        let robots = visit(fetcher, ROBOTS, None);
        if let Ok(reply) = &robots.reply
            && reply.status == 200
        {
            self.robots = Robots::parse(&String::from_utf8_lossy(&reply.body));
        }
        self.visits.insert(ROBOTS.to_owned(), robots);
        let mut waiting: Vec<String> = vec![self.home.full("/sitemap.xml")];
        waiting.extend(self.robots.sitemaps.iter().cloned());
        let mut seen = BTreeSet::new();
        while let Some(location) = waiting.pop() {
            let Some(place) = self.home.place("/", &location) else {
                continue;
            };
            if !seen.insert(place.address.clone()) || seen.len() > self.most {
                continue;
            }
            let sitemap = read_sitemap(fetcher, &place.address);
            waiting.extend(sitemap.children.iter().cloned());
            self.sitemaps.push(sitemap);
        }
        self.sitemaps.sort_by(|a, b| a.address.cmp(&b.address));
    }

    fn listed(&self) -> BTreeSet<String> {
        let entries = self.sitemaps.iter().flat_map(|sitemap| &sitemap.entries);
        let places = entries.filter_map(|entry| self.home.place("/", &entry.location));
        places.map(|place| place.address).collect()
    }

    /// What pages are made of and sitemaps picture, in the guide.
    fn resources(&self) -> BTreeSet<String> {
        let entries = self.sitemaps.iter().flat_map(|sitemap| &sitemap.entries);
        let pictures = entries.flat_map(|entry| &entry.images).map(|it| ("/", it));
        let of_pages = self.html().flat_map(|(address, _, page)| {
            let resources = page.resources.iter();
            resources.map(move |resource| (address, resource))
        });
        of_pages
            .chain(pictures)
            .filter_map(|(address, link)| self.home.place(address, link))
            .map(|place| place.address)
            .collect()
    }
}

fn visit(fetcher: &Fetcher, address: &str, clicks: Option<usize>) -> Visit {
    let mut reply = fetcher.fetch(address);
    let mut page = None;
    if let Ok(reply) = &mut reply {
        if reply.status == 200 && reply.media_type == "text/html" {
            page = Some(Page::parse(&String::from_utf8_lossy(&reply.body)));
        }
        let media_type = &*reply.media_type;
        let is_read =
            address == ROBOTS || media_type.ends_with("xml") || media_type.contains("json");
        if !is_read || media_type == "image/svg+xml" {
            reply.body = Vec::new();
        }
    }
    Visit {
        reply,
        clicks,
        page,
    }
}

fn read_sitemap(fetcher: &Fetcher, address: &str) -> Sitemap {
    let fault = match fetcher.fetch(address) {
        Ok(reply) if reply.status == 200 => {
            return Sitemap::parse(address, &String::from_utf8_lossy(&reply.body));
        }
        Ok(reply) => format!("answers {}", reply.status),
        Err(why) => format!("does not answer: {why}"),
    };
    Sitemap {
        address: address.to_owned(),
        fault: Some(fault),
        ..Sitemap::default()
    }
}
