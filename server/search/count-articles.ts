/** Counts the articles that a step of the ladder found, by whatever they have in common. */

import type { Article } from '../corpus/article.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import type { StepResult } from './climb.ts';
import { newestOf } from './collapse.ts';

/**
 * For each value as many articles as `totalArticles` says once it is asked for alone. So a text that
 * several articles print counts once under each value, for the article that would be shown there.
 */
export function articlesBy(
  index: SearchIndex,
  step: StepResult,
  valuesOf: (article: Article) => readonly string[],
): Map<string, number> {
  const { articles, paragraphs } = index;
  const found = new Map<string, Set<number>>();
  const add = (value: string, article: number): void => {
    const known = found.get(value);
    if (known) known.add(article);
    else found.set(value, new Set([article]));
  };
  const valuesAt = (doc: number): readonly string[] =>
    valuesOf(articles[paragraphs.articleOf(doc)]!);

  const done = new Set<number>();
  for (const doc of step.ranking.matches.docs) {
    const others = step.alike.get(doc);
    const article = paragraphs.articleOf(doc);
    if (others) {
      const byValue = new Map<string, number[]>();
      for (const each of [doc, ...others].sort((a, b) => a - b)) {
        for (const value of valuesAt(each)) {
          const docs = byValue.get(value);
          if (docs) docs.push(each);
          else byValue.set(value, [each]);
        }
      }
      for (const [value, docs] of byValue) add(value, paragraphs.articleOf(newestOf(index, docs)));
    } else if (!done.has(article)) {
      // Very many paragraphs are of few articles.
      done.add(article);
      for (const value of valuesAt(doc)) add(value, article);
    }
  }
  return new Map([...found].map(([value, own]) => [value, own.size]));
}
