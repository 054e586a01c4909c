/** Addresses that would lead out of the corpus, or to what in it is no article, if addresses were paths. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { IndexSource } from '../../../server/http/index-source.ts';
import { IndexKeeper } from '../../../server/indexing/index-keeper.ts';
import { analyzer } from '../corpus.ts';
import { readAnswer, send } from './client.ts';
import { assertFriendly, fuzzedServer } from './fuzzed-server.ts';
import { createTarget, type Target } from './target.ts';

/** In files that nobody is to read; no address has it, so no answer may. */
const CANARY = 'canary-9f3c1e';
/** What stands in files of the system and of the project. */
const FOREIGN = [
  CANARY,
  'root:x:0:',
  '"name": "zhaowen"',
  "include('partials/",
  'export function ',
];

const UPWARD =
  '..|.|%2e%2e|%2E.|.%2e|%252e%252e|%c0%ae%c0%ae|%e0%80%ae%e0%80%ae|..%00|..;|...|~|%uff0e%uff0e|\uff0e\uff0e|..\u2215'.split(
    '|',
  );
const SLASHES = '/|//|\\|%2f|%2F|%5c|%252f|%c0%af|%e0%80%af|~|%00|\u2215|\uff0f|;/'.split('|');
const GOALS =
  '|secret.txt|secret|secret.md|corpus/../secret.txt|corpus|link.txt|link|folder/secret.txt|folder~secret|.hidden|.hidden.txt|picture|picture.png|synonyms.txt|文|文.txt|etc/passwd|proc/self/environ|package.json|server/app.ts|views/home.ejs|home.ejs|manifest.json|articles.json|C:\\Windows\\win.ini'.split(
    '|',
  );
const ROOTS =
  '/|/articles/|/api/v1/articles/|/assets/|/assets/../|/assets/0123456789ab/|/api/docs/try/|/corpus?collection=|/corpus?show=|/search?collection=|/api/v1/articles?collection=|/api/v1/search?q=a&collection=|/language?to=en&back=|/language?to=|/articles/文/'.split(
    '|',
  );
const ENDS = '|?q=a|#p1|/|%00|%00.txt|.txt|/paragraphs/0|/paragraphs/1|;.css|%20|.|::$DATA'.split(
  '|',
);

const address = fc
  .tuple(
    fc.constantFrom(...ROOTS),
    fc.array(fc.tuple(fc.constantFrom(...UPWARD), fc.constantFrom(...SLASHES)), { maxLength: 8 }),
    fc.constantFrom('', '', '/', 'file:///', '\\\\'),
    fc.constantFrom(...GOALS),
    fc.constantFrom(...ENDS),
  )
  .map(
    ([root, steps, absolute, goal, end]) => root + absolute + steps.flat().join('') + goal + end,
  );

export async function pathsTarget(): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaowen-fuzz-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const source = await guardedCorpus(folder);
  const server = await fuzzedServer(source);
  return createTarget(
    'paths',
    1500,
    address,
    async (path) => {
      // Neither a blank nor a line break ends an address too early.
      const sent = Buffer.from(path.replace(/[ \r\n]/gu, ''));
      const head = Buffer.from('GET ');
      const tail = Buffer.from(' HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      const answer = readAnswer(await send(server.port, [Buffer.concat([head, sent, tail])]));
      server.assertNoErrors();
      assert.ok(answer, 'no answer');
      assertFriendly(answer.status, '', answer.body);
      for (const words of FOREIGN) assert.ok(!answer.body.includes(words), words);
    },
    async () => {
      await server.close();
      await close();
    },
  );
}

/** A corpus with one article, and around and among it what is to stay unread. */
async function guardedCorpus(folder: string): Promise<IndexSource> {
  const corpusDir = join(folder, 'corpus');
  await mkdir(join(corpusDir, '.git'), { recursive: true });
  const write = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);
  await write('corpus/文.txt', '文\n添加时间:2024-01-01\n正文只有这一句。');
  for (const path of ['secret.txt', 'secret.md', 'corpus/.hidden.txt', 'corpus/.git/config.txt']) {
    await write(path, `${CANARY}\n${CANARY}。`);
  }
  await write('corpus/picture.png', CANARY);
  await symlink('../secret.txt', join(corpusDir, 'link.txt'));
  await symlink('..', join(corpusDir, 'folder'));
  await symlink('/etc/passwd', join(corpusDir, 'passwd.txt'));
  const indexDir = join(folder, 'index');
  const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() });
  const { index, catalog, passedOver, saveError } = keeper;
  assert.deepEqual(
    index.articles.map(({ id }) => id),
    ['文'],
  );
  return { index, catalog, passedOver, saveError, corpusError: null, duplicates: null };
}
