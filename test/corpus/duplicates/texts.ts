/** Random texts to be compared. */

import fc from 'fast-check';
import type { Article } from '../../../server/corpus/article.ts';
import { linkParagraphs } from '../../../server/corpus/repeats.ts';

/** An article of these body paragraphs, with its id for a title. */
export function withTitle(id: string, lines: readonly string[]): Article {
  const body = lines.map((text) => ({ kind: 'body', text }) as const);
  return {
    id,
    path: `${id}.txt`,
    title: id,
    date: null,
    views: null,
    metadata: [],
    paragraphs: linkParagraphs([{ kind: 'title', text: id }, ...body]),
  };
}

/** Texts of so many random ideographs; two of them have nothing in common. */
export function ideographs(length: number): fc.Arbitrary<string> {
  // Its own generator for each text: fast-check likes to repeat values, which would be duplicates.
  return fc.noBias(fc.integer({ min: 1, max: 2 ** 31 - 1 })).map((seed) => {
    let state = seed;
    return Array.from({ length }, () => {
      state = Math.imul(state, 1664525) + 1013904223;
      return String.fromCharCode(0x4e00 + ((state >>> 12) % 0x5000));
    }).join('');
  });
}

/** The text with up to so many characters replaced, left out or put in. */
export function edited(text: string, edits: number): fc.Arbitrary<string> {
  const edit = fc.tuple(
    fc.nat({ max: text.length - 1 }),
    fc.constantFrom('', '改', '加入'),
    fc.nat({ max: 1 }),
  );
  return fc
    .array(edit, { minLength: 1, maxLength: edits })
    .map((list) =>
      list.reduce((all, [at, put, drop]) => all.slice(0, at) + put + all.slice(at + drop), text),
    );
}
