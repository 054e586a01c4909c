/** Filters, facets and orders in a real browser, as a rule without JavaScript: in the margin, and folded away. */

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { inBrowser } from '../support/in-browser.ts';

/** Where the facets stand in the margin. */
const WIDE = { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } };
const SCRIPTED = { viewport: WIDE.viewport };
const NARROW = { javaScriptEnabled: false, viewport: { width: 390, height: 800 } };

inBrowser('filters and facets in a browser', ({ open }) => {
  const unfold = (page: Page) => page.locator('.facets > summary').click();

  it('in the margin the facets cover nothing, and begin beside the first result', () =>
    open('samples', 'search?q=的', WIDE, async (page) => {
      const panel = (await page.locator('.facets .panel').boundingBox())!;
      const results = (await page.locator('.results').boundingBox())!;
      const sort = (await page.locator('.sort').boundingBox())!;
      assert.ok(panel.x >= results.x + results.width && panel.x >= sort.x + sort.width);
      assert.ok(panel.y < results.y);
      assert.equal(await page.locator('.facets > summary').isVisible(), false);
    }));

  it('the page is as long as its facets, however few the results', () =>
    open('sources', 'search?q=豆腐0', WIDE, async (page) => {
      const panel = (await page.locator('.facets .panel').boundingBox())!;
      const foot = (await page.locator('.foot').boundingBox())!;
      assert.ok(foot.y >= panel.y + panel.height);
    }));

  it('narrow: the facets are folded away until somebody asks for them', () =>
    open('samples', 'search?q=的', NARROW, async (page) => {
      const years = page.getByRole('navigation', { name: '年份' });
      const year = years.getByRole('link', { name: /^2023 年/u });
      assert.equal(await year.isVisible(), false);
      const results = (await page.locator('.results').boundingBox())!;
      assert.ok(results.y < 250, `results begin at ${results.y}`);
      await unfold(page);
      await year.click();
      await page.waitForURL(/from=2023&to=2023/u);
      assert.equal(await year.isVisible(), false);
      await page.getByRole('link', { name: /^2023 年 ?，点击取消/u }).click();
      await page.waitForURL((url) => !url.searchParams.has('from'));
    }));

  it('with the keyboard: a year in the margin, an order, and everything cleared', () =>
    open('samples', 'search?q=的&kind=body', WIDE, async (page) => {
      await page.locator('.search button').focus();
      const focused = () => page.locator(':focus').textContent();
      for (let i = 0; i < 20 && !/^2023 年/u.test((await focused()) ?? ''); i++) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/from=2023/u);
      await page.getByRole('link', { name: '最早' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/sort=date%3Aasc/u);
      const dates = await page.locator('.result time').allTextContents();
      assert.deepEqual(dates, dates.toSorted());
      assert.ok(dates.every((date) => date.startsWith('2023')));
      await page.getByRole('link', { name: '清除全部' }).click();
      await page.waitForURL(/q=%E7%9A%84&sort=date%3Aasc$/u);
    }));

  it('any days: two fields keep everything else that was asked', () =>
    open('samples', 'search?q=的&kind=body&sort=date:asc', WIDE, async (page) => {
      await page.getByLabel('从').fill('2019-05-01');
      await page.getByLabel('到', { exact: true }).fill('2020-12-31');
      await page.getByRole('button', { name: '按日期筛选' }).click();
      await page.waitForURL(/from=2019-05-01&to=2020-12-31/u);
      await page.locator('.chip', { hasText: '2019-05-01 至 2020-12-31' }).waitFor();
      const url = new URL(page.url()).searchParams;
      assert.deepEqual(
        [url.get('q'), url.get('kind'), url.get('sort')],
        ['的', 'body', 'date:asc'],
      );
    }));

  for (const window of [NARROW, WIDE]) {
    it(`complaint: the fields of the days stand askew: ${window.viewport.width} pixels`, () =>
      open('samples', 'search?q=的', { ...window, locale: 'en-US' }, async (page) => {
        if (window === NARROW) await unfold(page);
        const edges = await Promise.all(
          ['input[name=from]', 'input[name=to]', 'button'].map(async (field) => {
            const { x, width } = (await page.locator(`.dates ${field}`).boundingBox())!;
            return `${x} to ${x + width}`;
          }),
        );
        assert.equal(new Set(edges).size, 1, edges.join(', '));
      }));
  }

  it('complaint: days that I cleared stay in the address, empty', () =>
    open('samples', 'search?q=的&kind=body&from=2019-05-01&to=2020', SCRIPTED, async (page) => {
      await page.getByLabel('从').fill('');
      await page.getByRole('button', { name: '按日期筛选' }).click();
      await page.waitForURL(/kind=body&to=2020-12-31$/u);
      await page.getByLabel('到', { exact: true }).fill('');
      await page.getByRole('button', { name: '按日期筛选' }).click();
      await page.waitForURL(/q=%E7%9A%84&kind=body$/u);
    }));

  it('a new query keeps the filters, which its page shows as chips', () =>
    open('samples', 'search?q=的&from=2023&to=2023', NARROW, async (page) => {
      await page.getByRole('searchbox').fill('国产化');
      await page.getByRole('searchbox').press('Enter');
      await page.waitForURL(/from=2023/u);
      await page.locator('.chip', { hasText: '2023 年' }).waitFor();
      assert.equal(await page.locator('.result').count(), 2);
    }));
});
