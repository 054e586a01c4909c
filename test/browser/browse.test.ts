/** The page for browsing in a real browser, and whether it can read our XML. */

import assert from 'node:assert/strict';
import { inBrowser } from '../support/in-browser.ts';

const XML = ['search.atom', 'search.atom?q=豆腐<%26"', 'opensearch.xml'];

inBrowser('browsing in a browser', ({ open }) => {
  it('without JavaScript: from home to the articles of a month', () =>
    open('samples', '', { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: '按年份和文件夹浏览' }).click();
      await page.waitForURL(/\/browse$/u);
      await page.locator('.months a').first().click();
      await page.waitForURL(/\/search\?from=\d{4}-\d\d&to=/u);
      assert.ok((await page.locator('.result').count()) > 0);
    }));

  it('complaint: in English the months do not fit a telephone', () =>
    open(
      'samples',
      'browse',
      { locale: 'en-US', viewport: { width: 320, height: 800 } },
      async (page) => {
        const tooWide = await page.evaluate(
          `[...document.querySelectorAll('.months a')]
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length`,
        );
        assert.equal(tooWide, 0);
        assert.equal(await page.locator('.months .name').first().textContent(), 'Jan');
      },
    ));

  it('its parser of XML takes feeds and description', () =>
    open('folders', '', {}, async (page) => {
      for (const path of XML) {
        const root: string = await page.evaluate(
          `fetch(${JSON.stringify(`/${path}`)}).then((response) => response.text()).then((xml) =>
            new DOMParser().parseFromString(xml, 'application/xml').documentElement.localName)`,
        );
        assert.match(root, /^(?:feed|OpenSearchDescription)$/u, path);
      }
    }));
});
