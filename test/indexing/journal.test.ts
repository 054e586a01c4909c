/** The journal after crashes and damage: whole entries from the beginning, and never anything else. */

import assert from 'node:assert/strict';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { appendToJournal, readJournal } from '../../server/indexing/journal.ts';
import { withFolder } from '../support/corpus.ts';

const NAME = 'journal-0123456789abcdef.log';
const OTHER = 'journal-fedcba9876543210.log';
const entry = (path: string) => ({
  at: '2024-01-01T00:00:00.000Z',
  records: [],
  gone: [path],
  articles: [],
});

describe('the journal', () => {
  /** Writes entries a, b and c; gives the bytes of the file and where each entry ends. */
  const written = async (folder: string): Promise<{ bytes: Buffer; ends: number[] }> => {
    const ends: number[] = [];
    let { end } = await readJournal(folder, NAME);
    for (const path of ['a', 'b', 'c']) {
      end = await appendToJournal(folder, NAME, end, entry(path));
      ends.push(end.length);
    }
    return { bytes: await readFile(join(folder, NAME)), ends };
  };
  const pathsIn = async (folder: string, name = NAME): Promise<string[]> =>
    (await readJournal(folder, name)).entries.flatMap(({ gone }) => gone);

  it('cut off anywhere it has the entries before the cut', () =>
    withFolder({}, async (folder) => {
      const { bytes, ends } = await written(folder);
      for (let length = 0; length <= bytes.length; length++) {
        await writeFile(join(folder, NAME), bytes.subarray(0, length));
        const whole = ends.filter((end) => end <= length).length;
        assert.deepEqual(await pathsIn(folder), ['a', 'b', 'c'].slice(0, whole));
      }
    }));

  it('with any byte changed it has the entries before that, and never a wrong one', () =>
    withFolder({}, async (folder) => {
      const { bytes, ends } = await written(folder);
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bytes.length - 1),
          fc.integer({ min: 1, max: 255 }),
          async (at, mask) => {
            const damaged = Buffer.from(bytes);
            damaged[at]! ^= mask;
            await writeFile(join(folder, NAME), damaged);
            const whole = ends.filter((end) => end <= at).length;
            assert.deepEqual(await pathsIn(folder), ['a', 'b', 'c'].slice(0, whole));
          },
        ),
        { numRuns: 100 },
      );
    }));

  it('entries that changed places, are missing or doubled are not read', () =>
    withFolder({}, async (folder) => {
      const { bytes, ends } = await written(folder);
      const [a, b, c] = [0, ...ends].slice(0, 3).map((start, i) => bytes.subarray(start, ends[i]));
      const read = async (...entries: Buffer[]): Promise<string[]> => {
        await writeFile(join(folder, NAME), Buffer.concat(entries));
        return pathsIn(folder);
      };
      assert.deepEqual(await read(a!, c!, b!), ['a']);
      assert.deepEqual(await read(b!, a!, c!), []);
      assert.deepEqual(await read(a!, b!, b!), ['a', 'b']);
    }));

  it('one of another snapshot is not read', () =>
    withFolder({}, async (folder) => {
      const { bytes } = await written(folder);
      await writeFile(join(folder, OTHER), bytes);
      assert.deepEqual(await pathsIn(folder, OTHER), []);
    }));

  it('complaint: after a crash in the middle of an entry later ones are lost', () =>
    withFolder({}, async (folder) => {
      await written(folder);
      await appendFile(join(folder, NAME), 'half of an entry');
      const { end } = await readJournal(folder, NAME);
      await appendToJournal(folder, NAME, end, entry('d'));
      assert.deepEqual(await pathsIn(folder), ['a', 'b', 'c', 'd']);
    }));

  it('an empty one, and a folder in its place, hold nothing', () =>
    withFolder({ [NAME]: '', [`${OTHER}/x`]: '' }, async (folder) => {
      assert.deepEqual(await pathsIn(folder), []);
      assert.deepEqual(await pathsIn(folder, OTHER), []);
    }));
});
