/** Every page by every rule of axe, each loaded anew in a tab of its own; see ../browser/accessibility.test.ts. */

import { inBrowser } from '../support/in-browser.ts';
import { assertAccessible } from '../support/page-checks.ts';
import { SIGHTS } from '../support/sights.ts';

inBrowser('accessibility, at length', ({ open }) => {
  for (const { name, site, path, act } of SIGHTS) {
    for (const width of [320, 390, 860, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        it(`${name}: axe finds nothing at ${width} pixels in ${colorScheme}`, () =>
          open(site, path, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
            await act?.(page);
            await assertAccessible(page, colorScheme, 'all rules');
          }));
      }
    }
  }
});
