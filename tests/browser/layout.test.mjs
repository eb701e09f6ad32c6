// Nothing runs out of the page or out of its table cell: at 320 px, which is 1280 px with 400 % zoom,
// on a phone and on a desk.

import test from 'node:test';
import { browser, none, open, pages, withDescribe } from './guide.mjs';

const DISPLAYS = {
  '1280 px with 400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  '360 px': { viewport: { width: 360, height: 640 } },
  '1280 px': { viewport: { width: 1280, height: 900 } },
};

const chromium = await browser();

for (const [display, options] of Object.entries(DISPLAYS)) {
  test(`no sideways scrolling and nothing cut off: ${display}`, async () => {
    const context = await withDescribe(await chromium.newContext(options));
    const tab = await context.newPage();
    const findings = [];
    for (const path of pages) {
      await open(tab, path);
      for (const look of [outside, spilt]) {
        findings.push(...(await tab.evaluate(look)).map((finding) => `${path}: ${finding}`));
      }
    }
    await context.close();
    none(findings, `out of place, ${display}:`);
  });
}

/** Runs in the page: what is wider than the window, and what is cut off beside it or by its own drawing. */
function outside() {
  const findings = [];
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth > innerWidth) findings.push(`the page is ${scrollWidth} px wide`);

  const isOut = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1;
  const look = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const isSeen = style.display === 'contents' || (box.width > 1 && box.height > 1);
    if (!isSeen || box.bottom + scrollY <= 0) return;
    if (isOut(box, { left: 0, right: innerWidth })) {
      const { left, right } = box;
      findings.push(`from ${Math.round(left)} to ${Math.round(right)} px: ${describe(element)}`);
    } else if (!['auto', 'scroll'].includes(style.overflowX)) {
      for (const child of element.children) look(child);
    }
  };
  for (const element of document.body.children) look(element);

  for (const text of document.querySelectorAll('svg text')) {
    const drawing = text.ownerSVGElement;
    const cuts = getComputedStyle(drawing).overflowX !== 'visible';
    if (cuts && isOut(text.getBoundingClientRect(), drawing.getBoundingClientRect())) {
      findings.push(`cut off by its drawing: ${describe(text)}`);
    }
  }
  return findings;
}

/** Runs in the page: what runs over the edge of its table cell, onto the next one. */
function spilt() {
  const range = document.createRange();
  return [...document.querySelectorAll('th, td')].flatMap((cell) => {
    range.selectNodeContents(cell);
    const [inner, outer] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
    const over = Math.max(outer.left - inner.left, inner.right - outer.right);
    const isSeen = inner.width > 0 && outer.width > 1;
    return isSeen && over > 1 ? [`${Math.round(over)} px over its cell: ${describe(cell)}`] : [];
  });
}
