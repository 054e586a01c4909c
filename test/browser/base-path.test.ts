/** What scripts ask for on pages below a path: all of it is below, too. */

import assert from 'node:assert/strict';
import { setBasePath } from '../../server/http/base-path.ts';
import { inBrowser } from '../support/in-browser.ts';

inBrowser('a site below a path, in a browser', ({ open }) => {
  after(() => setBasePath(''));

  it('completions, results as one types and the switch of languages stay below it', () =>
    open('samples', '', {}, async (page, requests) => {
      setBasePath('/zhaowen');
      const { origin } = new URL(page.url());
      // What the page before still asks for is not below it.
      await page.goto('about:blank');
      requests.length = 0;
      await page.goto(`${origin}/zhaowen/search?q=AI`);
      const box = page.getByRole('combobox');
      await box.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('国产');
      await page.getByRole('option').first().waitFor();
      await page.waitForURL(/zhaowen\/search\?q=%E5%9B%BD/u);
      await page.locator('footer a[hreflang]').click();
      await page.waitForURL(/zhaowen\/search\?q=AI/u);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      const asked = requests.map((request) => new URL(request.url()).pathname);
      assert.deepEqual(
        asked.filter((path) => !path.startsWith('/zhaowen/')),
        [],
      );
      assert.ok(asked.includes('/zhaowen/api/v1/suggest'));
    }));
});
