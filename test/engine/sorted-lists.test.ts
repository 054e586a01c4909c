import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstFrom, lastUpTo, placeOf, placesOf } from '../../server/engine/sorted-lists.ts';

const number = fc.nat(60);
const ascending = fc
  .uniqueArray(number, { maxLength: 40 })
  .map((numbers) => Uint32Array.from(numbers).sort());

describe('an ascending list', () => {
  it('law: leaps end where a look at every number does, from wherever they begin', () => {
    fc.assert(
      fc.property(ascending, number, number, (list, wanted, near) => {
        const first = list.filter((each) => each < wanted).length;
        const from = Math.min(near, first);
        assert.equal(firstFrom(list, wanted, from), first);
        assert.equal(placeOf(list, wanted, near), list.indexOf(wanted));
      }),
    );
  });

  it('law: of many at once each has the place that it has alone', () => {
    fc.assert(
      fc.property(ascending, ascending, (list, wanted) => {
        const alone = Array.from(wanted, (each) => list.indexOf(each));
        assert.deepEqual([...placesOf(list, wanted)], alone);
      }),
    );
  });

  it('law: an offset belongs to the last stretch that begins at or before it', () => {
    fc.assert(
      fc.property(ascending, number, number, (numbers, offset, near) => {
        const starts = Uint32Array.from([0, ...numbers.map((each) => each + 1), 100]);
        const last = starts.findLastIndex((start, i) => i < starts.length - 1 && start <= offset);
        assert.equal(lastUpTo(starts, offset, Math.min(near, last)), last);
      }),
    );
    assert.equal(lastUpTo(Uint32Array.from([0]), 0), 0);
  });
});
