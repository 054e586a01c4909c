/** Everything a search needs, as one immutable object: articles, paragraphs, engine, statistics. */

import type { Analyzer } from '../analysis/token.ts';
import type { Article } from '../corpus/article.ts';
import { CharacterStatistics } from './character-statistics.ts';
import type { ParagraphStore } from './paragraph-store.ts';
import type { SearchEngine } from './search-engine.ts';

export interface SearchIndex {
  readonly articles: readonly Article[];
  readonly paragraphs: ParagraphStore;
  readonly engine: SearchEngine;
  /** Term → the number of paragraphs that carry it. */
  readonly documentFrequencies: ReadonlyMap<string, number>;
  readonly characters: CharacterStatistics;
  readonly analyzer: Analyzer;
  /** ISO time at which the index was built. */
  readonly builtAt: string;
  article(id: string): Article | undefined;
}

export function createSearchIndex(parts: Omit<SearchIndex, 'article' | 'characters'>): SearchIndex {
  const byId = new Map(parts.articles.map((article) => [article.id, article]));
  return {
    ...parts,
    characters: new CharacterStatistics(parts.paragraphs.foldedTexts()),
    article: (id) => byId.get(id.normalize('NFC')),
  };
}
