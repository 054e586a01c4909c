/** The README keeps what it promises: its examples run as they stand there, its answer is a real one. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apiDocument } from '../server/http/api/document.ts';
import { API_ROOT } from '../server/http/api/operations.ts';
import { en } from '../server/http/text/en.ts';
import { PROJECT_ROOT } from '../server/project-root.ts';
import { indexOfSamples } from './support/corpus.ts';
import { type Served, serve } from './support/server.ts';

const run = promisify(execFile);

const README = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
const [, API = ''] = /^## API$(.*?)^## /msu.exec(README) ?? [];

/** The address that the README gives, which is that of a server as it starts by itself. */
const ADDRESS = 'http://127.0.0.1:3000/';

describe('the API in the README', () => {
  let served: Served;
  before(async () => {
    served = await serve(await indexOfSamples());
  });
  after(() => served.close());
  afterEach(() => assert.deepEqual(served.errors, []));

  /** The examples in a language, as one program. */
  const example = (language: string): string => {
    const blocks = [...API.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gmsu'))];
    assert.equal(blocks.length, 1, language);
    return blocks[0]![1]!;
  };

  /** What the example prints; null where what it needs is not installed, which is said. */
  const outputOf = async (
    language: string,
    needs: string,
    [command, ...flags]: readonly [string, ...string[]],
  ) => {
    const code = example(language).replaceAll(ADDRESS, served.url);
    assert.ok(code.includes(served.url));
    try {
      await run(needs, ['--version']);
    } catch {
      process.stderr.write(`No ${needs} here: the README's example for it was not run.\n`);
      return null;
    }
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8' };
    const { stdout, stderr } = await run(command, [...flags, code], { env, timeout: 30_000 });
    assert.equal(stderr, '');
    return stdout;
  };

  it('the command for curl gives the answer that is printed below it', async function () {
    const output = await outputOf('sh', 'curl', ['bash', '-c']);
    if (output === null) this.skip();
    assertLike(JSON.parse(output), JSON.parse(example('json')), 'answer');
  });

  it('JavaScript goes through all pages', async () => {
    const output = await outputOf('js', process.execPath, [
      process.execPath,
      '--input-type=module',
      '-e',
    ]);
    const lines = output!.trim().split('\n');
    const dates = lines.map((line) => line.split(' ')[0]!);
    assert.deepEqual(dates, dates.toSorted().reverse());
    assert.ok(new Set(dates).size > 2, 'several pages of two articles each');
    assert.ok(lines.some((line) => line.includes('ChatGPT国产化大战打响')));
  });

  it('Python finds, counts and marks with its standard library', async function () {
    const output = await outputOf('python', 'python3', ['python3', '-c']);
    if (output === null) this.skip();
    const lines = output.trim().split('\n');
    assert.equal(lines[0], "4 {'2019': 1, '2020': 1, '2022': 1, '2023': 1}");
    assert.ok(lines.some((line) => /^石磨豆腐，做到第三锅 豆腐$/u.test(line)));
    assert.equal(lines.filter((line) => /^\d+ paragraphs$/u.test(line)).length, 4);
  });

  it('every operation is named, and nothing else', () => {
    const named = [...API.matchAll(/^\| `(GET|POST) ([^`?]+)/gmu)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    const documented = Object.entries(apiDocument(en).paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${API_ROOT}${path}`),
    );
    const asWritten = documented.map((name) => name.replace('{id}', 'ID').replace('{n}', '12'));
    assert.deepEqual(named.toSorted(), asWritten.toSorted());
  });
});

/** `actual` has at least what `expected` has; … in a string stands for any text. */
function assertLike(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'string') {
    const literal = expected.split('…').map((part) => part.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&'));
    assert.match(String(actual), new RegExp(`^${literal.join('.*')}$`, 'su'), path);
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) {
      assertLike((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
    }
  } else {
    assert.equal(actual, expected, path);
  }
}
