/** Code, tables, quotations and lists in a real browser: as they were written, at any width. */

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { inBrowser } from '../support/in-browser.ts';
import { overflow } from '../support/page-checks.ts';
import { CODE } from '../support/sites.ts';

const ARTICLE = 'articles/技术.md';
const WIDE = { viewport: { width: 1280, height: 800 } };
const NARROW = { viewport: { width: 390, height: 800 } };

inBrowser('layout in a browser', ({ open }) => {
  const boxOf = async (page: Page, selector: string) => {
    const box = await page.locator(selector).boundingBox();
    assert.ok(box, selector);
    return box;
  };
  const steps = (page: Page) => page.locator('.steps:visible');

  it('complaint: a block of code is one run-together line', () =>
    open('technical', ARTICLE, { javaScriptEnabled: false, ...WIDE }, async (page) => {
      await page.evaluate("getSelection().selectAllChildren(document.querySelector('pre'))");
      assert.equal(await page.evaluate('String(getSelection())'), CODE);
      const [first, second] = [await boxOf(page, '#p1'), await boxOf(page, '#p2')];
      assert.equal(second.y, first.y + first.height);
      // Two lines each, one of them blank.
      assert.equal(second.height, first.height);
    }));

  it('a mark over two lines of code has one number', () =>
    open('technical', `${ARTICLE}?q=“update sudo apt”#m1`, NARROW, async (page) => {
      assert.equal(await page.evaluate("document.querySelector('#m1').getClientRects().length"), 2);
      await steps(page).getByText('第 1/1 处').waitFor();
    }));

  it('a link to a paragraph of code, or to a row, shows where its first mark is among all', () =>
    open('technical', `${ARTICLE}?q=cuda 乙#p1`, WIDE, async (page) => {
      await steps(page).getByText('第 1/2 处').waitFor();
      await page.evaluate("location.hash = '#p9'");
      await steps(page).getByText('第 2/2 处').waitFor();
    }));

  it('the cells of a table stand below one another, empty ones too', () =>
    open('technical', ARTICLE, WIDE, async (page) => {
      const lefts = async (row: string) =>
        (await page.evaluate(
          `[...document.querySelectorAll('${row} > *')].map((cell) => cell.getBoundingClientRect().left)`,
        )) as number[];
      const head = await lefts('#p7');
      assert.equal(new Set(head).size, 3);
      assert.deepEqual(await lefts('#p8'), head);
      assert.deepEqual(await lefts('#p9'), head);
      assert.equal(await page.getByRole('columnheader', { name: '说明' }).count(), 1);
    }));

  it('numbers stand in one margin, however deep their paragraphs, and are not cut off', () =>
    open('technical', ARTICLE, WIDE, async (page) => {
      const reader = await boxOf(page, '.reader');
      for (const place of ['p1', 'p2', 'p4', 'p5', 'p6', 'p8', 'p10', 'p11']) {
        const anchor = `.anchor[href="#${place}"]`;
        await page.locator(anchor).focus();
        const { x, y, width, height } = await boxOf(page, anchor);
        assert.ok(Math.abs(reader.x - 16 - x - width) < 1, `${place}: ${x} + ${width}`);
        const seen = await page.evaluate(
          `document.elementFromPoint(${x + width / 2}, ${y + height / 2}).hash`,
        );
        assert.equal(seen, `#${place}`);
      }
    }));

  for (const width of [320, 390, 1280]) {
    it(`what is wider than ${width} pixels scrolls by itself, by keyboard too`, () =>
      open('technical', ARTICLE, { viewport: { width, height: 800 } }, async (page) => {
        assert.equal(await overflow(page), 0);
        await page.locator('pre').last().focus();
        await page.keyboard.press('ArrowRight');
        await until(page, "[...document.querySelectorAll('pre')].at(-1).scrollLeft > 0");
      }));
  }

  it('the Tab key passes over code that does not scroll', () =>
    open('technical', ARTICLE, WIDE, async (page) => {
      await page.locator('pre:not([tabindex])').waitFor();
      assert.equal(await page.locator('pre').last().getAttribute('tabindex'), '0');
    }));

  it('a quotation of code and of a row keeps lines, indentation and cells', () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    return open('technical', ARTICLE, { permissions }, async (page) => {
      const quote = async (from: string, to: string): Promise<string> => {
        await page.evaluate(
          `getSelection().setBaseAndExtent(document.querySelector('${from}'), 0,
            document.querySelector('${to}'), document.querySelector('${to}').childNodes.length)`,
        );
        const button = page.getByRole('button', { name: '引用' });
        await button.click();
        await page.getByText('已复制').waitFor();
        await button.waitFor({ state: 'hidden' });
        return String(await page.evaluate('navigator.clipboard.readText()'));
      };
      const code = await quote('#p1', '#p2');
      assert.ok(code.startsWith(`“${CODE}”`), code);
      assert.ok(code.endsWith('#p1'), code);
      assert.match(await quote('#p7', '#p7'), /^“名称 \| 说明 \| 路径”/u);
    });
  });

  it('on paper everything is there: what would scroll is broken', () =>
    open('technical', ARTICLE, NARROW, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const fits = await page.evaluate(
        "[...document.querySelectorAll('.scroll')].map((one) => one.scrollWidth <= one.clientWidth)",
      );
      assert.deepEqual(fits, [true, true, true]);
    }));

  it('results set code as code', () =>
    open('technical', 'search?q=cuda', WIDE, async (page) => {
      const font = await page.evaluate(
        "getComputedStyle(document.querySelector('.hit .snippet')).fontFamily",
      );
      assert.match(String(font), /monospace/u);
    }));
});

/** Waits for a condition; the content policy lets a page do that for its own scripts only. */
async function until(page: Page, condition: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await page.evaluate(condition)) return;
    await page.waitForTimeout(30);
  }
  assert.fail(condition);
}
