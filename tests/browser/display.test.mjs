// What the display asks for is heeded: dark, print, less motion; and nothing moves while loading.

import test from 'node:test';
import { browser, kinds, none, open, origin, withDescribe } from './guide.mjs';

const chromium = await browser();

test('dark is dark and light is light', async () => {
  const findings = [];
  for (const colorScheme of ['light', 'dark']) {
    const tab = await (await chromium.newContext({ colorScheme })).newPage();
    for (const { path } of kinds) {
      await open(tab, path);
      const brightness = await tab.evaluate(backgroundBrightness);
      const fits = colorScheme === 'dark' ? brightness < 64 : brightness > 192;
      if (!fits) findings.push(`${path}: body: brightness ${brightness} of 255 in ${colorScheme}`);
    }
    await tab.context().close();
  }
  none(findings, 'background:');
});

test('print shows what is folded and hides the way around', async () => {
  const context = await withDescribe(await chromium.newContext());
  const tab = await context.newPage();
  await tab.emulateMedia({ media: 'print' });
  const findings = [];
  for (const { path } of kinds) {
    await open(tab, path);
    findings.push(...(await tab.evaluate(printFaults)).map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  none(findings, 'in print:');
});

test('nothing moves when less motion is asked for', async () => {
  const context = await withDescribe(await chromium.newContext({ reducedMotion: 'reduce' }));
  await context.addInitScript(() => {
    addEventListener(
      'pagereveal',
      (event) => (globalThis.transition = event.viewTransition !== null),
    );
  });
  const tab = await context.newPage();
  const findings = [];
  for (const { path } of kinds) {
    await open(tab, path);
    findings.push(...(await tab.evaluate(animations)).map((fault) => `${path}: ${fault}`));
  }
  await open(tab, '/');
  await tab.click('nav a[href="/roles"]');
  await tab.waitForURL(`${origin}/roles`);
  await tab.waitForFunction(() => globalThis.transition !== undefined);
  if (await tab.evaluate(() => globalThis.transition))
    findings.push('/roles: comes with a view transition');
  await context.close();
  none(findings, 'with less motion:');
});

for (const width of [360, 1280]) {
  test(`nothing shifts while loading: ${width} px`, async () => {
    const context = await withDescribe(
      await chromium.newContext({ viewport: { width, height: 800 } }),
    );
    const tab = await context.newPage();
    const findings = [];
    for (const { path } of kinds) {
      // On a busy machine a long table may be painted before its end has come: what shifts by
      // itself shifts each time.
      let found;
      for (let visit = 0; visit < 3; visit += 1) {
        await open(tab, path);
        found = await tab.evaluate(shifts);
        if (!found.length) break;
      }
      findings.push(...found.map((shift) => `${path}: ${shift}`));
    }
    await context.close();
    none(findings, 'layout shifts:');
  });
}

// What follows runs in the page.

/** How bright the background is, from 0 to 255: drawn, because a colour may be written in many ways. */
function backgroundBrightness() {
  const colours = [document.body, document.documentElement]
    .map((element) => getComputedStyle(element).backgroundColor)
    .filter((colour) => colour !== 'rgba(0, 0, 0, 0)');
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = colours[0] ?? 'Canvas';
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return Math.round((red + green + blue) / 3);
}

function printFaults() {
  const folded = [...document.querySelectorAll('details > :not(summary)')]
    .filter((element) => !element.checkVisibility() || element.getClientRects().length === 0)
    .map((element) => `not shown: ${describe(element)}`);
  const around = [
    ...document.querySelectorAll('body > header nav, body > nav, body > footer nav, .skip'),
  ]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => `not hidden: ${describe(element)}`);
  return [...folded, ...around];
}

function animations() {
  return document
    .getAnimations()
    .filter((animation) => animation.playState === 'running')
    .map((animation) => `moves: ${describe(animation.effect.target)}`);
}

/** Layout shifts from the first paint to the end of the page. */
async function shifts() {
  const entries = [];
  new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
    type: 'layout-shift',
    buffered: true,
  });
  scrollTo(0, document.body.scrollHeight);
  await new Promise((resolve) => setTimeout(resolve, 150));
  return entries.map(({ value, sources }) => {
    const moved = sources.map(({ node }) =>
      node?.nodeType === 1 ? describe(node) : node?.textContent,
    );
    return `${value.toFixed(4)}: ${moved.join(', ')}`;
  });
}
