// The weight of a first visit: HTML, style and scripts as they go over the wire, brotli-compressed.

import test from 'node:test';
import { MISSING, fetchRaw, kindOf, none, origin, pages } from './guide.mjs';

const SHORT = 14 * 1024; // one initial congestion window
const LONG = 30 * 1024; // pages of reference
// Guides and the list of an author's pages should fit the window, too. They did until the search brought
// its script and pages told machines what they are about; to be won back.
const GUIDE = 17 * 1024;
const MOST_HTML = 200_000;

const REFERENCES = new Set([
  'role',
  'skill',
  'career-path',
  'glossary', // all definitions from A to Z
  'salary-role',
  'salary-region',
  'editors', // every field of every kind of file
  'editor-codes',
  'answer', // compressed for one request alone
]);

const fetched = new Map();

test('a first visit is light', async (t) => {
  const findings = [];
  const visits = [];
  for (const path of pages) {
    const visit = await weigh(path);
    visits.push({ path, ...visit });
    const kind = kindOf(path);
    const isGuide = ['guide', 'author'].includes(kind);
    const most = REFERENCES.has(kind) ? LONG : isGuide ? GUIDE : SHORT;
    if (visit.weight > most) findings.push(`${path}: ${visit.weight} bytes, more than ${most}`);
    if (visit.html > MOST_HTML) findings.push(`${path}: ${visit.html} bytes of HTML`);
    for (const part of visit.plain) {
      // Errors and answers are drawn for each address: the best compression would cost more than it saves.
      if (part !== MISSING && kind !== 'answer') findings.push(`${path}: ${part} is not sent as brotli`);
    }
  }
  visits.sort((a, b) => b.weight - a.weight);
  for (const { path, weight, html } of visits.slice(0, 5)) {
    t.diagnostic(`heaviest: ${path}: ${weight} bytes compressed, ${html} of HTML`);
  }
  none(findings, 'heavy pages:');
});

/** Bytes on the wire of a page with its style and scripts, bytes of its HTML, and what was not compressed. */
async function weigh(path) {
  const page = await fetchOnce(path);
  const parts = [
    ...page.text.matchAll(/<link\b[^>]*\brel="?stylesheet\b[^>]*>/g),
    ...page.text.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g),
  ].map(([tag]) => new URL(/\b(?:href|src)="?([^"\s>]+)/.exec(tag)[1], origin + path).pathname);
  const all = [path, ...parts];
  let weight = 0;
  const plain = [];
  for (const part of all) {
    const answer = await fetchOnce(part);
    weight += answer.length;
    if (answer.headers['content-encoding'] !== 'br') plain.push(part);
  }
  return { weight, html: Buffer.byteLength(page.text), plain };
}

async function fetchOnce(path) {
  if (!fetched.has(path)) fetched.set(path, await fetchRaw(path, { 'accept-encoding': 'br' }));
  return fetched.get(path);
}
