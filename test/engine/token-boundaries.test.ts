/** One bit a place: copied from text to text at any offset, nothing is lost and nothing added. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TokenBoundaries } from '../../server/engine/token-boundaries.ts';

describe('token boundaries', () => {
  const LENGTH = 300;
  const places = fc.uniqueArray(fc.nat(LENGTH), { maxLength: 80 });

  const marked = (offsets: readonly number[]): TokenBoundaries => {
    const boundaries = new TokenBoundaries(LENGTH);
    for (const offset of offsets) boundaries.mark(offset);
    return boundaries;
  };
  const placesOf = (boundaries: TokenBoundaries): number[] =>
    Array.from({ length: LENGTH + 1 }, (_, offset) => offset).filter((each) =>
      boundaries.has(each),
    );

  it('law: a copied stretch has the same places, moved, and all else stays', () => {
    fc.assert(
      fc.property(places, fc.nat(LENGTH), fc.nat(LENGTH), fc.nat(LENGTH), (offsets, a, b, at) => {
        const [start, end] = [
          Math.min(a, b),
          Math.min(Math.max(a, b), Math.min(a, b) + LENGTH - at),
        ];
        const target = new TokenBoundaries(LENGTH);
        target.copy(marked(offsets), start, end, at);
        const expected = offsets
          .filter((offset) => offset >= start && offset < end)
          .map((offset) => offset - start + at);
        assert.deepEqual(
          placesOf(target),
          expected.sort((x, y) => x - y),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('law: read back from its bytes it is the same', () => {
    fc.assert(
      fc.property(places, (offsets) => {
        const { bytes } = marked(offsets);
        assert.deepEqual(
          placesOf(new TokenBoundaries(Uint8Array.from(bytes))),
          placesOf(marked(offsets)),
        );
      }),
    );
  });
});
