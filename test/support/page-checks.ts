/** What can be wrong with any page: it is wider than the window, or axe complains of it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe that other colours can break; all others only ask what stands where. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface AxeResults {
  readonly passes: readonly { readonly id: string }[];
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * Pixels by which the page can be scrolled sideways. Not what `scrollWidth` has more than
 * `clientWidth`: where a gutter is kept for the scrollbar, only the latter includes it.
 */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    scrollTo(1e6, scrollY);
    const { scrollX: wider } = window;
    scrollTo(0, scrollY);
    return wider;
  })()`);
}

/** Axe finds nothing amiss on a page in these colours. */
export async function assertAccessible(
  page: Page,
  colorScheme: 'light' | 'dark',
  rules: 'all rules' | 'rules about colours',
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const options = {
    // That is for sound and video, which no page has; and of what is right one example will do.
    preload: false,
    resultTypes: ['violations'],
    ...(rules === 'rules about colours' && { runOnly: COLOUR_RULES }),
  };
  const run = `axe.run(${JSON.stringify(options)})`;
  const { passes, violations } = (await page.evaluate(run)) as AxeResults;
  assert.ok(passes.some(({ id }) => id === 'color-contrast'));
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
  const where = `${colorScheme}, ${page.viewportSize()?.width} pixels`;
  assert.deepEqual({ where, found }, { where, found: [] });
}
