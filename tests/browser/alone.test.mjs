// Pages stand alone: without scripts, without other hosts, in three requests, without a complaint.

import assert from 'node:assert/strict';
import test from 'node:test';
import { MISSING, browser, none, open, origin, pages } from './guide.mjs';

const MOST_REQUESTS = 4; // the page, its style, a small script that it can do without, and its icon

const chromium = await browser();
const seen = { with: new Map(), without: new Map() };

for (const scripts of ['with', 'without']) {
  test(`all pages load ${scripts} scripts: own host only, few requests, no complaint`, async () => {
    const context = await chromium.newContext({ javaScriptEnabled: scripts === 'with' });
    if (scripts === 'with') await context.addInitScript(recordViolations);
    const tab = await context.newPage();
    const findings = [];
    for (const path of pages) {
      const visit = await look(tab, path);
      seen[scripts].set(path, visit);
      findings.push(...faults(path, visit));
    }
    await context.close();
    none(findings, `${scripts} scripts:`);
  });
}

test('no text depends on scripts', () => {
  const findings = [];
  for (const path of pages) {
    const [full, bare] = [seen.with.get(path), seen.without.get(path)];
    assert.ok(full && bare, `${path}: could not be loaded`);
    if (!bare.heading) findings.push(`${path}: no h1 is shown`);
    if (bare.length < 100) findings.push(`${path}: main shows ${bare.length} characters`);
    if (bare.length < 0.95 * full.length) {
      findings.push(`${path}: main shows ${bare.length} characters of ${full.length}`);
    }
  }
  none(findings, 'without scripts:');
});

/** Visits a page and takes down what it asks for; what the browser has already still counts. */
async function look(tab, path) {
  const visit = { requests: new Set(), complaints: [] };
  tab.removeAllListeners();
  tab.on('request', (request) => visit.requests.add(request.url()));
  tab.on('requestfailed', (request) => {
    const { errorText } = request.failure();
    const isLeft = errorText === 'net::ERR_ABORTED'; // the icon of the page before
    if (!isLeft) visit.complaints.push(`${request.url()} failed: ${errorText}`);
  });
  tab.on('pageerror', (error) => visit.complaints.push(error.message));
  tab.on('console', (message) => {
    const isOwnStatus = path === MISSING && message.location().url === origin + path;
    const isComplaint = ['error', 'warning'].includes(message.type());
    if (isComplaint && !isOwnStatus) visit.complaints.push(message.text());
  });
  await open(tab, path);
  const { icons, violations, ...shown } = await tab.evaluate(() => ({
    heading: document.querySelector('h1')?.innerText.trim(),
    // What a script adds for itself is no text of the page.
    length:
      (document.querySelector('main')?.innerText.trim().length ?? 0) -
      [...document.querySelectorAll('main .own')].reduce((sum, own) => sum + own.innerText.length, 0),
    icons: [...document.querySelectorAll('link[rel~=icon]')].map((link) => link.href),
    violations: globalThis.violations ?? [],
  }));
  for (const icon of icons) visit.requests.add(icon); // the browser asks for it behind our back
  visit.complaints.push(...violations);
  return { ...visit, ...shown };
}

function recordViolations() {
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    globalThis.violations.push(`policy ${event.effectiveDirective} forbids ${event.blockedURI}`);
  });
}

function faults(path, { requests, complaints }) {
  const faults = complaints.map((complaint) => `${path}: ${complaint}`);
  for (const request of requests) {
    const { origin: host, protocol } = new URL(request);
    if (host !== origin && protocol !== 'data:') faults.push(`${path}: asks ${request}`);
  }
  if (requests.size > MOST_REQUESTS) {
    const others = [...requests].filter((request) => request !== origin + path);
    faults.push(`${path}: ${requests.size} requests: the page and ${others.join(' ')}`);
  }
  return faults;
}
