/** Every page by axe, narrow and wide, in light and dark; by all rules in the dark, too: test/long. */

import { inBrowser } from '../support/in-browser.ts';
import { assertAccessible } from '../support/page-checks.ts';
import { SIGHTS } from '../support/sights.ts';

inBrowser('accessibility', ({ show }) => {
  for (const { name, site, path, act } of SIGHTS) {
    it(`${name}: axe finds nothing, narrow and wide, in light and dark`, async () => {
      for (const width of [390, 1280]) {
        await show(site, path, { viewport: { width, height: 800 } }, async (page) => {
          await act?.(page);
          await assertAccessible(page, 'light', 'all rules');
          await assertAccessible(page, 'dark', 'rules about colours');
        });
      }
    });
  }
});
