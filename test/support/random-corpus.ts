/** Corpora that a seed decides: folders of articles that share their words, and how they go on to change. */

import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRandom, pick, type Random } from '../../scripts/measuring/random.ts';

export { createRandom, pick, type Random };

const LINES = [
  '国产化大模型道阻且长，',
  '豆腐很好吃，',
  '怎么做都好吃。',
  '用ChatGPT写大模型的代码，',
  '石磨豆腐做到第三锅。',
  '二〇二三年的大豆与国产化。',
  '模具、模型与模样，',
  'emoji 👍🏽 与 𠮷野家，',
];

/** The text of an article with up to `paragraphs` paragraphs of the body. */
export function randomText(random: Random, paragraphs: number): string {
  const line = () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, LINES)).join('');
  const head = random() < 0.5 ? ['添加时间:2023-04-25'] : [];
  const body = Array.from({ length: 1 + Math.floor(random() * paragraphs) }, line);
  return [`${pick(random, LINES)}${Math.floor(random() * 1e6)}`, ...head, ...body].join('\n');
}

const FOLDERS = ['', '科技/', '科技/芯片/', '美食/'];

export async function writeArticles(
  corpusDir: string,
  random: Random,
  count: number,
  paragraphs: number,
): Promise<void> {
  for (let i = 0; i < count; i++) {
    const name = `${pick(random, FOLDERS)}${Math.floor(random() * 1e9)}.txt`;
    await mkdir(dirname(join(corpusDir, name)), { recursive: true });
    await writeFile(join(corpusDir, name), randomText(random, paragraphs));
  }
}

/** Edits, adds, deletes, renames and empties files, `changes` times in all. */
export async function changeArticles(
  corpusDir: string,
  random: Random,
  changes: number,
  paragraphs: number,
): Promise<void> {
  for (let i = 0; i < changes; i++) {
    const names = (await readdir(corpusDir, { recursive: true, encoding: 'utf8' }))
      .filter((name) => name.endsWith('.txt'))
      .sort();
    const path = join(corpusDir, names.length > 0 ? pick(random, names) : 'a.txt');
    const what = random();
    if (what < 0.4) await writeFile(path, randomText(random, paragraphs));
    else if (what < 0.65) await writeArticles(corpusDir, random, 1, paragraphs);
    else if (what < 0.8) await rm(path, { force: true });
    else if (what < 0.95) await rename(path, `${path.slice(0, -4)}-.txt`).catch(() => {});
    else await writeFile(path, '');
  }
}
