/** The reader in a real browser, with JavaScript and without: marks, folds, quotations, paper. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../support/browser.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { type Served, serve } from '../support/server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SEED = 'articles/ChatGPT国产化大战打响';
const MARKED = `${SEED}?q=人工智能`;

/** Of a section of it, in paragraph 41. */
const HEADING = '国产化道阻且长';

const executable = findChromium();

if (executable || process.env.CI) {
  describe('reader in a browser', function () {
    this.timeout(60_000);
    let browser: Browser;
    let served: Served;
    let odd: Served;

    before(async () => {
      assert.ok(executable, 'Chromium is not installed; see .ci/run');
      browser = await launchChromium(executable);
      served = await serve(await indexOfSamples());
      odd = await serve(await indexOf({ 一: oddArticle(), 二: '题\n一段话。' }));
    });
    after(async () => {
      await browser?.close();
      await served?.close();
      await odd?.close();
    });
    afterEach(() => {
      assert.deepEqual([...served.errors, ...odd.errors], []);
    });

    /** A console message, a script error or a refused load fails the test. */
    const open = async (
      url: string,
      options: BrowserContextOptions,
      look: (page: Page) => Promise<void>,
    ): Promise<void> => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(url);
      await look(page);
      await context.close();
      assert.deepEqual(complaints, []);
    };
    const plain = { javaScriptEnabled: false };
    const bar = (page: Page) => page.locator('.steps:visible');

    describe('without JavaScript', () => {
      it('from the first mark to the next and back, by links that say where one is', () =>
        open(served.url + MARKED, plain, async (page) => {
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
        open(`${served.url}${MARKED}#p16`, plain, async (page) => {
          await bar(page).getByText('第 5/11 处').waitFor();
        }));

      it('what only scripts can do is not offered', () =>
        open(served.url + MARKED, plain, async (page) => {
          assert.equal(await page.getByRole('button', { name: '引用' }).count(), 0);
        }));
    });

    describe('keys', () => {
      it('n and p step through the marks and leave no trace in the history', () =>
        open(served.url + MARKED, {}, async (page) => {
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
        open(`${served.url}${MARKED}#m11`, {}, async (page) => {
          await page.keyboard.press('n');
          await bar(page).getByText('第 11/11 处').waitFor();
        }));

      it('complaint: letters typed into the search box move the page', () =>
        open(served.url + MARKED, {}, async (page) => {
          await page.locator('input[name=q]').focus();
          await page.keyboard.type('pn');
          await page.keyboard.press('Control+n');
          assert.equal(await page.evaluate('location.hash'), '');
        }));

      it('the bar stays under the finger: Enter again and again goes on', () =>
        open(`${served.url}${MARKED}#m9`, {}, async (page) => {
          await bar(page).getByRole('link', { name: '下一处' }).focus();
          await page.keyboard.press('Enter');
          await bar(page).getByText('第 10/11 处').waitFor();
          await page.keyboard.press('Enter');
          await bar(page).getByText('第 11/11 处').waitFor();
          assert.equal(await page.locator('a:focus').textContent(), '上一处');
        }));
    });

    it('a link into a folded run opens it', () =>
      open(`${served.url}${SEED}#p2`, {}, async (page) => {
        await page.evaluate("location.hash = '#p44'");
        await page.locator('#p44').waitFor({ state: 'visible' });
        assert.ok(await isInView(page, '#p44'));
      }));

    describe('quotation', () => {
      const select = (page: Page, selector: string): Promise<unknown> =>
        page.evaluate(`getSelection().selectAllChildren(document.querySelector('${selector}'))`);
      const button = (page: Page) => page.getByRole('button', { name: '引用' });
      const expected = (url: string): string =>
        `“${HEADING}” ——《ChatGPT国产化大战打响》，2023-04-25，${new URL(`${url + SEED}#p41`).href}`;

      it('copies words, title, date and the address of the paragraph', () =>
        open(
          served.url + MARKED,
          { permissions: ['clipboard-read', 'clipboard-write'] },
          async (page) => {
            await select(page, '#p41');
            await button(page).click();
            await page.getByText('已复制').waitFor();
            assert.equal(
              await page.evaluate('navigator.clipboard.readText()'),
              expected(served.url),
            );
          },
        ));

      it('of several paragraphs: a line each, without numbers and links between them', () =>
        open(
          served.url + MARKED,
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
        open(served.url + MARKED, {}, async (page) => {
          await page.evaluate(
            'delete Navigator.prototype.clipboard; document.execCommand = () => false',
          );
          await select(page, '#p41');
          await button(page).click();
          const dialog = page.getByRole('dialog');
          assert.equal(await dialog.getByRole('textbox').inputValue(), expected(served.url));
          assert.equal(await page.evaluate('String(getSelection())'), expected(served.url));
          await dialog.getByRole('button', { name: '关闭' }).click();
          await dialog.waitFor({ state: 'hidden' });
        }));

      it('is not offered where nothing of the article is selected, and goes with Escape', () =>
        open(served.url + MARKED, {}, async (page) => {
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
          open(served.url + SEED, { viewport: { width, height: 800 } }, async (page) => {
            if (width === 390) await page.getByText('目录', { exact: true }).first().click();
            assert.equal(await page.getByRole('navigation', { name: '目录' }).count(), 1);
            await page.locator(where).getByRole('link', { name: HEADING }).click();
            assert.ok(await isInView(page, '#p41'));
          }));
      }
    });

    for (const width of [320, 390, 860, 1280]) {
      it(`code, tables, any script and long words fit ${width} pixels, far down too`, () =>
        open(
          `${odd.url}articles/一?q=豆腐#p180`,
          { viewport: { width, height: 800 } },
          async (page) => {
            assert.ok(await isInView(page, '#p180'));
            await page.evaluate('scrollTo(0, 0)');
            assert.equal(
              await page.evaluate(
                'document.documentElement.scrollWidth - document.documentElement.clientWidth',
              ),
              0,
            );
            assert.notEqual(await page.title(), 'ran');
          },
        ));
    }

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1280]) {
        it(`axe finds nothing at a mark, in ${colorScheme}, at ${width} pixels`, () =>
          open(
            `${served.url}${MARKED}#m3`,
            { colorScheme, viewport: { width, height: 800 } },
            async (page) => {
              await page.evaluate(
                "getSelection().selectAllChildren(document.querySelector('#p16'))",
              );
              await page.getByRole('button', { name: '引用' }).waitFor();
              await page.evaluate(AXE);
              const { violations } = (await page.evaluate('axe.run()')) as {
                violations: { id: string; nodes: { html: string }[] }[];
              };
              assert.deepEqual(
                violations.map(
                  ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
                ),
                [],
              );
            },
          ));
      }
    }

    it('on paper: the text and its address, black on white, no bars', () =>
      open(`${served.url}${MARKED}#m3`, { colorScheme: 'dark' }, async (page) => {
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
}

/** Everything that was ever too wide for a page, and enough of it for several leaves. */
function oddArticle(): string {
  const evil = '<script>document.title="ran"</script>';
  return [
    `${'题'.repeat(300)}${'x'.repeat(200)}${evil}`,
    `$ curl -sL https://example.org/${'a'.repeat(300)} | sh`,
    `甲${'列'.repeat(50)} | ${'y'.repeat(200)} | 3`,
    `‮مرحبا بالعالم‬ 豆腐 👩‍👩‍👧‍👦 ${'🎉'.repeat(100)}`,
    ...Array.from(
      { length: 200 },
      (_, i) => `第${i}段，说的是豆腐和豆浆，${'还有别的。'.repeat(i % 7)}`,
    ),
  ].join('\n');
}

/** Whether an element comes to stand between the search bar and the lower edge, as scrolling takes its time. */
async function isInView(page: Page, selector: string): Promise<boolean> {
  for (let i = 0; i < 100; i++) {
    const box = await page.locator(selector).boundingBox();
    if (box && box.y >= 72 && box.y < 720) return true;
    await page.waitForTimeout(30);
  }
  return false;
}
