/** Suggests first searches from the corpus itself, so that a newcomer sees what it holds. */

import type { Article } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { documentsWithTerm } from './word-lookup.ts';

/** Titles looked at; more would not make better examples. */
const TITLES = 20;

/** A word in more than this share of the articles says little about any of them. */
const MAX_SHARE = 0.5;

const WORD = /^(?:\p{Script=Han}{2,}|\p{L}{3,})$/u;
const COUNTING = /^[第一二三四五六七八九十百千万两几]/u;

/** Words of titles that several paragraphs share: the most widespread of each title, best first. */
export function exampleQueries(index: SearchIndex, count: number): string[] {
  const seen = new Set<string>();
  const examples: Example[] = [];
  for (const { title } of newestArticles(index, TITLES)) {
    const best = titleWords(index, title)
      .filter(({ term }) => !seen.has(term))
      .sort(compare)[0];
    if (!best) continue;
    seen.add(best.term);
    examples.push(best);
  }
  return examples
    .sort(compare)
    .slice(0, count)
    .map(({ text }) => text);
}

/** By date, newest first; those without a date come last, in the order of their paths. */
export function newestArticles(index: SearchIndex, count: number): Article[] {
  const day = ({ date }: Article): string => date ?? '';
  return index.articles
    .toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0))
    .slice(0, count);
}

interface Example {
  readonly term: string;
  readonly text: string;
  readonly articles: number;
  readonly paragraphs: number;
}

function titleWords(index: SearchIndex, title: string): Example[] {
  return index.analyzer
    .analyze(title)
    .filter((token, i, all) => token.position !== all[i - 1]?.position)
    .filter(({ term }) => WORD.test(term) && !COUNTING.test(term))
    .map(({ term, start, end }) => {
      const docs = documentsWithTerm(index, term);
      const articles = new Set(Array.from(docs, (doc) => index.paragraphs.articleOf(doc))).size;
      return { term, text: title.slice(start, end), articles, paragraphs: docs.length };
    })
    .filter(
      ({ articles, paragraphs }) =>
        paragraphs > 1 && articles <= Math.max(1, index.articles.length * MAX_SHARE),
    );
}

function compare(a: Example, b: Example): number {
  return b.articles - a.articles || b.paragraphs - a.paragraphs;
}
