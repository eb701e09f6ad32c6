// Pictures of each kind of page, for people to look at. Not part of the tests.
//
// GUIDE=http://127.0.0.1:8080 node screens.mjs FOLDER

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { kinds, launch, open } from './guide.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: GUIDE=http://127.0.0.1:8080 node screens.mjs FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const browser = await launch();
for (const width of [360, 768, 1440]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const tab = await context.newPage();
    for (const { kind, path: address } of kinds) {
      await open(tab, address);
      await tab.screenshot({
        path: path.join(folder, `${kind}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
    await context.close();
  }
}
await browser.close();
console.log(`${kinds.length * 6} pictures in ${folder}`);
