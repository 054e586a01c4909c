/** A text in pieces is one text: nothing is lost where pieces meet, and there never are very many. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { JoinedText, SEPARATOR, type TextPart } from '../../server/engine/joined-text.ts';

/** From nothing to more than a piece has. */
const text = fc
  .tuple(fc.constantFrom('字', 'a', '\ud800', '𠮷'), fc.constantFrom(0, 1, 70, 90_000, 400_000))
  .map(([unit, times]) => unit.repeat(times));

/** Texts in the place of others: from where, how many of them, by which. */
const edit = fc.tuple(fc.nat(9), fc.nat(3), fc.array(text, { maxLength: 2 }));

const written = (texts: readonly string[]): string =>
  texts.map((each) => each + SEPARATOR).join('');

function partsOf(joined: JoinedText): TextPart[] {
  const parts: TextPart[] = [];
  for (let start = 0; start < joined.length; start += parts.at(-1)!.text.length) {
    parts.push({ text: joined.partFrom(start, joined.length), start });
  }
  return parts;
}

describe('a joined text', () => {
  it('complaint: after some changes the text is another: it is what joining all again gives', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 8 }),
        fc.array(edit, { maxLength: 8 }),
        (first, edits) => {
          let texts = first;
          let joined = JoinedText.of(texts);
          for (const [place, count, added] of edits) {
            const from = Math.min(place, texts.length);
            const to = Math.min(from + count, texts.length);
            const offsetOf = (number: number): number => written(texts.slice(0, number)).length;
            joined = JoinedText.join([
              { joined, start: 0, end: offsetOf(from) },
              { joined: JoinedText.of(added), start: 0, end: written(added).length },
              { joined, start: offsetOf(to), end: joined.length },
            ]);
            texts = texts.toSpliced(from, to - from, ...added);
          }
          const whole = written(texts);
          assert.equal(joined.length, whole.length);
          assert.ok(joined.slice(0, joined.length) === whole);
          const [start, end] = [Math.floor(whole.length / 3), Math.ceil(whole.length / 2)];
          assert.ok(joined.slice(start, end) === whole.slice(start, end));
          const parts = partsOf(joined);
          for (const part of parts) {
            assert.ok(whole.startsWith(part.text, part.start), 'each part is where it says');
            assert.ok(part.text.endsWith(SEPARATOR), 'no paragraph lies in two parts');
          }
          assert.ok(parts.map((part) => part.text).join('') === whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('complaint: thousands of small additions leave thousands of small pieces', () => {
    let joined = JoinedText.of(['头']);
    for (let i = 0; i < 3_000; i++) {
      const added = JoinedText.of([`第${i}段`.repeat(40)]);
      const place = i % 2 === 0 ? joined.length : '头'.length + 1;
      joined = JoinedText.join([
        { joined, start: 0, end: place },
        { joined: added, start: 0, end: added.length },
        { joined, start: place, end: joined.length },
      ]);
    }
    const parts = partsOf(joined);
    assert.ok(parts.length < 10, `${parts.length} pieces of ${joined.length} units`);
  });

  it('an empty one has nothing', () => {
    const joined = JoinedText.of([]);
    assert.deepEqual([joined.length, joined.slice(0, 0), partsOf(joined)], [0, '', []]);
    assert.equal(JoinedText.join([]).length, 0);
  });
});
