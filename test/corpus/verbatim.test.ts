/** Where the characters of a text stand among the white space of its writer. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutVerbatim, placesIn } from '../../server/corpus/verbatim.ts';

describe('a text and its verbatim form', () => {
  it('have their characters in the same order', () => {
    assert.deepEqual(placesIn('  a\n\tbc  d', 'a bc d'), [2, 3, 5, 6, 7, 9]);
    assert.deepEqual(placesIn('中\n  文', '中文'), [0, 4]);
  });

  it('law: the place of every character has that character, and white space has white space', () => {
    const words = fc.array(
      fc.tuple(fc.constantFrom('', ' '), fc.constantFrom('a', '中', '𠮷', '()')),
    );
    const gaps = fc.infiniteStream(fc.constantFrom('\n', '  ', '\t\n'));
    fc.assert(
      fc.property(words, gaps, fc.nat(), (parts, spaces, cut) => {
        const text = parts
          .map(([space, word]) => space + word)
          .join('')
          .trim();
        const verbatim = [...text]
          .map((char) => (char === ' ' ? spaces.next().value : char))
          .join('');
        const places = placesIn(verbatim, text);
        places.forEach((place, i) => {
          assert.equal(verbatim[place]?.trim(), text[i]?.trim());
        });
        const at = cut % (text.length + 1);
        const pieces = [text.slice(0, at), text.slice(at)].filter((piece) => piece !== '');
        const cuts = cutVerbatim(verbatim, pieces);
        assert.equal(cuts.join(''), verbatim);
        assert.deepEqual(
          cuts.map((part) => part.replace(/\s/gu, '')),
          pieces.map((piece) => piece.replace(/\s/gu, '')),
        );
      }),
    );
  });

  it('complaint: a line of code as long as a text is shown twice, or half', () => {
    const word = 'x = 12,   ';
    const [first, ...others] = cutVerbatim(`  ${word.repeat(3)}`, ['x = 12, x =', ' 12, x = 12,']);
    assert.deepEqual([first, ...others], ['  x = 12,   x =', ' 12,   x = 12,   ']);
  });
});
