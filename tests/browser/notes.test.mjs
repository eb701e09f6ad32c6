// Notes and ticks: kept in the browser, over a reload; saved, deleted, and taken back from the file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { NOTES, browser, open, origin } from './guide.mjs';

const SKILL = '/skills/sql';
const CHECK = '/skill-check?role=backend-developer';
const NOTE = 'Ask Ada <b>about</b> joins\nand "windows"';

const chromium = await browser();

test('ticks and notes stay in the browser and go into a file and back', async () => {
  const context = await chromium.newContext({ acceptDownloads: true });
  const tab = await context.newPage();
  const sent = [];
  tab.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  tab.on('dialog', (dialog) => dialog.accept());

  await open(tab, SKILL);
  await tab.getByLabel('I can do this: working').check();
  await tab.getByLabel('My note').fill(NOTE);
  await tab.reload();
  assert.ok(await tab.getByLabel('I can do this: working').isChecked());
  assert.ok(!(await tab.getByLabel('I can do this: expert').isChecked()));
  assert.equal(await tab.getByLabel('My note').inputValue(), NOTE);

  await open(tab, NOTES);
  await assertListed(tab);
  const [download] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  const file = await download.path();
  const { format, pages } = JSON.parse(await readFile(file, 'utf8'));
  assert.equal(format, 'career-guide-notes');
  assert.deepEqual(pages, { [SKILL]: { title: 'SQL', ticks: ['working'], note: NOTE } });

  await tab.getByRole('button', { name: 'Delete all' }).click();
  assert.equal(await tab.evaluate(() => localStorage.length), 0);
  assert.ok(await tab.getByText('Nothing is kept yet.').isVisible());
  assert.ok(await tab.getByRole('button', { name: 'Save to a file' }).isDisabled());

  for (const _ of [1, 2]) {
    await tab.getByLabel('Take from a file').setInputFiles(file); // twice the same changes nothing
    await tab.getByText('Added to your notes.').waitFor();
    await assertListed(tab);
  }
  await tab.reload();
  await assertListed(tab);
  for (const request of sent) {
    assert.ok(request.startsWith(`${origin}/`) || request.startsWith('blob:'), request);
    assert.ok(!request.includes('Ada'), request);
  }
  await context.close();
});

test('the form of the skill check takes ticks over and keeps new ones', async () => {
  const context = await chromium.newContext();
  const tab = await context.newPage();
  await open(tab, SKILL);
  await tab.getByLabel('I can do this: practitioner').check();
  await open(tab, CHECK);
  const box = (skill) => tab.locator(`[name=have][value^="${skill}:"]`).first();
  assert.ok(!(await box('sql').isChecked()));
  await tab.getByRole('button', { name: 'Tick what my notes say' }).click();
  assert.ok(await box('sql').isChecked(), 'practitioner is more than what the role wants');
  assert.ok(!(await box('git').isChecked()));
  await box('git').check();
  await tab.getByRole('button', { name: 'Keep these ticks in my notes' }).click();
  await open(tab, NOTES);
  assert.ok(await tab.getByRole('link', { name: 'Git and code review' }).isVisible());
  await context.close();
});

test('a file of somebody else adds nothing that runs or leads away', async () => {
  const context = await chromium.newContext();
  const tab = await context.newPage();
  await open(tab, NOTES);
  const pages = {
    'javascript:alert(1)': { title: 'x', ticks: ['working'], note: 'x' },
    '//elsewhere.example': { title: 'x', ticks: ['working'], note: 'x' },
    '/skills/git': { title: '<img src=x onerror=alert(1)>', ticks: ['guru', 7], note: '<script>' },
  };
  for (const [text, said] of [
    ['no JSON', 'This file holds no notes of the guide.'],
    ['{"pages": 7}', 'Added to your notes.'],
    [JSON.stringify({ pages }), 'Added to your notes.'],
  ]) {
    const file = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await tab.getByLabel('Take from a file').setInputFiles(file);
    await tab.getByRole('status').filter({ hasText: said }).waitFor();
  }
  const links = await tab.locator('#own a').evaluateAll((all) => all.map((it) => it.pathname));
  assert.deepEqual(links, ['/skills/git']);
  assert.equal(await tab.locator('#own img, #own script').count(), 0);
  await context.close();
});

test('without scripts there is no dead control', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  for (const path of [NOTES, SKILL]) {
    await open(tab, path);
    assert.equal(await tab.locator('main :is(button, input, textarea)').count(), 0, path);
  }
  await context.close();
});

async function assertListed(tab) {
  assert.ok(await tab.getByRole('link', { name: 'SQL', exact: true }).isVisible());
  assert.ok(await tab.getByText('I can do this: working').isVisible());
  assert.equal(await tab.locator('.note-text').innerText(), NOTE);
}
