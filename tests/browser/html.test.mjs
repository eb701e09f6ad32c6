// The Nu HTML Checker on every page and style sheet: no error and no warning.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { promisify } from 'node:util';
import { fetchRaw, none, pages } from './guide.mjs';

/** What the checker says without being right: a pattern of its message, and why it is wrong. */
const ALLOWED = [[/Property “paint-order” doesn't exist/, 'SVG 2, in all browsers since 2017']];

/** Style that the checker does not know yet, and what is checked instead, on the same lines. */
const NEWER_STYLE = [
  [/@view-transition\s*\{[^}]*\}/g, ''],
  [/@container[^{]*/g, '@media all '],
  [/container-(?:type|name)\s*:[^;}]*/g, ''],
];

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const folder = await mkdtemp(path.join(tmpdir(), 'guide-html-'));
after(() => rm(folder, { recursive: true, force: true }));

test('all pages are valid HTML', async () => {
  const files = await save(pages, 'html');
  none(await complaints(files, []), 'Nu HTML Checker:');
});

test('all style sheets are valid CSS', async () => {
  const sheets = await linked(/<link rel="stylesheet" href="([^"]+)"/g);
  assert.ok(sheets.length, 'no page links a style sheet');
  const inOlderWords = (text) =>
    NEWER_STYLE.reduce((text, [pattern, older]) => text.replace(pattern, older), text);
  const files = await save(sheets, 'css', inOlderWords);
  none(await complaints(files, ['--css']), 'Nu HTML Checker:');
});

test('all icons are valid SVG', async () => {
  const icons = await linked(/<link rel="icon" href="([^"]+\.svg)"/g);
  none(await complaints(await save(icons, 'svg'), ['--svg']), 'Nu HTML Checker:');
});

/** Fetches paths into files: the checker refuses loopback addresses. Gives file → path. */
async function save(paths, ending, change = (text) => text) {
  const files = new Map();
  for (const [index, address] of paths.entries()) {
    const file = path.join(folder, `${index}.${ending}`);
    await writeFile(file, change((await fetchRaw(address)).text));
    files.set(file, address);
  }
  return files;
}

async function linked(pattern) {
  const found = new Set();
  for (const page of pages) {
    for (const [, address] of (await fetchRaw(page)).text.matchAll(pattern)) found.add(address);
  }
  return [...found];
}

async function complaints(files, options) {
  if (!files.size) return [];
  const checker = ['-Xss1m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always'];
  const { stdout } = await promisify(execFile)('java', [...checker, ...options, ...files.keys()], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout)
    .messages.filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .filter(({ message }) => !ALLOWED.some(([pattern]) => pattern.test(message)))
    .map(({ url, lastLine, message, extract = '' }) => {
      const address = files.get(url.replace(/^file:/, '')) ?? url;
      return `${address}: line ${lastLine}: ${message} ${extract.replace(/\s+/g, ' ')}`;
    });
}
