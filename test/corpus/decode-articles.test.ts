/** The articles of the corpus, written in old encodings, come back as they were. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { foldTraditional } from '../../server/analysis/char-filters/traditional.ts';
import { decodeText } from '../../server/corpus/decode.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';

/** What the articles of the corpus say, line by line: natural prose, titles, head lines. */
const lines = readdirSync(join(PROJECT_ROOT, 'corpus'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.txt'))
  .flatMap((path) => readFileSync(join(PROJECT_ROOT, 'corpus', path), 'utf8').split(/\r?\n/u))
  .filter((line) => (line.match(/\p{Script=Han}/gu)?.length ?? 0) >= 10);
const isTraditional = (line: string): boolean =>
  [...line].filter((char) => foldTraditional(char) !== char).length >= 4;

const WRITTEN: Readonly<Record<string, (line: string) => boolean>> = {
  gb18030: (line) => !isTraditional(line),
  'big5-hkscs': isTraditional,
  'utf-16le': () => true,
  'utf-16be': () => true,
};

describe('encodings of real articles', () => {
  for (const [encoding, isWritten] of Object.entries(WRITTEN)) {
    const written = lines.filter(
      (line) => isWritten(line) && iconv.decode(iconv.encode(line, encoding), encoding) === line,
    );

    it(`${encoding}: a line alone, and whole articles, come back as they were`, () => {
      assert.ok(written.length >= 5);
      fc.assert(
        fc.property(fc.shuffledSubarray(written, { minLength: 1 }), (chosen) => {
          const text = chosen.join('\n');
          const decoded = decodeText(iconv.encode(text, encoding));
          assert.ok('text' in decoded, chosen[0]);
          assert.equal(decoded.text, text);
          assert.ok(decoded.isGuess && decoded.replaced === 0);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('never throws, and what it reads is well-formed, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeText(bytes);
        if ('text' in decoded) assert.ok(decoded.text.isWellFormed());
      }),
      { numRuns: 500 },
    );
  });
});
