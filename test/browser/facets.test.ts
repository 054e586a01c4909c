/** Filters, facets and orders in a real browser, without JavaScript: in the margin, and folded away. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../support/browser.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { type Served, serve } from '../support/server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = {
  facets: 'search?q=的',
  filtered: 'search?q=的&from=2023&to=2023&source=找文示例&kind=body&sort=date:desc',
  list: 'search?from=2019-02-03&to=2023-06&kind=heading',
  nothing: 'search?q=豆腐&from=1990&to=1990&collection=科技',
};

/** The width at which the facets stand in the margin. */
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 800 };

const executable = findChromium();

if (executable || process.env.CI) {
  describe('filters and facets in a browser', function () {
    this.timeout(60_000);
    let browser: Browser;
    let served: Served;
    let hostile: Served;

    before(async () => {
      assert.ok(executable, 'Chromium is not installed; see .ci/run');
      browser = await launchChromium(executable);
      served = await serve(await indexOfSamples());
      const sources = ['<script>alert(1)</script>', '‮مرحبا', 'x'.repeat(60), '👩‍👩‍👧‍👦'.repeat(5)];
      hostile = await serve(
        await indexOf(
          Object.fromEntries(
            Array.from({ length: 40 }, (_, i) => [
              `${'长'.repeat(30)}${i}/${'y'.repeat(60)}/${i}`,
              `题${i}\n添加时间:${2000 + i}-01-01 来源:${sources[i] ?? `报${i}`}\n豆腐${i}。`,
            ]),
          ),
        ),
      );
    });
    after(async () => {
      await browser?.close();
      await served?.close();
      await hostile?.close();
    });

    /** Opens a page; a console message or a failed load fails the test. */
    const open = async (
      url: string,
      options: BrowserContextOptions,
      look: (page: Page) => Promise<void>,
    ): Promise<void> => {
      const context = await browser.newContext({ javaScriptEnabled: false, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(url);
      await look(page);
      await context.close();
      assert.deepEqual([...complaints, ...served.errors, ...hostile.errors], []);
    };
    const unfold = (page: Page) => page.locator('.facets > summary').click();
    const overflow = (page: Page): Promise<number> =>
      page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

    for (const width of [320, 1199, 1280]) {
      for (const [name, path] of Object.entries(PAGES)) {
        it(`${name} fits ${width} pixels, folded and unfolded`, () =>
          open(served.url + path, { viewport: { width, height: 800 } }, async (page) => {
            assert.ok((await overflow(page)) <= 0);
            if (width < 1200) await unfold(page);
            assert.ok((await overflow(page)) <= 0);
          }));
      }

      it(`endless names of folders and sources fit ${width} pixels`, () =>
        open(
          `${hostile.url}search?q=豆腐&collection=${'长'.repeat(30)}0`,
          { viewport: { width, height: 800 } },
          async (page) => {
            if (width < 1200) await unfold(page);
            assert.ok((await overflow(page)) <= 0);
          },
        ));
    }

    for (const [colorScheme, viewport] of [
      ['light', WIDE],
      ['dark', NARROW],
    ] as const) {
      for (const [name, path] of Object.entries(PAGES)) {
        it(`${name}: axe finds nothing in ${colorScheme} at ${viewport.width} pixels`, () =>
          open(
            served.url + path,
            { colorScheme, viewport, javaScriptEnabled: true },
            async (page) => {
              if (viewport === NARROW) await unfold(page);
              await page.evaluate(AXE);
              const { violations, passes } = (await page.evaluate('axe.run()')) as {
                passes: unknown[];
                violations: { id: string; nodes: { html: string }[] }[];
              };
              assert.ok(passes.length > 5);
              assert.deepEqual(
                violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
                [],
              );
            },
          ));
      }
    }

    it('in the margin the facets cover nothing, and begin beside the first result', () =>
      open(`${served.url}search?q=的`, { viewport: WIDE }, async (page) => {
        const panel = (await page.locator('.facets .panel').boundingBox())!;
        const results = (await page.locator('.results').boundingBox())!;
        const sort = (await page.locator('.sort').boundingBox())!;
        assert.ok(panel.x >= results.x + results.width && panel.x >= sort.x + sort.width);
        assert.ok(panel.y < results.y);
        assert.equal(await page.locator('.facets > summary').isVisible(), false);
      }));

    it('the page is as long as its facets, however few the results', () =>
      open(`${hostile.url}search?q=豆腐0`, { viewport: WIDE }, async (page) => {
        const panel = (await page.locator('.facets .panel').boundingBox())!;
        const foot = (await page.locator('.foot').boundingBox())!;
        assert.ok(foot.y >= panel.y + panel.height);
      }));

    it('narrow: the facets are folded away until somebody asks for them', () =>
      open(`${served.url}search?q=的`, { viewport: NARROW }, async (page) => {
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
      open(`${served.url}search?q=的&kind=body`, { viewport: WIDE }, async (page) => {
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
      open(`${served.url}search?q=的&kind=body&sort=date:asc`, { viewport: WIDE }, async (page) => {
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

    it('a new query keeps the filters, which its page shows as chips', () =>
      open(`${served.url}search?q=的&from=2023&to=2023`, { viewport: NARROW }, async (page) => {
        await page.getByRole('searchbox').fill('国产化');
        await page.getByRole('searchbox').press('Enter');
        await page.waitForURL(/from=2023/u);
        await page.locator('.chip', { hasText: '2023 年' }).waitFor();
        assert.equal(await page.locator('.result').count(), 2);
      }));
  });
}
