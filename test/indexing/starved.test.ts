/** Complaint: articles are lost, or an index built again, because there were too many open files for a moment. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { compiledFile, compileProject } from '../support/compiled.ts';
import { withFolder } from '../support/corpus.ts';

const run = promisify(execFile);

const CHILD = compiledFile('test/support/starved-child.ts');

const STARVED = /^corpus_unreadable: 打开的文件太多，或内存不够（EMFILE）.*ulimit -n/u;

describe('hardly any file handles', () => {
  before(compileProject);

  /** Windows has no such limit. */
  const attempt = async <T>(name: string, files: Record<string, string>): Promise<T> =>
    withFolder(files, async (folder) => {
      // The modules of the project alone are some hundred.
      const line = ['-c', 'ulimit -n 256; exec "$0" "$@"', process.execPath, CHILD, folder, name];
      const { stdout } = await run('/bin/sh', line, { timeout: 60_000 });
      return JSON.parse(stdout) as T;
    });

  it('complaint: all articles of a sub-folder are dropped, for it could not be opened', async () => {
    const folders = Array.from({ length: 30 }, (_, i) => [`f${i}/x.txt`, `第${i}篇`]);
    const outcomes = await attempt<unknown[]>('comeAndGo', Object.fromEntries(folders));
    const scanned = outcomes.filter((outcome) => typeof outcome !== 'string');
    for (const scan of scanned) assert.deepEqual(scan, { put: 0, removed: 0 });
    const failed = outcomes.filter((outcome) => typeof outcome === 'string');
    for (const message of failed) assert.match(message, STARVED);
    assert.ok(failed.length > 0, 'it was starved at times');
  });

  it('complaint: an article that was just edited is dropped, for it could not be read', async () => {
    const [starved, fed] = await attempt<[string, unknown]>('changed', {
      'a.txt': '一',
      'b.txt': '二',
    });
    assert.match(starved, STARVED);
    assert.deepEqual(fed, { put: 2, removed: 0 });
  });

  it('complaint: a long article is never read again, for there was no process to parse it', async () => {
    const long = `长文\n${'很长的一段。'.repeat(20_000)}`;
    const [starved, fed] = await attempt<[string, unknown]>('long', {
      'a.txt': '一',
      'b.txt': long,
    });
    assert.match(starved, STARVED);
    assert.deepEqual(fed, { put: 2, removed: 0 });
  });

  it('complaint: the index on disk is taken for damaged, and written anew', async () => {
    const folders = Array.from({ length: 10 }, (_, i) => [`f${i}/x.txt`, `第${i}篇`]);
    const { seen, after, again } = await attempt<{ seen: string[]; after: object; again: object }>(
      'keeping',
      Object.fromEntries(folders),
    );
    const starved = seen.filter((each) => each !== 'saved');
    assert.ok(starved.length > 0, 'it was starved at times');
    for (const each of starved) assert.match(each, /打开的文件太多，或内存不够（EMFILE）/u);
    assert.deepEqual(after, { saveError: null, needsSnapshot: false, articles: 30 });
    assert.deepEqual(again, { isRebuilt: false, articles: 30 });
  });

  it('complaint: nothing is written any more, for the lock could not be given back', async () => {
    assert.deepEqual(await attempt('lock', {}), ['done', 'done']);
  });

  it('complaint: the index is built anew without the user’s words, for they could not be read', async () => {
    const [words, rules, starved] = await attempt<[number, number, string]>('dictionaries', {
      'userdict.txt': '国产化大模型\n',
      'synonyms.txt': '豆腐,水豆腐\n',
    });
    assert.deepEqual([words, rules], [1, 1]);
    assert.match(starved, /^corpus_unreadable: 打开的文件太多/u);
  });
});
