/** The law: whatever stands in the text is found (pagefind#987, meilisearch#2499, analysis-ik#831). */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchIndex } from '../../server/engine/search-index.ts';
import { parseQuery } from '../../server/query/parse-query.ts';
import { DEFAULT_REQUEST, search } from '../../server/search/search.ts';
import { mixedText, paragraphTexts } from '../support/arbitraries.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';

/** The place where a text is a hit, or is listed under one: `id#ordinal` of both. */
function placesFound(index: SearchIndex, q: string, exact: boolean): Set<string> {
  const places = new Set<string>();
  for (let page = 1, last = 1; page <= last; page++) {
    const request = {
      ...DEFAULT_REQUEST,
      q,
      exact,
      page,
      groupBy: 'none',
      hitsPerPage: 100,
    } as const;
    const answer = search(index, request);
    last = answer.totalPages;
    for (const { article, hits } of answer.groups) {
      for (const { paragraph, alike } of hits) {
        for (const other of [{ article, paragraph }, ...alike.first()]) {
          for (const ordinal of [other.paragraph.ordinal, ...other.paragraph.alsoAt]) {
            places.add(`${other.article.id}#${ordinal}`);
          }
        }
      }
    }
  }
  return places;
}

interface Place {
  readonly id: string;
  readonly text: string;
}

function allPlaces(index: SearchIndex): Place[] {
  return index.articles.flatMap(({ id, paragraphs }) =>
    paragraphs.map(({ ordinal, text }) => ({ id: `${id}#${ordinal}`, text })),
  );
}

/** A stretch of 1–12 characters of a text, no surrogate pair cut, not only white space. */
function stretchOf(text: string, from: number, length: number): string {
  const chars = [...text];
  const start = from % chars.length;
  return chars.slice(start, start + length).join('');
}

function checkLaw(index: SearchIndex, { id, text }: Place, q: string): void {
  const isAsked = q.trim() !== '' && q.isWellFormed();
  if (!isAsked) return;
  assert.ok(placesFound(index, q, true).has(id), `exact ${JSON.stringify(q)} in ${id} ${text}`);
  const { analyzer } = index;
  if (!parseQuery(q, { analyzer }).isPlain) return;
  assert.ok(placesFound(index, q, false).has(id), `bare ${JSON.stringify(q)} in ${id} ${text}`);
}

describe('law: any stretch of 1 to 12 characters finds its paragraph', () => {
  const lengths = fc.integer({ min: 1, max: 12 });

  it('in the articles of the corpus', async () => {
    const index = await indexOfSamples();
    const places = allPlaces(index);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), lengths, (place, from, length) => {
        checkLaw(index, place, stretchOf(place.text, from, length));
      }),
      { numRuns: 400 },
    );
  });

  it('in texts of everything that is hard to segment', async () => {
    await fc.assert(
      fc.asyncProperty(
        paragraphTexts(mixedText, 4),
        fc.nat(),
        fc.nat(),
        lengths,
        async (lines, which, from, length) => {
          const index = await indexOf({ 甲: `题目\n${lines.join('\n')}`, 乙: '别的\n人工智能。' });
          const places = allPlaces(index);
          const place = places[which % places.length]!;
          checkLaw(index, place, stretchOf(place.text, from, length));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('one character, each that there is in an article', async () => {
    const index = await indexOfSamples();
    for (const char of new Set(index.articles[0]!.title)) {
      const found = placesFound(index, char, false);
      const missed = allPlaces(index).filter(
        ({ id, text }) => text.includes(char) && !found.has(id),
      );
      assert.deepEqual(missed, [], char);
    }
  });
});
