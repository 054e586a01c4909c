/** The ladder: what counts as an answer, from all words in a paragraph down to most of them. */

import type { SearchIndex } from '../engine/search-index.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { combine } from '../query/query.ts';
import type { WordLookup } from './word-lookup.ts';

/** `paragraph`: all words in one paragraph; `article`: all in one article; `words`: most of them. */
export type Step = 'paragraph' | 'article' | 'words';

export interface Match {
  readonly doc: number;
  readonly step: Step;
  /** False where some word stands only inside another one (AI in said). */
  readonly wholeWords: boolean;
  /** Numbers of the query's words that neither the paragraph nor, on the step `article`, the article has. */
  readonly missing: readonly number[];
}

/** A word of the query with what the index knows of it. */
export interface LookedUpWord {
  readonly word: QueryWord;
  readonly lookup: WordLookup;
}

/**
 * Every paragraph that has all words: as its words, or where segmentation hides them.
 *
 * @param phrase the folded query without white space
 */
export function allInParagraph(
  index: SearchIndex,
  words: readonly LookedUpWord[],
  phrase: string,
): Match[] {
  const rarest = rarestOf(words);
  if (!rarest) return [];
  const others = words.filter((word) => word !== rarest);
  const matches: Match[] = [];
  for (const doc of rarest.lookup.candidates()) {
    const presences = [rarest, ...others].map(({ lookup }) => lookup.presence(doc));
    if (presences.includes(null)) continue;
    // Several words together as typed are no accident, wherever segmentation cut them (跑过|去).
    const together = words.length > 1 && index.paragraphs.folded(doc).includes(phrase);
    const wholeWords = together || !presences.includes('inside');
    matches.push({ doc, step: 'paragraph', wholeWords, missing: [] });
  }
  return matches;
}

/** The paragraphs with any of the words, in articles that have them all. */
export function allInArticle(index: SearchIndex, words: readonly LookedUpWord[]): Match[] {
  const rarest = rarestOf(words);
  if (!rarest || words.length < 2) return [];
  const matches: Match[] = [];
  let end = 0;
  for (const doc of [...rarest.lookup.candidates()].sort((a, b) => a - b)) {
    if (doc < end) continue;
    const range = index.paragraphs.articleRange(doc);
    end = range.end;
    const docs = Array.from({ length: range.end - range.start }, (_, i) => range.start + i);
    const presences = docs.map((each) => words.map(({ lookup }) => lookup.presence(each)));
    const hasAll = words.every((_, i) => presences.some((row) => row[i] !== null));
    if (!hasAll) continue;
    docs.forEach((each, i) => {
      const row = presences[i]!;
      if (row.every((presence) => presence === null)) return;
      matches.push({
        doc: each,
        step: 'article',
        wholeWords: !row.includes('inside'),
        missing: [],
      });
    });
  }
  return matches;
}

/** Postings that the last step looks at; frequent words beyond it find nothing that rare ones do not. */
const MAX_POSTINGS = 20_000;

/** Paragraphs that are scored on the last step; the engine's own order says which. */
const MAX_SCORED = 300;

/** Paragraphs with some of the words or of their parts; ranking keeps those that say most of the query. */
export function mostWords(index: SearchIndex, words: readonly LookedUpWord[]): Match[] {
  const terms = affordableTerms(index, words);
  const found = index.engine
    .search(
      combine(
        'or',
        terms.map((term) => ({ type: 'term', term })),
      ),
    )
    .toSorted((a, b) => b.score - a.score || a.doc - b.doc)
    .slice(0, MAX_SCORED);
  return found.map(({ doc }) => {
    const presences = words.map(({ lookup }) => lookup.presence(doc));
    const missing = presences.flatMap((presence, i) => (presence === null ? i : []));
    return { doc, step: 'words', wholeWords: !presences.includes('inside'), missing };
  });
}

function affordableTerms(index: SearchIndex, words: readonly LookedUpWord[]): string[] {
  const all = new Set(words.flatMap(({ word }) => [...word.terms, ...word.parts]));
  const frequency = (term: string): number => index.documentFrequencies.get(term) ?? 0;
  const known = [...all].filter((term) => frequency(term) > 0);
  known.sort((a, b) => frequency(a) - frequency(b));
  let postings = 0;
  return known.filter((term, i) => {
    postings += frequency(term);
    return i === 0 || postings <= MAX_POSTINGS;
  });
}

function rarestOf(words: readonly LookedUpWord[]): LookedUpWord | undefined {
  return words.reduce<LookedUpWord | undefined>(
    (best, word) => (!best || word.lookup.frequency < best.lookup.frequency ? word : best),
    undefined,
  );
}
