// WCAG 2.2 AA as far as a program can tell: axe-core on each kind of page, in four displays.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { browser, kinds, none, open } from './guide.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = {
  viewport: { width: 320, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

const DISPLAYS = {
  light: { ...WIDE, colorScheme: 'light' },
  dark: { ...WIDE, colorScheme: 'dark' },
  phone: { ...PHONE, colorScheme: 'light' },
  'forced colours': { ...WIDE, colorScheme: 'dark', forcedColors: 'active' },
};

const chromium = await browser();

for (const [display, options] of Object.entries(DISPLAYS)) {
  test(`axe finds nothing: ${display}`, async (t) => {
    const context = await chromium.newContext({ ...options, reducedMotion: 'reduce' });
    const tab = await context.newPage();
    for (const { kind, path } of kinds) {
      await t.test(`${kind} ${path}`, async () => {
        await open(tab, path);
        none(await violations(tab, path), `axe-core, ${display}:`);
      });
    }
    await context.close();
  });
}

async function violations(tab, path) {
  await tab.evaluate(axe); // over the debugging protocol: the page's own policy stays in force
  const found = await tab.evaluate(async (values) => {
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] };
    return (await globalThis.axe.run(document, options)).violations;
  }, TAGS);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${path}: ${id} (${help}): ${node.html.slice(0, 160)}`),
  );
}
