// The guide under test: where it runs, which pages it has, and a browser to look at them.
//
// GUIDE     the address of a running guide: http://127.0.0.1:8080
// CHROMIUM  the browser, if it is not /usr/bin/chromium

import http from 'node:http';
import { after } from 'node:test';
import zlib from 'node:zlib';
import { chromium } from 'playwright-core';

if (!process.env.GUIDE) {
  throw new Error('GUIDE is not set: name the address of a running guide, as tests/run does');
}

/** The address of the guide, without a slash at the end. */
export const origin = new URL(process.env.GUIDE).origin;

/** A path that the guide does not have. */
export const MISSING = '/roles/no-such-role';

/** Searches: with an answer, and without. */
const SEARCHES = ['/search?q=postgress+indexes', '/search?q=xqzzt'];

/** The page that is different in every browser, so that no sitemap lists it. */
export const NOTES = '/notes';

/** How many findings a failure lists. */
const MOST_LINES = 60;

/** What makes a page one of a kind, in the order of the menu. */
const KINDS = [
  ['home', /^\/$/],
  ['roles', /^\/roles$/],
  ['role', /^\/roles\/./],
  ['skills', /^\/skills$/],
  ['skill', /^\/skills\/./],
  ['career-paths', /^\/career-paths$/],
  ['career-path', /^\/career-paths\/./],
  ['guides', /^\/guides$/],
  ['guide', /^\/guides\/./],
  ['learning', /^\/learning$/],
  ['resource', /^\/learning\/./],
  ['industries', /^\/industries$/],
  ['industry', /^\/industries\/./],
  ['jobs', /^\/jobs$/],
  ['job', /^\/jobs\/./],
  ['glossary', /^\/glossary$/],
  ['term', /^\/glossary\/./],
  ['author', /^\/authors\/./],
  ['salaries', /^\/salaries$/],
  ['salary-role', /^\/salaries\/[^/]+$/],
  ['salary-region', /^\/salaries\/[^/]+\/./],
  ['move', /^\/moves\/./],
  ['figures', /^\/figures$/],
  ['changes', /^\/changes$/],
  ['coverage', /^\/coverage$/],
  ['figure-file', /^\/figures\/./],
  ['editors', /^\/editors$/],
  ['editor-codes', /^\/editors\/codes$/],
  ['search', /^\/search$/],
  ['answer', /^\/search\?/],
  ['notes', /^\/notes$/],
  ['missing', new RegExp(`^${MISSING}$`)],
  ['skill-check', /^\/skill-check$/],
  ['plan', /^\/plan$/],
  ['offer', /^\/offer$/],
  ['decode', /^\/decode$/],
  ['prose', /^\/[^/.]+$/],
];

/** The kind of the page at a path: `role` for `/roles/backend-developer`. */
export function kindOf(path) {
  const kind = path === MISSING ? 'missing' : KINDS.find(([, pattern]) => pattern.test(path))?.[0];
  if (!kind) throw new Error(`${path} is of no known kind: add it to KINDS in guide.mjs`);
  return kind;
}

/** An answer as it went over the wire: `length` counts the bytes of the encoded body. */
export function fetchRaw(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(new URL(path, origin), { headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const encoding = response.headers['content-encoding'];
        const body = encoding === 'br' ? zlib.brotliDecompressSync(bytes) : bytes;
        const { statusCode: status, headers } = response;
        resolve({ status, headers, length: bytes.length, text: body.toString('utf8') });
      });
    });
    request.on('error', reject);
  });
}

/** The paths of all pages: what the sitemap lists, closed adverts, an address that does not exist. */
export const pages = await listPages();

/** One page of each kind, the first in order: `[{ kind: 'home', path: '/' }, …]`. */
export const kinds = KINDS.map(([kind]) => {
  const path = pages.find((path) => kindOf(path) === kind);
  if (!path) throw new Error(`the guide has no page of the kind ${kind}`);
  return { kind, path };
});

async function listPages() {
  const sitemap = await fetchRaw('/sitemap.xml');
  const inSitemap = [...sitemap.text.matchAll(/<loc>([^<]+)<\/loc>/g)];
  if (!inSitemap.length) throw new Error(`${origin}/sitemap.xml lists no page`);
  const paths = inSitemap.map(([, address]) => new URL(address).pathname);
  const jobs = await fetchRaw('/jobs');
  const adverts = [...jobs.text.matchAll(/href="(\/jobs\/[^"#?]+)"/g)].map(([, path]) => path);
  return [...new Set([...paths, ...adverts, ...SEARCHES, NOTES, MISSING])];
}

// No name but loopback resolves: a page that asks another host fails at once.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** A browser that is closed when the tests of the file are done. */
export async function browser() {
  const browser = await launch();
  after(() => browser.close());
  return browser;
}

/** A browser that the caller closes. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Opens a page and says what it answered if that is not what its kind answers. */
export async function open(tab, path) {
  const response = await tab.goto(origin + path, { waitUntil: 'load', timeout: 30_000 });
  const expected = path === MISSING ? 404 : 200;
  if (response.status() !== expected) {
    throw new Error(`${path} answers ${response.status()}, not ${expected}`);
  }
  return response;
}

/** Gives pages the function `describe(element)`: its start tag and text, short enough for a message. */
export async function withDescribe(context) {
  await context.addInitScript(() => {
    globalThis.describe = (element) => {
      const tag = element
        .cloneNode(false)
        .outerHTML.replace(/<\/[^>]*>$/, '')
        .slice(0, 140);
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50);
      return text ? `${tag} "${text}"` : tag;
    };
  });
  return context;
}

/** Fails with all findings, each `path: what is wrong`; what is wrong on many pages is told once. */
export function none(findings, rule) {
  if (!findings.length) return;
  const places = new Map();
  for (const finding of findings) {
    const [, path, what] = /^(\S*?): (.*)$/s.exec(finding);
    places.set(what, (places.get(what) ?? new Set()).add(path));
  }
  const lines = [...places].map(([what, [first, ...others]]) => {
    const also = others.length
      ? ` (also on ${others.length} more: ${others.slice(0, 3).join(' ')})`
      : '';
    return `${first}: ${what}${also}`;
  });
  const rest = lines.length - MOST_LINES;
  const shown = rest > 0 ? [...lines.slice(0, MOST_LINES), `… and ${rest} more`] : lines;
  const error = new Error(`${rule}\n  ${shown.join('\n  ')}`);
  error.stack = error.message; // where in the test it was thrown tells nobody anything
  throw error;
}
