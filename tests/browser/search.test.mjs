// The search with its script: suggestions as a combobox, by keyboard, without a violation; and
// without its script: a form.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import test from 'node:test';
import { browser, open, origin } from './guide.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromium = await browser();

test('a slash reaches the search, suggestions come, and Enter follows one', async () => {
  const context = await chromium.newContext();
  const tab = await context.newPage();
  await open(tab, '/roles');
  await tab.keyboard.press('/');
  const input = tab.locator('#find');
  assert.equal(await input.evaluate((it) => document.activeElement === it), true);
  await tab.keyboard.type('kubern');
  const options = tab.locator('.masthead [role=option]');
  await options.first().waitFor();
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
    [],
  );
  await tab.keyboard.press('ArrowDown');
  const active = await input.getAttribute('aria-activedescendant');
  assert.equal(await tab.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(`${origin}/skills/kubernetes`);
  await context.close();
});

test('Escape and leaving the field take the suggestions away', async () => {
  const context = await chromium.newContext();
  const tab = await context.newPage();
  await open(tab, '/search');
  const input = tab.locator('#q');
  const list = tab.locator('[role=listbox]');
  await input.fill('postg');
  await list.locator('[role=option]').first().waitFor();
  await tab.keyboard.press('Escape');
  assert.equal(await list.isHidden(), true);
  assert.equal(await input.inputValue(), 'postg');
  await tab.keyboard.type('r');
  await list.locator('[role=option]').first().waitFor();
  await tab.keyboard.press('Tab');
  assert.equal(await list.isHidden(), true);
  await context.close();
});

test('without scripts the form asks and the page answers', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await open(tab, '/');
  await tab.locator('#find').fill('c#');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(`${origin}/search?q=c%23`);
  const first = tab.locator('.found a').first();
  assert.equal(await first.getAttribute('href'), '/skills/csharp');
  assert.equal(await tab.locator('#q').inputValue(), 'c#');
  await context.close();
});
