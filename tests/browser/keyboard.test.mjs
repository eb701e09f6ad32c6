// The whole guide by keyboard: the skip link, every stop in order and in sight, what is folded; and
// targets that a finger can hit.

import test from 'node:test';
import { browser, kinds, none, open, withDescribe } from './guide.mjs';

const SMALLEST_TARGET = 24; // px, WCAG 2.5.8

const chromium = await browser();

test('the first Tab reaches the skip link, which leads to the text', async () => {
  const findings = [];
  await eachKind(1280, async (tab, path) => {
    await tab.keyboard.press('Tab');
    const skip = await tab.evaluate(skipLink);
    if (skip) findings.push(`${path}: ${skip}`);
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(() => location.hash === '#main');
    const isThere = await tab.evaluate(() => document.activeElement.id === 'main');
    await tab.keyboard.press('Tab');
    const isNext = await tab.evaluate(() => document.activeElement.closest('#main') !== null);
    if (!isThere && !isNext)
      findings.push(`${path}: the skip link does not move the focus to #main`);
  });
  none(findings, 'skip link:');
});

for (const width of [360, 1280]) {
  test(`Tab reaches everything in order, in sight, with a mark: ${width} px`, async () => {
    const findings = [];
    await eachKind(width, async (tab, path) => {
      findings.push(...(await walk(tab)).map((fault) => `${path}: ${fault}`));
    });
    none(findings, 'by keyboard:');
  });

  test(`targets outside of running text are ${SMALLEST_TARGET} px or more: ${width} px`, async () => {
    const findings = [];
    await eachKind(width, async (tab, path) => {
      const small = await tab.evaluate(smallTargets, SMALLEST_TARGET);
      findings.push(...small.map((target) => `${path}: ${target}`));
    });
    none(findings, 'small targets:');
  });
}

test('Enter unfolds and folds', async () => {
  const findings = [];
  await eachKind(1280, async (tab, path) => {
    for (const summary of await tab.locator('summary').all()) {
      for (const isOpen of [true, false]) {
        await summary.focus();
        await tab.keyboard.press('Enter');
        const fault = await summary.evaluate(
          (summary, isOpen) => (summary.parentElement.open === isOpen ? null : describe(summary)),
          isOpen,
        );
        if (fault) findings.push(`${path}: ${isOpen ? 'stays closed' : 'stays open'}: ${fault}`);
      }
    }
  });
  none(findings, 'details:');
});

async function eachKind(width, look) {
  const options = { viewport: { width, height: 800 }, reducedMotion: 'reduce' };
  const context = await withDescribe(await chromium.newContext(options));
  await context.addInitScript(whatTabReaches);
  const tab = await context.newPage();
  for (const { path } of kinds) {
    await open(tab, path);
    await look(tab, path);
  }
  await context.close();
}

/** Presses Tab until every stop is reached, or the wrong one is; gives what is wrong on the way. */
async function walk(tab) {
  const faults = [];
  const length = await tab.evaluate(() => (globalThis.stops = whatTabReaches()).length);
  for (let index = 0; index < length; index += 1) {
    await tab.keyboard.press('Tab');
    // A date has fields of its own, for day, month and year.
    for (let part = 0; part < 4 && (await tab.evaluate(isInsideDate, index)); part += 1) {
      await tab.keyboard.press('Tab');
    }
    const { wrong, dim, hidden } = await tab.evaluate(lookAtFocus, index);
    if (wrong) return [...faults, wrong];
    if (hidden) faults.push(hidden);
    if (dim && !(await changesPicture(tab))) faults.push(dim);
  }
  return faults;
}

/** Whether the focused element looks different when it is not focused. */
async function changesPicture(tab) {
  const element = await tab.evaluateHandle(() => document.activeElement);
  const focused = await tab.screenshot();
  await element.evaluate((element) => element.blur());
  const blurred = await tab.screenshot();
  await element.evaluate((element) => element.focus({ focusVisible: true, preventScroll: true }));
  return !focused.equals(blurred);
}

// What follows runs in the page.

/** Makes `whatTabReaches()`: all that can have the focus and is shown, in document order. */
function whatTabReaches() {
  globalThis.whatTabReaches = () => {
    const able = 'a[href], button, input, select, textarea, summary, [tabindex]';
    return [...document.querySelectorAll(able)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.disabled &&
        element.checkVisibility({ visibilityProperty: true }),
    );
  };
}

function skipLink() {
  const link = document.activeElement;
  if (link.getAttribute('href') !== '#main') return `the first Tab reaches ${describe(link)}`;
  const { top, bottom, left, right } = link.getBoundingClientRect();
  const isInSight = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  return isInSight ? null : `the skip link is out of sight: ${describe(link)}`;
}

function isInsideDate(index) {
  const focused = document.activeElement;
  return focused.type === 'date' && focused === globalThis.stops[index - 1];
}

function lookAtFocus(index) {
  const focused = document.activeElement;
  const expected = globalThis.stops[index];
  if (focused !== expected) {
    return {
      wrong: `Tab ${index + 1} reaches ${describe(focused)} instead of ${describe(expected)}`,
    };
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const dim = outlineStyle === 'none' || parseFloat(outlineWidth) === 0;
  const box = focused.getClientRects()[0];
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const top = document.elementFromPoint(
    middle(box.left, box.right, innerWidth),
    middle(box.top, box.bottom, innerHeight),
  );
  const isInSight = top !== null && (focused.contains(top) || top.contains(focused));
  return {
    dim: dim && `no mark of focus on ${describe(focused)}`,
    hidden: !isInSight && `focused but covered or out of sight: ${describe(focused)}`,
  };
}

/** Links and controls that are too small, named by where they stand; a link among words may be. */
function smallTargets(smallest) {
  const length = (elements) =>
    [...elements].reduce((sum, { textContent }) => sum + textContent.replace(/\s/g, '').length, 0);
  const isInText = (target) => {
    if (getComputedStyle(target).display !== 'inline') return false;
    let block = target.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return length([block]) > length(block.querySelectorAll('a'));
  };
  const place = (target) => {
    const names = [];
    for (let at = target; names.length < 4 && at !== document.body; at = at.parentElement) {
      names.unshift([at.localName, ...at.classList].join('.'));
    }
    return names.join(' > ');
  };
  return whatTabReaches()
    .filter((target) => target.matches('a, button, input, select, textarea, summary'))
    .filter((target) => !isInText(target))
    .flatMap((target) => {
      // A box is ticked by its words, too.
      const whole = target.type === 'checkbox' ? (target.closest('label') ?? target) : target;
      const { width, height } = whole.getBoundingClientRect();
      if (Math.min(width, height) >= smallest - 0.05) return [];
      const side = width < height ? `${width.toFixed(1)} px wide` : `${height.toFixed(1)} px high`;
      return [`${side}: ${place(target)}`];
    });
}
