/** Signatures of articles: what an article has is never overlooked, what it lacks mostly is. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PairSignatures } from '../../server/engine/pair-signatures.ts';

/** Signatures of these texts, a line break behind each. */
function signaturesOf(texts: readonly string[]): PairSignatures {
  const starts = [0];
  for (const text of texts) starts.push(starts.at(-1)! + text.length + 1);
  return PairSignatures.of(texts.map((text) => `${text}\n`).join(''), starts);
}

function articlesWith(signatures: PairSignatures, needle: string): number[] {
  return signatures
    .rangesWith(needle)
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
}

const letters = fc.string({
  unit: fc.constantFrom('豆', '腐', '好', '吃', 'a', '𠮷'),
  maxLength: 40,
});

describe('pair signatures', () => {
  it('complaint: a text that is there is not found: no article is left out that has it', () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), fc.nat(), fc.nat(), (texts, a, b) => {
        const signatures = signaturesOf(texts);
        const source = texts[a % texts.length]!;
        const start = b % (source.length + 1);
        const needle = source.slice(start, start + 1 + (a % 7));
        const found = articlesWith(signatures, needle);
        texts.forEach((text, number) => {
          if (needle !== '' && text.includes(needle)) assert.ok(found.includes(number), needle);
        });
      }),
    );
  });

  it('complaint: a rare word costs as much as reading everything: most articles without it are passed over', () => {
    const texts = Array.from({ length: 200 }, (_, n) =>
      Array.from({ length: 300 }, (_, i) =>
        String.fromCharCode(0x4e00 + ((n * 7919 + i * 104_729) % 3000)),
      ).join(''),
    );
    const signatures = signaturesOf(texts);
    const passed = texts.map((_, n) => {
      const absent = String.fromCharCode(0x4e00 + ((n * 31) % 3000), 0x8000 + n);
      return 200 - articlesWith(signatures, absent).length;
    });
    const average = passed.reduce((sum, count) => sum + count, 0) / passed.length;
    assert.ok(average > 180, `${average} of 200`);
  });

  it('joined from parts they are those of the joined text', () => {
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters), letters, (left, right, needle) => {
        const joined = PairSignatures.join([
          { signatures: signaturesOf(left), from: 0, to: left.length },
          { signatures: signaturesOf(['x', ...right]), from: 1, to: right.length + 1 },
        ]);
        const whole = signaturesOf([...left, ...right]);
        assert.deepEqual(joined.rangesWith(needle), whole.rangesWith(needle));
      }),
    );
  });

  it('no articles, no ranges, whatever the needle', () => {
    for (const needle of ['', '豆', '豆腐'])
      assert.deepEqual(signaturesOf([]).rangesWith(needle), []);
  });
});
