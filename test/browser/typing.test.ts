/** What happens in a real browser while a reader types: completions, input methods, keys, live results, themes. */

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { inBrowser, type Visit } from '../support/in-browser.ts';

/** Waits for a value; fails by saying which other one it was. */
async function becomes(look: () => Promise<unknown>, expected: unknown): Promise<void> {
  for (let i = 0; i < 100 && (await look()) !== expected; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await look(), expected);
}

/** Milliseconds after which everything that a key sets off has begun. */
const LONG_ENOUGH = 400;

interface Opened {
  readonly page: Page;
  /** What scripts have asked the server for since it was last called: completions and results. */
  readonly asked: () => string[];
}

inBrowser('typing in a browser', ({ open: openWindow }) => {
  const open = (
    path: string,
    look: (opened: Opened) => Promise<void>,
    options: Parameters<Visit>[2] = {},
  ): Promise<void> =>
    openWindow('samples', path, options, (page, requests) => {
      const asked = () =>
        requests
          .splice(0)
          .filter((request) => request.resourceType() === 'fetch')
          .map((request) => new URL(request.url()))
          .map(
            ({ pathname, searchParams }) =>
              `${pathname.split('/').at(-1)}:${searchParams.get('q')}`,
          );
      return look({ page, asked });
    });
  const goTo = (page: Page, path: string) => page.goto(new URL(`/${path}`, page.url()).href);

  const box = (page: Page) => page.getByRole('combobox');
  const options = (page: Page) => page.getByRole('option');
  const active = (page: Page): Promise<string | null> =>
    page.evaluate(`(() => {
      const box = document.querySelector('[role=combobox]');
      const id = box.getAttribute('aria-activedescendant');
      return id && document.getElementById(id).querySelector('.text').textContent;
    })()`);
  const type = async (page: Page, text: string): Promise<void> => {
    await box(page).focus();
    await page.keyboard.insertText(text);
  };

  describe('completions', () => {
    it('by keyboard: arrows go round through the box, Enter searches for the active one', () =>
      open('', async ({ page }) => {
        await type(page, '国产');
        await options(page).first().waitFor();
        assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
        const count = await options(page).count();
        assert.equal(await active(page), null);
        await page.keyboard.press('ArrowDown');
        const first = await active(page);
        assert.equal(await options(page).first().getAttribute('aria-selected'), 'true');
        await page.keyboard.press('ArrowUp');
        assert.equal(await active(page), null);
        await page.keyboard.press('ArrowUp');
        assert.equal(
          await active(page),
          await options(page)
            .nth(count - 1)
            .locator('.text')
            .textContent(),
        );
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        assert.equal(await active(page), first);
        assert.equal(first, '国产化');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\?/u);
        assert.equal(new URL(page.url()).searchParams.get('q'), '国产化');
      }));

    it('Enter without an active one searches for what was typed', () =>
      open('', async ({ page }) => {
        await type(page, '国产');
        await options(page).first().waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\?/u);
        assert.equal(new URL(page.url()).searchParams.get('q'), '国产');
      }));

    it('groups have names, what was typed is emphasised, and a title opens its article', () =>
      open('', async ({ page }) => {
        await type(page, '国产');
        const titles = page.getByRole('group', { name: '标题' });
        await titles.waitFor();
        await page.getByRole('group', { name: '词' }).waitFor();
        const title = titles.getByRole('option', { name: 'ChatGPT国产化大战打响' });
        assert.equal(await title.locator('b').textContent(), '国产');
        await title.click();
        await page.waitForURL(/\/articles\/ChatGPT/u);
      }));

    it('pinyin is offered under its own name, and a click searches', () =>
      open('', async ({ page }) => {
        await type(page, 'rengongzhin');
        await page.getByRole('group', { name: '拼音' }).getByText('人工智能').click();
        await page.waitForURL(/\/search\?/u);
        assert.equal(new URL(page.url()).searchParams.get('q'), '人工智能');
      }));

    it('complaint: after Esc the results no longer say what they are of', () =>
      open('search?q=豆腐', async ({ page }) => {
        await page.keyboard.press('/');
        await page.keyboard.press('Escape');
        assert.equal(await box(page).inputValue(), '豆腐');
        assert.equal(await page.locator('input:focus').count(), 0);
      }));

    it('Esc closes the list, then clears the box, then leaves it; Tab leaves at once', () =>
      open('', async ({ page }) => {
        await type(page, '国产');
        await options(page).first().waitFor();
        await page.keyboard.press('Escape');
        assert.equal(await options(page).count(), 0);
        assert.equal(await box(page).inputValue(), '国产');
        await page.keyboard.press('Escape');
        assert.equal(await box(page).inputValue(), '');
        await page.keyboard.press('Escape');
        assert.equal(await page.locator('input:focus').count(), 0);
        await type(page, '国产');
        await options(page).first().waitFor();
        await page.keyboard.press('Tab');
        assert.equal(await options(page).count(), 0);
        assert.equal(await page.locator('button:focus').count(), 1);
        assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
      }));

    it('fast typing asks once, and never twice for the same', () =>
      open('', async ({ page, asked }) => {
        await box(page).focus();
        await page.evaluate(`for (const letter of 'rengong') {
          const box = document.activeElement;
          box.value += letter;
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }`);
        await options(page).first().waitFor();
        assert.deepEqual(asked(), ['suggest:rengong']);
        await page.keyboard.type('z');
        await page.getByText('人工智能').first().waitFor();
        await page.waitForTimeout(LONG_ENOUGH);
        await page.keyboard.press('Backspace');
        await page.waitForTimeout(LONG_ENOUGH);
        assert.deepEqual(asked(), ['suggest:rengongz']);
        assert.ok((await options(page).count()) > 0);
      }));

    it('complaint: a slow answer to an older text replaces the newer one', () =>
      open('', async ({ page }) => {
        await page.route(/suggest\?q=a(?:&|$)/u, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 600));
          await route.continue().catch(() => {});
        });
        await box(page).focus();
        await page.keyboard.type('a');
        await page.waitForTimeout(200);
        await page.keyboard.press('Backspace');
        await page.keyboard.insertText('豆');
        await page.getByRole('option', { name: '豆腐' }).first().waitFor();
        const before = await options(page).allTextContents();
        await page.waitForTimeout(800);
        assert.deepEqual(await options(page).allTextContents(), before);
      }));
  });

  describe('input methods', () => {
    it('complaint: half-typed pinyin searches: nothing is asked until it is composed, then at once', () =>
      open('search?q=豆腐', async ({ page, asked }) => {
        const client = await page.context().newCDPSession(page);
        await box(page).fill('');
        await page.waitForTimeout(LONG_ENOUGH);
        asked();
        for (const text of ['g', 'gu', 'guo', "guo'c", "guo'chan"]) {
          const selection = { selectionStart: text.length, selectionEnd: text.length };
          await client.send('Input.imeSetComposition', { text, ...selection });
        }
        await page.waitForTimeout(LONG_ENOUGH);
        assert.deepEqual(asked(), []);
        await client.send('Input.insertText', { text: '国产' });
        await page.getByRole('option', { name: '国产化' }).first().waitFor();
        await page.waitForURL((url) => url.searchParams.get('q') === '国产');
        assert.deepEqual(asked().sort(), ['search:国产', 'suggest:国产']);
      }));

    it('what was about to be asked is not when composing begins', () =>
      open('', async ({ page, asked }) => {
        await box(page).focus();
        await page.evaluate(`{
          const box = document.activeElement;
          box.value = '国';
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          box.dispatchEvent(new CompositionEvent('compositionstart'));
        }`);
        await page.waitForTimeout(LONG_ENOUGH);
        assert.deepEqual(asked(), []);
      }));

    for (const marks of ['isComposing: true', 'keyCode: 229']) {
      it(`the Enter that ends a composition (${marks}) picks and submits nothing`, () =>
        open('', async ({ page }) => {
          await type(page, '国产');
          await options(page).first().waitFor();
          await page.keyboard.press('ArrowDown');
          await page.evaluate(`document.querySelector('[role=combobox]').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ${marks} }))`);
          await page.waitForTimeout(LONG_ENOUGH);
          assert.equal(new URL(page.url()).pathname, '/');
          assert.ok((await options(page).count()) > 0);
        }));
    }

    it('a form that is submitted while composing is not sent', () =>
      open('', async ({ page }) => {
        await type(page, '国产');
        await page.evaluate(`(() => {
          const box = document.querySelector('[role=combobox]');
          box.dispatchEvent(new CompositionEvent('compositionstart'));
          box.form.requestSubmit();
        })()`);
        await page.waitForTimeout(LONG_ENOUGH);
        assert.equal(new URL(page.url()).pathname, '/');
      }));
  });

  describe('recent searches', () => {
    const search = async (page: Page, q: string): Promise<void> => {
      await goTo(page, '');
      await box(page).fill(q);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?/u);
    };

    it('are offered in an empty box, the latest first, and go one by one or all at once', () =>
      open('', async ({ page }) => {
        for (const q of ['豆腐', '国产化', '月饼', '豆腐']) await search(page, q);
        await goTo(page, '');
        await box(page).click();
        const recent = page.getByRole('group', { name: '最近搜索' }).locator('.text');
        assert.deepEqual(await recent.allTextContents(), ['豆腐', '月饼', '国产化']);
        await page.getByRole('option', { name: '月饼' }).locator('.remove').click();
        assert.deepEqual(await recent.allTextContents(), ['豆腐', '国产化']);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Shift+Delete');
        assert.deepEqual(await recent.allTextContents(), ['国产化']);
        await page.getByRole('option', { name: '清除最近搜索' }).click();
        assert.equal(await options(page).count(), 0);
        await page.reload();
        await box(page).click();
        assert.equal(await options(page).count(), 0);
      }));

    it('are at most twenty, and damaged ones are none', () =>
      open('', async ({ page }) => {
        await page.evaluate(`localStorage.setItem('zhaowen.recent',
          JSON.stringify(Array.from({ length: 30 }, (_, i) => 'q' + i)))`);
        await search(page, '豆腐');
        const kept = await page.evaluate(`JSON.parse(localStorage.getItem('zhaowen.recent'))`);
        assert.equal((kept as string[]).length, 20);
        assert.equal((kept as string[])[0], '豆腐');
        await page.evaluate(`localStorage.setItem('zhaowen.recent', '{"a":')`);
        await goTo(page, '');
        await box(page).click();
        assert.equal(await options(page).count(), 0);
      }));

    it('a browser that stores nothing searches all the same', () =>
      open('', async ({ page }) => {
        await page.addInitScript(`Object.defineProperty(window, 'localStorage',
          { get() { throw new DOMException('denied', 'SecurityError'); } })`);
        await search(page, '豆腐');
        await page.locator('.result').first().waitFor();
      }));

    it('complaint: a search with markup in it runs when it is offered again', () =>
      open('', async ({ page }) => {
        await search(page, '<img src=x onerror="document.title=1">豆腐');
        await goTo(page, '');
        await box(page).click();
        await page.getByText('<img src=x').waitFor();
        assert.equal(await page.locator('.completions img').count(), 0);
      }));
  });

  describe('keys', () => {
    for (const path of ['help', 'articles/不来梅的月饼', 'search?q=豆腐']) {
      it(`/ and Ctrl+K go to the box: /${path}`, () =>
        open(path, async ({ page }) => {
          for (const key of ['/', 'Control+k', 'Meta+k']) {
            await box(page).blur();
            await page.keyboard.press(key);
            assert.equal(await page.locator('[role=combobox]:focus').count(), 1, key);
          }
          const value = await box(page).inputValue();
          await page.keyboard.press('End');
          await page.keyboard.press('/');
          assert.equal(await box(page).inputValue(), `${value}/`);
        }));
    }

    it('from the box through the results, and back', () =>
      open('search?q=国产化', async ({ page }) => {
        const focused = () => page.evaluate('document.activeElement.textContent');
        const titles = await page.locator('.result h2').allTextContents();
        await box(page).focus();
        await page.keyboard.press('ArrowDown');
        assert.equal(await focused(), titles[0]);
        await page.keyboard.press('ArrowDown');
        assert.equal(await focused(), titles[1]);
        await page.keyboard.press('j');
        assert.equal(await focused(), titles[2]);
        await page.keyboard.press('k');
        await page.keyboard.press('ArrowUp');
        assert.equal(await focused(), titles[0]);
        await page.keyboard.press('ArrowUp');
        assert.equal(await page.locator('[role=combobox]:focus').count(), 1);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Escape');
        assert.equal(await page.locator('[role=combobox]:focus').count(), 1);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/articles\//u);
      }));
  });

  describe('search as you type', () => {
    const titleIs = (page: Page, q: string): Promise<void> =>
      becomes(() => page.title(), `${q} - 找文`);

    it('results, address and title follow; focus and caret stay; Back leads to the search before', () =>
      open('search?q=豆腐', async ({ page }) => {
        const before = await page.locator('.result h2').allTextContents();
        await box(page).focus();
        await page.keyboard.press('Control+a');
        for (const piece of ['国', '产', '化']) {
          await page.keyboard.insertText(piece);
          await page.waitForTimeout(LONG_ENOUGH);
        }
        await titleIs(page, '国产化');
        assert.equal(new URL(page.url()).searchParams.get('q'), '国产化');
        const after = await page.locator('.result h2').allTextContents();
        assert.notDeepEqual(after, before);
        assert.equal(await page.evaluate('document.activeElement.selectionStart'), 3);
        assert.match(await page.locator('body > [role=status]').innerText(), /找到 \d+ 段/u);

        await page.keyboard.press('Enter');
        await page.keyboard.press('Control+a');
        await page.keyboard.insertText('月饼');
        await titleIs(page, '月饼');

        await page.goBack();
        await titleIs(page, '国产化');
        assert.equal(await box(page).inputValue(), '国产化');
        assert.deepEqual(await page.locator('.result h2').allTextContents(), after);
        await page.goBack();
        await titleIs(page, '豆腐');
        assert.deepEqual(await page.locator('.result h2').allTextContents(), before);
        await page.goForward();
        await titleIs(page, '国产化');
      }));

    it('what narrows the search stays, and Enter searches at once without loading the page', () =>
      open('search?q=豆腐&collection=生活', async ({ page }) => {
        await page.evaluate('window.isSame = true');
        await box(page).fill('菜市场');
        await page.keyboard.press('Enter');
        await titleIs(page, '菜市场');
        assert.equal(await page.evaluate('window.isSame'), true);
        assert.equal(new URL(page.url()).searchParams.get('collection'), '生活');
        assert.equal(await options(page).count(), 0);
      }));

    it('complaint: what is read moves away: the box never does, and no shift counts', () =>
      open('search?q=的', async ({ page }) => {
        await page.evaluate(`window.shifts = [];
          new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe(
            { type: 'layout-shift', buffered: false })`);
        const place = await box(page).boundingBox();
        await box(page).focus();
        for (const q of ['zzqqxx', 'chatgpt', 'c']) {
          await page.keyboard.press('Control+a');
          await page.keyboard.type(q);
          await titleIs(page, q);
          assert.deepEqual(await box(page).boundingBox(), place);
        }
        // The foot stands where the results end; on a slow machine its move no longer counts as typing.
        const moved = await page.evaluate(`shifts.flatMap(({ hadRecentInput, sources }) =>
          sources
            .filter(({ node }) => !node?.closest?.('.foot'))
            .map(({ node }) => node?.closest?.('.bar') ? 'box' : node?.nodeName ?? '')
            .filter((name) => name === 'box' || !hadRecentInput))`);
        assert.deepEqual(moved, []);
      }));

    it('a failed fetch while typing changes nothing; Enter then loads the page as ever', () =>
      open(
        'search?q=豆腐',
        async ({ page }) => {
          await page.route(/\/search\?/u, (route) =>
            route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
          );
          await page.evaluate('window.isSame = true');
          await box(page).fill('月饼');
          await page.waitForTimeout(LONG_ENOUGH);
          assert.equal(new URL(page.url()).searchParams.get('q'), '豆腐');
          await page.keyboard.press('Enter');
          await titleIs(page, '月饼');
          assert.equal(await page.evaluate('window.isSame'), undefined);
        },
        { mayFail: true },
      ));

    it('new results begin at the top, and Back returns to where one was', () =>
      open(
        'search?q=的',
        async ({ page }) => {
          await page.evaluate('scrollTo(0, 600)');
          await page.keyboard.press('/');
          assert.equal(await page.evaluate('scrollY'), 600);
          await page.keyboard.insertText('国产化');
          const before = await page.evaluate('scrollY');
          await titleIs(page, '国产化');
          assert.equal(await page.evaluate('scrollY'), 0);
          await page.goBack();
          await titleIs(page, '的');
          await becomes(() => page.evaluate('scrollY'), before);
        },
        { viewport: { width: 800, height: 500 } },
      ));
  });

  describe('themes', () => {
    const paper = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const LIGHT = 'rgb(251, 249, 244)';
    const DARK = 'rgb(24, 22, 20)';

    it('the choice holds on later pages from the first paint, until the system is to decide again', () =>
      open(
        '',
        async ({ page }) => {
          assert.equal(await paper(page), LIGHT);
          await page.getByRole('radio', { name: '深色' }).check();
          assert.equal(await paper(page), DARK);
          // Modules come after the first paint: without them, too, the page is dark.
          const nothing = { body: '', contentType: 'text/javascript' };
          await page.route('**/typing.js', (route) => route.fulfill(nothing));
          await goTo(page, 'help');
          assert.equal(await paper(page), DARK);
          await page.unroute('**/typing.js');
          await page.reload();
          assert.ok(await page.getByRole('radio', { name: '深色' }).isChecked());
          await page.getByRole('radio', { name: '跟随系统' }).check();
          assert.equal(await paper(page), LIGHT);
          await page.emulateMedia({ colorScheme: 'dark' });
          assert.equal(await paper(page), DARK);
          await page.getByRole('radio', { name: '浅色' }).check();
          assert.equal(await paper(page), LIGHT);
        },
        { colorScheme: 'light' },
      ));

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`without JavaScript the system decides, and there is no switch: ${colorScheme}`, () =>
        open(
          'search?q=豆腐',
          async ({ page }) => {
            assert.equal(await page.locator('.theme').isVisible(), false);
            assert.equal(await page.getByRole('searchbox').inputValue(), '豆腐');
          },
          { colorScheme, javaScriptEnabled: false },
        ));
    }
  });
});
