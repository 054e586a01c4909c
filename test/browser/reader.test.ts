/** The reader in a real browser, with JavaScript and without: marks, folds, quotations, paper. */

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { inBrowser } from '../support/in-browser.ts';
import { overflow } from '../support/page-checks.ts';

const SEED = 'articles/ChatGPT国产化大战打响';
const MARKED = `${SEED}?q=人工智能`;

/** Of a section of it, in paragraph 41. */
const HEADING = '国产化道阻且长';

inBrowser('reader in a browser', ({ open }) => {
  const plain = { javaScriptEnabled: false };
  const bar = (page: Page) => page.locator('.steps:visible');

  describe('without JavaScript', () => {
    it('from the first mark to the next and back, by links that say where one is', () =>
      open('samples', MARKED, plain, async (page) => {
        assert.equal(await bar(page).count(), 0);
        await page.getByRole('link', { name: '到第一处' }).click();
        await bar(page).getByText('第 1/11 处').waitFor();
        assert.equal(await bar(page).getByRole('link', { name: '上一处' }).count(), 0);
        await bar(page).getByRole('link', { name: '下一处' }).click();
        await bar(page).getByText('第 2/11 处').waitFor();
        assert.ok(await isInView(page, 'mark:target'));
        await bar(page).getByRole('link', { name: '上一处' }).click();
        await bar(page).getByText('第 1/11 处').waitFor();
      }));

    it('a link from the results to a paragraph shows where its first mark is among all', () =>
      open('samples', `${MARKED}#p16`, plain, async (page) => {
        await bar(page).getByText('第 5/11 处').waitFor();
      }));

    it('what only scripts can do is not offered', () =>
      open('samples', MARKED, plain, async (page) => {
        assert.equal(await page.getByRole('button', { name: '引用' }).count(), 0);
      }));
  });

  describe('keys', () => {
    it('n and p step through the marks and leave no trace in the history', () =>
      open('samples', MARKED, {}, async (page) => {
        const length = await page.evaluate('history.length');
        await page.keyboard.press('n');
        await bar(page).getByText('第 1/11 处').waitFor();
        await page.keyboard.press('n');
        await bar(page).getByText('第 2/11 处').waitFor();
        assert.ok(await isInView(page, 'mark:target'));
        assert.equal(await page.locator('#step').textContent(), '第 2/11 处');
        await page.keyboard.press('p');
        await page.keyboard.press('p');
        await bar(page).getByText('第 1/11 处').waitFor();
        assert.equal(await page.evaluate('history.length'), length);
      }));

    it('complaint: n in a folded run: folded repetitions are passed over', () =>
      open('samples', `${MARKED}#m11`, {}, async (page) => {
        await page.keyboard.press('n');
        await bar(page).getByText('第 11/11 处').waitFor();
      }));

    it('complaint: letters typed into the search box move the page', () =>
      open('samples', MARKED, {}, async (page) => {
        await page.locator('input[name=q]').focus();
        await page.keyboard.type('pn');
        await page.keyboard.press('Control+n');
        assert.equal(await page.evaluate('location.hash'), '');
      }));

    it('the bar stays under the finger: Enter again and again goes on', () =>
      open('samples', `${MARKED}#m9`, {}, async (page) => {
        await bar(page).getByRole('link', { name: '下一处' }).focus();
        await page.keyboard.press('Enter');
        await bar(page).getByText('第 10/11 处').waitFor();
        await page.keyboard.press('Enter');
        await bar(page).getByText('第 11/11 处').waitFor();
        assert.equal(await page.locator('a:focus').textContent(), '上一处');
      }));
  });

  it('a link into a folded run opens it', () =>
    open('samples', `${SEED}#p2`, {}, async (page) => {
      await page.evaluate("location.hash = '#p44'");
      await page.locator('#p44').waitFor({ state: 'visible' });
      assert.ok(await isInView(page, '#p44'));
    }));

  describe('quotation', () => {
    const select = (page: Page, selector: string): Promise<unknown> =>
      page.evaluate(`getSelection().selectAllChildren(document.querySelector('${selector}'))`);
    const button = (page: Page) => page.getByRole('button', { name: '引用' });
    const expected = (page: Page): string =>
      `“${HEADING}” ——《ChatGPT国产化大战打响》，2023-04-25，${new URL(`/${SEED}#p41`, page.url()).href}`;

    it('copies words, title, date and the address of the paragraph', () =>
      open(
        'samples',
        MARKED,
        { permissions: ['clipboard-read', 'clipboard-write'] },
        async (page) => {
          await select(page, '#p41');
          await button(page).click();
          await page.getByText('已复制').waitFor();
          assert.equal(await page.evaluate('navigator.clipboard.readText()'), expected(page));
        },
      ));

    it('of several paragraphs: a line each, without numbers and links between them', () =>
      open(
        'samples',
        MARKED,
        { permissions: ['clipboard-read', 'clipboard-write'] },
        async (page) => {
          await page.evaluate(
            `getSelection().setBaseAndExtent(document.querySelector('#p14'), 0,
              document.querySelector('#p16'), 3)`,
          );
          await button(page).waitFor();
          await page.keyboard.press('c');
          await page.getByText('已复制').waitFor();
          const copied = String(await page.evaluate('navigator.clipboard.readText()'));
          const lines = copied.split('\n');
          assert.equal(lines.length, 3);
          assert.match(lines[0]!, /^“ChatGPT横空出世.*空间。$/u);
          assert.doesNotMatch(lines[1]!, /处|\d$/u);
          assert.ok(copied.endsWith('#p14'), copied);
        },
      ));

    it('complaint: nothing is copied over plain HTTP: the text is shown, selected', () =>
      open('samples', MARKED, {}, async (page) => {
        await page.evaluate(
          'delete Navigator.prototype.clipboard; document.execCommand = () => false',
        );
        await select(page, '#p41');
        await button(page).click();
        const dialog = page.getByRole('dialog');
        assert.equal(await dialog.getByRole('textbox').inputValue(), expected(page));
        assert.equal(await page.evaluate('String(getSelection())'), expected(page));
        await dialog.getByRole('button', { name: '关闭' }).click();
        await dialog.waitFor({ state: 'hidden' });
      }));

    it('is not offered where nothing of the article is selected, and goes with Escape', () =>
      open('samples', MARKED, {}, async (page) => {
        await select(page, '#p41');
        await button(page).waitFor();
        await page.keyboard.press('Escape');
        await button(page).waitFor({ state: 'hidden' });
        await select(page, '.foot');
        await page.waitForTimeout(300);
        assert.equal(await button(page).isVisible(), false);
      }));
  });

  describe('contents', () => {
    for (const [width, where] of [
      [1280, '.contents-beside'],
      [390, '.contents-fold'],
    ] as const) {
      it(`lead to the headings at ${width} pixels`, () =>
        open('samples', SEED, { viewport: { width, height: 800 } }, async (page) => {
          if (width === 390) await page.getByText('目录', { exact: true }).first().click();
          assert.equal(await page.getByRole('navigation', { name: '目录' }).count(), 1);
          await page.locator(where).getByRole('link', { name: HEADING }).click();
          assert.ok(await isInView(page, '#p41'));
          await page.locator(where).locator('[href="#p41"][aria-current]').waitFor();
        }));
    }

    it('follow the page as it is scrolled', () =>
      open('odd', 'articles/一', { viewport: { width: 1280, height: 800 } }, async (page) => {
        const current = page.locator('.contents-beside [aria-current]');
        const becomes = (heading: string): Promise<void> =>
          current.and(page.getByText(heading, { exact: true })).waitFor();
        const scrollTo = (selector: string): Promise<unknown> =>
          page.evaluate(`document.querySelector('${selector}').scrollIntoView()`);
        await current.waitFor({ state: 'detached' });
        await scrollTo('#p4');
        await becomes('第一节');
        // The heading is several leaves above, and no longer laid out.
        await scrollTo('#p190');
        await becomes('第一节');
        await scrollTo('#p207');
        await becomes('第二节');
        await page.evaluate('scrollTo(0, document.body.scrollHeight)');
        await becomes('第三节');
        await page.evaluate('scrollTo(0, 0)');
        await current.waitFor({ state: 'detached' });
      }));
  });

  for (const width of [320, 390, 860, 1280]) {
    it(`code, tables, any script and long words fit ${width} pixels, far down too`, () =>
      open('odd', 'articles/一?q=豆腐#p180', { viewport: { width, height: 800 } }, async (page) => {
        assert.ok(await isInView(page, '#p180'));
        await page.evaluate('scrollTo(0, 0)');
        assert.equal(await overflow(page), 0);
        assert.notEqual(await page.title(), 'ran');
      }));
  }

  it('on paper: the text and its address, black on white, no bars', () =>
    open('samples', `${MARKED}#m3`, { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const gone of [
        '.bar',
        '.found',
        '.anchor',
        '.steps',
        '.neighbours',
        '.contents-beside',
      ]) {
        assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
      }
      assert.match(
        await page.locator('.address').innerText(),
        /127\.0\.0\.1:\d+\/articles\/ChatGPT国产化大战打响$/u,
      );
      const colours = (selector: string) =>
        page.evaluate(
          `(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.querySelector('${selector}')))`,
        );
      assert.deepEqual(await colours('body'), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      assert.deepEqual(await colours('mark:target'), ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    }));
});

/** Whether an element comes to stand between the search bar and the lower edge, as scrolling takes its time. */
async function isInView(page: Page, selector: string): Promise<boolean> {
  for (let i = 0; i < 100; i++) {
    const box = await page.locator(selector).boundingBox();
    if (box && box.y >= 72 && box.y < 720) return true;
    await page.waitForTimeout(30);
  }
  return false;
}
