/** Complaint: GBK files are garbled (Octop#879, the_platinum_searcher#142): every encoding is recognised. */

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

describe('encodings without a mark', () => {
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

  it('says which encoding it is', () => {
    const decoded = decodeText(iconv.encode('人工智能的发展，是这几年的大事。', 'gbk'));
    assert.equal('encoding' in decoded && decoded.encoding, 'gb18030');
  });

  it('a character of four bytes in GB18030', () => {
    const text = '他姓𠮷，这个字电脑里常常没有。';
    const decoded = decodeText(iconv.encode(text, 'gb18030'));
    assert.equal('text' in decoded && decoded.text, text);
  });

  it('complaint: one damaged byte makes a whole UTF-8 file Chinese nonsense', () => {
    const bytes = new TextEncoder().encode('人工智能的发展，是这几年的大事。'.repeat(5));
    bytes[10] = 0xff;
    const decoded = decodeText(bytes.subarray(0, -1));
    assert.ok('text' in decoded);
    assert.equal(decoded.encoding, 'utf-8');
    assert.ok(decoded.replaced >= 2);
    assert.ok(decoded.text.includes('这几年的大事'));
  });

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
