/** A table of terms answers as MiniSearch's own tree does, before and after it has become one. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import SearchableMap from 'minisearch/SearchableMap';
import { TermTable } from '../../server/engine/minisearch/term-table.ts';

const term = fc.string({ unit: fc.constantFrom('人', '工', 'a', 'b', '𠮷'), maxLength: 4 });
const entry = fc.tuple(term, fc.nat(9));

/** What is done to both, and what is asked of both afterwards. */
const command = fc.oneof(
  fc.tuple(fc.constantFrom('set', 'fetch', 'update'), entry),
  fc.tuple(fc.constantFrom('delete', 'prefix', 'fuzzy', 'all'), fc.tuple(term, fc.nat(2))),
  fc.tuple(fc.constant('clear'), fc.tuple(fc.constant(''), fc.constant(0))),
);

function perform(map: SearchableMap<number>, name: string, asked: string, value: number): unknown {
  switch (name) {
    case 'set':
      return map.set(asked, value) === map;
    case 'fetch':
      return map.fetch(asked, () => value);
    case 'update':
      return map.update(asked, (known = 0) => known + value) === map;
    case 'delete':
      return map.delete(asked);
    case 'clear':
      return map.clear();
    case 'prefix':
      return [...map.atPrefix(asked)].sort();
    case 'fuzzy':
      return [...map.fuzzyGet(asked, value)].sort();
    default:
      return [[...map].sort(), [...map.keys()].sort(), [...map.values()].sort()];
  }
}

describe('a table of terms', () => {
  it('law: whatever is done to it, it says what the tree says', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(command), term, (entries, commands, asked) => {
        const tree = SearchableMap.from<number>(entries);
        const table = new TermTable<number>();
        for (const [key, value] of entries) table.set(key, value);
        for (const [name, [key, value]] of commands) {
          assert.deepEqual(perform(table, name, key, value), perform(tree, name, key, value), name);
          assert.equal(table.get(asked), tree.get(asked));
          assert.equal(table.has(asked), tree.has(asked));
          assert.equal(table.size, tree.size);
        }
      }),
    );
  });
});
