/** The page for browsing in a real browser, and whether it can read our XML. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../support/browser.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { type Served, serve } from '../support/server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const XML = ['search.atom', 'search.atom?q=豆腐<%26"', 'opensearch.xml'];

const executable = findChromium();

if (executable || process.env.CI) {
  describe('browsing in a browser', function () {
    this.timeout(60_000);
    let browser: Browser;
    let served: Served;
    let hostile: Served;

    before(async () => {
      assert.ok(executable, 'Chromium is not installed; see .ci/run');
      browser = await launchChromium(executable);
      served = await serve(await indexOfSamples());
      const folders = ['长'.repeat(60), 'x'.repeat(60), '‮مرحبا', '<script>', '👩‍👩‍👧‍👦'.repeat(5)];
      hostile = await serve(
        await indexOf(
          Object.fromEntries(
            Array.from({ length: 60 }, (_, i) => [
              `${folders.slice(0, (i % 5) + 1).join('/')}/${folders[i % 5]}/${i}`,
              `题${i}\n添加时间:${1990 + (i % 30)}-0${(i % 9) + 1}-01\n<b>&豆腐${i}。`,
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
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(url);
      await look(page);
      await context.close();
      assert.deepEqual([...complaints, ...served.errors, ...hostile.errors], []);
    };

    for (const width of [320, 390, 1280]) {
      it(`fits ${width} pixels, whatever the folders are called`, async () => {
        for (const { url } of [served, hostile]) {
          await open(`${url}browse`, { viewport: { width, height: 800 } }, async (page) => {
            const overflow: number = await page.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            );
            assert.ok(overflow <= 0, `${overflow}`);
          });
        }
      });
    }

    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      it(`axe finds nothing in ${colorScheme} at ${width} pixels`, () =>
        open(
          `${hostile.url}browse`,
          { colorScheme, viewport: { width, height: 800 } },
          async (page) => {
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

    it('without JavaScript: from home to the articles of a month', () =>
      open(served.url, { javaScriptEnabled: false }, async (page) => {
        await page.getByRole('link', { name: '按年份和文件夹浏览' }).click();
        await page.waitForURL(/\/browse$/u);
        await page.locator('.months a').first().click();
        await page.waitForURL(/\/search\?from=\d{4}-\d\d&to=/u);
        assert.ok((await page.locator('.result').count()) > 0);
      }));

    it('its parser of XML takes feeds and description', () =>
      open(hostile.url, {}, async (page) => {
        for (const path of XML) {
          const root: string = await page.evaluate(
            `fetch(${JSON.stringify(`/${path}`)}).then((response) => response.text()).then((xml) =>
              new DOMParser().parseFromString(xml, 'application/xml').documentElement.localName)`,
          );
          assert.match(root, /^(?:feed|OpenSearchDescription)$/u, path);
        }
      }));
  });
}
