/** nodejieba's dictionary is kept once, and the segmenter always has all of it. */

import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type nodejieba from 'nodejieba';
import { loadJieba } from '../../server/analysis/jieba.ts';
import { loadOnce } from '../../server/analysis/load-once.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';

const binding = createRequire(import.meta.url)('nodejieba') as typeof nodejieba & {
  DEFAULT_DICT: string;
};
const DICTIONARY = binding.DEFAULT_DICT;

/** Milliseconds in which the thread has started, however busy the machine is. */
const PATIENCE = 30_000;

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** As the native code does: all of it, in one go, with this thread busy. */
function read(path: string): string {
  const file = openSync(path, 'r');
  pause(50);
  const text = readFileSync(file, 'utf8');
  closeSync(file);
  pause(50);
  return text;
}

describe('loading a dictionary once', () => {
  let folder: string;
  let before: string | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhaowen-test-'));
    before = process.env.TMPDIR;
    process.env.TMPDIR = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  });

  it('complaint: the segmenter takes 120 MB for keywords that nobody asks for', function () {
    if (process.platform !== 'linux') this.skip();
    const whole = readFileSync(DICTIONARY, 'utf8');
    loadOnce(DICTIONARY, (path) => {
      assert.ok(read(path) === whole, 'what is read first is not the whole dictionary');
      const end = performance.now() + PATIENCE;
      let next = read(path);
      while (next === whole && performance.now() < end) next = read(path);
      assert.match(next, /^\S+ \d+ \S+\n$/u);
    });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('complaint: without a folder for temporary files there is no segmenter', () => {
    process.env.TMPDIR = join(folder, 'missing');
    const paths: string[] = [];
    loadOnce(DICTIONARY, (path) => paths.push(path));
    assert.deepEqual(paths, [DICTIONARY]);
  });

  it('complaint: a dictionary that cannot be loaded leaves files behind', () => {
    const failure = new Error('no');
    assert.throws(
      () =>
        loadOnce(DICTIONARY, () => {
          throw failure;
        }),
      failure,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('law: texts are cut as nodejieba by itself cuts them', () => {
    const article = join(PROJECT_ROOT, 'corpus', 'ChatGPT国产化大战打响.txt');
    const texts = [
      ...readFileSync(article, 'utf8').split('\n'),
      '结婚的和尚未结婚的',
      '张三丰用chatGPT写了PR',
    ];
    // Other words than those of the tests before: it is loaded now, and again for whoever comes next.
    const jieba = loadJieba([{ text: '没有别的测试用的词', frequency: null, tag: null }]);
    jieba.load();
    const cut = texts.map((text) => [jieba.segment(text), jieba.splitWord(text, 2)]);
    binding.load();
    assert.deepEqual(
      texts.map((text) => [binding.cut(text, true), binding.cutSmall(text, 2)]),
      cut,
    );
  });
});
