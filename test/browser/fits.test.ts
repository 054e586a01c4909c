/** No page is ever wider than the window, whatever the texts, and no text runs. */

import assert from 'node:assert/strict';
import { inBrowser } from '../support/in-browser.ts';
import { overflow } from '../support/page-checks.ts';
import { SIGHTS, type Sight } from '../support/sights.ts';

/** 1199: the widest window in which the facets are folded away. */
const WIDTHS = [320, 390, 860, 1199, 1280];

const ENDLESS: Sight = {
  name: 'article of endless words',
  site: 'hostile',
  path: 'articles/hostile?q=豆腐',
};

inBrowser('pages fit', ({ show }) => {
  for (const { name, site, path, act, isScripted } of [...SIGHTS, ENDLESS]) {
    // Where texts are markup, it could run.
    const javaScriptEnabled = isScripted || site !== 'samples';
    it(`${name}: fits ${WIDTHS.join(', ')} pixels, and nothing in it runs`, () =>
      show(site, path, { javaScriptEnabled }, async (page) => {
        const fits = async () => {
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            assert.equal(await overflow(page), 0, `at ${width} pixels`);
          }
        };
        await fits();
        if (act) await page.setViewportSize({ width: WIDTHS[0]!, height: 800 });
        await act?.(page);
        if (act) await fits();
        assert.notEqual(await page.title(), 'ran');
      }));
  }
});
